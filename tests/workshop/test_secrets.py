"""What nobody is told: the right answer before it is shown, who somebody is, and the facilitator's token."""

import json
import re
import sqlite3

import pytest

from tests.workshop.held import ROUND, TOKEN, WHEELS, Held

# Everything that the guide says about what is right, and only in an answer's explanation.
EXPLAINED = ("That is a unicycle", "Yes.", "They are round", "Yes, they are round", "Count them.")
ADDRESS = "203.0.113.77"
BROWSER = "Mozilla/5.0 (a phone that nobody else has)"


def test_no_byte_sent_to_a_phone_before_the_reveal_tells_what_is_right_or_what_others_answered(room):
    phone, others = room.join(), [room.join() for _ in range(3)]
    seen = [room.held.send("GET", f"join/{room.code}").body, phone.page.encode()]
    with phone.follow() as stream:
        for step in ("before", "how-many", "round"):
            room.go_to(step, "open")
            question = ROUND if step == "round" else WHEELS
            answer = "false" if step == "round" else "two"
            for each in others:
                each.answer(question, answer)
            seen += [phone.page.encode(), phone.answer(question, "true" if step == "round" else "one").body]
            seen += [json.dumps(phone.state).encode(), phone.page.encode()]
            room.do("close")
            seen += [phone.page.encode(), json.dumps(phone.state).encode()]
        room.do("blank")
        while not stream.state()["is_blank"]:
            pass
        seen.append(stream.seen)
    # The words that all pages of a room have say nothing of a question; their names would look as if they did.
    told = re.sub(
        r'<script type="application/json" id="pb-page">.*?</script>', "", b"\n".join(seen).decode(), flags=re.S
    )
    assert len(seen) > 15
    assert told.count("How many wheels has a bicycle?") > 10  # the questions themselves have been sent
    for words in EXPLAINED:
        assert words not in told
    for name in ("explanation", "right_from", "too_low", "just_right", "hints", "key", "counts", "sure_but_wrong"):
        assert not re.search(rf'"{name}":', told), name
    assert not re.search(r'"(right|answered)":', told)
    assert '"results":null' in told.replace(" ", "")


def test_the_check_before_is_never_revealed_not_even_to_the_facilitator_by_mistake(room):
    phone = room.join()
    room.go_to("before", "open", "close")
    assert room.press("reveal").why == "not-now"
    assert "That is a unicycle" not in phone.page


def test_the_second_vote_tells_nothing_of_the_first(room):
    phone = room.join()
    room.go_to("how-many", "open")
    phone.answer(WHEELS, "one")
    room.do("close", "second_vote")
    assert phone.state["results"] is None
    assert "unicycle" not in json.dumps(phone.state)


def test_phones_and_the_projector_have_no_results_of_what_is_closed_but_not_shown(held, room):
    room.go_to("how-many", "open", "close")
    assert held.lead("GET", f"{room.path}/state?view=projector").json["results"] is None
    assert held.lead("GET", f"{room.path}/state").json["results"] is not None


def test_the_token_is_in_no_page_and_no_cookie_for_participants(held, room):
    phone = room.join()
    for path in (
        "join",
        f"join/{room.code}",
        phone.path,
        f"{phone.path}/state",
        "workshop",
        "workshop/login",
        "nothing",
    ):
        reply = held.send("GET", path)
        assert TOKEN not in reply.text
        if not path.startswith("workshop"):
            assert "set-cookie" not in reply.headers, path


def test_participants_get_no_cookie_when_they_join_and_answer(held, room):
    assert "set-cookie" not in held.form(f"join/{room.code}", {}).headers
    phone = room.join()
    room.go_to("how-many", "open")
    assert "set-cookie" not in phone.answer(WHEELS, "two").headers


@pytest.fixture
def spoken(built_once, tmp_path):
    """All that a server said and stored in a workshop in which much went wrong: its words, and the file's bytes."""
    database = tmp_path / "w.sqlite3"
    about = {"User-Agent": BROWSER, "X-Forwarded-For": ADDRESS, "X-Real-IP": ADDRESS}
    with Held(built_once, f"sqlite:///{database}", JUPYTER_RUNTIME_DIR=str(tmp_path)) as held:
        room = held.open()
        place = held.form(f"join/{room.code}", {}, **about).place
        ticket = place.rpartition("/")[2]
        room.go_to("how-many", "open")
        held.send("GET", f"room/{ticket}", **about)
        held.send("POST", f"room/{ticket}/answers", {"answers": "none"}, **about)
        held.send("POST", f"room/{ticket}/answers", "{broken", Content_Type="application/json", **about)
        held.send("POST", f"room/{ticket}/report", {"id": 12}, **about)
        held.send("POST", f"room/{ticket}/asked", {"text": "A question in the room"}, **about)
        held.send("GET", f"room/{'0' * 32}", **about)
        held.form("workshop/login", {"password": "a wrong password"}, **about)
        held.send("GET", f"workshop?token={TOKEN}".replace(" ", "%20"), **about)
        held.send("GET", f"join/{room.code}?key=%00", **about)
        with sqlite3.connect(database) as connection:
            assert connection.execute("SELECT count(*) FROM participants").fetchone() == (1,)
        stored = b"".join(file.read_bytes() for file in tmp_path.glob("w.sqlite3*"))
        _, said = held.stop(2)
    return said, stored, room, ticket


def test_nothing_about_a_participant_or_the_token_is_logged(spoken):
    said, _, room, ticket = spoken
    assert "Workshops are led at" in said
    for secret in (ticket, room.code, room.key, TOKEN, ADDRESS, BROWSER, "a wrong password", "A question in the room"):
        assert secret not in said
    assert "127.0.0.1 " not in said
    assert "Traceback" not in said


def test_neither_address_nor_browser_nor_ticket_is_stored(spoken):
    _, stored, room, ticket = spoken
    assert room.code.encode() in stored
    for secret in (ADDRESS, BROWSER, "127.0.0.1", ticket, TOKEN):
        assert secret.encode() not in stored


def test_a_token_that_was_made_is_printed_once_and_works(built_once, tmp_path):
    with Held(
        built_once, f"sqlite:///{tmp_path / 'w.sqlite3'}", JUPYTER_TOKEN="", JUPYTER_RUNTIME_DIR=str(tmp_path)
    ) as held:
        lines = [held.process.stdout.readline() for _ in range(2)]
        token = re.search(r"\?token=(\w{32,})", "".join(lines))[1]
        assert held.send("GET", "workshop").headers["location"] == "/workshop/login"
        reply = held.send("GET", f"workshop?token={token}")
        assert (reply.status, reply.place) == (303, "/workshop")
        cookie = reply.headers["set-cookie"].partition(";")[0]
        assert held.send("GET", "workshop/rooms/none/state", Cookie=cookie).why == "unknown-room"
        _, said = held.stop(2)
    assert "".join(lines).count(token) == 1
    assert token not in said
