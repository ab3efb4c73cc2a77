"""The store, on both databases: what is kept, what is refused, and what stays true when two come at once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import create_engine, inspect, text

from patientbook.workshop.codes import ALPHABET, hash_word, read_code
from patientbook.workshop.records import Answer
from patientbook.workshop.store import (
    DatabaseError,
    RoomFullError,
    StaleError,
    StorageAwayError,
    Store,
    TooManyAskedError,
    UnknownRoomError,
    WordTakenError,
)
from patientbook.workshop.tables import metadata
from tests.workshop.rooms import NOW, PLAN, ROUND, WHEELS

DAY, MONTH = timedelta(days=1), timedelta(days=30)


@pytest.fixture
def room(store):
    return store.open_room("teacher", PLAN, NOW, DAY, MONTH)


def given(participant, answer="two", sequence=1, question=WHEELS):
    return Answer(participant, "wheels", question, 1, answer, None, sequence)


def test_a_room_comes_back_as_it_was_opened(store, room):
    assert store.room(room.id) == store.room_by_code(room.code) == room
    assert store.rooms_of("teacher") == [room]
    assert store.rooms_of("somebody else") == []
    assert set(room.code) <= set(ALPHABET)
    assert (room.closes_at - NOW, room.deletes_at - NOW) == (DAY, MONTH)


def test_of_two_who_change_a_room_one_is_told_that_it_has_moved_on(store, room):
    state = replace(room.state, revision=2, position=1)
    store.change_room(room.id, 1, state)
    with pytest.raises(StaleError) as stale:
        store.change_room(room.id, 1, replace(room.state, revision=2, position=3))
    assert stale.value.room.state.position == 1
    with pytest.raises(UnknownRoomError):
        store.change_room("nothing", 1, state)


def test_a_room_takes_as_many_as_it_takes_and_who_is_in_stays_in(store, room):
    first = store.join(room.id, "a", 2)
    assert store.join(room.id, "a", 2) == first
    assert store.join_many(room.id, ["b", "c", "a"], 2) == [first + 1, None, first]
    with pytest.raises(RoomFullError):
        store.join(room.id, "d", 2)
    with pytest.raises(UnknownRoomError):
        store.join("nothing", "e", 2)


def test_of_two_answers_the_one_with_the_higher_sequence_stays_in_whatever_order_they_come(store, room):
    one = store.join(room.id, "a", 9)
    assert store.store_answers([given(one, "two", 3), given(one, "one", 2)]) == ["stored", "kept"]
    assert store.store_answers([given(one, "one", 1), given(one, "two", 3)]) == ["kept", "kept"]
    assert store.store_answers([given(one, "one", 4)]) == ["stored"]
    assert store.answers(room.id) == [given(one, "one", 4)]
    assert store.counts(room.id, "wheels", 1) == {WHEELS: 1}


@pytest.mark.parametrize("answer", ["two", ["a", "b"], {"a": "Ä & <b>"}, 12, 0.5, "12"])
def test_every_kind_of_answer_comes_back_as_it_went_in(store, room, answer):
    one = store.join(room.id, "a", 9)
    store.store_answers([given(one, answer)])
    assert store.answers(room.id)[0].answer == answer


def test_an_answer_of_nobody_is_told_and_the_others_are_stored(store, room):
    one = store.join(room.id, "a", 9)
    assert store.store_answers([given(one + 99), given(one), given(one, question=ROUND)]) == [
        "unknown",
        "stored",
        "stored",
    ]


def test_many_answers_fit_into_one_transaction(store, room):
    people = store.join_many(room.id, [f"ticket {n}" for n in range(1200)], 1200)
    assert store.store_answers([given(each) for each in people]) == ["stored"] * 1200
    assert store.counts(room.id, "wheels", 1) == {WHEELS: 1200}


def test_a_word_is_one_person_s_in_a_room_and_leads_back_to_them(store, room):
    one, two = store.join_many(room.id, ["a", "b"], 9)
    word = hash_word(room.id, "Blue kettle")
    store.set_word(one, word)
    with pytest.raises(WordTakenError):
        store.set_word(two, word)
    assert store.rejoin(room.id, word, "new ticket") == one
    assert store.participants(room.id) == {"new ticket": one, "b": two}
    assert store.rejoin(room.id, hash_word(room.id, "red kettle"), "other") is None
    assert hash_word(room.id, " BLUE KETTLE ") == word != hash_word("another room", "Blue kettle")


def test_questions_are_counted_and_nothing_leads_to_who_asked(store, room):
    one = store.join(room.id, "a", 9)
    numbers = [store.ask(one, f"Question {n}", 2) for n in range(2)]
    with pytest.raises(TooManyAskedError):
        store.ask(one, "One more", 2)
    assert [each.id for each in store.asked(room.id)] == numbers
    assert set(metadata.tables["asked"].columns.keys()) == {"id", "room", "text", "state", "was_reported"}


def test_what_is_due_closes_first_and_is_deleted_later(store, room):
    assert store.close_due(NOW + DAY / 2) == []
    assert [each.state.is_over for each in store.close_due(NOW + DAY)] == [True]
    assert store.close_due(NOW + DAY) == []
    assert store.delete_due(NOW + DAY) == []
    assert store.delete_due(NOW + MONTH) == [room.id]
    assert store.all_rooms() == []


def test_the_migrations_make_the_tables_that_the_code_expects(store, address):
    engine = create_engine(address)
    seen = inspect(engine)
    assert set(seen.get_table_names()) == {*metadata.tables, "alembic_version"}
    for name, table in metadata.tables.items():
        columns = {column["name"]: column["nullable"] for column in seen.get_columns(name)}
        assert columns == {column.name: column.nullable for column in table.columns}, name
        found = seen.get_foreign_keys(name)
        keys = {(tuple(key["constrained_columns"]), key["options"].get("ondelete")) for key in found}
        assert keys == {
            ((key.parent.name,), key.ondelete) for column in table.columns for key in column.foreign_keys
        }, name
    engine.dispose()


def test_migrating_again_changes_nothing(store, room):
    store.migrate()
    assert store.room(room.id) == room


def test_a_database_of_a_newer_version_is_refused(store, address):
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(DatabaseError, match="newer version"):
        store.migrate()


def test_a_database_that_is_not_there_is_told_as_away_and_found_again(postgres):
    store = Store(postgres.new_database())
    store.migrate()
    postgres.stop()
    try:
        with pytest.raises(StorageAwayError):
            store.all_rooms()
    finally:
        postgres.start()
    assert store.all_rooms() == []
    store.close()


@pytest.mark.parametrize(
    ("written", "code"),
    [("acd-efg", "ACDEFG"), (" A C D E F G ", "ACDEFG"), ("ＡＣＤＥＦＧ", "ACDEFG"), ("acdef", None), ("ACDEF0", None)],
)
def test_codes_are_read_as_people_write_them(written, code):
    assert read_code(written) == code
