"""The parts of a manuscript: each chapter and page, cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook_widgets.questions.wire import type_of

from patientbook.checking.calls import calls_of
from patientbook.lessons.citations import numbered_sources
from patientbook.lessons.figures import figure_svg
from patientbook.lessons.uses import chapter_number
from patientbook.reading.markdown import find_headings, slug

from .blocks import Heading
from .facts import facts_of
from .inline import PartLink, TermLink, Words
from .manuscript import Exercise, Opening, Part, Picture, SourceList, SurvivalFigures, TermList, Text
from .markdown import MarkdownReader
from .questions import Asked, paper_question
from .references import References

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook_widgets.questions import BaseQuestion

    from patientbook.checking.calls import Call
    from patientbook.reading.models import Chapter, Guide, Language, LanguageContent
    from patientbook.reading.page_models import Page

    from .blocks import Block, Blocks, BoxKind
    from .manuscript import PartKind, Piece
    from .questions import PaperQuestion
    from .references import Names

_NO_HEADING = Heading(1, "", "", ())


def chapter_part(guide: Guide, content: LanguageContent, names: Names, chapter: Chapter) -> Part:
    """The part of a chapter, the glossary or a sheet."""
    sources = numbered_sources(guide, chapter)
    references = References(names, chapter.id, {each.source.key: each.number for each in sources})
    reader = MarkdownReader(references, _boxes(content.settings))
    heading, pieces = _without_title(tuple(_Pieces(guide, content, chapter, reader).all()))
    number = chapter_number(guide, chapter.id)
    kind: PartKind = "chapter" if number else "glossary" if chapter.id == names.glossary else "sheet"
    front, facts = chapter.front, facts_of(guide.settings, content.settings, chapter.front, sources)
    return Part(chapter.id, kind, number, front.title, heading, front.purpose, front, pieces, sources, facts)


def page_part(names: Names, page: Page) -> Part:
    """The part of a further page."""
    reader = MarkdownReader(References(names, page.id, {}))
    blocks = tuple(block for cell in page.cells if cell.kind == "markdown" for block in reader.blocks(cell.source))
    heading, pieces = _without_title((Text(blocks),))
    return Part(page.id, "page", None, page.front.title, heading, page.front.description, None, pieces)


class _Pieces:
    """Makes the pieces of a chapter, in order."""

    def __init__(self, guide: Guide, content: LanguageContent, chapter: Chapter, reader: MarkdownReader) -> None:
        self._guide, self._content, self._chapter, self._reader = guide, content, chapter, reader
        self._read = reader.references.inlines
        self._sections = {heading.id: heading.text for heading in find_headings(chapter.cells)}
        self._pictures = 0
        self._questions = 0

    def all(self) -> Iterator[Piece]:
        words: list[Block] = []
        for cell in self._chapter.cells:
            if cell.kind == "markdown":
                words += self._reader.blocks(cell.source)
                continue
            if shown := [piece for call in calls_of(cell) for piece in self._shown(call)]:
                yield from self._text(words)
                words = []
                yield from shown
        yield from self._text(words)

    def _text(self, blocks: list[Block]) -> Iterator[Piece]:
        if blocks:
            yield Text(self._reader.boxed(tuple(blocks)))

    def _shown(self, call: Call) -> Iterator[Piece]:
        """What a call shows; nothing for what is only for screens, and for ids that the checks do not know."""
        id_ = str(call.arguments[0]) if call.arguments else ""
        if call.method == "opening":
            front = self._chapter.front
            yield Opening(self._read(front.purpose), tuple(self._read(each) for each in front.objectives))
        elif call.method == "figure" and id_ in self._content.figures:
            yield self._picture(id_)
        elif call.method == "quiz" and id_ in self._content.quizzes.get(self._chapter.id, {}):
            quiz = self._content.quizzes[self._chapter.id][id_]
            yield Exercise(id_, quiz.title, tuple(self._question(each) for each in quiz.questions))
        elif call.method == "survival" and id_ in self._content.survival:
            survival = self._content.survival[id_]
            blocks = self._reader.blocks(survival.text, counts=False)
            yield SurvivalFigures(id_, self._read(survival.label), blocks)
        elif call.method == "term_list":
            yield TermList()
        elif call.method == "sources":
            yield SourceList()

    def _picture(self, id_: str) -> Picture:
        figure = self._content.figures[id_]
        self._pictures += 1
        svg = figure_svg(figure, self._guide.root / "content" / "figures" / f"{id_}.svg")
        return Picture(id_, self._pictures, self._read(figure.caption, counts=True), figure.alt, svg)

    def _question(self, question: BaseQuestion) -> PaperQuestion:
        self._questions += 1
        terms = self._content.terms
        place = question.explained_in
        words = self._sections.get(place, self._chapter.front.title)
        asked = Asked(
            id=question.id,
            number=self._questions,
            type=type_of(question),
            stem=self._read(question.stem),
            hints=tuple(self._read(hint) for hint in question.hints),
            terms=tuple(TermLink(id_, (Words(terms[id_].term),)) for id_ in question.terms if id_ in terms),
            read_again=PartLink(self._chapter.id, place, (Words(words),)),
        )
        return paper_question(question, asked, self._read)


def _boxes(language: Language) -> dict[str, BoxKind]:
    sections = language.sections
    boxes: dict[str, BoxKind] = {
        slug(sections.key_points): "key_points",
        slug(sections.questions): "questions",
        slug(sections.not_known): "not_known",
    }
    return boxes | ({slug(language.steps): "steps"} if language.steps else {})


def _without_title(pieces: tuple[Piece, ...]) -> tuple[Heading, tuple[Piece, ...]]:
    """The first heading of the first level, and the pieces without it."""
    heading = _NO_HEADING
    rest: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Text) and heading is _NO_HEADING:
            heading, blocks = _split(piece.blocks)
            rest += [Text(blocks)] if blocks else []
        else:
            rest.append(piece)
    return heading, tuple(rest)


def _split(blocks: Blocks) -> tuple[Heading, Blocks]:
    title = next((each for each in blocks if isinstance(each, Heading) and each.level == 1), None)
    return (title, tuple(each for each in blocks if each is not title)) if title else (_NO_HEADING, blocks)
