"""nbformat without a second's wait.

nbformat imports jsonschema, and that imports rfc3987_syntax where it is installed (Voilà brings it): 38 grammars are
compiled then, for a kind of address that no notebook has a field for. Without the package jsonschema does not check it.
"""

from __future__ import annotations

import sys

GRAMMARS = "rfc3987_syntax"


def import_nbformat() -> None:
    """Import nbformat as if the grammars were not installed; whoever asks for them later gets them."""
    if "jsonschema" in sys.modules or GRAMMARS in sys.modules:
        return
    sys.modules[GRAMMARS] = None  # type: ignore[assignment] # Python's own sign that a package is not there
    try:
        import nbformat  # noqa: F401, PLC0415 - to have it imported
    finally:
        del sys.modules[GRAMMARS]
