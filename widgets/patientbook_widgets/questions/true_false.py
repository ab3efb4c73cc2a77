"""True or false: a statement to believe or not."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from .base import BaseQuestion, Mistake, Text
from .writing import Writing


class TrueFalse(BaseQuestion):
    """A statement that is true or false."""

    type: Literal["true_false"] = Field(description="True or false: the stem is a statement.")
    right: bool = Field(description="True if the statement is true.")
    if_true: Text = Field(description="What is said to somebody who chose “True”.")
    if_false: Text = Field(description="What is said to somebody who chose “False”.")

    def mistakes(self) -> Iterator[Mistake]:
        """None: each part stands alone."""
        yield from ()

    def wire_parts(self, writing: Writing) -> dict[str, Any]:
        """`options` with the ids `true` and `false`."""
        return {
            "options": [
                self._option(writing, "true", is_right=self.right, explanation=self.if_true),
                self._option(writing, "false", is_right=not self.right, explanation=self.if_false),
            ]
        }

    @staticmethod
    def _option(writing: Writing, id_: str, *, is_right: bool, explanation: str) -> dict[str, Any]:
        text = writing.html(writing.labels[id_])
        return {"id": id_, "text": text, "right": is_right, "explanation": writing.html(explanation)}
