"""`patientbook build`: the notebooks and the pages from the content."""

from __future__ import annotations

import time
from pathlib import Path

from patientbook.reading.guide import find_root

from .options import Cache, Root, cache_of, tell


def build(root: Root = Path(), cache: Cache = None) -> None:
    """Check the content, make the notebooks, run them once, and make the pages.

    Example: patientbook build
    """
    from patientbook.notebooks.build import refuse_hand_edited, write_notebook  # noqa: PLC0415 - `--help` needs none of it
    from patientbook.pages.making import (  # noqa: PLC0415 - as above
        Workplace,
        checked_guide,
        keep_site,
        notebooks_of,
        run_all,
        site_digest,
    )

    started = time.monotonic()
    place = Workplace(find_root(root), cache_of(root, cache), tell)
    guide = checked_guide(place)
    notebooks = notebooks_of(place.root, guide)
    chapters = [each for each in notebooks if "patientbook" in each.notebook.metadata]
    for each in chapters:
        refuse_hand_edited(place.root, each.file, each.notebook)
    runs = run_all(place, notebooks)
    written = [each.file for each in chapters if write_notebook(place.root, each.file, runs[each.file])]
    digest = site_digest(place.root)
    if place.sites.read(digest) is None:
        keep_site(place, guide, runs, digest)
    for file in written:
        tell(f"Wrote {file}")
    tell(f"Built {len(runs)} notebooks and their pages in {time.monotonic() - started:.1f} s.")
