"""Lighthouse's four scores for a phone, from its own package, which is fetched when it is wanted for the first time."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tools.node import NodeMissingError, find_node, run_npm

from .browser import find_chromium
from .problems import BenchError, MissingToolError
from .processes import running
from .site import GLOSSARY, HOME, LONGEST_CHAPTER
from .subject import CHAPTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HERE = Path(__file__).parent
INSTALLED = HERE / "node_modules" / ".locked"
PAGES = (HOME, f"{CHAPTER}.html", LONGEST_CHAPTER, GLOSSARY, "en/search.html", "en/my-pages.html")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PATIENCE = 60  # seconds for one page in one run
WAY_OUT = "Its package could not be fetched; `npm ci` in tools/bench/ says why."


@dataclass(frozen=True)
class Scores:
    """Scores from 0 to 1 by page and category, medians of all runs, and what was found wanting in any of them."""

    scores: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    problems: Mapping[str, list[str]] = field(default_factory=dict)

    def lowest(self, category: str) -> tuple[str, float] | None:
        """The page with the lowest score, and the score; None when nothing was measured."""
        return min(((page, each[category]) for page, each in self.scores.items()), key=lambda it: it[1], default=None)


def measure_lighthouse(root: str, runs: int) -> Scores:
    """Run Lighthouse ``runs`` times on each page of the site at ``root``.

    Raises:
        MissingToolError: there is no Chromium or Node, or Lighthouse could not be fetched.
        BenchError: it failed.
    """
    chromium, node = find_chromium(), _node()
    _install()
    command: list[str | Path] = [node, HERE / "lighthouse.mjs", str(runs), *(root + page for page in PAGES)]
    with running("Lighthouse", command, HERE, {"CHROME_PATH": chromium}) as program:
        code = program.wait(PATIENCE * runs * len(PAGES))
        said = program.said()
    if code:
        raise BenchError(f"Lighthouse ended with {code}. It said: {said}")
    return read_lighthouse(said, root)


def read_lighthouse(said: str, root: str) -> Scores:
    """The scores from what `lighthouse.mjs` prints."""
    counted: dict[str, list[dict[str, float]]] = defaultdict(list)
    problems: dict[str, list[str]] = defaultdict(list)
    for line in said.splitlines():
        if line.startswith("{"):
            run = json.loads(line)
            page = run["address"].removeprefix(root)
            counted[page].append(run["scores"])
            problems[page] += [each for each in run["problems"] if each not in problems[page]]
    return Scores({page: _medians(scores) for page, scores in counted.items()}, dict(problems))


def _medians(scores: Iterable[Mapping[str, float]]) -> dict[str, float]:
    return {category: median(each[category] for each in scores) for category in CATEGORIES}


def _node() -> Path:
    try:
        return find_node().folder / "node"
    except NodeMissingError as error:
        raise MissingToolError("Node", str(error)) from error


def _install() -> None:
    """Fetch Lighthouse, unless what is there is what the lock file names."""
    lock = (HERE / "package-lock.json").read_text(encoding="utf-8")
    if INSTALLED.is_file() and INSTALLED.read_text(encoding="utf-8") == lock:
        return
    if run_npm("ci", "--silent", folder=HERE):
        raise MissingToolError("Lighthouse", WAY_OUT)
    INSTALLED.write_text(lock, encoding="utf-8")
