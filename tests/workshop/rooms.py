"""A guide, a plan and rooms to try workshops with."""

from datetime import UTC, datetime, timedelta

from patientbook.reading.guide import load_guide
from patientbook.workshop.moves import RoomState
from patientbook.workshop.plan import Plan, Step
from patientbook.workshop.records import Answer, Room
from tests.guides import write_guide

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
CHAPTER = "01-bicycles"
WHEELS, ROUND = f"{CHAPTER}#how-many", f"{CHAPTER}#round"

PLAN = Plan(
    guide="bicycles",
    language="en",
    chapters=(CHAPTER,),
    title="What is a bicycle?",
    steps=(
        Step("welcome", "welcome", "Welcome"),
        Step("before", "check", "Before", questions=(WHEELS, ROUND), which="before"),
        Step("riding", "section", "How to ride", CHAPTER, "how-to-ride"),
        Step("wheels", "question", "How many wheels?", CHAPTER, "how-to-ride", (WHEELS,), confidence=True),
        Step("round", "question", "Are wheels square?", CHAPTER, "how-to-ride", (ROUND,)),
        Step("after", "check", "After", questions=(WHEELS, ROUND), which="after"),
        Step("thanks", "thanks", "Thank you"),
    ),
)


def bicycle_guide(folder):
    return load_guide(write_guide(folder / "guide"))


def room_at(state=None, plan=PLAN):
    """A room as the store gives it."""
    return Room(
        "r" * 16,
        "teacher",
        "ACDEFG",
        "k" * 16,
        plan,
        state or RoomState(),
        NOW,
        NOW + timedelta(1),
        NOW + timedelta(30),
    )


def votes(step, question, given, *, round_=1, confidence=None, first=1):  # noqa: PLR0913 - each is one column of an answer
    """Answers of one person after the other: `{"two": 3}` is three people who say two; None leaves a person out."""
    people = [answer for answer, count in given.items() for _ in range(count)]
    return [
        Answer(number, step, question, round_, answer, confidence, 1)
        for number, answer in enumerate(people, first)
        if answer is not None
    ]
