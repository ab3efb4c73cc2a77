"""The questions of chapter 1, and how a reader answers each type wrong and right with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.reading.guide import load_guide
from tests.frame.project import ROOT

if TYPE_CHECKING:
    from patientbook_widgets.questions import Question
    from playwright.sync_api import Locator, Page

    from tests.browser.hands import Hands

QUIZZES = load_guide(ROOT).languages["en"].quizzes["01-what-is-personalised-medicine"].values()
QUESTIONS = [question for quiz in QUIZZES for question in quiz.questions]
JUDGED = [question for question in QUESTIONS if question.type != "poll"]
POLL = next(question for question in QUESTIONS if question.type == "poll")


def place_of(page: Page, question: Question) -> Locator:
    """Where a question stands with all that belongs to it."""
    return page.locator(f"#pb-q-{question.id}")


def answer_right(hands: Hands, place: Locator, question: Question) -> list[str]:
    """Give the right answer and return what must then be explained."""
    if question.type == "matching":
        for pair in question.pairs:
            hands.pick(menu(place, pair.text), pair.match)
        return [pair.explanation for pair in question.pairs]
    if question.type == "ordering":
        for number, item in enumerate(question.items):
            move_up_to(hands, place, item.text, number)
        return [item.explanation for item in question.items]
    if question.type == "scale":
        slide_to(hands, place, question, question.right.from_)
        return [question.just_right]
    if question.type == "true_false":
        hands.choose(radio(place, str(question.right)))
        return [question.if_true if question.right else question.if_false]
    right = [option for option in question.options if option.right]
    tick(hands, place, question, [option.text for option in right])
    return [option.explanation for option in right]


def answer_wrong(hands: Hands, place: Locator, question: Question) -> list[str]:
    """Give an answer that is wrong, in part where there are parts, and return what must then be explained."""
    if question.type == "matching":
        first, *rest = question.pairs
        hands.pick(menu(place, first.text), first.match)
        for pair in rest:
            hands.pick(menu(place, pair.text), question.also[0])
        return [first.explanation]
    if question.type == "ordering":
        right = [item.text for item in question.items]
        shown = order(place)
        one, other = ([text, *(each for each in shown if each != text)] for text in shown[1:3])
        move_up_to(hands, place, (one if one != right else other)[0], 0)
        return [item.explanation for item, text in zip(question.items, order(place), strict=True) if item.text == text]
    if question.type == "scale":
        slide_to(hands, place, question, question.max)
        return [question.too_high]
    if question.type == "true_false":
        hands.choose(radio(place, str(not question.right)))
        return [question.if_false if question.right else question.if_true]
    wrong = next(option for option in question.options if not option.right)
    also_right = [option for option in question.options if option.right][:1] if question.type == "several" else []
    tick(hands, place, question, [option.text for option in (wrong, *also_right)])
    return [option.explanation for option in (wrong, *also_right)]


def explanations_of(question: Question) -> list[str]:
    """What is said to a reader who asks for the answer."""
    if question.type == "true_false":
        return [question.if_true, question.if_false]
    if question.type == "scale":
        return [question.just_right]
    parts = {"matching": "pairs", "ordering": "items"}.get(question.type, "options")
    return [part.explanation for part in getattr(question, parts)]


def verdict_of(place: Locator) -> Locator:
    """Where the verdict is said. A scale has one more status before it: its number."""
    return place.get_by_role("status").last


def radio(place: Locator, text: str) -> Locator:
    """The option with this text."""
    return place.get_by_role("radio", name=text)


def box(place: Locator, text: str) -> Locator:
    """The box to tick with this text."""
    return place.get_by_role("checkbox", name=text)


def menu(place: Locator, text: str) -> Locator:
    """The menu beside this text."""
    return place.get_by_role("combobox", name=text)


def slider(place: Locator) -> Locator:
    """The slider of a scale."""
    return place.get_by_role("slider", name="Your number")


def order(place: Locator) -> list[str]:
    """The texts of an ordering question, as they stand now."""
    return place.locator(".pb-items .pb-text").all_text_contents()


def tick(hands: Hands, place: Locator, question: Question, texts: list[str]) -> None:
    """Choose these options and no others."""
    if question.type != "several":
        hands.choose(radio(place, texts[0]))
        return
    for option in question.options:
        if box(place, option.text).is_checked() != (option.text in texts):
            hands.use(box(place, option.text), " ")


def move_up_to(hands: Hands, place: Locator, text: str, number: int) -> None:
    """Move an item up until it is the ``number``th, counted from 0."""
    up = place.get_by_role("button", name=f"Move ‘{text}’ up")
    for _ in range(len(order(place))):
        if order(place).index(text) <= number:
            return
        hands.use(up)


def slide_to(hands: Hands, place: Locator, question: Question, number: int) -> None:
    """Move the slider to its start and step on to ``number``."""
    hands.use(slider(place), "Home")
    for _ in range((number - question.min) // question.step):
        hands.press("ArrowRight")
