"""Some answer to a question, as a phone would send it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def some_answer(wire: Mapping[str, Any]) -> Any:  # noqa: ANN401 - by the question's type
    """Any answer that the question takes."""
    choose = random.choice
    match wire["type"]:
        case "several":
            return [choose(wire["options"])["id"]]
        case "matching":
            return {pair["id"]: choose(wire["matches"]) for pair in wire["pairs"]}
        case "ordering":
            return random.sample(wire["shown"], len(wire["shown"]))
        case "scale":
            return random.randrange(wire["min"], wire["max"] + 1, wire["step"])  # noqa: S311 - not a secret
        case _:
            return choose(wire["options"])["id"]
