"""The words of a workshop's pages, in English; translations replace them by key. Words in braces are filled in."""

# The pages themselves.
LABELS = {
    "login_title": "Lead a workshop",
    "login_word": "Token or password",
    "login_how": "The token stands where the program was started. Take it from there, or ask whoever started it.",
    "login_now": "Log in",
    "workshop": "Workshop",
    "to_guide": "Go to the guide",
    # joining
    "join_title": "Join a workshop",
    "join_code": "The code on the screen",
    "join_code_how": "Six letters and digits. Capitals and spaces do not matter.",
    "join_find": "Find the room",
    "join_this": "You are joining",
    "join_now": "Join",
    "join_again": "I have another code",
    "join_no_name": "No name, no account. Nobody can see which answers are yours.",
    "join_keeps": "By joining you say yes to this: until the workshop is over, this phone keeps a random number that "
    "is yours in this room, and your answers. They are removed when the room closes.",
    "join_leave": "You can leave at any time. Just close the page.",
    "join_word": "Your word from the workshop",
    "join_word_how": "The word that only you know. It joins today’s answers to those from the workshop. If you have "
    "none, leave this empty.",
    # the participant's page
    "room_reload": "Show the present step",
    "room_reload_how": "This page does not change by itself in your browser. Press this when the workshop goes on.",
    "room_send": "Send my answer",
    "room_your_answer": "You have answered this question.",
    "room_said_arrived": "Your answer has arrived.",
    "room_said_asked": "Your question has been sent.",
    "room_said_reported": "Thank you. This has been taken down and will be looked at.",
    "room_said_word": "Your word is kept. Only you know it.",
    # the facilitator's list of rooms
    "rooms_title": "Your workshops",
    "rooms_none": "You have no rooms yet. Open one: it takes a minute.",
    "rooms_open_one": "Open a room",
    "rooms_chapters": "What is it about?",
    "rooms_chapters_how": "Choose one chapter, or a few. You can change the plan afterwards.",
    "rooms_questions": "{count} questions",
    "rooms_open": "Open the room",
    "rooms_plan": "Or use a plan from a file",
    "rooms_open_plan": "Open a room with this plan",
    "rooms_code": "Code",
    "rooms_people": "{count} people",
    "rooms_one": "1 person",
    "rooms_is_open": "Open",
    "rooms_is_over": "Over",
    "rooms_deleted": "Will be deleted on {day}",
    "rooms_control": "Control",
    "rooms_projector": "Projector",
    "rooms_report": "Report",
    "rooms_delete": "Delete now",
    "rooms_delete_sure": "Delete this room and all its answers? They cannot be brought back.",
    "rooms_delete_yes": "Yes, delete it",
    "rooms_before": "Before you begin",
    "rooms_before_1": "Open the projector page on the big screen, and the control page in front of you.",
    "rooms_before_2": "Try joining with your own phone, in the Wi-Fi of the room.",
    "rooms_before_3": "Nobody needs a phone: people can look on together, or raise a hand.",
    # the control
    "control_title": "Control",
    "control_off": "This page needs JavaScript, which is off in this browser.",
    # the projector
    "projector_title": "Projector",
    # the report
    "report_title": "Report",
    "report_csv": "As a table (CSV)",
    "report_pdf": "As a PDF",
    "report_json": "As data (JSON)",
    "report_notebook": "See it drawn, in a notebook",
    "report_notebook_how": "Load the data (JSON) there.",
    "report_back": "Back to your workshops",
}

# What is said for each `why` (docs/architecture.md). Calm, and with a way on.
WHYS = {
    "unknown-code": "There is no room with this code. Please look at the screen once more: a code has six letters and "
    "digits.",
    "too-many-tries": "There were many tries with codes that are none. Please wait one minute and try again, or use "
    "the square picture code on the screen.",
    "room-full": "This room is full. Please tell the person who leads the workshop. You can also look on with somebody "
    "beside you.",
    "room-closed": "This workshop is over. Thank you for coming. The guide itself is open to you.",
    "unknown-room": "This room is not here any more. Rooms are deleted some time after a workshop. The guide itself is "
    "open to you.",
    "step-closed": "Answers to this question are closed. The next one comes soon.",
    "not-understood": "This could not be understood. Please go back one page and try once more.",
    "nothing-chosen": "Please choose an answer first. There is no hurry.",
    "too-long": "This is longer than there is room for. Please make it a little shorter.",
    "too-many": "You have sent as many questions as one person can. You can ask more aloud, in the room.",
    "word-taken": "Somebody in this room has the same word. Please choose another one.",
    "word-unknown": "Nobody here has chosen this word. Please look at how you wrote it down, or leave it empty.",
    "log-in": "You are not logged in any more. Please log in again; the room goes on meanwhile.",
    "wrong-word": "This is neither the token nor the password. The token stands where the program was started.",
    "stale": "Somebody pressed a button just before you. Here is how things are now.",
    "not-now": "This cannot be done at this moment. Here is how things are now.",
    "storage-away": "Nothing can be written down at the moment. Answers wait on the phones and are sent when it can.",
    "elsewhere": "This came from another website, so it was not done. Please open the page here and try once more.",
}

# What the scripts of all three views say.
SHARED_WORDS = {
    "kind_welcome": "Welcome",
    "kind_check_before": "Before we begin",
    "kind_check_after": "To see what we have learnt",
    "kind_check_later": "Three weeks later",
    "kind_section": "In the guide",
    "kind_question": "Question",
    "kind_thanks": "Thank you",
    "lost": "The connection is gone. You need do nothing: it comes back by itself.",
    "back_again": "The connection is back.",
    "right_answer": "Right answer",
    "people_one": "1 person",
    "people_many": "{count} people",
    "of_people": "{count} of {all}",
    "first_vote": "First vote",
    "second_vote": "Second vote",
    "vote_of": "{vote}: {count} of {all}",
    "answered_right": "{count} of {all} had it right",
    "answered_all": "{count} have answered",
    "results_none": "Nobody has answered this question.",
    "numbers_between": "{low} to {high}",
    "room_code": "Room code",
}
