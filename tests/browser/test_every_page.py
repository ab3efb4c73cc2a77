"""Every page of the guide: nothing for axe to find, nothing too wide, nothing that leads nowhere."""

import pytest

from tests.browser.axe import violations
from tests.browser.reading import DESK, HOME, NARROW
from tests.frame.project import ROOT

CHAPTERS = {f"en/{path.stem}.html" for path in (ROOT / "content" / "en").glob("*.md")}
FURTHER = {f"en/{path.stem}.html" for path in (ROOT / "content" / "en" / "pages").glob("*.md") if path.stem != "home"}
LOOKS = {"320 light": {"viewport": NARROW}, "1280 dark": {"viewport": DESK, "color_scheme": "dark"}}
NOWHERE = """() => [...document.querySelectorAll('a[href^="#"]')].map(link => link.hash.slice(1))
  .filter(id => id && !document.getElementById(decodeURIComponent(id)))"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_the_start_page_leads_to_every_page(reader):
    assert {HOME, *CHAPTERS, *FURTHER} <= set(reader.pages())


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_any_page_and_none_is_too_wide(reader, look):
    paths = reader.pages()
    page = reader.open(HOME, **LOOKS[look], reduced_motion="reduce")
    for path in paths:
        page.goto(f"{reader.address}{path}")
        assert (path, violations(page), page.evaluate(WIDER), page.evaluate(NOWHERE)) == (path, [], 0, [])


def test_survival_figures_are_closed_on_every_page_that_has_them(reader):
    paths = reader.pages()
    page = reader.open(HOME)
    closed = 0
    for path in paths:
        page.goto(f"{reader.address}{path}")
        assert page.locator(".pb-survival[open]").count() == 0
        closed += page.locator(".pb-survival").count()
    assert closed > 0
