"""What an edition hides leaves nothing behind: no entry in a list, no cell, no question, no link that leads nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from patientbook.reading.chapter import read_cells
from patientbook.reading.markdown import find_headings
from patientbook.reading.places import read_yaml
from patientbook.reading.rules import Place
from patientbook.reading.yaml_nodes import MAPPING, SEQUENCE

from .entries import Change, Path, entries_of, entry_at, in_block_style
from .lines import Lines, spliced, text_of, with_texts
from .rules import HIDDEN_LINK

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from patientbook.problems import Problem

_LINK = re.compile(r"\[([^\[\]]*)\]\((?:(?:\.\./|pages/)?([\w-]+)\.md)?(#[^\s()]*)?\)")
_CELL = "```{code-cell}"


def without_entries(lines: Lines, path: Path, names: Collection[str]) -> Lines:
    """YAML lines without the entries of these keys or ids in the mapping or list at ``path``.

    Where all its entries go, so does the list with its key.
    """
    lines = in_block_style(lines, frozenset({path[:length] for length in range(1, len(path) + 1)}))
    parent = entry_at(lines, path)
    whole = read_yaml(text_of(lines), lines[0].file).document if lines and not path else None
    node = parent.node if parent else whole.node if whole else None
    entries = entries_of(lines, node) if isinstance(node, (*MAPPING, *SEQUENCE)) and node.value else []
    gone = [entry for entry in entries if entry.key in names]
    if parent and gone and len(gone) == len(entries):
        return spliced(lines, [(parent.start, parent.end, ())])
    return spliced(lines, [(entry.start, entry.end, ()) for entry in gone])


def without_questions(quizzes: Lines, is_hidden: Callable[[str, str], bool]) -> tuple[Lines, list[str]]:
    """A file of quizzes without its hidden questions, and the ids of the quizzes that have none left.

    ``is_hidden`` takes a question's id and the heading that explains it.
    """
    document = read_yaml(text_of(quizzes), quizzes[0].file).document
    data = document.data if document else None
    written = data.get("quizzes") if isinstance(data, dict) else None
    empty: list[str] = []
    for quiz in written if isinstance(written, list) else []:
        questions = quiz.get("questions") if isinstance(quiz, dict) else None
        if not isinstance(quiz, dict) or not isinstance(questions, list):
            continue
        known = [each for each in questions if isinstance(each, dict)]
        gone = [str(each.get("id")) for each in known if is_hidden(str(each.get("id")), str(each.get("explained_in")))]
        if gone and len(gone) == len(questions):
            empty.append(str(quiz.get("id")))
        elif gone:
            quizzes = without_entries(quizzes, ("quizzes", str(quiz.get("id")), "questions"), gone)
    return without_entries(quizzes, ("quizzes",), empty) if empty else quizzes, empty


def without_cells(chapter: Lines, calls: Collection[str]) -> Lines:
    """A chapter without the code cells that consist of one of these calls."""
    cells, _ = read_cells(text_of(chapter), chapter[0].file)
    changes: list[Change] = []
    for cell in cells or ():
        if cell.kind == "code" and cell.source.strip() in calls:
            start = cell.line - 1
            while start > 0 and not chapter[start].text.startswith(_CELL):
                start -= 1
            end = cell.line + cell.source.count("\n") + 1
            changes.append((start, end + (1 if end < len(chapter) and not chapter[end].text.strip() else 0), ()))
    return spliced(chapter, changes)


def headings_of(chapter: Lines) -> frozenset[str]:
    """The ids of a chapter's headings."""
    cells, _ = read_cells(text_of(chapter), chapter[0].file)
    return frozenset(heading.id for heading in find_headings(cells or ()))


def without_links(lines: Lines, page: str, gone: Mapping[str, Collection[str] | None]) -> tuple[Lines, list[Problem]]:
    """The lines of ``page`` (a chapter, say) without the links to what is hidden: their words stay, told in a problem.

    ``gone`` has, by chapter or page, the hidden headings, or None where all of it is hidden. A link to a hidden heading
    of another chapter that is there leads to the chapter.
    """
    text = text_of(lines)
    found: list[Problem] = []

    def mend(link: re.Match[str]) -> str:
        target, heading = link[2] or page, link[3] or ""
        hidden = gone.get(target, ())
        if hidden is not None and heading.removeprefix("#") not in hidden:
            return link[0]
        line = lines[text.count("\n", 0, link.start())]
        to = target if hidden is None else f"{target}{heading}"
        what = f"The words “{' '.join(link[1].split())}” lead to '{to}', which this edition hides."
        found.append(HIDDEN_LINK.broken(line.file, Place(line.number, 1), what))
        return link[1] if hidden is None or target == page else link[0].replace(heading, "")

    return with_texts(lines, _LINK.sub(mend, text)), found
