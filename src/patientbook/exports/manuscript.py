"""A guide in one language as written formats need it: everything in order, everything resolved, nothing rendered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from patientbook.lessons.citations import NumberedSource
    from patientbook.pages.look import Logo
    from patientbook.reading.models import FrontMatter, GuideSettings, Language, Term

    from .blocks import Blocks, Heading
    from .inline import Inlines
    from .questions import PaperQuestion

PartKind = Literal["chapter", "glossary", "sheet", "page"]


@dataclass(frozen=True)
class Text:
    """The words of one or more Markdown cells that follow each other."""

    blocks: Blocks


@dataclass(frozen=True)
class Opening:
    """What a part is for, and what the reader can do after it."""

    purpose: Inlines
    objectives: tuple[Inlines, ...]


@dataclass(frozen=True)
class Picture:
    """A figure, numbered from 1 in its part. ``svg`` is the drawing with its labels filled in, in print colours."""

    id: str
    number: int
    caption: Inlines
    alt: str
    svg: str


@dataclass(frozen=True)
class Exercise:
    """A quiz."""

    id: str
    title: str | None
    questions: tuple[PaperQuestion, ...]


@dataclass(frozen=True)
class SurvivalFigures:
    """Figures about how long people lived. No format may show ``blocks`` to a reader who has not asked for them."""

    id: str
    label: Inlines
    blocks: Blocks


@dataclass(frozen=True)
class TermList:
    """The place of the list of all terms, which are `Manuscript.terms`."""


@dataclass(frozen=True)
class SourceList:
    """The place of the numbered sources, which are `Part.sources`, and of what is known about the part."""


Piece: TypeAlias = Text | Opening | Picture | Exercise | SurvivalFigures | TermList | SourceList


@dataclass(frozen=True)
class Fact:
    """A line about who made a part, when, and on what terms, or whom readers can reach (``is_contact``).

    ``is_own``: it is about this part, not the whole guide.
    """

    label: str
    text: str
    href: str | None = None
    is_own: bool = False
    is_contact: bool = False


@dataclass(frozen=True)
class Part:
    """A chapter, the glossary, a sheet (a chapter without a number, such as a factsheet), or a further page.

    ``front`` is None for a page. ``pieces`` do not begin with the title: it is here, and `heading` has its id.
    """

    id: str
    kind: PartKind
    number: int | None
    title: str
    heading: Heading
    description: str
    front: FrontMatter | None
    pieces: tuple[Piece, ...]
    sources: tuple[NumberedSource, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Use:
    """A section that uses a term: part and heading id (empty before the first heading), with words to show."""

    part: str
    place: str
    label: str


@dataclass(frozen=True)
class Entry:
    """A term of the glossary. ``see_also`` has ids and their words; ``code`` is its code in a vocabulary, in words."""

    id: str
    term: Term
    meaning: Inlines
    more: Inlines
    see_also: tuple[tuple[str, str], ...]
    uses: tuple[Use, ...]
    code: str


@dataclass(frozen=True)
class Manuscript:
    """A guide in one language.

    ``parts`` are in the guide's order: chapters, glossary and sheets as `guide.yaml` lists them, further pages last.
    ``terms`` go from A to Z. ``date`` is the newest `written` or `reviewed` date. ``logo`` is None where there is none.
    """

    settings: GuideSettings
    language: Language
    date: date
    parts: tuple[Part, ...]
    terms: tuple[Entry, ...]
    logo: Logo | None = None

    def part(self, id_: str) -> Part | None:
        """The part of this id, if there is one."""
        return next((part for part in self.parts if part.id == id_), None)

    def of_kind(self, *kinds: PartKind) -> tuple[Part, ...]:
        """The parts of these kinds, in order."""
        return tuple(part for part in self.parts if part.kind in kinds)
