"""What My pages asks again: every question of the guide once, under the key that answers are kept under."""

import json
import re
from collections import Counter

import html5lib
import nbformat
import pytest
from patientbook_widgets import Quiz
from patientbook_widgets.questions import wire

from patientbook.notebooks.run import WIDGET_STATE
from patientbook.pages.question_data import Asking, question_data
from patientbook.reading.guide import load_guide

STEM = "Wheels are {}. See [gear](08-words.md#gear), [above](#wheels) or [elsewhere](https://example.org/#x)."
PAGES = ["en/01-bicycles.html", "en/own/rides.html"]


def question(stem, id_="round"):
    answers = {"right": False, "if_true": "They are round.", "if_false": "Yes."}
    return {"id": id_, "type": "true_false", "stem": stem, "terms": ["hub"], **answers}


def page(path, *questions):
    """A page whose notebook shows a quiz of these questions."""
    quizzes = {"one": Quiz(questions).get_state(), "other": {"_anywidget_id": "someone.else.Quiz", "questions": [{}]}}
    state = {name: {"model_name": "AnyModel", "state": each} for name, each in quizzes.items()}
    notebook = nbformat.v4.new_notebook(metadata={"widgets": {WIDGET_STATE: {"state": state}}})
    return Asking(path, f"About {path}", notebook)


@pytest.fixture(scope="module")
def data(site):
    """What the script of the built guide puts on `globalThis.patientbook`."""
    [path] = [each for each in site.files if re.fullmatch(r"assets/questions-en\.[0-9a-f]+\.js", each)]
    script = site.files[path].content.decode()
    start, found, end = script.partition("{questions:")
    assert (start, script[-4:]) == ("globalThis.patientbook=Object.assign(globalThis.patientbook||{},", "});\n")
    assert found
    return json.loads(end[:-4])


def test_every_question_of_the_guide_is_there_once_under_its_key(data, built_once):
    quizzes = load_guide(built_once).languages["en"].quizzes["01-bicycles"].values()
    questions = {wire(each)["key"]: each.id for quiz in quizzes for each in quiz.questions}
    assert {key: each["id"] for key, each in data["asked"].items()} == questions
    assert {each["page"] for each in data["asked"].values()} == {"en/01-bicycles.html"}
    assert {each["title"] for each in data["asked"].values()} == {"What is a bicycle?"}


def test_pages_are_told_where_the_questions_are(site, data):
    html = site.files["en/my-pages.html"].content.decode()
    facts = json.loads(re.search(r'id="pb-page">(.*?)</script>', html)[1])
    assert facts["data"]["questions"] in site.files
    assert data["labels"]["check"] == "Check my answer"


def test_a_question_goes_by_its_key_in_its_html_and_on_the_wire(data):
    for key, each in data["asked"].items():
        assert each["wire"]["id"] == each["wire"]["key"] == key
        assert f'data-question="{key}"' in each["html"]


def test_questions_of_several_chapters_can_stand_on_one_page(data):
    same = [page(path, question(STEM.format(shape))) for path, shape in zip(PAGES, ("square", "flat"), strict=True)]
    asked = [*question_data("en", same)["asked"].values(), *data["asked"].values()]
    assert [each["id"] for each in asked].count("round") == 3
    tree = html5lib.parseFragment("".join(each["html"] for each in asked), namespaceHTMLElements=False)
    ids = Counter(each.attrib["id"] for each in tree.iter() if "id" in each.attrib)
    assert ids
    assert set(ids.values()) == {1}


def test_the_same_question_in_two_chapters_is_asked_once():
    same = [page(path, question("Wheels are square.")) for path in PAGES]
    [asked] = question_data("en", same)["asked"].values()
    assert asked["page"] == PAGES[0]


def test_links_lead_where_they_led_in_the_chapter():
    asked = [*question_data("en", [page(path, question(STEM.format(path))) for path in PAGES])["asked"].values()]
    links = [re.findall(r'href="([^"]+)"', each["wire"]["stem"]) for each in asked]
    assert links[0] == ["08-words.html#gear", "01-bicycles.html#wheels", "https://example.org/#x"]
    assert links[1] == ["own/08-words.html#gear", "own/rides.html#wheels", "https://example.org/#x"]
    for each in asked:
        assert set(re.findall(r'href="([^"]+)"', each["wire"]["stem"])) <= set(
            re.findall(r'href="([^"]+)"', each["html"])
        )


def test_a_guide_that_asks_nothing_has_an_empty_file():
    assert question_data("en", []) == {"labels": {}, "asked": {}}
