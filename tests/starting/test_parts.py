"""New parts of a guide: written, registered, checked; what was there keeps its bytes; nothing is overwritten."""

import shutil
from pathlib import PurePosixPath

import jupytext
import pytest

from patientbook.checking import check_guide
from patientbook.problems import ContentError, PatientbookError
from patientbook.reading import read_guide
from patientbook.starting import new_chapter, new_edition, new_figure, new_question, new_term
from patientbook.starting.draft import Draft
from tests.guides import CHAPTER, replace_in

QUIZZES = "content/en/quizzes/01-bicycles.yaml"
NO_WORDS = {"id_": None, "aliases": [], "see_also": [], "language": None}
PLAIN = {"type_": "single", "quiz": None, "explained_in": None, "terms": ["hub"], "id_": None, "language": None}
FIGURE = {"people": None, "chapter": None, "section": None, "language": None}


def contents(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def changed(root, before):
    return {name: now for name, now in contents(root).items() if before.get(name) != now}


def expect_only_added(before: bytes, after: bytes):
    """Every line of ``before`` stands in ``after``, in the same order, byte for byte."""
    lines = iter(after.splitlines(keepends=True))
    assert all(line in lines for line in before.splitlines(keepends=True))


def new_problems(root, before):
    return sorted(
        {(one.rule, one.file.name) for one in check_guide(root)} - {(one.rule, one.file.name) for one in before}
    )


def test_a_new_chapter_has_no_problem_and_stands_before_the_glossary(guide):
    problems, before = check_guide(guide), contents(guide)
    told = new_chapter(guide, "Café: oil & rust?", purpose=None, id_=None, after=None)
    assert set(changed(guide, before)) == {
        "content/guide.yaml",
        "content/en/09-cafe-oil-rust.md",
        "content/en/quizzes/09-cafe-oil-rust.yaml",
    }
    assert "chapters: [01-bicycles, 09-cafe-oil-rust, 08-words]" in (guide / "content/guide.yaml").read_text()
    assert new_problems(guide, problems) == []
    assert told[0] == "Wrote content/en/09-cafe-oil-rust.md"


def test_a_new_chapter_stands_where_it_is_said(guide):
    new_chapter(guide, "Last words", purpose=None, id_="appendix", after="08")
    assert read_guide(guide).guide.settings.chapters == ("01-bicycles", "08-words", "appendix")


def test_a_new_chapter_is_written_in_every_language(guide):
    shutil.copytree(guide / "content/en", guide / "content/de")
    for chapter in (guide / "content/de").glob("*.md"):
        replace_in(chapter, 'open_lesson("en/', 'open_lesson("de/')
    settings = (guide / "content/guide.yaml").read_text(encoding="utf-8")
    start, end = settings.index("  - code: en"), settings.index("chapters:")
    german = settings[start:end].replace("code: en", "code: de").replace("Key points", "Das Wichtigste")
    (guide / "content/guide.yaml").write_text(settings[:end] + german + settings[end:], encoding="utf-8")
    problems = check_guide(guide)
    new_chapter(guide, "Rost", purpose=None, id_=None, after="01")
    assert "## Das Wichtigste" in (guide / "content/de/09-rost.md").read_text(encoding="utf-8")
    assert "## Key points" in (guide / "content/en/09-rost.md").read_text(encoding="utf-8")
    assert new_problems(guide, problems) == []


@pytest.mark.parametrize("title", ["Looking after it", "A title: with a colon, and a long purpose that is wrapped"])
def test_a_save_from_jupyterlab_leaves_a_new_chapter_as_it_is(guide, title):
    new_chapter(
        guide, title, purpose=f"This chapter is about “{title}”, so that you can " + "ride " * 20, id_="x", after=None
    )
    text = (guide / "content/en/x.md").read_text(encoding="utf-8")
    assert jupytext.writes(jupytext.reads(text, fmt="md:myst"), fmt="md:myst") == text


def test_a_new_term_stands_in_the_order_of_the_alphabet_where_there_is_one(guide):
    file = guide / "content/en/glossary.yaml"
    file.write_text(
        "terms:\n  # of the chain\n  chain:\n    term: Chain # a word\n    meaning: A row of [links](#gear).\n\n"
        "  # of the gear\n  gear:\n    term: Gear\n    meaning: >-\n      A toothed\n      wheel.\n\n"
        "# the end\n",
        encoding="utf-8",
    )
    replace_in(guide / QUIZZES, "terms: [hub]", "terms: [gear]")
    before = file.read_bytes()
    new_term(
        guide, "Derailleur", "What changes gears: a part.", **NO_WORDS | {"see_also": ["gear"], "aliases": ["a, b"]}
    )
    new_term(guide, "Yes", "no", **NO_WORDS)
    expect_only_added(before, file.read_bytes())
    assert list(read_guide(guide).guide.languages["en"].terms) == ["chain", "derailleur", "gear", "yes"]
    derailleur = read_guide(guide).guide.languages["en"].terms["derailleur"]
    assert (derailleur.meaning, derailleur.aliases) == ("What changes gears: a part.", ("a, b",))
    assert "    see_also: [gear]\n\n  # of the gear\n  gear:" in file.read_text()
    assert file.read_text().endswith("# the end\n")


def test_windows_line_ends_and_a_byte_order_mark_stay(guide):
    file = guide / "content/en/glossary.yaml"
    old = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n").removesuffix(b"\r\n")
    file.write_bytes(old)
    with pytest.raises(ContentError, match="byte-order-mark"):
        new_term(guide, "Spoke", "A thin rod.", **NO_WORDS)
    old = old.removeprefix(b"\xef\xbb\xbf")
    file.write_bytes(old)
    new_term(guide, "Spoke", "A thin rod.", **NO_WORDS)
    after = file.read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n")
    assert after.startswith(old)


@pytest.mark.parametrize("type_", ["single", "several", "true_false", "matching", "ordering", "scale", "poll"])
def test_a_new_question_of_each_type_has_no_problem(guide, type_):
    problems, before = check_guide(guide), (guide / QUIZZES).read_bytes()
    told = new_question(guide, "01", "What: is “it”?", **PLAIN | {"type_": type_})
    expect_only_added(before, (guide / QUIZZES).read_bytes())
    assert new_problems(guide, problems) == []
    questions = read_guide(guide).guide.languages["en"].quizzes["01-bicycles"]["first-ride"].questions
    assert [(one.id, one.type, one.stem) for one in questions][-1] == ("what-is-it", type_, "What: is “it”?")
    line = int(told[0].rpartition(":")[2])
    assert (guide / QUIZZES).read_text().split("\n")[line - 1].lstrip().startswith("- id: what-is-it")


def test_a_new_quiz_is_shown_in_its_chapter_before_the_closing_sections(guide):
    problems, before = check_guide(guide), contents(guide)
    new_question(guide, "01-bicycles", "Why?", **PLAIN | {"quiz": "second-ride"})
    assert set(changed(guide, before)) == {QUIZZES, str(CHAPTER)}
    expect_only_added(before[str(CHAPTER)], (guide / CHAPTER).read_bytes())
    assert 'lesson.quiz("second-ride")\n```\n\n## What is not known yet\n' in (guide / CHAPTER).read_text()
    assert new_problems(guide, problems) == []


def test_a_chapter_without_questions_gets_its_first(guide):
    (guide / QUIZZES).unlink()
    replace_in(guide / CHAPTER, 'lesson.quiz("first-ride")', 'lesson.figure("riders")')
    problems = check_guide(guide)
    new_question(guide, "01", "Why?", **PLAIN)
    assert new_problems(guide, problems) == []


def test_a_new_figure_is_described_sketched_and_shown(guide):
    problems, before = check_guide(guide), contents(guide)
    told = new_figure(
        guide, "saddle", "A saddle: soft.", "Two boxes.", **FIGURE | {"chapter": "01", "section": "how-to-ride"}
    )
    assert set(changed(guide, before)) == {"content/en/figures.yaml", "content/figures/saddle.svg", str(CHAPTER)}
    assert 'lesson.figure("saddle")\n```\n\n## What is not known yet\n' in (guide / CHAPTER).read_text()
    assert new_problems(guide, problems) == []
    assert told[1].startswith("Wrote content/figures/saddle.svg")


def test_a_picture_of_chance_needs_no_drawing(guide):
    new_figure(guide, "falls", "About 3 of 1000.", "Rows of ten.", **FIGURE | {"people": "3/1000", "chapter": "01"})
    figure = read_guide(guide).guide.languages["en"].figures["falls"]
    assert (figure.people.count, figure.people.of) == (3, 1000)
    assert not (guide / "content/figures/falls.svg").exists()


def test_a_new_edition_is_a_file_of_notes(guide):
    told = new_edition(guide, "Our hospital", id_=None)
    text = (guide / "editions/our-hospital/edition.yaml").read_text(encoding="utf-8")
    assert told[0] == "Wrote editions/our-hospital/edition.yaml"
    assert [line for line in text.split("\n") if line and not line.startswith("#")] == ["title: Our hospital"]


REFUSED = {
    "chapter": (
        lambda root: new_chapter(root, "Bicycles", purpose=None, id_=None, after=None),
        "'01-bicycles' already",
    ),
    "chapter's id": (lambda root: new_chapter(root, "A", purpose=None, id_="08-words", after=None), "already"),
    "chapter's file": (
        lambda root: new_chapter(root, "A", purpose=None, id_="unlisted", after=None),
        "is there already",
    ),
    "chapter's place": (lambda root: new_chapter(root, "A", purpose=None, id_=None, after="99"), "no chapter '99'"),
    "bad id": (lambda root: new_chapter(root, "A", purpose=None, id_="../A", after=None), "'../A' is no id"),
    "no letters": (lambda root: new_chapter(root, "🚲", purpose=None, id_=None, after=None), "Name one with --id"),
    "term": (lambda root: new_term(root, "Chain", "A row.", **NO_WORDS), r"glossary.yaml:2\. Change it there"),
    "see also": (lambda root: new_term(root, "A", "B.", **NO_WORDS | {"see_also": ["hib"]}), "Did you mean 'hub'"),
    "language": (lambda root: new_term(root, "A", "B.", **NO_WORDS | {"language": "de"}), "no language 'de'"),
    "dead link": (lambda root: new_term(root, "A", "A [b](#b).", **NO_WORDS), "unknown-term"),
    "type": (lambda root: new_question(root, "01", "A?", **PLAIN | {"type_": "singel"}), "Did you mean 'single'"),
    "question": (
        lambda root: new_question(root, "01", "A?", **PLAIN | {"id_": "round"}),
        "Choose another one with --id",
    ),
    "heading": (lambda root: new_question(root, "01", "A?", **PLAIN | {"explained_in": "how"}), "There are: "),
    "question's term": (lambda root: new_question(root, "01", "A?", **PLAIN | {"terms": ["x"]}), "no term 'x'"),
    "figure": (lambda root: new_figure(root, "wheel", "A", "B", **FIGURE), "already"),
    "drawing": (lambda root: new_figure(root, "lost", "A", "B", **FIGURE), "content/figures/lost.svg is there already"),
    "chance": (lambda root: new_figure(root, "x", "A", "B", **FIGURE | {"people": "7 in 9"}), "such as 7/100"),
    "edition": (lambda root: new_edition(root, "Ours", id_=None), "nothing is overwritten"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_told_with_a_way_out_and_nothing_is_written(guide, name):
    (guide / "content/figures/lost.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (guide / "content/en/unlisted.md").write_text("Mine.", encoding="utf-8")
    (guide / "editions/ours").mkdir(parents=True)
    before = contents(guide)
    start, message = REFUSED[name]
    with pytest.raises(PatientbookError, match=message):
        start(guide)
    assert contents(guide) == before


@pytest.mark.parametrize(
    "text", ["terms: {a: {term: A, meaning: B}}\n", "terms: &all\n  a: {term: A, meaning: B}\nx: *all\n"]
)
def test_where_nothing_can_be_added_safely_nothing_is_written(guide, text):
    file = guide / "content/en/glossary.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PatientbookError):
        new_term(guide, "Spoke", "A thin rod.", **NO_WORDS)
    assert file.read_text(encoding="utf-8") == text


def test_an_empty_glossary_gets_its_first_term(guide):
    file = guide / "content/en/glossary.yaml"
    file.write_text("# Words\nterms: {} # none yet\n# end\n", encoding="utf-8")
    replace_in(guide / QUIZZES, "terms: [hub]", "terms: []")
    replace_in(guide / QUIZZES, "terms: [chain]", "terms: []")
    new_term(guide, "Chain", "A row of links.", **NO_WORDS)
    assert file.read_text(encoding="utf-8").startswith("# Words\nterms: # none yet\n  chain:\n    term: Chain\n")


def test_a_mistake_that_was_there_does_not_stop_a_new_part(guide):
    replace_in(guide / CHAPTER, "[@wheel2001].", "[@wheels2001].")
    new_term(guide, "Spoke", "A thin rod.", **NO_WORDS)
    assert "spoke" in read_guide(guide).guide.languages["en"].terms


def test_a_file_with_a_mistake_is_mended_first(guide):
    replace_in(guide / "content/en/glossary.yaml", "  gear:", '  gear: "')
    before = contents(guide)
    with pytest.raises(ContentError, match=r"glossary\.yaml:"):
        new_term(guide, "Spoke", "A thin rod.", **NO_WORDS)
    assert contents(guide) == before


def test_when_a_later_file_cannot_be_written_the_earlier_ones_go_again(guide):
    before = contents(guide)
    long = "a" * 242  # the chapter's own name just fits; that of its questions, which is written after it, does not
    with pytest.raises(PatientbookError, match=rf"quizzes/{long}\.yaml cannot be written"):
        new_chapter(guide, "A", purpose=None, id_=long, after=None)
    assert contents(guide) == before


def test_a_file_where_a_folder_should_be_is_told_in_one_line(guide):
    (guide / QUIZZES).unlink()
    (guide / QUIZZES).parent.rmdir()
    (guide / QUIZZES).parent.write_text("a file", encoding="utf-8")
    before = contents(guide)
    with pytest.raises(PatientbookError, match=r"cannot be checked: .*exists"):
        new_chapter(guide, "A", purpose=None, id_=None, after=None)
    assert contents(guide) == before


def test_what_somebody_else_changed_meanwhile_is_not_lost(guide):
    draft = Draft(guide)
    file = PurePosixPath("content/en/glossary.yaml")
    draft.insert(file, ("terms",), None, "spoke: {term: Spoke, meaning: A thin rod.}")
    replace_in(guide / file, "The middle of a wheel.", "What a wheel turns on.")
    before = contents(guide)
    with pytest.raises(PatientbookError, match="changed by somebody else meanwhile"):
        draft.write()
    assert contents(guide) == before
