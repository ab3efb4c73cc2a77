"""nbformat without a second's wait; whoever needs nbformat or nbclient imports this first.

nbformat imports jsonschema, and that imports whatever is installed to check kinds of text (Voilà brings it all):
rfc3987_syntax compiles 38 grammars then, for a kind of address that no notebook has a field for, and isoduration brings
a library for dates. jsonschema leaves out what is not there.
"""

from __future__ import annotations

import sys

_hidden = () if "jsonschema" in sys.modules else {"rfc3987_syntax", "isoduration"} - set(sys.modules)
for _name in _hidden:
    sys.modules[_name] = None  # type: ignore[assignment] # Python's own sign that a package is not there
try:
    import nbformat
    from nbformat import NotebookNode
finally:
    for _name in _hidden:
        del sys.modules[_name]  # whoever asks for them later gets them

__all__ = ["NotebookNode", "nbformat"]
