"""An educator's desk: a chapter's notebook built without running it, opened, edited and saved as JupyterLab does."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from patientbook.notebooks import build_notebook
from patientbook.notebooks.build import as_committed, write_notebook
from patientbook.reading import load_guide
from tests.guides import NOTEBOOK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def build(root: Path, chapter: str = "01-bicycles") -> Path:
    """Write the chapter's notebook, not run, as `patientbook build` would, and return its path."""
    guide = load_guide(root)
    built = build_notebook(guide, guide.languages["en"].chapters[chapter])
    write_notebook(root, built.file, built.notebook)
    return root / built.file


def built_sources(root: Path) -> list[str]:
    """The sources of the cells that building now would give."""
    guide = load_guide(root)
    return [cell.source for cell in build_notebook(guide, guide.languages["en"].chapters["01-bicycles"]).notebook.cells]


def bytes_of(root: Path) -> bytes:
    """The file that building the first chapter now would give."""
    guide = load_guide(root)
    return as_committed(build_notebook(guide, guide.languages["en"].chapters["01-bicycles"]).notebook).encode()


@contextmanager
def opened(root: Path) -> Iterator[dict]:
    """The first chapter's notebook as JSON with each source as one text; what is changed in it is saved."""
    path = root / NOTEBOOK
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
    yield notebook
    for cell in notebook["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True)
    path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def cell_with(notebook: dict, words: str) -> dict:
    """The one cell of an opened notebook that says ``words``."""
    [cell] = [cell for cell in notebook["cells"] if words in cell["source"]]
    return cell


def new_cell(kind: str, source: str, id_: str = "0a1b2c3d") -> dict:
    """A cell as JupyterLab adds it."""
    code = {"outputs": [], "execution_count": None} if kind == "code" else {}
    return {"cell_type": kind, "id": id_, "metadata": {}, "source": source} | code
