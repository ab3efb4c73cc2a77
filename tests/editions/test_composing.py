"""An edition over the guide about bicycles: what is composed, and that nothing else is touched."""

import os

import pytest

from patientbook.checking import check_guide
from patientbook.problems import ContentError, PatientbookError, Severity
from patientbook.reading import load_guide
from tests.editions.club import FOLDER, club_of, write, write_club
from tests.guides import replace_in


def files_of(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".cache" not in path.parts
    }


def composed(guide, **changed):
    club = write_club(guide, **changed)
    club.renew()
    return load_guide(club.guide)


def text_of(made):
    return "\n".join(cell.source for cell in made.languages["en"].chapters["01-bicycles"].cells)


def test_everything_that_the_edition_has_otherwise_is_there(guide):
    made = composed(guide)
    english = made.languages["en"]
    assert made.settings.id == "bicycles-club"
    assert made.settings.authors == ("The club",)
    assert english.settings.title == "Bicycles in our club"
    assert [each.phone for each in english.settings.contacts] == ["01632 960 123"]
    assert english.terms["gear"].meaning == "A wheel with teeth, as we say it."
    assert english.terms["pump"].term == "Pump"
    assert english.terms["chain"].term == "Chain"
    assert made.sources["club2026"].fields["title"] == "Sundays"
    assert english.quizzes["01-bicycles"]["first-ride"].questions[0].stem == "Our bicycles have two wheels."
    assert english.chapters["01-bicycles"].front.reviewed_by == ("A mechanic",)
    assert "We oil chains on Sundays" in text_of(made)


def test_a_new_section_stands_behind_the_one_before_it(guide):
    text = text_of(composed(guide))
    assert text.index("## Looking after it") < text.index("## Our own workshop") < text.index("## What is not known")
    assert 'lesson.figure("wheel")' in text


def test_the_calls_after_the_last_section_stay_when_it_is_replaced(guide):
    write(guide, "content/en/sections/01-bicycles.md", "## Questions to ask your mechanic\n\n- When are you open?\n")
    write(guide, "edition.yaml", "title: The club\n")
    club = club_of(guide)
    club.renew()
    text = text_of(load_guide(club.guide))
    assert text.index("When are you open?") < text.index("lesson.sources()")
    assert "Is my chain clean?" not in text


def test_nothing_is_written_but_the_composed_guide_and_what_is_remembered(guide):
    write_club(guide)
    before = files_of(guide)
    club_of(guide).renew()
    after = files_of(guide)
    assert after.keys() - before.keys() == {f"{FOLDER}/overridden.json"}
    assert {name: after[name] for name in before} == before


def test_composing_again_writes_only_what_differs(guide):
    club = write_club(guide)
    club.renew()
    content = [path for path in (club.guide / "content").rglob("*") if path.is_file()]
    for path in content:
        os.utime(path, (1, 1))
    replace_in(guide / FOLDER / "content/en/sections/01-bicycles.md", "Sundays", "Mondays")
    club.renew()
    assert [path.name for path in content if path.stat().st_mtime != 1] == ["01-bicycles.md"]


def test_what_goes_from_the_edition_goes_from_the_composed_guide(guide):
    write_club(guide)
    write(guide, "content/en/09-extra.md", "# Extra\n")
    write(guide, "notebooks/en/mine.ipynb", "{}")
    club = club_of(guide)
    club.renew()
    built = club.guide / "notebooks/en/01-bicycles.ipynb"
    built.parent.mkdir(exist_ok=True)
    built.write_text("built", encoding="utf-8")
    assert (club.guide / "content/en/09-extra.md").is_file()
    for name in ("content/en/09-extra.md", "notebooks/en/mine.ipynb"):
        (guide / FOLDER / name).unlink()
    club.renew()
    assert not (club.guide / "content/en/09-extra.md").exists()
    assert not (club.guide / "notebooks/en/mine.ipynb").exists()
    assert built.is_file()


def test_a_whole_file_is_replaced_and_a_whole_chapter_added(guide):
    write(guide, "content/en/pages/about.md", '---\ntitle: "We"\ndescription: "Us."\n---\n\n# We\n\nWe ride.\n')
    write(guide, "edition.yaml", "title: The club\n")
    club = club_of(guide)
    club.renew()
    assert load_guide(club.guide).languages["en"].pages["about"].front.title == "We"


def test_a_language_of_its_own_can_be_added_and_the_guide_s_left_out(guide):
    club = write_club(guide)
    club.renew()
    for path in (club.guide / "content/en").rglob("*"):
        if path.is_file():
            write(guide, f"content/de/{path.relative_to(club.guide / 'content/en')}", path.read_text("utf-8"))
    replace_in(guide / FOLDER / "content/de/01-bicycles.md", 'open_lesson("en/', 'open_lesson("de/')
    replace_in(guide / FOLDER / "content/de/08-words.md", 'open_lesson("en/', 'open_lesson("de/')
    german = """\
  - code: de
    name: Deutsch
    title: Fahrräder
    tagline: Für alle.
    notice: Dies ist kein Rat.
    sections: {key_points: Key points, questions: Questions to ask your mechanic, not_known: What is not known yet}
"""
    write(guide, "edition.yaml", f"title: The club\nhide: {{languages: [en]}}\nlanguages:\n{german}")
    club.renew()
    made = load_guide(club.guide)
    assert [each.code for each in made.settings.languages] == ["de"]
    assert list(made.languages) == ["de"]
    assert not (club.guide / "content/en").exists() or not list((club.guide / "content/en").rglob("*.md"))


def test_an_edition_with_mistakes_is_told_whole_and_the_last_composed_guide_stays(guide):
    club = write_club(guide)
    club.renew()
    before = files_of(club.guide)
    write(guide, "edition.yaml", "title: The club\nhide:\n  chapters: [09-none]\n")
    write(guide, "content/en/glossary.yaml", "terms: [\n")
    with pytest.raises(ContentError) as told:
        club.renew()
    assert [f"{each.file}:{each.line} {each.rule}" for each in told.value.problems] == [
        "editions/club/content/en/glossary.yaml:1 yaml-syntax",
        "editions/club/edition.yaml:3 edition-unknown-part",
    ]
    assert files_of(club.guide) == before


def test_an_unknown_edition_is_told_with_the_one_that_is_meant(guide):
    write_club(guide)
    from patientbook.editions import open_edition  # noqa: PLC0415 - only here with another name

    with pytest.raises(PatientbookError, match="Did you mean 'club'"):
        open_edition(guide, "clubb", guide / ".cache")


def test_the_composed_guide_has_no_error_and_no_warning_of_its_own(guide):
    club = write_club(guide)
    club.renew()
    problems = check_guide(club.guide)
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    assert {each.rule for each in problems if each.file.parts[0] == "editions"} == set()
