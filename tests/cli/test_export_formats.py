"""Every format alike: the same bytes each time, and one clear line with no half file where it cannot be made."""

import re
import resource
import subprocess

import pytest

from patientbook.exports.registry import FORMATS
from tests.guides import PATIENTBOOK

SMALL = 2048  # bytes that a process may write into one file, as if the disk were full
OF_PAGES = [name for name, each in FORMATS.items() if each.is_of_pages]
START = {".pdf": b"%PDF-1.7", ".epub": b"PK\x03\x04", ".zip": b"PK\x03\x04"}
TOLD = (
    "Reading and checking",
    "Putting the guide together",
    "Making",
    "Running",
    "Left out",
    "Not kept for the next start",
)


@pytest.fixture
def root(request, name):
    """A built guide that has the format, not to be changed: only our own has a factsheet."""
    return request.getfixturevalue("shipped").root if FORMATS[name].of == "sheet" else request.getfixturevalue("built")


def export(guide, name, out, *arguments, **how):
    command = [PATIENTBOOK, "export", name, "--root", guide, "--out", out, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, **how)


def complaint(told):
    """The last line, after what was told about the progress."""
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    *progress, line = told.stderr.splitlines()
    assert [each for each in progress if not each.startswith(TOLD) and " of " not in each] == []
    return line


def one_file(name):
    """What chooses one file of the format, and how its name ends."""
    return ["--chapter", "01-bicycles"] if FORMATS[name].of == "chapter" else [], FORMATS[name].suffix


@pytest.mark.parametrize("name", ["epub", *OF_PAGES])
def test_a_missing_figure_is_told_with_its_place_and_nothing_is_made(guide, tmp_path, name):
    (guide / "content" / "figures" / "wheel.svg").unlink()
    told = export(guide, name, tmp_path / "files")
    line, last = told.stderr.splitlines()[-2:]
    assert told.returncode == 1
    assert line.startswith("content/en/figures.yaml:2:3 [missing-figure] There is no file 'content/figures/wheel.svg'.")
    assert last.startswith("1 error in the content; nothing was ")
    assert not (tmp_path / "files").exists()


@pytest.mark.parametrize("name", FORMATS)
def test_a_full_disk_leaves_the_old_file_as_it_was(root, tmp_path, name):
    choice, suffix = one_file(name)
    out = tmp_path / "files" / f"book{suffix}"
    out.parent.mkdir()
    out.write_bytes(b"old")
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))  # noqa: E731 - for one call
    line = complaint(export(root, name, out, *choice, preexec_fn=limit))
    assert line == f"{out} cannot be written: File too large. Nothing was changed there."
    assert [(each.name, each.read_bytes()) for each in out.parent.iterdir()] == [(out.name, b"old")]


@pytest.mark.parametrize("name", ["epub", "handout", "offline"])
def test_a_folder_that_cannot_be_written_to_is_told(root, name):
    choice, suffix = one_file(name)
    line = complaint(export(root, name, f"/proc/patientbook/book{suffix}", *choice))
    assert "/proc" in line
    assert "be written" in line


@pytest.mark.parametrize("name", OF_PAGES)
def test_formats_of_pages_tell_how_far_they_are_and_have_the_same_bytes_without_what_was_kept(built, tmp_path, name):
    first = export(built, name, tmp_path / "first", "--cache", tmp_path / "cache")
    second = export(built, name, tmp_path / "second")
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    [one], [other] = ((tmp_path / each).iterdir() for each in ("first", "second"))
    assert one.name == other.name
    assert one.read_bytes().startswith(START[FORMATS[name].suffix])
    assert one.read_bytes() == other.read_bytes()
    steps = [line.partition(":")[0] for line in first.stderr.splitlines() if re.match(r"\d+ of \d+: downloads/", line)]
    assert len(steps) > 3
    assert steps == [f"{number} of {len(steps)}" for number in range(1, len(steps) + 1)]
    assert f"Making: {FORMATS[name].title}" in first.stderr.splitlines()
