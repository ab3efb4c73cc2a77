"""The questions of a guide, and those among them that somebody wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .model import BankQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.reading.models import Guide


@dataclass(frozen=True)
class Wanted:
    """Which questions: each field that is set narrows the choice. ``chapter`` may be its number alone."""

    chapter: str | None = None
    term: str | None = None
    type: str | None = None
    difficulty: str | None = None
    language: str | None = None
    id: str | None = None

    def takes(self, one: BankQuestion) -> bool:
        """Whether a question is among those wanted."""
        question = one.question
        return (
            (self.chapter is None or one.chapter == self.chapter or one.chapter.startswith(f"{self.chapter}-"))
            and (self.term is None or self.term in question.terms)
            and self.type in (None, question.type)
            and self.difficulty in (None, question.difficulty)
            and self.language in (None, one.language)
            and self.id in (None, question.id, f"{one.chapter}#{question.id}")
        )


def find_questions(guide: Guide, wanted: Wanted) -> Iterator[BankQuestion]:
    """The wanted questions in the order of the guide."""
    for language, content in guide.languages.items():
        for chapter in content.chapters:
            for quiz in content.quizzes.get(chapter, {}).values():
                for question in quiz.questions:
                    one = BankQuestion(chapter, quiz.id, language, question)
                    if wanted.takes(one):
                        yield one
