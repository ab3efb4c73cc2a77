"""JSON Schemas of the YAML files, written from the models, for editors that complete and check while one types.

`python -m patientbook.reading.schemas` writes them into `schemas/` of the guide around the working folder.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from .edition_model import EditionFile
from .models import FiguresFile, GlossaryFile, GuideSettings, QuizzesFile, SurvivalFile, WordsFile
from .root import find_root

if TYPE_CHECKING:
    from pydantic import BaseModel

FILES: dict[str, type[BaseModel]] = {
    "guide": GuideSettings,
    "glossary": GlossaryFile,
    "figures": FiguresFile,
    "quizzes": QuizzesFile,
    "survival": SurvivalFile,
    "words": WordsFile,
    "edition": EditionFile,
}


def schema_text(name: str) -> str:
    """The JSON Schema (2020-12) of the file called ``name``, the same text each time."""
    found = FILES[name].model_json_schema()
    _refuse_other_keys(found)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _refuse_other_keys(part: object) -> None:
    """Let a mapping from ids take no key that is no id: pydantic refuses it, but does not write so."""
    if isinstance(part, dict):
        if "patternProperties" in part:
            part.setdefault("additionalProperties", False)
        for value in part.values():
            _refuse_other_keys(value)
    elif isinstance(part, list):
        for value in part:
            _refuse_other_keys(value)


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into ``folder``; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in FILES:
        path = folder / f"{name}.schema.json"
        path.write_text(schema_text(name), encoding="utf-8", newline="\n")
        written.append(path)
    return written


if __name__ == "__main__":
    write_schemas(find_root(Path.cwd()) / "schemas")
