"""What the documentation says can be done: every command exists, every link leads somewhere."""

import os
import re
import subprocess
import sysconfig
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from typer.core import TyperGroup
from typer.main import get_command

from patientbook.cli import app
from tests.frame.project import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
IDS = [str(path.relative_to(ROOT)) for path in PAGES]
PATIENTBOOK = Path(sysconfig.get_path("scripts")) / "patientbook"


def code_in(page: Path) -> list[str]:
    """Return every line of code of a page, from blocks and from running text."""
    tokens = MarkdownIt().enable("table").parse(page.read_text(encoding="utf-8"))
    blocks = [line for token in tokens if token.type in {"fence", "code_block"} for line in token.content.splitlines()]
    spans = [child.content for token in tokens for child in token.children or [] if child.type == "code_inline"]
    return blocks + spans


def commands(program: str) -> set[tuple[str, str]]:
    """Return (page, command line) for each line of code in the documentation that starts with the program."""
    found = {(name, line.strip()) for page, name in zip(PAGES, IDS, strict=True) for line in code_in(page)}
    return {(name, line) for name, line in found if re.match(rf"{program} [a-z]", line)}


def command_of(line: str) -> tuple[str, ...]:
    """Return the words of a line that name a command: `new term` of `patientbook new term --meaning x`."""
    words, known = line.split()[1:], get_command(app)
    here = [words[0]]
    while isinstance(known := known.commands.get(here[-1]), TyperGroup) and words[len(here) :]:
        here.append(words[len(here)])
    return tuple(here)


@cache
def help_of(*command: str) -> str:
    environment = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1"}
    done = subprocess.run(
        [PATIENTBOOK, *command, "--help"], capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, f"`patientbook {' '.join(command)}` is in the documentation and does not exist"
    return done.stdout


@pytest.mark.parametrize(("page", "line"), sorted(commands("make")))
def test_every_make_command_in_the_documentation_exists(page, line):
    target = line.split()[1]
    done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{page}: {done.stderr}"


@pytest.mark.parametrize(("page", "line"), sorted(commands("patientbook")))
def test_every_patientbook_command_and_option_in_the_documentation_exists(page, line):
    said = help_of(*command_of(line))
    options = re.findall(r"(?<!\S)--[a-z-]+", line)
    assert [option for option in options if option not in said] == [], page


def test_the_readme_names_both_commands():
    assert {line for page, line in commands("make") if page == "README.md"} >= {"make app", "make test"}


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_relative_link_in_the_documentation_leads_to_a_file(page):
    tokens = MarkdownIt().enable("table").parse(page.read_text(encoding="utf-8"))
    inline = [child for token in tokens for child in token.children or []]
    links = [
        str(child.attrGet("href") or child.attrGet("src") or "")
        for child in inline
        if child.type in {"link_open", "image"}
    ]
    files = [link.partition("#")[0] for link in links if not re.match(r"[a-z]+:|#", link)]
    assert [file for file in files if not (page.parent / file).exists()] == []


def test_make_help_names_every_target_that_the_documentation_names():
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    listed = set(re.findall(r"^make ([a-z-]+) ", said, flags=re.MULTILINE))
    assert {line.split()[1] for _, line in commands("make")} <= listed


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_file_that_the_documentation_names_exists(page):
    ours = {path.name for path in ROOT.iterdir() if path.is_dir()}
    named = [span for span in code_in(page) if re.fullmatch(r"[\w.-]+(/[\w.-]+)+/?|[\w.-]+/", span)]
    assert [name for name in named if name.split("/")[0] in ours and not (ROOT / name).exists()] == []
