"""A chapter as patients will see it, beside the notebook that somebody writes."""

from __future__ import annotations

import os
from html import escape

from .shown import Shown

ADDRESS = "PATIENTBOOK_PREVIEW"  # where Jupyter shows the preview; set by our server extension
_HIGH = 720  # pixels, for a cell's output; in a panel of its own the page fills it

_NOT_HERE = (
    "<p>The preview needs JupyterLab, started in the guide's folder. In another editor, run "
    "<code>patientbook preview</code> and open the address that it names.</p>"
)


def beside(page: str, title: str) -> Shown:
    """The page of the site in a frame that follows every save."""
    base = os.environ.get(ADDRESS)
    if not base:
        return Shown(_NOT_HERE)
    src = escape(f"{base}{page}")
    frame = f'<iframe src="{src}" title="{escape(title)}" style="width:100%;height:{_HIGH}px;border:0"></iframe>'
    return Shown(f'{frame}<p><a href="{src}" target="_blank">Open it in a window of its own</a></p>')
