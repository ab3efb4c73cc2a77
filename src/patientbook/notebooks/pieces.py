"""A chapter's Markdown cut into the lines of its cells and what stands between them, and put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from patientbook.lessons.translate import to_markdown, to_notebook

from .build import cell_ids

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from patientbook.reading.models import Cell, Chapter

    from .build import NotebookCell
    from .merging import Step

_CODE_CELL = re.compile(r"^ {0,3}(`{3,}|~{3,})\{code-cell\}")
_BREAK = "+++"  # between two cells of text; what follows on its line are facts about the cell after it
_FENCE = "```"


@dataclass(frozen=True)
class Piece:
    """A cell's lines in the Markdown file, from ``start`` up to, not including, ``end``; fences are part of it.

    ``first`` is the line its source begins at, ``source`` what the notebook has for it, and ``id`` the cell's id there.
    """

    kind: str
    source: str
    id: str
    start: int
    first: int
    end: int


@dataclass(frozen=True)
class Manuscript:
    """A chapter's file as lines, each with the carriage return it may end in, and the pieces its cells are."""

    lines: tuple[str, ...]
    pieces: tuple[Piece, ...]
    keys: tuple[str, ...]
    chapters: Collection[str]

    @property
    def ending(self) -> str:
        """What a new line ends in before its line feed: what most lines here do."""
        return "\r" if sum(line.endswith("\r") for line in self.lines) * 2 > len(self.lines) else ""

    def joined(self, steps: Sequence[Step], cells: Sequence[NotebookCell]) -> str:
        """The text of the file with ``steps`` for its cells. Lines that no step changes are kept byte for byte."""
        out = list(self.lines[: self.pieces[0].start] if self.pieces else self.lines)
        before: Step | None = None
        for step in steps:
            if before is not None:
                out += self._gap(before, step, cells)
            out += self._step(step, cells)
            before = step
        out += self.lines[self.pieces[-1].end :] if self.pieces else ()
        return "\n".join(self._ended(out))

    def _step(self, step: Step, cells: Sequence[NotebookCell]) -> list[str]:
        if step.piece is None:
            return self._new(cells[step.cell or 0])
        piece = self.pieces[step.piece]
        return list(self.lines[piece.start : piece.end]) if step.cell is None else self._edited(piece, cells[step.cell])

    def _edited(self, piece: Piece, cell: NotebookCell) -> list[str]:
        old, new, written = piece.source.split("\n"), cell.source.split("\n"), self._written(cell)
        out = list(self.lines[piece.start : piece.first])
        for what, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
            out += self.lines[piece.first + i1 : piece.first + i2] if what == "equal" else written[j1:j2]
        return [*out, *self.lines[piece.first + len(old) : piece.end]]

    def _new(self, cell: NotebookCell) -> list[str]:
        source = self._written(cell)
        if cell.kind != "code":
            return source
        fence = max([_FENCE, *(f"{run}`" for run in re.findall(r"^ {0,3}(`{3,})", cell.source, re.MULTILINE))], key=len)
        return [f"{fence}{{code-cell}} ipython3{self.ending}", *source, f"{fence}{self.ending}"]

    def _written(self, cell: NotebookCell) -> list[str]:
        source = to_markdown(cell.source, self.keys, self.chapters) if cell.kind == "markdown" else cell.source
        return [line + self.ending for line in source.split("\n")]

    def _gap(self, before: Step, after: Step, cells: Sequence[NotebookCell]) -> list[str]:
        """What stands between two cells: what did between neighbours, else a blank line and, between texts, a break."""
        if before.piece is not None and after.piece == before.piece + 1:
            return list(self.lines[self.pieces[before.piece].end : self.pieces[after.piece].start])
        kinds = {self._kind(step, cells) for step in (before, after)}
        has_break = after.piece is not None and self.lines[self.pieces[after.piece].start].startswith(_BREAK)
        blank = self.ending
        return [blank, f"{_BREAK}{self.ending}", blank] if kinds == {"markdown"} and not has_break else [blank]

    def _kind(self, step: Step, cells: Sequence[NotebookCell]) -> str:
        return self.pieces[step.piece].kind if step.piece is not None else cells[step.cell or 0].kind

    def _ended(self, out: list[str]) -> list[str]:
        """Where the file's last line had no end, whichever line is last now has none, and the others have theirs."""
        last = self.lines[-1]
        if not self.ending or not last:
            return out
        return [*(line + self.ending if line is last else line for line in out[:-1]), out[-1].removesuffix("\r")]


def cut(chapter: Chapter, text: str, keys: Sequence[str], chapters: Collection[str]) -> Manuscript:
    """The chapter's file, whose content is ``text``. ``keys`` are the sources as the notebook numbers them.

    Cells without words are not pieces: they are part of what stands between.
    """
    lines = tuple(text.split("\n"))
    cells = [cell for cell in chapter.cells if cell.source.strip()]
    sources = [to_notebook(cell.source, keys) if cell.kind == "markdown" else cell.source for cell in cells]
    ids = cell_ids([(cell.kind, source) for cell, source in zip(cells, sources, strict=True)])
    pieces: list[Piece] = []
    for cell, source, id_ in zip(cells, sources, ids, strict=True):
        start, end = _extent(cell, lines, pieces[-1].end if pieces else 0)
        pieces.append(Piece(cell.kind, source, id_, start, cell.line - 1, end))
    return Manuscript(lines, tuple(pieces), tuple(keys), chapters)


def _extent(cell: Cell, lines: Sequence[str], after: int) -> tuple[int, int]:
    first = cell.line - 1
    end = first + cell.source.count("\n") + 1
    if cell.kind == "markdown":
        above = next((index for index in range(first - 1, after - 1, -1) if lines[index].strip()), first)
        return (above if lines[above].startswith(f"{_BREAK} ") else first), end
    start = next(index for index in range(first - 1, after - 1, -1) if _CODE_CELL.match(lines[index]))
    fence = (_CODE_CELL.match(lines[start]) or [""])[1]
    return start, next(index for index in range(end, len(lines)) if lines[index].strip() == fence) + 1
