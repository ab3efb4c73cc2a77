"""The words of a workshop's pages, in English; translations replace them by key."""

LABELS = {
    "join": "Join a workshop",
}

# What is said for each `why` (docs/architecture.md). Calm, and with a way on.
WHYS = {
    "unknown-code": "There is no room with this code. Look at the screen in the room once more: a code has six letters "
    "and digits.",
    "too-many-tries": "There were many tries with codes that are none. Wait one minute, then try again, or use the "
    "picture code on the screen.",
    "room-full": "This room is full. Ask the person who leads the workshop; you can also look at somebody’s phone "
    "beside you.",
    "room-closed": "This workshop is over. Thank you for coming. The guide itself is open to you.",
    "unknown-room": "This room is not here any more. Rooms are deleted some time after a workshop. The guide itself is "
    "open to you.",
    "step-closed": "Answers to this question are closed. The next one comes soon.",
    "not-understood": "This could not be understood. Go back one page and try once more.",
    "too-long": "This is longer than there is room for. Make it a little shorter.",
    "too-many": "You have sent as many questions as one person can. You can ask more aloud, in the room.",
    "stale": "Somebody has pressed a button just before you. Here is how things are now.",
    "not-now": "This cannot be done at this moment. Here is how things are now.",
    "storage-away": "The server cannot write things down at the moment. What you do is kept on this device and sent "
    "when it can.",
    "elsewhere": "This came from another website, so it was not done. Open the page here and try once more.",
}
