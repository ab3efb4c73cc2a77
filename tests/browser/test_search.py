"""Search: what people type is found, by keyboard, offline, from a folder, and the words are marked where it leads."""

import re

import pytest
from playwright.sync_api import expect
from ruamel.yaml import YAML

from patientbook.pages import SiteStore
from tests.browser.axe import violations
from tests.browser.hands import Hands
from tests.browser.reading import DESK, NARROW, PHONE, Reader
from tests.browser.test_narrow import CUT_OFF, SPACED
from tests.browser.test_privacy import NOTHING, STORED
from tests.browser.test_targets import CONTROLS, SMALL
from tests.browser.words import is_focused
from tests.frame.project import ROOT

pytestmark = pytest.mark.hosts("website", "folder")

SEARCH = "en/search.html"
CASES = YAML(typ="safe").load((ROOT / "tests" / "cases" / "search.yaml").read_text(encoding="utf-8"))
FIRST = 3
LOOKS = {
    "1280 light": {"viewport": DESK, "color_scheme": "light"},
    "320 dark": {"viewport": NARROW, "color_scheme": "dark", "has_touch": True},
    "390 forced": {"viewport": PHONE, "forced_colors": "active"},
}
STATES = {"empty": "", "found": "imunotherapy", "many": "treatment", "none": "chemoterpyy"}
MARKED = "() => [...(CSS.highlights.get('pb-find') ?? [])].map(range => range.toString())"
PLACES = """() => [...document.querySelectorAll("main *")].filter(each => !each.closest(".pb-marked"))
  .map(each => each.getBoundingClientRect().top + scrollY)"""
TIMES = """
window.pbTimes = { keys: [] };
let kept;
Object.defineProperty(globalThis, "patientbook", {
  get: () => kept,
  set: (value) => { kept = value; pbTimes.data = performance.now(); },
});
document.addEventListener("DOMContentLoaded", () => {
  const results = document.querySelector(".pb-search-results");
  new MutationObserver(() => { pbTimes.first ??= performance.now(); }).observe(results, { childList: true });
});
addEventListener("input", () => { pbTimes.key = performance.now(); }, true);
addEventListener("input", () => { pbTimes.keys.push(performance.now() - pbTimes.key); });
"""
AFTER_DATA, EACH_KEY = 300, 50  # milliseconds on a processor four times slower than this one


@pytest.fixture(scope="module")
def site(guide):
    """The site as `build` has kept it."""
    kept = max((guide / ".cache" / "patientbook" / "sites").glob("*.site.zip"), key=lambda path: path.stat().st_mtime)
    return SiteStore(kept.parent).read(kept.name.removesuffix(".site.zip"))


def field_of(page):
    return page.get_by_role("searchbox", name="What are you looking for?")


def results_of(page):
    return page.locator(".pb-search-results").get_by_role("link")


def ask(page, query):
    """Type a query and wait until it has been answered and said."""
    field_of(page).fill(query)
    if query:
        expect(page.get_by_role("status").filter(has_text=re.compile(r"result|Nothing"))).to_be_visible()


def test_what_people_type_is_among_the_first_results(reader):
    page = reader.open(SEARCH)
    expect(field_of(page)).to_be_visible()
    missed = {}
    for case in CASES:
        ask(page, case["query"])
        paths = [each.get_attribute("href").split("/en/")[-1] for each in results_of(page).all()[:FIRST]]
        first = [re.sub(r"\?[^#]*", "", path) for path in paths]
        if not set(first) & set(case["finds"]) and (first or case["finds"]):
            missed[case["query"]] = first
        ask(page, "")
    assert missed == {}
    assert len(CASES) > 25


