"""Writes docs/reference.md: every key of every file that an educator writes, and every rule of `patientbook check`.

It is made of the models and the rules themselves, so that it cannot say something else than they do. `make schemas`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from patientbook.checking import RULES
from patientbook.checking.cells import METHODS
from patientbook.editions import EDITION_RULES
from patientbook.lessons.lesson import Lesson
from patientbook.notebooks.edited import NOTEBOOK_RULES
from patientbook.reading.models import FrontMatter
from patientbook.reading.page_models import HomeFrontMatter
from patientbook.reading.schemas import FILES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

REFERENCE = Path(__file__).parents[1] / "docs" / "reference.md"
_WHERE = {
    "guide": "content/guide.yaml",
    "glossary": "content/<language>/glossary.yaml",
    "figures": "content/<language>/figures.yaml",
    "quizzes": "content/<language>/quizzes/<chapter>.yaml",
    "survival": "content/<language>/survival.yaml",
    "words": "content/<language>/words.yaml",
    "edition": "editions/<name>/edition.yaml",
}
_FRONT: dict[str, type[BaseModel]] = {
    "content/<language>/<chapter>.md": FrontMatter,
    "content/<language>/pages/<page>.md": HomeFrontMatter,
}
_NOT_WRITTEN = ("jupytext", "kernelspec")  # Jupytext's own keys of a front matter
_TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
_OPENING = """\
# Reference

Every key of every file, every call of a code cell, and every rule of `patientbook check`. This page is made of the
program itself by `make schemas`; do not edit it. Begin with [authoring](authoring.md): you need this page only when you
look for one thing.

A key with a tick must be there. *Text* may have inline Markdown; an *id* has lower-case letters, digits and hyphens.
"""


def reference() -> str:
    """The page's text, the same each time."""
    described: set[str] = set()
    lines = [_OPENING, "## Files", ""]
    for name, model in FILES.items():
        lines += [f"### `{_WHERE[name]}`", "", *_of_model(model, described)]
    for where, model in _FRONT.items():
        lines += [f"### `{where}`, at its top", "", *_of_model(model, described)]
    lines += ["## Code cells of a chapter", "", *_calls(), "## Rules", "", *_rules()]
    return "\n".join(lines).rstrip() + "\n"


def _of_model(model: type[BaseModel], described: set[str]) -> Iterator[str]:
    """A table of the model's keys, and one of each model in it that was not described yet."""
    schema = model.model_json_schema()
    yield from _table(schema)
    for name, part in schema.get("$defs", {}).items():
        if "properties" in part and name not in described:
            described.add(name)
            yield from (f"#### {name}", "", *_table(part))


def _table(schema: dict[str, Any]) -> Iterator[str]:
    if said := schema.get("description", ""):
        yield from (_cell(said), "")
    yield from ("| key | must | what it is | what it means |", "|---|---|---|---|")
    required = schema.get("required", ())
    for key, value in schema["properties"].items():
        if key not in _NOT_WRITTEN:
            tick = "✓" if key in required else ""
            yield f"| `{key}` | {tick} | {_kind(value)} | {_cell(value.get('description', ''))} |"
    yield ""


def _kind(value: dict[str, Any]) -> str:
    """What a value is, in words."""
    if either := value.get("anyOf", value.get("oneOf")):
        return " or ".join(_kind(each) for each in either if each.get("type") != "null")
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if chosen := [value["const"]] if "const" in value else value.get("enum"):
        return " or ".join(f"`{each}`" for each in chosen)
    if value.get("type") == "array":
        return f"list of {_kind(value['items'])}"
    return _of_mapping(value) if value.get("type") == "object" else _plain(value)


def _of_mapping(value: dict[str, Any]) -> str:
    inner = value.get("additionalProperties") or next(iter(value.get("patternProperties", {}).values()), None)
    return f"by id or name: {_kind(inner)}" if isinstance(inner, dict) else "keys and values"


def _plain(value: dict[str, Any]) -> str:
    if value.get("format") == "date":
        return "date, such as `'2026-03-01'`"
    return "id" if "a-z0-9]+(-" in value.get("pattern", "") else _TYPES[value["type"]]


def _calls() -> Iterator[str]:
    yield from ("| call | shows |", "|---|---|")
    for method, names in METHODS.items():
        said = (getattr(Lesson, method).__doc__ or "").partition("\n")[0]
        argument = '"name"' if names else ""
        yield f"| `lesson.{method}({argument})` | {_cell(said)} |"
    yield ""


def _rules() -> Iterator[str]:
    yield from ("| rule | what is wrong | what to do |", "|---|---|---|")
    for rule in sorted([*RULES, *NOTEBOOK_RULES, *EDITION_RULES], key=lambda rule: rule.id):
        yield f"| `{rule.id}` ({rule.severity}) | {_cell(rule.meaning)} | {_cell(rule.mend)} |"


def _cell(text: str) -> str:
    """Text for a table: in one line, with nothing that ends a cell or begins a tag or a link."""
    return " ".join(text.replace("``", "`").split()).replace("|", "\\|").replace("<", "&lt;").replace("[", "\\[")


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8", newline="\n")
