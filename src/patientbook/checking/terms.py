"""Words of the glossary: every link to one leads somewhere, every one is used, and its first use is a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.rules import Place, Rule
from patientbook.reading.value_words import did_you_mean

from .names import names_of, pattern_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping
    from pathlib import PurePosixPath

    from patientbook.problems import Problem
    from patientbook.reading.markdown import Reference

    from .chapter import CheckedChapter
    from .subject import Subject
    from .texts import Passage, Text

UNKNOWN_TERM = Rule(
    "unknown-term",
    "A link or question names a term that glossary.yaml does not have.",
    "Add it to glossary.yaml, or correct its id.",
)
UNUSED_TERM = Rule(
    "unused-term",
    "No chapter, question or used term leads to a term.",
    "Link to it where its word is first used, or delete it.",
    Severity.WARNING,
)
UNLINKED_FIRST_USE = Rule(
    "unlinked-first-use",
    "The first use of a glossary word in a chapter is not a link.",
    "Make it a link, so that readers can look it up.",
    Severity.WARNING,
)


def unknown_term(subject: Subject) -> Iterator[Problem]:
    """Terms named in chapters, in quizzes and in the glossary itself that the glossary does not have."""
    for file, place, id_, more in _named_terms(subject):
        if subject.glossary and id_ not in subject.term_ids | more | subject.misplaced_ids:
            way_out = did_you_mean(id_, subject.term_ids)
            what = f"The glossary has no term '{id_}'."
            yield UNKNOWN_TERM.broken(file, place, what, way_out, about=f"term {id_}")


def _named_terms(subject: Subject) -> Iterator[tuple[PurePosixPath, Place, str, frozenset[str]]]:
    """File, place and id of every term named, and what else the name may mean there."""
    headings = frozenset(id_ for chapter in subject.chapters if chapter.is_glossary for id_ in chapter.heading_ids)
    for chapter in subject.articles:
        for reference in chapter.references:
            if reference.kind == "term":
                yield chapter.file, Place(reference.line, reference.column), reference.target, headings
        for question in chapter.questions:
            for index, id_ in enumerate(_ids(question.keys.get("terms"))):
                place = question.document.place((*question.path, "terms", index))
                yield question.document.file, place, id_, frozenset()
    for text in subject.yaml_texts:
        for reference, id_ in _term_links(subject, text):
            yield text.file, Place(reference.line, reference.column), id_, headings
    for id_ in sorted(subject.term_ids):
        document = subject.written_glossary
        for index, other in enumerate(_ids(document.value(("terms", id_, "see_also")))):
            yield document.file, document.place(("terms", id_, "see_also", index)), other, frozenset()


def _term_links(subject: Subject, text: Text) -> Iterator[tuple[Reference, str]]:
    """The links of a text to terms: `08-glossary.md#gene`, in the glossary also `#gene`."""
    for reference in text.references(subject.guide.settings.glossary):
        if subject.names_term(text, reference):
            yield reference, reference.target.removeprefix("#")


def _ids(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def unused_term(subject: Subject) -> Iterator[Problem]:
    """Terms that nothing leads to, straight or by way of other terms that are used."""
    leads_to = {id_: list(term.see_also) for id_, term in subject.content.terms.items()}
    todo = [one.target for chapter in subject.chapters for one in chapter.references if one.kind == "term"]
    todo += [id_ for chapter in subject.chapters for one in chapter.questions for id_ in _ids(one.keys.get("terms"))]
    for text in subject.yaml_texts:
        is_of_term = subject.glossary and text.file == subject.glossary.file
        start = leads_to.setdefault(str(text.path[1]), []) if is_of_term else todo
        start += [id_ for _, id_ in _term_links(subject, text)]
    used: set[str] = set()
    while todo:
        id_ = todo.pop()
        if id_ not in used:
            used.add(id_)
            todo += leads_to.get(id_, [])
    document = subject.written_glossary
    for id_ in subject.content.terms:
        if id_ not in used:
            place = document.key_place(("terms", id_))
            yield UNUSED_TERM.broken(document.file, place, f"Nothing leads to the term '{id_}'.")


def unlinked_first_use(subject: Subject) -> Iterator[Problem]:
    """In each chapter, the words of the glossary whose first use in running text is no link."""
    names = names_of(subject.content.terms)
    if not names:
        return
    pattern = pattern_of(names)
    for chapter in subject.chapters:
        if not chapter.is_glossary:
            yield from _unlinked(chapter, names, pattern)


def _unlinked(chapter: CheckedChapter, names: Mapping[str, str], pattern: re.Pattern[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for passage in chapter.passages:
        if not passage.is_prose:
            continue
        for offset, name, id_ in sorted(_uses(chapter, passage, names, pattern)):
            if id_ not in seen and name:
                what = f"The first '{name}' in this chapter is no link to the term '{id_}'."
                way_out = f"Write [{name}]({chapter.glossary}.md#{id_})."
                yield UNLINKED_FIRST_USE.broken(chapter.file, passage.text.place(offset), what, way_out)
            seen.add(id_)


def _uses(
    chapter: CheckedChapter, passage: Passage, names: Mapping[str, str], pattern: re.Pattern[str]
) -> Iterator[tuple[int, str, str]]:
    """Offset, word (empty where it is a link) and term of every use of a glossary word."""
    prose = passage.block.prose
    for span in passage.block.spans:
        if span.kind == "link":
            prose = prose[: span.start] + "\0" * (span.end - span.start) + prose[span.end :]
    for match in pattern.finditer(prose):
        name = " ".join(match[1].split())
        yield passage.block.offset(match.start()), " ".join(match[0].split()), names.get(name) or names[name.lower()]
    for reference in passage.references(chapter.glossary):
        if reference.kind == "term":
            yield reference.start, "", reference.target
