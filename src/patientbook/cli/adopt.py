"""`patientbook adopt`: an edit made in a built notebook, taken back into the Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .options import tell


def adopt(notebook: Annotated[Path, typer.Argument(help="The edited notebook, notebooks/en/….ipynb")]) -> None:
    """Take an edit of a built notebook back into the chapter's Markdown. The rest of the file stays as it is.

    Example: patientbook adopt notebooks/en/01-what-is-personalised-medicine.ipynb
    """
    from patientbook.notebooks.adopt import adopt as take_back  # noqa: PLC0415 - `--help` needs none of it

    for line in take_back(notebook):
        tell(line)
