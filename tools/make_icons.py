"""Draws the icons of the installed guide from `icon.svg`: `python -m tools.make_icons`. The drawings are committed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser

STATIC = Path(__file__).parents[1] / "src" / "patientbook" / "pages" / "static"
ROUNDED = 'rx="7"'
ROUND = {"icon-192.png": 192, "icon-512.png": 512}  # sides in pixels
# Phones cut their own shape out of a full square; they leave at least a circle of four fifths of its side (W3C Web
# Application Manifest, "Icon masks and safe zone"). The second number is how much of the side the drawing takes.
SQUARE = {"icon-mask-512.png": (512, 0.86), "icon-touch-180.png": (180, 1.0)}


def main() -> None:
    """Write every icon anew."""
    drawing = (STATIC / "icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        program = os.environ.get("CHROMIUM") or shutil.which("chromium") or playwright.chromium.executable_path
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, side in ROUND.items():
            (STATIC / name).write_bytes(draw(browser, drawing, side))
        for name, (side, part) in SQUARE.items():
            (STATIC / name).write_bytes(draw(browser, square(drawing, part), side))
        browser.close()


def square(drawing: str, part: float) -> str:
    """The drawing to the very edges, its picture in the middle and smaller."""
    head, paper, picture = drawing.partition("/>")
    away = 16 * (1 - part)
    return (
        f"{head.replace(ROUNDED, '')}{paper}<g transform='translate({away} {away}) scale({part})'>"
        f"{picture.replace('</svg>', '</g></svg>')}"
    )


def draw(browser: Browser, svg: str, side: int) -> bytes:
    """The drawing as a PNG, clear where nothing is drawn."""
    page = browser.new_page(viewport={"width": side, "height": side})
    page.set_content(f"<style>*{{margin:0}}svg{{display:block;width:{side}px;height:{side}px}}</style>{svg}")
    picture = page.screenshot(omit_background=True)
    page.close()
    return picture


if __name__ == "__main__":
    main()
