"""The `patientbook` command."""

from __future__ import annotations

import signal
import sys
from typing import Annotated

import typer

from patientbook.problems import ContentError, PatientbookError

from .accept import accept
from .adopt import adopt
from .build import build
from .check import check
from .export import export
from .new import new
from .options import EDITION
from .preview import preview
from .questions import questions
from .serve import serve

WITH_EDITION = {"build", "check", "export", "preview", "questions", "serve"}  # what writes no content
INTERRUPTED = 130  # the exit code after Ctrl-C, as shells have it

app = typer.Typer(
    name="patientbook",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


def _tell_version(is_asked: bool) -> None:
    if is_asked:
        from patientbook import __version__  # noqa: PLC0415 - it is seldom asked for

        typer.echo(f"patientbook {__version__}")
        raise typer.Exit


@app.callback()
def patientbook(
    context: typer.Context,
    edition: Annotated[
        str | None, typer.Option(metavar="NAME", help="Work with an edition of the guide, from the folder editions.")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Write, check, build and serve an interactive patient guide.

    Example: patientbook new guide bicycles --title "All about bicycles"

    Every command helps: patientbook check --help. It ends with 0 when all is well, with 1 when there is something to
    mend, with 2 when the command was typed wrongly, and with 130 when it was stopped.
    """
    if edition and context.invoked_subcommand not in WITH_EDITION:
        message = f"It goes with {', '.join(sorted(WITH_EDITION))}. Write an edition's own files in its folder."
        raise typer.BadParameter(message, param_hint="--edition")
    EDITION.set(edition)


for command in (check, build, serve, preview, adopt, export, accept):
    app.command()(command)
app.add_typer(new)
app.add_typer(questions)


def main() -> None:
    """Run the command; what a person can mend is told in plain lines, without a traceback."""
    for each in (signal.SIGINT, signal.SIGTERM):  # SIGINT too: a shell that starts us in the background ignores it
        signal.signal(each, signal.default_int_handler)  # whoever stops us, kernels and files are left in order
    try:
        app()
    except ContentError as error:
        count = len(error.problems)
        print(error, file=sys.stderr)
        print(f"{count} {'error' if count == 1 else 'errors'} in the content; nothing was made.", file=sys.stderr)
        sys.exit(1)
    except PatientbookError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
    except SystemExit as end:
        if end.code == INTERRUPTED:
            print("Stopped. Nothing was left half-written.", file=sys.stderr)
        raise
