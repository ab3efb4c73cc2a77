"""`import patientbook` gives a handful of names, and at once."""

import subprocess
import sys

import patientbook
from tests.frame.project import pyproject


def test_the_front_door_has_a_handful_of_names():
    assert sorted(patientbook.__all__) == ["Problem", "__version__", "check_guide", "open_lesson", "read_guide"]
    assert [name for name in patientbook.__all__ if not hasattr(patientbook, name)] == []


def test_importing_patientbook_imports_no_server_and_no_notebook_runner():
    code = "import sys, patientbook; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "patientbook" in loaded
    assert {"voila", "jupyter_server", "nbclient", "typer"} & set(loaded) == set()


def test_the_version_is_the_one_of_the_package():
    assert patientbook.__version__ == pyproject()["project"]["version"]
