"""A reader whose hands use the keyboard and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.words import is_focused

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

MOST_STEPS = 40
WHERE_IS_IT = """
element => {
  const here = document.activeElement;
  if (element === here) return "here";
  return here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING ? "ahead" : "behind";
}
"""


class Hands:
    """Reaches things with Tab and presses them. The focus may never get lost on the way."""

    def __init__(self, page: Page, most_steps: int = MOST_STEPS) -> None:
        self.page = page
        self._most_steps = most_steps

    def reach(self, place: Locator) -> None:
        """Press Tab, or Shift and Tab, until the focus is on ``place``."""
        for _ in range(self._most_steps):
            where = place.evaluate(WHERE_IS_IT)
            if where == "here":
                return
            self.press("Tab" if where == "ahead" else "Shift+Tab")
        raise AssertionError(f"{self._most_steps} steps with Tab did not lead to {place}")

    def use(self, place: Locator, key: str = "Enter") -> None:
        """Reach something and press a key on it."""
        self.reach(place)
        self.press(key)

    def choose(self, radio: Locator) -> None:
        """Choose a radio button: Tab leads to its group, the arrows lead through it."""
        group = radio.page.locator(f'input[name="{radio.get_attribute("name")}"]')
        inside = group.locator("xpath=self::*[not(@disabled)]")
        for _ in range(self._most_steps):
            if any(is_focused(each) for each in inside.all()):
                break
            self.press("Tab" if inside.first.evaluate(WHERE_IS_IT) == "ahead" else "Shift+Tab")
        else:
            raise AssertionError(f"{self._most_steps} steps with Tab did not lead to {radio}")
        for _ in range(inside.count()):
            if is_focused(radio):
                break
            self.press("ArrowDown")
        self.press(" ")

    def pick(self, menu: Locator, text: str) -> None:
        """Choose an entry of a native menu with the arrows."""
        self.reach(menu)
        self.press("Home")
        for _ in range(MOST_STEPS):
            if menu.locator("option:checked").text_content() == text:
                return
            self.press("ArrowDown")
        raise AssertionError(f"The menu has no '{text}'")

    def press(self, key: str) -> None:
        """Press a key; something must have the focus afterwards."""
        self.page.keyboard.press(key)
        assert self.page.evaluate("document.activeElement !== document.body"), f"{key} lost the focus"
