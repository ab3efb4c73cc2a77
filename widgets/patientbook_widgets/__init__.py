"""A quiz, a glossary and its list for any notebook: with a kernel, without one, and without JavaScript.

The widgets are imported when they are first used: reading and checking questions needs no ipywidgets.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .static import static_folder

if TYPE_CHECKING:
    from .glossary import Glossary
    from .quiz import Quiz
    from .term_list import TermList

_WIDGETS = {"Glossary": ".glossary", "Quiz": ".quiz", "TermList": ".term_list"}

__all__ = ["Glossary", "Quiz", "TermList", "static_folder"]


def __getattr__(name: str) -> type:
    """Import a widget's class at its first use (PEP 562)."""
    if name not in _WIDGETS:
        raise AttributeError(f"patientbook_widgets has no '{name}'. It has: {', '.join(__all__)}.")
    widget: type = getattr(import_module(_WIDGETS[name], __name__), name)
    return widget
