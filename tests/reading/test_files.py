"""Bytes become text, and what is wrong with them is told at its place."""

from pathlib import PurePosixPath

import pytest

from patientbook.reading.files import text_of_bytes

FILE = PurePosixPath("x.md")


@pytest.mark.parametrize(
    ("raw", "text", "told"),
    [
        (b"plain\n", "plain\n", []),
        (b"\xef\xbb\xbfmarked\n", "marked\n", ["1:1 byte-order-mark"]),
        (b"a\r\nb\rc\n", "a\nb\nc\n", ["1:1 windows-lines"]),
        (b"a\nb\r\n", "a\nb\n", ["2:1 windows-lines"]),
        ("a\nb\u2028c\x0cd".encode(), "a\nb c d", ["2:2 odd-character", "2:4 odd-character"]),
        (b"caf\xe9\n", None, ["1:4 not-utf-8"]),
        (b"a\nb\n\xff", None, ["3:1 not-utf-8"]),
        (b"", None, ["1:1 empty-file"]),
        (b" \n\n", None, ["1:1 empty-file"]),
        (b"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n", None, ["2:1 merge-mark"]),
        (b"Title\n=======\n", "Title\n=======\n", []),
        ("größer 😀".encode(), "größer 😀", []),
    ],
)
def test_bytes_are_read_or_told_about(raw: bytes, text: str | None, told: list[str]) -> None:
    found = text_of_bytes(raw, FILE)
    assert found.text == text
    assert [f"{problem.line}:{problem.column} {problem.rule}" for problem in found.problems] == told
