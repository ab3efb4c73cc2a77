"""A whole workshop by HTTP, on both databases: what the facilitator, the phones and the projector have at each step."""

import json

from tests.workshop.held import ROUND, TICKET, WHEELS, Stream


def test_a_workshop_from_its_opening_to_its_report(held, room):
    people = [room.join() for _ in range(6)]
    assert all(TICKET.fullmatch(phone.ticket) for phone in people)
    for which, choice in (("before", "one"), ("after", "two")):
        state = room.go_to(which, "open")
        assert (state["phase"], state["people"]["joined"]) == ("open", 6)
        for phone in people:
            assert phone.answer(WHEELS, choice).json["refused"] == []
        assert room.state["answered"] == {WHEELS: 6, ROUND: 0}
        room.do("close")
    report = held.lead("GET", f"{room.path}/report.json").json
    assert report["learning"]["people"] == 6
    assert [report["learning"][part]["count"] for part in ("before", "after")] == [0, 6]
    table = held.lead("GET", f"{room.path}/report.csv")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.text.startswith("\ufeffguide,language,workshop")
    pdf = held.lead("GET", f"{room.path}/report.pdf")
    assert pdf.headers["content-disposition"].endswith('.pdf"')
    assert pdf.body.startswith(b"%PDF-")


def test_a_step_reaches_the_phones_as_it_happens(room):
    with room.join().follow() as stream:
        assert stream.head.startswith(b"HTTP/1.1 200 OK")
        assert stream.state()["step"]["kind"] == "welcome"
        room.go_to("how-many")
        assert stream.state()["phase"] == "waiting"
        room.do("open")
        assert stream.state()["phase"] == "open"
        room.do("close", "reveal")
        assert stream.state()["phase"] == "closed"
        revealed = stream.state()
    assert [option["right"] for option in revealed["questions"][0]["wire"]["options"]] == [False, True]
    assert revealed["results"][0]["counts"] == {"one": 0, "two": 0}


def test_a_second_vote_hides_the_first_until_both_are_shown(room):
    first, second = room.join(), room.join()
    room.go_to("how-many", "open")
    for phone in (first, second):
        phone.answer(WHEELS, "one")
    assert room.do("close")["results"][0]["counts"] == {"one": 2, "two": 0}
    assert room.do("discuss", "second_vote")["results"] is None
    assert first.state["round"] == 2
    second.answer(WHEELS, "two", 2)
    assert room.state["answered"] == {WHEELS: 1}
    results = room.do("close", "reveal")["results"]
    assert [(each["round"], each["counts"]) for each in results] == [
        (1, {"one": 2, "two": 0}),
        (2, {"one": 0, "two": 1}),
    ]
    assert first.state["results"] == results


def test_who_comes_late_lands_at_the_present_step(room):
    room.go_to("round", "open")
    late = room.join()
    assert (late.state["step"]["id"], late.state["phase"]) == ("round", "open")
    assert "Wheels are square" in late.page
    assert late.answer(ROUND, "false").json["stored"] != []


def test_an_answer_sent_again_is_counted_once(room):
    phone = room.join()
    room.go_to("how-many", "open")
    sent = {"step": "how-many", "question": WHEELS, "round": 1, "answer": "two", "sequence": 7}
    replies = [phone.send(sent).json for _ in range(3)]
    named = {key: sent[key] for key in ("step", "question", "round", "sequence")}
    assert replies == [{"stored": [named], "refused": []}] * 3
    assert room.state["answered"] == {WHEELS: 1}


def test_an_answer_can_be_changed_until_it_is_closed_and_an_older_one_never_wins(room):
    phone = room.join()
    room.go_to("how-many", "open")
    phone.answer(WHEELS, "one", 1)
    phone.answer(WHEELS, "two", 3)
    assert (
        phone.answer(WHEELS, "one", 2).json["stored"][0]["sequence"] == 2
    )  # as good as stored: it need not come again
    assert room.do("close")["results"][0]["counts"] == {"one": 0, "two": 1}
    assert phone.answer(WHEELS, "one", 4).json["refused"][0]["why"] == "step-closed"
    assert room.state["results"][0]["counts"] == {"one": 0, "two": 1}


def test_of_answers_that_come_together_each_is_named(room):
    phone = room.join()
    room.go_to("before", "open")
    good = {"step": "before", "question": WHEELS, "round": 1, "answer": "two", "sequence": 1}
    reply = phone.send(good, good | {"question": ROUND, "answer": "perhaps"}, good | {"step": "after"}).json
    assert [each["question"] for each in reply["stored"]] == [WHEELS]
    assert [each["why"] for each in reply["refused"]] == ["not-understood", "step-closed"]


def test_how_sure_people_are_is_kept_where_the_plan_asks(held, room):
    plan = held.lead("GET", f"{room.path}/plan.json").json
    for step in plan["steps"]:
        step["confidence"] = step["id"] == "how-many"
    asking = held.open(plan=plan)
    phone = asking.join()
    asking.go_to("how-many", "open")
    phone.answer(WHEELS, "one", confidence="very_sure")
    assert asking.do("close")["results"][0]["sure_but_wrong"] == 1


