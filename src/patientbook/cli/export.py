"""`patientbook export`: the guide as files to print, carry and hand out."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from patientbook.problems import PatientbookError

from .options import Cache, guide_and_cache, tell


def export(  # noqa: PLR0913 - each is an option of the command
    format_: Annotated[str | None, typer.Argument(metavar="FORMAT", help="What to write; --list names all.")] = None,
    *,
    language: Annotated[str | None, typer.Option(help="The language; otherwise the guide's first.")] = None,
    chapter: Annotated[str | None, typer.Option(help="Only this chapter, such as 01-what-is-it.")] = None,
    out: Annotated[
        Path, typer.Option(help="The folder to write to, or the file.", show_default="this folder")
    ] = Path(),
    root: Annotated[
        Path, typer.Option(help="The guide's folder, or one inside it.", show_default="this folder")
    ] = Path(),
    cache: Cache = None,
    list_: Annotated[bool, typer.Option("--list", help="List the formats.")] = False,
) -> None:
    """Write the guide as a file: a book to print, a factsheet, handouts. The content is checked first.

    Example: patientbook export handout --chapter 01-what-is-personalised-medicine --out handouts
    """
    from patientbook.exports.options import Options  # noqa: PLC0415 - `--help` needs none of it
    from patientbook.exports.registry import FORMATS  # noqa: PLC0415 - as above
    from patientbook.exports.write import export as write  # noqa: PLC0415 - as above
    from patientbook.pages.workplace import Workplace  # noqa: PLC0415 - as above

    if list_:
        width = max(map(len, FORMATS))
        for each in FORMATS.values():
            typer.echo(f"{each.name:<{width}}  {each.title}")
        return
    if format_ is None:
        message = f"Name a format: {', '.join(FORMATS)}."
        raise PatientbookError(message)
    started = time.monotonic()
    folder, kept = guide_and_cache(root, cache)
    write(format_, Workplace(folder, kept, tell), Options(language, chapter), out)
    tell(f"Done in {time.monotonic() - started:.1f} s.")
