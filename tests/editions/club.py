"""An edition of the guide about bicycles, with one of everything that an edition may have otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.editions import Edition, open_edition

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "editions/club"
FILES = {
    "edition.yaml": """\
# Ours.
title: The club
hide:
  sections:
    01-bicycles: [how-to-ride]
languages:
  - code: en
    title: Bicycles in our club
    contacts:
      - {name: The workshop, phone: "01632 960 123", hours: Sundays}
authors: [The club]
reviews:
  en/01-bicycles:
    reviewed: '2026-02-01'
    reviewed_by: [A mechanic]
    next_review: '2098-02-01'
""",
    "content/en/sections/01-bicycles.md": """\
## Looking after it

We oil chains on Sundays [@club2026].

```{code-cell} ipython3
lesson.figure("wheel")
```

## Our own workshop

Bring your [pump](08-words.md#pump), a thing that makes air go into a tyre.
""",
    "content/en/glossary.yaml": """\
terms:
    gear:
        term: Gear
        meaning: >-
            A wheel with teeth,
            as we say it.
    pump: {term: Pump, meaning: It brings air into a tyre.}
""",
    "content/en/quizzes/01-bicycles.yaml": """\
quizzes:
- id: first-ride
  questions:
  - id: how-many
    type: true_false
    stem: Our bicycles have two wheels.
    explained_in: looking-after-it
    terms: [chain]
    right: true
    if_true: They have.
    if_false: Count again.
""",
    "content/sources.bib": """\
@misc{club2026,
  title = {Sundays},
  year = {2026},
  url = {https://example.org/club}
}
""",
}


def write_club(root: Path, **changed: str) -> Edition:
    """Write the edition into the guide in ``root``; ``changed`` has other texts by the file's stem."""
    for name, text in FILES.items():
        write(root, name, changed.get(name.rpartition("/")[2].partition(".")[0], text))
    return club_of(root)


def club_of(root: Path) -> Edition:
    """The edition as a command opens it."""
    return open_edition(root, "club", root / ".cache" / "patientbook")


def write(root: Path, name: str, text: str) -> None:
    """Write a file of the edition."""
    path = root / FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
