"""What a guide is made of, as immutable data.

The pydantic models here are the formats of the YAML files too: `schemas/*.json` are written from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from patientbook_widgets.questions import Question
from pydantic import BaseModel, ConfigDict, Field

from .base_model import Id, Model, Text
from .local_models import LocalContact, Look

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

    from .page_models import Page


class Sections(Model):
    """Headings that a page shows as boxes, in the words of the language."""

    key_points: Text
    questions: Text
    not_known: Text


class Advice(Model):
    """Whom readers ask about what the guide cannot know."""

    title: Text = Field(description="Such as: Talk to your care team.")
    text: Text = Field(description="Why, in a sentence or two.")


class Review(Model):
    """How a review of a chapter is called, where it is of a special kind."""

    title: Text = Field(description="Such as: Clinically reviewed.")
    never: Text = Field(description="What is said of a chapter that nobody has reviewed.")


class Language(Model):
    """A language the guide is written in."""

    code: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", description="A BCP 47 language tag.")]
    name: Text
    title: Text = Field(description="The guide's title in this language.")
    short_name: Annotated[str, Field(pattern=r"\S", max_length=12)] | None = Field(
        default=None, description="Under the icon of the installed guide, where others see it: nothing about illness."
    )
    tagline: Text = Field(description="One sentence under the title on the home page.")
    notice: Text = Field(description="What every page says: that the guide informs, and who has not reviewed it.")
    sections: Sections
    steps: Text | None = Field(default=None, description="The heading of the numbered steps at the end of a chapter.")
    review: Review | None = Field(default=None, description="Where a review is of a special kind: what it is called.")
    advice: Advice | None = Field(
        default=None, description="Whom to ask about one's own case; stands under the sources."
    )
    mistakes: Text | None = Field(
        default=None, description="How readers report a mistake, where guide.yaml names no contact."
    )
    contacts: tuple[LocalContact, ...] = Field(default=(), description="Whom readers can call or write to.")


class Contact(Model):
    """Where a reader reports a mistake."""

    name: Text
    url: Annotated[str, Field(pattern=r"^(https://|mailto:)", description="An https:// or mailto: address.")]


class GuideSettings(Model):
    """`guide.yaml`: what the guide is, in which order, by whom and on what terms."""

    id: Id
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    chapters: Annotated[tuple[Id, ...], Field(min_length=1, description="File names without `.md`, in order.")]
    glossary: Id = Field(description="The chapter that term links lead to.")
    pages: Annotated[tuple[Id, ...], Field(description="Files in `pages` without `.md`, as menus list them.")] = ()
    vocabularies: Mapping[Text, Text] = Field(default={}, description="Names of vocabularies, by their short ones.")
    look: Look | None = Field(default=None, description="Colours and a logo of one's own.")
    licence: Text
    authors: tuple[Text, ...]
    contact: Contact | None = None
    update_policy: Text
    funding: Text


class Code(Model):
    """The term's code in a standard vocabulary."""

    system: Annotated[
        str, Field(pattern=r"^\S+$", description="Its name, or a short one of guide.yaml's vocabularies.")
    ]
    id: Annotated[
        str, Field(pattern=r"^[A-Za-z0-9._:-]+$", description="Letters and digits, as the vocabulary has it.")
    ]
    check: Literal["official list", "public mapping"]


class Term(Model):
    """A word of the glossary."""

    term: Text
    meaning: Text = Field(description="One plain sentence. May link to another term: [gene](#gene).")
    more: Text | None = None
    aliases: tuple[Text, ...] = ()
    see_also: tuple[Id, ...] = ()
    code: Code | None = None


class People(Model):
    """A picture of chance: `count` of `of` people, in rows of ten."""

    count: Annotated[int, Field(ge=0)]
    of: Literal[100, 1000] = 100


class Figure(Model):
    """Caption, text alternative and labels of a picture."""

    caption: Text
    alt: Text
    labels: Mapping[str, Text] = {}
    people: People | None = None


class Quiz(Model):
    """Questions shown together at one place of a chapter."""

    id: Id
    title: Text | None = None
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class Survival(Model):
    """Figures about how long people lived, shown only to a reader who opens them."""

    label: Text = Field(description="What is inside, in plain words and without a number: the reader chooses by it.")
    text: Text = Field(description="One to three paragraphs of Markdown, with sources and both frames.")


class AvoidedWord(Model):
    """What to say instead of a word or phrase, and where it may stand all the same."""

    say: Text = Field(description="What to say instead: the end of a sentence that begins with “Say”.")
    also: tuple[Text, ...] = Field(default=(), description="Its other forms, each written out: battles, battling.")
    fine_in: tuple[Text, ...] = Field(default=(), description="Phrases in which the word does no harm.")


class WordsFile(Model):
    """`words.yaml`: words that blame, frighten or make light, by the word; and how names of medicines end."""

    avoid: Mapping[Text, AvoidedWord] = {}
    medicines: tuple[Annotated[str, Field(pattern=r"^\w+$")], ...] = Field(
        default=(), description="Ends of the names of medicines: what is said about one must have a source."
    )


class GlossaryFile(Model):
    """`glossary.yaml`."""

    terms: Mapping[Id, Term]


class FiguresFile(Model):
    """`figures.yaml`."""

    figures: Mapping[Id, Figure]


class SurvivalFile(Model):
    """`survival.yaml`."""

    survival: Mapping[Id, Survival]


class QuizzesFile(Model):
    """`quizzes/<chapter>.yaml`."""

    quizzes: tuple[Quiz, ...]


class FrontMatter(BaseModel):
    """A chapter's front matter. Jupytext's own keys are allowed and left alone."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Text
    purpose: Text
    objectives: Annotated[tuple[Text, ...], Field(min_length=1)]
    minutes: Annotated[int, Field(ge=1, le=120)]
    written: date
    reviewed: date | None = None
    reviewed_by: tuple[Text, ...] = ()
    next_review: date
    jupytext: Mapping[str, object] = {}
    kernelspec: Mapping[str, object] = {}


@dataclass(frozen=True)
class Cell:
    """A cell of a chapter. ``line`` is the line of its first source line in the file, counted from 1."""

    kind: Literal["markdown", "code"]
    source: str
    line: int


@dataclass(frozen=True)
class Chapter:
    """A chapter as its author wrote it."""

    id: str
    language: str
    file: PurePosixPath
    front: FrontMatter
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Source:
    """An entry of `sources.bib`. ``fields`` has the BibTeX fields, lower-case names, braces removed."""

    key: str
    kind: str
    fields: Mapping[str, str]
    line: int


@dataclass(frozen=True)
class LanguageContent:
    """All that is written in one language. ``quizzes`` is by chapter id, then quiz id.

    ``survival`` may be empty, and so may ``avoid``, the words that the guide wants to avoid, ``medicines``, how
    names of medicines end, and ``pages``, which has the start page's words as `home`.
    """

    settings: Language
    chapters: Mapping[str, Chapter]
    terms: Mapping[str, Term]
    figures: Mapping[str, Figure]
    quizzes: Mapping[str, Mapping[str, Quiz]]
    survival: Mapping[str, Survival] = field(default_factory=dict)
    avoid: Mapping[str, AvoidedWord] = field(default_factory=dict)
    medicines: tuple[str, ...] = ()
    pages: Mapping[str, Page] = field(default_factory=dict)


@dataclass(frozen=True)
class Guide:
    """A whole guide. ``root`` is the folder that holds `content/`."""

    root: Path
    settings: GuideSettings
    sources: Mapping[str, Source]
    languages: Mapping[str, LanguageContent]
