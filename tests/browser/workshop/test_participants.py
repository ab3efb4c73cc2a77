"""What participants do besides answering: with keys only, with words they do not know, afterwards and weeks later."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.workshop.held import WHEELS

SPOKEN = "#pw-spoken"
WORD = "Blue Kettle"


def tab_to(page, name):
    """Press Tab until something with this name has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if name in page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).textContent"):
            return
    raise AssertionError(f"no way by keys to {name!r}")


def test_a_participant_needs_nothing_but_keys(people):
    page = people.stranger()
    tab_to(page, "The code on the screen")
    page.keyboard.type(people.room.code)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Join")).to_be_visible()
    tab_to(page, "Join")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("data-room", "on")
    people.room.go_to("how-many", "open")
    expect(page.locator(SPOKEN)).to_contain_text("The question is open.")
    tab_to(page, "One")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Two", exact=True)).to_be_checked()
    tab_to(page, "Send my answer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Your answer has arrived.")).to_be_visible()
    tab_to(page, "Ask a question")
    page.keyboard.press("Enter")
    tab_to(page, "Your question")
    page.keyboard.type("Is a bell needed?")
    tab_to(page, "Send my question")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Your question has been sent.")).to_be_visible()
    assert people.room.do("close")["results"][0]["counts"]["two"] == 1


def test_a_word_is_explained_on_the_phone_while_the_room_goes_on(people):
    phone = people.phone()
    people.room.go_to("how-many", "open")
    phone.get_by_role("button", name="gear").click()
    expect(phone.get_by_role("group", name="Gear", exact=True)).to_be_visible()
    assert violations(phone) == []
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("group", name="Gear", exact=True)).to_be_hidden()
    people.room.do("close")
    expect(phone.get_by_text("Answers are closed.").first).to_be_visible()


def test_a_timer_is_seen_on_every_screen_and_closes_nothing(people):
    control, projector, phone = people.control(), people.projector(), people.phone()
    people.room.go_to("how-many", "open")
    expect(phone.locator("#pw-time")).to_be_hidden()
    control.get_by_text("Timer", exact=True).click()
    control.get_by_role("button", name="1 min").click()
    for page in (phone, projector):
        expect(page.locator("#pw-time")).to_contain_text("left")
    control.get_by_role("button", name="Take the timer away").click()
    for page in (phone, projector):
        expect(page.locator("#pw-time")).to_be_hidden()
    assert people.room.press("timer", seconds=5).status == 200
    expect(phone.locator("#pw-time")).to_have_text("Time is up. There is no hurry.")
    assert people.room.state["phase"] == "open"


def test_when_all_is_over_nobody_is_offered_to_ask(people):
    phone = people.phone()
    expect(phone.get_by_text("Ask a question")).to_be_visible()
    people.room.do("end")
    expect(phone.get_by_text("The workshop is over.").first).to_be_visible()
    expect(phone.get_by_text("Ask a question")).to_be_hidden()


def test_answers_that_were_kept_are_on_my_pages_of_this_phone(people):
    people.room.go_to("how-many", "open")
    phone = people.phone()
    phone.get_by_label("One", exact=True).check()
    phone.get_by_role("button", name="Send my answer").click()
    expect(phone.get_by_text("Your answer has arrived.")).to_be_visible()
    people.room.do("close", "reveal")
    people.room.go_to("thanks")
    expect(phone.get_by_role("link", name="Read the chapter")).to_be_visible()
    phone.get_by_role("button", name="Keep my answers on this phone").click()
    phone.get_by_role("link", name="Show My pages").click()
    expect(phone.get_by_role("main")).to_contain_text("How many wheels has a bicycle?")


@pytest.mark.parametrize("has_script", [True, False])
def test_weeks_later_a_word_that_only_one_person_knows_joins_the_answers(people, has_script):
    phone = people.phone()
    people.room.go_to("before", "open")
    phone.get_by_label("One", exact=True).check()
    phone.get_by_role("button", name="Send my answer").first.click()
    expect(phone.get_by_text("Your answer has arrived.").first).to_be_visible()
    people.room.go_to("thanks")
    phone.get_by_label("My word").fill(WORD)
    phone.get_by_role("button", name="Keep my word").click()
    expect(phone.get_by_text("Your word is kept.")).to_be_visible()
    control = people.control()
    people.room.do("end")
    phone.context.close()
    control.get_by_role("button", name="Reopen it for the follow-up").click()
    expect(control.get_by_role("heading", level=1)).not_to_have_text("Thank you")
    again = people.stranger(java_script_enabled=has_script)
    again.get_by_label("The code on the screen").fill(people.room.code)
    again.get_by_role("button", name="Find the room").click()
    again.get_by_label("Your word from the workshop").fill("red kettle")
    again.get_by_role("button", name="Join").click()
    expect(again.get_by_text("Nobody here has chosen this word.")).to_be_visible()
    people.behind.complaints.clear()  # that nobody has this word is told with a 404
    again.get_by_label("Your word from the workshop").fill(WORD.lower())
    again.get_by_role("button", name="Join").click()
    again.get_by_label("Two", exact=True).check()
    again.get_by_role("button", name="Send my answer").first.click()
    expect(again.get_by_text("Your answer has arrived.").first).to_be_visible()
    state = people.room.state
    assert state["people"]["joined"] == 1
    assert state["answered"][WHEELS] == 1
