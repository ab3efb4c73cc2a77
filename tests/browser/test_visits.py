"""Somebody comes back again and again while the questions change: never an answer under another question."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.guides import CHAPTER, CHAPTER_TEXT, replace_in, write_guide
from tests.in_process import pages_of

ADDRESS = "http://guide.test/"
CHAPTERS = ("01-bicycles", "02-boats")
VISITS = 20

# The questions of a page by id: what was answered and is shown, null where nothing is.
SHOWN = """
() => Object.fromEntries([...document.querySelectorAll("[data-question]")].map(card => [
  card.dataset.question,
  card.querySelector(".pb-verdict").dataset.tone
    ? [...card.querySelectorAll(".pb-ask input:checked")].map(input => input.value).sort() : null,
]))
"""
ANSWER = """
([id, values]) => {
  const card = document.querySelector(`[data-question="${id}"]`);
  const shown = name => card.querySelector(`.pb-do-${name}:not([hidden])`);
  shown("again")?.click();
  for (const input of card.querySelectorAll(".pb-ask input")) input.checked = values.includes(input.value);
  shown("check").click();
}
"""


def options(*ids, right=()):
    return [
        {"id": id_, "text": f"It is {id_}.", "explanation": f"Because of {id_}."}
        | ({"right": True} if id_ in right else {})
        for id_ in ids
    ]


def question(id_, kind, stem, **parts):
    return {"id": id_, "type": kind, "stem": stem, "explained_in": "how-to-ride", **parts}


def start():
    """The questions of both chapters before anybody changes them."""
    return {
        "01-bicycles": [
            question("wheels", "single", "How many?", options=options("one", "two", "three", right=["two"])),
            question(
                "parts", "several", "What has it?", options=options("bell", "sail", "chain", right=["bell", "chain"])
            ),
            question("round", "true_false", "It is round.", right=True, if_true="Yes.", if_false="No."),
        ],
        "02-boats": [
            question("sails", "single", "How many?", options=options("one", "two", "three", right=["one"])),
            question("best", "poll", "What is best?", options=options("sea", "lake")),
        ],
    }


def change_stem(quizzes, here, at, number):
    quizzes[here][at]["stem"] = f"Changed for the {number}th time?"


def swap_options(quizzes, here, at, _):
    quizzes[here][at].get("options", []).reverse()


def swap_words(quizzes, here, at, _):
    """The ids stay, and mean something else."""
    if both := quizzes[here][at].get("options", [])[:2]:
        both[0]["text"], both[1]["text"] = both[1]["text"], both[0]["text"]


def change_the_right_one(quizzes, here, at, _):
    asked = quizzes[here][at]
    if asked["type"] == "true_false":
        asked["right"] = not asked["right"]
    elif asked["type"] == "single":
        right = next(number for number, option in enumerate(asked["options"]) if option.pop("right", False))
        asked["options"][(right + 1) % len(asked["options"])]["right"] = True


def reorder(quizzes, here, at, _):
    quizzes[here].insert(0, quizzes[here].pop(at))


def rename(quizzes, here, at, number):
    quizzes[here][at]["id"] = f"named-{number}"


def swap_names(quizzes, here, at, _):
    one, other = quizzes[here][at], quizzes[here][at - 1]
    one["id"], other["id"] = other["id"], one["id"]


def move(quizzes, here, at, _):
    there = next(each for each in CHAPTERS if each != here)
    if len(quizzes[here]) > 1:
        quizzes[there].append(quizzes[here].pop(at))


EDITS = [change_stem, swap_options, swap_words, change_the_right_one, reorder, rename, swap_names, move]
visits = st.tuples(
    st.lists(st.tuples(st.sampled_from(EDITS), st.sampled_from(CHAPTERS), st.integers(0, 9)), max_size=2),
    st.sampled_from(CHAPTERS),
    st.lists(st.tuples(st.integers(0, 9), st.sets(st.integers(0, 2), min_size=1)), max_size=2),
)


class Visitor:
    """A guide whose questions change, a browser that keeps answers, and what was answered to which words."""

    def __init__(self, root, page):
        self.root, self.page = root, page
        self.files = {}
        page.context.route("**/*", self._serve)

    def begin(self):
        self.quizzes, self.answered, self.edits = start(), {}, 0
        self._publish()
        self._open(CHAPTERS[0])
        self.page.evaluate("localStorage.clear()")
        self.page.reload()
        self.page.get_by_role("button", name="Yes, keep them here").click()

    def come(self, edits, chapter, answers):
        """Find the questions changed, look at what is shown, and answer some."""
        for edit, here, at in edits:
            self.edits += 1
            edit(self.quizzes, here, at % len(self.quizzes[here]), self.edits)
        if edits:
            self._publish()
        self._open(chapter)
        asked = self.quizzes[chapter]
        assert self.page.evaluate(SHOWN) == {each["id"]: self.answered.get(words_of(each)) for each in asked}
        for at, chosen in answers:
            self._answer(asked[at % len(asked)], chosen)

    def _answer(self, asked, chosen):
        ids = [option["id"] for option in asked.get("options", [])] or ["true", "false"]
        values = sorted({ids[number % len(ids)] for number in chosen})
        values = values if asked["type"] == "several" else values[:1]
        self.page.evaluate(ANSWER, [asked["id"], values])
        self.answered[words_of(asked)] = values

    def _publish(self):
        for chapter, asked in self.quizzes.items():
            quiz = {"quizzes": [{"id": "first-ride", "questions": asked}]}
            self.root.joinpath(f"content/en/quizzes/{chapter}.yaml").write_text(json.dumps(quiz), encoding="utf-8")
        self.files = pages_of(self.root)

    def _open(self, chapter):
        self.page.goto(f"{ADDRESS}en/{chapter}.html")

    def _serve(self, route):
        content, kind = self.files.get(urlsplit(route.request.url).path.lstrip("/"), (b"", "text/plain"))
        route.fulfill(body=content, content_type=kind, status=200 if content else 404)


def words_of(asked):
    """A question's whole content: two questions are the same only where every word is."""
    return json.dumps(asked, sort_keys=True)


@pytest.fixture
def visitor(chromium, tmp_path):
    root = write_guide(tmp_path / "guide")
    replace_in(root / "content/guide.yaml", "[01-bicycles,", "[01-bicycles, 02-boats,")
    boats = CHAPTER_TEXT.replace("en/01-bicycles", "en/02-boats").replace("What is a bicycle?", "What is a boat?")
    (root / CHAPTER).with_name("02-boats.md").write_text(boats, encoding="utf-8")
    context = chromium.new_context()
    yield Visitor(root, context.new_page())
    context.close()


# Without shrinking: a failure would be made smaller for minutes, and twenty visits can be read.
@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(coming=st.lists(visits, min_size=VISITS, max_size=VISITS))
def test_twenty_visits_with_edits_between_never_show_an_answer_under_another_question(visitor, coming):
    visitor.begin()
    for edits, chapter, answers in coming:
        visitor.come(edits, chapter, answers)
    assert visitor.page.evaluate("Object.keys(localStorage)") == ["patientbook:bicycles"]