def test_the_keyboard_leads_from_the_question_to_the_marked_words_and_back(reader):
    page = reader.open(SEARCH)
    hands = Hands(page)
    hands.reach(field_of(page))
    page.keyboard.type("her 2 stomach")
    expect(results_of(page).first).to_be_visible()
    hands.press("Enter")
    assert is_focused(results_of(page).first)
    hands.press("ArrowDown")
    assert is_focused(results_of(page).nth(1))
    hands.press("ArrowUp")
    hands.press("ArrowUp")
    assert is_focused(field_of(page))
    expect(page.get_by_role("status").filter(has_text="result")).to_be_visible()
    found = page.get_by_role("link", name="HER2 in stomach cancer")
    hands.reach(found)
    page.keyboard.press("Enter")
    page.wait_for_url("**/05-*.html?find=*#her2-in-stomach-cancer")
    expect(page.get_by_role("heading", name="HER2 in stomach cancer")).to_be_in_viewport()
    expect(page.get_by_text("Searched for: HER2, stomach")).to_be_visible()
    assert set(page.evaluate(MARKED)) == {"HER2", "stomach"}
    remove = page.get_by_role("button", name="Remove marks")
    hands.use(remove)
    expect(remove).to_have_count(0)
    assert page.evaluate(MARKED) == []
    assert is_focused(page.get_by_role("heading", name="HER2 in stomach cancer"))
    assert "find=" not in page.url
    page.go_back()
    expect(field_of(page)).to_have_value("her 2 stomach")
    expect(found).to_be_visible()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_and_nothing_is_too_wide_or_too_small(reader, look, state):
    page = reader.open(SEARCH, **LOOKS[look], reduced_motion="reduce", bypass_csp=True)
    ask(page, STATES[state])
    if state == "many":
        page.get_by_role("button", name="Show more results").press("Enter")
        expect(results_of(page).nth(10)).to_be_focused()
    assert violations(page) == []
    assert page.evaluate(SMALL, [f"{CONTROLS}, .pb-search-list a", 44]) == []
    page.add_style_tag(content=SPACED)
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_where_words_are_marked_and_nothing_moves(reader, look):
    path = "en/05-understand-how-to-personalise-disease.html?find=her2+antibody#her2-in-breast-cancer"
    page = reader.open(path, **LOOKS[look], reduced_motion="reduce")
    expect(page.get_by_role("button", name="Remove marks")).to_be_in_viewport(ratio=1)
    assert len(page.evaluate(MARKED)) > 1
    assert violations(page, ".pb-marked") == []
    assert page.evaluate(SMALL, [".pb-marked button", 44]) == []
    assert page.evaluate(CUT_OFF) == []
    places = page.evaluate(PLACES)
    page.get_by_role("button", name="Remove marks").press("Enter")
    assert page.evaluate(PLACES) == places


def test_a_browser_without_highlights_gets_marks_in_the_text(reader):
    page = reader.open("en/index.html")
    page.add_init_script("Object.defineProperty(CSS, 'highlights', { value: undefined })")
    page.goto(f"{reader.address}en/08-glossary.html?find=gene#gene")
    expect(page.get_by_role("main").locator("mark").first).to_have_text("Gene")
    page.get_by_role("button", name="Remove marks").click()
    expect(page.locator("mark")).to_have_count(0)


def test_a_word_of_the_glossary_is_answered_first(reader):
    page = reader.open(f"{SEARCH}?q=what+is+a+biomarker")
    card = page.get_by_role("region", name="Glossary")
    expect(card).to_contain_text("A sign that can be measured")
    card.get_by_role("link").click()
    page.wait_for_url("**/08-glossary.html?find=biomarker*#biomarker")
    expect(page.locator(":target")).to_be_in_viewport()


def test_nothing_found_offers_the_closest_word(reader):
    page = reader.open(SEARCH)
    ask(page, "chemoterpyy")
    page.get_by_role("button", name="chemotherapy").click()
    expect(field_of(page)).to_have_value("chemotherapy")
    expect(page.get_by_role("region", name="Glossary")).to_contain_text("Chemotherapy")


