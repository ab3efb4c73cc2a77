"""A poll: what people think, with no right answer."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from .base import BaseQuestion, Choice, Mistake, choices_on_wire, repeated_ids, repeated_texts
from .writing import Writing


class Poll(BaseQuestion):
    """A question without a right answer."""

    type: Literal["poll"] = Field(description="Poll: no answer is right or wrong.")
    options: tuple[Choice, ...] = Field(min_length=2, description="The answers to choose from, in the order shown.")

    def mistakes(self) -> Iterator[Mistake]:
        """Repeated ids or texts."""
        yield from repeated_ids(self, "options", self.options)
        yield from repeated_texts(self, "options", self.options)

    def wire_parts(self, writing: Writing) -> dict[str, Any]:
        """`options`, each with `right` null."""
        return {"options": [{**choice, "right": None} for choice in choices_on_wire(self.options, writing)]}
