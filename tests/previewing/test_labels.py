"""Every word that a preview says has a label, and every label is said."""

import re

from patientbook.previewing.labels import LABELS
from tests.frame.project import ROOT

SCRIPTS = ROOT / "widgets" / "src" / "preview"
PYTHON = ROOT / "src" / "patientbook" / "previewing"


def said():
    """The names of labels in the preview's script and in its Python."""
    for file in SCRIPTS.glob("*.ts"):
        for inside in re.findall(r"\bsay\(([^()]+)\)", file.read_text(encoding="utf-8")):
            yield from re.findall(r'"(\w+)"', inside)
    for file in PYTHON.glob("*.py"):
        yield from re.findall(r"""LABELS\[['"](\w+)""", file.read_text(encoding="utf-8"))


def test_every_word_of_a_preview_has_a_label_and_every_label_is_said():
    assert set(said()) == set(LABELS)
