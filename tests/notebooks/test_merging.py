"""Both sides changed: what only one of them touched is merged, what both did is refused with nothing written."""

import pytest

from patientbook.notebooks.adopt import adopt
from patientbook.problems import PatientbookError
from tests.guides import CHAPTER, NOTEBOOK, replace_in
from tests.notebooks.desk import build, built_sources, cell_with, new_cell, opened


@pytest.fixture
def desk(guide):
    build(guide)
    return guide


def edit_notebook(root, old, new):
    with opened(root) as notebook:
        cell = cell_with(notebook, old)
        cell["source"] = cell["source"].replace(old, new)


def add_to_notebook(root, source):
    with opened(root) as notebook:
        notebook["cells"].insert(2, new_cell("markdown", source))


def remove_from_notebook(root, words):
    with opened(root) as notebook:
        notebook["cells"].remove(cell_with(notebook, words))


def expect_refused(root, clash):
    before = (root / CHAPTER).read_bytes(), (root / NOTEBOOK).read_bytes()
    with pytest.raises(PatientbookError) as refusal:
        adopt(root / NOTEBOOK)
    assert str(refusal.value) == (
        f"content/en/01-bicycles.md was changed since the notebook was built, and both changed {clash}. "
        "Copy your edit into the Markdown by hand, then move the notebook away and run `patientbook build`."
    )
    assert ((root / CHAPTER).read_bytes(), (root / NOTEBOOK).read_bytes()) == before


def test_edits_of_different_cells_are_merged_and_built(desk):
    edit_notebook(desk, "Nobody knows", "Few know")
    replace_in(desk / CHAPTER, "Look where you want", "Look far ahead, where you want")
    adopt(desk / NOTEBOOK)
    build(desk)
    text = "\n".join(built_sources(desk))
    assert "Few know" in text
    assert "Look far ahead" in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Looking after it", "A new first cell.\n\n+++\n\n## Looking after it"),
        ('```{code-cell} ipython3\nlesson.quiz("first-ride")\n```\n\n', "+++\n\n"),
        ("Its wheels are round [@wheel2001].", "Its wheels are round."),
    ],
    ids=["a cell was added", "a cell was removed", "a source has another number now"],
)
def test_an_edit_in_the_notebook_finds_its_cell_in_a_markdown_with_others(desk, old, new):
    edit_notebook(desk, "See [how to ride]", "Read [how to ride]")
    replace_in(desk / CHAPTER, old, new)
    changed = (desk / CHAPTER).read_bytes()
    adopt(desk / NOTEBOOK)
    assert (desk / CHAPTER).read_bytes() == changed.replace(b"See [how to ride]", b"Read [how to ride]")
    build(desk)


def test_a_cell_added_in_the_notebook_joins_a_cell_edited_in_the_markdown(desk):
    add_to_notebook(desk, "An added cell.")
    replace_in(desk / CHAPTER, "Nobody knows", "Few know")
    adopt(desk / NOTEBOOK)
    text = (desk / CHAPTER).read_text(encoding="utf-8")
    assert "An added cell.\n" in text
    assert "Few know" in text
    build(desk)


def test_the_same_edit_on_both_sides_is_no_conflict(desk):
    edit_notebook(desk, "Nobody knows", "Few know")
    replace_in(desk / CHAPTER, "Nobody knows", "Few know")
    assert "holds no edit" in adopt(desk / NOTEBOOK)[0]
    build(desk)


def test_the_same_cell_edited_on_both_sides_is_refused(desk):
    edit_notebook(desk, "Nobody knows", "Few know")
    replace_in(desk / CHAPTER, "Nobody knows", "Everybody knows")
    expect_refused(desk, "cell 11 of the notebook")


def test_a_cell_edited_in_the_notebook_and_removed_from_the_markdown_is_refused(desk):
    edit_notebook(desk, 'lesson.quiz("first-ride")', 'lesson.quiz("second-ride")')
    replace_in(desk / CHAPTER, '```{code-cell} ipython3\nlesson.quiz("first-ride")\n```\n\n', "+++\n\n")
    expect_refused(desk, "cell 10 of the notebook")


def test_a_cell_removed_from_the_notebook_and_edited_in_the_markdown_is_refused(desk):
    remove_from_notebook(desk, "Nobody knows")
    replace_in(desk / CHAPTER, "Nobody knows", "Everybody knows")
    expect_refused(desk, "cell 11 of the chapter, which the notebook no longer has")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Looking after it", "A new first cell.\n\n+++\n\n## Looking after it"),
        (
            "lesson.opening()\n```\n\n```{code-cell} ipython3\nlesson.glossary()",
            "lesson.glossary()\n```\n\n```{code-cell} ipython3\nlesson.opening()",
        ),
    ],
    ids=["a cell was added", "two cells changed places"],
)
def test_another_order_or_number_of_cells_on_both_sides_is_refused(desk, old, new):
    add_to_notebook(desk, "An added cell.")
    replace_in(desk / CHAPTER, old, new)
    expect_refused(desk, "the order or number of its cells, here and there")


def test_of_two_equal_cells_the_edited_one_is_meant(guide):
    same = "```{code-cell} ipython3\nlesson.opening()\n```\n"
    replace_in(guide / CHAPTER, same, f"{same}\n{same}")
    build(guide)
    before = (guide / CHAPTER).read_bytes().decode()
    with opened(guide) as notebook:
        second = [cell for cell in notebook["cells"] if "opening" in cell["source"]][1]
        second["source"] = "lesson.glossary()"
    adopt(guide / NOTEBOOK)
    wanted = before.replace(f"{same}\n{same}", f"{same}\n{same.replace('opening', 'glossary')}")
    assert (guide / CHAPTER).read_bytes().decode() == wanted
    build(guide)
