"""What reads differently in Markdown and in a notebook goes there and back, line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patientbook.lessons.translate import to_markdown, to_notebook

KEYS = ["wheel2001", "chain2019", "org:a.b-c"]
CHAPTERS = ["01-bicycles", "08-words"]


@pytest.mark.parametrize(
    ("markdown", "notebook"),
    [
        ("[chain](08-words.md#chain)", "[chain](08-words.ipynb#chain)"),
        ("[all](08-words.md)", "[all](08-words.ipynb)"),
        ("[all](<08-words.md#chain>)", "[all](<08-words.ipynb#chain>)"),
        ('[all](08-words.md#chain "A row")', '[all](08-words.ipynb#chain "A row")'),
        ("[other](../es/08-words.md#cadena)", "[other](../es/08-words.ipynb#cadena)"),
        ("[@chain2019]", "[[2](#source-2)]"),
        ("[@chain2019; @wheel2001]", "[[2](#source-2), [1](#source-1)]"),
        ("[@org:a.b-c]", "[[3](#source-3)]"),
        ("> so [@chain2019;\n> @wheel2001]", "> so [[2](#source-2),\n> [1](#source-1)]"),
        ("[a *long*\nname](08-words.md#chain)", "[a *long*\nname](08-words.ipynb#chain)"),
    ],
)
def test_a_link_or_citation_goes_there_and_back(markdown, notebook):
    assert to_notebook(markdown, KEYS) == notebook
    assert to_markdown(notebook, KEYS, CHAPTERS) == markdown


@pytest.mark.parametrize(
    "text",
    [
        "`[chain](08-words.md#chain)` and `[@chain2019]`",
        "    [chain](08-words.md#chain) [@chain2019]",
        "[here](#how-to-ride)",
        "[the riders](pages/about.md#where-to-go) and [en español](../es/pages/about.md)",
        "[elsewhere](https://example.org/08-words.md#chain)",
        "[@unknown2020]",
        "mail me @chain2019",
    ],
)
def test_code_and_what_leads_elsewhere_stays(text):
    assert to_notebook(text, KEYS) == text


@pytest.mark.parametrize(
    "text",
    [
        "`[chain](08-words.ipynb#chain)` and `[[1](#source-1)]`",
        "[mine](evaluation.ipynb)",
        "[[7](#source-7)]",
        "[[0](#source-0)]",
        "[elsewhere](https://example.org/08-words.ipynb)",
    ],
)
def test_what_is_no_chapter_and_no_source_stays_on_the_way_back(text):
    assert to_markdown(text, KEYS, CHAPTERS) == text


LINKS = ["[chain](08-words.md#chain)", "[@chain2019]", "[@chain2019; @wheel2001]", "[@chain2019;\n@wheel2001]"]
MARKS = ["`", "*", "\n", "> ", "- ", " and ", "| ", "é", "[", "]", "\\", "!", "    ", "1. ", "\n\n"]


@given(st.lists(st.sampled_from(LINKS + MARKS), max_size=12).map("".join))
def test_every_line_stays_a_line_and_comes_back(markdown):
    notebook = to_notebook(markdown, KEYS)
    assert notebook.count("\n") == markdown.count("\n")
    assert to_markdown(notebook, KEYS, CHAPTERS) == markdown
