"""The guide about bicycles: a copy for one test, and one that was built once for all. And the guide that is shipped."""

import shutil

import pytest
from hypothesis import settings

from tests.guides import add_live_notebook, build_guide, write_guide
from tests.shipped import build_shipped

# How long an example may take says nothing on a machine that does other things beside.
settings.register_profile("patientbook", deadline=None)
settings.load_profile("patientbook")


@pytest.fixture
def guide(tmp_path):
    """A fresh guide that was never built."""
    return write_guide(tmp_path / "guide")


@pytest.fixture(scope="session")
def built_once(tmp_path_factory):
    """A built guide with a notebook that needs a kernel, its cache within it. Not to be changed."""
    root = write_guide(tmp_path_factory.mktemp("built") / "guide")
    add_live_notebook(root)
    return build_guide(root)


@pytest.fixture
def built(built_once, tmp_path):
    """A copy of the built guide, to change."""
    return shutil.copytree(built_once, tmp_path / "guide")


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    """This project's own guide, built, with its website. Not to be changed."""
    return build_shipped(tmp_path_factory)
