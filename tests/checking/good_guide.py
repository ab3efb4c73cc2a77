"""A tiny guide in which nothing is wrong."""

from pathlib import Path

GOOD_GUIDE = Path(__file__).parents[1] / "cases" / "broken" / "good-guide"
