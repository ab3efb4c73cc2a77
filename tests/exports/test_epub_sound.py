"""The EPUB is sound and accessible, says of itself what is true, and comes out the same each time."""

import re

import pytest

from patientbook.exports.making import make_manuscript
from patientbook.exports.options import Options
from patientbook.exports.registry import FORMATS
from patientbook.reading.guide import load_guide
from tests.exports.ebook import Ebook, X
from tests.exports.epub_checkers import ace, epubcheck

DC = "{http://purl.org/dc/elements/1.1/}"
FACTOR = 1_000_000  # bytes


@pytest.fixture(scope="module")
def file(epub, tmp_path_factory):
    path = tmp_path_factory.mktemp("epub") / "guide.epub"
    path.write_bytes(epub)
    return path


def test_epubcheck_finds_nothing(file):
    assert epubcheck(file) == []


def test_ace_finds_no_violation_in_any_document(file, ebook, tmp_path):
    violations, looked_at = ace(file, tmp_path)
    assert violations == []
    assert {*ebook.documents, "EPUB/package.opf"} <= set(looked_at)


def test_a_guide_of_another_subject_is_sound_too(guide, tmp_path):
    made = FORMATS["epub"].write(make_manuscript(load_guide(guide), "en"), Options())
    (tmp_path / "bicycles.epub").write_bytes(made)
    assert epubcheck(tmp_path / "bicycles.epub") == []
    assert not [name for name in Ebook(made).documents if "survival" in name]


def test_the_checkers_see_a_fault(guide, tmp_path):
    made = FORMATS["epub"].write(make_manuscript(load_guide(guide), "en"), Options())
    broken = made.replace(b"application/epub+zip", b"application/epub-zip", 1)
    (tmp_path / "broken.epub").write_bytes(broken)
    assert any("PKG-007" in each for each in epubcheck(tmp_path / "broken.epub"))


def test_the_same_content_gives_the_same_bytes(manuscript, epub):
    assert FORMATS["epub"].write(manuscript, Options()) == epub


def test_the_first_file_says_what_it_is_in_plain_bytes(epub, ebook):
    assert ebook.zip.namelist()[0] == "mimetype"
    assert epub[30:58] == b"mimetypeapplication/epub+zip"


def test_it_is_small_enough_to_be_sent(epub):
    assert len(epub) < FACTOR


def test_it_says_its_language_title_makers_and_that_nobody_has_reviewed_it(ebook, manuscript):
    says = {each.tag.removeprefix(DC): each.text for each in ebook.package.iter() if each.tag.startswith(DC)}
    assert says["title"] == "Personalised cancer medicine"
    assert says["language"] == "en"
    assert says["creator"] == "The patientbook project"
    assert says["date"] == manuscript.date.isoformat()
    assert "not yet been reviewed by a clinician" in says["description"]
    for root in ebook.documents.values():
        assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_the_identifier_stays_while_the_content_changes(guide):
    before = Ebook(FORMATS["epub"].write(make_manuscript(load_guide(guide), "en"), Options()))
    words = guide / "content" / "guide.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("All about", "Much about"), encoding="utf-8")
    after = Ebook(FORMATS["epub"].write(make_manuscript(load_guide(guide), "en"), Options()))
    assert next(before.package.iter(f"{DC}identifier")).text == next(after.package.iter(f"{DC}identifier")).text
    assert next(after.package.iter(f"{DC}title")).text == "Much about bicycles"


def test_it_says_how_it_can_be_read_and_claims_nothing_that_nobody_has_assessed(ebook):
    assert ebook.meta("schema:accessMode") == ["textual", "visual"]
    assert ebook.meta("schema:accessModeSufficient") == ["textual,visual", "textual"]
    assert ebook.meta("schema:accessibilityHazard") == ["none"]
    assert {"alternativeText", "structuralNavigation", "tableOfContents"} <= set(
        ebook.meta("schema:accessibilityFeature")
    )
    assert "nobody from outside has assessed it" in ebook.meta("schema:accessibilitySummary")[0]
    assert ebook.meta("dcterms:conformsTo") == []


def test_nothing_is_asked_of_any_network_and_nothing_runs(ebook):
    for name, root in ebook.documents.items():
        for element in root.iter():
            asked = [element.get(key) for key in ("src", "srcset", "poster", "data")]
            asked += [element.get("href")] if element.tag != f"{X}a" else []
            assert [each for each in asked if each and (":" in each or each.startswith("/"))] == [], name
            assert element.tag not in {f"{X}script", f"{X}iframe", f"{X}object"}, name
            assert not [key for key in element.attrib if key.startswith("on")], name
    for name, made in ebook.files.items():
        if name.endswith((".css", ".svg")):
            words = made.decode().replace("http://www.w3.org/2000/svg", "")
            assert not re.search(r"https?:|//|@import|<script|xlink", words), name


def test_every_picture_has_words_for_who_does_not_see_it(ebook, manuscript):
    said = [each.get("alt") for root in ebook.documents.values() for each in root.iter(f"{X}img")]
    assert all(said)
    drawings = [made.decode() for name, made in ebook.files.items() if name.endswith(".svg")]
    assert len(said) == len(drawings) + 1  # the cover
    assert [each for each in drawings if 'role="img"' not in each or "aria-label=" not in each] == []


def test_every_kind_of_shape_has_its_colours_in_the_dark(ebook):
    for name, made in ebook.files.items():
        if name.endswith(".svg"):
            light, _, dark = made.decode().partition("</style>")[0].partition("prefers-color-scheme: dark")
            shapes = {kind for found in re.findall(r' class="([^"]+)"', made.decode()) for kind in found.split()}
            looks = {kind for kind in shapes if kind.startswith("pf-")} - {"pf-bold"}
            assert [kind for kind in looks | {"ground"} if f".{kind} " not in f"{dark} ".replace(",", " ")] == [], name
            assert light
