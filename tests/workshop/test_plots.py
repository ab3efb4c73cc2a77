"""The evaluation notebook's plots say every number of a report, and its reader knows a report from anything else."""

import json

import html5lib
import pytest

from patientbook.workshop.plan import Step
from patientbook.workshop.report import make_report, plots, report_to_csv, report_to_json, report_to_pdf
from patientbook.workshop.report.data import NoReportError, report_from_json
from tests.workshop.rooms import PLAN, ROUND, WHEELS, bicycle_guide, room_at, votes

EVIL = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    return bicycle_guide(tmp_path_factory.mktemp("plots"))


@pytest.fixture(scope="module")
def report(guide):
    """The report of 20 people, made from their answers as they are stored."""
    checks = votes("before", WHEELS, {"two": 8, "one": 12}) + votes("after", WHEELS, {"two": 18, "one": 2})
    checks += votes("before", ROUND, {"false": 10, "true": 10}) + votes("after", ROUND, {"false": 20})
    live = votes("wheels", WHEELS, {"one": 9, "two": 11}, confidence="very_sure")
    live += votes("wheels", WHEELS, {"one": 3, "two": 17}, round_=2, confidence="not_sure")
    return make_report(guide, room_at(), checks + live, 20)


def read(report):
    return report_from_json(json.dumps(report_to_json(report)).encode())


def counts_of(asked):
    return [group for vote in asked.votes for group in (*vote.groups, *vote.parts)]


def test_every_number_of_a_room_s_report_stands_in_its_plots(report):
    data = read(report)
    drawn = str(plots.learning_plot(data))
    for asked in data.learning.questions:
        for count in (asked.before, asked.after):
            assert count.in_words in drawn
    assert data.learning.after.in_words in drawn
    [asked] = data.questions
    drawn = str(plots.votes_plot(asked)) + str(plots.parts_plot(asked))
    for group in counts_of(asked):
        assert group.text in drawn
        assert group.in_words in drawn
    assert "first vote" in drawn
    assert "second vote" in drawn
    assert (
        plots.sure_but_wrong(asked)
        == "Very sure, but not right: 9 of 20 in the first vote, 0 of 20 in the second vote."
    )


def test_the_right_answer_is_told_in_words(report):
    [asked] = read(report).questions
    assert "✓ Two (right answer)" in plots.votes_plot(asked)


def test_a_hidden_number_is_drawn_and_told_as_a_range(report):
    data = read(report)
    hidden = next(each.after for each in data.learning.questions if each.after.count is None)
    assert hidden.in_words in plots.learning_plot(data)
    assert f"{hidden.low} to {hidden.high} of 20" == hidden.in_words


def test_a_number_of_which_nothing_is_known_is_called_hidden(guide):
    live = votes("wheels", WHEELS, {"one": 3, "two": 17}, confidence="very_sure")
    [asked] = read(make_report(guide, room_at(), live, 20)).questions
    assert plots.sure_but_wrong(asked) == "Very sure, but not right: hidden, of 20."


def test_a_second_vote_alone_is_not_called_the_first(guide):
    few, many = votes("wheels", WHEELS, {"one": 3}), votes("wheels", WHEELS, {"two": 9, "one": 9}, round_=2)
    [asked] = read(make_report(guide, room_at(), few + many, 18)).questions
    drawn = plots.votes_plot(asked)
    assert "9 of 18 second vote" in drawn
    assert "first vote" not in drawn


def test_what_stayed_is_drawn_with_before_and_after(guide):
    answers = [
        answer
        for step, right in (("before", 6), ("after", 14), (PLAN.later.id, 10))
        for answer in votes(step, WHEELS, {"two": right, "one": 20 - right})
    ]
    drawn = plots.later_plot(read(make_report(guide, room_at(), answers, 20)))
    for words in ("before", "after", "three weeks later"):
        assert words in drawn


def test_what_a_report_does_not_have_is_not_drawn(guide):
    empty = read(make_report(guide, room_at(), votes("wheels", WHEELS, {"one": 3}), 3))
    assert (plots.learning_plot(empty), plots.later_plot(empty), plots.gain_plot(empty)) == ("", "", "")
    [asked] = empty.questions
    assert (plots.votes_plot(asked), plots.parts_plot(asked), plots.sure_but_wrong(asked)) == ("", "", "")


def test_plots_are_sound_markup_without_styles_or_scripts(report):
    told = report_to_json(report)
    told["learning"]["questions"][0]["stem"] = told["questions"][0]["stem"] = EVIL
    told["questions"][0]["votes"][0]["groups"][0]["text"] = EVIL
    data = report_from_json(json.dumps(told).encode())
    made = [plots.learning_plot(data), plots.gain_plot(data), *map(plots.votes_plot, data.questions)]
    made += [plots.as_text(EVIL), plots.as_paragraph(EVIL)]
    assert all(made)
    for svg in made:
        html5lib.HTMLParser(strict=True).parseFragment(str(svg))
        assert EVIL not in svg
        assert "style=" not in svg


def test_a_long_text_is_wrapped_and_not_cut_off(report):
    told = report_to_json(report)
    told["learning"]["questions"][0]["stem"] = " ".join(f"word{number}" for number in range(60))
    drawn = plots.learning_plot(report_from_json(json.dumps(told).encode()))
    shown = drawn[drawn.index("<text") :]
    assert all(f"word{number}" in shown for number in range(60))


@pytest.mark.parametrize("name", ["before", "after", "later"])
def test_colours_stand_out_from_light_and_dark_ground(name):
    colour = {"before": plots._BEFORE, "after": plots._AFTER, "later": plots._LATER}[name][1]
    for ground in ("#ffffff", "#111111"):
        assert _contrast(colour, ground) >= 3


def test_the_invented_workshop_is_a_report():
    assert plots.sample_report().learning.gain.low == 0.66


def test_a_file_that_is_no_report_is_told_with_what_to_choose_instead(report):
    plan = json.dumps({"format": 1, "steps": [Step("a", "welcome", "A").title]}).encode()
    for content, said in (
        (b"", "empty"), (b"\xff\xfe", "not the data"), (b"[" * 50_000, "not the data"), (b"[]", "not the report"),
        (report_to_csv(report), "not the data"), (report_to_pdf(report), "as a PDF"), (plan, "the plan"),
    ):  # fmt: skip
        with pytest.raises(NoReportError, match=said) as caught:
            report_from_json(content)
        assert "As data (JSON)" in str(caught.value)


def test_a_damaged_report_and_one_of_a_newer_version_are_told_apart(report):
    told = report_to_json(report)
    for damage in ({"learning": 7}, {"questions": [{"stem": "Why?"}]}, {"title": None}):
        with pytest.raises(NoReportError, match="damaged"):
            report_from_json(json.dumps(told | damage).encode())
    with pytest.raises(NoReportError, match="newer version"):
        report_from_json(json.dumps(told | {"format": 2}).encode())


def _contrast(one, other):
    lights = sorted(_light(each) for each in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
