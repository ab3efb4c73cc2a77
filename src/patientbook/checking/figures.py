"""Figures: each that is shown is described and drawn, with all its labels, and each described is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from xml.parsers import expat

from patientbook.problems import Severity
from patientbook.reading.rules import START, Place, Rule
from patientbook.reading.value_words import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.problems import Problem
    from patientbook.reading.models import Figure
    from patientbook.reading.places import Document

    from .subject import Subject

FIGURES = PurePosixPath("content/figures")

UNKNOWN_FIGURE = Rule(
    "unknown-figure",
    "A cell shows a figure that figures.yaml does not have.",
    "Add its caption and text alternative to figures.yaml, or correct its id.",
)
UNUSED_FIGURE = Rule(
    "unused-figure", "No chapter shows a figure.", 'Add a cell with lesson.figure("…").', Severity.WARNING
)
MISSING_FIGURE = Rule(
    "missing-figure",
    "A figure has no drawing in content/figures.",
    "Draw it, or write 'people:' for a picture of chance.",
)
BROKEN_FIGURE = Rule("broken-figure", "A drawing is not well-formed SVG.", "Save it again from a drawing program.")
FIGURE_LABEL = Rule(
    "figure-label",
    "A drawing and figures.yaml do not have the same labels.",
    "Give every <text data-label=\"name\"> of the drawing its words under 'labels:', and no others.",
)


def unknown_figure(subject: Subject) -> Iterator[Problem]:
    """Figures shown by a cell that figures.yaml does not have."""
    known = subject.figures.keys(("figures",)) if subject.figures else frozenset()
    for chapter in subject.chapters:
        for call in chapter.calls:
            name = call.arguments[0] if call.method == "figure" and call.arguments else None
            if subject.figures and isinstance(name, str) and name not in known:
                what = f"figures.yaml has no figure '{name}'."
                close = nearest(name, known)
                way_out = f"Did you mean '{close}'?" if close else None
                yield UNKNOWN_FIGURE.broken(chapter.file, call.place, what, way_out, about=f"figure {close or name}")


def unused_figure(subject: Subject) -> Iterator[Problem]:
    """Figures that no chapter shows."""
    shown = {name for chapter in subject.chapters for name in chapter.named("figure")}
    for id_, _, document in _described(subject):
        if id_ not in shown:
            place = document.key_place(("figures", id_))
            yield UNUSED_FIGURE.broken(document.file, place, f"No chapter shows the figure '{id_}'.")


def missing_figure(subject: Subject) -> Iterator[Problem]:
    """Figures without a drawing."""
    for id_, figure, document in _described(subject):
        file = _file(id_)
        if figure.people is None and not (subject.guide.root / file).is_file():
            place = document.key_place(("figures", id_))
            what = f"There is no file '{file}'."
            yield MISSING_FIGURE.broken(document.file, place, what, _meant(subject, id_), about=f"figure {id_}")


def broken_figure(subject: Subject) -> Iterator[Problem]:
    """Drawings that cannot be read."""
    for id_, figure, _ in _described(subject):
        drawing = _drawing(subject, id_, figure)
        if drawing and drawing.wrong:
            yield BROKEN_FIGURE.broken(_file(id_), drawing.wrong_at, f"The drawing cannot be read ({drawing.wrong}).")


def figure_label(subject: Subject) -> Iterator[Problem]:
    """Labels of a drawing without words, and words without a label in the drawing."""
    for id_, figure, document in _described(subject):
        drawing = _drawing(subject, id_, figure)
        if drawing is None or drawing.wrong:
            continue
        for label, place in drawing.labels.items():
            if label not in figure.labels:
                what = f"The label '{label}' has no words in figures.yaml."
                way_out = f"Add '{label}:' under 'labels:' of '{id_}'."
                yield FIGURE_LABEL.broken(_file(id_), place, what, way_out, about=f"label {label} of {id_}")
        for label in figure.labels:
            if label not in drawing.labels:
                place = document.key_place(("figures", id_, "labels", label))
                what = f"The drawing '{id_}.svg' has no label '{label}'."
                close = nearest(label, drawing.labels)
                guess = f"Did you mean '{close}'?" if close else None
                about = f"label {close or label} of {id_}"
                yield FIGURE_LABEL.broken(document.file, place, what, guess, about)


def _meant(subject: Subject, id_: str) -> str | None:
    """The way out where a drawing lies there under nearly the right name."""
    there = sorted((subject.guide.root / FIGURES).glob("*"))
    for path in there:
        if path.stem == id_ and path.suffix.lower() != ".svg":
            return f"There is '{path.name}': save the drawing as SVG."
        if path.name.lower() == f"{id_}.svg":
            return f"There is '{path.name}': rename it to '{id_}.svg', in lower case."
    spare = [path.stem for path in there if path.suffix == ".svg" and path.stem not in subject.content.figures]
    close = nearest(id_, spare)
    return f"There is '{close}.svg': rename it, or change the id here to '{close}'." if close else None


def _described(subject: Subject) -> Iterator[tuple[str, Figure, Document]]:
    if subject.figures:
        for id_, figure in subject.content.figures.items():
            yield id_, figure, subject.figures


def _file(id_: str) -> PurePosixPath:
    return FIGURES / f"{id_}.svg"


@dataclass
class _Drawing:
    """The labels of an SVG file with their places, or what is wrong with it."""

    labels: dict[str, Place] = field(default_factory=dict)
    wrong: str = ""
    wrong_at: Place = START


def _drawing(subject: Subject, id_: str, figure: Figure) -> _Drawing | None:
    try:
        content = (subject.guide.root / _file(id_)).read_bytes()
    except OSError:
        return None
    return None if figure.people else read_drawing(content)


def read_drawing(content: bytes) -> _Drawing:
    """The labels of an SVG file. Raises nothing."""
    drawing = _Drawing()
    parser = expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        if "data-label" in attributes:
            place = Place(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
            drawing.labels.setdefault(attributes["data-label"], place)

    parser.StartElementHandler = start
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        drawing.wrong = expat.errors.messages.get(error.code, "no reason given")
        drawing.wrong_at = Place(error.lineno, error.offset + 1)
    except (ValueError, LookupError) as error:
        drawing.wrong = type(error).__name__
    return drawing
