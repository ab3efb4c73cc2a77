"""What the checks look at: one language of a guide, its texts parsed once, with the place of everything."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.markdown import slug
from patientbook.reading.pages import FOLDER, HOME
from patientbook.reading.places import Document
from patientbook.reading.root import GUIDE_FILE

from .chapter import CheckedChapter
from .texts import Passage, Text, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import PurePosixPath

    from patientbook.reading.guide import Reading
    from patientbook.reading.markdown import Reference
    from patientbook.reading.models import Guide, LanguageContent


@dataclass(frozen=True)
class Subject:
    """One language of a guide, on one day."""

    reading: Reading
    guide: Guide
    content: LanguageContent
    today: date

    @cached_property
    def folder(self) -> PurePosixPath:
        """`content/en`."""
        return GUIDE_FILE.parent / self.content.settings.code

    @cached_property
    def glossary(self) -> Document | None:
        """`glossary.yaml`; None also when it has no list of terms at all."""
        return self._with("glossary.yaml", "terms")

    def _with(self, name: str, key: str) -> Document | None:
        document = self.reading.documents.get(self.folder / name)
        return document if document and isinstance(document.value((key,)), dict) else None

    @cached_property
    def written_glossary(self) -> Document:
        """`glossary.yaml`, or an empty document in its place."""
        return self.glossary or Document(self.folder / "glossary.yaml", {}, None)

    @cached_property
    def figures(self) -> Document | None:
        """`figures.yaml`; None also when it has no list of figures at all."""
        return self._with("figures.yaml", "figures")

    @cached_property
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
    def misplaced_ids(self) -> frozenset[str]:
        """What may be meant as ids of terms in a glossary with mistakes: keys in a wrong place or not quite ids."""
        if self.glossary is None or not self.is_unreadable(self.glossary.file):
            return frozenset()
        return frozenset(slug(key) for key in self.glossary.all_keys())

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
        return tuple(text for texts in self._texts_by_file.values() for text in texts)

    @cached_property
    def _texts_by_file(self) -> Mapping[PurePosixPath, tuple[Text, ...]]:
        documents = [self.glossary, self.figures, self.survival]
        for article in self.articles:
            documents += [article.front, article.quizzes]
        return {document.file: tuple(words_of(document)) for document in documents if document}

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The paragraphs, entries of lists and cells of tables in all texts."""
        return tuple(passage for text in self.texts for passage in text.passages if passage.is_prose)

    def texts_of_page(self, chapter: CheckedChapter) -> Iterator[Text]:
        """All that stands on the page of a chapter: its text and quizzes, and the figures that it shows."""
        yield from chapter.texts
        if chapter.is_glossary and self.glossary:
            yield from self._texts_by_file[self.glossary.file]
        for document, key, method in ((self.figures, "figures", "figure"), (self.survival, "survival", "survival")):
            paths = {(key, id_) for id_ in chapter.named(method)}
            texts = self._texts_by_file[document.file] if document and paths else ()
            yield from (text for text in texts if text.path[:2] in paths)
        for document in (chapter.front, chapter.quizzes):
            yield from self._texts_by_file[document.file] if document else ()

    @cached_property
    def article_by_file(self) -> Mapping[PurePosixPath, CheckedChapter]:
        """The chapter or page that shows a file: its own, its quizzes, or the glossary's terms."""
        found = {article.quizzes.file: article for article in self.articles if article.quizzes}
        found |= {article.file: article for article in self.articles}
        glossary = next((article for article in self.chapters if article.is_glossary), None)
        return found | {self.written_glossary.file: glossary} if glossary else found

    @cached_property
    def link_targets(self) -> Mapping[str, CheckedChapter | None]:
        """The files of all chapters and pages that the guide lists; None where the file cannot be read."""
        settings = self.guide.settings
        listed = (*settings.chapters, *(f"{FOLDER}/{id_}" for id_ in settings.pages))
        missing: dict[str, CheckedChapter | None] = {f"{self.folder}/{id_}.md": None for id_ in listed}
        return missing | {article.file.as_posix(): article for article in self.articles}

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
