"""An edition laid over a guide: the composed content, file by file, with where each line comes from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from patientbook.problems import ContentError, Severity
from patientbook.reading.origins import Origins
from patientbook.reading.pages import FOLDER, HOME
from patientbook.reading.places import read_yaml
from patientbook.reading.root import GUIDE_FILE
from patientbook.reading.value_words import did_you_mean

from .entries import Replaced
from .hiding import headings_of, without_cells, without_entries, without_links, without_questions
from .lines import Lines, runs_of, text_of
from .overlay import CONTENT, Overlay
from .remembering import stale_parts
from .rules import HIDES_TOO_MUCH, UNKNOWN_PART
from .sections import sections_of, without_sections
from .settings import SETTINGS_FILE, Settings, read_settings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from patientbook.problems import Problem

EDITIONS = PurePosixPath("editions")


@dataclass(frozen=True)
class Composed:
    """A composed guide: files as text, files that are copied from where they lie, and what the edition replaces."""

    texts: Mapping[PurePosixPath, str]
    others: Mapping[PurePosixPath, Path]
    origins: Origins
    replaced: Mapping[str, Replaced]


def compose(root: Path, name: str, known: Mapping[str, str]) -> Composed:
    """The guide in ``root`` with its edition ``name``; ``known`` is what the edition remembers of the guide.

    Raises:
        ContentError: the edition has errors of its own, all at once.
    """
    folder = EDITIONS / name
    settings, problems = read_settings(root, folder / SETTINGS_FILE)
    overlay = Overlay(root)
    guide = dict(overlay.texts)
    overlay.lay(folder)
    problems += overlay.problems
    if settings:
        composer = _Composer(overlay, settings, name)
        composer.review(guide)
        composer.hide()
        composer.settle()
        problems += composer.problems
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise ContentError(errors)
    problems += stale_parts(known, overlay.replaced, name)
    runs = {file.as_posix(): runs_of(lines) for file, lines in overlay.texts.items()}
    texts = {file: text_of(lines) for file, lines in overlay.texts.items()}
    return Composed(texts, overlay.others, Origins(name, runs, tuple(sorted(problems))), overlay.replaced)


class _Composer:
    """What `edition.yaml` says, done to the overlaid content."""

    def __init__(self, overlay: Overlay, settings: Settings, name: str) -> None:
        self.overlay, self.settings, self.name = overlay, settings, name
        self.problems: list[Problem] = []
        self.file = settings.lines[0].file
        document = read_yaml(text_of(overlay.texts.get(GUIDE_FILE, ())), GUIDE_FILE).document
        data = document.data if document and isinstance(document.data, dict) else {}
        changed = settings.values
        self.glossary = str(changed.glossary or data.get("glossary"))
        self.chapters = _words(changed.chapters or data.get("chapters"))
        self.pages = _words(changed.pages or data.get("pages"))
        self.languages = _codes(data.get("languages")) + [each.code for each in changed.languages or ()]

    def review(self, guide: Mapping[PurePosixPath, Lines]) -> None:
        """Write into each reviewed chapter who has reviewed it; the guide's chapter as it was then is remembered."""
        for review in self.settings.values.reviews:
            file = CONTENT / f"{review}.md"
            place = self.settings.document.key_place(("reviews", review))
            if file not in self.overlay.texts:
                known = [f"{each.parent.name}/{each.stem}" for each in guide if each.suffix == ".md"]
                what = f"The guide has no chapter '{review}'."
                self.problems.append(UNKNOWN_PART.broken(self.file, place, what, did_you_mean(review, known)))
                continue
            self.overlay.texts[file] = self.settings.over_chapter(self.overlay.texts[file], review)
            if file in guide:
                self.overlay.replaced[f"{file}#review"] = Replaced(
                    "review", text_of(guide[file]), self.file, place.line
                )

    def hide(self) -> None:
        """Take out what is hidden, and whatever leads to it."""
        hide = self.settings.values.hide
        if self.glossary in hide.chapters or set(self.chapters) <= set(hide.chapters):
            which = f"The glossary '{self.glossary}'" if self.glossary in hide.chapters else "Every chapter"
            place = self.settings.place("hide", "chapters")
            self.problems.append(HIDES_TOO_MUCH.broken(self.file, place, f"{which} is hidden."))
            return
        gone: dict[str, Collection[str] | None] = dict(self._hide_sections())
        for key, names, known in (
            ("chapters", hide.chapters, self.chapters),
            ("pages", hide.pages, self.pages),
            ("languages", hide.languages, self.languages),
        ):
            self._expect(("hide", key), names, known)
        gone |= dict.fromkeys((*hide.chapters, *hide.pages))
        for file in [each for each in (*self.overlay.texts, *self.overlay.others) if self._is_hidden(each)]:
            self.overlay.texts.pop(file, None)
            self.overlay.others.pop(file, None)
        self._hide_questions()
        self._unlink(gone)

    def settle(self) -> None:
        """Write into `guide.yaml` what the edition has otherwise, and take out of it what is hidden."""
        if GUIDE_FILE not in self.overlay.texts:
            return
        hide = self.settings.values.hide
        self.overlay.merge(GUIDE_FILE, self.settings.over_guide(self.overlay.texts[GUIDE_FILE], self.name))
        for key in ("chapters", "pages", "languages"):
            if names := getattr(hide, key):
                self.overlay.texts[GUIDE_FILE] = without_entries(self.overlay.texts[GUIDE_FILE], (key,), names)

    def _is_hidden(self, file: PurePosixPath) -> bool:
        hide, parts = self.settings.values.hide, file.parts
        language = parts[1] if len(parts) > 2 else ""  # noqa: PLR2004 - content, language, file
        is_page = parts[2:3] == (FOLDER,)
        return language in hide.languages or file.stem in (hide.pages if is_page else hide.chapters if language else ())

    def _hide_sections(self) -> Iterable[tuple[str, Collection[str]]]:
        """By chapter, the headings that are gone; the sections go from its texts."""
        for chapter, ids in self.settings.values.hide.sections.items():
            self._expect(("hide", "sections", chapter), [chapter], self.chapters, is_key=True)
            files = [file for file in self.overlay.texts if file.stem == chapter and file.suffix == ".md"]
            if not files:
                continue
            before = {file: headings_of(self.overlay.texts[file]) for file in files}
            known = {section.id for file in files for section in sections_of(self.overlay.texts[file])}
            self._expect(("hide", "sections", chapter), ids, known)
            for file in files:
                self.overlay.texts[file] = without_sections(self.overlay.texts[file], ids)
            left = {id_ for file in files for id_ in headings_of(self.overlay.texts[file])}
            yield chapter, {id_ for ids_ in before.values() for id_ in ids_} - left

    def _hide_questions(self) -> None:
        """Questions that are hidden, or explained in a section that is; a quiz without any goes with its cell."""
        hide = self.settings.values.hide
        for chapter, ids in hide.questions.items():
            self._expect(("hide", "questions", chapter), ids, _question_ids(self.overlay.texts, chapter))
        for file in [each for each in self.overlay.texts if each.parent.name == "quizzes"]:
            chapter = file.parent.parent / f"{file.stem}.md"
            if file.stem in {*hide.sections, *hide.questions} and chapter in self.overlay.texts:
                self._hide_in(file, chapter, frozenset(hide.questions.get(file.stem, ())))

    def _hide_in(self, file: PurePosixPath, chapter: PurePosixPath, ids: frozenset[str]) -> None:
        headings = headings_of(self.overlay.texts[chapter])
        quizzes, empty = without_questions(
            self.overlay.texts[file], lambda id_, where: id_ in ids or where not in headings
        )
        self.overlay.texts[file] = quizzes
        if not text_of(quizzes).strip():
            del self.overlay.texts[file]
        calls = {f'lesson.quiz("{quiz}")' for quiz in empty}
        self.overlay.texts[chapter] = without_cells(self.overlay.texts[chapter], calls)

    def _unlink(self, gone: Mapping[str, Collection[str] | None]) -> None:
        """Make words of links to what is gone, and take lines about hidden chapters off the start page."""
        for file, lines in self.overlay.texts.items():
            if file.suffix in {".md", ".yaml"}:
                self.overlay.texts[file], problems = without_links(lines, file.stem, gone)
                self.problems += problems
        for file in [each for each in self.overlay.texts if each.name == f"{HOME}.md" and each.parent.name == FOLDER]:
            lines = self.overlay.texts[file]
            end = next((at for at, line in enumerate(lines) if at and line.text.rstrip() == "---"), 0)
            front = without_entries(lines[1:end], ("chapters",), self.settings.values.hide.chapters)
            self.overlay.texts[file] = (lines[0], *front, *lines[end:])

    def _expect(
        self, path: tuple[str, ...], names: Iterable[str], known: Collection[str], *, is_key: bool = False
    ) -> None:
        """A problem for each name in the list at ``path`` that the guide does not have."""
        document = self.settings.document
        for index, name in enumerate(names):
            if name not in known:
                what = f"The guide has no '{name}' that could be hidden."
                place = document.key_place(path) if is_key else document.place((*path, index))
                self.problems.append(UNKNOWN_PART.broken(self.file, place, what, did_you_mean(name, known)))


def _question_ids(texts: Mapping[PurePosixPath, Lines], chapter: str) -> set[str]:
    """The ids of a chapter's questions in every language."""
    found: set[str] = set()
    for file, lines in texts.items():
        if file.parent.name == "quizzes" and file.stem == chapter:
            document = read_yaml(text_of(lines), file).document
            quizzes = document.value(("quizzes",)) if document else None
            for quiz in quizzes if isinstance(quizzes, list) else []:
                questions = quiz.get("questions") if isinstance(quiz, dict) else None
                known = questions if isinstance(questions, list) else []
                found |= {str(each.get("id")) for each in known if isinstance(each, dict)}
    return found


def _words(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, (list, tuple)) else []


def _codes(value: object) -> list[str]:
    return [str(each.get("code")) for each in value if isinstance(each, dict)] if isinstance(value, list) else []
