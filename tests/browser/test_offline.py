"""Flight mode with the real guide and the real server: everything opens and works; a new version is told."""

import pytest
from playwright.sync_api import expect

from tests.browser.keeping import answer_a_question, verdict
from tests.browser.offline import NEWER, NOTHING, keep_the_guide, news, there
from tests.browser.programs import SCRIPTS, Program, free_port
from tests.browser.reading import CHAPTER, GLOSSARY, HOME, PHONE, Reader
from tests.browser.words import popup, word
from tests.guides import CHAPTER as TEXT
from tests.guides import LIVE_ADDRESS, build_guide, replace_in

GONE = "There is no connection. The whole guide is on this device, and goes on working."
CHAPTER_4 = "en/04-understand-how-to-personalise-each-individual-treatment.html"
BICYCLES = "en/01-bicycles.html"
DEEP = "section:nth-of-type(4) > p"
# The server sees within a second that the guide was built anew; until then there is nothing to find.
LOOK_FOR_NEWS = """
async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  for (let tries = 0; tries < 80 && !registration.waiting; tries += 1) {
    await registration.update();
    await new Promise(done => setTimeout(done, 250));
  }
  return registration.waiting !== null;
}
"""
OLD, NEW = "Look where you want to go.", "Look ahead, and a little further."


@pytest.fixture
def serve():
    """Start the server of a guide, each time at the same port."""
    port, running = free_port(), []

    def start(root, *options):
        running.append(Program([SCRIPTS / "patientbook", "serve", root, "--port", str(port), *options], root))
        running[-1].wait_for("The guide is open at")
        return running[-1], f"http://127.0.0.1:{port}/"

    yield start
    for program in running:
        program.stop()


def test_in_flight_mode_the_whole_guide_opens_and_works(chromium, serve, guide):
    program, address = serve(guide)
    reader = Reader(chromium, address)
    page = reader.open(HOME, viewport=PHONE)
    keep_the_guide(page)
    paths = [path.removeprefix(address) for path in page.evaluate("[...document.links].map(link => link.href)")]
    pages = sorted({path.partition("#")[0] for path in paths if path.endswith(".html") and "://" not in path})
    assert len(pages) >= 12
    program.stop()
    page.context.set_offline(True)
    for path in pages:
        assert page.goto(address + path).status == 200, path
        expect(page.get_by_role("heading", level=1)).to_be_visible()

    page.goto(address + CHAPTER)
    answer_a_question(page)
    word(page, "biomarker").click()
    expect(popup(page, "Biomarker")).to_be_visible()
    page.goto(address + GLOSSARY)
    page.get_by_role("searchbox").fill("biomark")
    expect(page.get_by_role("status").filter(has_text="word")).not_to_be_empty()
    page.goto(f"{address}en/search.html?q=liquid+biopsy")
    page.locator(".pb-search-results").get_by_role("link").first.click()
    expect(page.get_by_text("Searched for")).to_be_visible()
    page.goto(f"{address}en/my-pages.html")
    expect(page.locator("[data-part=again]")).to_contain_text("right")

    page.goto(address + CHAPTER_4)
    paragraph = page.locator(DEEP).first
    expect(paragraph).not_to_be_in_viewport()
    paragraph.scroll_into_view_if_needed()
    page.reload()
    expect(paragraph).to_be_in_viewport()
    page.goto(address + CHAPTER)
    expect(verdict(page)).to_contain_text("That is right.")
    reader.leave()


def test_the_notice_says_that_everything_goes_on_and_soon_goes_itself(chromium, serve, built_once):
    program, address = serve(built_once)
    reader = Reader(chromium, address)
    page = reader.open(BICYCLES, viewport=PHONE)
    keep_the_guide(page)
    page.clock.install()
    page.reload()
    expect(page.locator("html[data-copy=whole]")).to_have_count(1)
    notice = page.locator("#pb-notice[role=status]")
    program.stop()
    page.evaluate("window.dispatchEvent(new Event('offline'))")
    for _ in range(10):
        page.clock.run_for(2_000)
        if notice.text_content():
            break
    expect(notice).to_have_text(GONE)
    page.clock.run_for(25_000)
    expect(notice).to_be_empty()
    page.reload()
    expect(page.locator("html[data-copy=whole]")).to_have_count(1)
    page.clock.run_for(60_000)
    expect(notice).to_be_empty()
    reader.leave()


def test_what_is_built_anew_is_announced_and_pages_that_compute_stay_the_server_s(chromium, serve, built):
    _, address = serve(built)
    reader = Reader(chromium, address)
    page = reader.open(BICYCLES)
    keep_the_guide(page)
    page.get_by_role("radio", name="Two").check()
    page.get_by_role("button", name="Check my answer").first.click()
    page.reload()
    asked = []
    page.on("response", lambda answer: asked.append((answer.url, answer.from_service_worker)))
    page.goto(address + LIVE_ADDRESS.removeprefix("/"))
    expect(page.get_by_role("heading", name="Choose a gear")).to_be_visible()
    assert [url for url, is_kept in asked if is_kept and "/voila/" in url and LIVE_ADDRESS not in url] == []
    assert [url for url, is_kept in asked if "/voila/" in url and not is_kept] != []
    assert page.evaluate("fetch('/healthz', { method: 'HEAD', cache: 'no-store' }).then(each => each.status)") == 200

    page.goto(address + BICYCLES)
    replace_in(built / TEXT, OLD, NEW)
    build_guide(built)
    expect(page.locator("html[data-copy=whole]")).to_have_count(1)
    assert page.evaluate(LOOK_FOR_NEWS), "the server shows nothing newer. Was our own code edited while this test ran?"
    expect(news(page).get_by_role("status")).to_have_text(NEWER)
    expect(page.get_by_text(OLD)).to_be_visible()
    news(page).get_by_role("button", name="Show it now").click()
    expect(page.get_by_text(NEW)).to_be_visible()
    expect(page.get_by_text("That is right.")).to_be_visible()
    reader.leave()


def test_a_server_for_shared_devices_removes_what_was_kept_before(chromium, serve, built_once):
    program, address = serve(built_once)
    reader = Reader(chromium, address)
    page = reader.open(HOME)
    keep_the_guide(page)
    program.stop()
    serve(built_once, "--shared-device")
    page.reload()
    expect(page.locator("html[data-keep=shared]")).to_have_count(1)
    assert there(page) == NOTHING
    reader.leave()
