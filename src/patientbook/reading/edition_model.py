"""`edition.yaml`: what one hospital or group has otherwise than the guide.

Its keys are those of `guide.yaml`, none of which must be there, and three of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, Field, create_model

from .base_model import Id, Model, Text
from .models import GuideSettings, Language

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

OWN_KEYS = ("title", "hide", "reviews")


class Hide(Model):
    """What of the guide the edition leaves out."""

    chapters: tuple[Id, ...] = ()
    pages: tuple[Id, ...] = ()
    languages: tuple[str, ...] = ()
    sections: Mapping[Id, tuple[Text, ...]] = Field(default={}, description="Ids of headings, by chapter.")
    questions: Mapping[Id, tuple[Id, ...]] = Field(default={}, description="Ids of questions, by chapter.")


class ChapterReview(Model):
    """Who has reviewed a chapter for this edition."""

    reviewed: date
    reviewed_by: Annotated[tuple[Text, ...], Field(min_length=1)]
    next_review: date


class _Own(Model):
    title: Text = Field(description="What the edition is called, such as the hospital's name.")
    hide: Hide = Hide()
    reviews: Mapping[Annotated[str, Field(pattern=r"^[a-z][A-Za-z0-9-]*/[a-z0-9-]+$")], ChapterReview] = Field(
        default={}, description="By language and chapter, such as en/01-what-it-is."
    )


def _optional(model: type[BaseModel], *, must: str = "", instead: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The fields of a model, none of which must be there but ``must``; ``instead`` has other types for some."""
    return {
        name: (_type(name, field, instead or {}), ... if name == must else Field(None, description=field.description))
        for name, field in model.model_fields.items()
    }


def _type(name: str, field: FieldInfo, instead: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a type made at run time
    kind: Any = instead.get(name) or field.annotation
    for rule in field.metadata if name not in instead else ():
        kind = Annotated[kind, rule]
    return kind | None if name != "code" else kind


LanguageChanges = create_model("LanguageChanges", __base__=Model, **_optional(Language, must="code"))
EditionFile: type[_Own] = create_model(
    "EditionFile",
    __base__=_Own,
    **_optional(GuideSettings, instead={"languages": tuple[LanguageChanges, ...]}),
)
EditionFile.__doc__ = "`edition.yaml`."
LanguageChanges.__doc__ = "What is otherwise in one language; `code` says in which. A new code is a new language."
