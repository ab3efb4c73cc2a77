"""`patientbook check`: every problem in the content, with its place and its way out."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Annotated

import typer

from patientbook.problems import Problem, Severity

from .options import collect_seldom, guide_and_cache

if TYPE_CHECKING:
    from patientbook.checking.grades import GradedSection


def check(
    root: Annotated[Path, typer.Argument(help="The guide's folder, or one inside it.")] = Path(),
    rules: Annotated[bool, typer.Option("--rules", help="List every rule and how to mend what breaks it.")] = False,
    grades: Annotated[bool, typer.Option("--grades", help="List the reading grade of every section.")] = False,
) -> None:
    """Print every problem in the guide's content; exit with 1 when there are errors.

    Example: patientbook check
    """
    from patientbook.checking.guide import check_reading, grades_of  # noqa: PLC0415 - help and --version stay quick
    from patientbook.notebooks.edited import edited_notebooks  # noqa: PLC0415 - as above
    from patientbook.reading import read_guide  # noqa: PLC0415 - as above

    collect_seldom()
    if rules:
        _print_rules()
        return
    reading = read_guide(guide_and_cache(root)[0])
    if grades:
        _print_grades(grades_of(reading))
        return
    problems = check_reading(reading)
    problems += edited_notebooks(reading.guide) if reading.guide else []
    for problem in problems:
        typer.echo(str(problem))
        for line in problem.detail.splitlines():
            typer.echo(f"    {line}")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    typer.echo(_summary(problems, errors))
    if errors:
        raise typer.Exit(1)


def _summary(problems: list[Problem], errors: int) -> str:
    warnings = len(problems) - errors
    if not problems:
        return "No errors, no warnings."
    return f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}.".capitalize()


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number or 'no'} {word}s"


def _print_rules() -> None:
    from patientbook.checking import RULES  # noqa: PLC0415 - as above
    from patientbook.editions import EDITION_RULES  # noqa: PLC0415 - as above
    from patientbook.notebooks.edited import NOTEBOOK_RULES  # noqa: PLC0415 - as above

    known = [*RULES, *NOTEBOOK_RULES, *EDITION_RULES]
    width = max(len(rule.id) for rule in known)
    for rule in sorted(known, key=lambda rule: rule.id):
        typer.echo(f"{rule.id:<{width}}  {rule.severity:<7}  {rule.meaning} {rule.mend}")


def _print_grades(sections: list[GradedSection]) -> None:
    from patientbook.checking.grades import HIGHEST_GRADE, TARGET_GRADE  # noqa: PLC0415 - as above

    if not sections:
        typer.echo("There is no section to grade: none is long enough, or its language has no formula here.")
        return
    typer.echo(" grade  with the glossary's words")
    for file, group in groupby(sections, key=lambda section: section.file):
        chapter = list(group)
        typer.echo(f"\n{file}")
        for section in chapter:
            numbers = f"{section.grade:6.1f} {section.grade_with_terms:6.1f}"
            typer.echo(f"{numbers}  {section.title}, {section.words} words")
        _print_median(chapter, "median of the chapter")
    typer.echo(f"\n{max(section.grade for section in sections):6.1f}         hardest, at most {HIGHEST_GRADE:.1f}")
    _print_median(sections, f"median of all, at most {TARGET_GRADE:.1f}")


def _print_median(sections: list[GradedSection], name: str) -> None:
    grade = median(section.grade for section in sections)
    typer.echo(f"{grade:6.1f} {median(section.grade_with_terms for section in sections):6.1f}  {name}")
