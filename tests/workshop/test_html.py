"""The pages of a workshop are what the HTML standard says, in each state of a room, as they are sent."""

import pytest

from tests.nu import nu_errors
from tests.workshop.held import WHEELS, Held

STEPS = {
    "welcome": (),
    "before": ("open",),
    "how-to-ride": (),
    "how-many": ("open", "close", "discuss", "second_vote", "close", "reveal"),
    "thanks": (),
}


@pytest.fixture(scope="module")
def pages(built_once, tmp_path_factory):
    """Every page by a name for it."""
    folder = tmp_path_factory.mktemp("workshop")
    with Held(built_once, f"sqlite:///{folder / 'w.sqlite3'}", JUPYTER_RUNTIME_DIR=str(folder)) as held:
        yield {name: page.text for name, page in _asked(held)}


def _asked(held):
    yield "login", held.send("GET", "workshop/login")
    yield "join", held.send("GET", "join")
    yield "unknown-code", held.send("GET", "join/ZZZZZZ", Accept="text/html")
    room = held.open()
    yield "rooms", held.lead("GET", "workshop")
    yield "invitation", held.send("GET", f"join/{room.code}")
    phone = room.join()
    for step, actions in STEPS.items():
        room.go_to(step)
        yield f"phone-{step}", held.send("GET", phone.path)
        for action in actions:
            room.do(action)
            if action == "open":
                phone.answer(WHEELS, "one")
            yield f"phone-{step}-{action}", held.send("GET", phone.path)
        held.send("POST", f"{phone.path}/asked", {"text": "Is a bell needed? <b>&"})
        yield f"control-{step}", held.lead("GET", room.path)
        yield f"projector-{step}", held.lead("GET", f"{room.path}/projector")
    yield "report", held.lead("GET", f"{room.path}/report")


def test_the_nu_html_checker_finds_no_error_on_any_of_them(pages, tmp_path):
    assert len(pages) > 20
    for name, text in pages.items():
        assert "</html>" in text, name
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
    assert nu_errors(sorted(tmp_path.glob("*.html"))) == []
