"""From the content to the finished site: what `build` and `serve` both do."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from patientbook.notebooks import BuiltNotebook, build_notebook
from patientbook.notebooks.files import read_notebook
from patientbook.problems import ContentError, PatientbookError, Severity

from .copies import with_copies
from .entries import Offers
from .render import build_site
from .running import run_all
from .workplace import Workplace, input_files, site_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nbformat import NotebookNode

    from patientbook.notebooks.kernel import SpareKernel
    from patientbook.problems import Problem
    from patientbook.reading.guide import Reading
    from patientbook.reading.models import Guide

    from .site import Site

HEALTH = "healthz"  # where pages ask whether the server is still there


@dataclass(frozen=True)
class Made:
    """A guide without errors and its notebooks, built and run, by file in the guide's order."""

    guide: Guide
    notebooks: tuple[BuiltNotebook, ...]
    runs: Mapping[PurePosixPath, NotebookNode]


def no_offers(_: Guide) -> Offers:
    """Nothing besides the pages."""
    return Offers()


def make_site(place: Workplace, offers: Callable[[Guide], Offers] = no_offers) -> Site:
    """The site as it should be now: from the store when nothing changed, else made and kept.

    ``offers`` says what a guide offers besides its pages. Who asks knows that, and this package does not.

    Raises:
        ContentError: the content has errors.
        PatientbookError: a notebook does not run, or the widgets are not built.
    """
    digest = site_digest(place.root)
    if site := place.sites.read(digest):
        return site
    return keep_site(place, asyncio.run(_make_notebooks(place)), digest, offers)


async def _make_notebooks(place: Workplace) -> Made:
    # Imported here, and reading below, because an app with everything in its store reads and runs nothing.
    from patientbook.notebooks.kernel import spare_kernel  # noqa: PLC0415 - as said above

    async with spare_kernel(place.root) as spare:
        return await make_notebooks(place, spare=spare)


def keep_site(place: Workplace, made: Made, digest: str, offers: Callable[[Guide], Offers] = no_offers) -> Site:
    """Render the site as the app serves it and keep it in the store."""
    place.report("Making the pages")
    site = build_site(made.guide, made.runs, digest, health=HEALTH, offers=offers(made.guide))
    site = with_copies(site, place.sites.files())
    place.keep(lambda: place.sites.write(site))
    return site


async def make_notebooks(
    place: Workplace,
    expect: Callable[[tuple[BuiltNotebook, ...]], None] | None = None,
    spare: SpareKernel | None = None,
) -> Made:
    """Read and check the guide, and run what has to be run; ``spare`` is a kernel for the first of it.

    ``expect`` may refuse the notebooks, once there are no errors in the content.

    Raises:
        ContentError: the content has errors.
        PatientbookError: a notebook is unreadable or does not run.
    """
    place.report("Reading and checking the content")
    guide, reading = _read(place.root)
    try:
        notebooks = notebooks_of(place.root, guide)
    except PatientbookError:
        _expect_no_errors(reading)  # whatever stands in the content is told first
        raise

    def check() -> None:
        _expect_no_errors(reading)
        if expect:
            expect(notebooks)

    return Made(guide, notebooks, await run_all(place, guide, notebooks, check, spare))


def _read(root: Path) -> tuple[Guide, Reading]:
    from patientbook.reading.guide import read_guide  # noqa: PLC0415 - as above

    reading = read_guide(root)
    if reading.guide is None or reading.has_errors:
        raise ContentError(_errors(reading))
    return reading.guide, reading


def _expect_no_errors(reading: Reading) -> None:
    if errors := _errors(reading):
        raise ContentError(errors)


def _errors(reading: Reading) -> list[Problem]:
    from patientbook.checking.guide import check_reading  # noqa: PLC0415 - as above

    return [problem for problem in check_reading(reading) if problem.severity is Severity.ERROR]


def notebooks_of(root: Path, guide: Guide) -> tuple[BuiltNotebook, ...]:
    """The chapters' notebooks, in the guide's order, and after them those that an educator put beside them.

    Raises:
        PatientbookError: one of the latter cannot be read.
    """
    built = [
        build_notebook(guide, chapter) for content in guide.languages.values() for chapter in content.chapters.values()
    ]
    made = {each.file for each in built}
    there = (PurePosixPath(path.relative_to(root).as_posix()) for path in input_files(root) if path.suffix == ".ipynb")
    beside = (BuiltNotebook(file, read_notebook(root / file, file)) for file in there if file not in made)
    # One that was built from a chapter that is gone is nobody's own, and one that says whom it is for is no page.
    return (*built, *(each for each in beside if "patientbook" not in each.notebook.metadata))
