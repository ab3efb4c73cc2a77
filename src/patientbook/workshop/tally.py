"""The answers of a room that are committed, in memory: what every number shown is counted from."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .records import Answer

Votes = tuple[str, str, int]  # step, question, round


class Tally:
    """Each participant's newest answer to each question of a step in a round."""

    def __init__(self, answers: Iterable[Answer] = ()) -> None:
        self._votes: dict[Votes, dict[int, Answer]] = defaultdict(dict)
        for each in answers:
            self.add(each)

    def add(self, answer: Answer) -> None:
        """Count a committed answer; an older one than that which is counted changes nothing."""
        votes = self._votes[answer.step, answer.question, answer.round]
        before = votes.get(answer.participant)
        if before is None or answer.sequence > before.sequence:
            votes[answer.participant] = answer

    def answers(self, step: str, question: str, round_: int) -> Mapping[int, Answer]:
        """The answers to a question in a round, by participant."""
        return self._votes.get((step, question, round_), {})

    def count(self, step: str, question: str, round_: int) -> int:
        """How many people have answered."""
        return len(self.answers(step, question, round_))

    def all(self) -> list[Answer]:
        """Every answer that is counted."""
        return [answer for votes in self._votes.values() for answer in votes.values()]

    def of(self, participant: int) -> list[Answer]:
        """All that one participant has answered."""
        return [votes[participant] for votes in self._votes.values() if participant in votes]
