"""A quiz: questions that explain every answer."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets
from pydantic import TypeAdapter

from .labels import all_labels
from .markup import render
from .questions import BaseQuestion, Question, wire
from .static import built
from .widget import HtmlWidget

_question: TypeAdapter[BaseQuestion] = TypeAdapter(Question)

NO_CHAPTER = {"explained_in": "nowhere"}
"""A question written in a notebook of one's own need not name the part of a chapter that explains it."""


class Quiz(HtmlWidget):
    """Questions that explain every answer, one below the other.

    `answers` and `score` are set by the browser and can be observed::

        quiz.observe(lambda change: print(change["new"]), "score")

    `answers` is `{question id: {answer, is_right, tries, confidence, revealed, hints}}`;
    `score` is `{right, answered, questions}`, polls not counted.
    """

    _esm = built("quiz.js")
    _css = built("widgets.css")

    questions: traitlets.List[dict[str, Any]] = traitlets.List(help="The questions on the wire.").tag(sync=True)
    title = traitlets.Unicode(None, allow_none=True, help="What the quiz is about.").tag(sync=True)
    answers = traitlets.Dict(help="What the reader answered, by question id.").tag(sync=True)
    score = traitlets.Dict(help="How many were right, answered and asked.").tag(sync=True)

    def __init__(
        self,
        questions: Sequence[BaseQuestion | Mapping[str, Any]] = (),
        *,
        wire: Sequence[Mapping[str, Any]] | None = None,
        title: str | None = None,
        labels: Mapping[str, str] | None = None,
    ) -> None:
        """Make a quiz.

        Args:
            questions: Question models, or dicts as in the YAML files.
            wire: Questions already on the wire, for whoever knows the addresses of terms and sections.
            title: Shown above the questions.
            labels: Words of the interface to use in place of the English ones.

        Raises:
            pydantic.ValidationError: If a question has mistakes; the error names them all.
            ValueError: If there are no questions, two with the same id, or an unknown label.
        """
        words = all_labels(labels)
        written = [dict(question) for question in wire or ()] or [_written(question, words) for question in questions]
        _expect_different_ids([str(question["id"]) for question in written])
        asked = sum(question["type"] != "poll" for question in written)
        super().__init__(
            questions=written,
            title=title,
            labels=words,
            html=render("quiz.html.j2", questions=written, title=title, labels=words),
            score={"right": 0, "answered": 0, "questions": asked},
        )

    def __repr__(self) -> str:
        """Say how long the quiz is; the same each time, so that saved notebooks do not differ."""
        count = len(self.questions)
        return f"Quiz of {count} question{'' if count == 1 else 's'}"


def _written(question: BaseQuestion | Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    model = question if isinstance(question, BaseQuestion) else _question.validate_python({**NO_CHAPTER, **question})
    return wire(model, labels=words)


def _expect_different_ids(ids: Sequence[str]) -> None:
    if not ids:
        raise ValueError("A quiz needs at least one question. Pass question models or dicts.")
    twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
    if twice:
        raise ValueError(f"Two questions of this quiz have the id '{twice[0]}'. Give each its own.")
