"""A plan read from a file that somebody saved, perhaps changed, and perhaps for another guide.

Everything that is wrong is told at once, each by its place in the file.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from patientbook.problems import PatientbookError
from patientbook.reading.markdown import find_headings

from .model import PLAN_FORMAT, Plan, Step, StepKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from patientbook.reading.models import Guide, LanguageContent

MOST_STEPS, MOST_QUESTIONS, LONGEST_TITLE = 200, 20, 300
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LONGEST_ID = 190  # with what the follow-up adds it still fits its column
_KEYS = ("format", "guide", "language", "chapters", "title", "steps")
_STEP_KEYS = ("id", "kind", "title", "which", "chapter", "section", "questions", "confidence")
_KINDS, _CHECKS = get_args(StepKind), ("before", "after")


@dataclass(frozen=True)
class PlanProblem:
    """One thing wrong in a plan. ``place`` is such as `step 4, question 1`; empty for the file as a whole."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}" if self.place else self.what


class PlanError(PatientbookError):
    """A plan cannot be used; ``problems`` has everything that is wrong with it."""

    def __init__(self, problems: list[PlanProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))


def plan_from_json(written: str | bytes | Mapping[str, Any], guide: Guide) -> Plan:
    """The plan in a file's text, or in the data that it holds.

    Raises:
        PlanError: it is no plan, or not one for this guide as it is now.
    """
    stored = _data(written) if isinstance(written, str | bytes) else written
    problems = list(_problems(stored, guide))
    if problems:
        raise PlanError(problems)
    steps = tuple(_step(step) for step in stored["steps"])
    return Plan(stored["guide"], stored["language"], tuple(stored["chapters"]), stored["title"].strip(), steps)


def _data(text: str | bytes) -> Any:  # noqa: ANN401 - any JSON
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise PlanError([PlanProblem("", "This is no plan: the file is not JSON.")]) from None


def _step(stored: Mapping[str, Any]) -> Step:
    title, questions = stored["title"].strip(), tuple(stored.get("questions", ()))
    return Step(**{**stored, "title": title, "questions": questions})


def _problems(stored: Any, guide: Guide) -> Iterator[PlanProblem]:  # noqa: ANN401 - any JSON
    if not isinstance(stored, dict) or stored.get("format") != PLAN_FORMAT:
        yield PlanProblem("", f"This is no plan of a workshop in format {PLAN_FORMAT}.")
        return
    yield from _unknown_keys("", stored, _KEYS)
    if stored.get("guide") != guide.settings.id:
        yield PlanProblem("guide", f"This plan is for another guide. This one is “{guide.settings.id}”.")
    if not _is_title(stored.get("title")):
        yield PlanProblem("title", f"A title is missing, or longer than {LONGEST_TITLE} letters.")
    language = stored.get("language")
    content = guide.languages.get(language) if isinstance(language, str) else None
    if content is None:
        yield PlanProblem("language", f"The guide is written in {', '.join(guide.languages)}.")
        return
    chapters = stored.get("chapters")
    if not _is_list_of_texts(chapters) or not chapters:
        yield PlanProblem("chapters", "Name at least one chapter in a list.")
    else:
        numbered = enumerate(chapters, 1)
        yield from (_no_chapter(f"chapter {at}", id_) for at, id_ in numbered if id_ not in content.chapters)
    steps = stored.get("steps")
    if not isinstance(steps, list) or not 1 <= len(steps) <= MOST_STEPS:
        yield PlanProblem("steps", f"A plan has a list of 1 to {MOST_STEPS} steps.")
        return
    for number, step in enumerate(steps, 1):
        yield from (
            _Reader(f"step {number}", step, content).problems()
            if isinstance(step, dict)
            else (PlanProblem(f"step {number}", "This is no step."),)
        )
    yield from _together([step for step in steps if isinstance(step, dict)])


