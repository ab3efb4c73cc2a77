"""The report as a table, as data, as a part of a page and as a PDF says the same, and breaks no rule of its format."""

import csv
import io
import json
from dataclasses import replace

import html5lib
import page
import pytest

from patientbook.workshop.report import make_report, report_to_csv, report_to_html, report_to_json, report_to_pdf
from patientbook.workshop.report.as_csv import COLUMNS
from tests.exports.paper import Paper, letters
from tests.frame.project import ROOT
from tests.workshop.rooms import PLAN, ROUND, WHEELS, bicycle_guide, room_at, votes

ANSWERS = [
    *votes("before", WHEELS, {"two": 5, "one": 7}),
    *votes("before", ROUND, {"false": 6, "true": 6}),
    *votes("after", WHEELS, {"two": 10, "one": 2}),
    *votes("after", ROUND, {"false": 7, "true": 5}),
    *votes("wheels", WHEELS, {"two": 7, "one": 5}, confidence="very_sure"),
    *votes("wheels", WHEELS, {"two": 12}, round_=2),
    *votes("round", ROUND, {"true": 3}),
]
EVIL = '=HYPERLINK("http://example.org")'


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    return bicycle_guide(tmp_path_factory.mktemp("guide"))


@pytest.fixture(scope="module")
def report(guide):
    return make_report(guide, room_at(), ANSWERS, 12)


def rows(report):
    return list(csv.DictReader(io.StringIO(report_to_csv(report).decode("utf-8-sig"), newline="")))


def test_the_table_has_every_number(report):
    found = [
        (row["part"], row["step"], row["question"], row["vote"], row["group"], row["count"], row["low"], row["high"])
        for row in rows(report)
    ]
    assert found == [
        ("checks", "", "", "", "before", "11", "11", "11"),
        ("checks", "", "", "", "after", "", "15", "18"),
        ("check", "", WHEELS, "", "before", "5", "5", "5"),
        ("check", "", WHEELS, "", "after", "", "8", "11"),
        ("check", "", ROUND, "", "before", "6", "6", "6"),
        ("check", "", ROUND, "", "after", "7", "7", "7"),
        ("answer", "wheels", WHEELS, "1", "one", "5", "5", "5"),
        ("answer", "wheels", WHEELS, "1", "two", "7", "7", "7"),
        ("right", "wheels", WHEELS, "1", "", "7", "7", "7"),
        ("sure-but-wrong", "wheels", WHEELS, "1", "", "5", "5", "5"),
        ("answer", "wheels", WHEELS, "2", "one", "0", "0", "0"),
        ("answer", "wheels", WHEELS, "2", "two", "12", "12", "12"),
        ("right", "wheels", WHEELS, "2", "", "12", "12", "12"),
    ]


def test_the_table_keeps_to_rfc_4180(report):
    content = report_to_csv(report)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert {len(line) for line in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))} == {len(COLUMNS)}


@pytest.mark.parametrize("text", [EVIL, "+1", "-1", "@SUM(A1)", "＝1", 'a "quoted", word', "two\nlines"])
def test_a_spreadsheet_takes_no_text_for_a_formula_and_loses_none(guide, text):
    report = make_report(guide, room_at(plan=replace(PLAN, title=text)), ANSWERS, 12)
    [said] = {row["workshop"] for row in rows(report)}
    assert said.removeprefix("'") == text
    assert said.startswith("'") == (text[0] in "=+-@＝")


def test_every_column_is_documented_and_no_other():
    told = (ROOT / "docs" / "workshop-report.md").read_text(encoding="utf-8")
    listed = [line.split("`")[1] for line in told.splitlines() if line.startswith("| `")]
    assert tuple(listed) == COLUMNS


def test_the_data_say_the_same_as_the_table(report):
    data = json.loads(json.dumps(report_to_json(report)))
    after = next(each for each in data["learning"]["questions"] if each["question"] == WHEELS)["after"]
    assert after == {"count": None, "low": 8, "high": 11, "of": 12}
    assert [vote["answered"] for asked in data["questions"] for vote in asked["votes"]] == [12, 12, None]
    assert "10.1119/1.18809" in data["source"]


def test_the_part_of_the_page_is_sound_and_says_every_number(report):
    html = str(report_to_html(report))
    parser = html5lib.HTMLParser(strict=True)
    parser.parseFragment(html)
    for said in ("8 to 11 of 12", "46 %", "between 0.30 and 0.53", "Very sure, but not right: 5 of 12", "Second vote"):
        assert said in html
    assert "Fewer than five people answered" in html
    assert "style=" not in html


def test_words_of_a_plan_are_no_markup_on_the_page(guide):
    evil = "<script>alert(1)</script>"
    report = replace(make_report(guide, room_at(), ANSWERS, 12), chapters=(("x", evil),))
    assert evil not in str(report_to_html(report))


def test_the_pdf_breaks_no_rule_of_pdf_ua_and_says_every_number(report):
    made = report_to_pdf(report)
    checked = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1)
    assert checked.rules.total > 100
    assert [(each.rule_id, each.message) for each in checked.failures] == []
    text = Paper(made).text()
    said_in_words = (
        "8 to 11 of 12",
        "What was learnt",
        "between 0.30 and 0.53",
        "Hake",
        "Fewer than five people answered",
    )
    for said in said_in_words:
        assert letters(said) in text
    assert made == report_to_pdf(report)
