"""A small complete guide about bicycles, written into a folder: the engine knows nothing about any subject."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATIENTBOOK = str(Path(sys.executable).with_name("patientbook"))
CHAPTER = Path("content/en/01-bicycles.md")
GLOSSARY = Path("content/en/08-words.md")
NOTEBOOK = Path("notebooks/en/01-bicycles.ipynb")
GLOSSARY_NOTEBOOK = Path("notebooks/en/08-words.ipynb")
LIVE_NOTEBOOK = Path("notebooks/en/Gänge & #1.ipynb")  # as people name their files
LIVE_PAGE = "/en/G%C3%A4nge%20%26%20%231.html"
LIVE_ADDRESS = "/voila/render/en/G%C3%A4nge%20%26%20%231.ipynb"
SLIDER = "import ipywidgets\nipywidgets.IntSlider(description='Gear')"

GUIDE = """\
id: bicycles
languages:
  - code: en
    name: English
    title: All about bicycles
    tagline: A guide for everyone who rides.
    notice: This guide informs. It does not repair your bicycle.
    sections:
      key_points: Key points
      questions: Questions to ask your mechanic
      not_known: What is not known yet
chapters: [01-bicycles, 08-words]
glossary: 08-words
pages: [about]
vocabularies: {NCIt: NCI Thesaurus}
licence: CC BY 4.0
authors: [The riders]
contact: {name: Write to us, url: "mailto:riders@example.org"}
update_policy: We look at every chapter once a year.
funding: none
"""

SOURCES = """\
@article{wheel2001,
  author = {Spoke, A. and Rim, B.},
  title = {Why wheels are round},
  journal = {Journal of Wheels},
  volume = {3},
  pages = {30--35},
  year = {2001},
  doi = {10.1000/wheel}
}

