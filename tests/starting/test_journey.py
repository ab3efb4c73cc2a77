"""The wheel alone, in an empty folder, without a network: a new guide is checked, built, served and printed."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.frame.test_wheel import run, source

JOURNEY = Path(__file__).with_name("journey.py")
LOCKED = Path(sysconfig.get_path("purelib"))
SHARED = Path(sys.prefix) / "share" / "jupyter"
OURS = SHARED / "voila" / "templates" / "patientbook"
OWN_NETWORK = ["unshare", "--map-root-user", "--net"]
DEAD = "http://127.0.0.1:9"  # where no proxy is
__all__ = ["source"]


@pytest.fixture(scope="module")
def program(source, tmp_path_factory):
    """The command as the wheel installs it, with the locked packages and without the checkout."""
    wheels = tmp_path_factory.mktemp("wheels")
    code = "import sys; from hatchling.build import build_wheel as build; print(build(sys.argv[1]))"
    run(sys.executable, "-c", code, str(wheels), folder=source)
    place = tmp_path_factory.mktemp("venv")
    venv.create(place, symlinks=True)
    python = place / "bin" / "python"
    wheel = str(next(wheels.glob("*.whl")))
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check", "install"]
    run(*pip, "--quiet", "--no-deps", "--no-index", wheel, folder=place)
    inside = Path(
        run(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=place).strip()
    )
    (inside / "locked.pth").write_text(f"{LOCKED}\n", encoding="utf-8")  # a path only: its own .pth files are not read
    lend(SHARED, place / "share" / "jupyter")
    return place / "bin" / "patientbook"


def lend(theirs, here):
    """Link what other packages share into the place of our own; our template must come from the wheel."""
    here.mkdir(parents=True, exist_ok=True)
    for each in theirs.iterdir():
        if each == OURS or each in OURS.parents:
            if each != OURS:
                lend(each, here / each.name)
        elif not (here / each.name).exists():
            (here / each.name).symlink_to(each)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("empty")


@pytest.fixture(scope="module")
def told(program, folder, tmp_path_factory):
    """What each step of the journey said."""
    environment = {
        "HOME": str(tmp_path_factory.mktemp("home")),
        "PATH": f"{program.parent}{os.pathsep}{os.defpath}",
        "LANG": "C.UTF-8",
        **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), DEAD),
        "NO_PROXY": "127.0.0.1",
    }
    may = subprocess.run([*OWN_NETWORK, "true"], capture_output=True, check=False).returncode == 0
    command = [*(OWN_NETWORK if may else []), sys.executable, "-I", str(JOURNEY), str(program)]
    command += ["--own-network"] if may else []
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) | {"may": may}


def test_the_program_is_the_one_of_the_wheel(program, folder):
    code = "import patientbook, patientbook_widgets as widgets; print(patientbook.__file__, widgets.__file__)"
    for file in run(str(program.with_name("python")), "-c", code, folder=folder).split():
        assert Path(file).is_relative_to(program.parents[1])


def test_nothing_but_this_machine_can_be_reached(told):
    assert told["reaches others"] is not told["may"]


@pytest.mark.parametrize("step", ["new guide", "check", "new chapter", "check again", "build", "export"])
def test_each_step_ends_well(told, step):
    assert told[step]["code"] == 0, told[step]["err"]
    assert "Traceback" not in told[step]["err"]


@pytest.mark.parametrize("step", ["check", "check again"])
def test_nothing_is_wrong_with_the_new_guide(told, step):
    assert told[step]["out"] == "No errors, no warnings.\n"


def test_the_pages_are_served(told):
    page = told["serve"]["/en/01-how-to-use-this-guide.html"]
    assert page["status"] == 200
    assert "All about bread" in page["text"]
    assert told["serve"]["/healthz"]["status"] == 200


def test_the_book_is_printed(told, folder):
    [name] = [name for name in told["files"] if name.endswith(".pdf")]
    words = "".join(page.extract_text() for page in PdfReader(folder / name).pages)
    assert "Sourdough" in words


def test_the_notebooks_still_say_what_they_say(told, folder):
    """As the new guide's README says; in this environment, which has nbval."""
    assert "notebooks/en/03-sourdough.ipynb" in told["files"]
    arguments = ["--nbval", "--nbval-current-env", "--nbval-sanitize-with", "nbval.cfg", "-p", "no:cacheprovider"]
    said = run(sys.executable, "-m", "pytest", "-q", *arguments, "notebooks", folder=folder)
    assert " passed" in said
