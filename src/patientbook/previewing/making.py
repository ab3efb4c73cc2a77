"""The guide's pages as its files are now, without anything written beside them: a preview changes nothing."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from patientbook.checking.guide import check_reading
from patientbook.notebooks import run_notebook
from patientbook.notebooks.edited import edited_notebooks
from patientbook.notebooks.needs import run_key
from patientbook.pages.entries import chapter_of
from patientbook.pages.making import HEALTH, notebooks_of
from patientbook.pages.offline import without_offline
from patientbook.pages.render import build_site
from patientbook.pages.workplace import engine_digest, input_files
from patientbook.problems import ContentError, PatientbookError, Severity
from patientbook.reading.guide import read_guide

from .quick_run import run_quickly

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from patientbook.notebooks import BuiltNotebook
    from patientbook.pages import Site
    from patientbook.pages.workplace import Workplace
    from patientbook.problems import Problem
    from patientbook.reading.models import Guide


@dataclass(frozen=True)
class Outcome:
    """What making the pages gave: a site, or why there is none. ``problems`` may be there beside a site, too."""

    site: Site | None
    problems: tuple[Problem, ...] = ()
    message: str = ""


def make_pages(place: Workplace) -> Outcome:
    """The guide's pages, or all that is wrong with it. Raises nothing about content."""
    problems: tuple[Problem, ...] = ()
    try:
        if place.made_from:
            place.made_from.renew()
        reading = read_guide(place.root)
        problems = tuple(check_reading(reading))
        if reading.guide is None or any(each.severity is Severity.ERROR for each in problems):
            return Outcome(None, problems)
        problems += tuple(edited_notebooks(reading.guide))  # told, but pages are shown: nothing is overwritten
        return Outcome(asyncio.run(_site(place, reading.guide)), problems)
    except ContentError as error:
        return Outcome(None, tuple(error.problems))
    except PatientbookError as error:
        return Outcome(None, problems, str(error))
    except OSError as error:  # a file went while it was read: an editor that saves, or a folder that is moved
        return Outcome(None, problems, f"A file could not be read: {error}")


async def _site(place: Workplace, guide: Guide) -> Site:
    notebooks = notebooks_of(place.root, guide)
    runs = {built.file: await _run(place, guide, built) for built in notebooks}
    # No downloads: they take seconds to make. No service worker: the newest page is always wanted.
    return without_offline(build_site(guide, runs, "preview", health=HEALTH))


async def _run(place: Workplace, guide: Guide, built: BuiltNotebook) -> NotebookNode:
    """The notebook run here where that can be done, else as `build` does it: once for what it depends on."""
    chapter = chapter_of(guide, built.file)
    quick = run_quickly(guide, chapter, built) if chapter else None
    if quick is not None:
        return quick
    inputs = [path.relative_to(place.root) for path in input_files(place.root)]
    key = run_key(guide, built, inputs, engine_digest())
    if kept := place.runs.read(key):
        return kept
    place.report(f"Running {built.file}")
    run = await run_notebook(place.root, built.file, built.notebook)
    place.keep(lambda: place.runs.write(key, run))
    return run
