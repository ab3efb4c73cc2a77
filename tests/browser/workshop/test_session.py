"""A whole workshop: who leads, the big screen and two phones."""

import json
import re

from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.workshop.held import CHAPTER, ROUND, WHEELS

SPOKEN = "#pw-spoken"
OPEN, CLOSE, REVEAL = "Open the question", "Close answers", "Reveal the answer"


def press(control, name):
    control.get_by_role("button", name=name, exact=True).click()


def answer(phone, choice, button="Send my answer"):
    phone.get_by_label(choice, exact=True).check()
    phone.get_by_role("button", name=button).click()
    expect(phone.get_by_text("Your answer has arrived.")).to_be_visible()


def start(people, step="how-many"):
    people.room.go_to(step)
    return people.control(), people.projector(), people.phone(), people.phone()


def test_a_question_from_opening_it_to_the_picture_of_two_votes(people):
    control, projector, ann, ben = start(people)
    expect(control.locator("#pw-people")).to_have_text("2 here now, 2 have joined")
    press(control, OPEN)
    for phone in (ann, ben):
        expect(phone.locator(SPOKEN)).to_have_text("The question is open.")
    answer(ann, "One")
    answer(ben, "One")
    answer(ben, "Two", "Send the change")
    expect(projector.locator(".pw-counter")).to_have_text("2 have answered")
    expect(projector.locator("#pw-show")).not_to_contain_text("Right answer")
    press(control, CLOSE)
    expect(control.locator("#pw-results")).to_contain_text("1 of 2")
    expect(ann.locator("#pw-step")).not_to_contain_text("Right")
    press(control, "Discuss")
    expect(ann.locator(SPOKEN)).to_have_text("Time to talk about it with the people beside you.")
    press(control, "Second vote")
    answer(ann, "Two")
    answer(ben, "Two")
    press(control, CLOSE)
    press(control, REVEAL)
    for page in (ann, ben, projector):
        expect(page.locator(SPOKEN)).to_contain_text("The results are here.")
        expect(page.locator(".pw-bar[data-right]")).to_contain_text("First vote: 1 of 2")
        expect(page.locator(".pw-bar[data-right]")).to_contain_text("Second vote: 2 of 2")


def test_a_question_from_the_room_is_seen_once_it_is_let_through(people):
    control, projector, ann, ben = start(people, "how-to-ride")
    ann.get_by_text("Ask a question").click()
    ann.get_by_label("Your question").fill("Is a <b>bell</b> needed?")
    ann.get_by_role("button", name="Send my question").click()
    expect(ann.get_by_text("Your question has been sent.")).to_be_visible()
    waiting = control.locator("#pw-people-asked li")
    expect(waiting).to_contain_text("Is a <b>bell</b> needed?")
    expect(ben.locator("#pw-asked")).to_be_hidden()
    waiting.get_by_role("button", name="Show to all").click()
    for page in (ben, projector):
        expect(page.get_by_text("Is a <b>bell</b> needed?")).to_be_visible()
    ben.get_by_role("button", name="Report as hurtful").click()
    expect(control.locator("#pw-people-asked")).to_contain_text("Reported, taken down")
    expect(ann.locator("#pw-asked")).to_be_hidden()


def test_an_answer_given_without_network_comes_in_once(people):
    people.room.go_to("how-many", "open")
    phone = people.phone()
    phone.context.set_offline(True)
    phone.get_by_label("Two", exact=True).check()
    phone.get_by_role("button", name="Send my answer").click()
    expect(phone.get_by_text("Kept on this phone.")).to_be_visible()
    people.behind.complaints.clear()  # the browser says that it had no network
    phone.context.set_offline(False)
    expect(phone.get_by_text("Your answer has arrived.")).to_be_visible()
    people.behind.complaints.clear()
    assert people.room.do("close")["results"][0]["counts"]["two"] == 1


def test_a_phone_without_script_answers_by_reloading(people):
    phone = people.phone(java_script_enabled=False)
    expect(phone.get_by_role("heading", level=1)).to_have_text("You are in")
    people.room.go_to("how-many", "open")
    phone.get_by_role("button", name="Show the present step").click()
    phone.get_by_label("Two", exact=True).check()
    phone.get_by_role("button", name="Send my answer").click()
    expect(phone.get_by_text("Your answer has arrived.")).to_be_visible()
    people.room.do("close", "reveal")
    phone.get_by_role("button", name="Show the present step").click()
    expect(phone.locator(".pw-verdict")).to_have_text("Right")


