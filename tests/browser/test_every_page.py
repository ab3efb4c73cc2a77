"""Every page of the guide: nothing for axe to find, nothing too wide, nothing that leads nowhere."""

import pytest

from tests.browser.axe import violations
from tests.browser.reading import DESK, HOME, NARROW, PHONE
from tests.browser.test_narrow import CUT_OFF, ENLARGED, SPACED
from tests.browser.test_targets import CONTROLS, SMALL
from tests.browser.test_without_javascript import OFF, SENTENCES
from tests.frame.project import ROOT

pytestmark = pytest.mark.hosts("website")

CHAPTERS = {f"en/{path.stem}.html" for path in (ROOT / "content" / "en").glob("*.md")}
FURTHER = {f"en/{path.stem}.html" for path in (ROOT / "content" / "en" / "pages").glob("*.md") if path.stem != "home"}
LOOKS = {
    "320 light": {"viewport": NARROW},
    "1280 dark": {"viewport": DESK, "color_scheme": "dark"},
    "390 forced": {"viewport": PHONE, "forced_colors": "active"},
}
NOWHERE = """() => [...document.querySelectorAll('a[href^="#"]')].map(link => link.hash.slice(1))
  .filter(id => id && !document.getElementById(decodeURIComponent(id)))"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_the_start_page_leads_to_every_page(reader):
    assert {HOME, *CHAPTERS, *FURTHER} <= set(reader.pages())


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_any_page_and_none_is_too_wide(reader, look):
    look_at_every_page(reader, LOOKS[look])


@pytest.mark.hosts("folder")
def test_every_page_of_the_copy_without_a_server_is_as_sound(reader):
    assert {HOME, *CHAPTERS, *FURTHER} <= set(reader.pages())
    look_at_every_page(reader, {"viewport": PHONE, "color_scheme": "dark"})


def look_at_every_page(reader, settings):
    paths = reader.pages()
    page = reader.open(HOME, **settings, reduced_motion="reduce")
    for path in paths:
        page.goto(f"{reader.address}{path}")
        assert (path, violations(page), page.evaluate(WIDER), page.evaluate(NOWHERE)) == (path, [], 0, [])


@pytest.mark.parametrize(("screen", "style"), [(NARROW, SPACED), (ENLARGED, "")], ids=["wide spacing", "400 %"])
def test_nothing_is_cut_off_or_too_small_to_hit_on_any_page(reader, screen, style):
    paths = reader.pages()
    page = reader.open(HOME, viewport=screen, reduced_motion="reduce", bypass_csp=True)
    for path in paths:
        page.goto(f"{reader.address}{path}")
        if style:
            page.add_style_tag(content=style)
        assert (path, page.evaluate(CUT_OFF), page.evaluate(SMALL, [CONTROLS, 44])) == (path, [], [])


@pytest.mark.parametrize("path", sorted(CHAPTERS | FURTHER))
def test_every_sentence_of_every_page_is_there_without_javascript(reader, path):
    with_it, without = (reader.open(path, **settings).get_by_role("main") for settings in ({}, OFF))
    for words in ("h1", "h2", "section p:not(.pb-quiz *, .pb-note *)", "figcaption", ".pb-stem", "summary"):
        told = without.locator(words).all_text_contents()
        assert with_it.locator(words).evaluate_all(SENTENCES) == told, words
    assert len("".join(without.locator("p").all_text_contents())) > 500


def test_survival_figures_are_closed_on_every_page_that_has_them(reader):
    paths = reader.pages()
    page = reader.open(HOME)
    closed = 0
    for path in paths:
        page.goto(f"{reader.address}{path}")
        assert page.locator(".pb-survival[open]").count() == 0
        closed += page.locator(".pb-survival").count()
    assert closed > 0
