"""What the checks look at: one language of a guide, its texts parsed once, with the place of everything."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.guide import GUIDE_FILE, Reading
from patientbook.reading.markdown import Heading, Reference, heading_of
from patientbook.reading.pages import FOLDER, HOME
from patientbook.reading.places import Document

from .calls import Call, calls_of
from .entries import Entry, entries_of
from .texts import Passage, Text, count_words, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import PurePosixPath

    from patientbook.reading.models import Cell, Chapter, Guide, LanguageContent


@dataclass(frozen=True)
class Section:
    """A heading and what stands between it and the next heading, of whatever level."""

    heading: Heading
    passages: tuple[Passage, ...]

    @property
    def words(self) -> int:
        """How many words its prose has."""
        return sum(count_words(passage.block.prose) for passage in self.passages if passage.is_prose)


@dataclass(frozen=True)
class CheckedChapter:
    """A chapter or a further page with its text parsed.

    ``title`` is that of its front matter, None when that is broken; ``chapter`` is None then too, and for a page.
    ``glossary`` is where its term links lead, without `.md`.
    """

    id: str
    file: PurePosixPath
    title: str | None
    chapter: Chapter | None
    cells: tuple[Cell, ...]
    front: Document | None
    quizzes: Document | None
    glossary: str

    @property
    def is_page(self) -> bool:
        """Whether this is a further page or the start page's words, and no chapter."""
        return self.file.parent.name == FOLDER

    @property
    def is_glossary(self) -> bool:
        """Whether this is the chapter that term links lead to."""
        return self.id == self.glossary

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The Markdown cells."""
        return tuple(Text.of_cell(self.file, cell) for cell in self.cells if cell.kind == "markdown")

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The blocks of all Markdown cells, in order."""
        return tuple(passage for text in self.texts for passage in text.passages)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings, in order."""
        found = (heading_of(one.block, one.text.source, one.text.first_line) for one in self.passages)
        return tuple(heading for heading in found if heading)

    @cached_property
    def heading_ids(self) -> frozenset[str]:
        """What links into this chapter can name."""
        return frozenset(heading.id for heading in self.headings)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections, in order; what stands before the first heading is in none."""
        starts = [index for index, passage in enumerate(self.passages) if passage.block.kind == "heading"]
        ends = [*starts, len(self.passages)][1:]
        return tuple(
            Section(heading, self.passages[start + 1 : end])
            for heading, start, end in zip(self.headings, starts, ends, strict=True)
        )

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The links, citations and images, in order."""
        return tuple(reference for text in self.texts for reference in text.references(self.glossary))

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """What the code cells call on `lesson`, and calls of `open_lesson`, in order."""
        return tuple(call for cell in self.cells if cell.kind == "code" for call in calls_of(cell))

    def named(self, method: str) -> frozenset[str]:
        """The names that `lesson.<method>(…)` is called with."""
        return frozenset(str(name) for call in self.calls if call.method == method for name in call.arguments)

    @cached_property
    def written_quizzes(self) -> tuple[Entry, ...]:
        """The quizzes of this chapter's file."""
        return tuple(entries_of(self.quizzes, ("quizzes",)))

    @cached_property
    def questions(self) -> tuple[Entry, ...]:
        """The questions of all its quizzes."""
        quizzes = self.written_quizzes
        return tuple(one for quiz in quizzes for one in entries_of(quiz.document, (*quiz.path, "questions")))


