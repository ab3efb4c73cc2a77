"""Every `patientbook` command of the documentation, run as it stands there, in a guide of its own."""

import os
import re
import shlex
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.frame.project import ROOT
from tests.frame.test_documentation import code_in

PAGES = [
    ROOT / "docs" / f"{name}.md"
    for name in ("adapting", "authoring", "commands", "deploying", "reviewing", "writing-for-patients")
]
PATIENTBOOK = str(Path(sysconfig.get_path("scripts")) / "patientbook")
# The guide of the tests has another name for its chapter, and no factsheet.
OURS = {"01-what-is-personalised-medicine": "01-bicycles", "export factsheet": "export pdf"}
WHOLE_ALONE = {"check", "build"}  # every other command without anything after it is one that is spoken of
SERVES = {"serve", "preview"}  # they go on until somebody stops them: tests/app and tests/previewing start them
CHANGES_THE_SHELL = "--install-completion"  # of whoever runs the tests
FROM_ELSEWHERE = {"from-moodle.gift": "::Ready?::Are you ready?{TRUE#Soon.#Good.}\n"}  # files that pages speak of
NEEDS_A_TERMINAL = "--show-completion"  # it asks which shell runs it


def lines_of(page):
    """The page's commands in their order, each once; what ends with an ellipsis is no whole command."""
    found = [line.strip() for line in in_order(page) if re.match(r"patientbook [a-z-]", line.strip())]
    return [line for line in dict.fromkeys(found) if "…" not in line]


def in_order(page):
    """Lines of code from top to bottom."""
    text = page.read_text(encoding="utf-8")
    for token in MarkdownIt().enable("table").parse(text):
        if token.type in {"fence", "code_block"}:
            yield from token.content.splitlines()
        yield from (child.content for child in token.children or [] if child.type == "code_inline")


def is_run(line):
    words = re.sub(r" --edition \S+", "", line).split()
    is_only_named = len(words) == 2 and words[1] not in WHOLE_ALONE
    return not (is_only_named or words[1] in SERVES or CHANGES_THE_SHELL in words or NEEDS_A_TERMINAL in words)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_of_a_page_does_what_it_says_one_after_the_other(page, built_once, tmp_path):
    root = shutil.copytree(built_once, tmp_path / "guide")
    for name, text in FROM_ELSEWHERE.items():
        (root / name).write_text(text, encoding="utf-8")
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "200"}
    failed = {}
    for line in filter(is_run, lines_of(page)):
        for ours, theirs in OURS.items():
            line = line.replace(ours, theirs)  # noqa: PLW2901 - the same line, said of another guide
        command = [PATIENTBOOK, *shlex.split(line)[1:]]
        done = subprocess.run(
            command, cwd=root, capture_output=True, text=True, env=environment, check=False, stdin=subprocess.DEVNULL
        )
        if done.returncode:
            failed[line] = done.stdout + done.stderr
    assert failed == {}


def test_the_commands_of_the_pages_are_found_in_their_order():
    found = lines_of(ROOT / "docs" / "authoring.md")
    assert found.index("patientbook check") < found.index("patientbook build")
    assert {line for page in PAGES for line in lines_of(page)} <= {line for page in PAGES for line in code_in(page)}
