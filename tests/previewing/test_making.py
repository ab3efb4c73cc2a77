"""A preview shows the pages that `build` makes, tells what is wrong, and changes nothing in the guide's folder."""

import hashlib
import json

import pytest

from patientbook.pages.making import make_site
from patientbook.pages.workplace import Workplace
from patientbook.previewing.making import make_pages
from patientbook.problems import Severity
from tests.guides import CHAPTER, NOTEBOOK, replace_in


@pytest.fixture
def place(built):
    return Workplace(built, built / ".cache" / "patientbook", lambda _: None)


def files_of(root):
    """Every file of the guide with the hash of its content, the cache left out."""
    paths = (path for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def test_pages_made_without_a_kernel_are_those_that_a_kernel_gives(place):
    replace_in(place.root / CHAPTER, "A bicycle has two wheels and", "Every bicycle has two wheels and")
    quick = make_pages(place).site
    whole = make_site(place)
    assert quick is not None
    assert set(quick.files) == set(whole.files)
    differing = {path for path in whole.files if quick.files[path].content != whole.files[path].content}
    assert differing == {"sw.js"}  # a preview keeps nothing for reading offline
    assert quick.live == whole.live != {}


def test_a_preview_writes_nothing_into_the_guide(place):
    replace_in(place.root / CHAPTER, "A bicycle has two wheels and", "Every bicycle has two wheels and")
    before = files_of(place.root)
    assert make_pages(place).site is not None
    assert files_of(place.root) == before


def test_a_notebook_edited_by_hand_is_told_and_stays_as_it_is(place):
    edited = json.loads((place.root / NOTEBOOK).read_text(encoding="utf-8"))
    edited["cells"][0]["source"] = "# My own bicycle"
    (place.root / NOTEBOOK).write_text(json.dumps(edited), encoding="utf-8")
    before = files_of(place.root)
    outcome = make_pages(place)
    assert outcome.site is not None
    errors = [each for each in outcome.problems if each.severity is Severity.ERROR]
    assert [(str(each.file), each.rule) for each in errors] == [(str(NOTEBOOK), "notebook-edited")]
    assert files_of(place.root) == before


def test_what_is_wrong_comes_with_its_place_and_no_pages(place):
    replace_in(place.root / CHAPTER, "08-words.md#chain", "08-words.md#chian")
    outcome = make_pages(place)
    assert outcome.site is None
    assert [(str(each.file), each.line, each.rule) for each in outcome.problems][:1] == [
        (str(CHAPTER), 22, "unknown-term")
    ]


def test_a_notebook_of_an_educator_that_fails_is_told_in_one_line(place):
    own = place.root / "notebooks" / "en" / "Gänge & #1.ipynb"
    replace_in(own, "description='Gear'", "1/0")
    outcome = make_pages(place)
    assert outcome.site is None
    assert "Gänge" in outcome.message
    assert "\n" not in outcome.message
