"""The guide's copy on the device, from a plain web server: made after a yes, made whole, renewed, removed."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.keeping import NO, YES, answer_to, asked
from tests.browser.offline import NEWER, NOTHING, PART, WHOLE, copy_state, keep_the_guide, news, there
from tests.browser.plain_server import FOLDER, PlainServer
from tests.browser.reading import PHONE, Reader
from tests.guides import CHAPTER, replace_in, write_guide
from tests.in_process import pages_of

PAGE = "en/01-bicycles.html"
MY_PAGES = "en/my-pages.html"
KEPT = {"workers": [FOLDER], "caches": [FOLDER]}
OLD, NEW = "Look where you want to go.", "Look ahead, and a little further."
WHEELS = "How many wheels has a bicycle?"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return write_guide(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def files(root):
    return pages_of(root)


@pytest.fixture(scope="module")
def edited(root, files):
    """The same guide with one sentence changed."""
    replace_in(root / CHAPTER, OLD, NEW)
    return pages_of(root)


@pytest.fixture
def plain(files):
    with PlainServer(files) as server:
        yield server


@pytest.fixture
def bicycles(chromium, plain):
    someone = Reader(chromium, plain.address)
    yield someone
    someone.leave()


def another_tab(page, address):
    tab = page.context.new_page()
    tab.goto(address)
    return tab


def open_again(page):
    """Load the page anew, and wait until it has looked for what is kept."""
    page.reload()
    expect(page.locator("html[data-copy]")).to_have_count(1)


def answer_wheels(page):
    question = page.get_by_role("group", name=WHEELS)
    question.get_by_role("radio", name="Two").check()
    page.get_by_role("button", name="Check my answer").first.click()
    expect(page.get_by_text("That is right.")).to_be_visible()


def test_nothing_is_kept_before_a_yes_nor_after_a_no(bicycles):
    page = bicycles.open(PAGE)
    expect(asked(page)).to_be_visible()
    assert there(page) == NOTHING
    answer_to(page, NO)
    page.reload()
    assert there(page) == NOTHING


def test_after_a_yes_every_page_opens_without_a_server_however_its_address_is_written(bicycles, plain, files):
    page = bicycles.open(PAGE, viewport=PHONE)
    keep_the_guide(page)
    assert there(page) == KEPT
    assert violations(page) == []
    plain.stop()
    for path, (_, kind) in files.items():
        if kind.startswith("text/html") and path.startswith("en/"):
            assert page.goto(plain.address + path).status == 200
            expect(page.get_by_role("main")).to_be_visible()
    for written, file in {
        "": "en/index.html",
        "en": "en/index.html",
        "en/": "en/index.html",
        "en/01-bicycles": PAGE,
        "en/01-bicycles.html?find=chain#how-to-ride": "en/01-bicycles.html?find=chain#how-to-ride",
    }.items():
        page.goto(plain.address + written)
        assert page.url == plain.address + file
        assert page.evaluate("() => document.fonts.ready.then(fonts => fonts.size)") > 0
    page.goto(f"{plain.address}en/search.html")
    page.get_by_role("searchbox").fill("puncture")
    expect(page.locator(".pb-search-results").get_by_role("link").first).to_contain_text("not known")


def test_a_page_that_was_not_kept_is_a_kind_one_that_leads_back_to_the_guide(bicycles, plain):
    page = bicycles.open(PAGE)
    keep_the_guide(page)
    page.context.set_offline(True)
    address = f"{plain.address}voila/render/en/gears.ipynb"
    assert page.goto(address).status == 503
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no connection")
    assert page.url == address
    assert violations(page) == []
    page.get_by_role("link", name="Go to the start page").click()
    page.wait_for_url(f"{plain.address}en/index.html")
    page.go_back()
    page.context.set_offline(False)
    plain.files[FOLDER] = {**plain.files[FOLDER], "voila/render/en/gears.ipynb": (b"<h1>Gears</h1>", "text/html")}
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_role("heading", name="Gears")).to_be_visible()


def test_a_download_that_broke_off_is_not_called_whole_and_goes_on_at_the_next_page(bicycles, plain, files):
    [search] = [path for path in files if path.startswith("assets/search-en")]
    plain.broken = {search}
    page = bicycles.open(MY_PAGES)
    answer_to(page, YES)
    expect(copy_state(page)).to_contain_text(PART)
    expect(news(page).get_by_role("status")).to_be_empty()
    plain.broken = set()
    page.reload()
    expect(copy_state(page)).to_have_text(WHOLE)


def test_the_message_that_all_is_here_can_be_closed_and_leaves_the_focus_in_the_text(bicycles):
    page = bicycles.open(PAGE)
    keep_the_guide(page)
    news(page).get_by_role("button", name="Close").click()
    expect(news(page).get_by_role("status")).to_be_empty()
    assert page.evaluate("document.activeElement.id") == "content"


def test_a_device_without_room_is_told_and_reading_goes_on(bicycles, plain):
    page = bicycles.open(PAGE)
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": plain.host, "quotaSize": 30_000})
    page.get_by_role("button", name="Yes, keep them here").click()
    expect(news(page).get_by_role("status")).to_contain_text("There is not enough room on this device")
    answer_wheels(page)
    page.reload()
    expect(page.get_by_text("That is right.")).to_be_visible()


def test_a_newer_version_is_announced_and_nothing_is_lost_by_showing_it(bicycles, plain, edited):
    page = bicycles.open(PAGE, viewport=PHONE)
    keep_the_guide(page)
    answer_wheels(page)
    open_again(page)
    other = another_tab(page, f"{plain.address}{PAGE}")
    plain.files[FOLDER] = edited
    open_again(page)
    for tab in (page, other):
        expect(news(tab).get_by_role("status")).to_have_text(NEWER)
        expect(tab.get_by_text(OLD)).to_be_visible()
        expect(tab.get_by_text("That is right.")).to_be_visible()
    assert violations(page) == []
    news(page).get_by_role("button", name="Show it now").click()
    for tab in (page, other):
        expect(tab.get_by_text(NEW)).to_be_visible()
        expect(tab.get_by_text("That is right.")).to_be_visible()
        expect(news(tab)).to_have_count(1)
        expect(news(tab).get_by_role("status")).to_be_empty()
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_text(NEW)).to_be_visible()


def test_what_is_being_written_is_not_lost_to_a_newer_version_without_a_word(bicycles, plain, edited):
    page = bicycles.open(MY_PAGES)
    answer_to(page, YES)
    expect(copy_state(page)).to_have_text(WHOLE)
    open_again(page)
    other = another_tab(page, f"{plain.address}{PAGE}")
    page.get_by_label("A question of my own").fill("Is my chain")
    plain.files[FOLDER] = edited
    other.reload()
    news(other).get_by_role("button", name="Show it now").click()
    expect(other.get_by_text(NEW)).to_be_visible()
    expect(news(page).get_by_role("status")).to_contain_text("You have begun to write something")
    expect(page.get_by_label("A question of my own")).to_have_value("Is my chain")
    news(page).get_by_role("button", name="Later").click()
    page.get_by_role("button", name="Add to my list").click()
    page.reload()
    expect(page.get_by_role("list").get_by_text("Is my chain")).to_be_visible()


def test_erasing_removes_the_copy_and_leaves_another_guide_s_alone(bicycles, plain, files):
    other = "/guides/else/"
    plain.files[other] = files
    page = bicycles.open(MY_PAGES)
    answer_to(page, YES)
    expect(copy_state(page)).to_have_text(WHOLE)
    page.goto(f"{plain.host}{other}{PAGE}")  # the same guide, so the answer is known
    expect(page.locator("html[data-copy=whole]")).to_have_count(1)
    assert sorted(there(page)["caches"]) == sorted([FOLDER, other])
    page.goto(plain.address + MY_PAGES)
    page.get_by_role("button", name="Erase everything", exact=True).click()
    page.get_by_role("button", name="Yes, erase everything").click()
    expect(page.get_by_text("Everything was erased.")).to_be_visible()
    assert there(page) == {"workers": [other], "caches": [other]}
    answer_to(page, YES)
    expect(copy_state(page)).to_have_text(WHOLE)
    assert FOLDER in there(page)["caches"]
    page.context.set_offline(True)
    page.goto(plain.address + PAGE)
    expect(page.get_by_text(OLD)).to_be_visible()


def test_a_no_while_the_copy_is_on_its_way_leaves_nothing_behind(bicycles):
    page = bicycles.open(MY_PAGES)
    answer_to(page, YES)
    page.get_by_role("radio", name="No").check()
    page.wait_for_function("""async () => !(await caches.keys()).length &&
      !(await navigator.serviceWorker.getRegistrations()).length""")
    page.reload()
    assert there(page) == NOTHING


def test_a_device_that_comes_to_be_shared_loses_its_copy(bicycles, plain):
    page = bicycles.open(PAGE)
    keep_the_guide(page)
    page.goto(f"{plain.address}{PAGE}?shared-device=on")
    page.get_by_role("button", name="Yes, share it").click()
    page.wait_for_url(f"{plain.address}en/index.html")
    page.wait_for_function("async () => !(await caches.keys()).length")
    assert there(page) == NOTHING


def test_the_browser_finds_nothing_that_keeps_the_guide_from_being_installed(bicycles):
    page = bicycles.open(PAGE)
    session = page.context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert urlsplit(manifest["url"]).path == f"{FOLDER}manifest-en.webmanifest"
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [each["errorId"] for each in errors if each["errorId"] != "in-incognito"] == []
