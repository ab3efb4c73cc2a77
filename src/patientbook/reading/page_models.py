"""A further page of a guide, and the start page's words, as immutable data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import Field

from .base_model import Id, Model, Text

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from .models import Cell


class PageFrontMatter(Model):
    """The front matter of a further page."""

    title: Text
    description: Text


class HomeFrontMatter(PageFrontMatter):
    """The front matter of `pages/home.md`."""

    chapters: Mapping[Id, Text] = Field(default={}, description="What the start page says of a chapter, in one line.")


@dataclass(frozen=True)
class Page:
    """A further page, such as the privacy page, or the start page's words (``id`` is `home`).

    ``lines`` has what the start page says of a chapter, by the chapter's id.
    """

    id: str
    language: str
    file: PurePosixPath
    front: PageFrontMatter
    cells: tuple[Cell, ...]
    lines: Mapping[str, str] = field(default_factory=dict)
