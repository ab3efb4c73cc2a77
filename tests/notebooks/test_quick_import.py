"""nbformat is imported without compiling grammars that it does not use."""

import subprocess
import sys

import pytest

pytest.importorskip("rfc3987_syntax", reason="the grammars came with a dependency that has changed")


def told_by(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()


def test_the_grammars_are_not_compiled_for_notebooks():
    assert told_by(
        "import sys, patientbook.notebooks.build; print('nbformat' in sys.modules, 'rfc3987_syntax' in sys.modules)"
    ) == ["True", "False"]


def test_whoever_asks_for_the_grammars_gets_them():
    asked = (
        "import patientbook.notebooks.build, rfc3987_syntax; print(rfc3987_syntax.is_valid_syntax('iri', 'https://x.org'))"
    )
    assert told_by(asked) == ["True"]
