"""Nothing moves while a page opens, also where the letters or the script come late, and something was kept."""

import pytest
from playwright.sync_api import expect

from tests.browser.keeping import agree
from tests.browser.reading import CHAPTER, DESK, GLOSSARY, HOME, PHONE

MOST = 0.01
WATCH = """
globalThis.shifts = [];
new PerformanceObserver(list => {
  for (const { value, hadRecentInput, sources } of list.getEntries())
    if (!hadRecentInput) shifts.push([value, sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? "")]);
}).observe({ type: "layout-shift", buffered: true });
"""
SETTLED = """
async () => {
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}
"""
LONGEST_CHAPTER = "en/05-understand-how-to-personalise-disease.html"
SCRIPT = "**/assets/page.*.js"
HEADINGS = "() => [...document.querySelectorAll('main :is(h2, h3, .pb-question)[id]')].map(each => each.id)"
ANSWER = """
() => {
  for (const question of document.querySelectorAll(".pb-question")) {
    question.querySelector(".pb-ask :is(input[type=radio], input[type=checkbox])")?.click();
    question.querySelector("[data-way=down]")?.click();
    question.querySelector(".pb-step")?.click();
    for (const menu of question.querySelectorAll("select")) menu.selectedIndex = 1;
    question.querySelector(".pb-do-check").click();
  }
}
"""
MOVED = "() => shifts.reduce((sum, [value]) => sum + value, 0)"


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["390", "1280"])
def test_nothing_moves_while_a_page_opens(reader, screen):
    paths = reader.pages()
    page = reader.open(HOME, viewport=screen)
    page.context.add_init_script(WATCH)
    for path in paths:
        page.goto(reader.address + path)
        page.evaluate(SETTLED)
        assert page.evaluate(MOVED) <= MOST, (path, page.evaluate("shifts"))


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["390", "1280"])
def test_nothing_moves_when_the_letters_come_late(reader, screen):
    page = reader.open("healthz", viewport=screen)
    held = []
    page.context.add_init_script(WATCH)
    page.route("**/*.woff2", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    page.goto(reader.address + CHAPTER, wait_until="commit")
    page.get_by_role("heading", level=1).wait_for()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    assert held, "the letters were asked for"
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    page.evaluate(SETTLED)
    assert page.evaluate(MOVED) <= MOST, page.evaluate("shifts")
    reader.behind.complaints.clear()  # the browser looked for an icon of the health address


def open_with_late_script(page, address):
    """Open a page whose script comes when all else has been painted."""
    held = []
    page.add_init_script(WATCH)
    page.route(SCRIPT, lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    page.goto(address, wait_until="commit")
    page.get_by_role("contentinfo").wait_for(state="attached")
    page.evaluate(SETTLED)
    assert held, "the script was asked for"
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    page.evaluate(SETTLED)


def some_places(reader, path):
    """The addresses of some headings and questions of a page, from its start to its end."""
    page = reader.open(path)
    ids = page.evaluate(HEADINGS)
    page.context.close()
    return [f"{reader.address}{path}#{each}" for each in ids[::8]]


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["390", "1280"])
@pytest.mark.parametrize("path", [CHAPTER, LONGEST_CHAPTER, GLOSSARY])
def test_nothing_moves_when_the_script_comes_late(reader, path, screen):
    context = reader.open("healthz", viewport=screen).context
    for address in some_places(reader, path):
        page = context.new_page()
        open_with_late_script(page, address)
        assert page.evaluate(MOVED) <= MOST, (address, page.evaluate("shifts"))
        page.close()
    reader.behind.complaints.clear()  # the browser looked for an icon of the health address


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["390", "1280"])
def test_nothing_moves_for_somebody_who_has_answered_everything(reader, screen):
    addresses = some_places(reader, LONGEST_CHAPTER)
    page = reader.open(LONGEST_CHAPTER, viewport=screen)
    agree(page)
    page.evaluate(ANSWER)
    answered = page.get_by_role("button", name="Try again").or_(page.get_by_role("button", name="Answer once more"))
    assert answered.count() > 5
    page.context.add_init_script(WATCH)
    for address in addresses:
        again = page.context.new_page()
        again.goto(address)
        again.evaluate(SETTLED)
        expect(again.get_by_role("heading", level=1)).to_be_visible()
        assert again.evaluate(MOVED) <= MOST, (address, again.evaluate("shifts"))
        again.close()


def test_a_page_with_answers_is_shown_after_a_moment_also_where_its_script_is_late(reader):
    page = reader.open(CHAPTER)
    agree(page)
    page.evaluate(ANSWER)
    again = page.context.new_page()
    again.route(SCRIPT, lambda _: None)
    again.goto(reader.address + CHAPTER, wait_until="commit")
    expect(again.get_by_role("heading", level=1)).to_be_visible(timeout=3000)


def test_a_page_whose_script_cannot_be_had_is_one_without_script(reader):
    page = reader.open("healthz")
    page.route(SCRIPT, lambda route: route.abort())
    page.goto(reader.address + CHAPTER)
    page.get_by_text("Show the answers").first.click()
    expect(page.locator(".pb-answers .pb-why").first).to_be_visible()
    assert any("ERR_FAILED" in each for each in reader.behind.complaints)
    reader.behind.complaints.clear()
