"""Which piece of the Markdown each cell of an edited notebook belongs to, when the Markdown may have changed too.

Three lists of cells meet here: those `build` wrote into the notebook (the base), those of the notebook now, and those
of the Markdown now. What only one side changed is taken from that side. What both changed differently is refused.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .build import NotebookCell


@dataclass(frozen=True)
class Step:
    """One cell of the merged chapter: a piece as it stands, a piece that takes a cell's edit, or a new cell."""

    piece: int | None
    cell: int | None


class _Conflict(Exception):  # noqa: N818 - caught in this file, where it becomes a sentence
    """What both sides changed, in words."""


def merge(base: Sequence[str], now: Sequence[str], cells: Sequence[NotebookCell], file: str) -> list[Step]:
    """The merged chapter, in order. ``base`` and ``now`` are cell ids, ``file`` is named in the error.

    Raises:
        PatientbookError: the same cell was changed on both sides, or both changed the order or number of cells.
    """
    was, is_ = [_digest(id_) for id_ in base], [_digest(id_) for id_ in now]
    if [cell.digest for cell in cells] == is_:
        return [Step(piece, None) for piece in range(len(now))]
    origins = _origins(base, cells)
    try:
        if origins == list(range(len(base))):
            return _edits_into_pieces(was, is_, cells)
        if _is_rearranged(was, is_):
            raise _Conflict("the order or number of its cells, here and there")
        return _pieces_into_order(was, is_, cells, origins)
    except _Conflict as conflict:
        message = (
            f"{file} was changed since the notebook was built, and both changed {conflict}. "
            "Copy your edit into the Markdown by hand, then move the notebook away and run `patientbook build`."
        )
        raise PatientbookError(message) from None


def _digest(id_: str) -> str:
    return id_.partition("-")[0]


def _origins(base: Sequence[str], cells: Sequence[NotebookCell]) -> list[int | None]:
    """For each cell of the notebook the index of the cell it was built as: by its id, else by what it says.

    A cell that was cut and pasted has a new id but says the same.
    """
    free = {id_: index for index, id_ in enumerate(base)}
    origins: list[int | None] = [free.pop(cell.id, None) for cell in cells]
    for number, cell in enumerate(cells):
        if origins[number] is None:
            same = next((id_ for id_ in free if _digest(id_) == cell.digest), None)
            origins[number] = free.pop(same) if same else None
    return origins


def _is_rearranged(was: Sequence[str], is_: Sequence[str]) -> bool:
    """Whether the Markdown's cells were moved, added or removed, not only edited where they stand."""
    changed = [(old, new) for old, new in zip(was, is_, strict=False) if old != new]
    moved = Counter(old for old, _ in changed) & Counter(new for _, new in changed)
    return len(was) != len(is_) or bool(moved)


def _edits_into_pieces(was: Sequence[str], is_: Sequence[str], cells: Sequence[NotebookCell]) -> list[Step]:
    """The notebook's cells stand as they were built, some of them edited: the Markdown's order counts."""
    pieces = _pieces(was, is_)
    edited = {index for index, cell in enumerate(cells) if cell.digest != was[index]}
    for index in sorted(edited):
        _expect_one_sided(index, pieces.get(index), was, is_, cells[index].digest, index)
    taken = {pieces[index]: index for index in edited if index in pieces}
    return [Step(piece, taken.get(piece)) for piece in range(len(is_))]


def _pieces_into_order(
    was: Sequence[str], is_: Sequence[str], cells: Sequence[NotebookCell], origins: Sequence[int | None]
) -> list[Step]:
    """Cells were moved, added or removed in the notebook, and none in the Markdown: the notebook's order counts."""
    gone = sorted(set(range(len(was))) - set(origins))
    for index in gone:
        if was[index] != is_[index]:
            raise _Conflict(f"cell {index + 1} of the chapter, which the notebook no longer has")
    steps = []
    for number, (cell, origin) in enumerate(zip(cells, origins, strict=True)):
        is_edited = origin is None or cell.digest != was[origin]
        if origin is not None and is_edited:
            _expect_one_sided(origin, origin, was, is_, cell.digest, number)
        steps.append(Step(origin, number if is_edited else None))
    return steps


def _pieces(was: Sequence[str], is_: Sequence[str]) -> Mapping[int, int]:
    """For cells of the base the index of their piece now; cells that cannot be told for sure are left out."""
    if not _is_rearranged(was, is_):
        return {index: index for index in range(len(was))}
    blocks = SequenceMatcher(a=was, b=is_, autojunk=False).get_matching_blocks()
    return {block.a + at: block.b + at for block in blocks for at in range(block.size)}


def _expect_one_sided(  # noqa: PLR0913, PLR0917 - the three versions of a cell and its number
    origin: int, piece: int | None, was: Sequence[str], is_: Sequence[str], edited: str, number: int
) -> None:
    if piece is None or is_[piece] not in (was[origin], edited):
        raise _Conflict(f"cell {number + 1} of the notebook")
