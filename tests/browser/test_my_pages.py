"""What somebody takes along from a chapter is on My pages the next week: by touch, and by keyboard."""

import json
from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.axe import violations
from tests.browser.keeping import YES, kept, said
from tests.browser.my_pages import (
    CHAPTER_4,
    MY,
    NO_PRINTER,
    READY,
    SURE_OF,
    Fingers,
    Keys,
    my_list,
    part,
    questions_on,
    stem,
)
from tests.browser.reading import HOME, PHONE

pytestmark = pytest.mark.hosts("website")

CHAPTER = f"en/{CHAPTER_4}.html"
NOTE = "Ask whether RNA was read as well."
SECTION = "When a result misleads"


@pytest.mark.parametrize("hands", [Fingers, Keys], ids=["by touch", "by keyboard"])
def test_what_is_taken_along_from_a_chapter_is_there_next_week(reader, hands, tmp_path):
    page = reader.open(CHAPTER, viewport=PHONE, has_touch=True, reduced_motion="reduce")
    page.context.add_init_script(NO_PRINTER)
    own = hands(page)
    own.press(page.get_by_role("button", name=YES))
    expect(said(page)).not_to_be_empty()
    write_a_note(own)
    be_sure_but_wrong(own)
    first, second = add_two_questions(own)

    page.goto(reader.address + HOME)
    page.goto(reader.address + MY)
    page.wait_for_selector(READY)
    expect_everything(page, [first, second])
    move_down(own, first)
    only_the_list_is_printed(own, [second, first])
    file = export(own, tmp_path)
    erase(own)
    bring(own, file)
    expect_everything(page, [second, first])
    page.reload()
    page.wait_for_selector(READY)
    expect_everything(page, [second, first])


def write_a_note(own):
    page = own.page
    own.press(page.get_by_role("button", name=f"Write a note on: {SECTION}"))
    field = page.get_by_role("textbox", name=f"My note on “{SECTION}”")
    expect(field).to_be_focused()
    own.write(field, NOTE)
    own.press(page.get_by_role("button", name="Done", exact=True).and_(page.locator(".pb-note-editor *")))
    expect(page.get_by_role("button", name=f"My note on: {SECTION}")).to_be_focused()


def be_sure_but_wrong(own):
    place = own.page.locator(f"#pb-q-{SURE_OF.id}")
    wrong = next(option for option in SURE_OF.options if not option.right)
    own.choose(place.get_by_role("radio", name=wrong.text))
    own.choose(place.get_by_role("radio", name="Very sure"))
    own.press(place.get_by_role("button", name="Check my answer"))
    expect(place.locator(".pb-status")).to_contain_text("Not quite.")


def add_two_questions(own):
    box = part(own.page, "Questions to ask your care team")
    texts = [each.text_content() for each in box.get_by_role("listitem").all()[:2]]
    texts = [text.removesuffix("Add to my list").strip() for text in texts]
    for text in texts:
        button = box.get_by_role("button", name=text)
        expect(button).to_have_attribute("aria-pressed", "false")
        own.press(button)
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(button).to_have_text("On my list – take off")
    return texts


def expect_everything(page, questions):
    again = part(page, "Answers to look at again")
    expect(again.get_by_role("heading", name="You were sure")).to_be_visible()
    expect(again.get_by_text(stem(SURE_OF))).to_be_visible()
    link = again.get_by_role("link", name="Read this part again")
    assert link.get_attribute("href") == f"{CHAPTER_4}.html#{SURE_OF.explained_in}"
    assert questions_on(page) == questions
    expect(part(page, "My notes").get_by_text(NOTE)).to_be_visible()
    expect(part(page, "My notes").get_by_role("link", name=SECTION)).to_be_visible()


def move_down(own, text):
    button = my_list(own.page).get_by_role("button", name=f"Move down: {text}")
    own.press(button)
    expect(my_list(own.page).get_by_role("status")).to_have_text("Moved to place 2 of 2.")
    expect(button).to_be_focused()


def only_the_list_is_printed(own, questions):
    page = own.page
    own.press(my_list(page).get_by_role("button", name="Print my questions"))
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    words = " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())
    assert (
        words.replace("1 / 1", "").split() == f"My questions to take along 1. {questions[0]} 2. {questions[1]}".split()
    )
    expect(page.get_by_role("heading", name="My notes")).to_be_visible()


def export(own, folder):
    page = own.page
    with page.expect_download() as download:
        own.press(part(page, "Save, bring, erase").get_by_role("button", name="Save my pages to a file"))
    assert download.value.suggested_filename.startswith("my-pages-2")
    file = folder / "my-pages.json"
    download.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8")) == kept(page)
    return file


def erase(own):
    page = own.page
    own.press(page.get_by_role("button", name="Erase everything"))
    expect(page.get_by_role("button", name="No, keep it")).to_be_focused()
    assert violations(page) == []
    own.press(page.get_by_role("button", name="Yes, erase everything"))
    expect(part(page, "Save, bring, erase").get_by_role("status")).to_have_text("Everything was erased.")
    expect(page.get_by_role("button", name="Erase everything")).to_be_focused()
    assert kept(page) is None
    assert questions_on(page) == []
    assert violations(page) == []


def bring(own, file):
    page = own.page
    place = part(page, "Save, bring, erase")
    place.get_by_label("Bring my pages from a file").set_input_files(file)
    question = place.get_by_role("group", name="In this file: Answers: 1")
    expect(question).to_contain_text("Questions to take along: 2, Notes: 1")
    assert violations(page) == []
    own.press(question.get_by_role("button", name="Add to what is here"))
    own.press(page.get_by_role("button", name=YES))
