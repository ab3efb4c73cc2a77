"""Texts for readers, wherever they are written, as passages whose words have places."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from patientbook.reading.blocks import Block, read_blocks
from patientbook.reading.files import place_at
from patientbook.reading.markdown import Reference, references_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

    from patientbook.reading.models import Cell
    from patientbook.reading.places import Document, Path, Plain
    from patientbook.reading.rules import Place

# Keys of YAML files whose values are words for readers.
_WORDS = frozenset(
    {"meaning", "more", "caption", "alt", "purpose", "objectives", "title", "stem", "hints", "text", "explanation"}
    | {"description", "label", "match", "also", "if_true", "if_false", "too_low", "too_high", "just_right"}
)
_WORDS_BY_ID = frozenset({"labels", "chapters"})  # keys of mappings whose values are words for readers
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_END = re.compile(r"[.!?…][\"”’')\]*_]*\s+(?=[\"“‘(\[*_]*[A-ZÀ-Þ\d])")
_SHORT = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|approx|Dr|Mr|Mrs|Ms|Prof|St|No|Fig)|\b[A-Z])\.$")


@dataclass(frozen=True)
class Text:
    """A text for readers. In a YAML file only the place where it starts is known."""

    file: PurePosixPath
    source: str
    first_line: int
    start: Place | None = None
    path: tuple[str | int, ...] = ()

    @classmethod
    def of_cell(cls, file: PurePosixPath, cell: Cell) -> Text:
        """The text of a Markdown cell."""
        return cls(file, cell.source, cell.line)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Its blocks, in order."""
        return tuple(Passage(self, block) for block in read_blocks(self.source))

    def place(self, offset: int) -> Place:
        """The place of an offset in ``source``."""
        return self.start or place_at(self.source, offset, self.first_line)

    def references(self, glossary: str) -> list[Reference]:
        """Its links, citations and images; term links lead to the chapter ``glossary``."""
        return [reference for passage in self.passages for reference in passage.references(glossary)]


@dataclass(frozen=True)
class Passage:
    """A block of a text."""

    text: Text
    block: Block

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph, an entry of a list or a cell of a table."""
        return self.block.kind in {"paragraph", "cell"}

    def place(self, position: int) -> Place:
        """The place of a position in the block's content."""
        return self.text.place(self.block.offset(position))

    def references(self, glossary: str) -> list[Reference]:
        """Its links, citations and images; term links lead to the chapter ``glossary``."""
        found = references_of(self.block, self.text.source, self.text.first_line, glossary)
        start = self.text.start
        return [replace(one, line=start.line, column=start.column) for one in found] if start else found

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Each sentence with its position in the block's content."""
        prose = self.block.prose
        start = 0
        for match in _END.finditer(prose):
            if _SHORT.search(prose[start : match.start() + 1]):
                continue
            yield _trimmed(start, prose[start : match.end()])
            start = match.end()
        if prose[start:].strip():
            yield _trimmed(start, prose[start:])


def _trimmed(start: int, sentence: str) -> tuple[int, str]:
    return start + len(sentence) - len(sentence.lstrip()), sentence.strip()


def count_words(text: str) -> int:
    """How many words a text has; `T-cell`, `don't` and `1,000` are one each."""
    return len(_WORD.findall(text))


def words_of(document: Document) -> Iterator[Text]:
    """The texts for readers in a YAML file."""
    for path, words in _strings(document.data, ()):
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        if (key in _WORDS or _WORDS_BY_ID & set(path[-2:-1])) and words.strip():
            yield Text(document.file, words, 1, document.place(path), tuple(path))


def _strings(value: Plain, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _strings(part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _strings(part, (*path, index))
