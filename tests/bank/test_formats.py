"""What a format can carry comes back as it was, and what cannot be read is told by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from patientbook_widgets.questions import QUESTION_TYPES

from patientbook.bank import FORMATS, as_csv, as_gift
from patientbook.bank.model import BANK_RULES
from patientbook.reading.rules import READING_RULES
from tests.bank.questions import questions

if TYPE_CHECKING:
    from patientbook.bank import BankQuestion

IN_GIFT = ("single", "several", "true_false", "matching", "scale")
RULES = {rule.id for rule in (*BANK_RULES, *READING_RULES)}
GIVEN = {"chapter": "01-first", "quiz": "about-genes", "language": "en", "explained_in": "genes"}


@settings(max_examples=80, deadline=None)
@given(st.lists(questions(), min_size=1, max_size=4))
def test_a_table_gives_back_every_question_as_it_was(several: list[BankQuestion]) -> None:
    read = as_csv.read(as_csv.write(several))
    assert read.problems == ()
    assert list(read.questions) == several


@settings(max_examples=80, deadline=None)
@given(st.lists(questions(IN_GIFT).filter(lambda one: as_gift.cannot_carry(one) is None), min_size=1, max_size=4))
def test_gift_gives_back_every_question_that_it_can_carry(several: list[BankQuestion]) -> None:
    read = as_gift.read(as_gift.write(several))
    assert read.problems == ()
    assert list(read.questions) == several


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_every_type_is_carried_by_each_format_or_said_not_to_be(data: st.DataObject) -> None:
    for type_ in QUESTION_TYPES:
        one = data.draw(questions((type_,)))
        for format_ in FORMATS.values():
            read = format_.read(format_.write([one]), None)
            assert (len(read.questions) == 1) is (format_.cannot_carry(one) is None)


@settings(max_examples=120, deadline=None)
@pytest.mark.parametrize("name", FORMATS)
@given(
    text=st.lists(st.sampled_from([*"{}=~#%:\\|,;\"'\n ", "::", "id,type,stem", "->", "T", "1..2", "a"])).map("".join)
)
def test_whatever_is_in_a_file_gives_problems_and_no_exception(name: str, text: str) -> None:
    for problem in FORMATS[name].read(text, GIVEN).problems:
        assert problem.rule in RULES
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.way_out


def test_a_table_from_a_country_with_decimal_commas_can_be_read() -> None:
    rows = "Type;ID;Stem;right;if_true;if_false\ntrue_false;round;Wheels are round.;TRUE;Yes.;They are, indeed.\n"
    [one] = as_csv.read(rows, GIVEN).questions
    assert (one.question.right, one.question.if_false, one.chapter) == (True, "They are, indeed.", "01-first")


def test_what_a_program_for_tables_would_compute_is_written_as_text() -> None:
    rows = 'id,type,stem,right,if_true,if_false\nsum,true_false,"\'=1+1 is two",yes,Yes.,"\'-It is."\n'
    read = as_csv.read(rows, GIVEN)
    assert [one.question.stem for one in read.questions] == ["=1+1 is two"]
    assert "'=1+1" in as_csv.write(read.questions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1 table-form The table is empty."),
        ("id,type\n", "1 table-form The table has no column 'stem'."),
        ("id,type,stem,colour\n", "1 table-form The column 'colour' is not known."),
        ("id,type,stem\na,poll,Why?,more\n", "2 table-form The row has more cells than the table has columns."),
        ('id,type,stem\n\na,poll,"Why?\n', "3 table-form The row that begins here cannot be read"),
        ("id,type,stem\na,singel,Why?\n", "2 unknown-choice Question 'a': 'singel' is no type of question."),
        (
            "id,type,stem,answer_1,right_1,explanation_1,answer_2,explanation_2\na,single,Why?,A,x,Yes.,B,\n",
            "2 missing-key Question 'a': The cell 'explanation_2' is empty.",
        ),
        (
            "id,type,stem,answer_1,explanation_1,answer_2,explanation_2\na,single,Why?,A,No.,B,No.\n",
            "2 question-has-answer Question 'a' has no right answer.",
        ),
        ("id,type,stem,stem\na,poll,Why?,Why?\n", "1 table-form The column 'stem' is there twice."),
        ("id,type,stem,\na,poll,Why?,more\n", "2 table-form The row has words in a column without a name."),
        ("id,type,stem\na,,Why?\n", "2 missing-key Question 'a': The cell 'type' is empty."),
        (
            "id,type,stem,right,if_true,if_false,answer_1\na,true_false,Why?,yes,Yes.,No.,A\n",
            "2 unknown-key Question 'a': The key 'answer_1' is not known here.",
        ),
        (
            "id,type,stem,min,max,unit,right_from,too_low,too_high,just_right\na,scale,Why?,1,9,of 9,5,L,H,R\n",
            "2 missing-key Question 'a': The cell 'right_to' is empty.",
        ),
    ],
)
def test_what_is_wrong_in_a_table_is_told_by_line(text: str, told: str) -> None:
    [problem] = as_csv.read(text, GIVEN).problems
    assert f"{problem.line} {problem.rule} {problem.what}".startswith(told)
