"""What libyaml reads is what ruamel.yaml reads, place by place; where it would not be, it is not asked."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patientbook.reading import yaml_nodes
from patientbook.reading.places import read_yaml
from patientbook.reading.yaml_nodes import MAPPING, SCALAR, quick_node, whole_node
from tests.frame.project import ROOT

FILE = PurePosixPath("x.yaml")
FILES = sorted([*(ROOT / "content").rglob("*.yaml"), *(ROOT / "tests" / "cases").rglob("*.yaml")])
LINES = [path.read_text(encoding="utf-8").split("\n") for path in FILES]
SIGNS = [
    *(
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a",
        "!x ",
        "!!str ",
        "%",
        "~",
        "<<: ",
        "#",
        " #",
        '"',
        "'",
        "`",
        "|",
        ">",
    ),
    *(
        "|\n",
        ">-\n",
        "|#",
        ">+ #\n",
        "---\n",
        "...\n",
        "\t",
        "\r",
        "\n",
        "  ",
        "  \n",
        ", ",
        "? ",
        "@",
        "\\",
        "\\/",
        '""',
    ),
    *(
        "\\x41",
        "1e9",
        "0o7",
        "0x1F",
        "1_000",
        "012",
        ".5",
        "yes",
        "null",
        "True",
        "2026-01-01",
        "=",
        "é",
        "😀",
        "\u2026",
    ),
]


def flat(node):
    """Every node below one, in order: kind, place, tag and value, folds as plain reading has them."""
    mark = (node.start_mark.line, node.start_mark.column, str(node.tag))
    if isinstance(node, SCALAR):
        text = node.value.replace("\a", "") if node.style == ">" else node.value
        return [("scalar", *mark, text, node.style or "")]
    parts = [part for pair in node.value for part in pair] if isinstance(node, MAPPING) else node.value
    return [(node.id, *mark), *(each for part in parts for each in flat(part))]


@st.composite
def odd_yaml(draw):
    """Some lines of a real file, and a few mistakes and rarities in them."""
    lines = draw(st.sampled_from(LINES))
    start = draw(st.integers(0, max(0, len(lines) - 8)))
    text = "\n".join(lines[start : start + draw(st.integers(1, 25))]) + "\n"
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SIGNS)) + text[at + draw(st.integers(0, 2)) :]
    return text


@settings(max_examples=400, deadline=None)
@given(odd_yaml())
def test_what_is_read_quickly_is_read_the_same(text):
    node = quick_node(text)
    assert node is None or flat(node) == flat(whole_node(text))


def test_all_content_is_read_quickly():
    slow = [
        path.name for path in FILES if ROOT / "content" in path.parents and quick_node(path.read_text("utf-8")) is None
    ]
    assert slow == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a:\tb\n",
            "a: >#\n  b\n",
            "a: |\n     \n  b\n",
            "%YAML 1.1\n---\na: yes\n",
            "a: 1\n---\nb: 2\n",
            "a: b\rc: d\n",
        ),
        *(
            "a: &x b\nc: *x\n",
            "a:\nb: c\n",
            "- \n- b\n",
            "a" * 40 + ": [" * 40 + "]" * 40,
            "a: [b\n",
            "",
            "# nothing\n",
        ),
    ],
)
def test_what_libyaml_sees_otherwise_is_left_to_ruamel(text):
    assert quick_node(text) is None


@pytest.fixture
def without_libyaml(monkeypatch):
    monkeypatch.setattr(yaml_nodes.yaml, "__with_libyaml__", False)
    yaml_nodes._quick_reader.cache_clear()
    yield
    yaml_nodes._quick_reader.cache_clear()


@pytest.mark.usefixtures("without_libyaml")
def test_a_guide_is_read_where_pyyaml_has_no_libyaml():
    assert quick_node("a: 1\n") is None
    assert read_yaml("a: 1\n", FILE).document.data == {"a": 1}


@pytest.mark.parametrize(
    ("text", "rule", "place"),
    [
        ("a: 1\na: 2\n", "yaml-duplicate-key", (2, 1)),
        ("a: !x b\n", "yaml-tag", (1, 4)),
        ("a: b: c\n", "yaml-colon", (1, 5)),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text, rule, place):
    [problem] = read_yaml(text, FILE).problems
    assert (problem.rule, problem.line, problem.column) == (rule, *place)


def test_the_files_are_there():
    assert len(FILES) > 20
    assert Path(ROOT / "content/en/glossary.yaml") in FILES
