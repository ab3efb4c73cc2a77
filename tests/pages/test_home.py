"""The start page shows what the guide and its site have, and speaks of nothing else."""

import html5lib
import pytest

from patientbook.notebooks import build_notebook
from patientbook.pages import build_site
from patientbook.pages.entries import Download, Entry, Offers
from patientbook.pages.home import how_long
from patientbook.pages.markdown import page_link
from patientbook.reading import load_guide
from tests.guides import write_guide


def home_of(root, **more):
    """The start page's tree, made from notebooks that were not run: it shows nothing of what they say."""
    guide = load_guide(root)
    built = [build_notebook(guide, chapter) for chapter in guide.languages["en"].chapters.values()]
    site = build_site(guide, {each.file: each.notebook for each in built}, "", health=None, **more)
    page = site.files["en/index.html"].content.decode()
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def headings_of(tree):
    return ["".join(each.itertext()) for each in tree.iter("h2")]


def links_of(tree, section):
    found = next(each for each in tree.iter("section") if each.attrib.get("aria-labelledby") == section)
    return {each.attrib["href"]: " ".join("".join(each.itertext()).split()) for each in found.iter("a")}


def test_downloads_and_workshops_are_shown_only_where_there_are_some(tmp_path):
    root = write_guide(tmp_path)
    assert {"Download", "Join a workshop"} & set(headings_of(home_of(root))) == set()
    offers = Offers(
        downloads=(
            Download("downloads/bicycles.pdf", "The guide to print", "en", "guide", "PDF", line="Ten pages"),
            Download("downloads/sheet.pdf", "The factsheet", "en", "sheet", "PDF", "en/factsheet.html"),
            Download("downloads/01.pdf", "A handout", "en", "chapter", "PDF", "en/01-bicycles.html"),
            Download("downloads/bicicletas.pdf", "La guía", "es", "guide", "PDF"),
        ),
        workshops=(Entry("join", "Join with a code", "en"), Entry("es/join", "Entrar", "es")),
    )
    tree = home_of(root, offers=offers)
    assert links_of(tree, "pb-downloads") == {
        "../downloads/bicycles.pdf": "The guide to print Ten pages PDF",
        "../downloads/sheet.pdf": "The factsheet PDF",
    }
    assert links_of(tree, "pb-workshops") == {"../join": "Join with a code"}


def test_without_words_of_its_own_the_start_page_has_the_guide_s_title_and_tagline(tmp_path):
    root = write_guide(tmp_path)
    (root / "content/en/pages/home.md").unlink()
    about = root / "content/en/pages/about.md"
    about.write_text(about.read_text(encoding="utf-8").replace("(home.md)", "(../01-bicycles.md)"), encoding="utf-8")
    tree = home_of(root)
    assert "".join(next(tree.iter("h1")).itertext()) == "All about bicycles"
    assert "A guide for everyone who rides." in "".join(tree.itertext())
    assert next(each for each in tree.iter("ol") if each.attrib.get("class") == "pb-list").find(".//a") is not None


def test_a_contact_of_the_guide_stands_in_the_foot(tmp_path):
    foot = next(home_of(write_guide(tmp_path)).iter("footer"))
    assert [each.attrib["href"] for each in foot.iter("a")][-1] == "mailto:riders@example.org"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ([5, 20], "2 chapters, about 25 minutes in all."),
        ([30, 30], "2 chapters, about 1 hour in all."),
        ([50, 44], "2 chapters, about 1 and a half hours in all."),
        ([60, 50], "2 chapters, about 2 hours in all."),
        ([60, 96], "2 chapters, about 2 and a half hours in all."),
    ],
)
def test_the_time_of_all_chapters_is_told_as_people_tell_it(minutes, said):
    entries = [Entry(f"en/{n}.html", "", "en", number=n, minutes=each) for n, each in enumerate(minutes, 1)]
    glossary = Entry("en/words.html", "Words", "en", "glossary")
    assert how_long([*entries, glossary]).startswith(said)
    assert how_long([entries[0], glossary]) == ""


@pytest.mark.parametrize(
    ("written", "linked"),
    [
        ("pages/privacy.md", "privacy.html"),
        ("pages/privacy.md#in-short", "privacy.html#in-short"),
        ("pages/home.md", "index.html"),
        ("../es/pages/about.md", "../es/about.html"),
        ("01-x.md#pages", "01-x.html#pages"),
        ("pages/own.ipynb", "pages/own.html"),
        ("https://example.org/pages/privacy.md", "https://example.org/pages/privacy.md"),
    ],
)
def test_a_link_to_a_further_page_leads_beside_the_chapters(written, linked):
    assert page_link(written) == linked
