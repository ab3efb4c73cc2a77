"""Headings, links, citations and images are found where they stand, and never inside code."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patientbook.reading.blocks import read_blocks
from patientbook.reading.markdown import find_headings, find_references, slug
from patientbook.reading.models import Cell


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("What is personalised medicine?", "what-is-personalised-medicine"),
        ("  DNA – the basics  ", "dna-the-basics"),
        ("Größe & Ähnliches", "größe-ähnliches"),
        ("ﬁne ①", "fine-1"),
        ("???", ""),
    ],
)
def test_a_heading_becomes_its_id(text: str, id_: str) -> None:
    assert slug(text) == id_


def test_headings_are_found_with_their_words_and_lines() -> None:
    source = "# A *big* [word](x.md) [@a]\n\n```\n# no\n```\n\nSet `ext`\n===\n\n> ## In a quote\n"
    found = [
        (one.level, one.text, one.id, one.line, one.column) for one in find_headings([Cell("markdown", source, 20)])
    ]
    assert found == [
        (1, "A big word", "a-big-word", 20, 3),
        (1, "Set ext", "set-ext", 26, 1),
        (2, "In a quote", "in-a-quote", 29, 6),
    ]


SOURCE = """\
A [gene](08-glossary.md#gene "t"), [two
words](08-glossary.md#two) and [@a; @b-2001].

> - [link](<a b.md#x>) `[no](no.md)` ![*alt*](y.svg)
>   <https://example.org>, [named][r], [page](08-glossary.md)

| `a` | [cell \\| one](c.md) |
|-----|---------------------|
| [x](d.md) | [x](d.md) [@c] |

    [no](code.md)

[@not a key], \\[no](x), [@k](linked.md) [a%20b](c%20d.md)

[r]: elsewhere.md
"""


def test_references_are_found_in_order_with_kind_target_and_place() -> None:
    found = [(one.kind, one.target, one.line, one.column) for one in find_references(SOURCE, 1)]
    assert found == [
        ("term", "gene", 1, 3),
        ("term", "two", 1, 36),
        ("citation", "a;b-2001", 2, 32),
        ("link", "a b.md#x", 4, 5),
        ("image", "y.svg", 4, 38),
        ("link", "https://example.org", 5, 5),
        ("link", "elsewhere.md", 5, 28),
        ("link", "08-glossary.md", 5, 40),
        ("link", "c.md", 7, 9),
        ("link", "d.md", 9, 3),
        ("link", "d.md", 9, 15),
        ("citation", "c", 9, 25),
        ("citation", "", 13, 1),
        ("link", "linked.md", 13, 25),
        ("link", "c d.md", 13, 41),
    ]


def test_offsets_cut_out_the_reference_and_its_address() -> None:
    cut = [
        (SOURCE[one.start : one.end], SOURCE[one.target_start : one.target_end]) for one in find_references(SOURCE, 1)
    ]
    assert cut[:5] == [
        ('[gene](08-glossary.md#gene "t")', "08-glossary.md#gene"),
        ("[two\nwords](08-glossary.md#two)", "08-glossary.md#two"),
        ("[@a; @b-2001]", ""),
        ("[link](<a b.md#x>)", "<a b.md#x>"),
        ("![*alt*](y.svg)", "y.svg"),
    ]
    assert cut[8][0] == "[cell \\| one](c.md)"


def test_readers_words_and_keys_come_without_markup() -> None:
    references = find_references(SOURCE, 1)
    assert [one.text for one in references if one.kind in {"term", "image"}] == ["gene", "two words", "alt"]
    assert [one.keys for one in references if one.kind == "citation"] == [("a", "b-2001"), ("c",), ()]
    assert [one.target for one in references if one.is_external] == ["https://example.org"]


def test_the_glossary_may_have_another_name() -> None:
    [reference] = find_references("[a](words.md#b)", 1, glossary="words")
    assert (reference.kind, reference.target) == ("term", "b")


BITS = st.sampled_from(
    [
        *(
            "[a](b.md#c)",
            "[@k]",
            "[@k; @l]",
            '![x](y "t")',
            "`c`",
            "<b>",
            "<http://x.y>",
            "[r]",
            "[r]: z.md\n",
            "[x\ny](z)",
        ),
        *(
            "> ",
            "- ",
            "1. ",
            "# ",
            "  ",
            "\t",
            "\n",
            "\n\n",
            "  \n",
            "\n---\n",
            "```\n",
            "    code\n",
            "| a | b |\n|---|---|\n",
        ),
        *(
            "|",
            "\\|",
            "**",
            "[",
            "](",
            ")",
            "]",
            "[a *b* `c]`](d)",
            "![a [b](c) d](e)",
            "<!-- c -->",
            "wörd ",
            "😀",
            "&amp;",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(source=st.lists(BITS | st.text(max_size=3).map(lambda text: text.replace("\r", "")), max_size=20).map("".join))
def test_offsets_are_right_in_any_markdown(source: str) -> None:
    for reference in find_references(source, 5):
        assert source[reference.start] in "[!<"
        assert source[reference.end - 1] in ")]>"
        before = source[: reference.start]
        assert reference.line == 5 + before.count("\n")
        assert reference.column == len(before) - (before.rfind("\n") + 1) + 1
    for block in read_blocks(source):
        assert len(block.prose) == len(block.content)


def test_a_citation_may_stand_before_a_colon() -> None:
    [found] = find_references("In two ways [@nci2020]:\n\n- one", 1)
    assert (found.kind, found.keys) == ("citation", ("nci2020",))
