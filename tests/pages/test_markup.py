"""Every page is sound HTML that a screen reader can find its way in, and nothing in it runs or comes from elsewhere."""

import json
import re
from collections import Counter
from itertools import pairwise
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from patientbook.pages.render import BASE

PAGES = [
    "404.html",
    "500.html",
    "503-download.html",
    "503.html",
    "en/01-bicycles.html",
    "en/08-words.html",
    "en/about.html",
    "en/index.html",
    "en/my-pages.html",
    "en/search.html",
    "offline.html",
]


@pytest.fixture(params=PAGES)
def page(request, trees):
    """Each page in turn, with its path."""
    return request.param, trees[request.param]


def attributes(tree):
    return [(element, name, value) for element in tree.iter() for name, value in element.attrib.items()]


def words(element):
    return " ".join("".join(element.itertext()).split())


def test_every_page_is_here(trees):
    assert sorted(trees) == PAGES


def test_a_page_has_one_main_heading_and_no_level_left_out(page):
    levels = [
        int(each.tag[1]) for each in page[1].iter() if isinstance(each.tag, str) and re.fullmatch("h[1-6]", each.tag)
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_page_says_its_language_and_has_a_title_of_its_own(page, trees):
    tree = page[1]
    assert (tree.attrib["lang"], tree.attrib["dir"]) == ("en", "ltr")
    assert words(tree.find("head/title")).endswith("All about bicycles")
    titles = Counter(words(each.find("head/title")) for each in trees.values())
    assert titles[words(tree.find("head/title"))] == 1


def test_a_page_has_its_landmarks_and_a_way_past_the_menu(page):
    body = page[1].find("body")
    skip = body[0]
    assert skip.attrib == {"class": "pb-skip", "href": "#content"}
    assert [each.tag for each in body.iter() if each.tag in ("header", "main", "footer")] == [
        "header",
        "main",
        "footer",
    ]
    assert body.find(".//main").attrib["id"] == "content"
    names = [each.attrib.get("aria-label") or each.attrib.get("aria-labelledby") for each in body.iter("nav")]
    assert all(names)


def test_ids_are_unique_and_what_refers_to_one_finds_it(page):
    ids = Counter(value for _, name, value in attributes(page[1]) if name == "id")
    assert [id_ for id_, count in ids.items() if count > 1] == []
    references = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "data-state")
    wanted = {id_ for _, name, value in attributes(page[1]) if name in references for id_ in value.split()}
    assert wanted - set(ids) == set()


def test_every_address_within_the_site_leads_somewhere(page, site, trees):
    path, tree = page
    found = [value.replace(BASE, "/") for element, name, value in attributes(tree) if name in ("href", "src")]
    inside = [each for each in found if not urlsplit(each).scheme]
    assert len(inside) > 4
    for address in inside:
        to, _, fragment = urljoin(f"/{path}", address).partition("#")
        to = unquote(to.partition("?")[0]).removeprefix("/")
        if to == "voila/render/en/Gänge & #1.ipynb":
            continue
        assert to in site.files or to in site.downloads, f"{path} leads to {address}"
        if fragment:
            assert fragment in {value for _, name, value in attributes(trees[to]) if name == "id"}, address


def test_nothing_on_a_page_runs_or_is_styled_in_place(page):
    tree = page[1]
    for script in tree.iter("script"):
        assert "src" in script.attrib or script.attrib["type"] == "application/json"
    assert list(tree.iter("style")) == []
    wrong = [(element.tag, name) for element, name, _ in attributes(tree) if name == "style" or name.startswith("on")]
    assert wrong == []


def test_only_links_lead_to_another_host(page):
    elsewhere = [(element.tag, value) for element, _, value in attributes(page[1]) if re.match(r"(\w+:)?//", value)]
    assert {tag for tag, value in elsewhere if not value.startswith("http://www.w3.org/")} <= {"a"}
    assert all(element.attrib["rel"] == "noreferrer" for element in page[1].iter("a") if "//" in element.attrib["href"])


def test_a_state_is_json_that_cannot_end_its_script(trees):
    scripts = [each for tree in trees.values() for each in tree.iter("script") if "type" in each.attrib]
    assert all("<" not in script.text and isinstance(json.loads(script.text), dict) for script in scripts)
    states = [each for each in scripts if each.attrib["id"].startswith("pb-state-")]
    assert len(states) == 4
    assert all("labels" in json.loads(state.text) for state in states)
    [names] = [found["names"] for state in states if "names" in (found := json.loads(state.text))]
    assert names["bell"] == ["Bell </script><img src=x onerror=alert(2)>"]


def test_what_looks_like_html_in_a_term_is_shown_as_words(trees):
    tree = trees["en/08-words.html"]
    assert [each.attrib.get("src") for each in tree.iter("img")] == []
    shown = words(next(each for each in tree.iter("div") if each.attrib.get("id") == "bell"))
    assert shown.startswith("Bell </script><img src=x onerror=alert(2)> A thing that rings. </script>")


