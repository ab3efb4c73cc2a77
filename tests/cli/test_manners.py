"""How the command behaves, whichever is called: help, completion, colours, exit codes, and no traceback."""

import os
import pty
import re
import select
import signal
import subprocess

import pytest
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

from patientbook import __version__
from patientbook.cli import app
from tests.frame.project import ROOT
from tests.guides import CHAPTER, PATIENTBOOK, replace_in

COLOUR = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;]*m")
DOCUMENTED = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def names(command=None, path=()):
    """The words of every command, groups included: ("new",), ("new", "term")."""
    for name, each in (command or get_command(app)).commands.items():
        yield (*path, name)
        if isinstance(each, TyperGroup):
            yield from names(each, (*path, name))


NAMES = list(names())
IDS = [" ".join(name) for name in NAMES]


def run(*arguments, env=None, cwd=None):
    environment = {**os.environ, "COLUMNS": "100"} | (env or {})
    return subprocess.run(
        [PATIENTBOOK, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
        cwd=cwd,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def on_a_terminal(*arguments, answers="", **environment):
    """Run the command on a terminal, type ``answers``, and return its exit code and all that was shown."""
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    process = subprocess.Popen(
        [PATIENTBOOK, *map(str, arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**kept, "TERM": "xterm-256color", "COLUMNS": "100", **environment},
    )
    os.close(theirs)
    os.write(ours, answers.encode())
    shown = b""
    while select.select([ours], [], [], 60)[0]:
        try:
            shown += os.read(ours, 4096)
        except OSError:  # EIO: nobody holds the other end any more
            break
    os.close(ours)
    return process.wait(timeout=60), shown.decode()


@pytest.mark.parametrize("name", NAMES, ids=IDS)
def test_every_command_helps_with_an_example_of_itself(name):
    shown = CliRunner(env={"COLUMNS": "100"}).invoke(app, [*name, "--help"])
    assert shown.exit_code == 0
    assert f"Example: patientbook {' '.join(name)}" in " ".join(shown.output.split())


def test_the_program_itself_helps_with_an_example_and_lists_every_command():
    shown = CliRunner(env={"COLUMNS": "100"}).invoke(app, ["--help"])
    assert "Example: patientbook" in shown.output
    assert [name for name, *rest in NAMES if not rest and not re.search(rf"^\W+{name}\b", shown.output, re.M)] == []


@pytest.mark.parametrize("name", NAMES, ids=IDS)
def test_every_command_is_documented(name):
    assert f"`patientbook {' '.join(name)}" in DOCUMENTED


@pytest.mark.parametrize("name", NAMES, ids=IDS)
def test_an_option_that_there_is_not_ends_with_2_and_a_way_to_help(name):
    told = CliRunner(env={"COLUMNS": "100"}).invoke(app, [*name, "--no-such-option"])
    assert told.exit_code == 2
    assert "No such option" in told.output
    assert f"patientbook {' '.join(name)} --help" in told.output


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("chapter", "TITLE"),
        ("term", "WORD"),
        ("question", "--chapter"),
        ("figure", "ID"),
        ("edition", "NAME"),
        ("guide", "FOLDER"),
    ],
)
def test_where_nobody_can_be_asked_what_is_missing_is_told(guide, name, what):
    told = run("new", name, cwd=guide)
    assert told.returncode == 2
    assert f"Invalid value for {what}: Say it after {what}" in told.stderr
    assert "Traceback" not in told.stderr


def test_on_a_terminal_what_is_missing_is_asked(guide):
    code, shown = on_a_terminal("new", "term", "--root", guide, answers="Spoke\nA thin rod.\n", NO_COLOR="1")
    assert code == 0, shown
    assert "Which word" in shown
    assert "What does it mean" in shown
    assert "  spoke:\n    term: Spoke\n    meaning: A thin rod." in (guide / "content/en/glossary.yaml").read_text()


def test_who_breaks_off_a_question_changes_nothing(guide):
    before = (guide / "content/en/glossary.yaml").read_bytes()
    code, shown = on_a_terminal("new", "term", "--root", guide, answers="Spoke\n\x04")
    assert code in {1, 130}
    assert "Traceback" not in shown
    assert (guide / "content/en/glossary.yaml").read_bytes() == before


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["serve", "--port", "many"]])
def test_no_color_takes_the_colours_away(arguments):
    _, plain = on_a_terminal(*arguments, NO_COLOR="1")
    assert COLOUR.search(plain) is None


def test_there_are_colours_to_take_away():
    assert COLOUR.search(on_a_terminal("serve", "--port", "many")[1])


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("patientbook ", {name[0] for name in NAMES}),
        ("patientbook ch", {"check"}),
        ("patientbook new ", {name[1] for name in NAMES if name[0] == "new" and len(name) == 2}),
        ("patientbook build --si", {"--site"}),
    ],
)
def test_the_shell_completes_commands_and_options(typed, offered):
    words = typed.split(" ")
    asked = {"_PATIENTBOOK_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)}
    assert set(run(env=asked).stdout.split()) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_for_a_shell_can_be_shown(shell):
    shown = run("--show-completion", shell)
    assert shown.returncode == 0
    assert "_PATIENTBOOK_COMPLETE" in shown.stdout


def test_the_version_is_told():
    assert run("--version").stdout == f"patientbook {__version__}\n"


def test_the_exit_codes_are_those_of_the_documentation(guide):
    assert re.findall(r"^\| (\d+) \|", DOCUMENTED, re.M) == ["0", "1", "2", "130"]
    assert run("check", guide).returncode == 0
    assert run("check", guide, "--gardes").returncode == 2
    replace_in(guide / CHAPTER, "[@wheel2001].", "[@wheels2001].")
    assert run("check", guide).returncode == 1
    assert run("build", guide).returncode == 1


def test_a_command_that_is_stopped_ends_with_130(guide):
    process = subprocess.Popen([PATIENTBOOK, "build", str(guide)], stderr=subprocess.PIPE, text=True)
    process.stderr.readline()  # it has begun
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert told.splitlines()[-1] == "Stopped. Nothing was left half-written."


@pytest.mark.parametrize("name", [name for name in NAMES if name[0] != "new"], ids=" ".join)
def test_a_folder_that_is_not_there_is_told_without_a_traceback(tmp_path, name):
    option = {"export": ["pdf", "--root", "nowhere"], "adopt": ["nowhere/x.ipynb"]}.get(name[0], ["nowhere"])
    told = run(*name, *option, cwd=tmp_path)
    assert told.returncode in {1, 2}
    assert "Traceback" not in told.stderr
    assert told.stderr.strip()
