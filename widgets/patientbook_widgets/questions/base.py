"""What every question has, whatever its type, and how its mistakes are told."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Protocol, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from .writing import Writing

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="Lower-case letters, digits and hyphens.")]
Text = Annotated[str, Field(pattern=r"\S", description="Plain words; inline Markdown is allowed.")]


class Model(BaseModel):
    """Frozen, and strict about unknown keys: a misspelt key is a problem, not a silent loss."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True)
class Mistake:
    """Something only the parts together show: a rule id, where in the question, what is wrong and the way out."""

    rule: str
    at: tuple[str | int, ...]
    what: str
    way_out: str

    def as_error(self) -> InitErrorDetails:
        """The mistake as pydantic reports it: the rule id is the error's type."""
        values = {"what": self.what, "way_out": self.way_out}
        return {"type": PydanticCustomError(self.rule, "{what} {way_out}", values), "loc": self.at, "input": None}


class Named(Protocol):
    """A part of a question: it has an id and a text of its own."""

    @property
    def id(self) -> str: ...  # noqa: D102 - the class says it

    @property
    def text(self) -> str: ...  # noqa: D102 - the class says it


class Choice(Model):
    """An answer that can be chosen, with what is said to somebody who chose it."""

    id: Id = Field(description="Stays the same when the words change; answers are kept under it.")
    text: Text = Field(description="The answer as it is shown. Inline Markdown.")
    explanation: Text = Field(description="Why it is right or not, in one or two kind sentences that can stand alone.")


class BaseQuestion(Model, ABC):
    """A question that teaches one idea."""

    id: Id = Field(description="Unique in the chapter, and stable: answers and links use it.")
    stem: Text = Field(description="The question itself, a whole sentence. Inline Markdown.")
    explained_in: str = Field(min_length=1, description="Id of the chapter's heading where the answer is explained.")
    terms: tuple[Id, ...] = Field(default=(), description="Ids of the glossary terms that help to answer.")
    hints: tuple[Text, ...] = Field(default=(), description="Hints, given one at a time, each a little more helpful.")
    difficulty: Literal["easy", "medium", "hard"] | None = Field(
        default=None, description="How hard it is, so that educators can find it. Readers do not see it."
    )
    ask_confidence: bool = Field(default=False, description="Whether to ask “How sure are you?” with the answer.")

    @abstractmethod
    def mistakes(self) -> Iterator[Mistake]:
        """What is wrong between the question's parts."""

    @abstractmethod
    def wire_parts(self, writing: Writing) -> dict[str, Any]:
        """What this type adds to a question on the wire."""

    @model_validator(mode="after")
    def _tell_every_mistake(self) -> Self:
        """Report all mistakes of a question at once, each at its own place."""
        errors = [mistake.as_error() for mistake in self.mistakes()]
        if errors:
            raise ValidationError.from_exception_data(type(self).__name__, errors)
        return self


def repeated_ids(question: BaseQuestion, field: str, parts: Iterable[Named]) -> Iterator[Mistake]:
    """A mistake for each part whose id an earlier part has."""
    for index, id_ in _seen_before(part.id for part in parts):
        what = f"Question '{question.id}' uses the id '{id_}' twice under '{field}:'."
        yield Mistake("duplicate-id", (field, index, "id"), what, "Give each its own id.")


def repeated_texts(question: BaseQuestion, field: str, parts: Iterable[Named]) -> Iterator[Mistake]:
    """A mistake for each part that says the same as an earlier part."""
    for index, text in _seen_before(" ".join(part.text.split()) for part in parts):
        what = f"Question '{question.id}' says '{text}' twice under '{field}:'."
        yield Mistake("same-option-text", (field, index, "text"), what, "Reword one of the two, or take it out.")


def choices_on_wire(choices: Iterable[Choice], writing: Writing) -> list[dict[str, str]]:
    """Id, text and explanation of each choice, the texts as HTML."""
    return [{"id": c.id, "text": writing.html(c.text), "explanation": writing.html(c.explanation)} for c in choices]


def canonical(question: BaseQuestion) -> Mapping[str, Any]:
    """The question's content as JSON data, without what was left at its default and without what no reader sees."""
    return question.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"difficulty"})


def _seen_before(values: Iterable[str]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            yield index, value
        seen.add(value)
