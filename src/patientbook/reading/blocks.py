"""The blocks of a Markdown text that have words in them, each with the offsets of its words in the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Literal

from .spans import Span, parser, spans_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

BlockKind = Literal["heading", "paragraph", "cell", "html"]


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph (also in a list or quote), a table cell, or raw HTML.

    ``content`` is its inline Markdown without the marks of lists and quotes around it; ``starts`` has, for each of
    its lines, the offset in ``content`` and the offset in the source.
    """

    kind: BlockKind
    content: str
    starts: tuple[tuple[int, int], ...]
    spans: tuple[Span, ...] = ()
    level: int = 0
    within: tuple[str, ...] = ()

    @property
    def is_in_list(self) -> bool:
        """Whether it is part of a list entry."""
        return "list_item" in self.within

    def offset(self, position: int) -> int:
        """The offset in the source of a position in ``content``."""
        index = bisect_right(self.starts, position, key=lambda start: start[0]) - 1
        in_content, in_source = self.starts[max(index, 0)]
        return in_source + position - in_content

    @cached_property
    def prose(self) -> str:
        """``content`` with all that is no prose (code, addresses, citations, images) blanked: offsets stay."""
        text = self.content
        for span in self.spans:
            if span.kind == "link" and span.target != span.text:
                text = _blank(_blank(text, span.start, span.inner[0]), span.inner[1], span.end)
            else:
                text = _blank(text, span.start, span.end)
        return text


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


@lru_cache(maxsize=4096)  # the same texts are looked at by many checks, by the notebooks and by the list of terms
def read_blocks(source: str) -> tuple[Block, ...]:
    """The blocks of ``source`` (Unix line ends) in order."""
    env: dict[str, Any] = {}
    tokens: list[Token] = []
    parser().block.parse(source, parser(), env, tokens)
    return tuple(_blocks(tokens, source, env))


def _blocks(tokens: list[Token], source: str, env: dict[str, Any]) -> Iterator[Block]:
    line_offsets = _line_offsets(source)
    finder = _LineFinder(source, line_offsets)
    around: list[Token] = []
    for token in tokens:
        if token.nesting == 1:
            around.append(token)
        elif token.nesting == -1:
            around.pop()
        elif token.type == "html_block" and token.map:
            yield Block("html", token.content, ((0, line_offsets[token.map[0]]),))
        elif token.type == "inline" and token.content:
            lines = next((one.map for one in (token, *reversed(around)) if one.map), None)
            parent = around[-1].type.removesuffix("_open") if around else ""
            kind: BlockKind = "heading" if parent == "heading" else "cell" if parent in {"th", "td"} else "paragraph"
            find = finder.cell_starts if kind == "cell" else finder.starts
            starts = find(token.content, lines[0] if lines else 0)
            level = int(around[-1].tag[1]) if kind == "heading" else 0
            within = tuple(one.type.removesuffix("_open") for one in around)
            yield Block(kind, token.content, starts, spans_of(token.content, env), level, within)


def _line_offsets(source: str) -> list[int]:
    offsets = [0]
    for line in source.split("\n"):
        offsets.append(offsets[-1] + len(line) + 1)
    return offsets


class _LineFinder:
    """Finds the lines of a block's content in the source, past the marks of lists, quotes and tables."""

    def __init__(self, source: str, line_offsets: list[int]) -> None:
        self._lines = source.split("\n")
        self._offsets = line_offsets
        self._last = (-1, 0)  # line and column where the last content ended: cells of a table share a line

    def starts(self, content: str, first: int) -> tuple[tuple[int, int], ...]:
        """For each line of ``content``, its offset in the content and in the source."""
        found = []
        position = 0
        for number, line in enumerate(content.split("\n"), start=first):
            found.append((position, self._start(line, min(number, len(self._lines) - 1))))
            position += len(line) + 1
        return tuple(found)

    def cell_starts(self, content: str, number: int) -> tuple[tuple[int, int], ...]:
        """The same for a cell of a table, whose pipes have a backslash in the source."""
        [(_, start)] = self.starts(content.replace("|", "\\|"), number)
        pipes = [position for position, letter in enumerate(content) if letter == "|"]
        return ((0, start), *((position, start + position + count) for count, position in enumerate(pipes, start=1)))

    def _start(self, line: str, number: int) -> int:
        text = self._lines[number]
        begin = self._last[1] if self._last[0] == number else 0
        words, whole = line.strip(), text.rstrip()
        at = len(whole) - len(words) if whole.endswith(words) and begin == 0 else text.find(words, begin)
        at = max(at, begin)
        self._last = (number, at + len(words))
        return self._offsets[number] + at - (len(line) - len(line.lstrip()))
