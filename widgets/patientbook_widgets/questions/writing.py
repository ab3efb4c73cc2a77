"""How the words of a question become what the browser shows: inline Markdown to HTML, and a fixed shuffle."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt

KEY_LENGTH = 16


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})


def as_written(href: str) -> str:
    """The address as its author wrote it."""
    return href


def inline_html(markdown: str, link: Callable[[str], str] = as_written) -> str:
    """Inline Markdown as HTML, its addresses passed through `link`; raw HTML in it is shown, not obeyed."""
    parser = _parser()
    tokens = parser.parseInline(" ".join(markdown.split()))
    for child in (child for token in tokens for child in token.children or ()):
        if child.type == "link_open":
            child.attrSet("href", link(str(child.attrGet("href"))))
    return str(parser.renderer.render(tokens, parser.options, {}))


def plain_text(markdown: str) -> str:
    """The words of inline Markdown without any mark-up, for places that take none, such as a menu."""
    tokens = _parser().parseInline(" ".join(markdown.split()))
    return "".join(child.content for token in tokens for child in token.children or ())


def content_key(content: Mapping[str, Any]) -> str:
    """First 16 hexadecimal digits of the SHA-256 of the content's canonical JSON."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:KEY_LENGTH]


@dataclass(frozen=True)
class Writing:
    """What a question needs to write itself: its key, the Markdown renderer and the words of the interface."""

    key: str
    html: Callable[[str], str]
    labels: Mapping[str, str]

    def shuffled(self, right_order: Sequence[str]) -> list[str]:
        """The same different values, the same order for the same key, and never the right order if two or more."""
        order = sorted(right_order, key=lambda value: hashlib.sha256(f"{self.key}/{value}".encode()).digest())
        if order == list(right_order):
            order = [*order[1:], *order[:1]]
        return order
