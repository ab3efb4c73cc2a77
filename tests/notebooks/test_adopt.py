"""An edit made in a built notebook comes back into the Markdown, and nothing else there changes."""

import pytest

from patientbook.notebooks.adopt import adopt
from tests.guides import CHAPTER, NOTEBOOK, replace_in
from tests.notebooks.desk import build, built_sources, bytes_of, cell_with, new_cell, opened


@pytest.fixture
def desk(guide):
    build(guide)
    return guide


def saved_sources(root):
    with opened(root) as notebook:
        return [cell["source"] for cell in notebook["cells"]]


def expect_only_change(root, before, old, new):
    """The chapter's file is ``before`` with ``old`` replaced by ``new``, and building gives the edited notebook."""
    assert before.count(old.encode()) == 1
    assert (root / CHAPTER).read_bytes().decode() == before.replace(old.encode(), new.encode()).decode()
    assert built_sources(root) == saved_sources(root)
    build(root)
    assert (root / NOTEBOOK).read_bytes() == bytes_of(root)


@pytest.mark.parametrize(
    ("words", "there", "old", "new"),
    [
        ("two wheels and", "two big wheels and", "two wheels and", "two big wheels and"),
        ("- Dry it first.\n", "", "- Dry it first.\n", ""),
        ("- Dry it first.", "- Wash it.\n- Dry it first.", "- Dry it first.", "- Wash it.\n- Dry it first."),
        ("slowly, à la main", "vite 🚲 à la main", "slowly, à la main", "vite 🚲 à la main"),
        (
            "Oil the chain,",
            "Oil the [gear](08-words.ipynb#gear),",
            "Oil the chain,",
            "Oil the [gear](08-words.md#gear),",
        ),
        ("and oil it", "and [[2](#source-2)] oil it", "and oil it", "and [@chain2019] oil it"),
        ("lesson.opening()", "lesson.opening()  # first", "lesson.opening()", "lesson.opening()  # first"),
    ],
)
def test_an_edited_line_comes_back_alone(desk, words, there, old, new):
    before = (desk / CHAPTER).read_bytes()
    with opened(desk) as notebook:
        cell = cell_with(notebook, words)
        cell["source"] = cell["source"].replace(words, there)
    adopt(desk / NOTEBOOK)
    expect_only_change(desk, before, old, new)


def test_the_answer_says_how_many_lines_changed_and_what_to_do_next(desk):
    with opened(desk) as notebook:
        cell = cell_with(notebook, "- Dry it first.\n")
        cell["source"] = cell["source"].replace("- Dry it first.\n", "")
    answer = "content/en/01-bicycles.md: 1 line changed. Look at it, then run `patientbook build`."
    assert adopt(desk / NOTEBOOK) == [answer]
    assert adopt(desk / NOTEBOOK) == ["01-bicycles.ipynb holds no edit that content/en/01-bicycles.md does not have."]


@pytest.mark.parametrize("typed", ["[@chain2019]", "[@wheel2001; @chain2019]", "[gear](08-words.md#gear)"])
def test_what_was_typed_as_in_the_markdown_comes_back_as_typed(desk, typed):
    before = (desk / CHAPTER).read_bytes()
    with opened(desk) as notebook:
        cell_with(notebook, "Dry it first")["source"] += f"\n\nMore {typed}."
    adopt(desk / NOTEBOOK)
    old = "is the chain clean?\n"
    assert (desk / CHAPTER).read_bytes() == before.replace(old.encode(), f"{old}\nMore {typed}.\n".encode(), 1)
    build(desk)


def test_an_added_text_stands_apart_from_its_neighbours(desk):
    before = (desk / CHAPTER).read_bytes()
    with opened(desk) as notebook:
        at = notebook["cells"].index(cell_with(notebook, "See [how to ride]"))
        notebook["cells"].insert(at, new_cell("markdown", "Between [chain](08-words.ipynb#chain)."))
    adopt(desk / NOTEBOOK)
    old, new = "+++\n\nSee [how", "Between [chain](08-words.md#chain).\n\n+++\n\nSee [how"
    expect_only_change(desk, before, old, new)


@pytest.mark.parametrize(
    ("source", "fence"), [("lesson.opening()", "```"), ('"""\n```python\n"""', "````"), ("%matplotlib inline", "```")]
)
def test_added_code_gets_a_fence_that_holds_it(desk, source, fence):
    before = (desk / CHAPTER).read_bytes()
    with opened(desk) as notebook:
        at = notebook["cells"].index(cell_with(notebook, "lesson.glossary()"))
        notebook["cells"].insert(at, new_cell("code", source))
    adopt(desk / NOTEBOOK)
    old = "```{code-cell} ipython3\nlesson.glossary()"
    expect_only_change(desk, before, old, f"{fence}{{code-cell}} ipython3\n{source}\n{fence}\n\n{old}")


def test_cells_added_at_the_start_and_at_the_end_come_back(desk):
    with opened(desk) as notebook:
        notebook["cells"].insert(0, new_cell("code", "first = 1", "first"))
        notebook["cells"].append(new_cell("markdown", "Last words.", "last"))
    adopt(desk / NOTEBOOK)
    text = (desk / CHAPTER).read_text(encoding="utf-8")
    assert "---\n\n```{code-cell} ipython3\nfirst = 1\n```\n\n# What is" in text
    assert text.endswith("lesson.sources()\n```\n\nLast words.\n")
    assert built_sources(desk) == saved_sources(desk)