def test_who_leads_needs_nothing_but_keys(people):
    people.room.go_to("how-many")
    control = people.control()
    for key, phase in (
        ("o", "Open: people"),
        ("c", "Closed"),
        ("d", "People are talking"),
        ("v", "Open: people"),
        ("c", "Closed"),
        ("r", "The answer is shown"),
    ):
        control.keyboard.press(key)
        expect(control.locator("#pw-now .pw-chip").first).to_contain_text(phase)
    control.keyboard.press("x")
    expect(control.get_by_text("The screen is dark")).to_be_visible()
    control.get_by_role("checkbox", name="Use keys").uncheck()
    control.keyboard.press("x")
    control.get_by_role("checkbox", name="Use keys").check()
    control.keyboard.press("n")
    expect(control.locator("#pw-now-title")).not_to_have_text(re.compile("How many"))
    assert people.room.state["plan"][people.room.state["position"] - 1]["id"] == "how-many"


def test_two_who_lead_agree_and_the_slower_one_is_told_kindly(people):
    first = people.control()
    first.route("**/events*", lambda route: route.abort())
    first.route("**/state*", lambda route: route.abort())
    first.reload()
    people.room.do("next")
    press(first, "Next step")
    expect(first.locator("#pw-said")).to_contain_text("look again")
    expect(first.locator('#pw-plan [aria-current="step"]')).to_contain_text("Before we begin")
    people.behind.complaints.clear()  # the streams that were cut on purpose, and the refusal
    assert people.room.state["position"] == 1


def test_the_plan_is_changed_without_dragging(people):
    control = people.control()
    press(control, "Change the plan")
    steps = [each["id"] for each in people.room.state["plan"]]
    down = control.locator(f'[data-step="{steps[2]}"]').get_by_role("button", name="Move down")
    down.click()
    expect(control.locator(SPOKEN)).to_contain_text("is now step 4 of")
    assert [each["id"] for each in people.room.state["plan"]][3] == steps[2]
    expect(control.locator(f'[data-step="{steps[2]}"]').get_by_role("button", name="Move down")).to_be_focused()
    control.locator(f'[data-step="{steps[2]}"]').get_by_role("button", name="Remove").click()
    expect(control.locator(SPOKEN)).to_contain_text("has been removed")
    control.get_by_label("Which question?").select_option(ROUND)
    press(control, "Add it after the present step")
    expect(control.locator(SPOKEN)).to_contain_text("as step 2")
    assert people.room.state["plan"][1]["questions"] == [ROUND]


def test_the_end_hands_over_the_chapter_and_keeps_answers_only_after_yes(people):
    people.room.go_to("how-many", "open")
    phone = people.phone()
    answer(phone, "Two")
    people.room.do("close", "reveal")
    people.room.go_to("thanks")
    expect(phone.get_by_role("link", name="Read the chapter")).to_have_attribute(
        "href", re.compile(rf"en/{CHAPTER}\.html$")
    )
    assert phone.evaluate("localStorage.getItem('patientbook:bicycles')") is None
    press(phone, "Keep my answers on this phone")
    expect(phone.get_by_text("Your answers are kept on this phone.")).to_be_visible()
    book = json.loads(phone.evaluate("localStorage.getItem('patientbook:bicycles')"))
    assert [each["question"] for each in book["answers"].values()] == [WHEELS.partition("#")[2]]


def test_a_phone_keeps_nothing_before_joining_and_nothing_after_the_end(people):
    phone = people.stranger()
    assert phone.evaluate("localStorage.length + sessionStorage.length") == 0
    joined = people.phone()
    people.room.go_to("how-many", "open")
    answer(joined, "Two")
    assert joined.evaluate("Object.keys(localStorage)") == [f"patientbook-room:{people.room.id}"]
    people.room.do("end")
    expect(joined.get_by_text("The workshop is over.").first).to_be_visible()
    assert joined.evaluate("Object.keys(localStorage)") == []
    assert people.behind.strangers == []


def test_a_room_is_opened_and_deleted_from_the_list(people):
    rooms = people.rooms()
    rooms.get_by_role("checkbox", name="What is a bicycle?").check()
    rooms.get_by_role("button", name="Open the room").click()
    expect(rooms.get_by_role("heading", name="Welcome")).to_be_visible()
    rooms.goto(f"{people.address}workshop")
    assert violations(rooms) == []
    count = rooms.locator(".pw-room-list > li").count()
    rooms.locator(".pw-room-list > li").first.get_by_text("Delete now").click()
    rooms.get_by_role("button", name="Yes, delete it").first.click()
    expect(rooms.locator(".pw-room-list > li")).to_have_count(count - 1)