@misc{chain2019,
  author = {{The Chain Society}},
  title = {Oil your chain},
  howpublished = {Web page},
  url = {https://example.org/chain},
  year = {2019}
}
"""

_FRONT = """\
---
jupytext:
  notebook_metadata_filter: all,-language_info,-widgets,-jupytext.text_representation.jupytext_version
  text_representation:
    extension: .md
    format_name: myst
    format_version: 0.13
kernelspec:
  display_name: Python 3
  language: python
  name: python3
minutes: 4
next_review: '2099-01-31'
objectives: [{objective}]
purpose: This chapter explains what a bicycle is.
title: {title}
written: '2026-01-31'
---
"""

CHAPTER_TEXT = (
    _FRONT.replace("{title}", "What is a bicycle?").replace("{objective}", "say what a bicycle is, look after a chain")
    + """
# What is a bicycle?

A bicycle has two wheels and a [chain](08-words.md#chain). Its wheels are round [@wheel2001].

```{code-cell} ipython3
from patientbook import open_lesson
```

```{code-cell} ipython3
lesson = open_lesson("en/01-bicycles")
```

```{code-cell} ipython3
lesson.opening()
```

```{code-cell} ipython3
lesson.glossary()
```

## Looking after it

Oil the chain, and oil it *again* [@chain2019; @wheel2001].

- Dry it first.
- Then turn the pedals — slowly, à la main.

> **A question that helps:** is the chain clean?

```{code-cell} ipython3
lesson.figure("wheel")
```

+++

See [how to ride](#how-to-ride), [all words](08-words.md) and [the riders](pages/about.md).

## How to ride

Look where you want to go.

```{code-cell} ipython3
lesson.figure("riders")
```

```{code-cell} ipython3
lesson.quiz("first-ride")
```

## What is not known yet

Nobody knows who had the first puncture.

## Key points

- A bicycle has two wheels.

## Questions to ask your mechanic

- Is my chain clean?

```{code-cell} ipython3
lesson.sources()
```
"""
)

GLOSSARY_CHAPTER = (
    _FRONT.replace("{title}", "Words").replace("{objective}", "look up a word")
    + """
# Words

```{code-cell} ipython3
from patientbook import open_lesson
```

```{code-cell} ipython3
lesson = open_lesson("en/08-words")
```

```{code-cell} ipython3
lesson.glossary()
```

## All words

```{code-cell} ipython3
lesson.term_list()
```
"""
)

TERMS = """\
terms:
  chain:
    term: Chain
    meaning: A row of links that turns the [gear](#gear).
    more: It needs oil.
    aliases: [drive chain]
    see_also: [gear]
    code: {system: NCIt, id: C1234, check: official list}
  gear:
    term: Gear
    meaning: A toothed wheel on the [hub](#hub).
  hub:
    term: hub
    meaning: The middle of a wheel.
  bell:
    term: Bell </script><img src=x onerror=alert(2)>
    meaning: A thing that rings. </script><img src=x onerror=alert(1)>
"""

FIGURES = """\
figures:
  wheel:
    caption: A wheel with its [hub](08-words.md#hub).
    alt: A circle with a "dot" in the middle & a label.
    labels: {rim: The rim & more}
  riders:
    caption: About 7 of 100 people ride to work.
    alt: One hundred people in rows of ten. The first 7 are filled in.
    people: {count: 7, of: 100}
"""

WHEEL = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" class="pf-mine">
  <circle cx="50" cy="50" r="40"/>
  <text x="50" y="95" data-label="rim">Rim</text>
  <text x="5" y="5">fixed</text>
</svg>
"""

QUIZ = """\
quizzes:
  - id: first-ride
    title: Your first ride
    questions:
      - id: how-many
        type: single
        stem: How many wheels has a bicycle? See [gear](08-words.md#gear).
        explained_in: looking-after-it
        terms: [chain]
        hints: [Count them.]
        options:
          - {id: one, text: One, explanation: That is a unicycle.}
          - {id: two, text: Two, right: true, explanation: Yes.}
      - id: round
        type: true_false
        stem: Wheels are square.
        explained_in: how-to-ride
        terms: [hub]
        right: false
        if_true: They are round.
        if_false: Yes, they are round.
"""

ABOUT = """\
---
title: "About the riders"
description: "Who wrote this guide."
---

# About the riders

We ride. Start with [a bicycle](../01-bicycles.md#how-to-ride), or look up a [chain](../08-words.md#chain).

## Where to go

Go back to [the start](home.md), or read [this page](about.md#where-to-go) again.
"""

HOME = """\
---
title: "All about bicycles"
description: "What a bicycle is, in four minutes."
---

# All about bicycles

Two wheels, and nothing to be afraid of.

- [New here? **Start with the bicycle**](../01-bicycles.md)
- [Only a minute? **Look up a word**](../08-words.md)

## Who made it

[The riders](about.md) did.
"""

FILES = {
    "content/guide.yaml": GUIDE,
    "content/sources.bib": SOURCES,
    str(CHAPTER): CHAPTER_TEXT,
    str(GLOSSARY): GLOSSARY_CHAPTER,
    "content/en/pages/about.md": ABOUT,
    "content/en/pages/home.md": HOME,
    "content/en/glossary.yaml": TERMS,
    "content/en/figures.yaml": FIGURES,
    "content/en/quizzes/01-bicycles.yaml": QUIZ,
    "content/figures/wheel.svg": WHEEL,
}


def write_guide(root: Path) -> Path:
    """Write the guide into ``root`` and return ``root``."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return root


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace ``old``, which must stand in the file, by ``new``; every other byte stays."""
    content = path.read_bytes()
    assert old.encode() in content, f"{old!r} does not stand in {path.name}"
    path.write_bytes(content.replace(old.encode(), new.encode()))


def build_guide(root: Path) -> Path:
    """Run `patientbook build` as a person does, in a process of its own, and return ``root``."""
    subprocess.run([PATIENTBOOK, "build", str(root)], check=True, capture_output=True, timeout=120)
    return root


def add_live_notebook(root: Path, source: str = SLIDER) -> Path:
    """Put an educator's own notebook beside the chapters; by default it needs a kernel."""
    path = root / LIVE_NOTEBOOK
    path.parent.mkdir(parents=True, exist_ok=True)
    cells = [
        {"cell_type": "markdown", "id": "title", "metadata": {}, "source": "# Choose a gear"},
        {"cell_type": "code", "id": "slider", "metadata": {}, "source": source, "outputs": [], "execution_count": None},
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    notebook = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path
