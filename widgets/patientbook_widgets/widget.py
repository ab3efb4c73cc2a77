"""What both widgets share: HTML that is complete without JavaScript goes into the mime bundle beside the live view."""

from typing import Any

import anywidget
import traitlets


class HtmlWidget(anywidget.AnyWidget):
    """A widget whose `html` can stand in for it."""

    html = traitlets.Unicode("", help="The widget as HTML that needs no JavaScript.").tag(sync=True)
    labels = traitlets.Dict(help="The words of the interface, by name.").tag(sync=True)

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:  # noqa: ANN401 - IPython's
        """The live view, and the same content as `text/html` for whoever cannot show it."""
        bundle = super()._repr_mimebundle_(**options)
        if bundle is None:
            return None
        data, metadata = bundle
        return {**data, "text/html": self.html}, metadata
