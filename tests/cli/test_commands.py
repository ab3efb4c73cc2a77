"""The command as a person meets it: help with an example, one clear line for a mistake, exit codes for scripts."""

import json
import re
import subprocess

import pytest

from tests.guides import (
    CHAPTER,
    GLOSSARY,
    GLOSSARY_NOTEBOOK,
    LIVE_NOTEBOOK,
    NOTEBOOK,
    PATIENTBOOK,
    add_live_notebook,
    replace_in,
)

COMMANDS = ["check", "build", "serve", "adopt", "export"]


def run(*arguments, cwd=None):
    return subprocess.run(
        [PATIENTBOOK, *map(str, arguments)], capture_output=True, text=True, timeout=120, cwd=cwd, check=False
    )


def edit(root):
    notebook = json.loads((root / NOTEBOOK).read_text(encoding="utf-8"))
    notebook["cells"][0]["source"].append("\nMore.")
    (root / NOTEBOOK).write_text(json.dumps(notebook), encoding="utf-8")


def test_the_command_lists_all_commands():
    shown = run("--help")
    assert shown.returncode == 0
    assert re.findall(r"^[│ ]+(check|build|serve|adopt|export) ", shown.stdout, re.MULTILINE) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_with_an_example(command):
    shown = run(command, "--help")
    assert shown.returncode == 0
    assert re.search(rf"Example: patientbook {command}\b", " ".join(shown.stdout.split()))


@pytest.mark.parametrize("arguments", [["buidl"], ["serve", "--port", "many"], ["serve", "--kernels", "0"], ["adopt"]])
def test_what_was_typed_wrongly_is_told_with_exit_code_2(arguments):
    told = run(*arguments)
    assert told.returncode == 2
    assert "Traceback" not in told.stderr
    assert told.stderr.strip()


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_folder_without_a_guide_is_told_in_one_line(tmp_path, command):
    told = run(command, tmp_path)
    assert (told.returncode, told.stdout) == (1, "")
    [line] = told.stderr.splitlines()
    assert line.startswith("There is no guide here: ")


def test_a_sound_guide_passes_the_check_with_its_warnings(guide):
    told = run("check", guide)
    assert told.returncode == 0
    assert told.stdout.splitlines()[-1].startswith("No errors, ")


def test_a_broken_guide_fails_check_and_build_with_the_same_lines(guide):
    replace_in(guide / CHAPTER, "[@wheel2001].", "[@wheels2001].")
    checked, built = run("check", guide), run("build", guide)
    assert (checked.returncode, built.returncode) == (1, 1)
    [line] = [line for line in checked.stdout.splitlines() if "[unknown-source]" in line]
    assert line.startswith("content/en/01-bicycles.md:22:82 [unknown-source] ")
    assert built.stderr.splitlines()[1:] == [line, "1 error in the content; nothing was made."]
    assert not (guide / NOTEBOOK).exists()


def test_building_again_makes_nothing_anew(built):
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*") if path.is_file()}
    told = run("build", cwd=built / "notebooks")
    assert told.returncode == 0
    assert "Wrote" not in told.stderr
    assert "Running" not in told.stderr
    assert {path: path.stat().st_mtime_ns for path in built.rglob("*") if path.is_file()} == before


def test_an_edited_notebook_stops_building_until_it_is_adopted(built):
    edit(built)
    refused = run("build", built)
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[-1].startswith(
        f"{NOTEBOOK} was edited by hand, and building would overwrite that. "
    )
    adopted = run("adopt", NOTEBOOK, cwd=built)
    assert adopted.returncode == 0
    assert adopted.stderr == f"{CHAPTER}: 1 line changed. Look at it, then run `patientbook build`.\n"
    assert run("build", built).returncode == 0
    assert "More." in (built / CHAPTER).read_text(encoding="utf-8")


def test_what_cannot_be_adopted_is_told_in_one_line(built):
    told = run("adopt", built / LIVE_NOTEBOOK)
    assert told.returncode == 1
    [line] = told.stderr.splitlines()
    assert line.endswith("was not built from a chapter, so there is no Markdown to take it back into.")


def test_a_notebook_that_fails_is_told_in_one_line_and_nothing_is_written(built):
    add_live_notebook(built, "1 / 0")
    replace_in(built / GLOSSARY, "# Words", "# Words\n\nFrom A to Z.")
    before = (built / GLOSSARY_NOTEBOOK).read_bytes()
    told = run("build", built)
    assert told.returncode == 1
    message = f"{LIVE_NOTEBOOK}: cell 2 (1 / 0) could not be run: ZeroDivisionError: division by zero"
    assert told.stderr.splitlines()[-1] == message
    assert "Traceback" not in told.stderr
    assert (built / GLOSSARY_NOTEBOOK).read_bytes() == before
