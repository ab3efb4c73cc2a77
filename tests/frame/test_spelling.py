"""`make spell` finds mistakes in what readers see, and its word list stays in order."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.frame.project import ROOT

WORDS = ROOT / "content" / "spelling.txt"


def test_the_word_list_is_sorted_and_names_no_word_twice():
    heading, *words = WORDS.read_text(encoding="utf-8").splitlines()
    assert heading.startswith("# ")
    assert words == sorted({word.lower(): word for word in words}.values(), key=str.lower)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Every tumour is diferent.", ["diferent"], id="a slip"),
        pytest.param("A tumor of another color.", ["tumor", "color"], id="American spelling"),
        pytest.param("Osimertinib acts on EGFR, as it does [@diferent2020].", [], id="medical words and a citation"),
        pytest.param("[A gene](08-glosary.md#gen)\n\n```{code-cell} ipython3\nlesson.quiz('qiuz')\n```", [], id="code"),
    ],
)
def test_mistakes_are_found_in_words_and_not_in_code(tmp_path: Path, text: str, found: list[str]):
    (tmp_path / "page.md").write_text(text, encoding="utf-8")
    options = ["--root", str(tmp_path), "--words-only", "--no-summary", str(tmp_path / "page.md")]
    command = [sys.executable, "-m", "tools.node", "run", "--silent", "spell", "--", *options]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.stdout.split() == found, said.stderr
    assert said.returncode == bool(found)
