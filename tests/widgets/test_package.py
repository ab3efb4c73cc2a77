"""The package as a whole: its front door, its built half, and the words both halves share."""

import json
import re
import subprocess
import sys
from pathlib import Path

import patientbook_widgets
import pytest
from patientbook_widgets.labels import LABELS
from patientbook_widgets.static import NotBuiltError, built

from tests.widgets.rewrite_cases import STATE, example_state

WIDGETS = Path(patientbook_widgets.__file__).parent.parent
SIZES = {
    "page.js": 70_000,
    "my.js": 50_000,
    "early.js": 6_000,
    "live.js": 4_000,
    "widgets.css": 20_000,
    "page.css": 64_000,
}


def test_the_front_door_is_small():
    assert patientbook_widgets.__all__ == ["Glossary", "Quiz", "TermList", "static_folder"]
    with pytest.raises(AttributeError, match=r"has no 'Puzzle'\. It has: Glossary, Quiz, TermList, static_folder"):
        _ = patientbook_widgets.Puzzle


def test_reading_questions_needs_no_notebook():
    code = "import patientbook_widgets.questions, sys; print('ipywidgets' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("name", ["quiz.js", "glossary.js", "term_list.js", "page.js", "live.js", "widgets.css"])
def test_the_browsers_half_is_built(name):
    assert built(name).stat().st_size > 0


@pytest.mark.parametrize(("name", "most"), SIZES.items())
def test_what_a_phone_has_to_load_stays_small(name, most):
    assert built(name).stat().st_size <= most


def test_what_is_not_built_is_told_with_the_way_out():
    with pytest.raises(NotBuiltError, match=r"puzzle\.js is not built yet\. Run `npm --prefix widgets run build`"):
        built("puzzle.js")


def test_nothing_is_fetched_from_elsewhere():
    for name in ("quiz.js", "glossary.js", "term_list.js", "page.js", "live.js", "widgets.css"):
        addresses = re.findall(r"https?://[^\"'`\s)]+", built(name).read_text(encoding="utf-8"))
        assert set(addresses) <= {"http://www.w3.org/2000/svg"}


def test_the_browsers_tests_start_from_the_state_that_python_makes():
    kept = json.loads(STATE.read_text(encoding="utf-8"))
    assert kept == example_state(), "Run `python tests/widgets/rewrite_cases.py` and look at what changed."


def used_labels():
    """Names of labels in the widgets' templates and TypeScript. What stands in these folders has words of its own."""
    others = {file for folder in ("reader", "workshop", "preview") for file in WIDGETS.glob(f"src/{folder}/**/*.ts")}
    for file in set(WIDGETS.glob("src/**/*.ts")) - others:
        text = file.read_text(encoding="utf-8")
        yield from re.findall(r'\.say\(\s*"(\w+)"|missing: "(\w+)"|\bname\(\s*"(\w+)"', text)
        yield from re.findall(r'(?:say|name)\([^"()]*\? "(\w+)" : (?:\w+ \? )?"(\w+)"', text)
    for file in WIDGETS.glob("patientbook_widgets/templates/**/*.j2"):
        yield from ((name,) for name in re.findall(r"labels\.(\w+)", file.read_text(encoding="utf-8")))


def test_every_word_that_the_interface_says_has_a_label_and_every_label_is_said():
    used = {name for names in used_labels() for name in names if name}
    used |= {"move_up", "move_down", "true", "false", "not_sure", "fairly_sure", "very_sure"}
    used |= {"change_answer", "once_more", "try_again", "hint", "next_hint", "fewer", "more"}
    assert used - set(LABELS) == set()
    assert set(LABELS) - used == set()
