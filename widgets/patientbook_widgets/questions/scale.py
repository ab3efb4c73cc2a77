"""A number on a scale, such as how many of 100 people."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from .base import BaseQuestion, Mistake, Model, Text
from .writing import Writing, plain_text


class RightRange(Model):
    """The numbers that count as right, both ends included."""

    from_: int = Field(alias="from", description="The smallest right number.")
    to: int = Field(description="The largest right number.")


class Scale(BaseQuestion):
    """A number to be found on a scale."""

    type: Literal["scale"] = Field(description="Scale: a number between two others.")
    min: int = Field(description="The smallest number that can be chosen.")
    max: int = Field(description="The largest number that can be chosen.")
    step: int = Field(default=1, ge=1, description="How far apart the numbers are.")
    unit: Text = Field(description="What follows the number, for example “out of 100 people”. Plain words.")
    right: RightRange = Field(description="The numbers that count as right.")
    too_low: Text = Field(description="What is said to somebody whose number is too small.")
    too_high: Text = Field(description="What is said to somebody whose number is too large.")
    just_right: Text = Field(description="What is said to somebody whose number is right.")

    def mistakes(self) -> Iterator[Mistake]:
        """Ends, step and right numbers that do not fit together."""
        name, low, high = f"Question '{self.id}'", self.right.from_, self.right.to
        if self.min >= self.max:
            what = f"{name} goes from {self.min} to {self.max}."
            yield Mistake("scale-range", ("max",), what, "Make 'max:' larger than 'min:'.")
            return
        if (self.max - self.min) % self.step:
            what = f"{name} cannot reach {self.max} from {self.min} in steps of {self.step}."
            yield Mistake("scale-range", ("step",), what, "Choose a step that divides the distance evenly.")
        if low > high:
            what = f"{name} has right numbers from {low} to {high}."
            yield Mistake("scale-range", ("right", "from"), what, "Write the smaller one under 'from:'.")
        elif low < self.min or high > self.max:
            what = f"{name} has right numbers from {low} to {high}, but its scale goes from {self.min} to {self.max}."
            yield Mistake("scale-range", ("right",), what, "Keep the right numbers inside the scale.")
        elif not any(low <= number <= high for number in range(self.min, self.max + 1, self.step)):
            what = f"{name} has no step between {low} and {high}, so nobody could answer it."
            yield Mistake("scale-range", ("right",), what, "Widen 'right:' or choose a smaller step.")

    def wire_parts(self, writing: Writing) -> dict[str, Any]:
        """The scale, the right numbers and the three explanations."""
        return {
            "min": self.min,
            "max": self.max,
            "step": self.step,
            "unit": plain_text(self.unit),
            "right_from": self.right.from_,
            "right_to": self.right.to,
            "too_low": writing.html(self.too_low),
            "too_high": writing.html(self.too_high),
            "just_right": writing.html(self.just_right),
        }
