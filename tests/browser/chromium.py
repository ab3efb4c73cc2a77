"""The browser that the tests drive, and the words said when there is none."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

# The first is Chromium without its window, which opens pages in half the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--font-render-hinting=none",  # letters as wide as a browser with a window draws them
]
NONE = (
    "No Chromium was found, and the page has to be tried in a real one. "
    "Install it (`apt install chromium`, or `playwright install chromium`), or name one in the variable CHROMIUM."
)


def find_chromium(playwrights_own: str) -> str:
    """The program that `CHROMIUM` names, else the system's, else Playwright's own.

    Raises:
        FileNotFoundError: there is none of them.
    """
    if named := os.environ.get("CHROMIUM"):
        if found := shutil.which(named):
            return found
        raise FileNotFoundError(f"CHROMIUM={named} is no program that can be started. {NONE}")
    for name in NAMES:
        if found := shutil.which(name):
            return found
    if Path(playwrights_own).is_file():
        return playwrights_own
    raise FileNotFoundError(NONE)
