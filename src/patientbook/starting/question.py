"""A new question, in a quiz of a chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook_widgets.questions import QUESTION_TYPES

from patientbook.problems import PatientbookError
from patientbook.reading.markdown import find_headings

from .draft import Draft
from .ids import expect_id, free_id, id_of
from .places import add_cell, chapter_of, content_of, expect_one_of, folder_of
from .templates import fill

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path, PurePosixPath

    from patientbook.reading.models import Chapter, LanguageContent

_WORDS_IN_ID = 5
QUIZ = "check-yourself"  # the id of the first quiz of a chapter that has none


def new_question(  # noqa: PLR0913 - each is a key of the question
    root: Path,
    chapter: str,
    stem: str,
    *,
    type_: str,
    quiz: str | None,
    explained_in: str | None,
    terms: Sequence[str],
    id_: str | None,
    language: str | None,
) -> list[str]:
    """Add a question with answers to rewrite; returns what was done, a line each.

    It goes to the end of the quiz ``quiz``, otherwise of the chapter's last one. A quiz that is new is also shown in
    the chapter.

    Raises:
        PatientbookError: there is no such chapter, heading, term or type. Nothing was written then.
    """
    draft = Draft(root)
    content = content_of(draft.guide, language)
    where = chapter_of(content, chapter)
    expect_one_of(type_, QUESTION_TYPES, "There is no type of question")
    for term in terms:
        expect_one_of(term, content.terms, "The glossary has no term")
    quizzes = content.quizzes.get(where.id, {})
    taken = {question.id for each in quizzes.values() for question in each.questions}
    if id_ and expect_id(id_) in taken:
        message = f"A question of this chapter has the id '{id_}' already. Choose another one with --id."
        raise PatientbookError(message)
    name = id_ or free_id(id_of(" ".join(stem.split()[:_WORDS_IN_ID])), taken)
    heading = _heading(where, explained_in)
    entry = fill("question.yaml.j2", id=name, type=type_, stem=stem, explained_in=heading, terms=terms)
    file = folder_of(content) / "quizzes" / f"{where.id}.yaml"
    into = expect_id(quiz) if quiz else [QUIZ, *quizzes][-1]
    told = [] if into in quizzes else [_show(draft, content, where, into)]
    _put(draft, file, list(quizzes), into, entry)
    line = _line(draft, file, name)
    draft.write()
    return [f"Wrote {file}:{line}", *told, "Now write its answers there, and say for each why it is right or not."]


def _heading(chapter: Chapter, id_: str | None) -> str:
    """The heading whose section explains the answer; the chapter's first below its title, where none is named."""
    headings = [each.id for each in find_headings(chapter.cells) if each.level > 1]
    if id_ is not None:
        return expect_one_of(id_.removeprefix("#"), headings, f"The chapter '{chapter.id}' has no heading")
    if not headings:
        message = f"The chapter '{chapter.id}' has no heading yet that could explain the answer. Write one first."
        raise PatientbookError(message)
    return headings[0]


def _put(draft: Draft, file: PurePosixPath, known: list[str], quiz: str, entry: str) -> None:
    if quiz in known:
        draft.insert(file, ("quizzes", known.index(quiz), "questions"), None, entry)
        return
    lines = entry.strip("\n").split("\n")
    indented = [f"    {line}" if line else "" for line in lines[1:]]
    whole = "\n".join([f"id: {quiz}", "questions:", f"  - {lines[0]}", *indented])
    if not draft.has(file):
        draft.add(file, "quizzes: []\n")
    draft.insert(file, ("quizzes",), None, whole)


def _show(draft: Draft, content: LanguageContent, chapter: Chapter, quiz: str) -> str:
    line = add_cell(draft, chapter, content, f'lesson.quiz("{quiz}")', None)
    return f"Shown in {chapter.file}:{line}; move that cell to where the quiz belongs"


def _line(draft: Draft, file: PurePosixPath, id_: str) -> int:
    found = (number for number, line in enumerate(draft.text(file).split("\n"), 1) if f"- id: {id_} " in f"{line} ")
    return next(found)
