"""A chapter or a further page as the checks look at it: its text parsed once, with the place of everything."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from patientbook.reading.markdown import Heading, Reference, heading_of
from patientbook.reading.pages import FOLDER

from .calls import Call, calls_of
from .entries import Entry, entries_of
from .texts import Passage, Text, count_words

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from patientbook.reading.models import Cell, Chapter
    from patientbook.reading.places import Document


@dataclass(frozen=True)
class Section:
    """A heading and what stands between it and the next heading, of whatever level."""

    heading: Heading
    passages: tuple[Passage, ...]

    @property
    def words(self) -> int:
        """How many words its prose has."""
        return sum(count_words(passage.block.prose) for passage in self.passages if passage.is_prose)


@dataclass(frozen=True)
class CheckedChapter:
    """A chapter or a further page with its text parsed.

    ``title`` is that of its front matter, None when that is broken; ``chapter`` is None then too, and for a page.
    ``glossary`` is where its term links lead, without `.md`.
    """

    id: str
    file: PurePosixPath
    title: str | None
    chapter: Chapter | None
    cells: tuple[Cell, ...]
    front: Document | None
    quizzes: Document | None
    glossary: str

    @property
    def is_page(self) -> bool:
        """Whether this is a further page or the start page's words, and no chapter."""
        return self.file.parent.name == FOLDER

    @property
    def is_glossary(self) -> bool:
        """Whether this is the chapter that term links lead to."""
        return self.id == self.glossary

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The Markdown cells."""
        return tuple(Text.of_cell(self.file, cell) for cell in self.cells if cell.kind == "markdown")

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The blocks of all Markdown cells, in order."""
        return tuple(passage for text in self.texts for passage in text.passages)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings, in order."""
        found = (heading_of(one.block, one.text.source, one.text.first_line) for one in self.passages)
        return tuple(heading for heading in found if heading)

    @cached_property
    def heading_ids(self) -> frozenset[str]:
        """What links into this chapter can name."""
        return frozenset(heading.id for heading in self.headings)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections, in order; what stands before the first heading is in none."""
        starts = [index for index, passage in enumerate(self.passages) if passage.block.kind == "heading"]
        ends = [*starts, len(self.passages)][1:]
        return tuple(
            Section(heading, self.passages[start + 1 : end])
            for heading, start, end in zip(self.headings, starts, ends, strict=True)
        )

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The links, citations and images, in order."""
        return tuple(reference for text in self.texts for reference in text.references(self.glossary))

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """What the code cells call on `lesson`, and calls of `open_lesson`, in order."""
        return tuple(call for cell in self.cells if cell.kind == "code" for call in calls_of(cell))

    def named(self, method: str) -> frozenset[str]:
        """The names that `lesson.<method>(…)` is called with."""
        return frozenset(str(name) for call in self.calls if call.method == method for name in call.arguments)

    @cached_property
    def written_quizzes(self) -> tuple[Entry, ...]:
        """The quizzes of this chapter's file."""
        return tuple(entries_of(self.quizzes, ("quizzes",)))

    @cached_property
    def questions(self) -> tuple[Entry, ...]:
        """The questions of all its quizzes."""
        quizzes = self.written_quizzes
        return tuple(one for quiz in quizzes for one in entries_of(quiz.document, (*quiz.path, "questions")))
