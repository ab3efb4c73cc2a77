"""A preview in the browser: the page follows a saved file, keeps the place, and shows what has to be mended."""

import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.programs import SCRIPTS, Program, free_port
from tests.browser.reading import PHONE, Reader
from tests.guides import replace_in

CHAPTER = "content/en/01-what-is-personalised-medicine.md"
PAGE = "en/01-what-is-personalised-medicine.html"
SENTENCE = "The picture below shows two people whose cancers look alike from the outside."
NEW_SENTENCE = "The picture below shows two people whose cancers look much alike from the outside."
SOON = 6_000  # milliseconds from saving to seeing; it takes 1.4 seconds, and the machine has other tests to run


@pytest.fixture(scope="module")
def previewed(guide, tmp_path_factory):
    """The address of a preview, and the folder of its guide."""
    root = tmp_path_factory.mktemp("previewed") / "guide"
    shutil.copytree(guide / "content", root / "content")
    port = free_port()
    program = Program([SCRIPTS / "patientbook", "preview", root, "--port", str(port)], root)
    try:
        program.wait_for("The guide is open at")
        yield f"http://127.0.0.1:{port}/", root
    finally:
        program.stop()


@pytest.fixture
def author(chromium, previewed):
    """Somebody with the preview open, who sees no error of the browser's."""
    someone = Reader(chromium, previewed[0])
    yield someone
    someone.leave()
    assert someone.behind.strangers == []
    assert someone.behind.complaints == []


def test_a_saved_sentence_is_on_the_open_page_soon_and_the_place_is_kept(author, previewed):
    page = author.open(PAGE)
    sentence = page.get_by_text(SENTENCE)
    sentence.evaluate("each => scrollBy({ top: each.getBoundingClientRect().top - 200, behavior: 'instant' })")
    before = sentence.bounding_box()
    replace_in(previewed[1] / CHAPTER, SENTENCE, NEW_SENTENCE)
    expect(page.get_by_text(NEW_SENTENCE)).to_be_visible(timeout=SOON)
    after = page.get_by_text(NEW_SENTENCE).bounding_box()
    assert before["y"] == pytest.approx(200, abs=20)
    assert after["y"] == pytest.approx(before["y"], abs=20)
    replace_in(previewed[1] / CHAPTER, NEW_SENTENCE, SENTENCE)
    expect(sentence).to_be_visible(timeout=SOON)


def test_a_mistake_stands_above_the_last_good_page_until_it_is_mended(author, previewed):
    page = author.open(PAGE, viewport=PHONE)
    links = (previewed[1] / CHAPTER).read_text(encoding="utf-8").count("08-glossary.md#biomarker")
    replace_in(previewed[1] / CHAPTER, "08-glossary.md#biomarker", "08-glossary.md#biomarkr")
    listed = page.get_by_role("region", name="This page is as it was before your last change")
    expect(listed).to_contain_text(f"{CHAPTER}:", timeout=SOON)
    expect(listed.get_by_role("listitem")).to_have_count(links)
    expect(page.get_by_text(SENTENCE)).to_be_attached()
    assert violations(page) == []
    page.goto(f"{previewed[0]}en/08-glossary.html")
    expect(listed).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    replace_in(previewed[1] / CHAPTER, "08-glossary.md#biomarkr", "08-glossary.md#biomarker")
    expect(listed).to_have_count(0, timeout=SOON)
