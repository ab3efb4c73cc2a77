"""The commands of docs/workshops.md do what stands there."""

import re
import shlex
import sqlite3
import subprocess
import sys

import pytest
from jupyter_server.auth.security import passwd_check

from tests.app.server import free_port, start
from tests.frame.project import ROOT
from tests.workshop.held import TOKEN, Held

TEXT = (ROOT / "docs" / "workshops.md").read_text(encoding="utf-8")


@pytest.fixture
def printed(built_once, tmp_path):
    """The program, started as the page says, and its first lines up to the address for who leads."""
    [line] = re.findall(r"^ {4}patientbook serve (.+)$", TEXT, flags=re.M)
    folders = {"JUPYTER_DATA_DIR": str(tmp_path / "data"), "JUPYTER_RUNTIME_DIR": str(tmp_path / "run")}
    port = free_port()
    process = start(built_once, *shlex.split(line), port=port, **folders)
    try:
        lines = []
        while not lines or "Workshops are led at" not in lines[-1]:
            lines.append(process.stdout.readline())
            assert lines[-1], lines
        yield port, lines
    finally:
        process.kill()
        process.communicate()


def test_the_program_prints_both_addresses_and_keeps_answers_where_the_page_says(printed, tmp_path):
    port, lines = printed
    assert any(f":{port}/" in line and "The guide is open at" in line for line in lines)
    host, token = re.search(rf"http://([^/]+):{port}/workshop\?token=(\w+)", lines[-1]).groups()
    assert not host.startswith(("127.", "localhost", "0."))
    led = Held.__new__(Held)
    led.port, led.base = port, "/"
    made = led.send(
        "POST", "workshop/rooms", {"chapters": ["01-bicycles"], "language": "en"}, Authorization=f"token {token}"
    )
    assert made.status == 201
    [file] = (tmp_path / "data").rglob("workshop.sqlite3")
    assert file.relative_to(tmp_path / "data").as_posix() == "patientbook/bicycles/workshop.sqlite3"
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT code FROM rooms").fetchall() == [(made.json["code"],)]


def test_the_line_that_makes_a_password_s_hash_makes_one():
    [line] = re.findall(r"`python -c (\"[^`]+\")`", TEXT)
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", *shlex.split(line)],
        input="open sesame\nopen sesame\n",
        capture_output=True,
        text=True,
        check=True,
        start_new_session=True,  # it asks the terminal where there is one
    )
    assert passwd_check(done.stdout.strip().splitlines()[-1].removeprefix("Verify password: "), "open sesame")


def test_the_buttons_and_keys_of_the_hour_are_those_of_the_control(held, room):
    page = held.lead("GET", room.path).text
    keys = (ROOT / "widgets" / "src" / "workshop" / "control" / "actions.ts").read_text(encoding="utf-8")
    named = dict(re.findall(r"\*([A-Z][a-z ]+)\* \(([A-Z])\)", TEXT))
    assert named.keys() >= {"Next step", "Open", "Close", "Discuss", "Second vote", "Reveal", "Dark screen"}
    for button, key in named.items():
        assert f'"{button}' in page, button
        assert f'"{key.lower()}"' in keys, key


def test_who_opens_the_control_by_an_address_of_this_machine_alone_is_told(held, room):
    said = "Only this machine can open this address."
    assert said in held.lead("GET", room.path).text
    assert f'<p class="pw-soft">{said}' not in held.lead("GET", room.path, Host="192.0.2.7:8866").text
    assert TOKEN not in held.lead("GET", room.path).text
