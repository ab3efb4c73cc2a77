"""`patientbook preview`: the guide while it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from patientbook.reading.root import find_root

from .options import Cache, Root, cache_of, chosen_edition, tell


def preview(
    root: Root = Path(),
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8867,
    ip: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 lets other devices in.")] = "127.0.0.1",
    open_browser: Annotated[bool, typer.Option("--open", help="Open the guide in a browser.")] = False,
    cache: Cache = None,
) -> None:
    """Show the guide while you write it: save a file, and the page in the browser follows.

    A mistake is told at the top of the page, with file and line. Nothing in the guide's folder is changed.

    Example: patientbook preview --open
    """
    edition = chosen_edition(root, cache)
    folder, kept = (edition.guide, edition.cache) if edition else (find_root(root), cache_of(root, cache))
    if edition:  # one with mistakes is shown with them, but is there a folder at all?
        edition.guide.mkdir(parents=True, exist_ok=True)
    from traitlets.config import Config  # noqa: PLC0415 - Voilà takes a second to import; `--help` must not

    import patientbook.notebooks.quick_import  # noqa: F401, PLC0415 - nbformat, before Voilà imports it more slowly
    from patientbook.app.kernels import kernel_config  # noqa: PLC0415 - as above
    from patientbook.previewing.application import PreviewApp  # noqa: PLC0415 - as above

    config = Config()
    config.merge(kernel_config(2, 1200))
    config.PatientbookApp.update(
        {
            "guide_dir": str(folder),
            "root_dir": str(folder / "notebooks"),
            "cache_dir": str(kept),
            "port": port,
            "ip": ip,
            "open_browser": open_browser,
        }
    )
    config.VoilaConfiguration.template = "patientbook"
    app = PreviewApp(config=config, report=tell, made_from=edition)
    app.initialize([])
    app.start()
