"""What the reading formula is given, and what `patientbook check --grades` prints."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from patientbook.checking import check_guide
from patientbook.checking.grades import GradedSection, _flesch_kincaid
from patientbook.checking.guide import grades_of
from patientbook.cli.check import check
from patientbook.reading.guide import read_guide

FILLER = "We read it in a day, and then we go home to eat. " * 9
HARD = "Multidisciplinary consultations facilitate individualised recommendations internationally. " * 20


def written(guide: Path, chapter: Path, prose: str) -> list[GradedSection]:
    text = chapter.read_text(encoding="utf-8").replace("Genes are short.", prose)
    chapter.write_text(text, encoding="utf-8")
    return grades_of(read_guide(guide))


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        pytest.param(
            "It is so, e.g. for Dr. Lee. Go 2.5 times.", "It is so, eg for Dr Lee. Go 25 times.", id="abbreviations"
        ),
        pytest.param("- One more thing\n- And this", "One more thing. And this.", id="entries of a list"),
        pytest.param(
            "The [HER2 test](08-glossary.md#gene) of a gene shows DNA.", "The of a shows.", id="the glossary's words"
        ),
        pytest.param("See [this page](https://example.org) [@slamon2001].", "See this page.", id="links and citations"),
        pytest.param("| a | b |\n|---|---|\n| Some words | here |\n\nText.", "Text.", id="tables are left out"),
    ],
)
def test_the_formula_reads_running_text(guide: Path, chapter: Path, prose: str, told: str) -> None:
    (section,) = written(guide, chapter, f"{FILLER}\n\n{prose}\n\n")
    text = section.text.replace("**", "")
    assert f"go home to eat. {told}" in text.replace(" .", ".")


def test_short_sections_are_read_with_the_next(guide: Path, chapter: Path) -> None:
    (section,) = written(guide, chapter, FILLER)
    assert section.titles[:2] == ("The first chapter", "Genes")
    assert section.titles[-1] == "What is not known yet"
    assert written(guide, chapter, "")[0].words == section.words


def test_a_short_chapter_has_no_grade(guide: Path) -> None:
    assert grades_of(read_guide(guide)) == []


def test_the_formula_is_flesch_kincaid_as_textstat_0_7_4_counts() -> None:
    two = "Doctors examine genetic information carefully. Treatment decisions depend on several important findings."
    # 12 words and 31 syllables in 2 sentences; textstat rounds syllables a word to one decimal
    assert _flesch_kincaid(two) == pytest.approx(0.39 * 6 + 11.8 * 2.6 - 15.59, abs=0.05)


def test_english_is_graded_and_a_language_without_a_formula_is_not(guide: Path, chapter: Path) -> None:
    assert max(section.grade for section in written(guide, chapter, HARD)) > 8
    settings = guide / "content" / "guide.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("code: en", "code: fi"), encoding="utf-8")
    (guide / "content" / "en").rename(guide / "content" / "fi")
    assert grades_of(read_guide(guide)) == []
    assert "reading-grade" not in {problem.rule for problem in check_guide(guide)}


def test_the_command_prints_each_grade_and_the_medians(guide: Path, chapter: Path) -> None:
    (section,) = written(guide, chapter, FILLER)
    app = typer.Typer()
    app.command()(check)
    result = CliRunner().invoke(app, [str(guide), "--grades"])
    assert result.exit_code == 0
    numbers = f"{section.grade:6.1f} {section.grade_with_terms:6.1f}"
    assert f"{numbers}  The first chapter (and 5 more), {section.words} words\n" in result.output
    assert f"{numbers}  median of the chapter\n" in result.output
    assert result.output.endswith(f"{numbers}  median of all, at most 6.5\n")
