"""The quiz in Python: its HTML, its place in a notebook, and what it tells of answers."""

from collections import Counter

import pytest
from bs4 import BeautifulSoup
from patientbook_widgets import Quiz
from pydantic import ValidationError

from tests.widgets.rewrite_cases import example_quiz, question_cases, question_of

CASES = question_cases()


def page(quiz):
    return BeautifulSoup(quiz.html, "html.parser")


def explanations(wire):
    """Every text of a question that explains an answer."""
    parts = wire.get("options") or wire.get("pairs") or wire.get("items")
    if parts:
        return [part["explanation"] for part in parts]
    return [wire["too_low"], wire["too_high"], wire["just_right"]]


def test_each_question_is_a_group_named_by_its_stem_with_a_status_that_is_there_from_the_start():
    quiz = example_quiz()
    for wire in quiz.questions:
        card = page(quiz).find(attrs={"data-question": wire["id"]})
        legend = card.select_one("fieldset > legend")
        assert BeautifulSoup(wire["stem"], "html.parser").get_text() in legend.get_text()
        (status,) = card.select('[role="status"]')
        assert status.get_text() == ""


def test_without_script_every_answer_is_named_right_or_not_and_explained():
    quiz = example_quiz()
    for wire in quiz.questions:
        answers = page(quiz).find(attrs={"data-question": wire["id"]}).select_one("details")
        assert answers.summary.get_text() == "Show the answers"
        text = answers.get_text()
        assert all(BeautifulSoup(each, "html.parser").get_text() in text for each in explanations(wire))
        verdicts = Counter(bold.get_text() for bold in answers.select(".pb-explained b"))
        if wire["type"] in {"single", "several", "true_false"}:
            right = sum(option["right"] for option in wire["options"])
            assert verdicts == {"Right:": right, "Not right:": len(wire["options"]) - right}
        elif wire["type"] == "poll":
            assert verdicts == {"No right or wrong:": len(wire["options"])}


def test_outside_the_answers_nothing_tells_which_is_right():
    quiz = example_quiz()
    soup = page(quiz)
    for details in soup.select("details"):
        details.decompose()
    for attribute in ("checked", "selected", "data-right", "data-mark"):
        assert soup.find(attrs={attribute: True}) is None
    text = soup.get_text()
    assert not any(explanation in text for wire in quiz.questions for explanation in explanations(wire))
    assert "Right" not in text


def test_ids_are_unique_the_same_each_time_and_lead_somewhere():
    soup = page(example_quiz())
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert example_quiz().html == example_quiz().html
    for attribute in ("aria-labelledby", "aria-describedby"):
        assert {tag[attribute] for tag in soup.find_all(attrs={attribute: True})} <= set(ids)


def test_every_input_has_a_name_of_its_own():
    for field in page(example_quiz()).select("input, select"):
        label = field.find_parent("label")
        assert field.get("aria-label") or label.select_one(".pb-text").get_text(strip=True)


def test_a_stricter_policy_finds_nothing_to_forbid():
    soup = page(example_quiz())
    assert soup.find(["script", "style", "form"]) is None
    assert not [tag for tag in soup.find_all() if any(name == "style" or name.startswith("on") for name in tag.attrs)]


def test_a_read_again_link_a_word_and_hints_stand_with_the_answers():
    answers = page(example_quiz()).find(attrs={"data-question": "no-marker"}).select_one("details")
    assert [link["href"] for link in answers.select("a")] == ["#the-idea", "08-glossary.md#biomarker"]
    assert "Hint 2 of 2: Most tumours" in answers.get_text()


def test_a_notebook_gets_the_live_view_and_the_same_html():
    quiz = example_quiz()
    data, _ = quiz._repr_mimebundle_()
    assert data["text/html"] == quiz.html
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"] == quiz.model_id
    assert data["text/plain"] == "Quiz of 7 questions"


def test_the_state_has_the_traits_of_the_contract():
    state = example_quiz().get_state()
    assert {"questions", "title", "labels", "html", "answers", "score", "_esm", "_css"} <= set(state)


def test_answers_and_score_from_the_browser_can_be_observed():
    quiz = example_quiz()
    seen = []
    quiz.observe(lambda change: seen.append((change["name"], change["new"])), ["answers", "score"])
    given = {"answer": "standard", "is_right": True, "tries": 1, "confidence": None, "revealed": False}
    score = {"right": 1, "answered": 1, "questions": 6}
    quiz.set_state({"answers": {"no-marker": given}, "score": score})
    assert seen == [("answers", {"no-marker": given}), ("score", score)]


def test_the_score_starts_at_nothing_and_does_not_count_polls():
    assert example_quiz().score == {"right": 0, "answered": 0, "questions": 6}


def test_a_quiz_can_be_written_in_a_notebook_of_ones_own():
    raw = {key: value for key, value in CASES["single"]["author"].items() if key != "explained_in"}
    quiz = Quiz([raw, question_of(CASES["poll"])], title="My <own> quiz")
    assert [question["type"] for question in quiz.questions] == ["single", "poll"]
    assert "My &lt;own&gt; quiz" in quiz.html


def test_a_mistake_in_a_notebook_is_told_like_one_in_a_file():
    raw = {**CASES["single"]["author"], "options": CASES["single"]["author"]["options"][:2]}
    with pytest.raises(ValidationError, match=r"Question 'no-marker' has no right answer\. Add 'right: true'"):
        Quiz([raw])


def test_two_questions_with_one_id_are_refused():
    question = question_of(CASES["poll"])
    with pytest.raises(ValueError, match="Two questions of this quiz have the id 'how-you-like-to-hear'"):
        Quiz([question, question])


def test_a_quiz_without_questions_is_refused():
    with pytest.raises(ValueError, match="at least one question"):
        Quiz()


def test_own_labels_replace_the_english_ones_everywhere():
    quiz = Quiz([question_of(CASES["true_false"])], labels={"true": "Stimmt", "show_answers": "Antworten zeigen"})
    assert "Antworten zeigen" in quiz.html
    assert quiz.questions[0]["options"][0]["text"] == "Stimmt"
    assert quiz.labels["check"] == "Check my answer"


def test_a_misspelt_label_is_refused():
    with pytest.raises(ValueError, match="no labels called chek"):
        Quiz([question_of(CASES["poll"])], labels={"chek": "Prüfen"})
