"""The questions of a guide as a workshop asks them: first without anything that tells what is right, then with it.

What a phone has before the reveal is made from a list of what it may have, never by taking out what it may not. Left
out is also what only hints at the answer: `key` is a hash of the whole question, so that a phone could try which
option makes it true; the order to show is that of a hash of ids alone, because the one for reading alone is never the
right order, which gives away two steps at once.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from patientbook_widgets.labels import LABELS
from patientbook_widgets.markup import render
from patientbook_widgets.questions import wire as wire_of

from patientbook.reading.markdown import find_headings

from .links import link_from, with_links
from .passages import passages_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from patientbook_widgets.questions import BaseQuestion

    from patientbook.reading.models import Chapter, Guide

_FOR_ALL = ("id", "type", "stem")
_OF_TYPE: Mapping[str, tuple[str, ...]] = {
    "single": ("options",),
    "several": ("options",),
    "true_false": ("options",),
    "poll": ("options",),
    "matching": ("pairs", "matches"),
    "ordering": ("items", "shown"),
    "scale": ("min", "max", "step", "unit"),
}
_OF_PART = ("id", "text")


@dataclass(frozen=True)
class RoomQuestion:
    """A question of the bank.

    ``wire`` and ``html`` are without what is right, ``full`` is the wire with it. In all three the question goes by
    ``id``, which is unique in the whole language; ``name`` is `<chapter>#<id in its chapter>`.
    """

    name: str
    id: str
    question: BaseQuestion
    wire: Mapping[str, Any]
    full: Mapping[str, Any]
    html: str


class Bank:
    """All questions and passages of one language; each is made when it is first asked for, and kept."""

    def __init__(self, guide: Guide, language: str, base: str) -> None:
        """``base`` is the path that the site starts at, with a slash at both ends."""
        self.guide = guide
        self.language = language
        self._content = guide.languages[language]
        self._base = base
        self._questions: dict[str, RoomQuestion] = {}
        self._passages: dict[str, Mapping[str, str]] = {}

    def question(self, name: str) -> RoomQuestion | None:
        """The question `<chapter>#<id>`; None where the guide has none of that name."""
        if name not in self._questions:
            chapter, _, id_ = name.partition("#")
            question = self._find(chapter, id_)
            if question is None:
                return None
            self._questions[name] = self._made(name, self._content.chapters[chapter], question)
        return self._questions[name]

    def passage(self, chapter: str, section: str) -> str:
        """The words under the heading ``section`` as HTML, empty where there are none."""
        if chapter not in self._content.chapters:
            return ""
        if chapter not in self._passages:
            self._passages[chapter] = passages_of(self.guide, self._content, chapter, self._link(chapter))
        return self._passages[chapter].get(section, "")

    def chapter(self, id_: str) -> dict[str, str]:
        """`{title, href}` of a chapter's page."""
        chapter = self._content.chapters.get(id_)
        title = chapter.front.title if chapter else self._content.settings.title
        return {"title": title, "href": f"{self._base}{self.language}/{id_ if chapter else 'index'}.html"}

    def words(self, chapters: tuple[str, ...]) -> dict[str, Any]:
        """What the glossary's pop-ups need for these chapters: `{terms, page}`, as its widget has them."""
        # Here because it brings in ipywidgets, which a process without a workshop need not have.
        from patientbook.lessons.lesson import Lesson  # noqa: PLC0415 - as said

        terms: dict[str, Any] = {}
        for id_ in chapters:
            if id_ in self._content.chapters:
                glossary = Lesson(self.guide, self._content, self._content.chapters[id_]).glossary()
                terms |= with_links(glossary.terms, self._link(id_))
        return {"terms": terms, "page": self.guide.settings.glossary}

    def _find(self, chapter: str, id_: str) -> BaseQuestion | None:
        quizzes = self._content.quizzes.get(chapter, {}) if chapter in self._content.chapters else {}
        return next((each for quiz in quizzes.values() for each in quiz.questions if each.id == id_), None)

    def _link(self, chapter: str) -> Callable[[str], str]:
        return link_from(f"{self.language}/{chapter}.html", self._base)

    def _made(self, name: str, chapter: Chapter, question: BaseQuestion) -> RoomQuestion:
        heading = next((each.text for each in find_headings(chapter.cells) if each.id == question.explained_in), "")
        link = self._link(chapter.id)
        terms = [
            {"href": f"{self.guide.settings.glossary}.md#{id_}", "label": self._content.terms[id_].term}
            for id_ in question.terms
            if id_ in self._content.terms
        ]
        again = {"href": f"#{question.explained_in}", "label": heading or chapter.front.title}
        full = with_links(wire_of(question, terms=terms, read_again=again), link)
        id_ = f"{chapter.id}--{question.id}"  # an id of the guide has no two hyphens in a row
        full = {key: value for key, value in full.items() if key != "key"} | {"id": id_} | _order(full)
        shown = _without_answers(full)
        return RoomQuestion(name, id_, question, shown, full, render("asked.html.j2", question=shown, labels=LABELS))


def _order(full: Mapping[str, Any]) -> dict[str, Any]:
    """The order to show, which must not depend on the right one."""
    if full["type"] == "matching":
        return {"matches": sorted(full["matches"], key=_mixed)}
    if full["type"] == "ordering":
        return {"shown": sorted(full["shown"], key=_mixed)}
    return {}


def _mixed(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _without_answers(full: Mapping[str, Any]) -> dict[str, Any]:
    shown = {key: full[key] for key in (*_FOR_ALL, *_OF_TYPE[full["type"]])}
    for parts in ("options", "pairs", "items"):
        if parts in shown:
            shown[parts] = [{key: each[key] for key in _OF_PART} for each in shown[parts]]
    if "shown" in shown:
        shown["items"] = sorted(shown["items"], key=lambda item: shown["shown"].index(item["id"]))
    return shown
