"""The edition that is shipped as an example: it holds, and readers see what it has otherwise."""

import shutil
from io import BytesIO

import pytest
from pypdf import PdfReader

from patientbook.checking import check_guide
from patientbook.editions import EDITIONS, open_edition
from patientbook.exports.making import make_manuscript
from patientbook.exports.options import Options
from patientbook.exports.pdf import factsheet
from patientbook.lessons.lesson import Lesson
from patientbook.reading import load_guide
from tests.frame.project import ROOT

NAMES = sorted(path.parent.name for path in (ROOT / EDITIONS).glob("*/edition.yaml"))


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    root = tmp_path_factory.mktemp("guide")
    for folder in ("content", "editions"):
        shutil.copytree(ROOT / folder, root / folder)
    edition = open_edition(root, "riverside-hospital", root / ".cache")
    edition.renew()
    return edition


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_edition_is_without_a_problem_and_remembers_the_guide(tmp_path, name):
    for folder in ("content", "editions"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    edition = open_edition(tmp_path, name, tmp_path / ".cache")
    remembered = (edition.folder / "overridden.json").read_bytes()
    edition.renew()
    assert check_guide(edition.guide) == []
    assert (edition.folder / "overridden.json").read_bytes() == remembered, f"patientbook accept {name}"


def test_it_has_what_an_edition_is_for(example):
    guide = load_guide(example.guide)
    english = guide.languages["en"]
    base = load_guide(ROOT).languages["en"]
    assert len(base.chapters) - len(english.chapters) == 1
    assert [each.name for each in english.settings.contacts]
    assert guide.settings.look
    assert guide.settings.look.logo
    chapter = "06-why-is-it-important-for-cancer-patients-to-understand-personalised-medicine"
    text = "\n".join(cell.source for cell in english.chapters[chapter].cells)
    assert "At Riverside, a [patient navigator]" in text
    assert text.count("## A second opinion") == 1
    changed = [
        question.id
        for quiz, other in zip(english.quizzes[chapter].values(), base.quizzes[chapter].values(), strict=True)
        for question, before in zip(quiz.questions, other.questions, strict=True)
        if question != before
    ]
    assert changed == ["second-opinion-insult", "home-gene-test"]


def test_its_contacts_stand_under_every_chapter_and_on_its_factsheet_of_two_pages(example):
    guide = load_guide(example.guide)
    english = guide.languages["en"]
    for chapter in english.chapters.values():
        assert "01632 960 101" in Lesson(guide, english, chapter).sources().plain
    pages = PdfReader(BytesIO(factsheet.write(make_manuscript(guide, "en"), Options()))).pages
    assert len(pages) == 2
    assert "01632 960 101" in pages[1].extract_text().replace("\N{NO-BREAK SPACE}", " ")
