"""Every rule there is: those that reading finds, and those of the checks in this package, one function each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from patientbook.reading.rules import READING_RULES, Rule

from . import (
    cells,
    chances,
    dates,
    figures,
    first_words,
    grades,
    links,
    look,
    medicines,
    pages,
    questions,
    sizes,
    slips,
    sources,
    structure,
    survival,
    terms,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from patientbook.problems import Problem

    from .subject import Subject


class Check(NamedTuple):
    """A rule and the function that finds where it is broken.

    One that ``needs_all`` says that nothing uses something; it is left out while there are errors, because the use may
    be there, misspelt.
    """

    rule: Rule
    find: Callable[[Subject], Iterator[Problem]]
    needs_all: bool = False


CHECKS: tuple[Check, ...] = (
    Check(structure.TITLE_DIFFERS, structure.title_differs),
    Check(structure.HEADING_SKIPS, structure.heading_skips),
    Check(structure.HEADING_REPEATS, structure.heading_repeats),
    Check(structure.SECTION_TOO_LONG, structure.section_too_long),
    Check(structure.MISSING_SECTION, structure.missing_section),
    Check(structure.MISSING_STEPS, structure.missing_steps),
    Check(structure.UNLISTED_CHAPTER, structure.unlisted_chapter),
    Check(structure.FRONT_MATTER_LOST, structure.front_matter_lost),
    Check(pages.UNLISTED_PAGE, pages.unlisted_page),
    Check(pages.UNKNOWN_CHAPTER, pages.unknown_chapter),
    Check(pages.ONLY_IN_CHAPTERS, pages.only_in_chapters),
    Check(dates.REVIEW_DATE, dates.review_date),
    Check(dates.REVIEW_DUE, dates.review_due),
    Check(dates.REVIEWED_BY_NOBODY, dates.reviewed_by_nobody),
    Check(cells.CELL_CODE, cells.cell_code),
    Check(cells.UNKNOWN_CALL, cells.unknown_call),
    Check(cells.WRONG_LESSON, cells.wrong_lesson),
    Check(cells.MISSING_CALL, cells.missing_call),
    Check(cells.LONG_CELL, cells.long_cell),
    Check(terms.UNKNOWN_TERM, terms.unknown_term),
    Check(terms.UNUSED_TERM, terms.unused_term, needs_all=True),
    Check(terms.UNLINKED_FIRST_USE, terms.unlinked_first_use),
    Check(first_words.UNEXPLAINED_FIRST_USE, first_words.unexplained_first_use),
    Check(links.DEAD_LINK, links.dead_link),
    Check(links.MISSING_ALT, links.missing_alt),
    Check(links.RAW_HTML, links.raw_html),
    Check(slips.HEADING_SLIP, slips.heading_slip),
    Check(slips.CELL_SLIP, slips.cell_slip),
    Check(slips.LINK_SLIP, slips.link_slip),
    Check(sizes.LARGE_FILE, sizes.large_file),
    Check(sources.UNKNOWN_SOURCE, sources.unknown_source),
    Check(sources.UNUSED_SOURCE, sources.unused_source, needs_all=True),
    Check(sources.CITATION_SYNTAX, sources.citation_syntax),
    Check(sources.CLAIM_WITHOUT_SOURCE, sources.claim_without_source),
    Check(medicines.MEDICINE_WITHOUT_SOURCE, medicines.medicine_without_source),
    Check(questions.UNKNOWN_QUIZ, questions.unknown_quiz),
    Check(questions.UNUSED_QUIZ, questions.unused_quiz, needs_all=True),
    Check(questions.DUPLICATE_QUIZ, questions.duplicate_quiz),
    Check(questions.DUPLICATE_QUESTION, questions.duplicate_question),
    Check(questions.UNKNOWN_EXPLANATION, questions.unknown_explanation),
    Check(questions.QUESTION_WITHOUT_TERMS, questions.question_without_terms),
    Check(figures.UNKNOWN_FIGURE, figures.unknown_figure),
    Check(figures.UNUSED_FIGURE, figures.unused_figure, needs_all=True),
    Check(figures.MISSING_FIGURE, figures.missing_figure),
    Check(figures.BROKEN_FIGURE, figures.broken_figure),
    Check(figures.FIGURE_LABEL, figures.figure_label),
    Check(survival.UNKNOWN_SURVIVAL, survival.unknown_survival),
    Check(survival.UNUSED_SURVIVAL, survival.unused_survival, needs_all=True),
    Check(survival.SURVIVAL_FIGURE, survival.survival_figure),
    Check(words.SENTENCE_TOO_LONG, words.sentence_too_long),
    Check(words.BLAME_OR_WAR, words.blame_or_war),
    Check(grades.READING_GRADE, grades.reading_grade),
    Check(chances.ONE_IN_X, chances.one_in_x),
    Check(chances.DECIMAL_IN_CHANCE, chances.decimal_in_chance),
    Check(chances.MIXED_DENOMINATORS, chances.mixed_denominators),
    Check(chances.PICTURE_COUNT, chances.picture_count),
    Check(look.LOOK_CONTRAST, look.look_contrast),
    Check(look.LOGO_FILE, look.logo_file),
)

RULES: tuple[Rule, ...] = (*READING_RULES, *(check.rule for check in CHECKS))
