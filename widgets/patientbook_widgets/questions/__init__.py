"""The seven types of question, as authors write them in YAML. A new type is a new file and a line here."""

from typing import Annotated

from pydantic import Field

from .base import BaseQuestion
from .matching import Matching
from .ordering import Ordering
from .poll import Poll
from .scale import Scale
from .several import Several
from .single import Single
from .true_false import TrueFalse
from .wire import Link, wire
from .writing import inline_html, plain_text

QUESTION_TYPES: dict[str, type[BaseQuestion]] = {
    "single": Single,
    "several": Several,
    "true_false": TrueFalse,
    "matching": Matching,
    "ordering": Ordering,
    "scale": Scale,
    "poll": Poll,
}

Question = Annotated[
    Single | Several | TrueFalse | Matching | Ordering | Scale | Poll,
    Field(discriminator="type", description="A question; its `type` says which other keys it has."),
]

__all__ = ["QUESTION_TYPES", "BaseQuestion", "Link", "Question", "inline_html", "plain_text", "wire"]
