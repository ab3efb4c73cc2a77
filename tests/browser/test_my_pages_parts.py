"""Every part of My pages in every state: right, sound for axe, and large enough."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.keeping import kept
from tests.browser.my_pages import (
    ASKED,
    CHAPTER_4,
    MY,
    NO_PRINTER,
    READY,
    SURE_OF,
    answered,
    asked,
    book_of,
    key_of,
    my_list,
    note,
    open_with,
    part,
    questions_on,
    stem,
)
from tests.browser.reading import DESK, HOME, NARROW, PHONE
from tests.browser.test_layout_shift import MOST, MOVED, SETTLED, WATCH
from tests.browser.test_narrow import CUT_OFF
from tests.browser.test_targets import CONTROLS, SMALL

pytestmark = pytest.mark.hosts("website")

LOOKS = {
    "320 dark": {"viewport": NARROW, "color_scheme": "dark", "has_touch": True},
    "390 forced colours": {"viewport": PHONE, "forced_colors": "active"},
    "1280 light": {"viewport": DESK, "color_scheme": "light"},
}
WRONG, HINTED, RIGHT = [question for question in ASKED if question.type != "poll" and question != SURE_OF][:3]
CHANGED = {"0123456789abcdef": next(iter(answered(WRONG).values()))}
FULL = {
    "answers": CHANGED
    | answered(SURE_OF, confidence="very_sure")
    | answered(WRONG, confidence="not_sure")
    | answered(HINTED, is_right=True, hints=1)
    | answered(RIGHT, is_right=True),
    "list": asked("Who can I call at night?", "When will the result come?", "Is there a trial for me?"),
    "notes": [note("when-a-result-misleads", "Ask Dr. M.\nBring the letter.")],
    "plan": {"from": "2026-03-01"},
}


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_wrong_with_my_pages_in_any_state(reader, look):
    screen = LOOKS[look]["viewport"] | {"height": 12_000}  # so that the bar lies over nothing that is judged
    page = open_with(reader, FULL, **LOOKS[look] | {"viewport": screen}, reduced_motion="reduce")
    page.context.add_init_script(NO_PRINTER)

    def press(name):
        page.get_by_role("button", name=name).first.press("Enter")

    states = {
        "as it opens": lambda: None,
        "a question moved": lambda: press("Move down: Who"),
        "a question being changed": lambda: press("Change: When"),
        "a question taken off": lambda: press("Take off: Is there"),
        "a note removed": lambda: press("Remove: when-a-result"),
        "the review begun": lambda: press("Start"),
        "asked whether to erase": lambda: press("Erase everything"),
    }
    for state, make in states.items():
        make()
        found = violations(page), page.evaluate(CUT_OFF), page.evaluate(SMALL, [CONTROLS, 44])
        assert (state, *found) == (state, [], [], [])


def test_nothing_moves_while_my_pages_opens(reader):
    page = open_with(reader, FULL, HOME, viewport=PHONE)
    page.context.add_init_script(WATCH)
    page.goto(reader.address + MY)
    page.wait_for_selector(READY)
    page.evaluate(SETTLED)
    assert page.evaluate(MOVED) <= MOST, page.evaluate("shifts")


def test_answers_are_sorted_by_what_is_worth_another_look(reader):
    page = open_with(reader, FULL)
    again = part(page, "Answers to look at again")
    expect(again).to_contain_text("Answered: 4. Right: 2.")
    headings = again.get_by_role("heading", level=3).all_text_contents()
    assert headings == ["You were sure", "Not quite yet", "Found in the end"]
    stems = again.locator(".pb-my-stem").all_text_contents()
    assert stems == [stem(SURE_OF), stem(WRONG), stem(HINTED)]


def test_of_an_answer_to_a_changed_question_nothing_is_shown_and_it_can_be_dropped(reader):
    page = open_with(reader, {"answers": CHANGED})
    again = part(page, "Answers to look at again")
    assert " ".join(again.inner_text().split()) == (
        "Answers to look at again A question that you answered has changed since. "
        "Remove my old answers to changed questions"
    )
    again.get_by_role("button", name="Remove my old answers").press("Enter")
    expect(again.get_by_role("status")).to_have_text("Removed.")
    assert kept(page)["answers"] == {}


def test_when_everything_was_right_it_is_said(reader):
    page = open_with(reader, {"answers": answered(RIGHT, is_right=True)})
    expect(part(page, "Answers to look at again")).to_contain_text("All of your answers are right so far.")


def test_questions_of_ones_own_are_written_changed_taken_off_and_put_back(reader):
    page = open_with(reader, {"list": asked("One?")})
    place = my_list(page)
    place.get_by_label("A question of my own").fill("  Two,\nor  more? ")
    place.get_by_role("button", name="Add to my list").press("Enter")
    expect(place.get_by_role("status")).to_have_text("Added. Your list has 2.")
    assert questions_on(page) == ["One?", "Two, or more?"]
    place.get_by_role("button", name="Change: One?").press("Enter")
    place.get_by_label("Change this question").fill("One more?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(place.get_by_role("button", name="Change: One more?")).to_be_focused()
    place.get_by_role("button", name="Take off: One more?").press("Enter")
    expect(place.get_by_role("button", name="Put it back")).to_be_focused()
    assert [each["text"] for each in kept(page)["list"]] == ["Two, or more?"]
    page.keyboard.press("Enter")
    assert questions_on(page) == ["One more?", "Two, or more?"]
    place.get_by_role("button", name="Move up: One more?").press("Enter")
    expect(place.get_by_role("status")).to_have_text("It is the first already.")


def test_the_list_is_saved_as_text_and_copied(reader, tmp_path):
    page = open_with(reader, FULL, permissions=["clipboard-read", "clipboard-write"])
    place = my_list(page)
    with page.expect_download() as download:
        place.get_by_role("button", name="Save as a text file").press("Enter")
    download.value.save_as(tmp_path / "list.txt")
    text = (tmp_path / "list.txt").read_bytes().decode()
    assert text.splitlines()[2:] == [f"{number}. {each['text']}" for number, each in enumerate(FULL["list"], 1)]
    place.get_by_role("button", name="Copy").press("Enter")
    expect(place.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()").splitlines() == text.splitlines()


def test_a_plan_is_made_and_its_calendar_file_says_nothing_about_illness(reader, tmp_path):
    page = open_with(reader, {})
    plan = part(page, "Look again, so that it stays")
    plan.get_by_label("First day").fill("2026-03-01")
    plan.get_by_role("button", name="Make my plan").press("Enter")
    days = plan.get_by_role("list", name="Your three days to look again:").get_by_role("listitem")
    expect(days).to_contain_text(
        [
            re.compile(f"After {when}: {day},? {date} March 2026")
            for when, day, date in (("2 days", "Tuesday", 3), ("1 week", "Sunday", 8), ("3 weeks", "Sunday", 22))
        ]
    )
    with page.expect_download() as download:
        plan.get_by_role("button", name="Save for my calendar").press("Enter")
    assert download.value.suggested_filename == "reading-plan.ics"
    download.value.save_as(tmp_path / "plan.ics")
    text = (tmp_path / "plan.ics").read_bytes().decode()
    assert re.findall(r"DTSTART;VALUE=DATE:(\d+)", text) == ["20260303", "20260308", "20260322"]
    assert not re.search("cancer|medicine|patient|illness|guide", text, re.IGNORECASE)
    assert kept(page)["plan"] == {"from": "2026-03-01"}
    plan.get_by_role("button", name="Take the plan away").press("Enter")
    assert kept(page)["plan"] is None


def test_on_a_day_to_look_again_the_start_page_says_so_until_questions_were_answered(reader):
    page = open_with(reader, FULL, HOME)
    due = page.get_by_text("Today is a day to look again.")
    page.clock.set_fixed_time("2026-03-02T09:00:00")
    page.reload()
    expect(due).to_be_hidden()
    page.clock.set_fixed_time("2026-03-03T09:00:00")
    page.reload()
    page.get_by_role("link", name="A few questions, about five minutes").click()
    page.wait_for_selector(READY)
    expect(due).to_be_visible()
    page.get_by_role("button", name="Start").press("Enter")
    page.get_by_role("button", name="Show me the answer").first.press("Enter")
    expect(due).to_be_hidden()
    page.goto(reader.address + HOME)
    expect(due).to_be_hidden()


def test_a_review_asks_what_was_wrong_keeps_the_new_answers_and_says_what_is_known_now(reader):
    page = open_with(reader, FULL)
    page.get_by_role("button", name="Start").press("Enter")
    review = part(page, "A few questions, mixed")
    expect(review.get_by_role("heading", name="A few questions, mixed")).to_be_focused()
    questions = review.locator(".pb-question")
    shown = [each.get_attribute("data-question") for each in questions.all()]
    assert {key_of(each) for each in (SURE_OF, WRONG, HINTED)} <= set(shown)
    assert 5 <= len(shown) <= 8
    sure = review.locator(f'[data-question="{key_of(SURE_OF)}"]')
    sure.get_by_role("radio", name=next(each.text for each in SURE_OF.options if each.right)).check()
    sure.get_by_role("button", name="Check my answer").press("Enter")
    for place in questions.all():
        if place.get_attribute("data-question") != key_of(SURE_OF):
            place.get_by_role("button", name="Show me the answer").press("Enter")
    expect(review.get_by_text("You have answered all of them.")).to_be_visible()
    assert [each.get_attribute("data-question") for each in questions.all()] == shown
    known, *others = review.locator(".pb-my-end ul").all()
    assert known.get_by_role("listitem").all_text_contents() == [stem(SURE_OF)]
    assert others[0].get_by_role("listitem").count() == len(shown) - 1
    assert violations(page) == []
    new = kept(page)["answers"][key_of(SURE_OF)]
    assert (new["given"]["is_right"], new["again"], new["page"]) == (True, 1, f"en/{CHAPTER_4}.html")
    assert stem(SURE_OF) not in part(page, "Answers to look at again").inner_text()
    review.get_by_role("button", name="Ask me some more").press("Enter")
    expect(review.locator(".pb-my-end")).to_be_empty()


FILES = {
    "not ours": ("notes.json", b'{"my": "shopping"}', "This is not a file that My pages saved."),
    "no JSON": ("photo.json", b"\xff\xd8\xff", "This is not a file that My pages saved."),
    "damaged": ("a.json", b"", "not all of it can be read"),
    "newer": ("a.json", b"", "a newer version of this guide"),
    "another guide": ("a.json", b"", "belongs to another guide"),
    "empty": ("a.json", b"", "There is nothing in this file yet."),
    "huge": ("a.json", b" " * 5_000_001, "This file is too large"),
}
BROKEN = {
    "damaged": {"answers": {"a": 5}},
    "newer": {"version": 99},
    "another guide": {"guide": "bicycles"},
    "empty": {},
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_cannot_be_brought_is_said_in_a_plain_sentence(reader, kind):
    page = open_with(reader, FULL)
    before = kept(page)
    name, content, sentence = FILES[kind]
    content = content or json.dumps(book_of(**BROKEN[kind])).encode()
    place = part(page, "Save, bring, erase")
    field = place.get_by_label("Bring my pages from a file")
    field.set_input_files({"name": name, "mimeType": "application/json", "buffer": content})
    expect(place.get_by_role("status")).to_contain_text(sentence)
    expect(place.get_by_role("status")).to_contain_text("Nothing was changed.")
    assert kept(page) == before


def test_what_is_damaged_is_saved_to_a_file_and_the_rest_goes_on(reader, tmp_path):
    damaged = json.dumps(book_of(list=[*asked("One?"), 5]))
    page = open_with(reader, damaged)
    assert questions_on(page) == ["One?"]
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Save what cannot be read to a file").press("Enter")
    download.value.save_as(tmp_path / "found.txt")
    assert (tmp_path / "found.txt").read_text(encoding="utf-8") == damaged
    page.get_by_role("button", name="Go on with what can be read").press("Enter")
    expect(page.get_by_role("radio", name="Yes")).to_be_checked()
    assert kept(page) == book_of(list=asked("One?"))


def test_everything_works_in_the_open_page_when_nothing_is_kept(reader):
    page = reader.open(MY)
    page.get_by_role("button", name="No, thank you").press("Enter")
    expect(page.get_by_text("What you do here is there until you leave this page")).to_be_visible()
    my_list(page).get_by_label("A question of my own").fill("One?")
    my_list(page).get_by_role("button", name="Add to my list").press("Enter")
    assert questions_on(page) == ["One?"]
    assert kept(page) is None
    page.get_by_role("radio", name="Yes").check()
    assert [each["text"] for each in kept(page)["list"]] == ["One?"]
    page.get_by_role("radio", name="No").check()
    assert kept(page) is None
    assert questions_on(page) == ["One?"]


def test_without_javascript_the_page_says_what_it_would_be(reader):
    page = reader.open(MY, java_script_enabled=False)
    assert "It needs JavaScript, which is off in this browser." in page.get_by_role("main").inner_text()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
