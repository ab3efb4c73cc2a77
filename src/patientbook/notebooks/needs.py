"""What the run of a notebook depends on. A kept run is found again only by the hash of all of it.

A chapter shows its own part of the guide and what all chapters share, so its run outlives an edit of another chapter;
of the list of all terms only the places where terms are used come from there. A notebook that does anything else than
call `lesson` may read whatever there is, and so depends on every file.
"""

from __future__ import annotations

import ast
import hashlib
import json
from typing import TYPE_CHECKING

from patientbook.lessons.uses import uses_of_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from patientbook.reading.models import Guide

    from .build import BuiltNotebook

# What `lesson` shows of its own chapter and of what all chapters share; a new method counts as reading everything.
OF_ITS_CHAPTER = frozenset({"opening", "glossary", "figure", "quiz", "survival", "sources"})
OF_ALL_LINKS = frozenset({"term_list"})
_EVERYTHING = "everything"


def run_key(guide: Guide, built: BuiltNotebook, inputs: Iterable[Path], engine: str) -> str:
    """64 hex digits: the hash of the notebook's cells, of what they may show, and of the engine's own digest.

    ``inputs`` are the files the site is made from, relative to the guide's folder.
    """
    notebook = built.notebook
    calls = set(_calls(built))
    digest = hashlib.sha256(engine.encode())
    digest.update(json.dumps([[cell.cell_type, cell.source] for cell in notebook.cells]).encode())
    digest.update(json.dumps(notebook.metadata.get("patientbook", {}), sort_keys=True).encode())
    for file in sorted(path for path in inputs if _may_read(path, built, calls)):
        content = (guide.root / file).read_bytes()
        digest.update(f"{file.as_posix()}\0{len(content)}\0".encode() + content)
    if calls & OF_ALL_LINKS:
        digest.update(repr(sorted(uses_of_terms(guide, guide.languages[built.file.parent.name]).items())).encode())
    return digest.hexdigest()


def only_calls_lesson(built: BuiltNotebook) -> bool:
    """Whether the notebook's code does nothing else than show what ``lesson`` has."""
    return _EVERYTHING not in set(_calls(built))


def _may_read(file: Path, built: BuiltNotebook, calls: set[str]) -> bool:
    """Whether a file counts, beside the notebook's own cells. Notebooks do not: `build` writes them."""
    if _EVERYTHING in calls:
        return file.suffix != ".ipynb"
    is_quiz = file.parent.name == "quizzes"
    is_its_quiz = is_quiz and file.parent.parent.name == built.file.parent.name and file.stem == built.file.stem
    return file.parts[0] == "content" and file.suffix != ".md" and (is_its_quiz or not is_quiz)


def _calls(built: BuiltNotebook) -> Iterator[str]:
    """What the code cells call on `lesson`; ``_EVERYTHING`` where they do something else."""
    if "patientbook" not in built.notebook.metadata:
        yield _EVERYTHING
    for cell in built.notebook.cells:
        if cell.cell_type == "code":
            try:
                body: Sequence[ast.stmt] = ast.parse(cell.source).body
            except (SyntaxError, ValueError):  # lines of IPython: `%run`, `!cat`
                yield _EVERYTHING
                continue
            name = f"{built.file.parent.name}/{built.file.stem}"
            yield from (call for statement in body if (call := _call(statement, name)))


def _call(statement: ast.stmt, name: str) -> str:
    """The method of `lesson` that a statement calls; empty for the two that open the lesson called ``name``."""
    written = ast.unparse(statement)
    if written in ("from patientbook import open_lesson", f"lesson = open_lesson({name!r})"):
        return ""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        call = statement.value
        is_plain = all(isinstance(each, ast.Constant) for each in call.args) and not call.keywords
        method = ast.unparse(call.func).removeprefix("lesson.")
        if is_plain and method in OF_ITS_CHAPTER | OF_ALL_LINKS and ast.unparse(call.func) != method:
            return method
    return _EVERYTHING
