"""What all models of YAML files share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="Lower-case letters, digits and hyphens.")]
Text = Annotated[str, Field(pattern=r"\S", description="Plain words; inline Markdown is allowed.")]


class Model(BaseModel):
    """Frozen, and strict about unknown keys: a misspelt key is a problem, not a silent loss."""

    model_config = ConfigDict(frozen=True, extra="forbid")
