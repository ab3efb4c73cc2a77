"""Questions of a file put into a guide's quizzes: all of them or none, and nothing else in those files is changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from patientbook.problems import ContentError, PatientbookError
from patientbook.reading.markdown import find_headings
from patientbook.reading.places import read_yaml
from patientbook.reading.value_words import did_you_mean
from patientbook.starting.blocks import node_at, with_other_block
from patientbook.starting.draft import Draft
from patientbook.starting.places import add_cell, folder_of
from patientbook.starting.question import QUIZ

from .model import QUESTION_PLACE, QUESTION_TAKEN, BankQuestion, told
from .yaml_words import as_yaml, keys_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path, PurePosixPath

    from patientbook.problems import Problem
    from patientbook.reading.models import Guide, LanguageContent


def import_questions(root: Path, questions: Sequence[BankQuestion], *, replace_same: bool) -> list[str]:
    """Write the questions into the guide in ``root``; returns what was done, a line each.

    Raises:
        ContentError: a question has no place in the guide, its id is taken, or the guide would have errors then.
            Nothing was written.
    """
    draft = Draft(root)
    placed = [_with_whole_chapter(draft.guide, one) for one in questions]
    if wrong := list(_wrong(draft.guide, placed, replace_same=replace_same)):
        raise ContentError(wrong)
    done = [line for one in placed for line in _put(draft, one)]
    try:
        draft.write()
    except ContentError as error:
        raise ContentError([_in_file(draft, problem, placed) for problem in error.problems]) from error
    return done


def _with_whole_chapter(guide: Guide, one: BankQuestion) -> BankQuestion:
    """The question, its chapter by its whole name where its number alone says which one is meant."""
    content = guide.languages.get(one.language)
    found = [each for each in (content.chapters if content else ()) if one.chapter and each.startswith(one.chapter)]
    return replace(one, chapter=found[0]) if len(found) == 1 else one


def _wrong(guide: Guide, questions: Sequence[BankQuestion], *, replace_same: bool) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str], int] = {}
    for one in questions:
        name = one.question.id
        key = (one.language, one.chapter, name)
        if key in seen:
            way_out = "Give one of the two another id."
            yield told(QUESTION_TAKEN, one.line, f"The question in line {seen[key]} has the id '{name}' too.", way_out)
        seen.setdefault(key, one.line)
        content = guide.languages.get(one.language)
        if content is None:
            yield _nowhere(one, f"The guide has no language '{one.language}'", one.language, guide.languages)
        elif not one.chapter:
            way_out = "Say it with --chapter."
            yield told(QUESTION_PLACE, one.line, f"Question '{name}' does not say which chapter it is for.", way_out)
        elif one.chapter not in content.chapters:
            yield _nowhere(one, f"The guide has no chapter '{one.chapter}'", one.chapter, content.chapters)
        else:
            yield from _wrong_in_chapter(content, one, replace_same=replace_same)


def _wrong_in_chapter(content: LanguageContent, one: BankQuestion, *, replace_same: bool) -> Iterator[Problem]:
    question = one.question
    headings = [heading.id for heading in find_headings(content.chapters[one.chapter].cells)]
    if question.explained_in not in headings:
        what = f"The chapter '{one.chapter}' has no heading '{question.explained_in}'"
        yield _nowhere(one, what, question.explained_in, headings)
    for term in question.terms:
        if term not in content.terms:
            yield _nowhere(one, f"The glossary has no term '{term}'", term, content.terms)
    if question.id in _quiz_of_each(content, one.chapter) and not replace_same:
        yield told(QUESTION_TAKEN, one.line, f"The chapter '{one.chapter}' has a question '{question.id}' already.")


def _nowhere(one: BankQuestion, what: str, name: str, known: Iterable[str]) -> Problem:
    names = list(known)
    way_out = did_you_mean(name, names) or f"There are: {', '.join(names) or 'none yet'}."
    return told(QUESTION_PLACE, one.line, f"Question '{one.question.id}': {what[:1].lower()}{what[1:]}.", way_out)


def _quiz_of_each(content: LanguageContent, chapter: str) -> dict[str, str]:
    quizzes = content.quizzes.get(chapter, {}).values()
    return {question.id: quiz.id for quiz in quizzes for question in quiz.questions}


def _file_of(content: LanguageContent, chapter: str) -> PurePosixPath:
    return folder_of(content) / "quizzes" / f"{chapter}.yaml"


def _put(draft: Draft, one: BankQuestion) -> list[str]:
    content = draft.guide.languages[one.language]
    file = _file_of(content, one.chapter)
    known = _quiz_of_each(content, one.chapter)
    block = as_yaml(one.question)
    if one.question.id in known:
        if one.question in content.quizzes[one.chapter][known[one.question.id]].questions:
            return [f"Left '{one.question.id}' as it is in {file}"]
        _replace(draft, file, one, block)
        return [f"Replaced '{one.question.id}' in {file}"]
    if not draft.has(file):
        draft.add(file, "quizzes: []\n")
    written = draft.document(file).value(("quizzes",))
    ids = [str(quiz.get("id")) for quiz in written if isinstance(quiz, dict)] if isinstance(written, list) else []
    into = one.quiz or (ids or [QUIZ])[-1]
    if into in ids:
        draft.insert(file, ("quizzes", ids.index(into), "questions"), None, block)
        return [f"Added '{one.question.id}' to the quiz '{into}' in {file}"]
    first, *rest = block.split("\n")
    lines = [f"id: {into}", "questions:", f"  - {first}", *(f"    {line}" if line else "" for line in rest)]
    draft.insert(file, ("quizzes",), None, "\n".join(lines))
    chapter = content.chapters[one.chapter]
    line = add_cell(draft, chapter, content, f'lesson.quiz("{into}")', None)
    told_where = f"Shown in {chapter.file}:{line}; move that cell to where the quiz belongs"
    return [f"Added '{one.question.id}' to a new quiz '{into}' in {file}", told_where]


def _replace(draft: Draft, file: PurePosixPath, one: BankQuestion, block: str) -> None:
    text, document = draft.text(file), draft.document(file)
    expected: Any = document.data
    quiz, index = next(
        (at, index)
        for at, quiz in enumerate(expected["quizzes"])
        for index, question in enumerate(quiz["questions"])
        if question["id"] == one.question.id
    )
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    parent = node_at(document, ("quizzes", quiz, "questions"))
    new = mark + with_other_block(text.removeprefix(mark), parent, index, block.split("\n"))
    read = read_yaml(new.removeprefix(mark), file).document
    expected["quizzes"][quiz]["questions"][index] = keys_of(one.question)
    if read is None or read.data != expected:
        message = f"{file} is written in a way in which nothing can be replaced safely. Replace this by hand:"
        raise PatientbookError(f"{message}\n\n{block}")
    draft.change(file, new)


def _in_file(draft: Draft, problem: Problem, questions: Sequence[BankQuestion]) -> Problem:
    """A mistake that the guide would have, at the question that brings it; others as they are."""
    for one in questions:
        if problem.file == _file_of(draft.guide.languages[one.language], one.chapter):
            first, last = _lines_of(draft, problem.file, one.question.id)
            if first <= problem.line <= last:
                what = f"Question '{one.question.id}': {problem.what}"
                return replace(told(QUESTION_PLACE, one.line, what, problem.way_out), rule=problem.rule)
    return problem


def _lines_of(draft: Draft, file: PurePosixPath, id_: str) -> tuple[int, int]:
    """First and last line of a question in a file as it would be."""
    document = draft.document(file)
    data: Any = document.data
    for at, quiz in enumerate(data["quizzes"]):
        for index, question in enumerate(quiz["questions"]):
            if question["id"] == id_:
                node = node_at(document, ("quizzes", at, "questions", index))
                return node.start_mark.line + 1, node.end_mark.line + (1 if node.end_mark.column else 0)
    return 0, 0
