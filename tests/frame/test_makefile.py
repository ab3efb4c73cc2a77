"""`make` does each step of the set-up once, and again only when what it depends on has changed."""

import os
import shutil
import subprocess

import pytest

from tests.frame.project import ROOT

OLD, DONE, NEW = 1_000_000_000, 1_100_000_000, 1_200_000_000
SOURCES = [
    "requirements.lock", "pyproject.toml", "README.md", "tools/build_widgets.py", "tools/node.py",
    "widgets/package.json", "widgets/package-lock.json", "widgets/src/quiz.ts",
    "tools/ace/package.json", "tools/ace/package-lock.json", "tools/ace/.npmrc",
    "tools/nu/package.json", "tools/nu/package-lock.json", "tools/nu/.npmrc",
    "share/jupyter/voila/templates/patientbook/conf.json",
]  # fmt: skip
STAMPS = [
    ".venv/.locked", ".venv/.installed", "widgets/node_modules/.locked", "tools/ace/node_modules/.locked",
    "tools/nu/node_modules/.locked", "widgets/patientbook_widgets/static/.built-from",
]  # fmt: skip


@pytest.fixture
def project(tmp_path):
    """Return a project, in a folder with a space in its name, that has been set up after its last change."""
    folder = tmp_path / "our guide"
    for name, time in [*((name, OLD) for name in SOURCES), *((name, DONE) for name in STAMPS)]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
        os.utime(folder / name, (time, time))
    shutil.copyfile(ROOT / "Makefile", folder / "Makefile")
    return folder


def would_run(project, target):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    done = subprocess.run(["make", "-n", target], cwd=project, env=clean, capture_output=True, text=True, check=True)
    return [line.strip() for line in done.stdout.splitlines() if "printf" not in line and not line.startswith("touch")]


def test_a_second_make_app_only_serves(project):
    assert would_run(project, "app") == [".venv/bin/patientbook serve"]


@pytest.mark.parametrize(
    ("changed", "step"),
    [
        ("requirements.lock", "--require-hashes -r requirements.lock"),
        ("pyproject.toml", "--no-deps --no-build-isolation --editable ."),
        ("share/jupyter/voila/templates/patientbook/conf.json", "--no-deps --no-build-isolation --editable ."),
        ("widgets/package-lock.json", "tools.node ci"),
        ("widgets/src/quiz.ts", "tools.build_widgets"),
    ],
)
def test_a_change_runs_the_step_that_depends_on_it(project, changed, step):
    os.utime(project / changed, (NEW, NEW))
    assert [line for line in would_run(project, "app") if step in line] != []


def test_make_test_runs_every_check_in_order(project):
    wanted = [
        "ruff check",
        "ruff format --check",
        "mypy",
        "run check",
        "node test",
        "patientbook check",
        "spell",
        "pytest",
        "--nbval",
    ]
    run = would_run(project, "test")
    assert len(run) == len(wanted)
    assert [word for word, line in zip(wanted, run, strict=True) if word not in line] == []


def test_no_line_that_make_runs_has_a_backtick():
    # In what is said, a shell would run what stands between two of them: `make format` did, before layout was checked.
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if "`" in line and not line.startswith("#")] == []
