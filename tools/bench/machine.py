"""What the figures were measured on: facts about the machine that say nothing about whose it is."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from importlib.metadata import version

import psutil  # type: ignore[import-untyped] # it carries no types

from .browser import find_chromium
from .problems import MissingToolError


def machine_facts() -> dict[str, str]:
    """Name and value of each fact, in the order to print."""
    return {
        "cores": str(os.cpu_count()),
        "load before": f"{os.getloadavg()[0]:.1f}",
        "memory": f"{psutil.virtual_memory().total / 1024**3:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        "Voilà": version("voila"),
        "Chromium": _chromium_version(),
    }


def _chromium_version() -> str:
    try:
        command = [find_chromium(), "--version"]
        said = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20).stdout
    except MissingToolError:
        return "none"
    found = re.search(r"\d+(?:\.\d+)+", said)
    return found[0] if found else "unknown"
