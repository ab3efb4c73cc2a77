"""The glossary's page: words from A to Z, found as one types, each leading back to where it is used."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.hands import MOST_STEPS, Hands
from tests.browser.reading import CHAPTER, DESK, GLOSSARY, NARROW, PHONE
from tests.browser.test_narrow import CUT_OFF
from tests.browser.words import is_focused

pytestmark = pytest.mark.hosts("website")

FIELD = "Find a word"
SCREENS = {"320 light": {"viewport": NARROW}, "1280 dark": {"viewport": DESK, "color_scheme": "dark"}}


def field(page):
    return page.get_by_role("search").get_by_label(FIELD)


def shown(page):
    """The words that can be seen, in order."""
    return [each.inner_text() for each in page.locator("main dt").all() if each.is_visible()]


def entry(page, word):
    """A word of the list with all that is said of it."""
    return page.locator("main dl > div", has=page.locator("dt", has_text=re.compile(f"^{re.escape(word)}$")))


def test_a_misspelt_word_is_found_by_keyboard_and_escape_shows_all_again(reader):
    page = reader.open(GLOSSARY)
    every = shown(page)
    assert len(every) >= 150
    Hands(page).reach(field(page))
    page.keyboard.type("imunotherapy")
    expect(entry(page, "Immunotherapy")).to_be_visible()
    expect(entry(page, "Biomarker")).to_be_hidden()
    expect(page.get_by_role("status").filter(has_text="Words written much like it")).to_be_visible()
    assert len(shown(page)) < 5
    page.keyboard.press("Escape")
    expect(page.get_by_role("status").filter(has_text="All words are shown.")).to_be_visible()
    assert shown(page) == every
    assert is_focused(field(page))


def test_the_button_shows_all_again_and_an_abbreviation_finds_its_word(reader):
    page = reader.open(GLOSSARY)
    Hands(page).reach(field(page))
    page.keyboard.type("ngs")
    expect(page.get_by_role("status").filter(has_text="Words found: ")).to_be_visible()
    assert [word for word in shown(page) if "sequencing" in word]
    Hands(page).use(page.get_by_role("button", name="Show all"))
    expect(entry(page, "Biomarker")).to_be_visible()
    assert is_focused(field(page))


def test_a_place_where_a_word_is_used_is_reached_by_keyboard_and_has_the_word(reader):
    page = reader.open(f"{GLOSSARY}#biomarker")
    word = entry(page, "Biomarker")
    word.locator("summary").focus()
    page.keyboard.press("Enter")
    Hands(page).reach(word.get_by_role("link", name="Chapter 1: The idea in one minute"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{CHAPTER}#the-idea-in-one-minute")
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.get_by_role("button", name="biomarker", exact=True).first).to_be_in_viewport()


def test_every_place_where_a_word_is_used_is_there(reader):
    page = reader.open(GLOSSARY)
    targets = page.locator("main dl details li a").evaluate_all("all => all.map(each => each.href)")
    assert len(targets) > 150
    missing = []
    for path in sorted({target.partition("#")[0] for target in targets}):
        page.goto(path)
        ids = set(page.locator("main [id]").evaluate_all("all => all.map(each => each.id)"))
        ids.add("")
        missing += [each for each in targets if each.partition("#")[0] == path and each.partition("#")[2] not in ids]
    assert missing == []


def test_a_link_to_a_word_that_the_filter_hides_shows_it(reader):
    page = reader.open(GLOSSARY)
    field(page).fill("adenocarcinoma")
    expect(entry(page, "Biomarker")).to_be_hidden()
    page.evaluate("location.hash = 'biomarker'")
    expect(page.locator(":target")).to_be_in_viewport()
    expect(field(page)).to_have_value("")
    field(page).fill("DPD")
    entry(page, "DPD deficiency").locator("dd > p").get_by_role("link").first.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_letter_leads_to_its_words_and_one_without_words_is_no_link(reader):
    page = reader.open(GLOSSARY, viewport=PHONE)
    letters = page.get_by_role("navigation", name="Letters")
    assert len(letters.get_by_role("listitem").all()) >= 26
    letters.get_by_role("link", name="M", exact=True).click()
    expect(page.get_by_role("heading", name="M", exact=True)).to_be_in_viewport()
    assert len(letters.get_by_role("link").all()) < len(letters.get_by_role("listitem").all())


def test_without_javascript_every_word_is_there_and_no_field_offers_itself(reader):
    words = shown(reader.open(GLOSSARY))
    page = reader.open(GLOSSARY, java_script_enabled=False)
    assert shown(page) == words
    expect(page.get_by_label(FIELD)).to_have_count(0)
    word = entry(page, "Biomarker")
    word.locator("summary").click()
    word.get_by_role("link", name="Chapter 1: The idea in one minute").click()
    page.wait_for_url(f"**/{CHAPTER}#the-idea-in-one-minute")


@pytest.mark.hosts("app")  # which packs what it sends
def test_a_word_is_listed_once_and_the_page_is_small(reader):
    page = reader.open(GLOSSARY)
    assert (
        page.locator("main").evaluate("main => main.textContent.split('that can be measured in the body').length") == 2
    )
    sizes = page.evaluate(
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        ".map(each => each.transferSize)"
    )
    assert sum(sizes) <= 150_000


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_and_nothing_is_cut_off_while_one_searches(reader, screen):
    page = reader.open(GLOSSARY, **SCREENS[screen], reduced_motion="reduce")
    page.locator("main details").evaluate_all("all => all.forEach(each => { each.open = true })")
    for typed, said in (("", None), ("imunotherapy", "much like it"), ("marker", "Words found"), ("xyzzy", "No word")):
        field(page).fill(typed)
        if said:
            expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()
        assert (typed, violations(page), page.evaluate(CUT_OFF)) == (typed, [], [])


def test_paper_has_the_words_and_not_the_field(reader):
    page = reader.open(GLOSSARY)
    page.emulate_media(media="print")
    expect(page.get_by_label(FIELD)).to_be_hidden()
    expect(page.get_by_role("navigation", name="Letters")).to_be_hidden()
    expect(entry(page, "Biomarker")).to_be_visible()
    expect(page.locator("main summary").first).to_be_hidden()


def test_the_field_is_near_the_beginning_and_the_list_has_few_stops(reader):
    page = reader.open(GLOSSARY)
    stops = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input, summary')]"
        ".filter(each => each.checkVisibility() && each.tabIndex >= 0).map(each => each.type === 'search')"
    )
    assert stops.index(True) < MOST_STEPS
    assert len(stops) < 300
