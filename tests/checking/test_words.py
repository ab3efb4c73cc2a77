"""Where sentences end, how words are counted, and which numbers are claims."""

import time
from pathlib import PurePosixPath

import pytest

from patientbook.checking.chances import _ONE_IN
from patientbook.checking.sources import _CLAIM
from patientbook.checking.texts import Text, count_words


@pytest.mark.parametrize(
    ("source", "sentences"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("Ask Dr. Lee, e.g. today. Then go.", ["Ask Dr. Lee, e.g. today.", "Then go."]),
        ("It was 2.5 times. 12 people came.", ["It was 2.5 times.", "12 people came."]),
        ("“Is it?” She asked.", ["“Is it?”", "She asked."]),
        ("See [the page](x.md). Next [@a]. Last `a. B`.", ["See  the page       .", "Next     .", "Last       ."]),
        ("**Bold.** *Then* more.", ["**Bold.**", "*Then* more."]),
    ],
)
def test_sentences_end_where_readers_stop(source: str, sentences: list[str]) -> None:
    passage = Text(PurePosixPath("x.md"), source, 1).passages[0]
    assert [" ".join(text.split()) for _, text in passage.sentences()] == [" ".join(one.split()) for one in sentences]
    for position, sentence in passage.sentences():
        assert passage.block.prose[position:].startswith(sentence)


@pytest.mark.parametrize(
    ("text", "words"), [("T-cell don't 1,000 2.5", 4), ("a – b *c* (d)", 4), ("“Ja”, naïve", 2), ("…", 0)]
)
def test_words_are_counted_as_readers_do(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    "claim", ["30%", "2.5 %", "5 per cent", "12 out of 100", "3 in 10", "1,000 of every 5,000", "two out of ten"]
)
def test_a_proportion_is_a_claim(claim: str) -> None:
    assert _CLAIM.search(f"It was {claim} of them.")


@pytest.mark.parametrize("words", ["30 people", "in 2020", "3 in 2020", "page 5 of 10", "one of many", "100 times"])
def test_another_number_is_no_claim(words: str) -> None:
    assert not _CLAIM.search(f"It was {words} then.")


@pytest.mark.parametrize("words", ["1 in 5", "one in ten", "One in every 20", "1 in 2,000", "one in a million"])
def test_one_in_x_is_found(words: str) -> None:
    assert _ONE_IN.search(f"About {words} people.")


@pytest.mark.parametrize("words", ["one in 2015", "one in this group", "21 in 100", "one inch", "one in tents"])
def test_other_words_are_not_one_in_x(words: str) -> None:
    assert not _ONE_IN.search(f"About {words} people.")


def test_thousands_of_digits_take_no_time() -> None:
    start = time.process_time()
    assert not _CLAIM.search("9" * 20_000)
    assert not _ONE_IN.search("1 in " + "9" * 20_000 + "x")
    assert time.process_time() - start < 0.5
