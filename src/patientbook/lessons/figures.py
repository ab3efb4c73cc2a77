"""Pictures: an SVG with its labels in the reader's language, or people in rows of ten."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError

if TYPE_CHECKING:
    from pathlib import Path

    from patientbook.reading.models import Figure, People

SVG = "http://www.w3.org/2000/svg"
ROW = 10
STEP_X, STEP_Y, LEFT, TOP = 34, 44, 27, 24


def figure_svg(figure: Figure, file: Path) -> str:
    """The figure as one inline `<svg role="img">` named by its text alternative.

    Raises:
        PatientbookError: the SVG file cannot be read.
    """
    drawing = people(figure.people) if figure.people else _labelled(file, figure)
    drawing.set("role", "img")
    drawing.set("aria-label", figure.alt)
    drawing.set("class", f"{drawing.get('class', '')} pb-drawing".strip())
    ET.register_namespace("", SVG)
    return ET.tostring(drawing, encoding="unicode")


def _labelled(file: Path, figure: Figure) -> ET.Element:
    try:
        drawing = ET.fromstring(file.read_bytes())  # noqa: S314 - the guide's own file, not a stranger's
    except (OSError, ET.ParseError) as error:
        message = f"The picture {file.name} cannot be read: {error}. Run `patientbook check`."
        raise PatientbookError(message) from error
    for text in drawing.iter(f"{{{SVG}}}text"):
        if label := figure.labels.get(text.get("data-label", "")):
            text.text = label
    return drawing


def people(chance: People) -> ET.Element:
    """``chance.count`` filled people of ``chance.of``, row by row from the start."""
    rows = chance.of // ROW
    width, height = LEFT * 2 + STEP_X * (ROW - 1), TOP + STEP_Y * rows
    drawing = ET.Element(f"{{{SVG}}}svg", {"viewBox": f"0 0 {width} {height}", "class": "pb-people"})
    for index in range(chance.of):
        x, y = LEFT + index % ROW * STEP_X, TOP + index // ROW * STEP_Y
        filled = index < chance.count
        person = ET.SubElement(
            drawing,
            f"{{{SVG}}}g",
            {"transform": f"translate({x} {y})", "class": "pf-person pf-person-on" if filled else "pf-person"}
            | ({"fill": "#0A6570", "stroke": "#0A6570"} if filled else {"fill": "none", "stroke": "#7C8791"}),
        )
        ET.SubElement(person, f"{{{SVG}}}circle", {"r": "6"})
        ET.SubElement(person, f"{{{SVG}}}path", {"d": "M-8 22v-6a8 8 0 0 1 16 0v6z"})
    return drawing
