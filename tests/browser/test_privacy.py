"""Reading leaves no trace: no other host is asked, nothing is stored, nothing is complained about."""

import pytest
from playwright.sync_api import expect

from tests.browser.answering import JUDGED, answer_wrong, place_of
from tests.browser.hands import Hands
from tests.browser.reading import CHAPTER, GLOSSARY, HOME
from tests.browser.words import SEE, popup, word

pytestmark = pytest.mark.hosts("app", "website", "folder")

STORED = """
async () => ({
  cookie: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  workers: location.protocol === "file:" ? 0 : (await navigator.serviceWorker.getRegistrations()).length,
})
"""
NOTHING = {"cookie": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}


def test_using_everything_asks_no_other_host_and_stores_nothing(reader):
    page = reader.open(HOME)
    page.get_by_role("main").get_by_role("link", name="What is personalised medicine?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What is personalised medicine?")
    for question in JUDGED:
        place = place_of(page, question)
        place.locator("input, select, .pb-ask button").first.focus()
        answer_wrong(Hands(page), place, question)
        place.get_by_role("button", name="Check my answer").press("Enter")
    assert page.evaluate(STORED) == NOTHING
    word(page, "biomarker").click()
    popup(page, "Biomarker").get_by_role("link", name=SEE).click()
    page.wait_for_url("**/08-glossary.html#biomarker")
    page.get_by_role("search").get_by_label("Find a word").fill("gene")
    assert page.evaluate(STORED) == NOTHING
    assert page.context.cookies() == []
    assert reader.behind.strangers == []
    assert reader.behind.complaints == []


def test_no_page_asks_another_host_or_stores_anything_before_a_yes(reader):
    paths = reader.pages()
    page = reader.open(HOME)
    for path in paths:
        page.goto(reader.address + path, wait_until="networkidle")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        assert (path, page.evaluate(STORED), page.context.cookies()) == (path, NOTHING, [])
    assert len(paths) > 10
    assert reader.behind.strangers == []


@pytest.mark.hosts("app")  # a plain web server sends no policy
def test_a_request_to_another_host_would_be_refused_by_the_pages_own_policy(reader):
    page = reader.open()
    refused = """() => new Promise(done => {
      document.addEventListener("securitypolicyviolation", event => done(event.effectiveDirective));
      fetch("http://127.0.0.1:9/").catch(() => undefined);
    })"""
    assert page.evaluate(refused) == "connect-src"
    reader.behind.complaints.clear()
    reader.behind.strangers.clear()


@pytest.mark.hosts("app", "website")
def test_a_chapter_needs_few_and_only_its_own_files(reader):
    asked = []
    page = reader.open("healthz")
    page.on("request", lambda request: asked.append(request.url))
    for path in (HOME, CHAPTER, GLOSSARY):
        asked.clear()
        page.goto(reader.address + path, wait_until="networkidle")
        assert all(url.startswith(reader.address) for url in asked)
        assert len(asked) <= 10
    reader.behind.complaints.clear()  # the browser looked for an icon of the health address
