"""Whatever is in the files, checking gives a list of problems, never an exception."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patientbook.checking import RULES, check_guide
from tests.checking.good_guide import GOOD_GUIDE

FILES = sorted(path.relative_to(GOOD_GUIDE).as_posix() for path in GOOD_GUIDE.rglob("*") if path.is_file())
CONTENTS = {file: (GOOD_GUIDE / file).read_bytes() for file in FILES}
RULE_IDS = {rule.id for rule in RULES}

SIGNS = st.sampled_from(
    [
        *(b"\0", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xc2\x85", b"\t", b"\r", b"\n"),
        *(b"\\", b'"', b"'", b"`", b"```"),
        *(b": ", b"- ", b"[", b"]", b"{", b"}", b"&a", b"*a", b"!x", b"%", b"~", b"<<: ", b"1e999", b"9" * 5000),
        *(b"---\n", b"+++ ", b"# ", b"> ", b"|", b"[@", b"](", b"![", b"<b", b"{code-cell}", b"lesson.quiz("),
        *(b"2026-01-01", b"@book{", b"<<<<<<< "),
    ]
)
PIECES = SIGNS | st.text(max_size=8).map(lambda text: text.encode("utf-8", "surrogatepass"))


@st.composite
def mangled_files(draw: st.DrawFn) -> tuple[str, bytes]:
    """One of the guide's files, cut, spliced with another or with signs put into it."""
    file = draw(st.sampled_from(FILES))
    raw = CONTENTS[file]
    for _ in range(draw(st.integers(1, 3))):
        start, end = sorted((draw(st.integers(0, len(raw))), draw(st.integers(0, len(raw)))))
        other = CONTENTS[draw(st.sampled_from(FILES))]
        how = draw(st.sampled_from(["cut", "truncate", "insert", "insert", "splice", "repeat"]))
        pieces = {"cut": b"", "truncate": b"", "splice": other[start:end], "repeat": raw[start:end] * 2}
        middle = pieces[how] if how in pieces else draw(PIECES)
        raw = raw[:start] + middle + (b"" if how == "truncate" else raw[start if how == "insert" else end :])
    return file, raw


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(GOOD_GUIDE, tmp_path_factory.mktemp("mangled") / "guide"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mangled=mangled_files())
def test_a_mangled_guide_gives_problems_and_no_exception(folder: Path, mangled: tuple[str, bytes]) -> None:
    file, raw = mangled
    (folder / file).write_bytes(raw)
    try:
        problems = check_guide(folder)
    finally:
        (folder / file).write_bytes(CONTENTS[file])
    lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    for problem in problems:
        assert problem.rule in RULE_IDS
        assert problem.column >= 1
        assert problem.line >= 1
        assert problem.line <= lines or problem.file.as_posix() != file
        assert problem.what.strip()
        assert problem.way_out.strip()


def test_a_file_of_nothing_but_bytes_is_one_problem(guide: Path) -> None:
    (guide / "content/guide.yaml").write_bytes(bytes(range(256)))
    assert [problem.rule for problem in check_guide(guide)] == ["not-utf-8"]
