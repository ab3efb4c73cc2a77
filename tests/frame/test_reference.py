"""docs/reference.md says what the models and rules say, and names everything that can be written."""

from patientbook.checking import RULES
from patientbook.checking.cells import METHODS
from patientbook.reading.schemas import FILES
from tools.write_reference import REFERENCE, reference


def test_the_reference_is_up_to_date():
    assert REFERENCE.read_text(encoding="utf-8") == reference(), "run make schemas"


def test_the_reference_has_every_key_every_call_and_every_rule():
    text = reference()
    keys = {key for model in FILES.values() for key in keys_of(model.model_json_schema())}
    assert [key for key in keys if f"| `{key}` |" not in text] == []
    assert [method for method in METHODS if f"| `lesson.{method}(" not in text] == []
    assert [rule.id for rule in RULES if f"| `{rule.id}` (" not in text] == []


def keys_of(schema):
    """The keys of a schema and of all that it is made of."""
    parts = [schema, *schema.get("$defs", {}).values()]
    return {key for part in parts for key in part.get("properties", {})}
