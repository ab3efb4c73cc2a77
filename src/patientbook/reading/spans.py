"""Where links, images, citations, code and raw HTML begin and end within a piece of inline Markdown.

markdown-it-py's inline tokens have no positions, so its own rules are wrapped to note theirs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from markdown_it.rules_inline import StateInline

    InlineRule = Callable[[StateInline, bool], bool]

SpanKind = Literal["link", "image", "citation", "code", "html"]

# `[@slamon2001]`, `[@a; @b]`, as in MyST and Pandoc; what only begins like one is a mistake told by the checks.
_BRACKETS = re.compile(r"\[@[^\[\]]*\](?![(\[])")
_KEY = re.compile(r"@(\w(?:[\w:./+-]*\w)?)")
_CITATION = re.compile(rf"\[{_KEY.pattern}(?:\s*;\s*{_KEY.pattern})*\s*\]")
_MARKUP = re.compile(r"[*_`\[\]\\&<!]")


@dataclass(frozen=True)
class Span:
    """A part of an inline text, by offsets. ``inner`` is the text within a link's brackets, ``address`` its target."""

    kind: SpanKind
    start: int
    end: int
    inner: tuple[int, int] = (0, 0)
    target: str = ""
    text: str = ""
    address: tuple[int, int] = (-1, -1)


@cache
def parser() -> MarkdownIt:
    """The Markdown that chapters are written in: CommonMark, tables, citations."""
    markdown = MarkdownIt("commonmark").enable("table")
    ruler = markdown.inline.ruler
    known = dict(zip(ruler.get_all_rules(), (rule.fn for rule in ruler.__rules__), strict=True))
    for name, note in _NOTES.items():
        ruler.at(name, _noting(known[name], note))
    ruler.before("link", "citation", _citation)
    return markdown


def spans_of(content: str, env: Mapping[str, Any] | None = None) -> tuple[Span, ...]:
    """The spans in ``content``, in order; ``env`` has the link definitions of the whole text."""
    spans: list[Span] = []
    markdown = parser()
    markdown.inline.parse(content, markdown, {**(env or {}), "spans": spans}, [])
    return tuple(sorted(spans, key=lambda span: (span.start, -span.end)))


def inline_text(content: str) -> str:
    """What a reader sees of inline Markdown, without citations."""
    if not _MARKUP.search(content):
        return " ".join(content.split())
    words = []
    for token in parser().parseInline(content, {"spans": []})[0].children or []:
        if token.type in {"text", "code_inline", "image"}:
            words.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            words.append(" ")
    return " ".join("".join(words).split())


def citation_keys(text: str) -> tuple[str, ...]:
    """The keys of a citation such as `[@a; @b]`; none when it is not written as one."""
    return tuple(_KEY.findall(text)) if _CITATION.fullmatch(text) else ()


def _noting(rule: InlineRule, note: Callable[[StateInline, int, int], Span | None]) -> InlineRule:
    """The rule, noting a span in the environment each time it makes something."""

    def noting_rule(state: StateInline, silent: bool) -> bool:
        start, spans = state.pos, state.env.get("spans", [])
        tokens_before, spans_before = len(state.tokens), len(spans)
        if not rule(state, silent):
            return False
        if not silent:
            span = note(state, start, tokens_before)
            if span and span.kind == "image":
                del spans[spans_before:]  # the text alternative is parsed by itself, with offsets of its own
            if span:
                spans.append(span)
        return True

    return noting_rule


def _link(state: StateInline, start: int, tokens_before: int) -> Span | None:
    opening = next((token for token in state.tokens[tokens_before:] if token.type == "link_open"), None)
    if opening is None:
        return None
    close = _label_end(state, start)
    inner = (start + 1, close)
    label = state.src[inner[0] : inner[1]]
    target = str(opening.attrs.get("href", ""))
    return Span("link", start, state.pos, inner, target, inline_text(label), _address(state, close))


def _image(state: StateInline, start: int, tokens_before: int) -> Span:
    token = state.tokens[-1]
    close = _label_end(state, start + 1)
    inner = (start + 2, close)
    target = str(token.attrs.get("src", ""))
    return Span("image", start, state.pos, inner, target, inline_text(token.content), _address(state, close))


def _autolink(state: StateInline, start: int, tokens_before: int) -> Span:
    inner = (start + 1, state.pos - 1)
    text = state.src[inner[0] : inner[1]]
    return Span("link", start, state.pos, inner, text, text, inner)


def _code(state: StateInline, start: int, tokens_before: int) -> Span | None:
    made = any(token.type == "code_inline" for token in state.tokens[tokens_before:])
    return Span("code", start, state.pos) if made else None


def _html(state: StateInline, start: int, tokens_before: int) -> Span:
    return Span("html", start, state.pos)


def _label_end(state: StateInline, bracket: int) -> int:
    position, state.pos = state.pos, bracket
    end: int = state.md.helpers.parseLinkLabel(state, bracket, False)
    state.pos = position
    return end if end >= 0 else position


def _address(state: StateInline, close: int) -> tuple[int, int]:
    """Where the address within `](…)` stands; -1 where the link takes it from a definition elsewhere."""
    if state.src[close + 1 : close + 2] != "(" or state.src[state.pos - 1] != ")":
        return (-1, -1)
    begin = close + 2 + len(state.src[close + 2 :]) - len(state.src[close + 2 :].lstrip())
    found = state.md.helpers.parseLinkDestination(state.src, begin, state.pos)
    return (begin, found.pos) if found.ok else (-1, -1)


def _citation(state: StateInline, silent: bool) -> bool:
    match = _BRACKETS.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "[" else None
    if not match:
        return False
    if not silent:
        state.push("citation", "", 0).content = match[0]
        state.env.get("spans", []).append(Span("citation", match.start(), match.end(), text=match[0]))
    state.pos = match.end()
    return True


_NOTES: dict[str, Callable[[StateInline, int, int], Span | None]] = {
    "link": _link,
    "image": _image,
    "autolink": _autolink,
    "backticks": _code,
    "html_inline": _html,
}
