"""My pages as their reader uses them: what stands where, what is put there before, and two pairs of hands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from patientbook_widgets.questions import plain_text, wire

from patientbook.reading.guide import load_guide
from tests.browser.hands import Hands
from tests.browser.keeping import KEY
from tests.browser.reading import HOME
from tests.frame.project import ROOT

if TYPE_CHECKING:
    from patientbook_widgets.questions import Question
    from playwright.sync_api import Locator, Page

    from tests.browser.reading import Reader

MY = "en/my-pages.html"
READY = "html[data-my=ready]"
CHAPTER_4 = "04-understand-how-to-personalise-each-individual-treatment"
LONG_WAY = 400  # steps with Tab through a whole chapter
QUIZZES = load_guide(ROOT).languages["en"].quizzes[CHAPTER_4].values()
ASKED = [question for quiz in QUIZZES for question in quiz.questions]
SURE_OF = next(question for question in ASKED if question.type == "single" and question.ask_confidence)
NO_PRINTER = "window.print = () => {}"  # a browser without a screen has no printer; `Page.pdf` is the paper


class Fingers:
    """Taps, and types with the keyboard on the screen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, place: Locator) -> None:
        """Tap it."""
        place.tap()

    def choose(self, radio: Locator) -> None:
        """Tap its label."""
        radio.locator("xpath=ancestor::label").tap()

    def write(self, field: Locator, text: str) -> None:
        """Tap it and type."""
        field.tap()
        self.page.keyboard.type(text)


class Keys:
    """Works with the keyboard alone."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._hands = Hands(page, LONG_WAY)

    def press(self, place: Locator) -> None:
        """Reach it with Tab and press Enter."""
        self._hands.use(place)

    def choose(self, radio: Locator) -> None:
        """Reach its group with Tab and it with the arrows."""
        self._hands.choose(radio)

    def write(self, field: Locator, text: str) -> None:
        """Reach it and type."""
        self._hands.reach(field)
        self.page.keyboard.type(text)


def open_with(reader: Reader, book: dict[str, Any] | str, path: str = MY, **settings: object) -> Page:
    """A page of a reader who said yes before, and kept this."""
    text = book if isinstance(book, str) else json.dumps(book_of(**book))
    page = reader.open(HOME, **settings)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.goto(reader.address + path)
    if path == MY:
        page.wait_for_selector(READY)
    return page


def book_of(**parts: object) -> dict[str, Any]:
    """A whole book with these parts."""
    nothing = {"answers": {}, "places": {}, "list": [], "notes": [], "settings": {}, "plan": None}
    return {"version": 1, "guide": KEY.partition(":")[2], **nothing, **parts}


def key_of(question: Question) -> str:
    """Under which an answer to it is kept."""
    return str(wire(question)["key"])


def answered(question: Question, **given: object) -> dict[str, Any]:
    """What is kept of an answer."""
    usual = {"answer": "x", "is_right": False, "tries": 1, "confidence": None, "revealed": False, "hints": 0}
    at = "2026-03-01T12:00:00.000Z"
    return {
        key_of(question): {"page": f"en/{CHAPTER_4}.html", "question": question.id, "given": usual | given, "at": at}
    }


def asked(*texts: str) -> list[dict[str, Any]]:
    """Questions of one's own on the list."""
    return [{"id": text, "text": text, "from": None} for text in texts]


def note(heading: str, text: str) -> dict[str, Any]:
    """A note on a section of chapter 4."""
    page = f"en/{CHAPTER_4}.html"
    about = {"page": page, "heading": heading, "title": heading}
    return {"id": f"{page}#{heading}", **about, "text": text, "at": "2026-03-01T12:00:00.000Z"}


def part(page: Page, name: str) -> Locator:
    """A part of My pages by its heading."""
    return page.get_by_role("region", name=name, exact=True)


def my_list(page: Page) -> Locator:
    """The part with my questions."""
    return part(page, "My questions to take along")


def questions_on(page: Page) -> list[str]:
    """The words on my list, in order."""
    return my_list(page).locator("li .pb-my-words-of > p:first-child").all_text_contents()


def stem(question: Question) -> str:
    """Its words as they stand on a page."""
    return plain_text(question.stem)
