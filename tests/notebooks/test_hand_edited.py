"""Building never overwrites the work of a person, and is not stopped by what is none."""

import errno
import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patientbook.notebooks.adopt import adopt
from patientbook.notebooks.files import read_notebook, write_whole
from patientbook.problems import HandEditedError, PatientbookError
from tests.guides import CHAPTER, NOTEBOOK, replace_in
from tests.notebooks.desk import build, bytes_of, cell_with, new_cell, opened


@pytest.fixture
def desk(guide):
    build(guide)
    return guide


def expect_refused(root, words):
    before = (root / NOTEBOOK).read_bytes()
    with pytest.raises(HandEditedError, match=words):
        build(root)
    assert (root / NOTEBOOK).read_bytes() == before


def test_an_edited_cell_is_kept_and_the_way_out_is_adopt(desk):
    with opened(desk) as notebook:
        cell_with(notebook, "Nobody knows")["source"] += "!"
    expect_refused(desk, "edited by hand.* `patientbook adopt notebooks/en/01-bicycles.ipynb`")


@pytest.mark.parametrize("change", ["add", "remove", "move"])
def test_an_added_removed_or_moved_cell_is_kept(desk, change):
    with opened(desk) as notebook:
        cell = cell_with(notebook, "Nobody knows")
        if change != "add":
            notebook["cells"].remove(cell)
        if change != "remove":
            notebook["cells"].insert(1, new_cell("markdown", "New.") if change == "add" else cell)
    expect_refused(desk, "patientbook adopt")


def test_a_notebook_that_was_only_run_and_saved_is_built_anew(desk):
    with opened(desk) as notebook:
        for count, cell in enumerate(notebook["cells"]):
            if cell["cell_type"] == "code":
                cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["hello\n"]}]
                cell["execution_count"] = count + 7
                cell["metadata"] = {"collapsed": True}
        notebook["metadata"]["language_info"] = {"name": "python", "version": "3.13.0"}
        notebook["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}}}
    build(desk)
    assert (desk / NOTEBOOK).read_bytes() == bytes_of(desk)


def test_an_edit_that_the_markdown_has_too_does_not_stop_building(desk):
    with opened(desk) as notebook:
        cell = cell_with(notebook, "Nobody knows")
        cell["source"] = cell["source"].replace("Nobody knows", "Few know")
    replace_in(desk / CHAPTER, "Nobody knows", "Few know")
    build(desk)
    assert (desk / NOTEBOOK).read_bytes() == bytes_of(desk)


WRECKS = [b"", b"{", b"[]", b"null", b'"x"', b"{}", b"\xff\xfe", b'{"nbformat": 4, "metadata": {}}', b"[" * 100_000]
WRECKS += [b'{"nbformat": 4, "metadata": [], "cells": []}', b'{"nbformat": 4, "metadata": {}, "cells": [1]}']
WRECKS += [b'{"nbformat": 4, "metadata": {}, "cells": [{"cell_type": "code", "source": 3}]}']
WRECKS += [b'{"nbformat": 3, "metadata": {}, "worksheets": []}', b"<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> mine\n"]


@pytest.mark.parametrize("wreck", WRECKS, ids=range(len(WRECKS)))
def test_a_file_that_is_no_notebook_is_neither_overwritten_nor_adopted(desk, wreck):
    (desk / NOTEBOOK).write_bytes(wreck)
    expect_refused(desk, "01-bicycles.ipynb is in the way")
    with pytest.raises(PatientbookError, match="is not a readable notebook"):
        adopt(desk / NOTEBOOK)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
NOTEBOOK_LIKE = st.fixed_dictionaries(
    {"nbformat": st.just(4) | JSON, "metadata": st.just({}) | JSON},
    optional={
        "nbformat_minor": st.just(5) | JSON,
        "cells": JSON
        | st.lists(st.fixed_dictionaries({"cell_type": JSON, "source": JSON}, optional={"outputs": JSON})),
    },
)


@given(JSON | NOTEBOOK_LIKE)
def test_whatever_is_in_the_file_reading_it_gives_a_notebook_or_one_clear_line(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.ipynb"
    path.write_text(json.dumps(content), encoding="utf-8")
    try:
        notebook = read_notebook(path)
    except PatientbookError as error:
        assert str(error).endswith("Open it in JupyterLab and save it again, or move it away.")  # noqa: PT017 - or no error
    else:
        assert all(isinstance(cell.source, str) for cell in notebook.cells)


@pytest.mark.parametrize("name", ["source", "keys", "cells"])
def test_a_notebook_that_no_chapter_gave_is_not_adopted(desk, name):
    with opened(desk) as notebook:
        notebook["metadata"]["patientbook"][name] = 3
    with pytest.raises(PatientbookError, match="was not built from a chapter"):
        adopt(desk / NOTEBOOK)


def test_a_persons_own_notebook_in_the_way_is_kept(desk):
    with opened(desk) as notebook:
        del notebook["metadata"]["patientbook"]
    expect_refused(desk, "is in the way")


def test_a_notebook_whose_chapter_is_gone_is_not_adopted(desk):
    (desk / CHAPTER).unlink()
    with pytest.raises(PatientbookError, match=r"from which 01-bicycles\.ipynb was built, is gone"):
        adopt(desk / NOTEBOOK)


def test_a_notebook_that_is_not_there_is_told(desk):
    with pytest.raises(PatientbookError, match=r"gone\.ipynb cannot be opened: No such file"):
        adopt(desk / "gone.ipynb")


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (new_cell("markdown", "![](attachment:a.png)") | {"attachments": {"a.png": {}}}, "Cell 3 .*pasted picture"),
        (new_cell("raw", "raw"), "Cell 3 of the notebook would read differently"),
        (new_cell("markdown", "one\n\n+++\n\nother"), "Cell 3 of the notebook would read differently"),
        (new_cell("markdown", "```{code-cell}\nx\n```"), "Cell 3 of the notebook would read differently"),
    ],
    ids=["pasted picture", "raw cell", "break", "fence of a cell"],
)
def test_what_markdown_cannot_hold_is_told_and_nothing_written(desk, cell, words):
    with opened(desk) as notebook:
        notebook["cells"].insert(2, cell)
    before = (desk / CHAPTER).read_bytes(), (desk / NOTEBOOK).read_bytes()
    with pytest.raises(PatientbookError, match=words):
        adopt(desk / NOTEBOOK)
    assert ((desk / CHAPTER).read_bytes(), (desk / NOTEBOOK).read_bytes()) == before


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path):
    (tmp_path / "file").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(PatientbookError, match=r"notebook\.ipynb cannot be written: .*Nothing was changed there"):
        write_whole(tmp_path / "file" / "notebook.ipynb", b"new")


def test_a_disk_that_is_full_at_the_last_moment_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "chapter.md"
    path.write_bytes(b"old")

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)  # no disk can be filled in a test
    with pytest.raises(PatientbookError, match="cannot be written: No space left on device"):
        write_whole(path, b"new")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("chapter.md", b"old")]
