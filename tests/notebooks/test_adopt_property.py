"""Whatever lines of whatever cells are edited: every other byte of the Markdown stays, and building gives the edit."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from patientbook.notebooks.adopt import adopt
from tests.guides import CHAPTER, NOTEBOOK, write_guide
from tests.notebooks.desk import build, built_sources, opened

WORDS = st.text(st.sampled_from("aé🚲 *_#>-+~|[]()&!.:1\\"), min_size=1, max_size=12)
# A line may mean something between cells; text after such a start is only text.
LINES = WORDS.map(lambda words: f"Then {words}.")
EDITS = st.dictionaries(
    st.integers(0, 6), st.tuples(st.sampled_from(["replace", "insert", "delete"]), LINES), min_size=1, max_size=4
)


def words_only(root):
    """Index pairs (cell, line) of lines that are prose of their own, and the opened sources."""
    with opened(root) as notebook:
        sources = [cell["source"].split("\n") for cell in notebook["cells"]]
        kinds = [cell["cell_type"] for cell in notebook["cells"]]
    return sources, [
        (number, line)
        for number, (source, kind) in enumerate(zip(sources, kinds, strict=True))
        for line, text in enumerate(source)
        if kind == "markdown" and text and not text.startswith("#") and "](" not in text
    ]


@settings(max_examples=15, deadline=None)
@given(EDITS, st.sampled_from(["\n", "\r\n"]))
def test_every_other_byte_stays_and_building_gives_the_edit(edits, ending):
    with tempfile.TemporaryDirectory() as folder:
        root = write_guide(Path(folder))
        (root / CHAPTER).write_bytes((root / CHAPTER).read_bytes().replace(b"\n", ending.encode()))
        build(root)
        wanted = (root / CHAPTER).read_bytes().decode()
        sources, places = words_only(root)
        for at, (what, line) in edits.items():
            number, index = places[at]
            old = sources[number][index]
            if wanted.count(old + ending) != 1 or (what == "delete" and index in (0, len(sources[number]) - 1)):
                continue
            new = {"replace": [line], "insert": [line, old], "delete": []}[what]
            wanted = wanted.replace(old + ending, "".join(each + ending for each in new))
            sources[number][index] = "\n".join(new) if new else None
        with opened(root) as notebook:
            for cell, lines in zip(notebook["cells"], sources, strict=True):
                cell["source"] = "\n".join(line for line in lines if line is not None)
            edited = [cell["source"] for cell in notebook["cells"]]
        adopt(root / NOTEBOOK)
        assert (root / CHAPTER).read_bytes().decode() == wanted
        assert built_sources(root) == edited
        build(root)
