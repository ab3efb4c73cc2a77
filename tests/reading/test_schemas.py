"""The schemas that editors use are those of the models, and the guide's own files name and keep to them."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from patientbook.reading.schemas import FILES, schema_text, write_schemas

ROOT = Path(__file__).parents[2]
YAML_FILES = sorted((ROOT / "content").rglob("*.yaml"))


@pytest.mark.parametrize("name", FILES)
def test_the_committed_schema_is_up_to_date(name: str) -> None:
    committed = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(name), "run python -m patientbook.reading.schemas"


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_schemas(tmp_path)]
    assert [path.read_bytes() for path in write_schemas(tmp_path)] == first


@pytest.mark.parametrize("path", YAML_FILES, ids=lambda path: path.name)
def test_each_content_file_names_its_schema_and_keeps_to_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    comment = text.split("\n", 1)[0]
    assert comment.startswith("# yaml-language-server: $schema=")
    schema_file = (path.parent / comment.partition("$schema=")[2].strip()).resolve()
    schema = json.loads(schema_file.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(YAML(typ="safe", pure=True).load(text))


def test_a_schema_tells_a_misspelt_key() -> None:
    schema = Draft202012Validator(json.loads(schema_text("glossary")))
    assert schema.is_valid({"terms": {"gene": {"term": "Gene", "meaning": "A part of DNA."}}})
    assert not schema.is_valid({"terms": {"gene": {"term": "Gene", "meanin": "A part of DNA."}}})
    assert not schema.is_valid({"terms": {"Gene 1": {"term": "Gene", "meaning": "A part of DNA."}}})
