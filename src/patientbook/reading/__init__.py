"""Content as an educator wrote it, made into frozen data with the place of every value.

Each name is imported at its first use (PEP 562), so that what only looks for a guide's folder waits for nothing else.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .guide import Reading, load_guide, read_guide
    from .root import find_root

_HOMES = {"Reading": ".guide", "find_root": ".root", "load_guide": ".guide", "read_guide": ".guide"}

__all__ = ["Reading", "find_root", "load_guide", "read_guide"]


def __getattr__(name: str) -> object:
    """Import an exported name at its first use."""
    if name not in _HOMES:
        message = f"patientbook.reading has no '{name}'. It has: {', '.join(__all__)}."
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name], __name__), name)
