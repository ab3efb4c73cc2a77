"""The plan that a workshop has if nobody changes it, made from the chapters it is about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count, zip_longest
from typing import TYPE_CHECKING

from patientbook_widgets.questions import Question, plain_text

from patientbook.lessons.calls import shown_ids
from patientbook.problems import PatientbookError
from patientbook.reading.markdown import Heading, find_headings

from .labels import LABELS
from .model import Plan, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from patientbook.reading.models import Chapter, Guide, LanguageContent

CHECKED = 5  # questions asked before and after
_SECTION = 2  # level of the headings that part a chapter
# For the check those come first that take one tap and half a minute; a poll cannot be right or wrong.
_EASY_FIRST = ("single", "true_false", "scale", "several", "ordering", "matching")


@dataclass(frozen=True)
class _Section:
    """A section of a chapter and the questions it asks."""

    chapter: str
    heading: Heading
    questions: tuple[Question, ...]


def default_plan(guide: Guide, language: str, chapters: Sequence[str]) -> Plan:
    """A check before, each section with its questions, and the same check after.

    Raises:
        PatientbookError: the guide has no such language or chapter, or these chapters ask no questions.
    """
    content = _content(guide, language)
    chosen = [_chapter(content, id_) for id_ in chapters]
    sections = [section for chapter in chosen for section in _sections(content, chapter)]
    checked = tuple(_checked(sections))
    if not checked:
        raise PatientbookError("A workshop needs a chapter with questions that have a right answer.")
    title = chosen[0].front.title if len(chosen) == 1 else content.settings.title
    steps = [
        Step("welcome", "welcome", LABELS["welcome"]),
        Step("before", "check", LABELS["before"], questions=checked, which="before"),
        *(step for section in sections for step in _steps(section)),
        Step("after", "check", LABELS["after"], questions=checked, which="after"),
        Step("thanks", "thanks", LABELS["thanks"]),
    ]
    return Plan(guide.settings.id, language, tuple(chapters), title, tuple(_with_own_ids(steps)))


def _content(guide: Guide, language: str) -> LanguageContent:
    if language not in guide.languages:
        raise PatientbookError(f"This guide is not written in “{language}”.")
    return guide.languages[language]


def _chapter(content: LanguageContent, id_: str) -> Chapter:
    if id_ not in content.chapters:
        raise PatientbookError(f"This guide has no chapter “{id_}”.")
    return content.chapters[id_]


def _sections(content: LanguageContent, chapter: Chapter) -> Iterator[_Section]:
    """The sections that show a quiz, in order. What stands before the first heading belongs to the title."""
    quizzes = content.quizzes.get(chapter.id, {})
    heading: Heading | None = None
    found: dict[Heading, list[Question]] = {}
    for cell in chapter.cells:
        for each in find_headings([cell]):
            heading = each if each.level <= _SECTION else heading
        shown = [quizzes[id_] for id_ in shown_ids(cell, "quiz") if id_ in quizzes] if cell.kind == "code" else []
        if heading and shown:
            found.setdefault(heading, []).extend(question for quiz in shown for question in quiz.questions)
    for heading, questions in found.items():
        yield _Section(chapter.id, heading, tuple(questions))


def _checked(sections: Sequence[_Section]) -> list[str]:
    """The names of the questions to check by: from every section one, then a second and so on, as they are asked."""
    names = [[f"{section.chapter}#{each.id}" for each in _by_ease(section.questions)] for section in sections]
    chosen = [name for turn in zip_longest(*names) for name in turn if name][:CHECKED]
    asked = [f"{section.chapter}#{each.id}" for section in sections for each in section.questions]
    return sorted(chosen, key=asked.index)


def _by_ease(questions: Iterable[Question]) -> list[Question]:
    judged = (each for each in questions if each.type in _EASY_FIRST)
    return sorted(judged, key=lambda each: _EASY_FIRST.index(each.type))


def _steps(section: _Section) -> Iterator[Step]:
    heading = section.heading
    yield Step(heading.id, "section", heading.text, section.chapter, heading.id)
    for question in section.questions:
        yield Step(
            id=question.id,
            kind="question",
            title=plain_text(question.stem),
            questions=(f"{section.chapter}#{question.id}",),
            confidence=question.ask_confidence,
            chapter=section.chapter,
            section=heading.id,
        )


def _with_own_ids(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps, each with an id that no other has."""
    seen: set[str] = set()
    for step in steps:
        others = (f"{step.id}-{number}" for number in count(2))
        id_ = step.id if step.id not in seen else next(each for each in others if each not in seen)
        seen.add(id_)
        yield replace(step, id=id_)
