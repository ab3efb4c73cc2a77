"""A website is put into its folder whole or not at all, and never in place of what somebody else wrote."""

import errno
from pathlib import Path

import pytest

from patientbook.exports.site.folder import MARK, write_folder
from patientbook.problems import PatientbookError

FIRST = {"index.html": b"one", "en/index.html": b"start", "assets/old.js": b"old"}
SECOND = {"index.html": b"two", "en/index.html": b"start", "assets/new.js": b"new"}


@pytest.fixture
def folder(tmp_path):
    """A folder with a website in it, alone in its own folder."""
    folder = tmp_path / "www" / "public"
    write_folder(folder, FIRST)
    return folder


def files_in(folder):
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != MARK]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_a_new_website_takes_the_place_of_the_old_one_and_leaves_nothing_of_it(folder):
    assert files_in(folder) == FIRST
    write_folder(folder, SECOND)
    assert files_in(folder) == SECOND
    assert [each.name for each in folder.parent.iterdir()] == ["public"]


def test_what_somebody_else_wrote_is_named_and_nothing_is_changed(folder):
    (folder / "en" / "notes.txt").write_bytes(b"mine")
    with pytest.raises(PatientbookError, match=r"not a website of this guide as it was written: en/notes\.txt\."):
        write_folder(folder, SECOND)
    assert files_in(folder) == FIRST | {"en/notes.txt": b"mine"}


def test_a_file_that_somebody_changed_is_not_overwritten(folder):
    (folder / "index.html").write_bytes(b"my own words")
    with pytest.raises(PatientbookError, match=r"index\.html"):
        write_folder(folder, SECOND)
    assert files_in(folder)["index.html"] == b"my own words"


def test_a_folder_of_another_kind_is_left_alone(tmp_path):
    for number in range(5):
        (tmp_path / f"photo{number}.jpg").write_bytes(b"a photo")
    with pytest.raises(PatientbookError, match=r"photo0\.jpg, photo1\.jpg, photo2\.jpg and 2 more"):
        write_folder(tmp_path, FIRST)
    assert len(files_in(tmp_path)) == 5


def test_a_file_where_the_folder_should_be_is_told(tmp_path):
    (tmp_path / "public").write_bytes(b"a file")
    with pytest.raises(PatientbookError, match=r"is a file\. Name a folder for the website\."):
        write_folder(tmp_path / "public", FIRST)


def test_a_disk_that_is_full_half_way_leaves_the_old_website_and_nothing_else(folder, monkeypatch):
    whole = Path.write_bytes

    def write(path, content):
        if path.name == "new.js":
            raise OSError(errno.ENOSPC, "No space left on device")
        return whole(path, content)

    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(
        PatientbookError, match=r"cannot be written: No space left on device. Nothing was changed there"
    ):
        write_folder(folder, SECOND)
    assert files_in(folder) == FIRST
    assert [each.name for each in folder.parent.iterdir()] == ["public"]


def test_a_place_that_cannot_be_written_to_is_told():
    with pytest.raises(PatientbookError, match=r"/proc/public cannot be written: .*Nothing was changed there"):
        write_folder(Path("/proc/public"), FIRST)
