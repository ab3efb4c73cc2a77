"""The server is killed in the middle of a question: phones wait, and go on by themselves when it is back."""

from playwright.sync_api import expect

from tests.app.server import eventually, start
from tests.browser.workshop.people import People
from tests.workshop.held import TOKEN, Held


def test_phones_go_on_by_themselves_when_a_killed_server_is_back(chromium, built_once, tmp_path):
    database = f"sqlite:///{tmp_path / 'w.sqlite3'}"
    environment = {"JUPYTER_RUNTIME_DIR": str(tmp_path / "run")}
    with Held(built_once, database, **environment) as held:
        room = held.open()
        people = People(chromium, room)
        room.go_to("how-many", "open")
        phone, control = people.phone(), people.control()
        phone.get_by_label("One", exact=True).check()
        phone.get_by_role("button", name="Send my answer").click()
        expect(phone.get_by_text("Your answer has arrived.")).to_be_visible()
        held.stop_hard()
        phone.get_by_label("Two", exact=True).check()
        phone.get_by_role("button", name="Send the change").click()
        expect(phone.get_by_text("Kept on this phone.")).to_be_visible()
        for page in (phone, control):
            expect(page.get_by_text("The connection is gone.")).to_be_visible(timeout=20_000)
        at = ("--workshops", "--database", database)
        held.process = start(built_once, *at, port=held.port, JUPYTER_TOKEN=TOKEN, **environment)
        eventually("the server is back", held._is_ready)
        expect(phone.get_by_text("Your answer has arrived.")).to_be_visible(timeout=30_000)
        expect(control.get_by_text("1 of 1 have answered")).to_be_visible(timeout=30_000)
        assert room.do("close")["results"][0]["counts"]["two"] == 1
        people.leave()