def test_two_facilitators_who_press_next_at_once_move_one_step(room):
    revision = room.state["revision"]
    first, second = (room.press("next", revision=revision) for _ in range(2))
    assert (first.status, second.status) == (200, 409)
    assert (second.why, second.json["state"]["position"]) == ("stale", 1)
    assert second.json["message"]


def test_what_cannot_be_done_now_is_told_with_the_state(room):
    reply = room.press("reveal")
    assert (reply.status, reply.why) == (409, "not-now")
    assert reply.json["state"]["revision"] == room.state["revision"]
    assert room.press("dance").why == "not-understood"


def test_the_control_and_the_projector_follow_too(held, room):
    stream = Stream(held, f"{room.path}/events?view=projector", Authorization="token a token for tests, 5ec2e7")
    with stream:
        assert stream.state()["people"] == {"joined": 0, "here": 0}
        phone = room.join()
        assert _until(stream, lambda state: state["people"]["joined"] == 1)
        room.go_to("how-many", "open")
        phone.answer(WHEELS, "two")
        shown = _until(stream, lambda state: state["answered"] == {WHEELS: 1})
        assert shown["results"] is None


def test_a_plan_is_a_file_that_opens_the_same_workshop_again(held, room):
    reply = held.lead("GET", f"{room.path}/plan.json")
    assert reply.headers["content-disposition"].startswith("attachment")
    again = held.open(plan=json.loads(reply.body))
    assert held.lead("GET", f"{again.path}/plan.json").json == reply.json


def test_only_what_has_not_been_shown_can_be_planned_anew(held, room):
    plan = held.lead("GET", f"{room.path}/plan.json").json
    room.do("next")
    shorter = plan | {"steps": [step for step in plan["steps"] if step["id"] != "round"]}
    reply = held.lead("PUT", f"{room.path}/plan.json", shorter)
    assert reply.status == 200
    assert "round" not in [step["id"] for step in room.state["plan"]]
    refused = held.lead("PUT", f"{room.path}/plan.json", plan | {"steps": plan["steps"][1:]})
    assert (refused.status, refused.why) == (409, "not-now")


def test_a_plan_that_names_what_is_not_there_is_refused_with_the_place(held, room):
    plan = held.lead("GET", f"{room.path}/plan.json").json
    plan["steps"][3]["questions"] = [f"{WHEELS}-gone"]
    reply = held.lead("POST", "workshop/rooms", {"plan": plan, "chapters": ["01-bicycles"], "language": "en"})
    assert (reply.status, reply.why) == (400, "not-understood")
    assert "how-many-gone" in " ".join(reply.json["problems"])


def test_a_workshop_is_over_for_all_and_can_be_opened_again(room):
    phone = room.join()
    room.do("end")
    assert phone.state["is_over"]
    assert room.held.form(f"join/{room.code}", {}).status == 410
    assert phone.answer(WHEELS, "two").json["refused"][0]["why"] == "room-closed"
    room.do("reopen")
    assert not phone.state["is_over"]


def test_learning_is_asked_again_weeks_later_by_a_word_that_only_the_participant_knows(held, room):
    phone = room.join()
    assert phone.state["room"]["follow_up"]
    assert held.send("POST", f"{phone.path}/word", {"word": "Blue  Kettle"}).status == 200
    other = room.join()
    taken = held.send("POST", f"{other.path}/word", {"word": "blue kettle"})
    assert (taken.status, taken.why) == (409, "word-taken")
    room.go_to("before", "open")
    phone.answer(WHEELS, "one")
    room.do("end")
    assert room.press("reopen", follow_up=True).status == 200
    assert "Your word from the workshop" in held.send("GET", f"join/{room.code}").text
    wrong = held.form(f"join/{room.code}", {"word": "red kettle"})
    assert (wrong.status, "Nobody here has chosen this word" in wrong.text) == (404, True)
    back = held.form(f"join/{room.code}", {"word": "BLUE KETTLE"}).place.rpartition("/")[2]
    assert back != phone.ticket
    assert held.send("GET", phone.path).status == 404  # the old ticket is nobody's any more
    assert room.state["people"]["joined"] == 2
    again = {"step": held.send("GET", f"room/{back}/state").json["step"]["id"], "question": WHEELS, "round": 1}
    sent = held.send("POST", f"room/{back}/answers", {"answers": [again | {"answer": "two", "sequence": 9}]})
    assert sent.json["refused"] == []


def test_a_room_can_be_deleted_at_once(held, room):
    phone = room.join()
    with phone.follow() as stream:
        stream.state()
        assert held.lead("POST", f"{room.path}/delete", {}).status == 200
    assert held.send("GET", phone.path).status == 404
    assert held.lead("GET", room.path).status == 404
    assert held.send("GET", f"join/{room.code}").status == 404


def _until(stream, is_so):
    while not is_so(state := stream.state()):
        pass
    return state
