"""The cells of a MyST text notebook, each with its line.

The format is Jupytext's (`format_name: myst`, version 0.13), and so is the way of splitting; a test compares the two.
Jupytext itself is not asked because importing it takes a second or two in every kernel that opens a lesson.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Literal

from markdown_it import MarkdownIt
from mdit_py_plugins.myst_blocks import myst_block_plugin
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from .models import Cell

if TYPE_CHECKING:
    from markdown_it.token import Token

CODE, RAW = "{code-cell}", "{raw-cell}"


class CellSyntaxError(ValueError):
    """The start of a cell cannot be read; ``line`` is the cell's, counted from 1."""

    def __init__(self, line: int, reason: str) -> None:
        self.line = line
        super().__init__(reason)


def split_cells(text: str) -> list[Cell]:
    """The cells of ``text``, which has Unix line ends and its front matter blanked.

    Raises:
        CellSyntaxError: the options of a code cell are no YAML, or those of a Markdown cell no JSON object.
    """
    lines = text.split("\n")
    cells: list[Cell] = []
    start = 0
    for token in _parser().parse(text + "\n"):  # as Jupytext does, which shows where a fence is never closed
        if token.level or token.map is None or not (_is_cell(token) or token.type == "myst_block_break"):
            continue
        cells += _markdown(lines, start, token.map[0])
        if token.type == "myst_block_break":
            _expect_json(token)
        else:
            cells.append(_fenced(token))
        start = token.map[1]
    return cells + _markdown(lines, start, len(lines))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table").use(myst_block_plugin).disable("inline", True)


def _is_cell(token: Token) -> bool:
    return token.type == "fence" and token.info.startswith((CODE, RAW))


def _markdown(lines: list[str], start: int, end: int) -> list[Cell]:
    """The Markdown between two cells, without the blank lines around it; no cell when nothing is left."""
    text = "\n".join(lines[start:end]).rstrip()
    blank = len(text) - len(text.lstrip("\n"))
    return [Cell("markdown", text[blank:], start + blank + 1)] if text[blank:] else []


def _fenced(token: Token) -> Cell:
    first = (token.map or [0])[0]
    lines = token.content.removesuffix("\n").split("\n") if token.content else []
    start, end = _options(lines)
    body = lines[end:]
    if start is not None:
        _expect_yaml([line.lstrip().removeprefix(":") for line in lines[start:end] if line[:3] != "---"], first + 1)
        body = body[:-1] if body and not body[-1] else body  # as Jupytext does where there may be options
    if body and not body[0].strip():
        body, end = body[1:], end + 1
    kind: Literal["markdown", "code"] = "code" if token.info.startswith(CODE) else "markdown"
    return Cell(kind, "\n".join(body), first + 2 + end)


def _options(lines: list[str]) -> tuple[int | None, int]:
    """Where the options of a fenced cell start, None where there are none, and where its body starts.

    Options stand between two lines of `---`, or each after a colon.
    """
    if lines and lines[0].startswith("---"):
        end = next((index for index, line in enumerate(lines[1:], 1) if line.startswith("---")), len(lines))
        return 1, min(end + 1, len(lines))
    if "".join(lines).lstrip().startswith(":"):
        return 0, next((index for index, line in enumerate(lines) if not line.lstrip().startswith(":")), len(lines))
    return None, 0


def _expect_yaml(options: list[str], line: int) -> None:
    try:
        YAML(typ="safe", pure=True).load("\n".join(options))
    except YAMLError as error:
        raise CellSyntaxError(line, str(error).partition("\n")[0]) from error


def _expect_json(token: Token) -> None:
    line = (token.map or [0])[0] + 1
    try:
        is_object = isinstance(json.loads(token.content.strip() or "{}"), dict)
    except ValueError as error:
        raise CellSyntaxError(line, str(error)) from error
    if not is_object:
        reason = "what follows +++ is no JSON object"
        raise CellSyntaxError(line, reason)
