"""Nothing is kept before a yes, after it answers come back, and no state of the storage breaks the page."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.hands import Hands
from tests.browser.keeping import (
    ANSWERED,
    KEY,
    NO,
    NOT_SAVED,
    QUESTION,
    SAVED,
    YES,
    agree,
    answer_a_question,
    answer_to,
    asked,
    kept,
    said,
    verdict,
)
from tests.browser.reading import CHAPTER, HOME, NARROW, PHONE
from tests.browser.test_privacy import NOTHING, STORED

pytestmark = pytest.mark.hosts("website")

FORBIDDEN = """
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("Forbidden", "SecurityError"); } });
"""
FILL = """
() => {
  for (let size = 1 << 20; size >= 1; size >>= 1)
    for (let piece = 0; ; piece++)
      try { localStorage.setItem(`junk-${size}-${piece}`, "x".repeat(size)); } catch { break; }
}
"""
TIDY = (
    "() => Object.keys(localStorage).filter(key => key.startsWith('junk')).forEach(key => localStorage.removeItem(key))"
)
PUT = "([key, text]) => localStorage.setItem(key, text)"
TEXT = "key => localStorage.getItem(key)"


def test_no_page_stores_anything_before_the_reader_agrees(reader):
    paths = reader.pages()
    page = reader.open(HOME)
    for path in paths:
        page.goto(reader.address + path)
        page.mouse.wheel(0, 20_000)
        page.evaluate("() => window.dispatchEvent(new Event('pagehide'))")
        assert (path, page.evaluate(STORED)) == (path, NOTHING)
    assert page.context.cookies() == []


@pytest.mark.parametrize("path", [HOME, CHAPTER])
def test_the_question_is_asked_in_the_page_and_answered_by_keyboard(reader, path):
    page = reader.open(path, viewport=PHONE)
    expect(asked(page)).to_have_count(1)
    Hands(page).use(page.get_by_role("button", name=YES))
    expect(said(page)).to_have_text(SAVED)
    expect(said(page)).to_be_focused()
    expect(asked(page)).to_be_hidden()
    assert violations(page) == []
    page.reload()
    expect(asked(page)).to_be_hidden()
    expect(said(page)).to_be_empty()
    page.goto(reader.address + (HOME if path == CHAPTER else CHAPTER))
    expect(asked(page)).to_be_hidden()


def test_after_a_yes_answers_are_back_when_the_page_is_opened_again(reader):
    page = reader.open()
    answer_a_question(page)
    assert page.evaluate(STORED) == NOTHING
    agree(page)
    page.reload()
    expect(verdict(page)).to_contain_text(ANSWERED)
    page.close()
    again = page.context.new_page()
    again.goto(reader.address + CHAPTER)
    expect(verdict(again)).to_contain_text(ANSWERED)
    assert [answer["question"] for answer in kept(again)["answers"].values()] == [QUESTION.id]
    everything = again.evaluate(STORED)
    assert everything | {"local": 0, "caches": 0, "workers": 0} == NOTHING


def test_after_a_no_nothing_is_kept_or_asked_in_this_tab_and_another_is_asked(reader):
    page = reader.open(viewport=NARROW)
    Hands(page).use(page.get_by_role("button", name=NO))
    expect(said(page)).to_have_text(NOT_SAVED)
    expect(said(page)).to_be_focused()
    answer_a_question(page)
    page.goto(reader.address + HOME)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(asked(page)).to_be_hidden()
    page.goto(reader.address + CHAPTER)
    expect(verdict(page)).to_be_empty()
    assert page.evaluate(STORED) | {"session": 0} == NOTHING
    other = page.context.new_page()
    other.goto(reader.address + CHAPTER)
    expect(asked(other)).to_be_visible()


def test_two_tabs_keep_what_is_done_in_both(reader):
    page = reader.open()
    agree(page)
    other = page.context.new_page()
    other.goto(reader.address + CHAPTER)
    answer_a_question(page)
    expect(verdict(other)).to_contain_text(ANSWERED)
    expect(asked(other)).to_be_hidden()


def test_where_storage_is_forbidden_it_is_said_and_the_page_works(reader):
    page = reader.open(HOME)
    page.add_init_script(FORBIDDEN)
    page.goto(reader.address + CHAPTER)
    expect(page.get_by_text("This browser lets the guide keep nothing, so your answers")).to_be_visible()
    expect(asked(page)).to_be_hidden()
    answer_a_question(page)
    assert violations(page) == []


def test_where_there_is_no_room_left_it_is_said_and_what_was_kept_stays(reader):
    page = reader.open()
    agree(page)
    before = kept(page)
    page.evaluate(FILL)
    answer_a_question(page)
    expect(page.get_by_text("There is no room left on this device")).to_be_visible()
    expect(said(page)).to_contain_text("No room is left")
    assert kept(page) == before
    page.evaluate(TIDY)
    page.locator("input[type=radio][name^='pb-set-theme']").last.evaluate("radio => radio.click()")
    expect(said(page)).to_contain_text("There is room again.")
    assert [answer["question"] for answer in kept(page)["answers"].values()] == [QUESTION.id]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{half a bo", "Something that was kept here cannot be read."),
        (json.dumps({"version": 99, "shelves": []}), "A newer version of this guide kept your things here."),
    ],
    ids=["damaged", "newer"],
)
def test_what_cannot_be_read_is_left_as_it_is_and_reading_goes_on(reader, text, words):
    page = reader.open(viewport=PHONE)
    page.evaluate(PUT, [KEY, text])
    page.reload()
    expect(page.get_by_text(words)).to_be_visible()
    expect(asked(page)).to_be_hidden()
    answer_a_question(page)
    page.reload()
    expect(page.get_by_text(words)).to_be_visible()
    assert page.evaluate(TEXT, KEY) == text
    assert violations(page) == []


def test_without_javascript_nothing_is_asked(reader):
    page = reader.open(java_script_enabled=False)
    expect(asked(page)).to_be_hidden()
    expect(page.get_by_text("Saved on this device")).to_have_count(0)


def test_a_yes_in_one_tab_answers_the_question_in_the_other(reader):
    page = reader.open(HOME)
    other = page.context.new_page()
    other.goto(reader.address + CHAPTER)
    other.get_by_role("button", name=YES).focus()
    answer_to(page, YES)
    expect(asked(other)).to_be_hidden()
    expect(said(other)).to_be_focused()