def test_a_widget_has_its_state_beside_it(chapter):
    widgets = [each for each in chapter.iter("div") if "data-widget" in each.attrib]
    assert [each.attrib["data-widget"] for each in widgets] == ["glossary", "quiz"]
    for widget in widgets:
        assert words(widget)
        [state] = [each for each in chapter.iter("script") if each.attrib.get("id") == widget.attrib["data-state"]]
        assert state.attrib["type"] == "application/json"
        assert not [key for key in json.loads(state.text) if key.startswith("_") or key in ("html", "layout")]


def test_the_sections_that_the_guide_names_are_boxes_of_words_only(chapter):
    boxes = [each for each in chapter.iter("section") if each.attrib.get("class", "").startswith("box ")]
    assert [(each.attrib["class"], each.attrib["aria-labelledby"]) for each in boxes] == [
        ("box box-not-known", "what-is-not-known-yet"),
        ("box box-key-points", "key-points"),
        ("box box-questions", "questions-to-ask-your-mechanic"),
    ]
    assert words(boxes[2]) == "Questions to ask your mechanic Is my chain clean?"
    assert all(box.find(".//section") is None for box in boxes)


def test_sections_are_named_by_their_headings_and_listed_at_the_top(chapter):
    headings = [each.attrib["id"] for each in chapter.iter("h2") if each.attrib["id"] != "sources-heading"]
    contents = [each for each in chapter.iter("nav") if "pb-toc" in each.attrib.get("class", "").split()]
    assert len(contents) == 2
    for toc in contents:
        assert [each.attrib["href"] for each in toc.iter("a")] == [f"#{id_}" for id_ in headings]
    named = [each.attrib["aria-labelledby"] for each in chapter.iter("section") if "aria-labelledby" in each.attrib]
    assert set(headings) <= set(named)


def test_links_have_the_kind_that_the_page_shows(chapter):
    kinds = {(each.attrib["href"], each.attrib.get("class")) for each in chapter.iter("a")}
    assert ("08-words.html#chain", "pb-term") in kinds
    assert ("#source-2", "pb-cite") in kinds
    assert ("08-words.html", None) in kinds
    assert not [href for href, _ in kinds if re.search(r"\.(md|ipynb)(#|$)", href) and "voila/" not in href]


def test_the_menu_knows_where_the_reader_is(chapter):
    here = [each for each in chapter.iter("a") if each.attrib.get("aria-current") == "page"]
    assert [words(each) for each in here] == ["1. What is a bicycle?"]


def test_a_page_asks_whether_the_server_is_there_and_a_notice_does_not(trees):
    asks = {
        path for path, tree in trees.items() for each in tree.iter("meta") if each.attrib.get("name") == "pb-health"
    }
    assert asks == {path for path in trees if path.startswith("en/")}


def lists_of(tree, kind):
    """The words of every link in each list of a class."""
    lists = [each for each in tree.iter() if each.attrib.get("class") == kind]
    return [[words(link) for link in each.iter("a")] for each in lists]


def test_the_start_page_lists_chapters_and_apart_from_them_what_computes(trees):
    home = trees["en/index.html"]
    purpose = "This chapter explains what a bicycle is."
    assert lists_of(home, "pb-list") == [[f"1 Chapter 1: What is a bicycle? {purpose} 4 minutes"]]
    cards = lists_of(home, "pb-cards")
    assert [card.partition(" This")[0] for card in cards[0]] == [
        "Words",
        "Search Find a word, a question or a chapter.",
        "My pages Your progress, your questions, your notes.",
    ]
    assert cards[2:] == [["Choose a gear runs Python while you use it"]]
    progress = [each.attrib["data-page"] for each in home.iter("span") if each.attrib.get("class") == "pb-progress"]
    assert progress == ["en/01-bicycles.html"]


def test_the_start_page_says_where_to_begin_and_how_long_it_takes(trees):
    home = trees["en/index.html"]
    doors = next(each for each in home.iter("ul") if each.attrib.get("class") == "pb-doors")
    assert {link.attrib["href"]: words(link) for link in doors.iter("a")} == {
        "01-bicycles.html": "New here? Start with the bicycle 4 minutes",
        "08-words.html": "Only a minute? Look up a word",
    }
    assert [words(each) for each in home.iter("h2")][-1] == "Who made it"
    description = next(each for each in home.iter("meta") if each.attrib.get("name") == "description")
    assert description.attrib["content"] == "What a bicycle is, in four minutes."


def test_every_page_that_can_be_searched_for_describes_itself(page):
    path, tree = page
    metas = [each.attrib for each in tree.iter("meta")]
    described = [each["content"].strip() for each in metas if each.get("name") == "description"]
    assert len(list(filter(None, described))) == ("/" in path), path


def test_a_further_page_is_in_the_menu_and_the_foot_of_every_page(page):
    path, tree = page
    menu, foot = (next(tree.iter("details")), next(tree.iter("footer")))
    for place in (menu, foot):
        [about] = [each for each in place.iter("a") if words(each) == "About the riders"]
        assert about.attrib.get("aria-current") == ("page" if path == "en/about.html" else None)


def test_links_between_pages_and_chapters_lead_there(trees, chapter):
    found = {each.attrib["href"] for each in trees["en/about.html"].find(".//main").iter("a")}
    assert found == {"01-bicycles.html#how-to-ride", "08-words.html#chain", "index.html", "about.html#where-to-go"}
    assert "about.html" in {each.attrib["href"] for each in chapter.find(".//main").iter("a")}
