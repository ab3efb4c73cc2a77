"""A kept run is found again while nothing that its notebook shows has changed, and not one edit longer."""

from contextlib import chdir

import pytest

from patientbook.notebooks.needs import run_key
from patientbook.pages.making import notebooks_of
from patientbook.pages.workplace import input_files
from patientbook.reading import load_guide
from tests.guides import CHAPTER, GLOSSARY, LIVE_NOTEBOOK, add_live_notebook, replace_in

ABOUT = "content/en/pages/about.md"
FIGURES = "content/en/figures.yaml"
QUIZ = "content/en/quizzes/01-bicycles.yaml"
TERMS = "content/en/glossary.yaml"
ALL = {"bicycles", "words", "own"}
EDITS = [
    (CHAPTER, "Look where you want to go.", "Look ahead.", {"bicycles", "own"}),
    (CHAPTER, "minutes: 4", "minutes: 5", {"bicycles", "own"}),
    (CHAPTER, "its chain", "its [chain](08-words.md#chain)", ALL),
    (CHAPTER, "wheels and a [chain](08-words.md#chain)", "wheels and a chain", ALL),
    (CHAPTER, "title: What is a bicycle?", "title: What is it?", ALL),
    (GLOSSARY, "# Words", "# Words\n\nFrom A to Z.", {"words", "own"}),
    (QUIZ, "Wheels are square.", "Wheels are triangular.", {"bicycles", "own"}),
    (TERMS, "terms:", "terms:\n  saddle:\n    term: Saddle\n    meaning: A seat.", ALL),
    (FIGURES, "caption: ", "caption: Here is ", ALL),
    ("content/figures/wheel.svg", "<svg", "<!-- round --><svg", ALL),
    ("content/sources.bib", "Oil your chain", "Oil your chain well", ALL),
    ("content/guide.yaml", "once a year", "twice a year", ALL),
    (ABOUT, "\n# ", "\n# More ", {"own"}),
    (LIVE_NOTEBOOK, "Gear", "Speed", {"own"}),
    ("notebooks/en/speeds.csv", "12", "13", {"own"}),
]


@pytest.fixture
def desk(guide):
    """A guide whose chapter has a word more to link, with an educator's own notebook and the data it reads."""
    replace_in(guide / CHAPTER, "Then turn the pedals", "Then look at its chain and turn the pedals")
    add_live_notebook(guide)
    (guide / "notebooks/en/speeds.csv").write_text("12", encoding="utf-8")
    return guide


def keys(root, engine="engine"):
    guide = load_guide(root)
    inputs = [path.relative_to(root) for path in input_files(root)]
    found = [run_key(guide, built, inputs, engine) for built in notebooks_of(root, guide)]
    return dict(zip(["bicycles", "words", "own"], found, strict=True))


def shown(root, chapter):
    """What the cells of a chapter show, run in this process: HTML, and what a widget has beside it."""
    guide = load_guide(root)
    [built] = [each for each in notebooks_of(root, guide) if each.file.stem == chapter]
    names, found = {}, []
    with chdir(root):
        for cell in built.notebook.cells:
            if cell.source.startswith("lesson."):
                value = eval(cell.source, names)  # noqa: S307 - the test's own chapter
                found += [value.html, *(getattr(value, trait, None) for trait in ("questions", "terms", "title"))]
            elif cell.cell_type == "code":
                exec(cell.source, names)  # noqa: S102 - as above
    return found


@pytest.mark.parametrize(("file", "old", "new", "again"), EDITS)
def test_an_edit_runs_again_what_may_show_it(desk, file, old, new, again):
    before, seen = keys(desk), {chapter: shown(desk, chapter) for chapter in ("01-bicycles", "08-words")}
    replace_in(desk / file, old, new)
    after = keys(desk)
    assert {name for name in before if before[name] != after[name]} == again
    for name, chapter in (("bicycles", "01-bicycles"), ("words", "08-words")):
        assert name in again or shown(desk, chapter) == seen[chapter]


def test_the_engine_counts(desk):
    before, after = keys(desk), keys(desk, "another engine")
    assert {name for name in before if before[name] != after[name]} == ALL


def test_a_file_that_only_moved_counts(desk):
    before = keys(desk)
    (desk / "content/figures/spare.svg").write_text("<svg/>", encoding="utf-8")
    added = keys(desk)
    (desk / "content/figures/spare.svg").rename(desk / "content/en/spare.svg")
    assert len({before["bicycles"], added["bicycles"], keys(desk)["bicycles"]}) == 3


@pytest.mark.parametrize(
    "code",
    [
        "import math",
        'lesson = open_lesson("en/08-words")',
        'other = open_lesson("en/01-bicycles")',
        'print(lesson.quiz("first-ride"))',
        'lesson.quiz("first-ride").questions',
        "lesson.quiz(open('x').read())",
        "lesson.what_comes_next()",
        "glossary()",
        "%run all.py",
        "x = 1; lesson.glossary()",
    ],
)
def test_a_chapter_that_does_more_than_show_its_lesson_may_read_everything(desk, code):
    replace_in(desk / CHAPTER, "lesson.glossary()", code)
    before = keys(desk)
    replace_in(desk / ABOUT, "\n# ", "\n# More ")
    assert keys(desk)["bicycles"] != before["bicycles"]
