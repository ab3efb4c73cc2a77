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


def inline_html(markdown: str) -> str:
    """Inline Markdown as HTML; raw HTML in it is shown, not obeyed."""
    rendered: str = _parser().renderInline(" ".join(markdown.split()))
    return rendered


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
