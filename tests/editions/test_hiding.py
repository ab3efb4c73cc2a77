"""What an edition hides leaves nothing behind."""

import pytest

from patientbook.checking import check_guide
from patientbook.reading import load_guide
from tests.editions.club import club_of, write
from tests.guides import CHAPTER, replace_in

SECOND = """\
---
title: Riding
purpose: This chapter explains riding.
objectives: [ride]
minutes: 1
written: '2026-01-31'
next_review: '2099-01-31'
---

# Riding

As [chapter 1](01-bicycles.md#how-to-ride) says, look ahead. See [all of it](01-bicycles.md).
"""


@pytest.fixture
def two_chapters(guide):
    (guide / "content/en/02-riding.md").write_text(SECOND, encoding="utf-8")
    replace_in(guide / "content/guide.yaml", "[01-bicycles, 08-words]", "[01-bicycles, 02-riding, 08-words]")
    return guide


def composed(guide, edition):
    write(guide, "edition.yaml", f"title: The club\n{edition}")
    club = club_of(guide)
    club.renew()
    return club


def links_told(club):
    return [f"{each.file}:{each.line}" for each in check_guide(club.guide) if each.rule == "edition-hidden-link"]


def test_a_hidden_chapter_goes_with_its_questions_and_links_to_it_become_words(two_chapters):
    replace_in(two_chapters / CHAPTER, "See [how to ride]", "See [riding](02-riding.md), [how to ride]")
    club = composed(two_chapters, "hide: {chapters: [02-riding]}\n")
    made = load_guide(club.guide)
    assert made.settings.chapters == ("01-bicycles", "08-words")
    assert not (club.guide / "content/en/02-riding.md").exists()
    assert "See riding, [how to ride]" in (club.guide / CHAPTER).read_text(encoding="utf-8")
    assert links_told(club) == ["content/en/01-bicycles.md:55"]


def test_a_hidden_section_takes_along_what_it_explains_and_no_link_leads_to_it(two_chapters):
    club = composed(two_chapters, "hide: {sections: {01-bicycles: [how-to-ride]}}\n")
    text = (club.guide / CHAPTER).read_text(encoding="utf-8")
    assert "## How to ride" not in text
    assert "Look where you want to go" not in text
    assert "[how to ride](#how-to-ride)" not in text
    [question] = load_guide(club.guide).languages["en"].quizzes["01-bicycles"]["first-ride"].questions
    assert question.id == "how-many"
    second = (club.guide / "content/en/02-riding.md").read_text(encoding="utf-8")
    assert "[chapter 1](01-bicycles.md) says" in second
    assert "content/en/02-riding.md:12" in links_told(club)


def test_a_quiz_without_questions_goes_with_its_cell(guide):
    club = composed(guide, "hide: {questions: {01-bicycles: [how-many, round]}}\n")
    assert "lesson.quiz" not in (club.guide / CHAPTER).read_text(encoding="utf-8")
    assert load_guide(club.guide).languages["en"].quizzes.get("01-bicycles", {}) == {}


def test_a_hidden_page_leaves_menus_and_links(guide):
    club = composed(guide, "hide: {pages: [about]}\n")
    made = load_guide(club.guide)
    assert made.settings.pages == ()
    assert "[the riders]" not in (club.guide / CHAPTER).read_text(encoding="utf-8")


def test_the_start_page_says_nothing_of_a_hidden_chapter(two_chapters):
    home = two_chapters / "content/en/pages/home.md"
    text = home.read_text(encoding="utf-8")
    assert text.startswith("---\n")
    lines = "" if "chapters:" in text else "chapters:\n"
    marked = f"---\n{lines}" if lines else "chapters:\n"
    text = text.replace("---\n" if lines else "chapters:\n", f"{marked}  02-riding: How to ride.\n", 1)
    home.write_text(text, encoding="utf-8")
    club = composed(two_chapters, "hide: {chapters: [02-riding]}\n")
    assert "02-riding" not in (club.guide / "content/en/pages/home.md").read_text(encoding="utf-8")


def test_what_the_guide_has_and_the_edition_no_longer_uses_is_no_problem(guide):
    before = {each.rule for each in check_guide(guide)}
    club = composed(guide, "hide: {sections: {01-bicycles: [looking-after-it, how-to-ride]}}\n")
    after = [each for each in check_guide(club.guide) if each.rule not in before]
    assert {each.rule for each in after} <= {"edition-hidden-link"}
