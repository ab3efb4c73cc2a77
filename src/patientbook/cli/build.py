"""`patientbook build`: the notebooks and the pages from the content."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from patientbook.problems import PatientbookError

from .options import Cache, Root, collect_seldom, guide_and_cache, tell

if TYPE_CHECKING:
    from patientbook.notebooks import BuiltNotebook
    from patientbook.pages.making import Made
    from patientbook.pages.workplace import Workplace


def build(
    root: Root = Path(),
    cache: Cache = None,
    site: Annotated[
        Path | None, typer.Option(help="Also write the whole website into this folder, for any web server.")
    ] = None,
    address: Annotated[
        str | None, typer.Option(help="Where the website will be, https://…; search engines are told.")
    ] = None,
) -> None:
    """Check the content, make the notebooks, run them once, and make the pages.

    Example: patientbook build --site public --address https://example.org/guide/
    """
    where = _address(address)
    started = time.monotonic()
    collect_seldom()
    place, made = asyncio.run(_make(*guide_and_cache(root, cache)))
    from patientbook.exports.offers import offers_of  # noqa: PLC0415 - as below
    from patientbook.notebooks.build import write_notebook  # noqa: PLC0415 - as below
    from patientbook.pages.making import keep_site  # noqa: PLC0415 - as below
    from patientbook.pages.workplace import site_digest  # noqa: PLC0415 - as below

    chapters = [each.file for each in made.notebooks if "patientbook" in each.notebook.metadata]
    written = [file for file in chapters if write_notebook(place.root, file, made.runs[file])]
    digest = site_digest(place.root)
    if place.sites.read(digest) is None:
        keep_site(place, made, digest, offers_of)
    for file in written:
        tell(f"Wrote {file}")
    tell(f"Built {len(made.runs)} notebooks and their pages in {time.monotonic() - started:.1f} s.")
    if site:
        _write_site(place, made, site, where)


def _address(address: str | None) -> str | None:
    """The address with a slash at its end; PatientbookError when it is none."""
    if address is None:
        return None
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        message = f"{address} is no address of a website. It looks like https://example.org/guide/"
        raise PatientbookError(message)
    return f"{address.rstrip('/')}/"


def _write_site(place: Workplace, made: Made, folder: Path, address: str | None) -> None:
    from patientbook.exports.site.files import site_files  # noqa: PLC0415 - as below
    from patientbook.exports.site.folder import expect_ours, write_folder  # noqa: PLC0415 - as below
    from patientbook.exports.site.pages_of import pages_made  # noqa: PLC0415 - as below

    started = time.monotonic()
    expect_ours(folder)  # before the downloads, which take long
    tell("Making the downloads")
    pages = pages_made(place, made)
    tell("Writing the website")
    files = site_files(pages, address, place.sites.files())
    write_folder(folder, files)
    tell(f"Wrote {len(files)} files to {folder} in {time.monotonic() - started:.1f} s.")
    if address is None:
        tell("There is no sitemap.xml, because the website's address is not known. Name it with --address https://…")


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
