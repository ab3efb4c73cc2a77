"""The build of a chapter: title, headings, short sections, and the sections that every chapter has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.markdown import slug
from patientbook.reading.root import GUIDE_FILE
from patientbook.reading.rules import START, Place, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.problems import Problem

    from .chapter import CheckedChapter
    from .subject import Subject

TITLE_DIFFERS = Rule(
    "title-differs",
    "A chapter does not begin with its title as the one heading of the first level.",
    "Begin the text with '# ' and the title of the front matter; use '## ' for the rest.",
)
HEADING_SKIPS = Rule("heading-skips", "A heading skips a level.", "Use one '#' more than the heading above it at most.")
HEADING_REPEATS = Rule(
    "heading-repeats",
    "Two headings of a chapter have the same words, or one has none: links could not tell them apart.",
    "Give each heading words of its own.",
)
SECTION_TOO_LONG = Rule(
    "section-too-long",
    "A section has more than 200 words.",
    "Divide it with headings, or shorten it.",
    Severity.WARNING,
)
MISSING_SECTION = Rule(
    "missing-section",
    "A chapter has no section for key points, questions or what is not known.",
    "Add the section with the heading that guide.yaml gives it.",
)
MISSING_STEPS = Rule(
    "missing-steps",
    "A chapter has no numbered list of steps under the heading that guide.yaml gives for them.",
    "Add the heading, and under it what a reader can do next, as '1. …', '2. …'.",
)
FRONT_MATTER_LOST = Rule(
    "front-matter-lost",
    "JupyterLab would delete a chapter's front matter when it saves the chapter as a notebook.",
    "Copy the block 'jupytext:' from the front matter of another chapter.",
)
UNLISTED_CHAPTER = Rule(
    "unlisted-chapter",
    "A file of a chapter is there, but guide.yaml does not list the chapter.",
    "List it under 'chapters:', or delete the file.",
    Severity.WARNING,
)

_MOST_WORDS = 200
_NUMBERED = re.compile(r"\d+-")


def title_differs(subject: Subject) -> Iterator[Problem]:
    """Chapters whose text does not begin with the title, or that have a second one."""
    for chapter in subject.articles:
        titles = [heading for heading in chapter.headings if heading.level == 1]
        title = chapter.title
        first = chapter.headings[0] if chapter.headings else None
        if title and (first is None or first not in titles):
            place = (
                Place(first.line, first.column) if first else Place(chapter.cells[0].line if chapter.cells else 1, 1)
            )
            yield TITLE_DIFFERS.broken(
                chapter.file, place, "The text does not begin with a title.", f"Begin it with '# {title}'."
            )
        elif title and first and slug(title) != first.id:
            what = f"The title '{first.text}' differs from the one in the front matter, '{title}'."
            place, about = Place(first.line, first.column), f"{chapter.file}#{slug(title)}"
            yield TITLE_DIFFERS.broken(chapter.file, place, what, "Make the two the same.", about)
        for second in titles[1:]:
            what = f"'{second.text}' is a second title."
            yield TITLE_DIFFERS.broken(chapter.file, Place(second.line, second.column), what, "Begin it with '## '.")


def heading_skips(subject: Subject) -> Iterator[Problem]:
    """Headings more than one level below the heading before them."""
    for chapter in subject.articles:
        level = 1
        for heading in chapter.headings:
            if heading.level > level + 1:
                what = f"The heading '{heading.text}' goes from level {level} to level {heading.level}."
                way_out = f"Begin it with '{'#' * (level + 1)} '."
                yield HEADING_SKIPS.broken(chapter.file, Place(heading.line, heading.column), what, way_out)
            level = heading.level


def heading_repeats(subject: Subject) -> Iterator[Problem]:
    """Headings that have the id of an earlier one, or none."""
    for chapter in subject.articles:
        seen: set[str] = set()
        for heading in chapter.headings:
            if not heading.id:
                what = "The heading has no letters or digits."
                yield HEADING_REPEATS.broken(chapter.file, Place(heading.line, heading.column), what)
            elif heading.id in seen:
                what = f"An earlier heading has the id '{heading.id}' too."
                yield HEADING_REPEATS.broken(chapter.file, Place(heading.line, heading.column), what)
            seen.add(heading.id)


def section_too_long(subject: Subject) -> Iterator[Problem]:
    """Sections, from one heading to the next, with more than 200 words."""
    for chapter in subject.articles:
        for section in chapter.sections:
            heading = section.heading
            if section.words > _MOST_WORDS:
                what = f"The section '{heading.text}' has {section.words} words; more than {_MOST_WORDS} tire readers."
                yield SECTION_TOO_LONG.broken(chapter.file, Place(heading.line, heading.column), what)


def missing_section(subject: Subject) -> Iterator[Problem]:
    """Numbered chapters, other than the glossary, without one of the sections that `guide.yaml` names."""
    for chapter in _numbered(subject):
        for _, title in subject.content.settings.sections:
            if slug(title) not in chapter.heading_ids:
                what = f"The chapter has no section '{title}'."
                way_out = f"Add the heading '## {title}' and what belongs there."
                yield MISSING_SECTION.broken(chapter.file, _start(chapter), what, way_out)


def missing_steps(subject: Subject) -> Iterator[Problem]:
    """Numbered chapters, other than the glossary, without a numbered list under the heading for steps."""
    title = subject.content.settings.steps
    for chapter in _numbered(subject) if title else ():
        section = next((one for one in chapter.sections if one.heading.id == slug(title or "")), None)
        if section is None:
            what, way_out = (
                f"The chapter has no section '{title}'.",
                f"Add the heading '## {title}' and numbered steps.",
            )
            yield MISSING_STEPS.broken(chapter.file, _start(chapter), what, way_out)
        elif not any("ordered_list" in passage.block.within for passage in section.passages):
            place = Place(section.heading.line, section.heading.column)
            yield MISSING_STEPS.broken(chapter.file, place, f"The section '{title}' has no numbered list.")


def _numbered(subject: Subject) -> Iterator[CheckedChapter]:
    return (one for one in subject.chapters if _NUMBERED.match(one.id) and not one.is_glossary)


def _start(chapter: CheckedChapter) -> Place:
    return Place(chapter.headings[0].line, 1) if chapter.headings else START


def front_matter_lost(subject: Subject) -> Iterator[Problem]:
    """Chapters whose front matter does not tell Jupytext to keep all of it."""
    for chapter in subject.chapters:
        if chapter.chapter and chapter.front:
            kept = str(chapter.chapter.front.jupytext.get("notebook_metadata_filter", ""))
            if kept.partition(",")[0].strip() != "all":
                what = "'jupytext:' has no 'notebook_metadata_filter:' that starts with 'all'."
                yield FRONT_MATTER_LOST.broken(chapter.file, chapter.front.key_place(("jupytext",)), what)


def unlisted_chapter(subject: Subject) -> Iterator[Problem]:
    """Numbered Markdown files and quiz files whose chapter is not in the guide."""
    folder = subject.guide.root / subject.folder
    found = [*folder.glob("*.md"), *folder.glob("quizzes/*.yaml")]
    for path in sorted(found):
        if _NUMBERED.match(path.stem) and path.stem not in subject.guide.settings.chapters:
            file = GUIDE_FILE.parent / path.relative_to(folder.parent).as_posix()
            what = f"guide.yaml does not list a chapter '{path.stem}'."
            yield UNLISTED_CHAPTER.broken(file, START, what, about=f"{subject.folder / path.stem}.md")
