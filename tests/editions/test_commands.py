"""Editions on the command line, as an educator uses them."""

import subprocess

import pytest

from tests.editions.club import FOLDER, write, write_club
from tests.guides import PATIENTBOOK, replace_in


def run(guide, *words):
    return subprocess.run([PATIENTBOOK, *words], cwd=guide, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def club(guide):
    return write_club(guide)


def test_a_new_edition_is_written_checked_and_shown_without_a_word_more(guide):
    done = run(guide, "new", "edition", "Our hospital")
    assert done.returncode == 0
    assert "patientbook --edition our-hospital preview" in done.stderr
    checked = run(guide, "--edition", "our-hospital", "check")
    assert checked.returncode == 0
    assert "No errors" in checked.stdout


def test_every_example_in_a_new_edition_s_file_is_one_that_works(guide):
    run(guide, "new", "edition", "Our hospital")
    file = guide / "editions/our-hospital/edition.yaml"
    lines = file.read_text(encoding="utf-8").split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("title:"))
    examples = [line.removeprefix("# ") if line.startswith("# ") else line for line in lines[start:]]
    words = [line for line in examples if line.startswith((" ", "title", "hide", "languages", "look", "reviews"))]
    text = "\n".join(words)
    real = {"[01-bicycles]": "[]", "[id-of-a-heading]": "[how-to-ride]", "[id-of-a-question]": "[round]"}
    for example, instead in real.items():
        text = text.replace(example, instead)
    file.write_text(text + "\n", encoding="utf-8")
    (file.parent / "content").mkdir()
    (file.parent / "content/logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    checked = run(guide, "--edition", "our-hospital", "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "editions/our-hospital" not in checked.stdout


def test_an_edition_is_built_and_exported_beside_the_guide(guide, club):
    built = run(guide, "--edition", "club", "build", "--site", "public")
    assert built.returncode == 0, built.stderr
    page = (guide / "public/en/01-bicycles.html").read_text(encoding="utf-8")
    assert "We oil chains on Sundays" in page
    assert "01632 960 123" in page
    assert "A mechanic, 2026-02-01" in page
    assert not (guide / "notebooks").exists()
    exported = run(guide, "--edition", "club", "export", "pdf", "--out", "made")
    assert exported.returncode == 0, exported.stderr
    assert [path.name for path in (guide / "made").iterdir()] == ["bicycles-club-en-2026-02-01.pdf"]


def test_the_difference_stands_under_a_stale_part(guide, club):
    run(guide, "--edition", "club", "check")
    replace_in(guide / "content/en/glossary.yaml", "A toothed wheel", "A round toothed wheel")
    told = run(guide, "--edition", "club", "check").stdout
    assert "[edition-stale]" in told
    assert "    -  meaning: A toothed wheel on the [hub](#hub).\n" in told
    assert "    +  meaning: A round toothed wheel on the [hub](#hub).\n" in told
    assert "Accepted one change" in run(guide, "accept", "club").stderr
    assert "[edition-stale]" not in run(guide, "--edition", "club", "check").stdout


def test_the_questions_of_an_edition_are_its_own(guide, club):
    assert "Our bicycles have two wheels." in run(guide, "--edition", "club", "questions", "list").stdout
    assert "How many wheels has a bicycle?" in run(guide, "questions", "list").stdout


@pytest.mark.parametrize(
    "words",
    [
        ("new", "term", "A", "--meaning", "B."),
        ("adopt", "notebooks/en/01-bicycles.ipynb"),
        ("questions", "import", "questions.csv"),
    ],
)
def test_what_writes_content_is_refused_with_an_edition(guide, club, words):
    (guide / "questions.csv").write_text("id,type,stem\n", encoding="utf-8")
    done = run(guide, "--edition", "club", *words)
    assert done.returncode in {1, 2}
    assert "edition" in done.stderr
    assert "Traceback" not in done.stderr


def test_errors_of_an_edition_stop_a_build_with_their_places(guide, club):
    write(guide, "content/en/glossary.yaml", "terms: [\n")
    done = run(guide, "--edition", "club", "build")
    assert done.returncode == 1
    assert f"{FOLDER}/content/en/glossary.yaml:1:8 [yaml-syntax]" in done.stderr


def test_accepting_an_edition_that_is_none_says_which_there_are(guide, club):
    done = run(guide, "accept", "clubb")
    assert done.returncode == 1
    assert "Did you mean 'club'?" in done.stderr
