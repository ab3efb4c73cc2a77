"""Run as a script: a Python kernel without its debugger, otherwise as `ipykernel_launcher` starts it.

The debugger's import takes half of a kernel's start, and while a guide is built nobody can attach to it.
"""

import sys
from contextlib import suppress
from pathlib import Path

if __name__ == "__main__":
    if sys.path[0] in ("", str(Path(__file__).parent)):
        del sys.path[0]  # what lies beside this file is nothing for a notebook to import
    sys.modules["debugpy"] = None  # type: ignore[assignment] # Python's own sign that a package is not there
    with suppress(ImportError):  # an ipykernel from before there was a debugger
        import ipykernel.debugger  # noqa: F401 - it notes that there is none
    del sys.modules["debugpy"]  # a notebook may import it all the same

    from ipykernel import kernelapp

    kernelapp.launch_new_instance()
