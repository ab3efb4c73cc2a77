"""The documentation that comes with the program: which pages there are, and their words.

It lies in `docs/` of the repository, and in the package where a wheel was installed.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from .blocks import read_blocks
from .markdown import heading_of

FOLDER = "docs"
# For educators and facilitators, in the order in which they are listed. Those for developers are no pages of a site.
NAMES = (
    "authoring",
    "writing-for-patients",
    "reviewing",
    "adapting",
    "commands",
    "reference",
    "workshops",
    "workshop-report",
    "deploying",
)
_LINK = re.compile(rf"(?:\.\./)+{FOLDER}/([^/#]+)\.md")


def folder() -> Path:
    """Where the texts lie."""
    package = Path(__file__).parents[1]
    installed = package / FOLDER
    return installed if installed.is_dir() else package.parents[1] / FOLDER


def text_of(name: str) -> str:
    """The Markdown of one of ``NAMES``."""
    return (folder() / f"{name}.md").read_text(encoding="utf-8")


def linked_name(path: str) -> str | None:
    """Which page of the documentation a link of a guide's text leads to, known or not; None where it leads elsewhere.

    >>> linked_name("../../../docs/authoring.md")
    'authoring'
    """
    found = _LINK.fullmatch(path)
    return found[1] if found else None


@cache
def heading_ids(name: str) -> frozenset[str]:
    """The ids of the headings of one of ``NAMES``."""
    text = text_of(name)
    headings = (heading_of(block, text, 1) for block in read_blocks(text))
    return frozenset(heading.id for heading in headings if heading)
