"""Without JavaScript the participant's page is a form that works by reloading."""

import html5lib

from tests.workshop.held import ROUND, WHEELS


def form_of(page, action):
    """The fields that the form leading to ``action`` already has."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    form = next(each for each in tree.iter("form") if each.attrib.get("action", "").endswith(action))
    return {
        each.attrib["name"]: each.attrib["value"] for each in form.iter("input") if each.attrib.get("type") == "hidden"
    }


def test_an_answer_is_sent_by_a_form_and_shown_again(held, room):
    phone = room.join()
    room.go_to("how-many", "open")
    fields = form_of(phone.page, "/answers") | {"pb-q-01-bicycles--how-many": "two"}
    reply = held.form(f"{phone.path}/answers", fields)
    assert (reply.status, reply.place) == (303, f"/{phone.path}?said=arrived")
    assert room.state["answered"] == {WHEELS: 1}
    page = held.send("GET", reply.place[1:]).text
    assert "Your answer has arrived." in page
    assert "You have answered this question." in page


def test_a_later_form_counts_and_not_both(held, room):
    phone = room.join()
    room.go_to("round", "open")
    for choice in ("true", "false"):
        fields = form_of(phone.page, "/answers") | {"pb-q-01-bicycles--round": choice}
        assert held.form(f"{phone.path}/answers", fields).place.endswith("said=arrived")
    assert room.do("close")["results"][0]["counts"] == {"true": 0, "false": 1}


def test_somebody_may_go_on_by_script_and_by_form_in_turn(held, room):
    phone = room.join()
    room.go_to("how-many", "open")
    phone.answer(WHEELS, "one", 41)
    fields = form_of(phone.page, "/answers")
    held.form(f"{phone.path}/answers", fields | {"pb-q-01-bicycles--how-many": "two"})
    assert phone.answer(WHEELS, "one", 43).json["refused"] == []
    held.form(f"{phone.path}/answers", fields | {"pb-q-01-bicycles--how-many": "two"})
    assert room.do("close")["results"][0]["counts"] == {"one": 0, "two": 1}


def test_a_form_without_a_choice_is_told_kindly(held, room):
    phone = room.join()
    room.go_to("how-many", "open")
    reply = held.form(f"{phone.path}/answers", form_of(phone.page, "/answers"))
    assert reply.place == f"/{phone.path}?why=nothing-chosen"
    assert "Please choose an answer first." in held.send("GET", reply.place[1:]).text


def test_a_form_that_comes_too_late_is_told_kindly(held, room):
    phone = room.join()
    room.go_to("how-many", "open")
    fields = form_of(phone.page, "/answers") | {"pb-q-01-bicycles--how-many": "two"}
    room.do("close")
    reply = held.form(f"{phone.path}/answers", fields)
    assert "Answers to this question are closed." in held.send("GET", reply.place[1:]).text


def test_what_is_revealed_stands_in_the_page_with_ones_own_answer(room):
    phone = room.join()
    room.go_to("how-many", "open")
    phone.answer(WHEELS, "one")
    room.do("close", "reveal")
    page = phone.page
    assert "That is a unicycle." in page
    assert "Yes." in page


def test_a_code_that_was_typed_leads_to_its_room(held, room):
    typed = f" {room.code[:3].lower()}-{room.code[3:].lower()} "
    reply = held.send("GET", f"join?code={typed.replace(' ', '%20')}")
    assert (reply.status, reply.place) == (303, f"/join/{room.code}")
    page = held.send("GET", reply.place[1:]).text
    assert "What is a bicycle?" in page
    assert "until the workshop is over, this phone keeps a random number" in page


def test_a_question_is_asked_by_a_form(held, room):
    phone = room.join()
    reply = held.form(f"{phone.path}/asked", {"text": "Why two wheels?"})
    assert reply.place == f"/{phone.path}?said=asked"
    assert "Your question has been sent." in held.send("GET", reply.place[1:]).text
    assert [each["text"] for each in room.state["asked"]] == ["Why two wheels?"]


def test_nothing_that_an_address_says_breaks_the_page(held, room):
    phone = room.join()
    for query in ("said=nonsense", "why=nonsense", "why=%3Cscript%3E", "said=&why=", "said=%FF"):
        reply = held.send("GET", f"{phone.path}?{query}")
        assert reply.status in {200, 400}, query
        assert b"<script>" not in reply.body


def test_a_form_names_a_question_of_this_room_only(held, room):
    phone = room.join()
    room.go_to("how-many", "open")
    fields = form_of(phone.page, "/answers") | {"pb-q-01-bicycles--round": "false", "question": ROUND}
    assert held.form(f"{phone.path}/answers", fields).place.endswith("?why=step-closed")
    assert room.state["answered"] == {WHEELS: 0}
