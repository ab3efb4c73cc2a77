"""The report on screen: the part of a page that is the report itself, complete without JavaScript."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from . import words
from .labels import LABELS
from .model import Later, Learning

if TYPE_CHECKING:
    from .model import Report


def report_to_html(report: Report) -> Markup:
    """The report's sections, headings of level 2 and below; the page around it brings the title."""
    template = _templates().get_template("report.html.j2")
    facts = {
        "learning": report.learning if isinstance(report.learning, Learning) else None,
        "later": report.later if isinstance(report.later, Later) else None,
    }
    return Markup(template.render(report=report, labels=LABELS, **facts))  # noqa: S704 - our own template


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("patientbook.workshop.report"),
        autoescape=select_autoescape(["html.j2"], default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "words": words.count_words,
        "day": words.day_words,
        "share": words.share_words,
        "gain": words.gain_words,
        "learning_words": words.learning_words,
        "later_words": words.later_words,
    }
    return made
