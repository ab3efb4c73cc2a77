"""`patientbook check`: every problem in the content, with its place and its way out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from patientbook.problems import Problem, Severity


def check(
    root: Annotated[Path, typer.Argument(help="The guide's folder, or one inside it.")] = Path(),
    rules: Annotated[bool, typer.Option("--rules", help="List every rule and how to mend what breaks it.")] = False,
) -> None:
    """Print every problem in the guide's content; exit with 1 when there are errors.

    Example: patientbook check
    """
    from patientbook.checking.guide import check_reading  # noqa: PLC0415 - help and --version stay quick
    from patientbook.notebooks.edited import edited_notebooks  # noqa: PLC0415 - as above
    from patientbook.reading import find_root, read_guide  # noqa: PLC0415 - as above

    if rules:
        _print_rules()
        return
    reading = read_guide(find_root(root))
    problems = check_reading(reading)
    problems += edited_notebooks(reading.guide) if reading.guide else []
    for problem in problems:
        typer.echo(str(problem))
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
    from patientbook.notebooks.edited import NOTEBOOK_RULES  # noqa: PLC0415 - as above

    known = [*RULES, *NOTEBOOK_RULES]
    width = max(len(rule.id) for rule in known)
    for rule in sorted(known, key=lambda rule: rule.id):
        typer.echo(f"{rule.id:<{width}}  {rule.severity:<7}  {rule.meaning} {rule.mend}")
