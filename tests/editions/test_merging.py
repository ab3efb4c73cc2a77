"""Laying one YAML file over another gives what merging their data gives, and leaves every other line as it was."""

import copy
import io
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from patientbook.editions.entries import merged
from patientbook.editions.lines import lines_of, runs_of, spliced, text_of
from patientbook.reading.places import read_yaml

BASE, OVER = PurePosixPath("content/base.yaml"), PurePosixPath("editions/x/over.yaml")
TERMS = frozenset({("terms",)})
LANGUAGES = frozenset({("languages",), ("languages", "*")})

KEYS = st.sampled_from(["a", "b", "c", "d-e", "f9"])
WORDS = st.sampled_from(
    ["word", "two words", "a: colon", "# no comment", "line\nand line\n", "", "'quoted'", "ä – “ü”"]
)
VALUES = st.recursive(
    WORDS | st.integers(0, 9) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=6,
)
ENTRIES = st.dictionaries(KEYS, st.dictionaries(KEYS, VALUES, min_size=1, max_size=3), min_size=1, max_size=4)


def written(data, indent, is_flow):
    yaml, out = YAML(), io.StringIO()
    yaml.default_flow_style = is_flow
    yaml.indent(mapping=indent, sequence=indent + 2, offset=indent)
    yaml.dump(data, out)
    return out.getvalue()


def read(text):
    document = read_yaml(text, BASE).document
    assert document is not None, text
    return document.data


def laid(base, over, joints):
    return merged(lines_of(base, BASE), lines_of(over, OVER), joints)


@given(ENTRIES, ENTRIES, st.sampled_from([2, 3, 4]), st.booleans(), st.booleans())
def test_entries_are_replaced_and_added_by_key(base, over, indent, base_in_brackets, over_in_brackets):
    made = laid(
        written({"terms": base, "end": 1}, 2, base_in_brackets),
        written({"terms": over}, indent, over_in_brackets),
        TERMS,
    )
    expected = copy.deepcopy(base) | over
    assert read(text_of(made.lines)) == {"terms": expected, "end": 1}
    assert {one.name for one in made.replaced} == base.keys() & over.keys()


@given(ENTRIES, ENTRIES)
def test_every_line_knows_where_it_comes_from(base, over):
    texts = {BASE: written({"terms": base}, 2, False), OVER: written({"terms": over}, 4, False)}
    lines = merged(lines_of(texts[BASE], BASE), lines_of(texts[OVER], OVER), TERMS).lines
    for line in lines:
        original = texts[line.file].split("\n")[line.number - 1]
        assert line.text.strip() == original.strip()
    runs = runs_of(lines)
    for number, line in enumerate(lines, 1):
        run = [run for run in runs if run.first <= number][-1]
        assert (run.file, run.line + number - run.first) == (line.file.as_posix(), line.number)


def test_comments_and_the_order_of_the_guide_stay():
    base = "# Ours\nterms: # all\n  a:\n    term: A # first\n\n  # about b\n  b:\n    term: B\n# end\n"
    made = laid(base, "terms:\n  a: {term: New}\n", TERMS)
    assert text_of(made.lines) == base.replace("\n    term: A # first", " {term: New}")


def test_languages_go_by_their_code_and_keep_what_is_not_named():
    base = "languages:\n  - code: en\n    name: English\n    title: Old\nid: x\n"
    over = "languages:\n- title: New\n  code: en\n- code: es\n  name: Español\nid: y\n"
    made = laid(base, over, LANGUAGES)
    assert read(text_of(made.lines)) == {
        "languages": [{"code": "en", "name": "English", "title": "New"}, {"code": "es", "name": "Español"}],
        "id": "y",
    }
    assert [(one.name, one.before) for one in made.replaced] == [("en/title", "title: Old"), ("id", "id: x")]


def test_what_is_added_before_something_replaced_stays():
    lines = lines_of("a\nb\nc", BASE)
    new = lines_of("x", OVER)
    assert text_of(spliced(lines, [(1, 2, new), (1, 1, new), (1, 1, lines_of("y", OVER))])) == "a\nx\ny\nx\nc"


def test_a_broken_file_changes_nothing_and_is_told():
    made = laid("terms:\n  a: {term: A}\n", "terms: [\n", TERMS)
    assert text_of(made.lines) == "terms:\n  a: {term: A}\n"
    assert [(one.file, one.rule) for one in made.problems] == [(OVER, "yaml-syntax")]
