"""Quizzes and questions: each has its place in the chapter, an id of its own, and a heading that explains it."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.rules import Rule
from patientbook.reading.value_words import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from patientbook.problems import Problem

    from .entries import Entry
    from .subject import Subject

UNKNOWN_QUIZ = Rule(
    "unknown-quiz",
    "A cell shows a quiz that the chapter's quiz file does not have.",
    "Add the quiz to the file of the same name in quizzes/, or correct its id.",
)
UNUSED_QUIZ = Rule(
    "unused-quiz", "No cell of the chapter shows a quiz.", 'Add a cell with lesson.quiz("…").', Severity.WARNING
)
DUPLICATE_QUIZ = Rule("duplicate-quiz", "Two quizzes of a chapter have the same id.", "Rename one of the two.")
DUPLICATE_QUESTION = Rule(
    "duplicate-question",
    "Two questions of a chapter have the same id.",
    "Give the new one an id of its own; ids in use must stay.",
)
UNKNOWN_EXPLANATION = Rule(
    "unknown-explanation",
    "'explained_in' names no heading of the chapter.",
    "Write the id of the heading that explains the answer.",
)
QUESTION_WITHOUT_TERMS = Rule(
    "question-without-terms",
    "A question names no word of the glossary that helps to answer it.",
    "Add 'terms:' with the ids of one or more words.",
    Severity.WARNING,
)


def unknown_quiz(subject: Subject) -> Iterator[Problem]:
    """Quizzes shown by a cell that are not written."""
    for chapter in subject.chapters:
        if subject.is_unreadable(subject.quiz_file(chapter.id)):
            continue
        known = [quiz.id for quiz in chapter.written_quizzes]
        for call in chapter.calls:
            name = call.arguments[0] if call.method == "quiz" and call.arguments else None
            if isinstance(name, str) and name not in known:
                what = f"This chapter has no quiz '{name}'."
                meant = None if known else misnamed(subject, subject.quiz_file(chapter.id))
                way_out = f"Rename '{meant}' to '{chapter.id}.yaml'." if meant else did_you_mean(name, known)
                about = f"{subject.folder / PurePosixPath(meant).stem}.md" if meant else ""
                yield UNKNOWN_QUIZ.broken(chapter.file, call.place, what, way_out, about)


def misnamed(subject: Subject, file: PurePosixPath) -> str | None:
    """A file of questions that belongs to no chapter and whose name is most like ``file``."""
    there = sorted((subject.guide.root / file.parent).glob("*.y*ml"))
    spare = [path.name for path in there if path.stem not in subject.content.chapters or path.suffix != file.suffix]
    return next(iter(get_close_matches(file.name, spare, n=1)), None)


def unused_quiz(subject: Subject) -> Iterator[Problem]:
    """Quizzes that no cell shows."""
    for chapter in subject.chapters:
        for quiz in chapter.written_quizzes:
            if quiz.id and quiz.id not in chapter.named("quiz"):
                way_out = f'Add a cell with lesson.quiz("{quiz.id}"), or delete the quiz.'
                yield quiz.broken(UNUSED_QUIZ, f"No cell of the chapter shows the quiz '{quiz.id}'.", way_out)


def duplicate_quiz(subject: Subject) -> Iterator[Problem]:
    """Quizzes of a chapter with an id that an earlier one has."""
    for chapter in subject.chapters:
        for quiz in _repeated(chapter.written_quizzes):
            yield quiz.broken(DUPLICATE_QUIZ, f"An earlier quiz has the id '{quiz.id}' too.")


def duplicate_question(subject: Subject) -> Iterator[Problem]:
    """Questions of a chapter with an id that an earlier one has, in whatever quiz."""
    for chapter in subject.chapters:
        for question in _repeated(chapter.questions):
            yield question.broken(DUPLICATE_QUESTION, f"An earlier question has the id '{question.id}' too.")


def _repeated(entries: Iterable[Entry]) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        if entry.id and entry.id in seen:
            yield entry
        seen.add(entry.id)


def unknown_explanation(subject: Subject) -> Iterator[Problem]:
    """Questions that send readers to a heading the chapter does not have."""
    for chapter in subject.chapters:
        for question in chapter.questions:
            heading = question.keys.get("explained_in")
            if isinstance(heading, str) and heading and heading not in chapter.heading_ids:
                what = f"The chapter has no heading '{heading}'."
                way_out = did_you_mean(heading, chapter.heading_ids)
                about = f"{chapter.file}#{heading}"
                yield question.broken(UNKNOWN_EXPLANATION, what, way_out, at=("explained_in",), about=about)


def question_without_terms(subject: Subject) -> Iterator[Problem]:
    """Questions without terms. A poll needs none: it asks what readers think, not what they know."""
    for chapter in subject.chapters:
        for question in chapter.questions:
            if question.keys.get("type") != "poll" and not question.keys.get("terms"):
                what = f"The question '{question.id}' names no term."
                yield question.broken(QUESTION_WITHOUT_TERMS, what)
