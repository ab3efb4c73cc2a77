"""The Nu HTML Checker of the W3C, which judges pages as the HTML standard does. It asks no network."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from tests.guides import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

NU = ROOT / "tools" / "nu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
PATIENT = 180  # seconds


def nu_errors(pages: Iterable[Path]) -> list[str]:
    """Every error in HTML files: the file's name, the line, what is wrong and where."""
    assert shutil.which("java"), "The Nu HTML Checker needs Java. Install it: `apt install default-jre-headless`."
    assert NU.is_file(), "The Nu HTML Checker is not here. `make test` fetches it; or run `npm ci` in tools/nu/."
    command = ["java", "-jar", NU, "--errors-only", "--exit-zero-always", "--format", "json", *pages]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENT, check=False)
    return [
        f"{Path(each['url']).name}:{each.get('lastLine')} {each['message']} {each.get('extract', '')}"
        for each in json.loads(done.stderr)["messages"]
    ]
