"""The documentation is part of a site where the guide leads to it; pages for readers are as they are without."""

import re
from pathlib import PurePosixPath

import pytest

from patientbook.checking import check_guide
from patientbook.reading.documentation import NAMES, heading_ids, text_of
from tests.frame.project import ROOT
from tests.guides import replace_in, write_guide
from tests.in_process import pages_of

ABOUT = "content/en/pages/about.md"
LINK = "We ride. Read [how to change this](../../../docs/authoring.md#before-you-begin)."
FOR_DEVELOPERS = {"architecture", "health-literacy", "measuring", "sources"}


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The files of a site whose guide leads to the documentation, and of the same without."""
    root = write_guide(tmp_path_factory.mktemp("guide"))
    without = pages_of(root)
    replace_in(root / ABOUT, "We ride.", LINK)
    return pages_of(root), without


@pytest.fixture
def site(both):
    return {path: content for path, (content, _) in both[0].items()}


def text(site, path):
    return site[path].decode()


def test_every_page_of_the_documentation_is_for_educators_or_named_as_one_for_developers():
    assert {path.stem for path in (ROOT / "docs").glob("*.md")} == {*NAMES, *FOR_DEVELOPERS}


def test_a_guide_that_leads_to_it_has_all_of_it_and_every_page_lists_all(site):
    made = [path for path in site if path.startswith("docs/")]
    assert made == [f"docs/{name}.html" for name in NAMES]
    assert 'href="../docs/authoring.html#before-you-begin"' in text(site, "en/about.html")
    for path in made:
        listed = re.search(r'<nav class="pb-docs-all".*?</nav>', text(site, path), re.DOTALL)[0]
        assert re.findall(r'href="../docs/([\w-]+)\.html"', listed) == list(NAMES)
        assert listed.count("aria-current") == 1


def test_a_guide_that_does_not_has_none_of_it(both):
    with_it, without = both
    assert not [path for path in without if "docs" in path or "documentation" in path]
    assert '"docs"' not in without["en/search.html"][0].decode()
    assert {path.partition(".")[0] for path in with_it} > {path.partition(".")[0] for path in without}


def test_readers_pages_are_the_same_bytes_with_and_without(both):
    with_it, without = ({path: content for path, (content, _) in each.items()} for each in both)
    ours = {path for path in without if with_it.get(path) != without[path]}
    assert {path for path in ours if not path.startswith("assets/search-")} == {
        "en/about.html",  # which leads there
        "en/search.html",
        "sw.js",  # which knows both by the hash of their content
    }
    assert b'"docs": "assets/docs-en.' in with_it["en/search.html"]


def test_a_device_that_keeps_the_guide_does_without(site):
    worker = text(site, "sw.js")
    assert "en/about.html" in worker
    assert "docs/" not in worker
    assert "docs-en" not in worker
    assert "documentation" not in worker


@pytest.mark.parametrize("name", NAMES)
def test_every_link_and_fragment_of_a_page_leads_somewhere(site, name):
    html = text(site, f"docs/{name}.html")
    links = re.findall(r'href="([^"]+)"', html)
    for link in (each for each in links if not re.match(r"\w+:", each)):
        path, _, fragment = link.partition("#")
        target = f"docs/{name}.html" if not path else str(PurePosixPath("docs", path)).replace("docs/../", "")
        assert target in site, link
        if fragment:
            assert f'id="{fragment}"' in text(site, target), link


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_what_its_text_says_in_its_language(site, name):
    html = text(site, f"docs/{name}.html")
    assert re.findall(r"<article[^>]*>", html) == ['<article class="pb-docs" lang="en">']
    assert len(re.findall(r"<h1", html)) == 1
    title = text_of(name).split("\n", 1)[0].removeprefix("# ").replace("`", "")
    assert f"<title>{title} – All about bicycles</title>" in html
    assert re.search(r'<meta name="description" content="[^"]{30,}">', html)
    assert html.count("<table>") == html.count('<div class="pb-docs-table"><table>')


def test_a_cell_knows_what_stands_above_it_for_screens_on_which_rows_are_read_one_by_one(site):
    html = text(site, "docs/commands.html")
    assert '<td data-head="I want to …">read the guide in my browser</td>' in html
    assert '<td data-head="I type"><code>patientbook serve --open</code></td>' in html


def test_links_to_what_no_site_has_are_words(site):
    html = text(site, "docs/authoring.html")
    assert 'href="reference.html"' in html
    assert not re.search(r'href="[^"]*\.(?:md|yaml|py)"', html)


def test_search_has_every_section_of_it_as_a_kind_of_its_own(site):
    [path] = [path for path in site if path.startswith("assets/docs-en.")]
    data = text(site, path)
    assert data.startswith("globalThis.patientbook=Object.assign(globalThis.patientbook||{},{docs:[")
    assert data.count('"kind":"docs"') > len(NAMES)
    assert '"href":"docs/commands.html#how-a-command-ends"' in data
    [own] = [path for path in site if path.startswith("assets/search-en.")]
    assert "docs/" not in text(site, own)


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("../../../docs/autoring.md", "The documentation has no page 'autoring'. Did you mean 'authoring'?"),
        ("../../../docs/architecture.md", "The documentation has no page 'architecture'. It has: authoring, "),
        ("../../../docs/commands.md#how-a-comand-ends", "has no heading '#how-a-comand-ends'. Did you mean 'how-a-com"),
    ],
)
def test_a_link_to_documentation_that_there_is_not_is_told(guide, link, told):
    replace_in(guide / ABOUT, "We ride.", f"We ride, as [said]({link}).")
    [problem] = [one for one in check_guide(guide) if one.rule == "dead-link"]
    assert (str(problem.file), problem.line) == (ABOUT, 8)
    assert told in f"{problem.what} {problem.way_out}"


def test_a_link_to_documentation_that_there_is_is_no_mistake(guide):
    replace_in(guide / ABOUT, "We ride.", LINK)
    assert [one for one in check_guide(guide) if one.rule == "dead-link"] == []
    assert "before-you-begin" in heading_ids("authoring")
