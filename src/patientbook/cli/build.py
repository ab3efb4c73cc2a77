"""`patientbook build`: the notebooks and the pages from the content."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from patientbook.reading.root import find_root

from .options import Cache, Root, cache_of, tell

if TYPE_CHECKING:
    from patientbook.notebooks import BuiltNotebook


def build(root: Root = Path(), cache: Cache = None) -> None:
    """Check the content, make the notebooks, run them once, and make the pages.

    Example: patientbook build
    """
    from patientbook.notebooks.build import refuse_hand_edited, write_notebook  # noqa: PLC0415 - `--help` needs none of it
    from patientbook.pages.making import keep_site, make_notebooks  # noqa: PLC0415 - as above
    from patientbook.pages.workplace import Workplace, site_digest  # noqa: PLC0415 - as above

    started = time.monotonic()
    place = Workplace(find_root(root), cache_of(root, cache), tell)

    def refuse_edited(notebooks: tuple[BuiltNotebook, ...]) -> None:
        for each in notebooks:
            if "patientbook" in each.notebook.metadata:
                refuse_hand_edited(place.root, each.file, each.notebook)

    made = make_notebooks(place, refuse_edited)
    chapters = [each.file for each in made.notebooks if "patientbook" in each.notebook.metadata]
    written = [file for file in chapters if write_notebook(place.root, file, made.runs[file])]
    digest = site_digest(place.root)
    if place.sites.read(digest) is None:
        keep_site(place, made, digest)
    for file in written:
        tell(f"Wrote {file}")
    tell(f"Built {len(made.runs)} notebooks and their pages in {time.monotonic() - started:.1f} s.")
