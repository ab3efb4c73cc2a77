"""Several choices: one or more options are right, and the reader finds them all."""

from typing import Literal

from pydantic import Field

from .options import ChoosingQuestion


class Several(ChoosingQuestion):
    """One or more of the options are right."""

    type: Literal["several"] = Field(description="Several choices: one or more options are right.")
