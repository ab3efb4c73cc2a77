"""The words of a manuscript as the plain data that the Typst templates show.

Texts stay texts all the way: Typst gets them as strings in JSON and never as markup. A run of inline things is a list
whose plain words are strings and whose other things are mappings with their kind under `k`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from patientbook.exports import blocks as b
from patientbook.exports import inline as i
from patientbook.exports.inline import plain

from . import places
from .quotes import Quotes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from patientbook.exports.blocks import Block, Blocks
    from patientbook.exports.inline import Inline, Inlines
    from patientbook.exports.manuscript import Entry

Data: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class WordsData:
    """Makes data of the words of one part.

    ``there`` has the names of all places in the same PDF: what leads elsewhere loses its link and keeps its words.
    ``terms`` has the entries whose meanings stand beside the text; it is empty where no notes are wanted.
    """

    language: str
    part: str
    there: frozenset[str]
    terms: Mapping[str, Entry]

    def inlines(self, inlines: Inlines) -> list[Any]:
        """A paragraph's worth of inline things."""
        return self._run(inlines, Quotes(self.language))

    def text(self, text: str) -> str:
        """Plain words with the quotation marks of the language."""
        return Quotes(self.language).curled(text)

    def blocks(self, blocks: Blocks) -> list[Data]:
        """Blocks, one after the other."""
        return [self._block(block) for block in blocks]

    def flow(self, blocks: Blocks) -> list[Data]:
        """The blocks of a part, each with the notes to its words."""
        return [self.with_notes(data) for data in self.blocks(blocks)]

    @staticmethod
    def with_notes(data: Data) -> Data:
        """The same with the notes to the words in it under `notes`."""
        return data | {"notes": _notes_in(data)}

    def heading(self, heading: b.Heading) -> Data:
        """A heading with the name of its place."""
        place = places.part(self.part, heading.id)
        return {"k": "heading", "level": heading.level, "at": place, "in": self.inlines(heading.inside)}

    def note(self, entry: Entry) -> Data:
        """What stands beside the text about a term."""
        return {
            "term": self.text(entry.term.term),
            "to": places.term(entry.id),
            "meaning": self.text(plain(entry.meaning)),
        }

    def _block(self, block: Block) -> Data:
        match block:
            case b.Heading():
                data = self.heading(block)
            case b.Paragraph():
                data = {"k": "paragraph", "in": self.inlines(block.inside)}
            case b.Bullets():
                data = {"k": "bullets", "items": [self.blocks(item) for item in block.items]}
            case b.Numbered():
                data = {"k": "numbered", "start": block.start, "items": [self.blocks(item) for item in block.items]}
            case b.Quote():
                data = {"k": "quote", "blocks": self.blocks(block.blocks)}
            case b.CodeLines():
                data = {"k": "code", "text": block.text}
            case b.Table():
                rows = [[self.inlines(cell) for cell in row] for row in block.rows]
                data = {"k": "table", "head": [self.inlines(cell) for cell in block.head], "rows": rows}
            case b.Box():
                inside = self.blocks(block.blocks)
                data = {"k": "box", "kind": block.kind, "heading": self.heading(block.heading), "blocks": inside}
            case b.Pause():
                data = {"k": "pause"}
        return data

    def _run(self, inlines: Inlines, quotes: Quotes) -> list[Any]:
        return [found for each in inlines for found in self._inline(each, quotes)]

    def _inline(self, inline: Inline, quotes: Quotes) -> list[Any]:
        match inline:
            case i.Words():
                found: Any = quotes.curled(inline.text)
            case i.LineBreak():
                found = {"k": "break"}
            case i.Code():
                found = {"k": "code", "text": inline.text}
            case i.Image():
                found = inline.alt
            case i.Citation():
                return self._citations(inline)
            case _:
                return self._spanned(inline, self._run(inline.inside, quotes))
        return [found]

    def _spanned(self, inline: i.Spanned, inside: list[Any]) -> list[Any]:
        match inline:
            case i.TermLink():
                data = self._term(inline, inside)
            case i.PartLink():
                to = places.part(inline.part, inline.place)
                if to not in self.there:
                    return inside
                data = {"k": "part", "to": to, "in": inside}
            case i.WebLink():
                data = {"k": "web", "to": inline.href, "in": inside}
            case i.Strong():
                data = {"k": "strong", "in": inside}
            case i.Emphasis():
                data = {"k": "em", "in": inside}
        return [data]

    def _citations(self, citation: i.Citation) -> list[Any]:
        """The numbers whose sources stand in the same PDF; nothing where none does."""
        names = {number: places.source(self.part, number) for number in citation.numbers}
        to = [{"n": number, "to": name} for number, name in names.items() if name in self.there]
        return [{"k": "cite", "to": to}] if to else []

    def _term(self, link: i.TermLink, inside: list[Any]) -> Data:
        data: Data = {"k": "term", "to": places.term(link.term), "in": inside}
        if data["to"] not in self.there:
            data["to"] = None
        if link.is_first:
            data["at"] = places.use(self.part, link.term)
            if link.term in self.terms:
                data["note"] = self.note(self.terms[link.term])
        return data


def _notes_in(data: object) -> list[Data]:
    """What stands beside the text about the words in ``data``."""
    if isinstance(data, list):
        return [note for each in data for note in _notes_in(each)]
    if not isinstance(data, dict):
        return []
    own = [data["note"]] if "note" in data else []
    return own + [note for key, each in data.items() if key != "note" for note in _notes_in(each)]
