"""`patientbook export`: the file, what is told meanwhile, and one clear line with no half file when it cannot be."""

import resource
import subprocess

import pytest

from patientbook.exports.registry import FORMATS
from tests.guides import PATIENTBOOK, replace_in

PROGRESS = {"Reading and checking the content", "Putting the guide together"} | {
    f"Making: {each.title}" for each in FORMATS.values()
}
SMALL = 2048  # bytes that a process may write into one file, as if the disk were full


def export(guide, *arguments, **how):
    command = [PATIENTBOOK, "export", *map(str, arguments), "--root", str(guide)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, **how)


def complaint(told):
    """The one line that says what is wrong, after what was told about the progress."""
    assert told.returncode == 1
    assert told.stdout == ""
    *progress, line = told.stderr.splitlines()
    assert set(progress) <= PROGRESS
    return line


def test_a_book_is_written_under_a_name_with_language_and_date_and_progress_is_told(guide, tmp_path):
    told = export(guide, "pdf", "--out", tmp_path / "files")
    assert (told.returncode, told.stdout) == (0, "")
    [made] = (tmp_path / "files").iterdir()
    assert made.name == "bicycles-en-2026-01-31.pdf"
    assert made.read_bytes().startswith(b"%PDF-1.7")
    lines = told.stderr.splitlines()
    assert lines[:4] == [
        "Reading and checking the content",
        "Putting the guide together",
        "Making: The whole guide to print, A4",
        f"Wrote {made}",
    ]
    assert lines[4].startswith("Done in ")


def test_a_file_of_that_name_is_replaced_by_the_new_one(guide, tmp_path):
    out = tmp_path / "handout.pdf"
    out.write_bytes(b"old")
    assert export(guide, "handout", "--chapter", "01-bicycles", "--out", out).returncode == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".pdf"] == ["handout.pdf"]


def test_all_formats_are_listed(guide):
    told = export(guide, "--list")
    assert told.returncode == 0
    assert [line.split()[0] for line in told.stdout.splitlines()] == list(FORMATS)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "Name a format: pdf, pdf-large, "),
        (["pfd"], 'There is no format "pfd". There are: pdf, '),
        (["handout", "--chapter", "09"], 'There is no chapter "09". There are: 01-bicycles.'),
        (["pdf", "--chapter", "01-bicycles"], "The format pdf holds the whole guide: leave out the chapter."),
        (["factsheet"], "This guide has no factsheet: "),
        (["pdf", "--language", "xx"], 'The guide is not written in "xx". It has: en.'),
    ],
)
def test_what_there_is_not_is_told_with_what_there_is(guide, tmp_path, arguments, line):
    out = tmp_path / "files"
    assert complaint(export(guide, *arguments, "--out", out)).startswith(line)
    assert not out.exists()


def test_a_missing_figure_is_told_with_its_place_and_nothing_is_made(guide, tmp_path):
    (guide / "content" / "figures" / "wheel.svg").unlink()
    told = export(guide, "pdf", "--out", tmp_path / "files")
    progress, line, last = told.stderr.splitlines()
    assert (told.returncode, progress) == (1, "Reading and checking the content")
    assert line.startswith("content/en/figures.yaml:2:3 [missing-figure] There is no file 'content/figures/wheel.svg'.")
    assert last == "1 error in the content; nothing was made."
    assert not (tmp_path / "files").exists()


def test_a_letter_that_no_font_has_is_told(guide, tmp_path):
    replace_in(guide / "content" / "en" / "01-bicycles.md", "Look where you want to go.", "Look \U00012000 go.")
    line = complaint(export(guide, "pdf", "--out", tmp_path / "files"))
    assert line.startswith("The PDF cannot be set: none of its fonts has the letter “\U00012000”.")


def test_a_full_disk_leaves_the_old_file_as_it_was(guide, tmp_path):
    out = tmp_path / "files" / "book.pdf"
    out.parent.mkdir()
    out.write_bytes(b"old")
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))  # noqa: E731 - for one call
    line = complaint(export(guide, "pdf", "--out", out, preexec_fn=limit))
    assert line == f"{out} cannot be written: File too large. Nothing was changed there."
    assert [(each.name, each.read_bytes()) for each in out.parent.iterdir()] == [("book.pdf", b"old")]


def test_a_place_that_cannot_be_written_to_is_told(guide):
    line = complaint(export(guide, "pdf", "--out", "/proc/patientbook/book.pdf"))
    assert "be written" in line
    assert "/proc" in line


def test_a_file_where_a_folder_is_needed_is_told_before_anything_is_made(guide, tmp_path):
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    told = export(guide, "pdf", "--out", tmp_path / "notes")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.splitlines() == [
        f'"{tmp_path / "notes"}" is a file and no folder. Name a folder, or a file that ends in .pdf.'
    ]
    assert (tmp_path / "notes").read_text(encoding="utf-8") == "mine"
