"""The few things that read differently in a chapter's Markdown and in its notebook.

Both directions keep lines: line 7 of a cell in the Markdown is line 7 of the cell in the notebook. `adopt` depends on it.

====================================  =====================================
in the Markdown                       in the notebook
====================================  =====================================
``[gene](08-glossary.md#gene)``       ``[gene](08-glossary.ipynb#gene)``
``[@slamon2001; @bray2024]``          ``[[1](#source-1), [2](#source-2)]``
====================================  =====================================
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from patientbook.reading.markdown import find_references

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NOTEBOOK_LINK = re.compile(r"\]\(((?:\.\./)?[\w-]+(?:/[\w-]+)*)\.ipynb(#[^)\s]*)?\)")
_NUMBERS = re.compile(r"\[(\[\d+\]\(#source-\d+\)(?:, \[\d+\]\(#source-\d+\))*)\]")
_NUMBER = re.compile(r"\[\d+\]\(#source-(\d+)\)")


def to_notebook(source: str, keys: Sequence[str]) -> str:
    """A Markdown cell of a chapter as its notebook has it; ``keys`` are the chapter's sources in the order of their numbers."""
    parts, end = [], 0
    for start, stop, text in _replacements(source, keys):
        parts += [source[end:start], text]
        end = stop
    return "".join([*parts, source[end:]])


def to_markdown(source: str, keys: Sequence[str]) -> str:
    """The inverse of ``to_notebook``; ``keys`` are those the notebook was built with."""
    return _NUMBERS.sub(lambda match: _citation(match, keys), _NOTEBOOK_LINK.sub(r"](\1.md\2)", source))


def _replacements(source: str, keys: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and new text of what reads differently, in order."""
    for reference in find_references(source, 1):
        if reference.kind == "citation" and reference.keys and set(reference.keys) <= set(keys):
            numbers = (keys.index(key) + 1 for key in reference.keys)
            yield reference.start, reference.end, f"[{', '.join(f'[{each}](#source-{each})' for each in numbers)}]"
        elif reference.kind in ("term", "link") and not reference.is_external and reference.target_start >= 0:
            address = source[reference.target_start : reference.target_end]
            name, hash_, fragment = address.partition("#")
            if name.endswith(".md"):
                new = f"{name.removesuffix('.md')}.ipynb{hash_}{fragment}"
                yield reference.target_start, reference.target_end, new


def _citation(match: re.Match[str], keys: Sequence[str]) -> str:
    numbers = [int(number) for number in _NUMBER.findall(match[1])]
    if any(not 1 <= number <= len(keys) for number in numbers):
        return match[0]
    return f"[{'; '.join(f'@{keys[number - 1]}' for number in numbers)}]"
