"""The built wheel, installed clean, has everything that the guide needs at run time."""

import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tarfile

import pytest

from tests.frame.project import ROOT

SECONDS = 120
TEMPLATE = ROOT / "share" / "jupyter" / "voila" / "templates" / "patientbook"
EXTENSION = "share/jupyter_server_config.d/patientbook.json"
EXTENSIONS = json.loads((ROOT / EXTENSION).read_text(encoding="utf-8"))["ServerApp"]["jpserver_extensions"]
PACKAGES = [ROOT / "src" / "patientbook", ROOT / "widgets" / "patientbook_widgets"]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """Return a copy of what a build is made from, with the built widgets, so that nothing is built in the checkout."""
    copy = tmp_path_factory.mktemp("source")
    said = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    static = (ROOT / "widgets" / "patientbook_widgets" / "static").rglob("*")
    names = [name for name in said.stdout.decode().split("\0") if name] + [
        str(path.relative_to(ROOT)) for path in static
    ]
    for name in names:
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="module")
def sdist(source, tmp_path_factory):
    code = "import sys; from hatchling.build import build_sdist as build; print(build(sys.argv[1]))"
    out = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-c", code, str(out), folder=source)
    return next(out.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def installed(sdist, tmp_path_factory):
    """Build the wheel from the unpacked sdist, as a package index's users do, and install it by itself."""
    place = tmp_path_factory.mktemp("installed")
    with tarfile.open(sdist) as archive:
        archive.extractall(place / "unpacked", filter="data")
    unpacked = next((place / "unpacked").iterdir())
    run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--target",
        str(place / "target"),
        str(unpacked),
        folder=place,
    )
    return place / "target"


def run(*command, folder):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_both_packages_import_from_the_wheel(installed):
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import patientbook, patientbook_widgets;"
        "print(patientbook.__file__, patientbook_widgets.__file__)"
    )
    said = run(sys.executable, "-P", "-c", code, str(installed), folder=installed.parent)
    assert said.split() == [str(installed / name / "__init__.py") for name in ("patientbook", "patientbook_widgets")]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_the_wheel_carries_every_file_of_the_package(installed, package):
    here = {
        path.relative_to(package) for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }
    shipped = {
        path.relative_to(installed / package.name) for path in (installed / package.name).rglob("*") if path.is_file()
    }
    assert here - shipped == set()


@pytest.mark.parametrize("name", ["patientbook/py.typed", "patientbook_widgets/py.typed"])
def test_the_wheel_is_typed(installed, name):
    assert (installed / name).is_file()


def test_the_wheel_carries_built_widgets_and_templates(installed):
    assert list((installed / "patientbook_widgets" / "static").glob("*.js")) != []
    assert list(installed.rglob("*.j2")) != []


def test_the_wheel_carries_the_voila_template(installed):
    here = {path.relative_to(TEMPLATE) for path in TEMPLATE.rglob("*") if path.is_file()}
    place = installed / TEMPLATE.relative_to(ROOT)
    shipped = {path.relative_to(place) for path in place.rglob("*") if path.is_file()}
    assert here != set()
    assert {path for path in shipped if path.parts[0] != "static"} == here


def test_the_voila_template_finds_its_styles_and_scripts_in_the_wheel(installed):
    place = installed / TEMPLATE.relative_to(ROOT)
    named = set(re.findall(r"templates/patientbook/(static/[\w.-]+)", "".join(map(_text, TEMPLATE.glob("*.*")))))
    assert {"static/page.css", "static/live.js"} <= named
    assert [name for name in named if not (place / name).is_file()] == []


def test_the_wheel_tells_jupyter_of_the_preview(installed):
    told = installed / "etc" / "jupyter" / "jupyter_server_config.d" / "patientbook.json"
    assert json.loads(told.read_text(encoding="utf-8")) == json.loads(_text(ROOT / EXTENSION))
    assert [importlib.util.find_spec(name).name for name in EXTENSIONS] == list(EXTENSIONS)


def test_the_wheel_carries_the_documentation_and_finds_its_own(installed):
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from patientbook.reading import documentation as docs;"
        "print(docs.folder()); print(sum(len(docs.text_of(name)) > 500 for name in docs.NAMES) == len(docs.NAMES))"
    )
    said = run(sys.executable, "-P", "-c", code, str(installed), folder=installed.parent)
    assert said.split() == [str(installed / "patientbook" / "docs"), "True"]


def _text(path):
    return path.read_text(encoding="utf-8")


def test_the_sdist_carries_the_content_and_the_sources_of_the_widgets(sdist):
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "content/guide.yaml",
        "widgets/package-lock.json",
        "requirements.lock",
        "Makefile",
        "tests/frame/test_wheel.py",
    } <= names
    assert [name for name in names if "node_modules" in name or name.startswith(".venv")] == []
