"""`patientbook build`: the notebooks and the pages from the content."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from patientbook.reading.root import find_root

from .options import Cache, Root, cache_of, collect_seldom, tell

if TYPE_CHECKING:
    from patientbook.notebooks import BuiltNotebook
    from patientbook.pages.making import Made
    from patientbook.pages.workplace import Workplace


def build(root: Root = Path(), cache: Cache = None) -> None:
    """Check the content, make the notebooks, run them once, and make the pages.

    Example: patientbook build
    """
    started = time.monotonic()
    collect_seldom()
    place, made = asyncio.run(_make(find_root(root), cache_of(root, cache)))
    from patientbook.notebooks.build import write_notebook  # noqa: PLC0415 - as below
    from patientbook.pages.making import keep_site  # noqa: PLC0415 - as below
    from patientbook.pages.workplace import site_digest  # noqa: PLC0415 - as below

    chapters = [each.file for each in made.notebooks if "patientbook" in each.notebook.metadata]
    written = [file for file in chapters if write_notebook(place.root, file, made.runs[file])]
    digest = site_digest(place.root)
    if place.sites.read(digest) is None:
        keep_site(place, made, digest)
    for file in written:
        tell(f"Wrote {file}")
    tell(f"Built {len(made.runs)} notebooks and their pages in {time.monotonic() - started:.1f} s.")


async def _make(root: Path, cache: Path) -> tuple[Workplace, Made]:
    """Make the notebooks, with a kernel that starts before what reads and renders is imported: it takes longest."""
    from patientbook.notebooks.kernel import spare_kernel  # noqa: PLC0415 - `--help` needs none of it

    async with AsyncExitStack() as stack:
        spare = await stack.enter_async_context(spare_kernel(root)) if _may_have_changed(root, cache) else None
        from patientbook.pages.making import make_notebooks  # noqa: PLC0415 - as said above
        from patientbook.pages.workplace import Workplace  # noqa: PLC0415 - as said above

        place = Workplace(root, cache, tell)
        return place, await make_notebooks(place, lambda notebooks: _refuse_edited(root, notebooks), spare)


def _refuse_edited(root: Path, notebooks: tuple[BuiltNotebook, ...]) -> None:
    from patientbook.notebooks.build import refuse_hand_edited  # noqa: PLC0415 - as above

    for each in notebooks:
        if "patientbook" in each.notebook.metadata:
            refuse_hand_edited(root, each.file, each.notebook)


def _may_have_changed(root: Path, cache: Path) -> bool:
    """Whether something looks newer than the sites that were kept. A wrong guess costs a little time, nothing else."""
    try:
        kept = (cache / "sites").stat().st_mtime
        return any(
            path.stat().st_mtime > kept for part in ("content", "notebooks") for path in (root / part).rglob("*")
        )
    except OSError:
        return True
