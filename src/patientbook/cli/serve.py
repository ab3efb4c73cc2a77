"""`patientbook serve`: the guide as an app."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .options import Cache, Root, guide_and_cache, tell


def serve(  # noqa: PLR0913, PLR0917 - each is an option of the command
    root: Root = Path(),
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8866,
    ip: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 lets other devices in.")] = "127.0.0.1",
    base_url: Annotated[str, typer.Option(help="The path the guide starts at, behind a proxy.")] = "/",
    live: Annotated[
        bool, typer.Option("--live", help="Give every notebook a kernel, also those that need none.")
    ] = False,
    kernels: Annotated[int, typer.Option(help="How many kernels may run at a time.", min=1)] = 20,
    idle_minutes: Annotated[float, typer.Option(help="Stop a kernel that has been idle for this long.", min=0.05)] = 20,
    shared_device: Annotated[
        bool,
        typer.Option("--shared-device", help="For a device that many readers use: keep nothing, clear after a rest."),
    ] = False,
    workshops: Annotated[
        bool, typer.Option("--workshops", help="Hold workshops: rooms that people join with a code.")
    ] = False,
    database: Annotated[
        str,
        typer.Option(
            metavar="URL",
            help="Where workshops are kept: sqlite:///path/to/file or postgresql+psycopg://user:password@host/name.",
            show_default="a file in Jupyter's data folder",
        ),
    ] = "",
    room_size: Annotated[int, typer.Option(help="How many people a workshop's room takes.", min=1)] = 1000,
    rooms_close_after: Annotated[
        float, typer.Option(metavar="HOURS", help="Close a room after this many hours.", min=0)
    ] = 24,
    rooms_delete_after: Annotated[
        float, typer.Option(metavar="DAYS", help="Delete a room with all its answers after this many days.", min=0)
    ] = 30,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the guide in a browser.")] = False,
    cache: Cache = None,
) -> None:
    """Serve the guide. Pages need no kernel; a notebook that computes gets one.

    Example: patientbook serve --ip 0.0.0.0 --port 8000
    """
    folder, kept = guide_and_cache(root, cache)
    from traitlets.config import Config  # noqa: PLC0415 - Voilà takes a second to import; `--help` must not

    import patientbook.notebooks.quick_import  # noqa: F401, PLC0415 - nbformat, before Voilà imports it more slowly
    from patientbook.app import PatientbookApp  # noqa: PLC0415 - as above
    from patientbook.app.kernels import kernel_config  # noqa: PLC0415 - as above

    config = Config()
    config.merge(kernel_config(kernels, round(idle_minutes * 60)))
    config.PatientbookApp.update(
        {
            "guide_dir": str(folder),
            "root_dir": str(folder / "notebooks"),
            "cache_dir": str(kept),
            "is_live": live,
            "is_shared": shared_device,
            "has_workshops": workshops,
            "port": port,
            "ip": ip,
            "base_url": f"/{base_url.strip('/')}/".replace("//", "/"),
            "open_browser": open_browser,
        }
    )
    config.Leading.update(
        {
            "database": database,
            "room_size": room_size,
            "close_after": rooms_close_after,
            "delete_after": rooms_delete_after,
        }
    )
    config.VoilaConfiguration.template = "patientbook"
    app = PatientbookApp(config=config, report=tell)
    app.initialize([])
    app.start()
