"""Chapters: Jupytext's cells with the lines they stand on in the file."""

import warnings
from pathlib import PurePosixPath

import jupytext
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jupytext.myst import myst_to_notebook

from patientbook.reading.chapter import read_cells, read_chapter

FILE = PurePosixPath("content/en/01-x.md")

FRONT = """\
---
jupytext:
  notebook_metadata_filter: all,-language_info,-widgets,-jupytext.text_representation.jupytext_version
  text_representation:
    extension: .md
    format_name: myst
    format_version: 0.13
kernelspec:
  display_name: Python 3
  language: python
  name: python3
minutes: 5
next_review: '2027-01-01'
objectives: [see]
purpose: To see.
title: A title
written: '2026-01-01'
---
"""

BODY = """
# A title

Words.

```{code-cell} ipython3
lesson.opening()
```

More
words.

+++


After two blank lines.

+++ {"tags": ["x"]}

With metadata.

```{code-cell} ipython3
---
tags: [hide-input]
---
with_options()
```

```{code-cell} ipython3
:tags: [hide-input]

with_colons()
```

```python
no_cell()
```

````{code-cell} ipython3
'''
```
'''
````
"""


def test_every_cell_knows_its_line_in_the_file() -> None:
    text = FRONT + BODY
    chapter = read_chapter(text, "01-x", "en", FILE).chapter
    assert chapter is not None
    lines = text.split("\n")
    for cell in chapter.cells:
        source = cell.source.split("\n")
        assert lines[cell.line - 1 : cell.line - 1 + len(source)] == source
    assert [(cell.kind, cell.line) for cell in chapter.cells] == [
        *(("markdown", 20), ("code", 25), ("markdown", 28), ("markdown", 34), ("markdown", 38)),
        *(("code", 44), ("code", 50), ("markdown", 53), ("code", 58)),
    ]


def test_cells_are_those_that_jupytext_makes() -> None:
    cells, problems = read_cells(FRONT + BODY, FILE)
    notebook = jupytext.reads(FRONT + BODY, fmt="md:myst")
    assert problems == []
    assert [(cell.kind, cell.source) for cell in cells or ()] == [(one.cell_type, one.source) for one in notebook.cells]


def test_a_chapter_saved_by_jupytext_reads_the_same() -> None:
    saved = jupytext.writes(jupytext.reads(FRONT + BODY, fmt="md:myst"), fmt="md:myst")
    before = read_chapter(FRONT + BODY, "01-x", "en", FILE)
    after = read_chapter(saved, "01-x", "en", FILE)
    assert before.chapter is not None
    assert after.chapter is not None
    assert [cell.source for cell in after.chapter.cells] == [cell.source for cell in before.chapter.cells]
    without_jupytext = {"jupytext", "kernelspec"}
    assert after.chapter.front.model_dump(exclude=without_jupytext) == before.chapter.front.model_dump(
        exclude=without_jupytext
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "rule"),
    [
        ("minutes: 5\n", "", 2, "missing-key"),
        ("minutes: 5", "minutes: five", 12, "wrong-number"),
        ("title: A title", "title: A: title", 16, "yaml-colon"),
        ("'2026-01-01'", "2026-01-01", 17, "unquoted-date"),
        ("'2026-01-01'", "'2026-13-01'", 17, "wrong-date"),
        ("written:", "writen:", 17, "unknown-key"),
    ],
)
def test_a_mistake_in_the_front_matter_has_its_line(old: str, new: str, line: int, rule: str) -> None:
    problems = read_chapter(FRONT.replace(old, new) + BODY, "01-x", "en", FILE).problems
    assert (line, rule) in {(problem.line, problem.rule) for problem in problems}


def test_a_chapter_without_front_matter_keeps_its_cells() -> None:
    found = read_chapter("# A title\n\nWords.\n", "01-x", "en", FILE)
    assert found.chapter is None
    assert [cell.line for cell in found.cells or ()] == [1]
    assert [problem.rule for problem in found.problems] == ["front-matter"]


PIECES = st.sampled_from(
    [*BODY.split("\n\n"), "+++", "---", "```", "> quote", "- item\n  ```{code-cell}\n  x\n  ```", "%"]
)


@settings(max_examples=150, deadline=None)
@given(pieces=st.lists(PIECES | st.text("ab#>`+-:{}\n \t", max_size=12), max_size=8))
def test_lines_of_cells_are_right_whatever_is_between_them(pieces: list[str]) -> None:
    text = FRONT + "\n" + "\n\n".join(pieces) + "\n"
    cells, problems = read_cells(text, FILE)
    assert cells is not None or problems
    lines = [line.strip() for line in text.split("\n")]
    for cell in cells or ():
        source = [line.strip() for line in cell.source.split("\n")]
        assert lines[cell.line - 1 : cell.line - 1 + len(source)] == source or cell.source == ""


@settings(max_examples=200, deadline=None)
@given(pieces=st.lists(PIECES | st.text("ab#>`+-:{}\n \t", max_size=12), max_size=8))
def test_cells_are_jupytexts_whatever_is_between_them(pieces: list[str]) -> None:
    text = FRONT + "\n" + "\n\n".join(pieces) + "\n"
    cells, _ = read_cells(text, FILE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that languages of code cells differ
        try:
            notebook = myst_to_notebook(text)
        except Exception:  # noqa: BLE001 - Jupytext raises many things; all mean that it cannot read the text
            assert cells is None
            return
    theirs = [("markdown" if one.cell_type == "raw" else one.cell_type, one.source) for one in notebook.cells]
    assert cells is not None
    assert [(cell.kind, cell.source) for cell in cells] == theirs
