"""A whole guide from its folder."""

import shutil
from pathlib import Path, PurePosixPath

import pytest

from patientbook.problems import ContentError, PatientbookError
from patientbook.reading import find_root, load_guide, read_guide
from tests.checking.good_guide import GOOD_GUIDE


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """The good guide, to be changed."""
    return Path(shutil.copytree(GOOD_GUIDE, tmp_path / "guide"))


def test_a_guide_is_read_whole() -> None:
    guide = load_guide(GOOD_GUIDE)
    content = guide.languages["en"]
    assert list(content.chapters) == ["01-first", "08-glossary"]
    assert content.chapters["01-first"].file == PurePosixPath("content/en/01-first.md")
    assert list(content.terms) == ["gene", "dna"]
    assert list(content.figures) == ["cell", "chance"]
    assert [question.id for question in content.quizzes["01-first"]["about-genes"].questions] == [
        "what-gene",
        "how-many",
    ]
    assert list(guide.sources) == ["slamon2001"]


def test_the_root_is_found_from_inside() -> None:
    assert find_root(GOOD_GUIDE / "content" / "en") == GOOD_GUIDE


def test_no_guide_is_told_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(PatientbookError, match=r"There is no guide here.*Run this inside the folder of a guide"):
        find_root(tmp_path)


def test_loading_a_broken_guide_raises_with_every_problem(guide: Path) -> None:
    (guide / "content/en/figures.yaml").write_text("figures: [\n", encoding="utf-8")
    (guide / "content/en/08-glossary.md").unlink()
    with pytest.raises(ContentError) as raised:
        load_guide(guide)
    assert [problem.rule for problem in raised.value.problems] == ["yaml-syntax", "missing-file"]


def test_loading_a_guide_with_warnings_alone_succeeds(guide: Path) -> None:
    sources = guide / "content/sources.bib"
    sources.write_bytes(sources.read_bytes().replace(b"\n", b"\r\n"))
    assert [problem.rule for problem in read_guide(guide).problems] == ["windows-lines"]
    assert load_guide(guide).sources


def test_what_can_be_read_of_a_broken_guide_is_there(guide: Path) -> None:
    glossary = guide / "content/en/glossary.yaml"
    glossary.write_text(glossary.read_text(encoding="utf-8").replace("    term: DNA\n", ""), encoding="utf-8")
    reading = read_guide(guide)
    assert reading.guide is not None
    assert reading.has_errors
    assert list(reading.guide.languages["en"].terms) == ["gene"]
    assert reading.documents[PurePosixPath("content/en/glossary.yaml")].keys(("terms",)) == {"gene", "dna"}


def test_with_broken_settings_the_other_files_are_still_read(guide: Path) -> None:
    (guide / "content/guide.yaml").write_text("id: [\n", encoding="utf-8")
    (guide / "content/en/glossary.yaml").write_text("terms: {gene: {}}\n", encoding="utf-8")
    (guide / "content/en/01-first.md").write_text("No front matter.\n", encoding="utf-8")
    reading = read_guide(guide)
    assert reading.guide is None
    assert [f"{problem.file.name} {problem.rule}" for problem in reading.problems] == [
        *(
            "01-first.md front-matter",
            "glossary.yaml missing-key",
            "glossary.yaml missing-key",
            "guide.yaml yaml-syntax",
        ),
    ]


def test_problems_are_sorted_by_place(guide: Path) -> None:
    for file in ("content/sources.bib", "content/en/figures.yaml", "content/en/glossary.yaml"):
        (guide / file).write_bytes(b"\xff")
    problems = list(read_guide(guide).problems)
    assert problems == sorted(problems)
    assert [problem.file.name for problem in problems] == ["figures.yaml", "glossary.yaml", "sources.bib"]
