"""Options that are right or not, shared by the types that let the reader choose among them."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import Field

from .base import BaseQuestion, Choice, Mistake, choices_on_wire, repeated_ids, repeated_texts
from .writing import Writing


class Option(Choice):
    """An answer that is right or not."""

    right: bool = Field(default=False, description="True for a right answer; leave it out otherwise.")


class ChoosingQuestion(BaseQuestion):
    """A question answered by choosing among options."""

    options: tuple[Option, ...] = Field(min_length=2, description="The answers to choose from, in the order shown.")

    def right_ids(self) -> list[str]:
        """Ids of the right options."""
        return [option.id for option in self.options if option.right]

    def mistakes(self) -> Iterator[Mistake]:
        """Repeated ids or texts, or no right answer."""
        yield from repeated_ids(self, "options", self.options)
        yield from repeated_texts(self, "options", self.options)
        if not self.right_ids():
            what = f"Question '{self.id}' has no right answer."
            yield Mistake("question-has-answer", ("options",), what, "Add 'right: true' to the option that is right.")

    def wire_parts(self, writing: Writing) -> dict[str, Any]:
        """`options`, each with `right`."""
        return {"options": with_verdicts(self.options, writing)}


def with_verdicts(options: Sequence[Option], writing: Writing) -> list[dict[str, Any]]:
    """The options on the wire, each saying whether it is right."""
    written = choices_on_wire(options, writing)
    return [{**wire, "right": option.right} for wire, option in zip(written, options, strict=True)]
