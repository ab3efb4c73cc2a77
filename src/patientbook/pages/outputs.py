"""What a code cell shows, as HTML: our widgets with their state beside them, others by the richest form they have."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from patientbook.notebooks.build import WIDGET_VIEW

from .kernel_free import OURS, is_ours, widget_models
from .markdown import Renderer, page_link, page_links

if TYPE_CHECKING:
    from nbformat import NotebookNode

# Sent with every widget by ipywidgets and anywidget; a page has the code and the HTML already.
_NOT_NEEDED = ("_", "layout", "tabbable", "tooltip", "html")


class Outputs:
    """Renders the outputs of one page's cells, so that state blocks are numbered on it."""

    def __init__(self, notebook: NotebookNode, markdown: Renderer) -> None:
        self._models = widget_models(notebook)
        self._markdown = markdown
        self._count = 0

    def html(self, cell: NotebookNode) -> str:
        """All outputs of ``cell``."""
        return "\n".join(filter(None, (self._one(output) for output in cell.get("outputs", []))))

    def _one(self, output: NotebookNode) -> str:
        if output.output_type == "stream":
            return f'<pre class="pb-output">{escape(output.text)}</pre>'
        if output.output_type == "error":
            return f'<pre class="pb-output">{escape(f"{output.ename}: {output.evalue}")}</pre>'
        data: dict[str, Any] = output.get("data", {})
        model = self._models.get(data.get(WIDGET_VIEW, {}).get("model_id", ""))
        return self._widget(model["state"], data) if model and is_ours(model) else self._richest(data)

    def _widget(self, state: dict[str, Any], data: dict[str, Any]) -> str:
        self._count += 1
        id_ = f"pb-state-{self._count}"
        name = str(state["_anywidget_id"]).removeprefix(OURS).partition(".")[0]
        kept = {key: linked(value) for key, value in state.items() if not key.startswith(_NOT_NEEDED)}
        # "<" is the one character with which JSON could end the script element it stands in.
        text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"), sort_keys=True).replace("<", "\\u003c")
        html = page_links(data.get("text/html", ""))
        return (
            f'<div class="pb-widget" data-widget="{name}" data-state="{id_}">{html}</div>\n'
            f'<script type="application/json" id="{id_}">{text}</script>'
        )

    def _richest(self, data: dict[str, Any]) -> str:
        if "text/html" in data:
            return page_links(data["text/html"])
        if "image/svg+xml" in data:
            return f'<div class="pb-image">{data["image/svg+xml"]}</div>'
        for mime in ("image/png", "image/jpeg"):
            if mime in data:
                alt = escape(str(data.get("text/plain", "")), quote=True)
                return f'<img class="pb-image" src="data:{mime};base64,{data[mime].strip()}" alt="{alt}">'
        if "text/markdown" in data:
            return "".join(block.html for block in self._markdown.blocks(data["text/markdown"]))
        return f'<pre class="pb-output">{escape(data["text/plain"])}</pre>' if "text/plain" in data else ""


def linked(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """``value`` with the links in its HTML, and its own `href`s, pointing at pages."""
    if isinstance(value, dict):
        return {
            key: page_link(each) if key == "href" and isinstance(each, str) else linked(each)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [linked(each) for each in value]
    return page_links(value) if isinstance(value, str) else value
