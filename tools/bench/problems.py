"""What can keep a measurement from being made.

BenchError           the run cannot go on; told in one line
  MissingToolError   a program is not on this machine; its rows say "not measured"
"""

from __future__ import annotations


class BenchError(Exception):
    """The run cannot go on."""


class MissingToolError(BenchError):
    """A program that a measurement needs is not on this machine."""

    def __init__(self, tool: str, way_out: str) -> None:
        super().__init__(f"{tool} is not on this machine. {way_out}")
        self.tool = tool
