"""Every notebook of a guide run, those that were run before taken from the cache."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from patientbook.notebooks import run_notebook
from patientbook.notebooks.needs import run_key

from .workplace import engine_digest, input_files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import PurePosixPath

    from nbformat import NotebookNode

    from patientbook.notebooks import BuiltNotebook
    from patientbook.notebooks.kernel import SpareKernel
    from patientbook.reading.models import Guide

    from .workplace import Workplace

AT_ONCE = 2  # kernels; each is a Python process of some 60 MiB


async def run_all(
    place: Workplace,
    guide: Guide,
    notebooks: Sequence[BuiltNotebook],
    check: Callable[[], None],
    spare: SpareKernel | None = None,
) -> dict[PurePosixPath, NotebookNode]:
    """Run every notebook that has not been run as it is now; the order is kept. ``spare`` is for the first of them.

    ``check`` is called in a thread while the first kernels start. Before it is done nothing is told or kept of a run,
    and what it raises ends them all.

    Raises:
        PatientbookError: a cell failed, or whatever ``check`` raises.
    """
    inputs = [path.relative_to(place.root) for path in input_files(place.root)]
    keys = {built.file: run_key(guide, built, inputs, engine_digest()) for built in notebooks}
    runs = await _Runs(place, keys, spare).all(notebooks, check)
    place.runs.drop_old(keys.values())
    return runs


class _Runs:
    """The runs of one build, by their keys."""

    def __init__(self, place: Workplace, keys: dict[PurePosixPath, str], spare: SpareKernel | None) -> None:
        self._place = place
        self._keys = keys
        self._spare = spare
        self._kernels = asyncio.Semaphore(AT_ONCE)
        self._is_checked = asyncio.Event()
        self._unsaid: list[str] = []

    async def all(
        self, notebooks: Sequence[BuiltNotebook], check: Callable[[], None]
    ) -> dict[PurePosixPath, NotebookNode]:
        tasks = [asyncio.create_task(self._one(built)) for built in notebooks]
        try:
            await asyncio.to_thread(check)
            self._is_checked.set()
            for line in self._unsaid:
                self._place.report(line)
            runs = await asyncio.gather(*tasks)
        finally:  # one has failed, or somebody stopped us: the others end before their error or the next line is told
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return {built.file: run for built, run in zip(notebooks, runs, strict=True)}

    async def _one(self, built: BuiltNotebook) -> NotebookNode:
        key = self._keys[built.file]
        if kept := self._place.runs.read(key):
            return kept
        async with self._kernels:
            self._say(f"Running {built.file} ({list(self._keys).index(built.file) + 1} of {len(self._keys)})")
            run = await run_notebook(self._place.root, built.file, built.notebook, self._spare)
        await self._is_checked.wait()
        self._place.keep(lambda: self._place.runs.write(key, run))
        return run

    def _say(self, line: str) -> None:
        if self._is_checked.is_set():
            self._place.report(line)
        else:
            self._unsaid.append(line)
