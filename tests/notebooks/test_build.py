"""A chapter gives the same notebook each time, and the committed one is to be read."""

import json
import re
import subprocess
import sys

import nbformat
import pytest

from patientbook.notebooks.build import as_committed, cell_ids
from tests.guides import CHAPTER, NOTEBOOK, ROOT, build_guide, replace_in
from tests.notebooks.desk import bytes_of

MAKE = "import sys; from pathlib import Path; from tests.notebooks.desk import bytes_of; "
MAKE += "sys.stdout.buffer.write(bytes_of(Path(sys.argv[1])))"


@pytest.fixture
def committed(built_once):
    return json.loads((built_once / NOTEBOOK).read_text(encoding="utf-8"))


def outputs_of(notebook):
    return [output for cell in notebook["cells"] for output in cell.get("outputs", [])]


def test_a_fresh_process_with_another_hash_seed_gives_the_same_bytes(guide):
    made = subprocess.run(
        [sys.executable, "-c", MAKE, str(guide)], check=True, capture_output=True, cwd=ROOT, env={"PYTHONHASHSEED": "7"}
    )
    assert made.stdout == bytes_of(guide)


def test_running_anew_gives_the_same_committed_bytes(built_once, built, tmp_path):
    """With another cache, in another folder, by other kernels."""
    (built / NOTEBOOK).unlink()
    (built / ".cache").rename(tmp_path / "away")
    build_guide(built)
    for path in sorted((built_once / "notebooks").rglob("*.ipynb")):
        assert (built / path.relative_to(built_once)).read_bytes() == path.read_bytes(), path.name


def test_the_committed_notebook_shows_readable_html_and_text(committed):
    data = [output["data"] for output in outputs_of(committed)]
    assert len(data) == 6
    for each in data:
        assert set(each) == {"text/html", "text/plain"}
    shown = "".join("".join(each["text/html"]) for each in data)
    for words in ("say what a bicycle is", "A row of links", "Picture 1.", "Your first ride", "Why wheels are round"):
        assert words in shown


def test_the_committed_notebook_holds_nothing_that_changes_from_run_to_run(committed):
    assert "widgets" not in committed["metadata"]
    assert committed["metadata"]["language_info"] == {"name": "python"}
    counts = [cell["execution_count"] for cell in committed["cells"] if cell["cell_type"] == "code"]
    assert counts == list(range(1, len(counts) + 1))
    assert all(output["metadata"] == {} for output in outputs_of(committed))
    assert not re.search(r"model_id|IPY_MODEL|/tmp|0x[0-9a-f]{6}", json.dumps(committed))


def test_links_of_the_notebook_lead_to_notebooks(committed):
    texts = "".join(line for cell in committed["cells"] if cell["cell_type"] == "markdown" for line in cell["source"])
    assert "[chain](08-words.ipynb#chain)" in texts
    assert "[[2](#source-2), [1](#source-1)]" in texts
    assert "[the riders](pages/about.md)" in texts  # no notebook is made of a further page
    assert texts.count(".md") == 1


def test_a_cells_id_follows_from_what_it_says(guide):
    before = json.loads(bytes_of(guide))["cells"]
    replace_in(guide / CHAPTER, "Nobody knows", "Few know")
    after = json.loads(bytes_of(guide))["cells"]
    changed = [new["id"] for old, new in zip(before, after, strict=True) if old["id"] != new["id"]]
    assert len(changed) == 1


def test_cells_that_say_the_same_have_ids_of_their_own():
    ids = cell_ids([("code", "x"), ("code", "x"), ("markdown", "x"), ("code", "x")])
    assert len(set(ids)) == 4
    assert all(re.fullmatch(r"[a-zA-Z0-9-_]{1,64}", each) for each in ids)


def test_what_is_committed_does_not_change_the_run(built_once):
    runs = [nbformat.read(path, as_version=4) for path in (built_once / ".cache/patientbook/runs").iterdir()]
    before = [nbformat.writes(run) for run in runs]
    for run in runs:
        as_committed(run)
    assert [nbformat.writes(run) for run in runs] == before
