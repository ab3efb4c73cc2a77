"""Codes, passwords and words can be tried a few times a minute, and who saw the picture code always gets in."""

import re

import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

from patientbook.workshop.limits import Guesses, address_of
from tests.workshop.held import Held


def test_a_wrong_password_is_told_and_trying_is_limited(built_once, tmp_path):
    with Held(built_once, f"sqlite:///{tmp_path / 'w.sqlite3'}", JUPYTER_RUNTIME_DIR=str(tmp_path)) as held:
        page = held.send("GET", "workshop/login")
        xsrf = re.search(r'name="_xsrf" value="([^"]+)"', page.text)[1]
        jar = page.headers["set-cookie"].partition(";")[0]
        tries = [held.form("workshop/login", {"password": "guess", "_xsrf": xsrf}, Cookie=jar) for _ in range(12)]
    assert "This is neither the token nor the password." in tries[0].text
    assert [each.status for each in tries] == [401] * 10 + [429] * 2


def test_guessing_codes_is_limited_and_who_saw_the_picture_code_still_gets_in(built_once, tmp_path):
    with Held(built_once, f"sqlite:///{tmp_path / 'w.sqlite3'}", JUPYTER_RUNTIME_DIR=str(tmp_path)) as held:
        room = held.open()
        wrong = [held.send("GET", f"join/AAAA{a}{b}").status for a in "CDEFGHJKMN" for b in "CDEFGHJKMNP"]
        assert wrong == [404] * 100 + [429] * 10
        typed = held.send("GET", f"join/{room.code}")
        assert typed.status == 429
        assert typed.headers["retry-after"] == "60"
        assert "Please wait one minute" in typed.text
        assert held.form(f"join/{room.code}", {}).status == 429
        assert held.send("GET", f"join/{room.code}?key={room.key}").status == 200
        assert held.form(f"join/{room.code}?key={room.key}", {}).status == 303
        assert held.form(f"join/{room.code}?key={room.key[:-1]}", {}).status == 429


def test_guessing_the_words_of_a_follow_up_is_limited(built_once, tmp_path):
    with Held(built_once, f"sqlite:///{tmp_path / 'w.sqlite3'}", JUPYTER_RUNTIME_DIR=str(tmp_path)) as held:
        room = held.open()
        held.send("POST", f"{room.join().path}/word", {"word": "kettle"})
        room.do("end")
        room.press("reopen", follow_up=True)
        path = f"join/{room.code}?key={room.key}"
        tries = [held.form(path, {"word": f"guess {n}"}).status for n in range(11)]
        assert tries == [404] * 10 + [429]
        assert held.form(path, {"word": "kettle"}).status == 429
        assert held.form(path, {}).status == 303  # who has no word comes in without one


def test_where_people_come_from_is_forgotten_after_a_minute():
    clock = [0.0]
    guesses = Guesses(2, lambda: clock[0])
    for _ in range(2):
        guesses.count_wrong("203.0.113.5")
    assert guesses.are_too_many("203.0.113.5")
    assert not guesses.are_too_many("203.0.113.6")
    clock[0] = 61.0
    assert not guesses.are_too_many("203.0.113.5")
    assert len(guesses) == 0


@pytest.mark.parametrize(
    ("remote", "said", "address"),
    [
        ("203.0.113.5", "", "203.0.113.5"),
        ("203.0.113.5", "198.51.100.1", "203.0.113.5"),
        ("127.0.0.1", "10.0.0.1, 198.51.100.1", "198.51.100.1"),
        ("::1", "", "::1"),
    ],
)
def test_only_a_proxy_on_this_machine_is_believed_where_somebody_is_from(remote, said, address):
    line = RequestStartLine("GET", "/join", "HTTP/1.1")
    request = HTTPServerRequest(start_line=line, headers=HTTPHeaders({"Host": "here", "X-Forwarded-For": said}))
    request.remote_ip = remote
    assert address_of(request) == address
