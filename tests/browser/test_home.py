"""The start page says in a few seconds what the guide is and where to begin; its foot leads to what one must know."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.hands import Hands
from tests.browser.reading import DESK, HOME, NARROW, PHONE
from tests.browser.test_narrow import CUT_OFF

pytestmark = pytest.mark.hosts("website")

OFF = {"java_script_enabled": False}
DOORS = {
    "New here?": "What is personalised medicine?",
    "Test results are coming, or have come?": "Understand how to personalise each individual treatment",
    "Only a few minutes?": "Factsheet: personalised cancer medicine",
}
LOOKS = {
    "320 light": {"viewport": NARROW},
    "390 dark": {"viewport": PHONE, "color_scheme": "dark"},
    "1280 light": {"viewport": DESK},
    "1280 dark": {"viewport": DESK, "color_scheme": "dark"},
    "1280 strong contrast": {"viewport": DESK, "contrast": "more"},
}


def doors(page):
    return page.get_by_role("main").get_by_role("listitem").get_by_role("link")


def foot(page):
    return page.get_by_role("contentinfo").get_by_role("link")


@pytest.mark.parametrize("way", [{}, OFF], ids=["with JavaScript", "without"])
@pytest.mark.parametrize(("question", "title"), DOORS.items())
def test_a_door_says_how_long_it_takes_and_leads_there(reader, question, title, way):
    page = reader.open(HOME, viewport=PHONE, **way)
    door = doors(page).filter(has_text=question)
    expect(door).to_contain_text(re.compile(r"\d+ minutes"))
    expect(door).to_be_in_viewport(ratio=1)
    door.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_every_chapter_has_its_number_a_line_and_minutes_that_add_up(reader):
    page = reader.open(HOME)
    rows = page.get_by_role("region", name="Chapters").get_by_role("link").all_inner_texts()
    assert [row.split()[0] for row in rows] == [str(number) for number in range(1, 8)]
    minutes = sum(int(re.search(r"(\d+) minutes$", row.strip())[1]) for row in rows)
    said = page.get_by_text("7 chapters, about").inner_text()
    hours = int(re.search(r"about (\d+)", said)[1]) + 0.5 * ("and a half" in said)
    assert abs(hours * 60 - minutes) <= 15


def test_chapters_are_in_order_when_they_are_heard(reader):
    page = reader.open(HOME)
    rows = page.get_by_role("region", name="Chapters").get_by_role("link").all()
    names = [row.aria_snapshot().split('"')[1] for row in rows]
    assert [re.match(r"(?:\d )?Chapter (\d): ", name)[1] for name in names] == [str(number) for number in range(1, 8)]


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_the_start_page_and_nothing_is_cut_off(reader, look):
    page = reader.open(HOME, **LOOKS[look])
    assert (violations(page), page.evaluate(CUT_OFF)) == ([], [])


def test_forced_colours_show_the_doors_by_their_borders(reader):
    page = reader.open(HOME, viewport=PHONE, forced_colors="active")
    colours = "each => (({ borderTopColor, backgroundColor, color }) => [borderTopColor, backgroundColor, color])"
    for door in page.locator(".pb-doors").get_by_role("link").all():
        border, ground, words = door.evaluate(f"{colours}(getComputedStyle(each))")
        assert border == words != ground


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_whatever_can_be_chosen_on_the_start_page_is_large_enough(reader, screen):
    page = reader.open(HOME, viewport=screen)
    places = [*doors(page).all(), *foot(page).all()]
    small = [place.inner_text() for place in places if min(size_of(place)) < 44]
    assert small == []


def size_of(place):
    box = place.bounding_box()
    return box["width"], box["height"]


def test_the_doors_are_reached_and_opened_with_the_keyboard(reader):
    page = reader.open(HOME)
    door = doors(page).filter(has_text="Only a few minutes?")
    Hands(page).reach(door)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Factsheet: personalised cancer medicine")


@pytest.mark.parametrize("way", [{}, OFF], ids=["with JavaScript", "without"])
def test_every_link_of_the_foot_leads_to_the_page_it_names(reader, way):
    page = reader.open(HOME, **way)
    names = foot(page).all_inner_texts()
    assert names == ["About this guide", "Accessibility", "Privacy", "For educators"]
    for name in names:
        foot(page).filter(has_text=name).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        expect(foot(page).filter(has_text=name)).to_have_attribute("aria-current", "page")


def test_the_start_page_offers_what_the_guide_has_and_nothing_else(reader):
    page = reader.open(HOME)
    main = page.get_by_role("main")
    headings = main.get_by_role("heading").all_inner_texts()
    assert {"Join a workshop", "Notebooks that compute"} & set(headings) == set()
    offered = main.locator("a[href*='downloads/']").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    assert {each.rpartition(".")[2] for each in offered} == {"pdf", "epub", "zip"}