@dataclass(frozen=True)
class Subject:
    """One language of a guide, on one day."""

    reading: Reading
    guide: Guide
    content: LanguageContent
    today: date

    @property
    def folder(self) -> PurePosixPath:
        """`content/en`."""
        return GUIDE_FILE.parent / self.content.settings.code

    @property
    def glossary(self) -> Document | None:
        """`glossary.yaml`."""
        return self.reading.documents.get(self.folder / "glossary.yaml")

    @property
    def written_glossary(self) -> Document:
        """`glossary.yaml`, or an empty document in its place."""
        return self.glossary or Document(self.folder / "glossary.yaml", {}, None)

    @property
    def figures(self) -> Document | None:
        """`figures.yaml`."""
        return self.reading.documents.get(self.folder / "figures.yaml")

    @property
    def survival(self) -> Document | None:
        """`survival.yaml`, where the guide has one."""
        return self.reading.documents.get(self.folder / "survival.yaml")

    def names_term(self, text: Text, reference: Reference) -> bool:
        """Whether a reference leads to a term: `08-glossary.md#gene`, or `#gene` in the glossary itself."""
        is_in_glossary = self.glossary is not None and text.file == self.glossary.file
        return reference.kind == "term" or (is_in_glossary and reference.target.startswith("#"))

    def is_unreadable(self, file: PurePosixPath) -> bool:
        """Whether ``file`` is there but has mistakes, so that nothing can be said about what it lacks."""
        return any(problem.file == file and problem.severity is Severity.ERROR for problem in self.reading.problems)

    @cached_property
    def term_ids(self) -> frozenset[str]:
        """Ids of all terms, also of those that are broken."""
        return self.glossary.keys(("terms",)) if self.glossary else frozenset()

    @cached_property
    def chapters(self) -> tuple[CheckedChapter, ...]:
        """The chapters that have a file, in the guide's order."""
        return tuple(chapter for id_ in dict.fromkeys(self.guide.settings.chapters) if (chapter := self._chapter(id_)))

    @cached_property
    def pages(self) -> tuple[CheckedChapter, ...]:
        """The further pages that have a file, and the start page's words."""
        named = dict.fromkeys((HOME, *self.guide.settings.pages))
        return tuple(page for id_ in named if (page := self._page(id_)))

    @cached_property
    def articles(self) -> tuple[CheckedChapter, ...]:
        """Whatever is read as running text: the chapters, then the pages."""
        return (*self.chapters, *self.pages)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """All texts for readers: the Markdown of chapters and pages, then `yaml_texts`."""
        return (*(text for article in self.articles for text in article.texts), *self.yaml_texts)

    @cached_property
    def yaml_texts(self) -> tuple[Text, ...]:
        """The texts for readers in glossary, figures, survival figures, quizzes and front matter."""
        documents = [self.glossary, self.figures, self.survival]
        for article in self.articles:
            documents += [article.front, article.quizzes]
        return tuple(text for document in documents if document for text in words_of(document))

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The paragraphs, entries of lists and cells of tables in all texts."""
        return tuple(passage for text in self.texts for passage in text.passages if passage.is_prose)

    def texts_of_page(self, chapter: CheckedChapter) -> Iterator[Text]:
        """All that stands on the page of a chapter: its text and quizzes, and the figures that it shows."""
        yield from chapter.texts
        shown = {"figures": chapter.named("figure"), "survival": chapter.named("survival")}
        for text in self.yaml_texts:
            is_its_own = text.file in {chapter.file, self.quiz_file(chapter.id)}
            is_term = chapter.is_glossary and text.path[:1] == ("terms",)
            if is_its_own or is_term or (text.path[1:] and text.path[1] in shown.get(str(text.path[0]), ())):
                yield text

    def quiz_file(self, chapter_id: str) -> PurePosixPath:
        """`content/en/quizzes/01-….yaml`."""
        return self.folder / "quizzes" / f"{chapter_id}.yaml"

    def _chapter(self, id_: str) -> CheckedChapter | None:
        file = self.folder / f"{id_}.md"
        if file not in self.reading.cells:
            return None
        documents = self.reading.documents
        chapter = self.content.chapters.get(id_)
        return CheckedChapter(
            id=id_,
            file=file,
            title=chapter.front.title if chapter else None,
            chapter=chapter,
            cells=self.reading.cells[file],
            front=documents.get(file),
            quizzes=documents.get(self.quiz_file(id_)),
            glossary=self.guide.settings.glossary,
        )

    def _page(self, id_: str) -> CheckedChapter | None:
        file = self.folder / FOLDER / f"{id_}.md"
        page = self.content.pages.get(id_)
        if file not in self.reading.cells:
            return None
        return CheckedChapter(
            id=f"{FOLDER}/{id_}",
            file=file,
            title=page.front.title if page else None,
            chapter=None,
            cells=self.reading.cells[file],
            front=self.reading.documents.get(file),
            quizzes=None,
            glossary=f"../{self.guide.settings.glossary}",
        )
