"""Slips of the pen in Markdown: signs that a reader would see as they are, because they are nearly right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from patientbook.reading.rules import Place, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.problems import Problem

    from .subject import Subject

HEADING_SLIP = Rule("heading-slip", "A heading has no space after its '#'.", "Write a space after the last '#'.")
CELL_SLIP = Rule(
    "cell-slip",
    "A code cell does not begin and end with a line of three backticks.",
    "Begin it with ```{code-cell} ipython3 and end it with ```, each on a line of its own.",
)
LINK_SLIP = Rule(
    "link-slip",
    "A link has its brackets the wrong way round, apart, or not closed.",
    "Write it as [words](address), without a space between the two.",
)
_HEADING = re.compile(r"^#{1,6}[^\W\d_]\w*", re.MULTILINE)
_CELL = re.compile(r"^\s*(`+)\s*\{code-cell\}", re.MULTILINE)
_ADDRESS = r"(?:https?://|www\.|#[a-z]|[\w./-]+\.md\b)"
_LINKS = (
    (re.compile(rf"\[[^\]\n]+\]\s+\({_ADDRESS}[^)\n]*\)"), "The two halves of a link stand apart."),
    (re.compile(rf"\([^()\n]+\)\[{_ADDRESS}[^\]\n]*\]"), "A link has its round and its square brackets swapped."),
    (re.compile(rf"\[[^\]\n]+\]\({_ADDRESS}[^)\s]*(?=[\s.]|$)(?![^(\n]*\))"), "A link is not closed."),
)


def heading_slip(subject: Subject) -> Iterator[Problem]:
    """Lines such as '##Genes', which are no headings."""
    for text in subject.texts:
        for passage in text.passages:
            for match in _HEADING.finditer(passage.block.prose) if passage.is_prose and not text.path else ():
                what = f"'{match[0]}' is no heading without a space."
                yield HEADING_SLIP.broken(text.file, passage.place(match.start()), what)


def cell_slip(subject: Subject) -> Iterator[Problem]:
    """Cells that begin within another cell, because that one is not closed, or with too few backticks."""
    for article in subject.articles:
        for cell in article.cells:
            for match in _CELL.finditer(cell.source):
                line = cell.line + cell.source.count("\n", 0, match.start(1))
                if cell.kind == "code":
                    what = "The code cell that begins here is not closed."
                    yield CELL_SLIP.broken(article.file, Place(cell.line - 1, 1), what, "End it with a line ```.")
                    break
                if len(match[1]) < 3:  # noqa: PLR2004 - a fence has three
                    yield CELL_SLIP.broken(article.file, Place(line, 1), "The code cell has too few backticks.")


def link_slip(subject: Subject) -> Iterator[Problem]:
    """What was meant as a link and is none."""
    for text in subject.texts:
        for passage in text.passages:
            for pattern, what in _LINKS if passage.is_prose else ():
                for match in pattern.finditer(passage.block.prose):
                    yield LINK_SLIP.broken(text.file, passage.place(match.start()), what)
