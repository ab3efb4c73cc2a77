"""The questions of a guide, and those among them that somebody wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from patientbook_widgets.questions import QUESTION_TYPES, BaseQuestion

from patientbook.starting.places import chapter_of, expect_one_of

from .model import BankQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.reading.models import Guide


@dataclass(frozen=True)
class Wanted:
    """Which questions: each field that is set narrows the choice. ``chapter`` may be its number alone.

    ``id`` is a question's own, or with its place as lists show it: `en/01-first#gene`, `01-first#gene`.
    """

    chapter: str | None = None
    term: str | None = None
    type: str | None = None
    difficulty: str | None = None
    language: str | None = None
    id: str | None = None

    def takes(self, one: BankQuestion) -> bool:
        """Whether a question is among those wanted."""
        question = one.question
        name = f"{one.chapter}#{question.id}"
        return (
            self.chapter in (None, one.chapter)
            and (self.term is None or self.term in question.terms)
            and self.type in (None, question.type)
            and self.difficulty in (None, question.difficulty)
            and self.language in (None, one.language)
            and self.id in (None, question.id, name, f"{one.language}/{name}")
        )


def find_questions(guide: Guide, wanted: Wanted) -> Iterator[BankQuestion]:
    """The wanted questions in the order of the guide.

    Raises:
        PatientbookError: there is no such chapter, term, type, difficulty or language in the guide.
    """
    wanted = _known(guide, wanted)
    for language, content in guide.languages.items():
        for chapter in content.chapters:
            for quiz in content.quizzes.get(chapter, {}).values():
                for question in quiz.questions:
                    one = BankQuestion(chapter, quiz.id, language, question)
                    if wanted.takes(one):
                        yield one


def _known(guide: Guide, wanted: Wanted) -> Wanted:
    """What is wanted with the whole name of its chapter; a misspelt word is told, where it would find nothing."""
    levels = get_args(get_args(BaseQuestion.model_fields["difficulty"].annotation)[0])
    if wanted.type:
        expect_one_of(wanted.type, QUESTION_TYPES, "There is no type of question")
    if wanted.difficulty:
        expect_one_of(wanted.difficulty, levels, "There is no difficulty")
    if wanted.language:
        expect_one_of(wanted.language, guide.languages, "The guide has no language")
    first = next(iter(guide.languages.values()))
    if wanted.term:
        expect_one_of(wanted.term, first.terms, "The glossary has no term")
    if not wanted.chapter:
        return wanted
    return Wanted(**{**vars(wanted), "chapter": chapter_of(first, wanted.chapter).id})
