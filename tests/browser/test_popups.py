"""A word of the text opens what explains it, for every hand, and lets go again."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import PHONE
from tests.browser.words import SEE, is_focused, popup, word

pytestmark = pytest.mark.hosts("website", "folder")

MEANING = "A sign that can be measured"


def test_the_text_stands_there_and_its_words_say_that_they_open(reader):
    page = reader.open()
    expect(page.get_by_role("heading", level=1)).to_have_text("What is personalised medicine?")
    expect(word(page, "biomarker")).to_have_attribute("aria-expanded", "false")
    expect(popup(page, "Biomarker")).to_have_count(0)


def test_a_pointer_that_rests_on_a_word_opens_it_and_one_that_leaves_closes_it(reader):
    page = reader.open()
    word(page, "biomarker").hover()
    expect(popup(page, "Biomarker")).to_contain_text(MEANING)
    page.get_by_role("heading", name="The idea in one minute").hover()
    expect(popup(page, "Biomarker")).to_have_count(0)


def test_a_pointer_may_move_into_what_it_opened_and_select_its_words(reader):
    page = reader.open()
    word(page, "biomarker").hover()
    text = popup(page, "Biomarker").get_by_text(MEANING)
    box = text.bounding_box()
    page.mouse.move(box["x"] + 2, box["y"] + 8, steps=8)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 8, steps=4)
    page.mouse.up()
    assert page.evaluate("getSelection().toString()").strip() in MEANING
    assert page.evaluate("getSelection().toString()").strip()
    expect(popup(page, "Biomarker")).to_be_visible()


@pytest.mark.parametrize("key", ["Enter", " "], ids=["Enter", "Space"])
def test_a_key_opens_a_word_and_the_same_key_closes_it(reader, key):
    page = reader.open()
    word(page, "biomarker").focus()
    page.keyboard.press("Escape")
    expect(popup(page, "Biomarker")).to_have_count(0)
    page.keyboard.press(key)
    expect(popup(page, "Biomarker")).to_be_visible()
    expect(word(page, "biomarker")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press(key)
    expect(popup(page, "Biomarker")).to_have_count(0)
    assert is_focused(word(page, "biomarker"))


def test_focus_opens_a_word_and_focus_that_leaves_closes_it(reader):
    page = reader.open()
    word(page, "biomarker").focus()
    expect(popup(page, "Biomarker")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(popup(page, "Biomarker")).to_have_count(0)


def test_escape_closes_a_word_leaves_the_focus_on_it_and_does_not_open_it_again(reader):
    page = reader.open()
    word(page, "biomarker").focus()
    page.keyboard.press("Tab")
    expect(popup(page, "Biomarker").get_by_role("link", name=SEE)).to_be_focused()
    page.keyboard.press("Escape")
    expect(popup(page, "Biomarker")).to_have_count(0)
    assert is_focused(word(page, "biomarker"))
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    expect(popup(page, "Biomarker")).to_have_count(0)


def test_a_tap_opens_a_word_and_a_tap_elsewhere_closes_it(reader):
    page = reader.open(viewport=PHONE, has_touch=True, is_mobile=True)
    word(page, "biomarker").tap()
    expect(popup(page, "Biomarker")).to_contain_text(MEANING)
    popup(page, "Biomarker").get_by_text(MEANING).tap()
    expect(popup(page, "Biomarker")).to_be_visible()
    page.get_by_role("heading", name="The idea in one minute").tap()
    expect(popup(page, "Biomarker")).to_have_count(0)


def test_a_second_tap_closes_a_word(reader):
    page = reader.open(viewport=PHONE, has_touch=True, is_mobile=True)
    word(page, "biomarker").tap()
    expect(popup(page, "Biomarker")).to_be_visible()
    word(page, "biomarker").tap()
    expect(popup(page, "Biomarker")).to_have_count(0)


@pytest.mark.parametrize("hand", ["mouse", "finger", "keys"])
def test_a_word_inside_an_explanation_opens_on_top_and_escape_closes_one_at_a_time(reader, hand):
    page = reader.open(**({"viewport": PHONE, "has_touch": True} if hand == "finger" else {}))
    press = {"mouse": "click", "finger": "tap", "keys": "press"}[hand]
    given = ["Enter"] if hand == "keys" else []
    getattr(word(page, "gene"), press)(*given)
    inside = popup(page, "Gene").get_by_role("button").first
    name = inside.text_content()
    getattr(inside, press)(*given)
    on_top = popup(page, re.compile(f"^{name}", re.IGNORECASE))
    expect(on_top).to_be_visible()
    expect(popup(page, "Gene").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(on_top).to_have_count(0)
    expect(popup(page, "Gene")).to_be_visible()
    page.keyboard.press("Escape")
    expect(popup(page, "Gene")).to_have_count(0)


def test_see_it_in_the_glossary_leads_to_the_word_there_below_the_bar(reader):
    page = reader.open()
    word(page, "biomarker").click()
    popup(page, "Biomarker").get_by_role("link", name=SEE).click()
    page.wait_for_url("**/08-glossary.html#biomarker")
    entry = page.locator(":target")
    expect(entry).to_be_in_viewport()
    expect(entry).to_contain_text(MEANING)
    bar = page.get_by_role("banner").bounding_box()
    assert entry.bounding_box()["y"] >= bar["y"] + bar["height"]
