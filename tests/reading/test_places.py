"""YAML is read as 1.2, every value has its place, and what is no YAML is told in plain words."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patientbook.reading.places import read_yaml
from patientbook.reading.rules import BY_ID, Place

FILE = PurePosixPath("x.yaml")


def test_yaml_is_read_as_version_1_2() -> None:
    text = "a: no\nb: yes\nc: 012\nd: 1.5\ne: null\nf:\ng: True\nh: 2026-11-23\ni: '5'\nj: 0x1F\nk: on\n5: x\n"
    document = read_yaml(text, FILE).document
    assert document is not None
    assert document.data == {
        **{"a": "no", "b": "yes", "c": 12, "d": 1.5, "e": None, "f": None, "g": True, "h": "2026-11-23"},
        **{"i": "5", "j": 31, "k": "on", "5": "x"},
    }


def test_a_folded_text_is_its_words_and_nothing_else() -> None:
    document = read_yaml("a: >-\n  chosen\n  from facts\n\n  today\n", FILE).document
    assert document is not None
    assert document.data == {"a": "chosen from facts\ntoday"}


PLACES = """\
terms:
  gene:
    term: Gene
    aliases: [one,
      two]
    more: >-
      folded
      text

  dna: {term: DNA, meaning: What}
list:
  - id: a
    text: "quoted"
  - b
"""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("terms",), 1, 1),
        (("terms", "gene"), 2, 3),
        (("terms", "gene", "term"), 3, 11),
        (("terms", "gene", "aliases", 1), 5, 7),
        (("terms", "gene", "more"), 6, 11),
        (("terms", "dna", "meaning"), 10, 29),
        (("terms", "dna", "missing"), 10, 3),
        (("list", 0), 12, 5),
        (("list", 0, "text"), 13, 11),
        (("list", 0, "single", "text"), 13, 11),
        (("list", 1), 14, 5),
        (("list", 9), 11, 1),
    ],
)
def test_every_value_has_its_place(path: tuple[str | int, ...], line: int, column: int) -> None:
    document = read_yaml(PLACES, FILE).document
    assert document is not None
    assert document.place(path) == Place(line, column)


def test_the_place_of_a_key_is_not_that_of_its_value() -> None:
    document = read_yaml(PLACES, FILE).document
    assert document is not None
    assert document.key_place(("terms", "gene", "term")) == Place(3, 5)


def test_lines_count_from_where_the_text_stands_in_its_file() -> None:
    document = read_yaml("a: 1\nb: 2\n", FILE, first_line=10).document
    assert document is not None
    assert document.place(("b",)) == Place(11, 4)


def test_anchors_and_aliases_are_values() -> None:
    found = read_yaml("a: &x {b: 1}\nc: *x\n", FILE)
    assert found.problems == ()
    assert found.document is not None
    assert found.document.data == {"a": {"b": 1}, "c": {"b": 1}}


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        ("a: 1\n\tb: 2\n", "yaml-tab", 2, 1),
        ("a: 1\nb: What is it: a gene\n", "yaml-colon", 2, 14),
        ("a: 1\nb: 'it's'\n", "yaml-quote", 2, 8),
        ('a: 1\nb: "open\nc: 1\n', "yaml-quote", 2, 4),
        ('a: 1\nb: "One" and two\n', "yaml-quote", 2, 10),
        ("a:\n  b: 1\n c: 2\n", "yaml-indent", 3, 2),
        ("a: 1\nb: !x y\n", "yaml-tag", 2, 4),
        ("a: 1\nb: *x\n", "yaml-alias", 2, 4),
        ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key", 3, 1),
        ("a: &x [*x]\n", "yaml-too-big", 1, 4),
        ("[" * 500, "yaml-too-big", 1, 61),
        ("a: 1\n---\nb: 1\n", "yaml-syntax", 2, 1),
        ("a: 1\nb: @x\n", "yaml-syntax", 2, 4),
        ("a: [1,\n  2\n", "yaml-syntax", 1, 4),
        ("a: 1\nb\nc: 2\n", "yaml-syntax", 2, 1),
        ("? [a]\n: b\n", "yaml-syntax", 1, 3),
    ],
)
def test_a_mistake_in_yaml_is_told_at_its_place(text: str, rule: str, line: int, column: int) -> None:
    [problem] = read_yaml(text, FILE).problems
    assert (problem.rule, problem.line, problem.column) == (rule, line, column)


def test_aliases_that_multiply_are_stopped() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for name, before in zip("bcdefghij", "abcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]")
    found = read_yaml("\n".join(lines), FILE)
    assert [problem.rule for problem in found.problems] == ["yaml-too-big"]
    assert found.document is None


WORDS = st.sampled_from(
    [
        "a: ",
        "b",
        "\n",
        "  ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        '"',
        "'",
        "#",
        ": ",
        "&x ",
        "*x",
        "!t ",
        "|",
        ">",
        "? ",
        "\t",
    ]
)


@settings(max_examples=300, deadline=None)
@given(text=st.lists(WORDS | st.text(max_size=3), max_size=25).map("".join))
def test_any_text_gives_a_document_or_problems(text: str) -> None:
    found = read_yaml(text, FILE)
    assert found.document is not None or found.problems
    for problem in found.problems:
        assert problem.rule in BY_ID
        assert 1 <= problem.line <= text.count("\n") + 2
