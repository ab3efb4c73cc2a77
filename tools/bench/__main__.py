"""Run as `python -m tools.bench`: measures, prints the table, and exits with 1 when something does not hold."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NoReturn

from .claims import rows_of
from .machine import machine_facts
from .problems import BenchError
from .run import FULL, QUICK, Run
from .table import Row, Verdict, print_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import FrameType

    from .claims import Figures


LONGEST = 10 * 60  # seconds; on two cores with nothing else to do it takes three or four minutes


def main() -> int:
    """Measure what the arguments ask for; 0 when everything measured holds, 1 when not, 2 when the run failed."""
    arguments = _read_arguments()
    for each in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, _stop)
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(LONGEST)
    facts = machine_facts()
    try:
        with TemporaryDirectory(prefix="bench-") as folder:
            run = Run(Path(folder), QUICK if arguments.quick else FULL, _tell)
            figures = run.measure()
    except BenchError as error:
        print(f"The run was given up: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped; nothing was left running.", file=sys.stderr)
        return 130
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
    parser.add_argument("--quick", action="store_true", help="fewer repetitions: under two minutes, less certain")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every figure to FILE")
    return parser.parse_args()


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _give_up(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise BenchError(f"It took more than {LONGEST // 60} minutes. Is the machine busy? Try again when it is not.")


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
