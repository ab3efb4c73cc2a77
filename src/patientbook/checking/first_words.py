"""The first use of a glossary word in a chapter is explained where it stands; the pop-up is an extra."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from patientbook.problems import Problem
    from patientbook.reading.models import Term
    from patientbook.reading.spans import Span

    from .chapter import CheckedChapter
    from .subject import Subject
    from .texts import Passage

# A warning: it looks for signs of an explanation and cannot tell a good one.
UNEXPLAINED_FIRST_USE = Rule(
    "unexplained-first-use",
    "The first use of a glossary word in a chapter has no explanation in or after its sentence.",
    "Say there in a few words what it means, as in 'a biopsy, a small piece of tissue'.",
    Severity.WARNING,
)

# Signs that a word is explained: what follows it, and what leads up to it. Only for languages where they are known.
_AFTER = {
    "en": r"[*\s]*(?:[,;:(–—]|(?:is|are|was|were|means?|says?|tells?|shows?|looks?|helps?|that|which|who|or|makes?"
    r"|takes?|uses?|measures?|blocks?|acts?|works?)\b)"
}
_BEFORE = {
    "en": r"(?:called|named|known as|is|are|means|or|as|calls? (?:it|this|them))(?: an?| the| your| also)*[*\s\"“]*$"
    r"|^[*\s]*(?:an?|the)?[*\s]*$"  # the sentence begins with the word, so it is about it
}
_LONG = re.compile(r"[^\W\d_]{4,}")
_STEM = 5  # letters by which two forms of a word are taken for the same


def unexplained_first_use(subject: Subject) -> Iterator[Problem]:
    """First links to a term without a sign of explanation and without a word of the term's meaning."""
    language = subject.content.settings.code.partition("-")[0]
    if language not in _AFTER:
        return
    after, before = re.compile(_AFTER[language], re.IGNORECASE), re.compile(_BEFORE[language], re.IGNORECASE)
    telling = _telling_stems(subject.content.terms)
    for chapter in subject.chapters:
        for id_, passage, span in _first_links(chapter, telling):
            lead, rest = _around(passage, span)
            name = passage.block.content[slice(*span.inner)]
            is_told = after.match(rest) or before.search(lead) or _takes_up(name, rest, after)
            if not is_told and not _stems(lead + rest) & telling[id_]:
                what = f"'{name}' is not explained where the chapter first uses it."
                yield UNEXPLAINED_FIRST_USE.broken(passage.text.file, passage.place(span.start), what)


def _takes_up(name: str, rest: str, after: re.Pattern[str]) -> bool:
    """Whether the text goes on to say what it is: 'It stains a protein. Proteins are …'."""
    again = re.search(rf"[.!?]\s+(?:An?\s|The\s)?{re.escape(name)}(?:s|es)?\b", rest, re.IGNORECASE)
    return bool(again and after.match(rest[again.end() :]))


def _first_links(chapter: CheckedChapter, known: Container[str]) -> Iterator[tuple[str, Passage, Span]]:
    """The first link to each term in the running text of a chapter, other than the glossary."""
    seen: set[str] = set()
    for passage in chapter.passages if not chapter.is_glossary else ():
        for span in passage.block.spans if passage.is_prose else ():
            file, _, id_ = span.target.partition("#")
            if span.kind == "link" and file == f"{chapter.glossary}.md" and id_ in known and id_ not in seen:
                seen.add(id_)
                yield id_, passage, span


def _around(passage: Passage, span: Span) -> tuple[str, str]:
    """What stands before a link in its sentence, and after it up to the end of the next sentence."""
    sentences = list(passage.sentences())
    index = max((at for at, (start, _) in enumerate(sentences) if start <= span.inner[0]), default=0)
    start = sentences[index][0] if sentences else 0
    last, words = sentences[min(index + 1, len(sentences) - 1)] if sentences else (0, "")
    return passage.block.prose[start : span.start], passage.block.prose[span.end : last + len(words)]


def _telling_stems(terms: Mapping[str, Term]) -> dict[str, set[str]]:
    """For each term, the words of its meaning, without those that stand in many meanings, such as 'cancer'."""
    stems = {id_: _stems(term.meaning) for id_, term in terms.items()}
    counts = Counter(stem for found in stems.values() for stem in found)
    many = max(3, len(terms) // 20)
    return {id_: {stem for stem in found if counts[stem] <= many} for id_, found in stems.items()}


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _LONG.findall(text.lower())}
