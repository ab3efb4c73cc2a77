"""A notebook is run once, again when something it depends on changes, and leaves no process behind."""

import asyncio
import json
import os
from pathlib import PurePosixPath

import nbformat
import psutil
import pytest

from patientbook.notebooks import run_notebook
from patientbook.notebooks.kernel import spare_kernel
from patientbook.notebooks.run import WIDGET_STATE, RunCache
from patientbook.pages.making import make_notebooks, make_site
from patientbook.pages.workplace import Workplace
from patientbook.problems import ContentError, PatientbookError
from tests.guides import CHAPTER, LIVE_NOTEBOOK, replace_in

QUIZ = "content/en/quizzes/01-bicycles.yaml"
CHAPTER_RUN = PurePosixPath("notebooks/en/01-bicycles.ipynb")


def run_everything(root):
    """Run what has to be run; return what was said of it and the runs."""
    said = []
    place = Workplace(root, root / ".cache" / "patientbook", said.append)
    runs = asyncio.run(make_notebooks(place)).runs
    return [line for line in said if line.startswith("Running")], runs


def kept_runs(root):
    return {path.name: path.stat().st_mtime_ns for path in (root / ".cache/patientbook/runs").iterdir()}


def run_cells(root, *sources, kernel="python3"):
    cells = [nbformat.v4.new_code_cell(source, id=f"cell-{number}") for number, source in enumerate(sources)]
    metadata = {"kernelspec": {"name": kernel, "display_name": kernel}}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=metadata)
    return asyncio.run(run_notebook(root, PurePosixPath("notebooks/own.ipynb"), notebook))


def kernels():
    return [each for each in psutil.Process().children(recursive=True) if "ipykernel" in " ".join(each.cmdline())]


def test_nothing_is_run_again_when_nothing_changed(built):
    before = kept_runs(built)
    assert run_everything(built)[0] == []
    assert kept_runs(built) == before


def test_a_changed_question_runs_its_chapter_again_and_what_may_read_everything(built):
    replace_in(built / QUIZ, "Wheels are square.", "Wheels are triangular.")
    said, runs = run_everything(built)
    assert said == ["Running notebooks/en/01-bicycles.ipynb (1 of 3)", f"Running {LIVE_NOTEBOOK} (3 of 3)"]
    assert "Wheels are triangular." in nbformat.writes(runs[CHAPTER_RUN])
    assert run_everything(built)[0] == []


def test_a_damaged_run_is_run_again(built):
    _, runs = run_everything(built)
    for path in (built / ".cache/patientbook/runs").iterdir():
        if "en/01-bicycles" in path.read_text(encoding="utf-8"):
            path.write_bytes(path.read_bytes()[:1000])
    said, again = run_everything(built)
    assert said == ["Running notebooks/en/01-bicycles.ipynb (1 of 3)"]
    assert again == runs


def test_of_a_guide_with_errors_no_run_is_told_or_kept(built):
    replace_in(built / QUIZ, "Wheels are square.", "Wheels are triangular.")
    replace_in(built / CHAPTER, 'lesson.figure("wheel")', 'lesson.figure("heel")')
    before, said = kept_runs(built), []
    with pytest.raises(ContentError) as failure:
        asyncio.run(make_notebooks(Workplace(built, built / ".cache/patientbook", said.append)))
    assert [problem.rule for problem in failure.value.problems] == ["unknown-figure"]
    assert said == ["Reading and checking the content"]
    assert kept_runs(built) == before
    assert kernels() == []


def test_a_cache_that_cannot_be_written_is_told_and_breaks_nothing(guide):
    (guide / "cache").write_text("in the way", encoding="utf-8")
    said = []
    place = Workplace(guide, guide / "cache", said.append)
    site = make_site(place)
    assert site.files["en/01-bicycles.html"].brotli
    assert sum(line.startswith("Not kept for the next start: ") for line in said) == 3  # two runs and the site
    assert make_site(place) == site


def test_runs_of_former_texts_are_dropped_but_for_the_newest(tmp_path):
    cache = RunCache(tmp_path)
    for age in range(9):
        cache.write(f"old-{age}", nbformat.v4.new_notebook())
        os.utime(tmp_path / f"old-{age}.ipynb", (age, age))
    cache.write("now", nbformat.v4.new_notebook())
    os.utime(tmp_path / "now.ipynb", (0, 0))
    cache.drop_old(["now"])
    assert sorted(path.stem for path in tmp_path.iterdir()) == ["now", "old-6", "old-7", "old-8"]


