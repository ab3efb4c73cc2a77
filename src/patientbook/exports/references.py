"""Inline Markdown resolved: what a link of an author means, wherever it was written."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from patientbook.reading.pages import FOLDER
from patientbook.reading.spans import citation_keys, parser

from .inline import (
    Citation,
    Code,
    Emphasis,
    Image,
    Inline,
    Inlines,
    LineBreak,
    PartLink,
    Strong,
    TermLink,
    WebLink,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from markdown_it.token import Token


_CLOSES = {"em_open": "em_close", "strong_open": "strong_close", "link_open": "link_close"}
_BREAKS: dict[str, Inline] = {"softbreak": Words(" "), "hardbreak": LineBreak()}


@dataclass(frozen=True)
class Names:
    """What links in one language can name: its terms, and the ids of its chapters and pages."""

    language: str
    glossary: str
    terms: Collection[str]
    chapters: Collection[str]
    pages: Collection[str]


@dataclass
class References:
    """Resolves the texts of one part in the order they are read, so that the first use of a term is known.

    ``numbers`` has the numbers of the part's sources by their keys.
    """

    names: Names
    part: str
    numbers: Mapping[str, int]
    used: set[str] = field(default_factory=set)

    @property
    def folder(self) -> str:
        """Where the part's file lies, from the folder of its language."""
        return FOLDER if self.part in self.names.pages else ""

    def inlines(self, markdown: str, *, counts: bool = False) -> Inlines:
        """A text of a YAML file, where `#gene` is a term. ``counts``: a term here may be at its first use."""
        tokens = parser().parseInline(" ".join(markdown.split()), {})[0].children or []
        return self.tree(tokens, counts=counts, in_yaml=True)

    def tree(self, tokens: list[Token], *, counts: bool, in_yaml: bool = False) -> Inlines:
        """The inline tokens of a block as a tree."""
        return tidied(_Walk(self, tokens, counts, in_yaml).run())

    def linked(self, address: str, inside: Inlines, *, counts: bool, in_yaml: bool) -> Inlines:
        """What the words ``inside`` of a link to ``address`` are."""
        if "://" in address or address.startswith(("mailto:", "tel:")):
            return (WebLink(address, inside),)
        path, _, place = address.partition("#")
        if not path:
            part = self.names.glossary if in_yaml else self.part
        else:
            start = posixpath.join(self.names.language, "" if in_yaml else self.folder)
            part = self._part(posixpath.normpath(posixpath.join(start, path)))
        if part == self.names.glossary and place in self.names.terms:
            is_first = counts and place not in self.used
            if is_first:
                self.used.add(place)
            return (TermLink(place, inside, is_first),)
        return (PartLink(part, place, inside),) if part else inside

    def _part(self, path: str) -> str:
        """The id of the part whose file is ``path``, from the folder of all languages; empty where there is none."""
        name = path.removeprefix(f"{self.names.language}/").removesuffix(".md")
        page = name.removeprefix(f"{FOLDER}/")
        return page if page != name and page in self.names.pages else name if name in self.names.chapters else ""


@dataclass
class _Walk:
    """Goes through the tokens of one block."""

    references: References
    tokens: list[Token]
    counts: bool
    in_yaml: bool
    at: int = 0

    def run(self, until: str = "") -> list[Inline]:
        found: list[Inline] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == until:
                break
            found += self._spanned(token) if token.type in _CLOSES else self._single(token)
        return found

    def _spanned(self, token: Token) -> Inlines:
        inside = tidied(self.run(_CLOSES[token.type]))
        if token.type == "em_open":
            return (Emphasis(inside),)
        if token.type == "strong_open":
            return (Strong(inside),)
        address = str(token.attrGet("href") or "")
        return self.references.linked(address, inside, counts=self.counts, in_yaml=self.in_yaml)

    def _single(self, token: Token) -> Iterator[Inline]:
        if token.type in _BREAKS:
            yield _BREAKS[token.type]
        elif token.type == "code_inline":
            yield Code(token.content)
        elif token.type == "image":
            yield Image(token.content)
        elif token.type == "citation":
            numbers = self.references.numbers
            yield Citation(tuple(numbers[key] for key in citation_keys(token.content) if key in numbers))
        elif token.content:
            yield Words(token.content)  # raw HTML too: pages show it as text


def tidied(inlines: list[Inline]) -> Inlines:
    """Words that follow each other joined, and no space before the number of a source."""
    found: list[Inline] = []
    for each in inlines:
        last = found[-1] if found else None
        if isinstance(each, Words) and isinstance(last, Words):
            found[-1] = Words(last.text + each.text)
        elif isinstance(each, Citation) and isinstance(last, Words):
            found[-1:] = [Words(last.text.rstrip()), each]
        else:
            found.append(each)
    return tuple(found)
