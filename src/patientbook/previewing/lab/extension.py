"""What Jupyter Server loads: quick, because it is loaded with every Jupyter, also where there is no guide."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from patientbook.lessons.beside import ADDRESS
from patientbook.problems import PatientbookError
from patientbook.reading.root import find_root

from .place import PREVIEW

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

_SETTINGS = Path(__file__).parent  # has `labconfig`, which lets JupyterLab open a chapter as a notebook


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "patientbook.previewing.lab"}]


def _load_jupyter_server_extension(app: ServerApp) -> None:
    """Show the guide in whose folder Jupyter was started, and open its chapters as notebooks; nothing elsewhere."""
    try:
        root = find_root(Path(app.root_dir))
    except PatientbookError:
        return
    from .handlers import Desk, LabEvents, LabPages  # noqa: PLC0415 - not where there is no guide

    programs = str(Path(sys.executable).parent)  # a terminal in JupyterLab finds `patientbook`
    if programs not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join(filter(None, (programs, os.environ.get("PATH"))))
    os.environ[ADDRESS] = f"{app.base_url}{PREVIEW}"  # kernels inherit it
    known = os.environ.get("JUPYTER_CONFIG_PATH")
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, (known, str(_SETTINGS))))
    given = {"desk": Desk(root, Path(app.root_dir), app.log.info)}
    base = f"{app.base_url}{PREVIEW}"
    routes = [(f"{base}preview.events", LabEvents, given), (f"{base}(.*)", LabPages, given)]
    app.web_app.add_handlers(".*$", routes)  # type: ignore[no-untyped-call] # tornado's is typed in part
