"""Anonymous questions to the facilitator: shown when approved, taken down when reported, and limited."""


def asked(phone, text):
    return phone.room.held.send("POST", f"{phone.path}/asked", {"text": text})


def judge(room, number, state):
    return room.held.lead("POST", f"{room.path}/asked/{number}", {"state": state})


def test_a_question_is_shown_only_when_it_is_approved(room):
    phone, other = room.join(), room.join()
    assert asked(phone, "Does it hurt?").status == 200
    [waiting] = room.state["asked"]
    assert waiting["state"] == "waiting"
    assert other.state["asked"] == []
    assert judge(room, waiting["id"], "approved").status == 200
    assert other.state["asked"] == [{"id": waiting["id"], "text": "Does it hurt?"}]
    assert judge(room, waiting["id"], "refused").status == 200
    assert other.state["asked"] == []


def test_one_that_was_reported_is_taken_down_until_the_facilitator_has_seen_it(room):
    phone, other = room.join(), room.join()
    asked(phone, "Something rude")
    number = room.state["asked"][0]["id"]
    judge(room, number, "approved")
    assert room.held.send("POST", f"{other.path}/report", {"id": number}).status == 200
    assert (other.state["asked"], room.state["asked"][0]["state"]) == ([], "reported")
    judge(room, number, "approved")
    room.held.send("POST", f"{other.path}/report", {"id": number})
    assert [each["id"] for each in other.state["asked"]] == [number]  # approved again, it stays


def test_the_projector_never_has_what_is_not_approved(room):
    asked(room.join(), "Only for the facilitator")
    projector = room.held.lead("GET", f"{room.path}/state?view=projector").text
    assert "Only for the facilitator" not in projector


def test_a_question_has_at_most_three_hundred_letters_and_a_person_five_questions(room):
    phone = room.join()
    assert asked(phone, "a" * 300).status == 200
    long = asked(phone, "a" * 301)
    assert (long.status, long.why) == (413, "too-long")
    assert [asked(phone, text).why for text in ("  ", "\u202e\u0000")] == ["not-understood"] * 2
    for number in range(4):
        assert asked(phone, f"Question {number}").status == 200
    sixth = asked(phone, "One more")
    assert (sixth.status, sixth.why) == (429, "too-many")
    assert asked(room.join(), "Somebody else").status == 200


def test_hidden_letters_that_turn_the_writing_round_are_left_out(room):
    asked(room.join(), "a\u202eb\x07c\r\n\r\nd")
    assert room.state["asked"][0]["text"] == "abc\nd"


def test_a_question_is_judged_in_its_own_room_only(held, room):
    asked(room.join(), "Here")
    number = room.state["asked"][0]["id"]
    elsewhere = held.open()
    assert judge(elsewhere, number, "approved").status == 400
    held.send("POST", f"{elsewhere.join().path}/report", {"id": number})
    assert room.state["asked"][0]["state"] == "waiting"


def test_nothing_tells_who_asked(held, room):
    phone = room.join()
    asked(phone, "Who am I?")
    assert set(room.state["asked"][0]) == {"id", "text", "state"}


def test_when_the_workshop_is_over_nothing_more_is_asked(room):
    phone = room.join()
    room.do("end")
    assert (asked(phone, "Late").status, asked(phone, "Late").why) == (410, "room-closed")