def test_once_opened_search_needs_no_network_and_stores_nothing(reader):
    page = reader.open(SEARCH)
    ask(page, "gene")
    page.context.set_offline(True)
    ask(page, "")
    ask(page, "liquid biopsy")
    expect(page.get_by_role("link", name="A blood test: the liquid biopsy")).to_be_visible()
    assert page.evaluate(STORED) == NOTHING
    page.context.set_offline(False)
    reader.behind.complaints.clear()  # the page asked in vain whether the server is there


def test_search_works_in_a_folder_opened_as_a_file(chromium, site, tmp_path):
    for path, file in site.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(file.content)
    alone = Reader(chromium, f"{tmp_path.as_uri()}/")
    page = alone.open(SEARCH)
    mistakes = []
    page.on("pageerror", lambda mistake: mistakes.append(str(mistake)))
    ask(page, "her 2 stomach")
    page.wait_for_url("**/search.html?q=her+2+stomach")
    page.get_by_role("link", name="HER2 in stomach cancer").click()
    page.wait_for_url("**/05-*.html?find=*#her2-in-stomach-cancer")
    assert set(page.evaluate(MARKED)) == {"HER2", "stomach"}
    page.get_by_role("button", name="Remove marks").click()
    page.wait_for_url("**/05-*.html#her2-in-stomach-cancer")
    page.go_back()
    expect(field_of(page)).to_have_value("her 2 stomach")
    alone.leave()
    assert (alone.behind.strangers, mistakes) == ([], [])


def test_without_javascript_the_page_says_where_else_to_look(reader):
    page = reader.open(SEARCH, java_script_enabled=False)
    expect(page.get_by_text("Search needs JavaScript")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="All words from A to Z").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Glossary of terms")


def test_every_result_leads_somewhere_and_no_figure_about_survival_is_in_one(reader, site):
    page = reader.open(SEARCH)
    ask(page, "survival")
    assert results_of(page).count() > 0
    documents = page.evaluate("patientbook.search")
    assert len(documents) > 300
    for path in {document["href"].partition("#")[0] for document in documents}:
        text = site.files[path].content.decode()
        wanted = {each["href"].partition("#")[2] for each in documents if each["href"].startswith(path)}
        assert {id_ for id_ in wanted if f'id="{id_}"' not in text} == set(), path
        for figures in re.findall(r'<div class="pb-survival-body">(.*?)</div>', text, flags=re.DOTALL):
            sentences = re.findall(r"[^.<>]*\d+ out of \d+[^.<>]*", figures)
            shown = [each["text"] for each in documents if each["href"].startswith(path)]
            assert not [one for one in sentences for each in shown if one.strip() in each]


def test_the_first_results_and_every_key_are_quick_on_a_slow_phone(reader):
    first, slowest_key = quick_on_a_slow_phone(reader)
    for _ in range(4):  # others may be using the machine
        if first > AFTER_DATA or slowest_key > EACH_KEY:
            again = quick_on_a_slow_phone(reader)
            first, slowest_key = min(first, again[0]), min(slowest_key, again[1])
    print(f"first results {first:.0f} ms after the data, slowest key {slowest_key:.0f} ms")  # noqa: T201 - wanted
    assert first <= AFTER_DATA
    assert slowest_key <= EACH_KEY


def quick_on_a_slow_phone(reader):
    """Milliseconds from the data to the first results, and those of the slowest of many keys."""
    page = reader.open("en/index.html", viewport=PHONE)
    page.add_init_script(TIMES)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(f"{reader.address}{SEARCH}?q=side+effects")
    expect(results_of(page).first).to_be_visible()
    field_of(page).fill("")
    page.evaluate("pbTimes.keys = []")
    field_of(page).press_sequentially("what does imunotherpay mean")
    times = page.evaluate("pbTimes")
    page.close()
    return times["first"] - times["data"], max(times["keys"])
