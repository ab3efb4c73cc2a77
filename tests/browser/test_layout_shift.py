"""Nothing moves while a page opens, also where the letters come late."""

import pytest

from tests.browser.reading import CHAPTER, DESK, HOME, PHONE

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
