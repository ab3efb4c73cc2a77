"""The templates of new files, and how words of a person are written into them."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from functools import cache

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

# Words that YAML leaves as they are, whoever reads them.
_PLAIN = re.compile(r"[A-Za-z](?:[^\W_]|[ .,;?!()’'–-])*[^\W_]?[.?!)]?")
_KEYWORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"}
_FOR_JUPYTEXT = """\
jupytext:
  notebook_metadata_filter: all,-language_info,-widgets,-jupytext.text_representation.jupytext_version
  text_representation:
    extension: .md
    format_name: myst
    format_version: 0.13
kernelspec:
  name: python3
  display_name: Python 3 (ipykernel)
  language: python
"""


def fill(template: str, **values: object) -> str:
    """The text of a template, `chapter.md.j2`."""
    return _environment().get_template(template).render(values)


def quoted(words: str) -> str:
    """One line of YAML that means exactly ``words``."""
    words = " ".join(words.split())
    is_plain = _PLAIN.fullmatch(words) and words.lower() not in _KEYWORDS
    return words if is_plain else json.dumps(words, ensure_ascii=False)


def quoted_inside(words: str) -> str:
    """The same between brackets, where a comma would end it."""
    found = quoted(words)
    return json.dumps(found, ensure_ascii=False) if "," in found and not found.startswith('"') else found


def front_matter(title: str, purpose: str, objectives: list[str], minutes: int, written: date) -> str:
    """A chapter's front matter as JupyterLab and Jupytext write it: a save from there changes nothing."""
    data = {
        "minutes": minutes,
        "next_review": _a_year_later(written).isoformat(),
        "objectives": objectives,
        "purpose": purpose,
        "title": title,
        "written": written.isoformat(),
    }
    ours: str = yaml.safe_dump(data, sort_keys=False, default_flow_style=None, allow_unicode=True)
    return _FOR_JUPYTEXT + ours


def today() -> date:
    """The day on which a new chapter is written."""
    return datetime.now(UTC).date()


def _a_year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("patientbook.starting"),
        autoescape=False,  # noqa: S701 - Markdown and YAML, not HTML
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["quoted"] = quoted
    made.filters["quoted_inside"] = quoted_inside
    made.globals["front_matter"] = front_matter
    return made
