"""Run as `python -m tools.bench`: measures, prints the table, and exits with 1 when something does not hold."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING

from .claims import rows_of
from .machine import machine_facts
from .problems import BenchError
from .processes import stop_own_children
from .run import FULL, QUICK, Run
from .table import Row, Verdict, print_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import FrameType

    from .claims import Figures


LONGEST = 20 * 60  # seconds; on two cores with nothing else to do it takes eight or nine minutes


def main() -> int:
    """Measure what the arguments ask for; 0 when everything measured holds, 1 when not, 2 when the run failed."""
    arguments = _read_arguments()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background would ignore it
    for each in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
        signal.signal(each, _interrupt)
    signal.alarm(LONGEST)
    begun = monotonic()
    try:
        return _measure(arguments)
    except BenchError as error:
        print(f"The run was given up: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        if monotonic() - begun < LONGEST:
            print("Stopped; nothing was left running.", file=sys.stderr)
            return 130
        print(f"Given up after {LONGEST // 60} minutes: the machine is too busy to measure on.", file=sys.stderr)
        return 2


def _measure(arguments: argparse.Namespace) -> int:
    facts = machine_facts()
    with TemporaryDirectory(prefix="bench-") as folder:
        os.environ["TMPDIR"] = folder  # what the programs leave behind when they are stopped goes with it
        run = Run(Path(folder), QUICK if arguments.quick else FULL, _tell)
        try:
            figures = run.measure()
        finally:
            stop_own_children()
    rows = rows_of(figures)
    print(", ".join(f"{name} {value}" for name, value in facts.items()), print_table(rows), *run.missing, sep="\n\n")
    if arguments.json:
        arguments.json.write_text(to_json(facts, rows, figures, run.missing), encoding="utf-8")
    return int(any(row.verdict is Verdict.DOES_NOT_HOLD for row in rows))


def to_json(facts: Mapping[str, str], rows: Sequence[Row], figures: Figures, missing: Sequence[str]) -> str:
    """Everything that was measured, also each single visit."""
    shown = [asdict(row) | {"limit": str(row.limit or ""), "verdict": row.verdict.value} for row in rows]
    everything = {"machine": facts, "rows": shown, "missing": missing, "figures": asdict(figures)}
    return json.dumps(everything, indent=2, ensure_ascii=False) + "\n"


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description="Measure our app and stock Voilà side by side.")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions: in about half the time, less certain")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every figure to FILE")
    return parser.parse_args()


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    signal.raise_signal(signal.SIGINT)  # the one signal that asyncio, too, ends on in good order


if __name__ == "__main__":
    sys.exit(main())
