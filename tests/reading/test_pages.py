"""Further pages and the start page's words, read with places; what is wrong with one is a problem."""

import shutil
from pathlib import Path, PurePosixPath

import pytest

from patientbook.reading import load_guide, read_guide
from tests.checking.good_guide import GOOD_GUIDE

ABOUT = PurePosixPath("content/en/pages/about.md")
HOME = PurePosixPath("content/en/pages/home.md")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """The good guide, to be changed."""
    return Path(shutil.copytree(GOOD_GUIDE, tmp_path / "guide"))


def problems_of(root: Path) -> list[str]:
    return [f"{problem.file.name}:{problem.line} {problem.rule}" for problem in read_guide(root).problems]


def test_a_page_is_its_front_matter_and_its_words() -> None:
    page = load_guide(GOOD_GUIDE).languages["en"].pages["about"]
    assert (page.id, page.language, page.file) == ("about", "en", ABOUT)
    assert (page.front.title, page.front.description, page.lines) == ("About it", "Who made it.", {})
    assert page.cells[0].line == 6
    assert page.cells[0].source.startswith("# About it\n\nSomebody did.")


def test_the_start_page_s_words_are_read_although_no_list_names_them() -> None:
    guide = load_guide(GOOD_GUIDE)
    assert guide.settings.pages == ("about",)
    assert guide.languages["en"].pages["home"].lines == {"01-first": "A chapter."}


def test_pages_have_places_in_the_reading() -> None:
    reading = read_guide(GOOD_GUIDE)
    assert reading.documents[HOME].place(("chapters", "01-first")).line == 5
    assert {ABOUT, HOME} <= set(reading.cells)


def test_a_guide_needs_no_pages(guide: Path) -> None:
    settings = guide / "content/guide.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("pages: [about]\n", ""), encoding="utf-8")
    shutil.rmtree(guide / "content/en/pages")
    assert load_guide(guide).languages["en"].pages == {}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("", "about.md:1 empty-file", id="nothing"),
        pytest.param("# About it\n", "about.md:1 front-matter", id="no front matter"),
        pytest.param("---\ntitle: a: b\n---\n", "about.md:2 yaml-colon", id="no YAML"),
        pytest.param("---\ntitle: A\n---\n", "about.md:2 missing-key", id="no description"),
        pytest.param("---\ntitle: A\ndescription: ''\n---\n", "about.md:3 empty-text", id="an empty description"),
    ],
)
def test_a_broken_page_is_a_problem_and_the_others_are_read(guide: Path, text: str, problem: str) -> None:
    (guide / ABOUT).write_text(text, encoding="utf-8")
    assert problems_of(guide) == [problem]
    found = read_guide(guide).guide
    assert found is not None
    assert list(found.languages["en"].pages) == ["home"]


def test_with_broken_settings_the_pages_are_still_read(guide: Path) -> None:
    (guide / "content/guide.yaml").write_text("id: [\n", encoding="utf-8")
    (guide / ABOUT).write_text("No front matter.\n", encoding="utf-8")
    assert "about.md:1 front-matter" in problems_of(guide)
