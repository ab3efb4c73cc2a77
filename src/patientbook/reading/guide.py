"""A whole guide read from its folder; what cannot be read is a problem, and reading goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from patientbook.problems import ContentError, Problem, Severity

from .bibliography import read_bibliography
from .chapter import read_chapter
from .files import read_text
from .meant import as_meant, file_meant
from .models import (
    Cell,
    Chapter,
    FiguresFile,
    GlossaryFile,
    Guide,
    GuideSettings,
    Language,
    LanguageContent,
    QuizzesFile,
    Source,
    SurvivalFile,
    WordsFile,
)
from .origins import NO_ORIGINS, Origins, read_origins
from .pages import FOLDER, HOME, check_pages, read_page
from .places import Document, read_yaml
from .root import GUIDE_FILE
from .rules import BY_ID, Place
from .value_words import did_you_mean
from .values import make

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .page_models import Page

SOURCES_FILE = PurePosixPath("content/sources.bib")
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Reading:
    """What reading a guide's folder gave.

    ``guide`` is None when too little could be read; otherwise it has all that could be, even when there are errors.
    ``documents`` has the YAML of every file (a chapter's or page's front matter too) with places, and ``cells`` the
    cells of every chapter and page that has any, also of one whose front matter is broken. ``origins`` tells where the
    lines come from; ``problems`` are at places of the files as they were read.
    """

    guide: Guide | None
    problems: tuple[Problem, ...]
    documents: Mapping[PurePosixPath, Document]
    cells: Mapping[PurePosixPath, tuple[Cell, ...]]
    origins: Origins = NO_ORIGINS

    @property
    def has_errors(self) -> bool:
        """Whether something could not be read as it should."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def load_guide(root: Path) -> Guide:
    """The guide in ``root``; ContentError with every problem when it cannot be read without errors."""
    reading = read_guide(root)
    if reading.guide is None or reading.has_errors:
        raise ContentError(reading.origins.told(reading.problems))
    return reading.guide


def read_guide(root: Path) -> Reading:
    """All that can be read of the guide in ``root``, and what is wrong with it. Raises nothing about content."""
    return _Reader(root).read()


