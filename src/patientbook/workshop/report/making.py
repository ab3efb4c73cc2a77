"""The report of a room, made from its answers as they are stored."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from patientbook_widgets.questions import Question, plain_text

from patientbook.reading.markdown import find_headings
from patientbook.workshop.judging import accepts

from .hiding import FEWEST
from .learning import later_of, learning_of, rights_in
from .model import AskedQuestion, Report
from .votes import vote_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from patientbook.reading.models import Guide, LanguageContent
    from patientbook.workshop.plan import Step
    from patientbook.workshop.records import Answer, Room

    from .model import Later, Learning, WhyNone


def make_report(guide: Guide, room: Room, answers: Sequence[Answer], people: int) -> Report:
    """The report of ``room``; ``answers`` are all that are stored of it, ``people`` how many joined.

    A question that the guide no longer has, and an answer that is none to it as it is now, are left out.
    """
    plan = room.plan
    content = guide.languages[plan.language]
    bank = {
        f"{chapter}#{each.id}": each
        for chapter, quizzes in content.quizzes.items()
        for quiz in quizzes.values()
        for each in quiz.questions
    }
    sound = [each for each in answers if each.question in bank and accepts(bank[each.question], each.answer)]
    learning, later = _learning(room, bank, sound)
    return Report(
        guide=plan.guide,
        guide_title=content.settings.title,
        language=plan.language,
        title=plan.title,
        chapters=tuple((id_, content.chapters[id_].front.title) for id_ in plan.chapters if id_ in content.chapters),
        day=room.opened_at.astimezone(UTC).date(),
        people=people if people >= FEWEST else None,
        learning=learning,
        later=later,
        questions=tuple(_questions(content, plan.steps, bank, sound)),
    )


def _learning(
    room: Room, bank: Mapping[str, Question], answers: Sequence[Answer]
) -> tuple[Learning | WhyNone, Later | WhyNone | None]:
    steps = {step.which: step for step in room.plan.steps if step.kind == "check"}
    if not {"before", "after"} <= steps.keys():
        return "no-checks", None
    judged = {name: bank[name] for name in steps["after"].questions if name in bank and bank[name].type != "poll"}
    if not judged:
        return "no-checks", None
    before, after = (rights_in(answers, steps[which].id, judged) for which in ("before", "after"))
    later = rights_in(answers, room.plan.later.id, judged) if room.plan.later else {}
    has_follow_up = room.state.is_follow_up or bool(later)
    return learning_of(before, after, judged), later_of(before, after, later, judged) if has_follow_up else None


def _questions(
    content: LanguageContent, steps: Sequence[Step], bank: Mapping[str, Question], answers: Sequence[Answer]
) -> Iterator[AskedQuestion]:
    """The live questions that somebody answered, in the order of the plan."""
    for step in steps:
        for name in step.questions if step.kind == "question" else ():
            given = [each for each in answers if (each.step, each.question) == (step.id, name)]
            rounds = sorted({each.round for each in given})
            votes = tuple(vote_of(bank[name], at, [each for each in given if each.round == at]) for at in rounds)
            if votes:
                stem, section = plain_text(bank[name].stem), _section(content, name, bank[name])
                yield AskedQuestion(step.id, name, stem, section, votes)


def _section(content: LanguageContent, name: str, question: Question) -> str:
    """The heading under which the chapter explains the question."""
    chapter = content.chapters.get(name.partition("#")[0])
    headings = find_headings(chapter.cells) if chapter else []
    return next((heading.text for heading in headings if heading.id == question.explained_in), "")
