"""JSON Schemas of the YAML files, written from the models, for editors that complete and check while one types.

`python -m patientbook.reading.schemas` writes them into `schemas/` of the guide around the working folder.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from .guide import find_root
from .models import FiguresFile, GlossaryFile, GuideSettings, QuizzesFile

if TYPE_CHECKING:
    from pydantic import BaseModel

FILES: dict[str, type[BaseModel]] = {
    "guide": GuideSettings,
    "glossary": GlossaryFile,
    "figures": FiguresFile,
    "quizzes": QuizzesFile,
}


def schema_text(name: str) -> str:
    """The JSON Schema (2020-12) of the file called ``name``, the same text each time."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **FILES[name].model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


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
