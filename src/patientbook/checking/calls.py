"""What a chapter's code cells call: `lesson.quiz("first-ideas")` and the like."""

from __future__ import annotations

import ast
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from patientbook.reading.rules import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.reading.models import Cell


@dataclass(frozen=True)
class Call:
    """A call of a method of `lesson`, or of `open_lesson`. An argument that is no plain value is None."""

    method: str
    arguments: tuple[object, ...]
    place: Place


def calls_of(cell: Cell) -> Iterator[Call]:
    """The calls in a code cell; none when it is no Python."""
    tree = parsed(cell)
    if not isinstance(tree, ast.Module):
        return
    for node in ast.walk(tree):
        method = _method(node.func) if isinstance(node, ast.Call) else None
        if method and isinstance(node, ast.Call):
            arguments = tuple(one.value if isinstance(one, ast.Constant) else None for one in node.args)
            keywords = tuple(None for _ in node.keywords)
            yield Call(method, arguments + keywords, Place(cell.line + node.lineno - 1, node.col_offset + 1))


def parsed(cell: Cell) -> ast.Module | SyntaxError:
    """The cell as Python, or what is wrong with it. Lines of IPython (`%`, `!`, `?`) are passed over."""
    lines = ("" if line.lstrip().startswith(("%", "!", "?")) else line for line in cell.source.split("\n"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse("\n".join(lines))
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError) as error:
        return SyntaxError(str(error))


def _method(function: ast.expr) -> str | None:
    if isinstance(function, ast.Name) and function.id == "open_lesson":
        return function.id
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "lesson":
        return function.attr
    return None
