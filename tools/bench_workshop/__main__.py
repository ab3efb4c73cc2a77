"""Run as `python -m tools.bench_workshop`: holds the workshop, prints the table, exits with 1 where a limit fails."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tools.bench.machine import machine_facts
from tools.bench.table import Verdict

from .browsers import Browsers
from .claims import claims_of, print_claims
from .databases import PostgreSql, Sqlite, has_postgres
from .server import Server, allow_many_connections
from .story import Pace, Story

if TYPE_CHECKING:
    from collections.abc import Callable

    from .claims import Claim
    from .databases import Database

ROOT = Path(__file__).resolve().parents[2]
CHAPTER = "01-what-is-personalised-medicine"
LONGEST = 8 * 60  # seconds; a run on both databases takes some three minutes


def main() -> int:
    """Hold the workshop on each database; 0 when all holds, 1 when not."""
    arguments = _read_arguments()
    signal.alarm(LONGEST)  # whatever hangs, this ends
    allow_many_connections()
    claims: list[Claim] = []
    with TemporaryDirectory(prefix="bench-workshop-") as folder:
        os.environ["TMPDIR"] = folder
        for make in _databases(arguments.database, Path(folder)):
            claims += asyncio.run(_run(make, Path(folder), arguments.phones))
    print(", ".join(f"{name} {value}" for name, value in machine_facts().items()), print_claims(claims), sep="\n\n")
    if arguments.database != "sqlite" and not has_postgres():
        print("\nPostgreSQL is not on this machine: its rows were not measured. On Debian: apt install postgresql")
    return int(any(each.verdict is Verdict.DOES_NOT_HOLD for each in claims))


def _databases(which: str, folder: Path) -> list[Callable[[], Database]]:
    both: dict[str, Callable[[], Database]] = {"sqlite": lambda: Sqlite(folder), "postgresql": PostgreSql}
    wanted = both if which == "both" else {which: both[which]}
    return [make for name, make in wanted.items() if name == "sqlite" or has_postgres()]


async def _run(make: Callable[[], Database], folder: Path, size: int) -> list[Claim]:
    database = make()
    try:
        async with Server(ROOT, database.address, folder, room_size=size) as server:
            async with Browsers(server) as browsers:
                told = f"{database.name}: {{}}".format
                story = Story(server, database, size, lambda line: print(told(line), file=sys.stderr), browsers)
                figures = await story.live({"chapters": [CHAPTER], "language": "en"}, Pace())
            for votes in (figures.votes, figures.rush):
                for line in votes.wrong_counts[:3] if votes else ():
                    print(f"{database.name}: the projector was wrong: {line}", file=sys.stderr)
            for line in figures.misreported[:3]:
                print(f"{database.name}: the report was wrong: {line}", file=sys.stderr)
            return claims_of(database.name, figures)
    finally:
        database.remove()


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-workshop", description="Hold a workshop with many phones.")
    parser.add_argument("--phones", type=int, default=1000, help="how many (1000)")
    parser.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="both", help="which (both)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
