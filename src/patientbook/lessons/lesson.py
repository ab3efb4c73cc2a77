"""A chapter seen from its own notebook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from patientbook_widgets.alphabet import place_of
from patientbook_widgets.questions import inline_html, wire

from patientbook.problems import PatientbookError
from patientbook.reading.guide import load_guide
from patientbook.reading.markdown import find_headings, find_references
from patientbook.reading.root import find_root

from .beside import beside
from .calls import shown_ids
from .citations import numbered_sources
from .codes import named_code
from .figures import figure_svg
from .labels import LABELS
from .shown import Shown, show
from .uses import Section, uses_of_terms
from .words import link_in_notebook, link_in_term_list, text_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import patientbook_widgets

    from patientbook.reading.models import Chapter, Guide, LanguageContent, Term

T = TypeVar("T")


def open_lesson(name: str, root: Path | None = None) -> Lesson:
    """The lesson of a chapter, ``"en/01-what-is-personalised-medicine"``.

    ``root`` is the guide's folder; without it, the nearest folder above the working folder that holds one.

    Raises:
        PatientbookError: there is no guide, no such language or no such chapter.
        ContentError: the content has errors.
    """
    guide = load_guide(root or find_root(Path.cwd()))
    language, _, chapter = name.partition("/")
    content = guide.languages.get(language)
    if content is None or chapter not in content.chapters:
        known = ", ".join(f'"{code}/{id_}"' for code, each in guide.languages.items() for id_ in each.chapters)
        message = f'There is no chapter "{name}". This guide has: {known}.'
        raise PatientbookError(message)
    return Lesson(guide, content, content.chapters[chapter])


class Lesson:
    """What a chapter's cells can show. Each method returns something a notebook displays."""

    def __init__(self, guide: Guide, content: LanguageContent, chapter: Chapter) -> None:
        self._guide = guide
        self._content = content
        self._chapter = chapter
        self._link = link_in_notebook(guide.settings.glossary)

    def opening(self) -> Shown:
        """What the chapter is for and what the reader can do after it."""
        front = self._chapter.front
        return show(
            "opening",
            labels=LABELS,
            purpose=self._html(front.purpose),
            objectives=[self._html(each) for each in front.objectives],
        )

    def glossary(self) -> patientbook_widgets.Glossary:
        """Pop-ups for the terms this chapter links to, and the list of them."""
        from patientbook_widgets import Glossary  # noqa: PLC0415 - a terminal that only checks needs no widgets

        return Glossary(
            {id_: self._term(id_, term) for id_, term in self._terms().items()}, page=self._guide.settings.glossary
        )

    def figure(self, id_: str) -> Shown:
        """The picture ``id_`` of `figures.yaml`, numbered in the chapter's order."""
        figure = _named(self._content.figures, id_, "picture")
        order = self._ids("figure")
        return show(
            "figure",
            id=id_,
            label=f"{LABELS['picture']} {order.index(id_) + 1}." if id_ in order else "",
            caption=self._html(figure.caption),
            svg=figure_svg(figure, self._guide.root / "content" / "figures" / f"{id_}.svg"),
        )

    def quiz(self, id_: str) -> patientbook_widgets.Quiz:
        """The quiz ``id_`` of the chapter's file of questions."""
        from patientbook_widgets import Quiz  # noqa: PLC0415 - as above

        quiz = _named(self._content.quizzes.get(self._chapter.id, {}), id_, "quiz")
        sections = {heading.id: heading.text for heading in find_headings(self._chapter.cells)}
        return Quiz(
            wire=[
                wire(
                    question,
                    link=self._link,
                    terms=[self._term_link(term) for term in question.terms],
                    read_again={
                        "href": f"#{question.explained_in}",
                        "label": sections.get(question.explained_in, self._chapter.front.title),
                    },
                )
                for question in quiz.questions
            ],
            title=quiz.title,
        )

    def survival(self, id_: str) -> Shown:
        """The figures ``id_`` of `survival.yaml`, closed until the reader opens them."""
        survival = _named(self._content.survival, id_, "survival figure")
        keys = [each.source.key for each in numbered_sources(self._guide, self._chapter)]
        return show(
            "survival", id=id_, labels=LABELS, label=self._html(survival.label), text=text_html(survival.text, keys)
        )

    def term_list(self) -> patientbook_widgets.TermList:
        """Every term of the glossary, A to Z, with the sections of chapters that link to it."""
        from patientbook_widgets import TermList  # noqa: PLC0415 - as above

        uses = uses_of_terms(self._guide, self._content)
        return TermList([self._entry(id_, term, uses.get(id_, ())) for id_, term in self._content.terms.items()])

    def sources(self) -> Shown:
        """The numbered sources, when the chapter was written and who has reviewed it."""
        numbered = numbered_sources(self._guide, self._chapter)
        years = [each.source.fields["year"] for each in numbered if "year" in each.source.fields]
        return show(
            "sources",
            labels=LABELS,
            sources=numbered,
            newest=max(years, default=""),
            front=self._chapter.front,
            settings=self._guide.settings,
            review=self._content.settings.review,
            advice=self._content.settings.advice,
            mistakes=self._content.settings.mistakes,
            contacts=self._content.settings.contacts,
        )

    def preview(self) -> Shown:
        """The chapter as patients will see it, following every save; in JupyterLab, and not for a cell of a chapter."""
        return beside(f"{self._chapter.language}/{self._chapter.id}.html", self._chapter.front.title)

    def _html(self, text: str) -> str:
        return inline_html(text, self._link)

    def _term(self, id_: str, term: Term) -> dict[str, str]:
        return {
            "term": term.term,
            "meaning": self._html(term.meaning),
            "more": self._html(term.more) if term.more else "",
            "href": self._link(f"#{id_}"),
        }

    def _entry(self, id_: str, term: Term, uses: Iterable[Section]) -> dict[str, object]:
        link = link_in_term_list(self._guide.settings.glossary)
        return {
            "id": id_,
            "term": term.term,
            "meaning": inline_html(term.meaning, link),
            "more": inline_html(term.more, link) if term.more else "",
            "aliases": term.aliases,
            "see_also": [{"href": f"#{other}", "label": self._word(other)} for other in term.see_also],
            "uses": [self._use(section) for section in uses],
            "code": named_code(self._guide.settings, term.code),
        }

    def _use(self, section: Section) -> dict[str, str]:
        name = LABELS["in_chapter" if section.number else "in_page"]
        return {
            "href": self._link(f"{section.chapter}.md#{section.id}".removesuffix("#")),
            "label": name.format(number=section.number, title=section.title, heading=section.heading),
        }

    def _term_link(self, id_: str) -> dict[str, str]:
        return {"href": self._link(f"#{id_}"), "label": self._word(id_)}

    def _word(self, id_: str) -> str:
        term = self._content.terms.get(id_)
        return term.term if term else id_

    def _terms(self) -> dict[str, Term]:
        """Terms the chapter and its questions link to, and those their meanings link to in turn."""
        todo = list(self._linked_terms())
        found: dict[str, Term] = {}
        while todo:
            id_ = todo.pop(0)
            if id_ in found or id_ not in self._content.terms:
                continue
            found[id_] = self._content.terms[id_]
            todo += self._terms_in(f"{found[id_].meaning} {found[id_].more or ''}")
        return dict(sorted(found.items(), key=lambda pair: place_of(pair[1].term)))

    def _linked_terms(self) -> list[str]:
        texts = [cell.source for cell in self._chapter.cells if cell.kind == "markdown"]
        texts += [self._content.survival[id_].text for id_ in self._ids("survival") if id_ in self._content.survival]
        linked = [id_ for text in texts for id_ in self._terms_in(text)]
        quizzes = self._content.quizzes.get(self._chapter.id, {}).values()
        return linked + [id_ for quiz in quizzes for question in quiz.questions for id_ in question.terms]

    def _terms_in(self, markdown: str) -> list[str]:
        """Ids of the terms that ``markdown`` links to: `08-glossary.md#gene`, or `#gene` in a meaning."""
        references = find_references(markdown, 1, self._guide.settings.glossary)
        ids = (
            each.target.removeprefix("#") for each in references if each.kind == "term" or each.target.startswith("#")
        )
        return [id_ for id_ in ids if id_ in self._content.terms]

    def _ids(self, method: str) -> list[str]:
        cells = (cell for cell in self._chapter.cells if cell.kind == "code")
        return [id_ for cell in cells for id_ in shown_ids(cell, method)]


def _named(things: Mapping[str, T], id_: str, kind: str) -> T:
    if id_ not in things:
        message = f'There is no {kind} "{id_}". This chapter can show: {", ".join(things) or "none"}.'
        raise PatientbookError(message)
    return things[id_]
