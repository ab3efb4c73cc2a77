"""The documentation as pages: reached from "For educators", found by search, and readable by all."""

import pytest
from playwright.sync_api import expect

from patientbook.reading.documentation import NAMES
from tests.browser.axe import violations
from tests.browser.reading import DESK, NARROW
from tests.browser.test_every_page import NOWHERE, WIDER
from tests.browser.test_narrow import CUT_OFF, SPACED
from tests.browser.test_targets import CONTROLS, SMALL
from tests.browser.test_without_javascript import OFF
from tools.bench.claims import KILOBYTES, REQUESTS

EDUCATORS, SEARCH = "en/for-educators.html", "en/search.html"
PAGES = [f"docs/{name}.html" for name in NAMES]
LOOKS = {"320 light": {"viewport": NARROW}, "1280 dark": {"viewport": DESK, "color_scheme": "dark"}}
DATA = "() => Object.keys(globalThis.patientbook ?? {})"


@pytest.mark.hosts("website", "folder")
def test_the_page_for_educators_leads_to_every_page_and_each_to_all_others(reader):
    page = reader.open(EDUCATORS)
    for name in PAGES:
        page.locator(f'main a[href="../{name}"]').first.wait_for()
    page.get_by_role("link", name="Changing the guide").click()
    expect(page.get_by_role("heading", level=1, name="Changing the guide")).to_be_visible()
    page.get_by_role("navigation", name="For educators and facilitators").get_by_role("link", name="Reference").click()
    expect(page.get_by_role("heading", level=1, name="Reference")).to_be_visible()


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_and_nothing_is_too_wide_or_leads_nowhere(reader, look):
    page = reader.open(PAGES[0], **LOOKS[look], reduced_motion="reduce")
    for path in PAGES:
        page.goto(f"{reader.address}{path}")
        assert (path, violations(page), page.evaluate(WIDER), page.evaluate(NOWHERE)) == (path, [], 0, [])


def test_nothing_is_cut_off_or_too_small_to_hit(reader):
    page = reader.open(PAGES[0], viewport=NARROW, reduced_motion="reduce", bypass_csp=True)
    for path in PAGES:
        page.goto(f"{reader.address}{path}")
        page.add_style_tag(content=SPACED)
        assert (path, page.evaluate(CUT_OFF), page.evaluate(SMALL, [CONTROLS, 44])) == (path, [], [])


def test_on_a_narrow_screen_a_table_is_read_row_by_row_with_what_stood_above(reader):
    page = reader.open("docs/commands.html", viewport=NARROW)
    cell = page.get_by_text("patientbook serve --open").first.locator("xpath=..")
    assert cell.evaluate("cell => getComputedStyle(cell).display") == "block"
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"I type: "'
    page.set_viewport_size(DESK)
    assert cell.evaluate("cell => getComputedStyle(cell).display") == "table-cell"


def test_without_javascript_every_word_is_there(reader):
    for path in PAGES:
        without, with_it = (reader.open(path, **settings).locator("main article") for settings in (OFF, {}))
        assert without.inner_text() == with_it.inner_text()


@pytest.mark.hosts("website", "folder")
def test_search_finds_it_after_what_is_for_readers_and_loads_it_only_then(reader):
    page = reader.open(SEARCH)
    field = page.get_by_role("searchbox", name="What are you looking for?")
    page.wait_for_function("() => globalThis.patientbook?.search")
    assert page.evaluate(DATA) == ["search"]
    field.fill("question")
    page.wait_for_function("() => globalThis.patientbook?.docs")
    more = page.get_by_role("button", name="more")
    expect(page.get_by_role("status").filter(has_text="results")).to_be_visible()
    while more.count():
        more.click()
    kinds = [
        ("docs/" in link) for link in page.locator(".pb-search-list a").evaluate_all("all => all.map(a => a.href)")
    ]
    assert kinds == sorted(kinds)
    assert set(kinds) == {False, True}
    field.fill("moodle")
    found = page.locator(".pb-search-list").get_by_role("link", name="Questions from elsewhere, and for elsewhere")
    expect(page.get_by_text("For educators and facilitators · The patientbook command").first).to_be_visible()
    found.click()
    expect(page.get_by_role("heading", name="Questions from elsewhere, and for elsewhere")).to_be_in_viewport()


def test_each_page_keeps_to_the_budget_of_all_pages(reader):
    for path in PAGES:
        page = reader.open("healthz")
        sizes = []
        page.on("requestfinished", lambda request, sizes=sizes: sizes.append(request.sizes()["responseBodySize"]))
        page.goto(f"{reader.address}{path}", wait_until="networkidle")
        assert KILOBYTES.holds(sum(sizes) / 1000), (path, sizes)
        assert REQUESTS.holds(len(sizes)), (path, sizes)
        page.context.close()
    reader.behind.complaints.clear()  # the browser looked for an icon of the health address
