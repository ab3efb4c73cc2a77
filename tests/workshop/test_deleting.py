"""Rooms close and are deleted when their time has come; then there is no row and no byte left of them."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import create_engine, select

from patientbook.workshop.arriving import read_answer
from patientbook.workshop.bank import Bank
from patientbook.workshop.refusals import Refused
from patientbook.workshop.rooms import Limits, Rooms
from patientbook.workshop.store import Store
from patientbook.workshop.tables import metadata
from patientbook.workshop.writing import Writer
from tests.workshop.rooms import PLAN, WHEELS, bicycle_guide

SECRET = "a question that is only asked here"  # noqa: S105 - it is looked for in the database
NEVER = timedelta(days=30)


@pytest.fixture(scope="module")
def bank(tmp_path_factory):
    return Bank(bicycle_guide(tmp_path_factory.mktemp("bank")), "en", "/")


def hold(address, bank, limits, story):
    """Run a story with the rooms of a server; what it returns."""

    async def run():
        store = Store(address)
        store.migrate()
        writer = Writer(store)
        try:
            return await story(Rooms(writer, limits, lambda plan: bank if plan.guide == "bicycles" else None))
        finally:
            writer.close()

    return asyncio.run(run())


def rows(address):
    engine = create_engine(address)
    with engine.connect() as connection:
        found = {table.name: len(connection.execute(select(table)).all()) for table in metadata.sorted_tables}
    engine.dispose()
    return found


def bytes_in(folder):
    """Every byte of the database and of what SQLite puts beside it."""
    return b"".join(each.read_bytes() for each in folder.glob("w.sqlite3*"))


async def with_people(rooms):
    """A room in which somebody answered, asked, and chose a word."""
    live = await rooms.open("teacher", PLAN)
    await rooms.join(live)
    participant = next(iter(live.people.values()))
    await rooms.asking.ask(live, participant, SECRET)
    await rooms.set_word(live, participant, "kettle")
    await rooms.act(live, "go", None, to=1)
    await rooms.act(live, "open", None)
    answer = {"step": "before", "question": WHEELS, "round": 1, "answer": "two", "confidence": None, "sequence": 1}
    assert await rooms.answer(live, [read_answer(live, participant, answer)]) == ["stored"]
    return live


def test_a_room_whose_time_is_over_closes_and_nobody_comes_in(address, bank):
    async def story(rooms):
        live = await with_people(rooms)
        await rooms.tidy()
        assert live.state.is_over
        with pytest.raises(Refused, match="room-closed"):
            await rooms.join(live)
        assert rooms.by_id(live.room.id) is live

    hold(address, bank, Limits(10, timedelta(0), NEVER), story)


def test_a_room_that_is_due_is_deleted_with_every_row(address, bank):
    async def story(rooms):
        live = await with_people(rooms)
        assert rows(address) == {"rooms": 1, "participants": 1, "answers": 1, "asked": 1}
        await rooms.tidy()
        assert rooms.by_id(live.room.id) is None
        assert rooms.by_code(live.room.code) is None

    hold(address, bank, Limits(10, timedelta(0), timedelta(0)), story)
    assert set(rows(address).values()) == {0}


def test_of_a_deleted_room_no_byte_is_left_in_the_file(tmp_path, bank):
    file = tmp_path / "w.sqlite3"

    async def story(rooms):
        live = await with_people(rooms)
        before = bytes_in(tmp_path)
        await rooms.delete(live)
        return live.room, list(live.people), before, bytes_in(tmp_path)

    room, tickets, before, after = hold(f"sqlite:///{file}", bank, Limits(10, NEVER, NEVER), story)
    for trace in (room.id, room.code, room.join_key, SECRET, *tickets):
        assert trace.encode() in before
        assert trace.encode() not in after


def test_other_rooms_stay(address, bank):
    async def story(rooms):
        stays, goes = await with_people(rooms), await with_people(rooms)
        await rooms.delete(goes)
        return stays.room.id

    stays = hold(address, bank, Limits(10, NEVER, NEVER), story)

    async def again(rooms):
        await rooms.load()
        live = rooms.by_id(stays)
        return live.tally.count("before", WHEELS, 1), len(live.people), live.asked[0].text

    assert hold(address, bank, Limits(10, NEVER, NEVER), again) == (1, 1, SECRET)


def test_a_follow_up_stays_open_for_three_weeks_and_not_beyond_the_deletion(address, bank):
    async def story(rooms):
        live = await with_people(rooms)
        await rooms.act(live, "end", None)
        await rooms.act(live, "reopen", None, follow_up=True)
        return live.room

    room = hold(address, bank, Limits(10, timedelta(hours=24), timedelta(days=30)), story)
    assert timedelta(days=20) < room.closes_at - room.opened_at < timedelta(days=22)


def test_rooms_of_another_guide_in_the_same_database_are_left_alone(address, bank, store):
    for guide in ("bicycles", "tricycles"):
        store.open_room("teacher", replace(PLAN, guide=guide), datetime.now(UTC), NEVER, NEVER)

    async def load(rooms):
        await rooms.load()
        return [live.room.plan.guide for live in rooms]

    assert hold(address, bank, Limits(10, NEVER, NEVER), load) == ["bicycles"]
