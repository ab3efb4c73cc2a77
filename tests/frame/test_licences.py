"""pyproject.toml, REUSE.toml and LICENSES/ name the same licences."""

import tomllib

from tests.frame.project import ROOT, pyproject


def test_every_licence_named_has_its_text_and_every_text_is_used():
    annotations = tomllib.loads((ROOT / "REUSE.toml").read_text(encoding="utf-8"))["annotations"]
    in_reuse = {each for note in annotations for each in note["SPDX-License-Identifier"].split(" AND ")}
    texts = {path.stem for path in (ROOT / "LICENSES").glob("*.txt")}
    assert in_reuse == texts == set(pyproject()["project"]["license"].split(" AND "))
