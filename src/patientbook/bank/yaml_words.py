"""A question as an author would write it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

if TYPE_CHECKING:
    from patientbook_widgets.questions import Question

_FIRST = ("id", "type", "difficulty", "stem", "explained_in", "terms", "hints")
_WIDTH = 110


def keys_of(question: Question) -> dict[str, Any]:
    """The question's keys in the order in which people write them, without those that say nothing."""
    keys = question.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    first = [key for key in _FIRST if key in keys]
    return {key: keys[key] for key in (*first, *(key for key in keys if key not in first))}


def as_yaml(question: Question) -> str:
    """The question as YAML, without the dash of its list."""
    yaml = YAML()
    yaml.width, yaml.allow_unicode = _WIDTH, True
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(keys_of(question), out)
    return out.getvalue().rstrip("\n")
