"""The few things that read differently in a chapter's Markdown and in its notebook.

Both directions keep lines: line 7 of a cell in the Markdown is line 7 of the cell in the notebook. `adopt` needs that.

====================================  =====================================
in the Markdown                       in the notebook
====================================  =====================================
``[gene](08-glossary.md#gene)``       ``[gene](08-glossary.ipynb#gene)``
``[@slamon2001; @bray2024]``          ``[[1](#source-1), [2](#source-2)]``
====================================  =====================================

A link to a further page, `pages/privacy.md`, stays as it is: no notebook is made of that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from patientbook.reading.markdown import find_references
from patientbook.reading.pages import FOLDER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from patientbook.reading.markdown import Reference

_KEY = re.compile(r"@([\w:./+-]*\w)")
_BETWEEN_KEYS = re.compile(r"[ \t]*;[ \t]*(\n?)")  # a citation may be wrapped, and then stays so
_MARKDOWN_FILE = re.compile(r"\.md(?=[#>]|$)")
_NOTEBOOK_FILE = re.compile(r"([\w-]+)\.ipynb(?=[#>]|$)")
_PAGE = re.compile(rf"(?:\.\./[\w-]+/)?{FOLDER}/[\w-]+\.md(?=[#>]|$)")
_NUMBER = re.compile(r"\[\d+\]\(#source-(\d+)\)")
_NUMBERS = re.compile(rf"\[({_NUMBER.pattern})((?:,[\s>]+{_NUMBER.pattern})*)([ \t]*)\]")


def to_notebook(source: str, keys: Sequence[str]) -> str:
    """A Markdown cell of a chapter as its notebook has it; ``keys`` are the chapter's sources by their numbers."""
    return _replaced(source, _for_notebook(source, keys))


def to_markdown(source: str, keys: Sequence[str], chapters: Collection[str]) -> str:
    """The inverse of ``to_notebook``.

    ``keys`` are those the notebook was built with; ``chapters`` are the ids of chapters: links to other notebooks stay.
    """
    return _replaced(source, _for_markdown(source, keys, chapters))


def _replaced(source: str, replacements: Iterator[tuple[int, int, str]]) -> str:
    parts, end = [], 0
    for start, stop, text in replacements:
        parts += [source[end:start], text]
        end = stop
    return "".join([*parts, source[end:]])


def _for_notebook(source: str, keys: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and new text of what reads differently, in order."""
    for reference in find_references(source, 1):
        if reference.kind == "citation" and reference.keys and set(reference.keys) <= set(keys):
            yield reference.start, reference.end, _numbered(source[reference.start : reference.end], keys)
        elif address := _address(reference, source):
            yield reference.target_start, reference.target_end, _MARKDOWN_FILE.sub(".ipynb", address, count=1)


def _for_markdown(source: str, keys: Sequence[str], chapters: Collection[str]) -> Iterator[tuple[int, int, str]]:
    links = [reference for reference in find_references(source, 1) if reference.kind in ("term", "link")]
    starts = {link.start for link in links}
    # A number's own bracket is no link; that the first number in it is one tells it from code that looks the same.
    citations = [match for match in _NUMBERS.finditer(source) if match.start() + 1 in starts]
    found = [(match.start(), match.end(), _cited(match[0], keys)) for match in citations]
    for link in links:
        if address := _address(link, source):
            new = _NOTEBOOK_FILE.sub(lambda name: f"{name[1]}.md" if name[1] in chapters else name[0], address, count=1)
            found.append((link.target_start, link.target_end, new))
    yield from sorted(found)


def _address(reference: Reference, source: str) -> str:
    """The address of a link into the guide as it is written; empty where there is none."""
    leads_in = reference.kind in ("term", "link") and not reference.is_external and reference.target_start >= 0
    address = source[reference.target_start : reference.target_end] if leads_in else ""
    return "" if address.startswith("#") or leads_to_page(address) else address


def leads_to_page(address: str) -> bool:
    """Whether an address within the guide leads to a further page, such as `pages/privacy.md`."""
    return bool(_PAGE.match(address))


def _numbered(citation: str, keys: Sequence[str]) -> str:
    numbers = {key: number for number, key in enumerate(keys, 1)}
    linked = _KEY.sub(lambda key: f"[{numbers[key[1]]}](#source-{numbers[key[1]]})", citation)
    return _BETWEEN_KEYS.sub(lambda between: f",{between[1] or ' '}", linked)


def _cited(numbers: str, keys: Sequence[str]) -> str:
    if any(not 1 <= int(number) <= len(keys) for number in _NUMBER.findall(numbers)):
        return numbers
    # No key has a comma in it, and a number's link has none either.
    return _NUMBER.sub(lambda number: f"@{keys[int(number[1]) - 1]}", numbers.replace(",", ";"))
