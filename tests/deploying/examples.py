"""The examples of the page about deploying, as they stand there."""

from __future__ import annotations

from markdown_it import MarkdownIt

from tests.frame.project import ROOT

PAGE = ROOT / "docs" / "deploying.md"


def example(language: str, words: str) -> str:
    """The one example in this language that has these words in it."""
    tokens = MarkdownIt().parse(PAGE.read_text(encoding="utf-8"))
    [found] = [token.content for token in tokens if token.info == language and words in token.content]
    return found


def with_own(text: str, own: dict[str, str]) -> str:
    """The example with places of this machine instead of its own, each of which must stand in it."""
    for theirs, ours in own.items():
        assert theirs in text, f"{theirs!r} does not stand in the example"
        text = text.replace(theirs, ours)
    return text
