"""Without JavaScript everything can be read, and nothing pretends to work."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.answering import QUESTIONS, explanations_of, place_of
from tests.browser.axe import violations
from tests.browser.reading import CHAPTER, GLOSSARY, HOME, PHONE
from tests.frame.project import ROOT

pytestmark = pytest.mark.hosts("website", "folder")

SHOWN = (ROOT / "content" / "en" / f"{CHAPTER[3:-5]}.md").read_text(encoding="utf-8").count("lesson.figure(")
SENTENCES = """
all => all.map(each => {
  const copy = each.cloneNode(true);
  copy.querySelectorAll("button").forEach(button => button.remove());
  return copy.textContent;
})
"""
OFF = {"java_script_enabled": False}


def texts_of(question):
    """What can be chosen in a question."""
    if question.type in ("true_false", "scale"):
        return ["True", "False"] if question.type == "true_false" else []
    parts = {"matching": "pairs", "ordering": "items"}.get(question.type, "options")
    return [part.text for part in getattr(question, parts)]


def test_every_sentence_of_the_page_is_there_without_javascript(reader):
    with_it = reader.open().get_by_role("main")
    without = reader.open(**OFF).get_by_role("main")
    for tag in ("h1", "h2", "article > p", "section p:not(.pb-quiz *, .pb-note *)", "figcaption", "legend", ".box li"):
        sentences = with_it.locator(tag).evaluate_all(SENTENCES)
        assert sentences
        assert without.locator(tag).all_text_contents() == sentences


def test_pictures_stand_there_without_javascript(reader):
    page = reader.open(**OFF)
    figures = page.get_by_role("figure")
    expect(figures).to_have_count(SHOWN)
    for figure in figures.all():
        expect(figure.get_by_role("img")).to_be_visible()
        expect(figure.get_by_role("img")).to_have_accessible_name(re.compile(r"\w+"))
        expect(figure.locator("figcaption")).to_be_visible()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_question_is_its_text_its_options_and_its_answers_explained_without_javascript(reader, question):
    page = reader.open(f"{CHAPTER}#pb-q-{question.id}", **OFF)
    place = place_of(page, question)
    expect(place.get_by_role("group", name=question.stem)).to_be_visible()
    for text in texts_of(question):
        expect(place.locator(".pb-ask").get_by_text(text, exact=True)).to_be_visible()
    explanation = place.get_by_text(explanations_of(question)[0])
    expect(explanation).to_be_hidden()
    place.get_by_text("Show the answers").press("Enter")
    for text in explanations_of(question):
        expect(place.get_by_text(text)).to_be_visible()
    for hint in question.hints:
        expect(place.get_by_text(hint)).to_be_visible()


def test_nothing_that_would_need_javascript_offers_itself(reader):
    page = reader.open(**OFF)
    for role in ("button", "slider"):
        assert [each.inner_html() for each in page.get_by_role(role).all() if each.is_visible()] == []
    expect(page.get_by_text("How sure are you?").first).to_be_hidden()


def test_a_word_leads_to_its_place_in_the_glossary_without_javascript(reader):
    page = reader.open(**OFF)
    page.get_by_role("main").get_by_role("link", name="biomarker", exact=True).click()
    page.wait_for_url("**/08-glossary.html#biomarker")
    expect(page.locator(":target").get_by_text("A sign that can be measured")).to_be_in_viewport()


def test_the_menu_works_without_javascript(reader):
    page = reader.open(viewport=PHONE, **OFF)
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("banner").get_by_role("link", name="Glossary of terms").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Glossary of terms")


@pytest.mark.parametrize("path", [HOME, CHAPTER, GLOSSARY])
def test_axe_finds_nothing_where_our_script_does_not_run(reader, path):
    page = reader.open(HOME)  # axe is a script itself, so only ours is kept out
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(reader.address + path)
    page.locator("main details").evaluate_all("all => all.forEach(each => { each.open = true })")
    assert violations(page) == []