class _Reader:
    """What is wrong with one step."""

    def __init__(self, place: str, step: Mapping[str, Any], content: LanguageContent) -> None:
        self._place = place
        self._step = step
        self._content = content

    def problems(self) -> Iterator[PlanProblem]:
        step = self._step
        yield from _unknown_keys(self._place, step, _STEP_KEYS)
        id_ = step.get("id")
        if not isinstance(id_, str) or len(id_) > _LONGEST_ID or not _ID.fullmatch(id_):
            yield self._wrong("id", "An id has small letters, digits and single hyphens.")
        if not _is_title(step.get("title")):
            yield self._wrong("title", f"A title is missing, or longer than {LONGEST_TITLE} letters.")
        if step.get("kind") not in _KINDS:
            yield self._wrong("kind", f"A step is one of: {', '.join(_KINDS)}.")
        if not isinstance(step.get("confidence", False), bool):
            yield self._wrong("confidence", "This is true or false.")
        is_check = step.get("kind") == "check"
        if is_check != ("which" in step) or (is_check and step["which"] not in _CHECKS):
            yield self._wrong("which", "A check, and nothing else, says before or after here.")
        yield from self._where()
        yield from self._questions()

    def _where(self) -> Iterator[PlanProblem]:
        chapter, section = self._step.get("chapter"), self._step.get("section")
        if chapter is None and section is None:
            if self._step.get("kind") == "section":
                yield self._wrong("section", "Name the chapter and the section that are shown.")
            return
        found = self._content.chapters.get(chapter) if isinstance(chapter, str) else None
        if found is None:
            yield _no_chapter(f"{self._place}, chapter", chapter)
        elif section is not None and section not in {heading.id for heading in find_headings(found.cells)}:
            yield self._wrong("section", f"The chapter “{chapter}” has no heading “{section}”.")

    def _questions(self) -> Iterator[PlanProblem]:
        names = self._step.get("questions", [])
        if not _is_list_of_texts(names) or len(names) > MOST_QUESTIONS:
            yield self._wrong("questions", f"This is a list of at most {MOST_QUESTIONS} names of questions.")
            return
        if bool(names) != (self._step.get("kind") in ("check", "question")):
            yield self._wrong("questions", "A check and a question ask something, and no other step does.")
        known = {
            f"{chapter}#{each.id}"
            for chapter, quizzes in self._content.quizzes.items()
            for quiz in quizzes.values()
            for each in quiz.questions
        }
        for number, name in enumerate(names, 1):
            if name not in known:
                yield self._wrong(f"question {number}", f"The guide has no question “{name}”.")
            elif name in names[: number - 1]:
                yield self._wrong(f"question {number}", f"The question “{name}” is there twice.")

    def _wrong(self, part: str, what: str) -> PlanProblem:
        return PlanProblem(f"{self._place}, {part}", what)


def _together(steps: list[dict[str, Any]]) -> Iterator[PlanProblem]:
    """What is wrong with the steps as a whole."""
    for id_, count in Counter(str(step.get("id")) for step in steps).items():
        if count > 1:
            yield PlanProblem("steps", f"{count} steps have the id “{id_}”. Give each its own.")
    checks = [(step.get("which"), step.get("questions")) for step in steps if step.get("kind") == "check"]
    if len({str(which) for which, _ in checks}) < len(checks):
        yield PlanProblem("steps", "There is at most one check before, and one after.")
    if [which for which, _ in checks] == ["after", "before"]:
        yield PlanProblem("steps", "The check before comes before the check after.")
    if len(checks) == len(_CHECKS) and _sorted(checks[0][1]) != _sorted(checks[1][1]):
        yield PlanProblem("steps", "The check before and the check after ask the same questions.")


def _sorted(names: object) -> list[str]:
    return sorted(map(str, names)) if isinstance(names, list) else []


def _no_chapter(place: str, id_: object) -> PlanProblem:
    return PlanProblem(place, f"The guide has no chapter “{id_}”.")


def _unknown_keys(place: str, stored: Mapping[str, Any], known: tuple[str, ...]) -> Iterator[PlanProblem]:
    yield from (PlanProblem(place, f"“{key}” means nothing here.") for key in stored if key not in known)


def _is_title(text: object) -> bool:
    return isinstance(text, str) and text.strip() != "" and len(text) <= LONGEST_TITLE and text.isprintable()


def _is_list_of_texts(stored: object) -> bool:
    return isinstance(stored, list) and all(isinstance(each, str) for each in stored)