class _Reader:
    """Reads the files of one guide and keeps what it finds on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.documents: dict[PurePosixPath, Document] = {}
        self.cells: dict[PurePosixPath, tuple[Cell, ...]] = {}

    def read(self) -> Reading:
        settings = self.model(GuideSettings, GUIDE_FILE)
        sources = self.sources()
        guide = None
        if settings:
            self.check_chapters(settings)
            self.problems += check_pages(settings, self.documents[GUIDE_FILE])
            settings = as_meant(settings, self.documents[GUIDE_FILE], self.root)
            languages = {
                one.code: self.language(one, settings)
                for index, one in enumerate(settings.languages)
                if self.has_folder(one, index)
            }
            guide = Guide(self.root, settings, sources, languages)
        else:
            self.read_what_is_there()
        return Reading(guide, tuple(sorted(self.problems)), self.documents, self.cells, read_origins(self.root))

    def text(self, file: PurePosixPath) -> str | None:
        found = read_text(self.root, file)
        for problem in found.problems:
            meant = file_meant(self.root, file) if problem.rule == "missing-file" else None
            self.problems.append(replace(problem, way_out=meant.way_out) if meant else problem)
        return found.text

    def model(self, model: type[M], file: PurePosixPath) -> M | None:
        text = self.text(file)
        if text is None:
            return None
        yaml = read_yaml(text, file)
        self.problems += yaml.problems
        if yaml.document is None:
            return None
        self.documents[file] = yaml.document
        made, problems = make(model, yaml.document)
        self.problems += problems
        return made

    def model_if_there(self, model: type[M], file: PurePosixPath) -> M | None:
        """The same for a file that a guide need not have."""
        return self.model(model, file) if (self.root / file).exists() else None

    def sources(self) -> dict[str, Source]:
        text = self.text(SOURCES_FILE)
        if text is None:
            return {}
        sources, problems = read_bibliography(text, SOURCES_FILE)
        self.problems += problems
        return sources

    def check_chapters(self, settings: GuideSettings) -> None:
        document = self.documents[GUIDE_FILE]
        if settings.glossary not in settings.chapters:
            what = f"The glossary '{settings.glossary}' is not one of the chapters."
            place, way_out = document.place(("glossary",)), did_you_mean(settings.glossary, settings.chapters)
            self.problems.append(BY_ID["unlisted-glossary"].broken(GUIDE_FILE, place, what, way_out))
        for index, chapter in enumerate(settings.chapters):
            if chapter in settings.chapters[:index]:
                place = document.place(("chapters", index))
                what = f"The chapter '{chapter}' is listed twice."
                self.problems.append(BY_ID["chapter-listed-twice"].broken(GUIDE_FILE, place, what))

    def has_folder(self, language: Language, index: int) -> bool:
        """Whether a language has a folder at all; otherwise that is the problem, and not each file in it."""
        folder = GUIDE_FILE.parent / language.code
        if (self.root / folder).is_dir():
            return True
        place = self.documents[GUIDE_FILE].place(("languages", index, "code"))
        what = f"There is no folder '{folder}' for the language '{language.code}'."
        self.problems.append(
            BY_ID["missing-file"].broken(GUIDE_FILE, place, what, "Make it, or take the language out.")
        )
        return False

    def language(self, language: Language, settings: GuideSettings) -> LanguageContent:
        folder = GUIDE_FILE.parent / language.code
        glossary = self.model(GlossaryFile, folder / "glossary.yaml")
        figures = self.model(FiguresFile, folder / "figures.yaml")
        survival = self.model_if_there(SurvivalFile, folder / "survival.yaml")
        words = self.model_if_there(WordsFile, folder / "words.yaml")
        listed = dict.fromkeys(settings.chapters)
        chapters = {id_: chapter for id_ in listed if (chapter := self.chapter(id_, language.code))}
        has_home = (self.root / folder / FOLDER / f"{HOME}.md").exists()
        named = dict.fromkeys((HOME, *settings.pages) if has_home else settings.pages)
        quizzes = {id_: self.model(QuizzesFile, file) for id_, file in self.quiz_files(folder).items()}
        return LanguageContent(
            settings=language,
            chapters=chapters,
            terms=glossary.terms if glossary else {},
            figures=figures.figures if figures else {},
            quizzes={id_: {quiz.id: quiz for quiz in file.quizzes} for id_, file in quizzes.items() if file},
            survival=survival.survival if survival else {},
            avoid=words.avoid if words else {},
            medicines=words.medicines if words else (),
            pages={id_: page for id_ in named if (page := self.page(id_, language.code))},
        )

    def quiz_files(self, folder: PurePosixPath) -> dict[str, PurePosixPath]:
        found = sorted((self.root / folder / "quizzes").glob("*.yaml"))
        return {path.stem: folder / "quizzes" / path.name for path in found}

    def chapter(self, id_: str, language: str) -> Chapter | None:
        file = GUIDE_FILE.parent / language / f"{id_}.md"
        if not (self.root / file).exists() and GUIDE_FILE in self.documents:
            self.problems.append(self.missing("chapters", id_, file))
            return None
        text = self.text(file)
        if text is None:
            return None
        read = read_chapter(text, id_, language, file)
        self.problems += read.problems
        if read.cells is not None:
            self.cells[file] = read.cells
        if read.front:
            self.documents[file] = read.front
        return read.chapter

    def page(self, id_: str, language: str) -> Page | None:
        file = GUIDE_FILE.parent / language / FOLDER / f"{id_}.md"
        if not (self.root / file).exists():
            self.problems.append(self.missing("pages", id_, file))
            return None
        text = self.text(file)
        if text is None:
            return None
        read = read_page(text, id_, language, file)
        self.problems += read.problems
        if read.cells is not None:
            self.cells[file] = read.cells
        if read.front:
            self.documents[file] = read.front
        return read.page

    def missing(self, key: str, id_: str, file: PurePosixPath) -> Problem:
        """The problem that an entry of the list ``key`` of `guide.yaml` has no file."""
        document = self.documents[GUIDE_FILE]
        listed = document.value((key,))
        index = listed.index(id_) if isinstance(listed, list) and id_ in listed else 0
        place: Place = document.place((key, index))
        what = f"The {key.removesuffix('s')} '{id_}' has no file '{file}'."
        meant = file_meant(self.root, file, [str(one) for one in listed] if isinstance(listed, list) else ())
        return BY_ID["missing-file"].broken(GUIDE_FILE, place, what, *(meant or ()))

    def read_what_is_there(self) -> None:
        """Without settings: read every file that looks like content, for its problems."""
        for glossary in sorted((self.root / GUIDE_FILE.parent).glob("*/glossary.yaml")):
            folder = GUIDE_FILE.parent / glossary.parent.name
            self.model(GlossaryFile, folder / "glossary.yaml")
            if (self.root / folder / "figures.yaml").exists():
                self.model(FiguresFile, folder / "figures.yaml")
            for quiz_file in self.quiz_files(folder).values():
                self.model(QuizzesFile, quiz_file)
            for path in sorted(glossary.parent.glob("*.md")):
                self.chapter(path.stem, folder.name)
            for path in sorted((glossary.parent / FOLDER).glob("*.md")):
                self.page(path.stem, folder.name)
