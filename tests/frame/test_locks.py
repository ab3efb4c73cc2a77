"""The lock files hold versions and hashes of everything, and no address."""

import json
import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.frame.project import ROOT, wanted

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def locked() -> dict[str, set[Version]]:
    versions: dict[str, set[Version]] = {}
    for name, version in re.findall(r"^([a-z0-9.-]+)==(\S+)", LOCK, flags=re.MULTILINE):
        versions.setdefault(canonicalize_name(name), set()).add(Version(version))
    return versions


def test_requirements_lock_satisfies_pyproject():
    versions = locked()
    unmet = [str(one) for one in wanted() if not _is_met(one, versions.get(canonicalize_name(one.name), set()))]
    assert unmet == [], "requirements.lock is older than pyproject.toml: run `make lock`"


def _is_met(one: Requirement, versions: set[Version]) -> bool:
    return bool(versions) and all(one.specifier.contains(version) for version in versions)


def test_every_locked_version_has_a_hash():
    entries = re.split(r"^(?=[a-z0-9.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) > len(wanted())
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_requirements_lock_carries_no_address():
    options = set(re.findall(r"(?<!\S)--[a-z-]+", LOCK))
    assert options == {"--hash"}
    assert re.findall(r"\S*(?:://|(?<=[\s=])/)\S*", LOCK) == []


@pytest.mark.parametrize("folder", ["widgets", "tools/ace", "tools/bench", "tools/nu"])
def test_package_lock_carries_hashes_and_no_address(folder):
    lock = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))
    packages = {path: entry for path, entry in lock["packages"].items() if path}
    assert packages
    assert [path for path, entry in packages.items() if "resolved" in entry] == []
    assert [path for path, entry in packages.items() if "integrity" not in entry] == []
