"""What a chapter's cells show: only what belongs to the chapter, numbered as a reader meets it."""

import pytest

from patientbook import open_lesson
from patientbook.problems import ContentError, PatientbookError
from tests.guides import CHAPTER, replace_in


@pytest.fixture
def lesson(guide):
    return open_lesson("en/01-bicycles", guide)


def test_a_notebook_finds_its_guide_above_its_folder(guide, monkeypatch):
    (guide / "notebooks" / "en").mkdir(parents=True)
    monkeypatch.chdir(guide / "notebooks" / "en")
    assert "what a bicycle is" in open_lesson("en/01-bicycles").opening().html


@pytest.mark.parametrize("name", ["en/02-cars", "es/01-bicycles", "01-bicycles", "", "en/", "en/01-bicycles.md"])
def test_an_unknown_chapter_is_told_with_those_there_are(guide, name):
    with pytest.raises(PatientbookError) as error:
        open_lesson(name, guide)
    message = f'There is no chapter "{name}". This guide has: "en/01-bicycles", "en/08-words".'
    assert str(error.value) == message


def test_a_folder_without_a_guide_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PatientbookError, match=r"There is no guide here: .*content/guide\.yaml.* Run this inside"):
        open_lesson("en/01-bicycles")


def test_content_that_cannot_be_read_is_told_with_its_place(guide):
    replace_in(guide / CHAPTER, "minutes: 4", "minutes: four")
    with pytest.raises(ContentError, match=r"content/en/01-bicycles\.md:12:10 \[wrong-number\]"):
        open_lesson("en/01-bicycles", guide)


@pytest.mark.parametrize(
    ("show", "message"),
    [
        (lambda lesson: lesson.figure("wheels"), 'There is no picture "wheels". This chapter can show: wheel, riders.'),
        (lambda lesson: lesson.quiz("last-ride"), 'There is no quiz "last-ride". This chapter can show: first-ride.'),
    ],
    ids=["figure", "quiz"],
)
def test_a_wrong_name_is_told_with_those_there_are(lesson, show, message):
    with pytest.raises(PatientbookError) as error:
        show(lesson)
    assert str(error.value) == message


def test_a_chapter_without_questions_says_so(guide):
    with pytest.raises(PatientbookError, match="This chapter can show: none"):
        open_lesson("en/08-words", guide).quiz("first-ride")


def test_the_opening_says_what_the_chapter_is_for(lesson):
    opening = lesson.opening()
    assert "<li>say what a bicycle is</li>\n<li>look after a chain</li>" in opening.html
    assert opening.plain.splitlines()[0] == "This chapter explains what a bicycle is."
    assert opening._repr_mimebundle_() == {"text/html": opening.html, "text/plain": opening.plain}


def test_the_glossary_has_the_terms_of_the_chapter_and_those_their_meanings_use(lesson):
    """Linked: chain. Its meaning links to gear, whose meaning links to hub. Nothing leads to bell."""
    terms = lesson.glossary().terms
    assert list(terms) == ["chain", "gear", "hub"]
    assert terms["chain"] == {
        "term": "Chain",
        "meaning": 'A row of links that turns the <a href="08-words.ipynb#gear">gear</a>.',
        "more": "It needs oil.",
        "href": "08-words.ipynb#chain",
    }


def test_a_term_that_only_a_question_names_is_in_the_glossary(guide):
    replace_in(guide / "content/en/quizzes/01-bicycles.yaml", "terms: [hub]", "terms: [hub, bell]")
    assert "bell" in open_lesson("en/01-bicycles", guide).glossary().terms


def test_terms_that_explain_each_other_do_not_go_round_for_ever(guide):
    replace_in(guide / "content/en/glossary.yaml", "The middle of a wheel", "Where the [chain](#chain) goes")
    assert list(open_lesson("en/01-bicycles", guide).glossary().terms) == ["chain", "gear", "hub"]


def test_the_chapter_of_words_does_not_list_its_words_a_second_time(guide):
    glossary = open_lesson("en/08-words", guide).glossary()
    assert glossary.terms == {}
    assert glossary.html == ""


def test_a_question_on_the_wire_leads_to_notebooks(lesson):
    quiz = lesson.quiz("first-ride")
    first, second = quiz.questions
    assert quiz.title == "Your first ride"
    assert '<a href="08-words.ipynb#gear">gear</a>' in first["stem"]
    assert first["terms"] == [{"href": "08-words.ipynb#chain", "label": "Chain"}]
    assert first["read_again"] == {"href": "#looking-after-it", "label": "Looking after it"}
    assert second["read_again"] == {"href": "#how-to-ride", "label": "How to ride"}
    assert [option["right"] for option in first["options"]] == [False, True]


def test_sources_are_numbered_by_their_first_use(lesson):
    html = lesson.sources().html
    first, second = (
        '<li id="source-1"><a href="https://doi.org/10.1000/wheel"',
        '<li id="source-2"><a href="https://example',
    )
    assert 0 < html.index(first) < html.index(second)
    assert "Spoke, A. and Rim, B. (2001). Why wheels are round. Journal of Wheels, 3, 30–35." in html
    assert "The Chain Society (2019). Oil your chain. Web page." in html
    assert "2026-01-31, from 2 sources; the newest is from 2019" in html


def test_another_order_of_citations_gives_another_order_of_sources(guide):
    replace_in(guide / CHAPTER, "[@wheel2001].", "[@chain2019].")
    html = open_lesson("en/01-bicycles", guide).sources().html
    assert html.index('<li id="source-1"><a href="https://example') < html.index(
        '<li id="source-2"><a href="https://doi'
    )


def test_a_chapter_without_sources_still_says_who_reviewed_it(guide):
    html = open_lesson("en/08-words", guide).sources().html
    assert "<ol>" not in html
    assert "Reviewed" in html


def test_nobody_reviewed_is_said_as_long_as_nobody_has(lesson):
    html = lesson.sources().html
    assert "Not yet. Nobody has reviewed this chapter so far." in html
    assert '<a href="mailto:riders@example.org">Write to us</a>' in html


def test_who_reviewed_and_when_is_said(guide):
    replace_in(
        guide / CHAPTER, "title: What", "reviewed: '2026-02-01'\nreviewed_by: [Dr Spoke, Nurse Rim]\ntitle: What"
    )
    html = open_lesson("en/01-bicycles", guide).sources().html
    assert "<dd>Dr Spoke, Nurse Rim, 2026-02-01</dd>" in html
    assert "Not yet" not in html


def test_readers_are_told_how_to_report_a_mistake_with_a_contact_or_without(guide):
    assert "Report a mistake" in open_lesson("en/01-bicycles", guide).sources().plain
    replace_in(guide / "content/guide.yaml", 'contact: {name: Write to us, url: "mailto:riders@example.org"}\n', "")
    assert "Report a mistake" not in open_lesson("en/01-bicycles", guide).sources().plain
    replace_in(guide / "content/guide.yaml", "    tagline:", "    mistakes: Tell the riders.\n    tagline:")
    assert "Report a mistakeTell the riders." in open_lesson("en/01-bicycles", guide).sources().plain
