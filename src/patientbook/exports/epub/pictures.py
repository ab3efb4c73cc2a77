"""Figures as files of their own, each with a ground of its own.

Whatever colours a reading app gives to its pages, ink and ground of a picture fit each other. Where an app says that it
is dark, they are dark.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from patientbook.exports.manuscript import Picture
from patientbook.exports.walk import found_in
from patientbook.lessons.figures import SVG

from . import places
from .items import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .book import Book


def pictures(book: Book) -> Iterator[Item]:
    """The pictures of every part."""
    for part in book.parts:
        for picture in found_in(part.pieces, Picture):
            yield Item(places.picture(part.id, picture.number), standing_alone(picture).encode())


def standing_alone(picture: Picture) -> str:
    """The drawing as an SVG document with its size, its ground and its colours in it."""
    drawing = ET.fromstring(picture.svg)  # noqa: S314 - made by us, from the guide's own file
    left, top, width, height = drawing.get("viewBox", "0 0 360 360").split()
    for element in drawing.iter():
        for name in [name for name in element.attrib if name.startswith("data-")]:
            del element.attrib[name]  # what says which label is meant has been used
    drawing.attrib |= {"width": width, "height": height}
    box = {"x": left, "y": top, "width": width, "height": height}
    style, ground = ET.Element(f"{{{SVG}}}style"), ET.Element(f"{{{SVG}}}rect", box)
    style.text = _style()
    ground.attrib |= {"class": "ground", "fill": "#FFFFFF", "stroke": "none"}
    drawing[:0] = [style, ground]
    ET.register_namespace("", SVG)
    return ET.tostring(drawing, encoding="unicode", xml_declaration=False)


@cache
def _style() -> str:
    return files(__package__).joinpath("templates", "picture.css").read_text(encoding="utf-8")
