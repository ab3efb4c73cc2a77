"""What one hospital or group has of its own: colours, a logo, and whom its readers can reach."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base_model import Model, Text

Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$", description='A colour such as "#1b5e8c", in quotes.')]


class Look(Model):
    """Colours and a logo. Both colours are checked for contrast with our papers."""

    accent: Colour | None = Field(default=None, description="Links and buttons on light paper.")
    accent_dark: Colour | None = Field(default=None, description="The same on dark paper.")
    logo: Annotated[str, Field(pattern=r"^[\w.-]+\.(svg|png)$")] | None = Field(
        default=None, description="A picture in the folder content, an SVG or PNG."
    )
    logo_alt: Text | None = Field(default=None, description="What the logo says, such as the hospital's name.")

    @model_validator(mode="after")
    def _goes_together(self) -> Self:
        if (self.accent is None) != (self.accent_dark is None):
            raise PydanticCustomError("look-pair", "one colour alone: give both 'accent' and 'accent_dark'")
        if (self.logo is None) != (self.logo_alt is None):
            raise PydanticCustomError("look-pair", "a logo needs its words: give both 'logo' and 'logo_alt'")
        return self


class LocalContact(Model):
    """Somebody whom readers can call or write to."""

    name: Text
    phone: Annotated[str, Field(pattern=r"^\+?[0-9][0-9 ()/-]{2,}$")] | None = Field(
        default=None, description="In quotes, as one dials it."
    )
    email: Annotated[str, Field(pattern=r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$")] | None = None
    url: Annotated[str, Field(pattern=r"^https://\S+$")] | None = None
    hours: Text | None = Field(default=None, description="When, such as: Monday to Friday, 9 to 12.")

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if not (self.phone or self.email or self.url):
            raise PydanticCustomError("contact-way", "no way to reach them: give 'phone', 'email' or 'url'")
        return self
