"""What is measured: one chapter, in a copy of the guide that a measurement may change."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt

from .problems import BenchError

ROOT = Path(__file__).resolve().parents[2]
CHAPTER = "en/01-what-is-personalised-medicine"
CHECK = "Check my answer"  # the button of a question, the same in every server's page


@dataclass(frozen=True)
class Subject:
    """A copy of the guide in ``root``; ``lead`` is the chapter's first sentence as a reader sees it."""

    root: Path
    lead: str

    @property
    def notebook(self) -> Path:
        """The chapter's notebook, which stock Voilà serves."""
        return self.root / "notebooks" / f"{CHAPTER}.ipynb"

    @property
    def chapter(self) -> Path:
        """The chapter as its author writes it."""
        return self.root / "content" / f"{CHAPTER}.md"


def copy_guide(folder: Path) -> Subject:
    """Copy the content and the notebooks of this project into ``folder``, which does not exist yet."""
    for part in ("content", "notebooks"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns(".*"))
    notebook = json.loads((folder / "notebooks" / f"{CHAPTER}.ipynb").read_text(encoding="utf-8"))
    first = next(cell for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    return Subject(folder, lead_sentence("".join(first["source"])))


def lead_sentence(markdown: str) -> str:
    """The first sentence of the first paragraph, without its markup."""
    tokens = MarkdownIt().parse(markdown)
    inside = next(after for before, after in pairwise(tokens) if before.type == "paragraph_open")
    text = "".join(" " if child.type == "softbreak" else child.content for child in inside.children or [])
    sentence, full_stop, _ = text.partition(". ")
    return sentence + full_stop.strip()


def edit(subject: Subject) -> None:
    """Change one sentence of the chapter, as an author would.

    Raises:
        BenchError: the sentence does not stand there as it should.
    """
    text = subject.chapter.read_text(encoding="utf-8")
    changed = text.replace(subject.lead, subject.lead.replace("can have", "may have"), 1)
    if changed == text:
        raise BenchError(f"The edit changed nothing: '{subject.lead}' is not what it was in {subject.chapter}.")
    subject.chapter.write_text(changed, encoding="utf-8")
