"""Single choice: exactly one option is right."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from .base import Mistake
from .options import ChoosingQuestion


class Single(ChoosingQuestion):
    """One of several options is right."""

    type: Literal["single"] = Field(description="Single choice: exactly one option is right.")

    def mistakes(self) -> Iterator[Mistake]:
        """What can go wrong with options, or more than one right answer."""
        yield from super().mistakes()
        right = self.right_ids()
        if len(right) > 1:
            what = (
                f"Question '{self.id}' has {len(right)} right answers ({', '.join(right)}), but its type is 'single'."
            )
            way_out = "Keep 'right: true' at one of them, or write 'type: several'."
            yield Mistake("one-right-answer", ("options",), what, way_out)
