"""Matching: what belongs together, chosen from a menu for each pair."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from .base import BaseQuestion, Choice, Mistake, Text, choices_on_wire, repeated_ids, repeated_texts
from .writing import Writing, plain_text


class Pair(Choice):
    """Two things that belong together."""

    match: Text = Field(description="What belongs to the text. Shown in a menu, so plain words; may serve two pairs.")


class Matching(BaseQuestion):
    """Things to be matched with what belongs to them."""

    type: Literal["matching"] = Field(description="Matching: what belongs together.")
    pairs: tuple[Pair, ...] = Field(min_length=2, description="What belongs together, in the order shown.")
    also: tuple[Text, ...] = Field(default=(), description="More matches to choose from that belong to none.")

    def matches(self) -> list[str]:
        """Every different match in plain words: those of the pairs first, then those that belong to none."""
        return list(dict.fromkeys(plain_text(text) for text in (*(pair.match for pair in self.pairs), *self.also)))

    def mistakes(self) -> Iterator[Mistake]:
        """Repeated ids or texts, a match that belongs to none and to one, or only one match to choose."""
        yield from repeated_ids(self, "pairs", self.pairs)
        yield from repeated_texts(self, "pairs", self.pairs)
        taken = [plain_text(pair.match) for pair in self.pairs]
        for index, text in enumerate(plain_text(text) for text in self.also):
            if text in taken:
                what = f"Question '{self.id}' says '{text}' twice, under 'also:' and before it."
                yield Mistake("same-option-text", ("also", index), what, "Reword it, or take it out of 'also:'.")
            taken.append(text)
        if len(set(taken)) == 1:
            what = f"Question '{self.id}' offers only one match, '{taken[0]}'."
            yield Mistake("same-option-text", ("pairs",), what, "Give the pairs different matches.")

    def wire_parts(self, writing: Writing) -> dict[str, Any]:
        """`pairs`, and `matches` in the order to show."""
        written = choices_on_wire(self.pairs, writing)
        pairs = [{**wire, "match": plain_text(pair.match)} for wire, pair in zip(written, self.pairs, strict=True)]
        return {"pairs": pairs, "matches": self._shown(writing)}

    def _shown(self, writing: Writing) -> list[str]:
        """All matches mixed; those of the pairs not in their right order, wherever the others come between."""
        of_pairs = list(dict.fromkeys(plain_text(pair.match) for pair in self.pairs))
        mixed = iter(writing.shuffled(of_pairs))
        return [next(mixed) if match in of_pairs else match for match in writing.shuffled(self.matches())]
