"""A killed server and a database that is away: what was acknowledged is there, and the rest waits and comes again."""

import os
import signal
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from tests.app.server import eventually
from tests.workshop.held import WHEELS, Held


@pytest.fixture(params=["sqlite", "postgresql"])
def away(request, tmp_path):
    """The address of a database, and what keeps it away while a block lasts."""
    if request.param == "sqlite":
        file = tmp_path / "w.sqlite3"
        return f"sqlite:///{file}", lambda: locked(file)
    server = request.getfixturevalue("postgres")
    return server.new_database(), lambda: stopped(server)


@contextmanager
def locked(file):
    connection = sqlite3.connect(file, isolation_level=None, timeout=30)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        connection.close()


@contextmanager
def stopped(server):
    server.stop()
    try:
        yield
    finally:
        server.start()


@contextmanager
def frozen(server):
    pids = server.pids()
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)


def test_after_a_kill_every_acknowledged_answer_is_there_and_the_same_tickets_go_on(address, built_once, tmp_path):
    first = Held(built_once, address, JUPYTER_RUNTIME_DIR=str(tmp_path))
    with first, ThreadPoolExecutor(8) as threads:
        room = first.open()
        phones = [room.join() for _ in range(8)]
        room.go_to("how-many", "open")
        acknowledged = {}

        def answer(phone):
            for sequence in range(1, 10_000):
                try:
                    reply = phone.send(
                        {"step": "how-many", "question": WHEELS, "round": 1, "answer": "two", "sequence": sequence}
                    )
                except OSError:
                    return
                acknowledged[phone.ticket] = reply.json["stored"][0]["sequence"]

        answering = [threads.submit(answer, phone) for phone in phones]
        eventually("all have answered", lambda: len(acknowledged) == len(phones))
        first.stop_hard()
        for each in answering:
            each.result()
    with Held(built_once, address, JUPYTER_RUNTIME_DIR=str(tmp_path)) as second:
        state = second.lead("GET", f"{room.path}/state").json
        assert (state["phase"], state["answered"], state["people"]["joined"]) == ("open", {WHEELS: 8}, 8)
        for phone in phones:
            last = acknowledged[phone.ticket]
            page = second.send("GET", phone.path).text
            kept = int(page.partition('"sequence": ')[2].partition("}")[0].partition(",")[0])
            assert kept >= last  # one more may have been stored without its sender ever hearing of it
            sent = {"step": "how-many", "question": WHEELS, "round": 1, "answer": "one", "sequence": last + 10}
            assert second.send("POST", f"{phone.path}/answers", {"answers": [sent]}).json["refused"] == []


def test_while_the_database_is_away_answers_are_refused_in_a_way_that_phones_keep_them(away, built_once, tmp_path):
    address, keep_away = away
    with Held(built_once, address, JUPYTER_RUNTIME_DIR=str(tmp_path)) as held:
        room = held.open()
        phone = room.join()
        room.go_to("how-many", "open")
        with keep_away():
            refused = phone.answer(WHEELS, "two")
            assert (refused.status, refused.why) == (503, "storage-away")
            assert refused.headers["retry-after"] == "3"
            assert "Answers wait on the phones" in refused.json["message"]
            assert room.state["trouble"] == "storage-away"
            assert phone.state["phase"] == "open"  # what is in memory is still shown
            pressed = held.lead("POST", f"{room.path}/actions", {"action": "close"})
            assert (pressed.status, pressed.json["state"]["phase"]) == (503, "open")
            page = held.form(f"join/{room.code}", {})
            assert (page.status, "Nothing can be written down at the moment." in page.text) == (503, True)
        eventually("the database is back", lambda: room.state["trouble"] is None)
        assert phone.answer(WHEELS, "two").json["refused"] == []
        assert room.state["answered"] == {WHEELS: 1}
        assert room.press("close").status == 200


def test_a_database_that_neither_answers_nor_fails_counts_as_away(postgres, built_once, tmp_path):
    with Held(built_once, postgres.new_database(), JUPYTER_RUNTIME_DIR=str(tmp_path)) as held:
        room = held.open()
        phone = room.join()
        room.go_to("how-many", "open")
        with frozen(postgres):
            assert phone.answer(WHEELS, "two").why == "storage-away"
            assert room.state["trouble"] == "storage-away"
            assert phone.answer(WHEELS, "two").why == "storage-away"
        eventually("the database is back", lambda: room.state["trouble"] is None)
        assert phone.answer(WHEELS, "two").json["refused"] == []
        assert room.state["answered"] == {WHEELS: 1}


def test_a_server_that_starts_without_its_database_begins_when_it_comes(postgres, built_once, tmp_path):
    address = postgres.new_database()
    with stopped(postgres):
        held = Held(built_once, address, JUPYTER_RUNTIME_DIR=str(tmp_path))
        held.__enter__()
        assert held.ask("/en/index.html").status == 200  # readers never wait for workshops
    with held:
        assert held.open().state["phase"] == "waiting"
