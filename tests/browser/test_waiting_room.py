"""One reader's two weeks with chapter 4: begun in a waiting room, gone on with in flight mode, looked at again."""

import re
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.answering import answer_right, order, place_of, verdict_of
from tests.browser.hands import Hands
from tests.browser.keeping import agree
from tests.browser.my_pages import (
    ASKED,
    CHAPTER_4,
    LONG_WAY,
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
from tests.browser.offline import READY as GUIDE_IS_HERE
from tests.browser.offline import news
from tests.browser.reading import DESK, HOME, PHONE
from tests.browser.test_my_pages import add_two_questions, be_sure_but_wrong
from tests.browser.test_place import HALFWAY, LEAVE, TITLE, expect_paragraph, opened

CHAPTER = f"en/{CHAPTER_4}.html"
TODAY = datetime(2026, 11, 23, 10)
SCREENS = {"by touch": (Fingers, {"viewport": PHONE, "has_touch": True}), "by keyboard": (Keys, {"viewport": DESK})}


@pytest.mark.parametrize("way", SCREENS)
def test_a_chapter_begun_in_a_waiting_room_is_finished_in_flight_mode_and_found_again(reader, way):
    hands, screen = SCREENS[way]
    page = reader.open(HOME, **screen, reduced_motion="reduce")
    context = page.context
    own = hands(page)
    follow(own, page.get_by_role("link", name="Go to chapter 4"))
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    agree(page)
    words = page.evaluate(HALFWAY)
    page.evaluate(LEAVE)
    expect(news(page).get_by_role("status")).to_have_text(GUIDE_IS_HERE)
    page.close()

    missed = []
    context.on("requestfailed", lambda request: missed.append(request.url))
    context.set_offline(True)
    page = opened(reader, context, HOME)
    page.context.add_init_script(NO_PRINTER)
    own = hands(page)
    follow(own, page.get_by_role("link", name="Continue where you were"))
    page.wait_for_url(f"**/{CHAPTER}*")
    expect_paragraph(page, words)
    finish_the_questions(own)
    asked = add_two_questions(own)

    page.goto(reader.address + MY)
    page.wait_for_selector(READY)
    assert questions_on(page) == asked
    make_a_plan(own)
    own.press(my_list(page).get_by_role("button", name="Print my questions"))
    assert page.evaluate("printed") == 1
    page.close()

    next_week = opened(reader, context, HOME)
    next_week.clock.set_fixed_time(TODAY + timedelta(days=7))
    next_week.reload()
    own = hands(next_week)
    follow(own, next_week.get_by_role("link", name="A few questions, about five minutes"))
    next_week.wait_for_selector(READY)
    again = part(next_week, "Answers to look at again")
    expect(again.get_by_role("heading", name="You were sure")).to_be_visible()
    assert again.locator(".pb-my-stem").all_text_contents()[0] == stem(SURE_OF)
    follow(own, again.get_by_role("link", name="Read this part again").first)
    expect(next_week.locator(f"#{SURE_OF.explained_in}")).to_be_in_viewport()
    # A page that is read for long enough looks whether the server is back. Nothing else is asked for in flight mode.
    assert {url.removeprefix(reader.address) for url in missed} <= {"healthz"}
    reader.behind.complaints[:] = [each for each in reader.behind.complaints if "ERR_INTERNET_DISCONNECTED" not in each]


def follow(own, link):
    """Go where a link leads. The focus is then the next page's."""
    if isinstance(own, Keys):
        Hands(own.page, LONG_WAY).reach(link)
        own.page.keyboard.press("Enter")
    else:
        own.press(link)


def finish_the_questions(own):
    be_sure_but_wrong(own)
    for question in ASKED:
        if question is not SURE_OF:
            place = place_of(own.page, question)
            answer(own, place, question)
            own.press(place.get_by_role("button", name=re.compile("^(Check|Give) my answer$")))
            expect(verdict_of(place)).to_contain_text("That is right." if question.type != "poll" else "Thank you.")


def answer(own, place, question):
    """The right answer, by the hands that this reader has."""
    if isinstance(own, Keys):
        answer_right(Hands(own.page, LONG_WAY), place, question)
    elif question.type == "matching":
        for pair in question.pairs:
            place.get_by_role("combobox", name=pair.text).select_option(pair.match)  # the phone's own menu
    elif question.type == "ordering":
        for number, item in enumerate(question.items):
            while order(place).index(item.text) > number:
                own.press(place.get_by_role("button", name=f"Move ‘{item.text}’ up"))
    elif question.type == "scale":
        tap_to(own, place, question)
    elif question.type == "true_false":
        own.choose(place.get_by_role("radio", name=str(question.right)))
    else:
        for option in question.options:
            if option.right:
                own.choose(place.get_by_label(option.text, exact=True))


def tap_to(own, place, question):
    """Tap beside the slider until it is among the right numbers."""
    slider = place.get_by_role("slider", name="Your number")
    own.press(place.get_by_role("button", name="One step less"))
    for _ in range(100):
        number = float(slider.input_value())
        if question.right.from_ <= number <= question.right.to:
            return
        own.press(
            place.get_by_role("button", name="One step more" if number < question.right.from_ else "One step less")
        )
    raise AssertionError("The slider did not come to the right number.")


def make_a_plan(own):
    page = own.page
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    plan = part(page, "Look again, so that it stays")
    plan.get_by_label("First day").fill(TODAY.date().isoformat())
    own.press(plan.get_by_role("button", name="Make my plan"))
    expect(plan.get_by_role("list", name="Your three days to look again:").get_by_role("listitem")).to_have_count(3)


def test_what_a_screen_reader_tells_of_the_chapter_comes_in_the_order_of_its_parts(reader):
    page = reader.open(CHAPTER, viewport=PHONE)
    tree = page.locator("body").aria_snapshot().splitlines()
    told = [line.strip().removeprefix("- ") for line in tree]
    parts = [
        'link "Skip to',
        "banner",
        "main",
        f'heading "{TITLE}" [level=1]',
        "heading",
        'heading "Key points" [level=2]',
        'heading "Questions to ask your care team" [level=2]',
        'heading "Sources" [level=2]',
        "contentinfo",
    ]
    at = -1
    for name in parts:
        at = next((i for i, line in enumerate(told) if i > at and line.startswith(name)), None)
        assert at is not None, f"{name} is not told, or not in its place: {told}"
    levels = [int(found) for line in told for found in re.findall(r"^heading .*\[level=(\d)\]", line)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    nameless = [
        line for line in told if re.match(r"(button|link|radio|checkbox|combobox|slider|textbox)( \[|:|$)", line)
    ]
    assert nameless == []
