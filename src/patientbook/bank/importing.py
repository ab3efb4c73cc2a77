"""Questions of a file put into a guide's quizzes: all of them or none, and nothing else in those files is changed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

from patientbook.problems import ContentError, PatientbookError, Problem
from patientbook.reading.markdown import find_headings
from patientbook.reading.places import read_yaml
from patientbook.reading.value_words import did_you_mean
from patientbook.starting.blocks import node_at, with_other_block
from patientbook.starting.draft import Draft
from patientbook.starting.places import add_cell, folder_of
from patientbook.starting.question import QUIZ

from .model import QUESTION_PLACE, QUESTION_TAKEN, BankQuestion, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path, PurePosixPath

    from patientbook.reading.models import Guide, LanguageContent


def import_questions(root: Path, questions: Sequence[BankQuestion], *, replace: bool) -> list[str]:
    """Write the questions into the guide in ``root``; returns what was done, a line each.

    Raises:
        ContentError: a question has no place in the guide, its id is taken, or the guide would have errors then.
            Nothing was written.
    """
    draft = Draft(root)
    wrong = list(_wrong(draft.guide, questions, replace=replace))
    if wrong:
        raise ContentError(wrong)
    done = [line for one in questions for line in _put(draft, one)]
    draft.write()
    return done


def _wrong(guide: Guide, questions: Sequence[BankQuestion], *, replace: bool) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str], int] = {}
    for one in questions:
        name = one.question.id
        key = (one.language, one.chapter, name)
        if key in seen:
            yield told(QUESTION_TAKEN, one.line, f"The question in line {seen[key]} has the id '{name}' too.")
        seen.setdefault(key, one.line)
        content = guide.languages.get(one.language)
        chapter = content.chapters.get(one.chapter) if content else None
        if content is None:
            yield _nowhere(one, f"The guide has no language '{one.language}'.", one.language, guide.languages)
        elif chapter is None:
            yield _nowhere(one, f"The guide has no chapter '{one.chapter}'.", one.chapter, content.chapters)
        else:
            headings = [heading.id for heading in find_headings(chapter.cells)]
            if one.question.explained_in not in headings:
                what = f"The chapter '{one.chapter}' has no heading '{one.question.explained_in}'."
                yield _nowhere(one, what, one.question.explained_in, headings)
            for term in one.question.terms:
                if term not in content.terms:
                    yield _nowhere(one, f"The glossary has no term '{term}'.", term, content.terms)
            if name in _quiz_of_each(content, one.chapter) and not replace:
                yield told(QUESTION_TAKEN, one.line, f"The chapter '{one.chapter}' has a question '{name}' already.")


def _nowhere(one: BankQuestion, what: str, name: str, known: Iterable[str]) -> Problem:
    way_out = did_you_mean(name, known) if name else "Name one with the option of the same name."
    return told(QUESTION_PLACE, one.line, what, way_out)


def _quiz_of_each(content: LanguageContent, chapter: str) -> dict[str, str]:
    quizzes = content.quizzes.get(chapter, {}).values()
    return {question.id: quiz.id for quiz in quizzes for question in quiz.questions}


def _put(draft: Draft, one: BankQuestion) -> list[str]:
    content = draft.guide.languages[one.language]
    file = folder_of(content) / "quizzes" / f"{one.chapter}.yaml"
    block = as_yaml(one)
    if one.question.id in _quiz_of_each(content, one.chapter):
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
    return [f"Added '{one.question.id}' to a new quiz '{into}' in {file}", f"Shown in {chapter.file}:{line}"]


def _replace(draft: Draft, file: PurePosixPath, one: BankQuestion, block: str) -> None:
    text, document = draft.text(file), draft.document(file)
    before: Any = document.data
    path = next(
        (("quizzes", at, "questions"), index)
        for at, quiz in enumerate(before["quizzes"])
        for index, question in enumerate(quiz["questions"])
        if question["id"] == one.question.id
    )
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = block.split("\n")
    new = mark + with_other_block(text.removeprefix(mark), node_at(document, path[0]), path[1], lines)
    read = read_yaml(new.removeprefix(mark), file).document
    before["quizzes"][path[0][1]]["questions"][path[1]] = _keys(one)
    if read is None or read.data != before:
        message = f"{file} is written in a way in which nothing can be replaced safely. Replace this by hand:"
        raise PatientbookError(f"{message}\n\n{block}")
    draft.change(file, new)


def _keys(one: BankQuestion) -> dict[str, Any]:
    """The question's keys in the order in which people write them."""
    keys = one.question.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    first = [key for key in ("id", "type", "difficulty", "stem", "explained_in", "terms", "hints") if key in keys]
    return {key: keys[key] for key in (*first, *(key for key in keys if key not in first))}


def as_yaml(one: BankQuestion) -> str:
    """The question as an author would write it, without the dash of its list."""
    yaml = YAML()
    yaml.width, yaml.allow_unicode = 110, True
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(_keys(one), out)
    return out.getvalue().rstrip("\n")
