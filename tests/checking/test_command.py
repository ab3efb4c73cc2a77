"""`patientbook check` as an educator meets it."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from patientbook.checking import RULES
from patientbook.cli.check import check
from patientbook.editions import EDITION_RULES
from patientbook.notebooks.edited import NOTEBOOK_RULES
from patientbook.problems import PatientbookError

app = typer.Typer()
app.command()(check)


def test_a_good_guide_ends_with_success(guide: Path) -> None:
    result = CliRunner().invoke(app, [str(guide)])
    assert (result.exit_code, result.output) == (0, "No errors, no warnings.\n")


def test_a_folder_inside_the_guide_will_do(guide: Path) -> None:
    assert CliRunner().invoke(app, [str(guide / "content" / "en")]).exit_code == 0


def test_an_error_is_told_with_its_place_and_ends_with_1(guide: Path, chapter: Path) -> None:
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(text.replace("md#gene)", "md#gen)").replace("short.", "<b>short</b>."), encoding="utf-8")
    result = CliRunner().invoke(app, [str(guide)])
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0] == "content/en/01-first.md:22:3 [unknown-term] The glossary has no term 'gen'. Did you mean 'gene'?"
    assert lines[-1] == "1 error, 1 warning."


def test_a_warning_alone_does_not_fail(guide: Path, chapter: Path) -> None:
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(text.replace("short.", "<b>short</b>."), encoding="utf-8")
    result = CliRunner().invoke(app, [str(guide)])
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "No errors, 1 warning.")


def test_every_rule_is_listed() -> None:
    result = CliRunner().invoke(app, ["--rules"])
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.output.splitlines()] == sorted(
        rule.id for rule in (*RULES, *NOTEBOOK_RULES, *EDITION_RULES)
    )


def test_a_folder_without_a_guide_is_told_plainly(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, [str(tmp_path)])
    assert isinstance(result.exception, PatientbookError)
    with pytest.raises(PatientbookError, match="There is no guide here"):
        check(tmp_path)
