"""Ordering: steps to be put into their order, with buttons, not by dragging."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from .base import BaseQuestion, Choice, Mistake, choices_on_wire, repeated_ids, repeated_texts
from .writing import Writing


class Ordering(BaseQuestion):
    """Steps to be put into their order."""

    type: Literal["ordering"] = Field(description="Ordering: items to be put into their order.")
    items: tuple[Choice, ...] = Field(
        min_length=2,
        description="In the right order; shown mixed. Each explanation says why it stands there.",
    )

    def mistakes(self) -> Iterator[Mistake]:
        """Repeated ids or texts."""
        yield from repeated_ids(self, "items", self.items)
        yield from repeated_texts(self, "items", self.items)

    def wire_parts(self, writing: Writing) -> dict[str, Any]:
        """`items` in the right order, and `shown`, their ids in the order to show."""
        shown = writing.shuffled([item.id for item in self.items])
        return {"items": choices_on_wire(self.items, writing), "shown": shown}