@pytest.mark.parametrize("wreck", [b"", b"{", b"[]", b"null", b"\xff", b'{"nbformat": 4}'])
def test_a_kept_run_that_is_no_notebook_counts_as_absent(tmp_path, wreck):
    cache = RunCache(tmp_path)
    cache.write("key", nbformat.v4.new_notebook())
    assert cache.read("key") == nbformat.v4.new_notebook()
    (tmp_path / "key.ipynb").write_bytes(wreck)
    assert cache.read("key") is None


def test_widget_ids_are_the_same_in_every_run_and_fit_together(built_once):
    _, runs = run_everything(built_once)
    first = runs[CHAPTER_RUN]
    again = asyncio.run(run_notebook(built_once, CHAPTER_RUN, first))
    state = first.metadata.widgets[WIDGET_STATE].state
    assert nbformat.writes(again) == nbformat.writes(first)
    assert len(state) >= 4
    shown = json.dumps([cell.get("outputs") for cell in first.cells] + list(state.values()))
    referred = [word.partition('"')[0] for word in shown.split("IPY_MODEL_")[1:]]
    assert referred
    assert set(referred) <= set(state)


def test_a_failing_cell_is_named_in_one_line(tmp_path):
    with pytest.raises(PatientbookError) as failure:
        run_cells(tmp_path, "x = 1", "import math\nmath.sqrt('a\\nb')")
    message = "notebooks/own.ipynb: cell 2 (import math) could not be run: TypeError: must be real number, not str"
    assert str(failure.value) == message
    assert kernels() == []


def test_a_message_of_many_lines_becomes_one(tmp_path):
    with pytest.raises(PatientbookError) as failure:
        run_cells(tmp_path, "raise ValueError('one\\ntwo')")
    assert str(failure.value).endswith("could not be run: ValueError: one two")


def test_a_kernel_that_dies_is_told_and_nothing_waits_for_it(tmp_path):
    with pytest.raises(PatientbookError) as failure:
        run_cells(tmp_path, "import os", "os._exit(3)")
    assert str(failure.value).endswith(": cell 2 (os._exit(3)) could not be run: Python stopped while it ran.")
    assert kernels() == []


def test_a_language_that_is_not_installed_is_told(tmp_path):
    with pytest.raises(PatientbookError, match="wants the kernel 'ir', which is not installed"):
        run_cells(tmp_path, "x", kernel="ir")


def test_a_run_happens_where_the_notebook_lies_and_leaves_the_original_alone(tmp_path):
    run = run_cells(tmp_path, "from pathlib import Path\nprint(Path.cwd().name)")
    assert run.cells[0].outputs[0].text == "notebooks\n"
    assert "execution" not in run.cells[0].metadata
    assert kernels() == []


async def run_with_spare(root, *sources):
    async with spare_kernel(root) as spare:
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(source, id=f"cell-{at}") for at, source in enumerate(sources)],
            metadata={"kernelspec": {"name": "python3", "display_name": "python3"}},
        )
        run = await run_notebook(root, PurePosixPath("notebooks/own.ipynb"), notebook, spare)
        return run, kernels(), spare.take("python3")


def test_a_kernel_that_was_started_ahead_gives_the_same_run(tmp_path):
    cells = ("import os\nprint(os.getcwd(), open('speeds.csv').read())", "print(sorted(globals()))", "In, 1 + 1")
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks/speeds.csv").write_text("12", encoding="utf-8")
    run, left, spare = asyncio.run(run_with_spare(tmp_path, *cells))
    assert run == run_cells(tmp_path, *cells)
    assert (left, spare) == ([], None)


def test_a_kernel_that_was_started_ahead_and_is_not_needed_ends(tmp_path):
    async def leave():
        async with spare_kernel(tmp_path) as spare:
            assert len(kernels()) == 1
            assert spare.take("ir") is None

    asyncio.run(leave())
    assert kernels() == []


def test_a_kernel_has_no_debugger_but_a_notebook_may_import_it(tmp_path):
    here = "import sys\nprint('debugpy' in sys.modules, [path for path in sys.path if path.endswith('notebooks')])"
    shown = [
        cell.outputs[0].text for cell in run_cells(tmp_path, here, "import debugpy\nprint(debugpy.__name__)").cells
    ]
    assert shown == ["False []\n", "debugpy\n"]
