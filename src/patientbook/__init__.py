"""An interactive patient guide, made from Markdown and YAML.

A chapter's notebook needs one name, `open_lesson`; tools that check or read content need the others. Each is imported
at its first use (PEP 562), so that a notebook does not wait for what it does not use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .checking import check_guide
    from .lessons import open_lesson
    from .problems import Problem
    from .reading import read_guide

__version__ = "0.1.0"

_HOMES = {
    "Problem": ".problems",
    "check_guide": ".checking",
    "open_lesson": ".lessons",
    "read_guide": ".reading",
}

__all__ = ["Problem", "__version__", "check_guide", "open_lesson", "read_guide"]


def __getattr__(name: str) -> object:
    """Import an exported name at its first use."""
    if name not in _HOMES:
        message = f"patientbook has no '{name}'. It has: {', '.join(__all__)}."
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name], __name__), name)
