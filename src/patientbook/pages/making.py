"""From the content to the finished site: what `build` and `serve` both do."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import nbformat
import patientbook_widgets
from nbformat import NotebookNode

import patientbook
from patientbook.notebooks import BuiltNotebook, RunCache, build_notebook, run_notebook
from patientbook.notebooks.run import run_key
from patientbook.problems import ContentError, PatientbookError, Severity

from .render import build_site
from .store import SiteStore

if TYPE_CHECKING:
    from patientbook.reading.models import Guide

    from .site import Site

Report = Callable[[str], None]
HEALTH = "healthz"  # where pages ask whether the server is still there
AT_ONCE = 2  # kernels while building; each is a Python process of some 60 MiB


@dataclass(frozen=True)
class Workplace:
    """Where things are: the guide's folder and the cache's, and whom to tell how far we are."""

    root: Path
    cache: Path
    report: Report

    def keep(self, write: Callable[[], None]) -> None:
        """Write to the cache; a guide is read all the same where that cannot be done, only made anew each time."""
        try:
            write()
        except PatientbookError as error:
            self.report(f"Not kept for the next start: {error} Choose another place with --cache.")

    @property
    def sites(self) -> SiteStore:
        """Finished sites."""
        return SiteStore(self.cache / "sites")

    @property
    def runs(self) -> RunCache:
        """Executed notebooks."""
        return RunCache(self.cache / "runs")


def site_digest(root: Path) -> str:
    """64 hex digits that change when any file the site is made from changes, or the engine does."""
    digest = hashlib.sha256(engine_digest().encode())
    for path in input_files(root):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def input_files(root: Path) -> list[Path]:
    """Every file a site is made from: the content, and the notebooks that are not built from it."""
    found = (path for folder in ("content", "notebooks") for path in (root / folder).rglob("*"))
    return sorted(
        path
        for path in found
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)
    )


@cache
def engine_digest() -> str:
    """The hash of our own code, templates and built assets."""
    digest = hashlib.sha256()
    for package in (patientbook, patientbook_widgets):
        folder = Path(str(package.__file__)).parent
        for path in sorted(each for each in folder.rglob("*") if each.is_file() and each.suffix != ".pyc"):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def make_site(place: Workplace) -> Site:
    """The site as it should be now: from the store when nothing changed, else made and kept.

    Raises:
        ContentError: the content has errors.
        PatientbookError: a notebook does not run, the widgets are not built, or the cache cannot be written to.
    """
    digest = site_digest(place.root)
    if site := place.sites.read(digest):
        return site
    guide = checked_guide(place)
    runs = run_all(place, notebooks_of(place.root, guide))
    return keep_site(place, guide, runs, digest)


def keep_site(place: Workplace, guide: Guide, runs: Mapping[PurePosixPath, NotebookNode], digest: str) -> Site:
    """Render the site as the app serves it and keep it in the store."""
    place.report("Making the pages")
    site = build_site(guide, runs, digest, health=HEALTH)
    place.keep(lambda: place.sites.write(site))
    return site


def checked_guide(place: Workplace) -> Guide:
    """The guide, when the checks find no error.

    Raises:
        ContentError: they found some.
    """
    # Imported here because an app with everything in its store reads and checks nothing.
    from patientbook.checking.guide import check_reading  # noqa: PLC0415 - as said above
    from patientbook.reading.guide import read_guide  # noqa: PLC0415 - as said above

    place.report("Reading and checking the content")
    reading = read_guide(place.root)
    errors = [problem for problem in check_reading(reading) if problem.severity == Severity.ERROR]
    if errors or reading.guide is None:
        raise ContentError(errors)
    return reading.guide


def notebooks_of(root: Path, guide: Guide) -> list[BuiltNotebook]:
    """The chapters' notebooks, in the guide's order, and after them those that an educator put beside them."""
    built = [
        build_notebook(guide, chapter) for content in guide.languages.values() for chapter in content.chapters.values()
    ]
    made = {each.file for each in built}
    there = (PurePosixPath(path.relative_to(root).as_posix()) for path in input_files(root) if path.suffix == ".ipynb")
    beside = (BuiltNotebook(file, _read(root, file)) for file in there if file not in made)
    # One that was built from a chapter that is gone is nobody's own.
    return built + [each for each in beside if "patientbook" not in each.notebook.metadata]


def run_all(place: Workplace, notebooks: Iterable[BuiltNotebook]) -> dict[PurePosixPath, NotebookNode]:
    """Run every notebook that has not been run as it is now; the order is kept.

    Raises:
        PatientbookError: a cell failed, or the cache cannot be written to.
    """
    return asyncio.run(_run_all(place, list(notebooks)))


async def _run_all(place: Workplace, notebooks: list[BuiltNotebook]) -> dict[PurePosixPath, NotebookNode]:
    places = asyncio.Semaphore(AT_ONCE)

    async def one(number: int, built: BuiltNotebook) -> NotebookNode:
        key = run_key(built.notebook, _read_by(place.root, built.file), engine_digest())
        if kept := place.runs.read(key):
            return kept
        async with places:
            place.report(f"Running {built.file} ({number} of {len(notebooks)})")
            run = await run_notebook(place.root, built.file, built.notebook)
        place.keep(lambda: place.runs.write(key, run))
        return run

    tasks = [asyncio.create_task(one(number, built)) for number, built in enumerate(notebooks, 1)]
    try:
        runs = await asyncio.gather(*tasks)
    finally:  # one has failed, or somebody stopped us: the others end before their error or the next line is told
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return {built.file: run for built, run in zip(notebooks, runs, strict=True)}


def _read_by(root: Path, file: PurePosixPath) -> list[Path]:
    """The files that a notebook's run depends on: its own questions, and what all chapters share."""
    content = root / "content"
    own_quizzes = content / file.parent.name / "quizzes" / f"{file.stem}.yaml"
    shared = (
        path for path in content.rglob("*") if path.is_file() and path.parent.name != "quizzes" and path.suffix != ".md"
    )
    return [*shared, own_quizzes]


def _read(root: Path, file: PurePosixPath) -> NotebookNode:
    try:
        notebook: NotebookNode = nbformat.read(root / file, as_version=4)
    except (OSError, ValueError, AttributeError, nbformat.ValidationError) as error:
        message = (
            f"{file} is not a readable notebook: {error}. Open it in JupyterLab and save it again, or move it away."
        )
        raise PatientbookError(message) from error
    return notebook
