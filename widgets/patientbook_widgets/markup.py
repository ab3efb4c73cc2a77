"""The HTML of the widgets, from the Jinja templates beside them."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("patientbook_widgets", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: Any) -> str:  # noqa: ANN401 - a template takes any value
    """The template filled in; values are escaped unless the template says they are HTML of ours."""
    return _environment().get_template(template).render(**values).strip()