def test_a_removed_cell_is_gone_and_texts_that_meet_are_kept_apart(desk):
    before = (desk / CHAPTER).read_bytes()
    with opened(desk) as notebook:
        notebook["cells"].remove(cell_with(notebook, 'lesson.quiz("first-ride")'))
        notebook["cells"].remove(cell_with(notebook, 'lesson.figure("riders")'))
    adopt(desk / NOTEBOOK)
    fence = "```{code-cell} ipython3"
    cells = f'{fence}\nlesson.figure("riders")\n```\n\n{fence}\nlesson.quiz("first-ride")\n```\n'
    expect_only_change(desk, before, cells, "+++\n")


@pytest.mark.parametrize("has_new_id", [False, True])
def test_a_moved_cell_keeps_its_words_byte_for_byte(desk, has_new_id):
    with opened(desk) as notebook:
        moved = cell_with(notebook, "## Looking after it")
        notebook["cells"].remove(moved)
        notebook["cells"].insert(1, moved | ({"id": "pasted"} if has_new_id else {}))
    adopt(desk / NOTEBOOK)
    text = (desk / CHAPTER).read_text(encoding="utf-8")
    words = "## Looking after it\n\nOil the chain, and oil it *again* [@chain2019; @wheel2001].\n"
    assert text.count(words) == 1
    assert text.index(words) < text.index("from patientbook import")
    assert built_sources(desk) == saved_sources(desk)
    build(desk)


@pytest.mark.parametrize(
    "kept",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("\n", "\r\n")[:-2],
    ],
    ids=["windows lines", "no final newline", "windows lines, no final newline"],
)
@pytest.mark.parametrize("place", ["in the middle", "at the end"])
def test_the_line_ends_of_the_file_are_kept(guide, kept, place):
    text = (guide / CHAPTER).read_bytes().decode()
    (guide / CHAPTER).write_bytes(kept(text).encode())
    build(guide)
    with opened(guide) as notebook:
        if place == "at the end":
            notebook["cells"].append(new_cell("markdown", "The\nend."))
        else:
            cell = cell_with(notebook, "Nobody knows")
            cell["source"] = cell["source"].replace("Nobody knows", "Few\npeople know")
    adopt(guide / NOTEBOOK)
    wanted = f"{text}\nThe\nend.\n" if place == "at the end" else text.replace("Nobody knows", "Few\npeople know")
    assert (guide / CHAPTER).read_bytes().decode() == kept(wanted)
    build(guide)


def test_a_byte_order_mark_stays(guide):
    text = (guide / CHAPTER).read_bytes()
    build(guide)
    (guide / CHAPTER).write_bytes(b"\xef\xbb\xbf" + text)
    with opened(guide) as notebook:
        cell = cell_with(notebook, "Nobody knows")
        cell["source"] = cell["source"].replace("Nobody", "No one")
    adopt(guide / NOTEBOOK)
    assert (guide / CHAPTER).read_bytes() == b"\xef\xbb\xbf" + text.replace(b"Nobody", b"No one")


def test_odd_ways_of_writing_survive_an_edit_elsewhere(guide):
    """Cells with options, other fences, facts after a break, an empty cell, a wrapped citation, a code example."""
    odd = (
        "~~~{code-cell} ipython3\n:tags: [mine]\n\nlesson.opening()\n~~~\n```{code-cell} ipython3\n```\n\n"
        '````{code-cell} ipython3\n"""\n```\n"""\n````\n\nA text [@chain2019;\n@wheel2001] wrapped.  \nHere.\n\n'
        '+++ {"slideshow": {"slide_type": "slide"}}\n\nAnother\n\n```python\nexample = 1\n```\n\n+++\n\n+++\n\n'
    )
    replace_in(guide / CHAPTER, "## How to ride", f"{odd}## How to ride")
    build(guide)
    before = (guide / CHAPTER).read_bytes()
    with opened(guide) as notebook:
        for words in ("Look where", "Here.", "Another"):
            cell_with(notebook, words)["source"] = cell_with(notebook, words)["source"].replace(words, words.upper())
    adopt(guide / NOTEBOOK)
    after = before
    for words in (b"Look where", b"Here.", b"Another"):
        after = after.replace(words, words.upper())
    assert (guide / CHAPTER).read_bytes().decode() == after.decode()
    build(guide)


def test_blank_lines_around_a_cell_and_empty_cells_are_no_edit(desk):
    before = (desk / CHAPTER).read_bytes()
    with opened(desk) as notebook:
        cell_with(notebook, "Nobody knows")["source"] += "\n\n"
        notebook["cells"].append(new_cell("code", "  \n"))
    build(desk)
    adopt(desk / NOTEBOOK)
    assert (desk / CHAPTER).read_bytes() == before


def test_a_source_that_gets_another_number_does_not_stop_the_next_build(desk):
    with opened(desk) as notebook:
        cell = cell_with(notebook, "Its wheels are round")
        cell["source"] = cell["source"].replace(" [[1](#source-1)]", "")
    adopt(desk / NOTEBOOK)
    assert "Its wheels are round.\n" in (desk / CHAPTER).read_text(encoding="utf-8")
    build(desk)
    with opened(desk) as notebook:
        assert "[[1](#source-1), [2](#source-2)]" in cell_with(notebook, "Oil the chain")["source"]
