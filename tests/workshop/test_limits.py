"""What participants and strangers cannot do, and what they are kindly told."""

import json
import re

import pytest

from tests.workshop.held import ROUND, TOKEN, WHEELS, Held

STRANGE = [
    None, True, 5, -1, 1e300, "", "three", "x" * 50_000, "<script>alert(1)</script>", "'; DROP TABLE answers; --",
    ["two"], [["two"]], {"two": True}, {"$ne": 1}, "two\u0000",
]  # fmt: skip


def test_a_participant_cannot_act_as_facilitator(held, room):
    phone = room.join()
    forged = {"Authorization": f"token {phone.ticket}", "Cookie": f"ticket={phone.ticket}"}
    for method, path in (
        ("GET", room.path), ("GET", f"{room.path}/state"), ("GET", f"{room.path}/events"),
        ("GET", f"{room.path}/projector"),
        ("GET", f"{room.path}/report"), ("GET", f"{room.path}/report.csv"), ("GET", f"{room.path}/plan.json"),
        ("PUT", f"{room.path}/plan.json"), ("POST", f"{room.path}/actions"), ("POST", f"{room.path}/asked/1"),
        ("POST", f"{room.path}/delete"), ("POST", "workshop/rooms"), ("GET", "workshop"),
    ):  # fmt: skip
        for headers in ({}, forged):
            reply = held.send(method, path, {} if method != "GET" else None, **headers)
            assert reply.status in {303, 401, 403}, (method, path)
            assert "Bicycle".lower() not in reply.text.lower().replace("all about bicycles", "")
    assert room.state["revision"] == 1


def test_a_login_by_cookie_needs_the_page_s_own_token_to_press_anything(held, room):
    page = held.send("GET", "workshop/login")
    xsrf = re.search(r'name="_xsrf" value="([^"]+)"', page.text)[1]
    jar = page.headers["set-cookie"].partition(";")[0]
    assert held.form("workshop/login", {"password": TOKEN}, Cookie=jar).status == 403
    done = held.form("workshop/login", {"password": TOKEN, "_xsrf": xsrf}, Cookie=jar)
    assert (done.status, done.place) == (303, "/workshop")
    assert "HttpOnly" in done.headers["set-cookie"]
    assert "Path=/workshop" in done.headers["set-cookie"]
    jar = f"{jar}; {done.headers['set-cookie'].partition(';')[0]}"
    assert held.send("GET", f"{room.path}/state", Cookie=jar).status == 200
    press = {"action": "next", "revision": 1}
    assert held.send("POST", f"{room.path}/actions", press, Cookie=jar).status == 403
    assert held.send("POST", f"{room.path}/actions", press, Cookie=jar, X_XSRFToken=xsrf).status == 200


def test_a_participant_cannot_reach_another_room(held, room):
    phone, elsewhere = room.join(), held.open()
    elsewhere.go_to("how-many", "open")
    sent = phone.send({"step": "how-many", "question": WHEELS, "round": 1, "answer": "two", "sequence": 1})
    assert [each["why"] for each in sent.json["refused"]] == ["step-closed"]
    assert elsewhere.state["answered"] == {WHEELS: 0}
    for ticket in ("0" * 32, phone.ticket[:-1], phone.ticket.upper(), "../workshop", elsewhere.id):
        if ticket != phone.ticket:
            assert held.send("GET", f"room/{ticket}/state").status == 404


def test_one_facilitator_s_room_is_unknown_to_who_asks_by_a_wrong_id(held, room):
    for path in ("workshop/rooms/0000000000000000/state", f"{room.path}x/state", f"workshop/rooms/{room.code}/state"):
        reply = held.lead("GET", path)
        assert (reply.status, reply.why) == (404, "unknown-room")


@pytest.mark.parametrize("phase", [(), ("open", "close"), ("open", "close", "reveal")])
def test_what_is_not_open_takes_no_answer(room, phase):
    phone = room.join()
    room.go_to("how-many", *phase)
    assert phone.answer(WHEELS, "two").json["refused"][0]["why"] == "step-closed"
    assert room.state["answered"] == {WHEELS: 0}


def test_an_earlier_round_takes_no_more_answers(room):
    phone = room.join()
    room.go_to("how-many", "open", "close", "second_vote")
    sent = phone.send({"step": "how-many", "question": WHEELS, "round": 1, "answer": "two", "sequence": 1})
    assert sent.json["refused"][0]["why"] == "step-closed"


