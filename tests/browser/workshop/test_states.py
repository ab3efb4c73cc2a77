"""In every state of a room its three views can be used by everybody, and the big screen is read from the back."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.reading import PHONE
from tests.browser.workshop.people import SCREEN
from tests.workshop.held import ROUND, WHEELS

SMALL = """
() => [...document.querySelectorAll("main *, footer *")].flatMap((each) => {
  const own = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  const box = each.getBoundingClientRect();
  const isSeen = own && box.width > 1 && box.height > 1 && each.checkVisibility() && !each.closest(".pb-spoken");
  const size = parseFloat(getComputedStyle(each).fontSize);
  return isSeen && size < 24 ? [`${size} ${each.textContent}`] : [];
})
"""
# What is cut off, or makes the page scroll.
OUTSIDE = """
() => {
  const show = document.querySelector("#pw-show");
  const root = document.documentElement;
  const found = [];
  if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) found.push("the page scrolls");
  if (show.scrollHeight > show.clientHeight + 1) found.push("something is cut off");
  return found;
}
"""
SIDEWAYS = """
() => document.documentElement.scrollWidth > innerWidth ? [`it is ${document.documentElement.scrollWidth} wide`] : []
"""
NARROW = """
() => [...document.querySelectorAll("button, summary, input, select, textarea, .pw-links a, .pb-button")]
  .filter((each) => each.checkVisibility() && !each.closest("[hidden]"))
  .map((each) => each.closest("label") || each)
  .map((each) => [each.getBoundingClientRect(), each.textContent.trim()])
  .filter(([box]) => box.width > 1 && (box.width < 43.9 || box.height < 43.9))
  .map(([box, text]) => `${box.width} x ${box.height}: ${text}`)
"""


NARROWEST = {"width": 320, "height": 568}


def states(people):
    """Go through a workshop, and tell each state by name."""
    room = people.room
    yield "welcome"
    crowd = [room.join() for _ in range(3)]
    room.go_to("before", "open")
    yield "check open"
    for person in crowd:
        person.answer(WHEELS, "one")
        person.answer(ROUND, "true", sequence=2)
    room.do("close")
    yield "check closed"
    room.go_to("how-to-ride")
    crowd[0].room.held.send("POST", f"{crowd[0].path}/asked", {"text": "Is a bell needed? " + "x" * 200})
    asked = room.state["asked"][0]["id"]
    room.held.lead("POST", f"{room.path}/asked/{asked}", {"state": "approved"})
    yield "section"
    room.go_to("how-many")
    yield "question waiting"
    room.do("open")
    room.press("timer", seconds=300)
    yield "question open"
    for person in crowd:
        person.answer(WHEELS, "one")
    room.do("close")
    yield "question closed"
    room.do("discuss")
    yield "discussion"
    room.do("second_vote")
    for person in crowd:
        person.answer(WHEELS, "two")
    room.do("close", "reveal")
    yield "two votes"
    room.go_to("after", "open")
    for person in crowd:
        person.answer(WHEELS, "two")
    room.do("close", "reveal")
    yield "check revealed"
    room.go_to("thanks")
    yield "thanks"
    room.do("end")
    yield "over"


def at(page, people):
    """Wait until a page shows what the room is at."""
    state = people.room.state
    expect(page.locator("body")).to_be_visible()
    page.wait_for_function(
        "(revision) => Number(document.documentElement.dataset.revision) >= revision", arg=state["revision"]
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_of_every_view_can_be_used_by_everybody(people, scheme):
    control, projector, phone = (
        open_(color_scheme=scheme) for open_ in (people.control, people.projector, people.phone)
    )
    narrow = people.phone(color_scheme=scheme, viewport=NARROWEST)
    found = []
    for name in states(people):
        for view, page in (("control", control), ("projector", projector), ("phone", phone), ("320 px", narrow)):
            at(page, people)
            found += [f"{name}, {view}: {each}" for each in page.evaluate(SIDEWAYS)]
            if page is narrow:
                continue
            found += [f"{name}, {view}: {each}" for each in violations(page)]
            if scheme == "light":
                found += [f"{name}, {view}: {each}" for each in page.evaluate(NARROW)]
        found += [f"{name}, projector: {each}" for each in projector.evaluate(SMALL) + projector.evaluate(OUTSIDE)]
    for page in (people.report(color_scheme=scheme), people.stranger(color_scheme=scheme)):
        found += violations(page) + page.evaluate(NARROW)
    assert found == []
    assert (projector.viewport_size, phone.viewport_size) == (SCREEN, PHONE)


def test_a_dark_screen_shows_nothing_and_comes_back(people):
    projector, phone = people.projector(), people.phone()
    people.room.do("blank")
    expect(phone.get_by_text("Please look up")).to_be_visible()
    expect(projector.locator("#pw-door h1")).not_to_be_visible()
    people.room.do("blank")
    expect(projector.locator("#pw-door h1")).to_be_visible()


def test_letters_on_the_big_screen_grow_where_there_is_room_and_nothing_is_parted(people):
    projector = people.projector()
    size = "() => parseFloat(getComputedStyle(document.querySelector('#pw-show h1')).fontSize)"
    people.room.go_to("before", "open")
    at(projector, people)
    assert projector.evaluate(size) > 60
    person = people.room.join()
    people.room.held.send("POST", f"{person.path}/asked", {"text": "Is this long? " * 20})
    people.room.do("close")
    people.room.go_to("how-to-ride")
    at(projector, people)
    alone = projector.evaluate(size)
    asked = people.room.state["asked"][0]["id"]
    people.room.held.lead("POST", f"{people.room.path}/asked/{asked}", {"state": "approved"})
    expect(projector.get_by_text("Is this long?")).to_be_visible()
    assert projector.evaluate(size) < alone
    assert projector.evaluate(OUTSIDE) == []


def test_the_present_step_of_a_long_plan_is_in_sight(people):
    control = people.control(viewport={"width": 1280, "height": 420})
    people.room.go_to("thanks")
    at(control, people)
    box, inside = (control.locator(each).bounding_box() for each in (".pw-plan", '.pw-plan [aria-current="step"]'))
    assert box["y"] - 1 <= inside["y"]
    assert inside["y"] + inside["height"] <= box["y"] + box["height"] + 1
    expect(control.locator(".pw-join-at")).to_have_text(f"127.0.0.1:{people.room.held.port}/join")
