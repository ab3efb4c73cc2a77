"""The server goes while a page is open: the text stays, the quiz works, and the reader is told, once and aloud."""

import pytest
from playwright.sync_api import expect

from tests.browser.answering import JUDGED, answer_right, answer_wrong, place_of, verdict_of
from tests.browser.hands import Hands
from tests.browser.programs import SCRIPTS, Program, free_port
from tests.browser.reading import PHONE, Reader
from tests.browser.words import popup, word

GONE = (
    "The connection to the guide is gone. You can go on reading this page, and its questions still work. "
    "Other pages open again when the connection is back."
)
BACK = "The connection is back."


@pytest.fixture
def serve(guide):
    """Start the guide's server, again at the same port."""
    port, running = free_port(), []

    def start():
        running.append(Program([SCRIPTS / "patientbook", "serve", guide, "--port", str(port)], guide))
        running[-1].wait_for("The guide is open at")
        return running[-1], f"http://127.0.0.1:{port}/"

    yield start
    for program in running:
        program.stop()


def test_the_text_stays_when_the_server_goes_and_the_reader_is_told_and_told_again_when_it_is_back(chromium, serve):
    program, address = serve()
    reader = Reader(chromium, address)
    page = reader.open(viewport=PHONE)
    page.clock.install()
    page.reload()
    notice = page.locator("#pb-notice[role=status]")
    expect(notice).to_be_empty()
    assert page.get_by_role("status").first.get_attribute("id") == "pb-notice"

    program.stop()
    until(page, notice, GONE)
    expect(notice).to_be_in_viewport()
    expect(page.get_by_role("heading", name="Key points")).to_be_visible()
    question = JUDGED[0]
    place = place_of(page, question)
    for answer, said in ((answer_wrong, "Not quite."), (answer_right, "That is right.")):
        place.get_by_role("radio").first.focus()
        answer(Hands(page), place, question)
        place.get_by_role("button", name="Check my answer").press("Enter")
        expect(verdict_of(place)).to_contain_text(said)
        place.get_by_role("button", name="again").or_(place.get_by_role("button", name="once more")).press("Enter")
    word(page, "biomarker").click()
    expect(popup(page, "Biomarker")).to_be_visible()

    serve()
    until(page, notice, BACK)
    page.clock.run_for(21_000)
    expect(notice).to_be_empty()
    reader.leave()


def until(page, notice, text):
    """Let the page's own time pass, 20 s at a time, until the notice says this."""
    for _ in range(12):
        page.clock.run_for(20_000)
        try:
            expect(notice).to_have_text(text, timeout=500)
        except AssertionError:
            continue
        return
    expect(notice).to_have_text(text)
