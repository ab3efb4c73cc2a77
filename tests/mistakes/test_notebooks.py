"""What goes wrong with notebooks is one problem too, at its file and line; `check` tells it before `build` refuses."""

import json
import subprocess

import pytest

from patientbook.notebooks.edited import edited_notebooks
from patientbook.reading import load_guide
from tests.guides import NOTEBOOK, PATIENTBOOK, add_live_notebook, replace_in


def cut(path):
    """As if the computer had been switched off while it was saved."""
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join(lines[:20]), encoding="utf-8")


def merge(path):
    path.write_text("<<<<<<< mine\n" + path.read_text(encoding="utf-8"), encoding="utf-8")


def empty(path):
    path.write_bytes(b"")


def encode(path):
    path.write_bytes(b'{\n"cells": "\xe9"}')


def other(path):
    path.write_text('{"a": 1}', encoding="utf-8")


DAMAGE = {
    cut: (20, "from here on: it is damaged or half saved"),
    merge: (1, "from here on: it is damaged or half saved"),
    empty: (1, "has nothing in it"),
    encode: (2, "another encoding than UTF-8"),
    other: (1, "no notebook of format 4"),
}


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("whose", ["built", "own"])
def test_a_notebook_that_cannot_be_read_is_one_problem_with_its_line(built, whose, damage):
    path = add_live_notebook(built) if whose == "own" else built / NOTEBOOK
    if whose == "own":
        path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")), indent=1), encoding="utf-8")
    damage(path)
    [problem] = edited_notebooks(load_guide(built))
    line, what = DAMAGE[damage]
    assert (built / problem.file, problem.rule, problem.line) == (path, "notebook-damaged", line)
    assert what in problem.what
    assert ("JupyterLab" if whose == "own" else "makes it anew") in problem.way_out


def test_the_command_tells_it_and_the_build_refuses_without_a_traceback(built):
    cut(built / NOTEBOOK)
    for command in ("check", "build"):
        told = subprocess.run([PATIENTBOOK, command, built], capture_output=True, text=True, timeout=60, check=False)
        assert told.returncode == 1
        assert str(NOTEBOOK) in told.stdout + told.stderr
        assert "Traceback" not in told.stderr
    assert len((built / NOTEBOOK).read_text(encoding="utf-8").split("\n")) == 20


def test_a_cell_without_outputs_is_no_mistake_and_building_gives_them_back(built):
    notebook = json.loads((built / NOTEBOOK).read_text(encoding="utf-8"))
    before = (built / NOTEBOOK).read_bytes()
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = []
    (built / NOTEBOOK).write_text(json.dumps(notebook, indent=1), encoding="utf-8")
    assert edited_notebooks(load_guide(built)) == []
    subprocess.run([PATIENTBOOK, "build", built], capture_output=True, timeout=60, check=True)
    assert (built / NOTEBOOK).read_bytes() == before


def test_a_notebook_that_was_edited_is_named_with_how_to_keep_the_edit(built):
    replace_in(built / NOTEBOOK, "# What is a bicycle?", "# What is a tricycle?")
    [problem] = edited_notebooks(load_guide(built))
    assert (str(problem.file), problem.rule) == (str(NOTEBOOK), "notebook-edited")
    assert f"`patientbook adopt {NOTEBOOK}`" in problem.way_out


def test_copies_that_jupyter_keeps_for_itself_are_nobodys_mistake(built):
    kept = built / "notebooks" / "en" / ".ipynb_checkpoints" / "01-bicycles-checkpoint.ipynb"
    kept.parent.mkdir()
    kept.write_bytes(b"{")
    assert edited_notebooks(load_guide(built)) == []