@pytest.mark.parametrize("answer", STRANGE, ids=lambda answer: str(answer)[:20])
def test_what_is_no_answer_is_not_stored(room, answer):
    phone = room.join()
    room.go_to("how-many", "open")
    reply = phone.answer(WHEELS, answer)
    assert [each["why"] for each in reply.json["refused"]] == ["not-understood"]
    assert room.state["answered"] == {WHEELS: 0}


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b'{"answers": 1}', b'{"answers": []}', b"\xff\xfe", b"[" * 30_000,
        b'{"answers": [1]}', b'{"answers": [{"step": "how-many"}]}',
        b'{"answers": [{"step": 1, "question": 2, "round": "1", "sequence": -1}]}',
        json.dumps({"answers": [{"step": "a", "question": "b", "round": 1, "sequence": 2**60}]}).encode(),
    ],
    ids=lambda body: body[:24].decode(errors="replace"),
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_words(room, body):
    reply = room.held.send("POST", f"{room.join().path}/answers", body, Content_Type="application/json")
    assert (reply.status, reply.why) == (400, "not-understood")
    assert reply.json["message"]


def test_a_megabyte_is_refused_and_the_server_goes_on(room):
    phone = room.join()
    for path in ("answers", "asked", "word", "report"):
        reply = room.held.send("POST", f"{phone.path}/{path}", b"x" * (1 << 20), Content_Type="application/json")
        assert (reply.status, reply.why) == (413, "too-long")
    assert phone.state["revision"] == 1


def test_an_answer_to_a_question_that_the_step_has_not_is_refused(room):
    phone = room.join()
    room.go_to("how-many", "open")
    assert phone.answer(ROUND, "false").json["refused"][0]["why"] == "step-closed"
    assert phone.answer("01-bicycles#nothing", "two").json["refused"][0]["why"] == "not-understood"
    assert phone.answer("' OR 1=1 --", "two").json["refused"][0]["why"] == "not-understood"


def test_script_in_a_question_is_shown_as_letters(held, room):
    phone, text = room.join(), "<script>alert(1)</script><img src=x onerror=alert(2)> '; DROP TABLE rooms; --"
    held.send("POST", f"{phone.path}/asked", {"text": text})
    held.lead("POST", f"{room.path}/asked/{room.state['asked'][0]['id']}", {"state": "approved"})
    assert phone.state["asked"][0]["text"] == text
    assert "<script>alert" not in phone.page
    assert "<img src=x" not in phone.page


def test_what_another_website_sends_is_refused(held, room):
    phone = room.join()
    room.go_to("how-many", "open")
    sent = {"answers": [{"step": "how-many", "question": WHEELS, "round": 1, "answer": "two", "sequence": 1}]}
    for headers in (
        {"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"}, {"Origin": "https://elsewhere.example"},
        {"Origin": f"http://127.0.0.1.elsewhere.example:{held.port}"},
    ):  # fmt: skip
        reply = held.send("POST", f"{phone.path}/answers", sent, **headers)
        assert (reply.status, reply.why) == (403, "elsewhere")
        assert held.form(f"join/{room.code}", {}, **headers).status == 403
        assert held.lead("POST", f"{room.path}/actions", {"action": "next"}, **headers).status == 403
    assert room.state["answered"] == {WHEELS: 0}
    assert held.send("POST", f"{phone.path}/answers", sent, Origin=f"http://127.0.0.1:{held.port}").status == 200


def test_a_full_room_an_unknown_code_and_a_room_that_is_over_are_told_kindly(built_once, tmp_path):
    options = ("--room-size", "2")
    with Held(built_once, f"sqlite:///{tmp_path / 'w.sqlite3'}", *options, JUPYTER_RUNTIME_DIR=str(tmp_path)) as held:
        room = held.open()
        room.join(), room.join()
        full = held.form(f"join/{room.code}", {})
        assert (full.status, "This room is full." in full.text) == (409, True)
        unknown = held.send("GET", "join/CCCCCC")
        assert (unknown.status, "There is no room with this code." in unknown.text) == (404, True)
        assert "There is no room with this code." in held.send("GET", "join?code=hello").text
        room.do("end")
        over = held.send("GET", f"join/{room.code}")
        assert "This workshop is over." in over.text
        assert "This room is not here any more." in held.send("GET", f"room/{'0' * 32}").text


def test_a_phone_s_wrong_clock_changes_nothing(room):
    phone = room.join()
    room.go_to("how-many", "open")
    room.press("timer", seconds=60)
    state = phone.state
    assert state["timer_ends"] > state["now"]  # the phone counts from the server's `now`, never from its own clock
    assert phone.answer(WHEELS, "one", 2**50).status == 200  # a sequence made from a clock of the year 3000
    assert phone.answer(WHEELS, "two", 2**50 + 1).json["stored"] != []


def test_an_address_that_is_none_of_a_workshop_is_told_as_a_page(held):
    for path in ("room/x/y/z", "workshop/nothing", "join/a/b"):
        reply = held.send("GET", path)
        assert reply.status == 404
        assert "<h1>" in reply.text


def test_all_answers_carry_the_guide_s_security_headers_and_are_not_kept(held, room):
    for path in ("join", f"join/{room.code}", room.join().path, "workshop/login", f"room/{'0' * 32}/state"):
        headers = held.send("GET", path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
        assert "server" not in headers
