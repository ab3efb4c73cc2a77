"""A guide's pages without a kernel: its cells are run in this process. For tests that make many guides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nbformat.v4 import new_output

from patientbook.lessons.lesson import Lesson
from patientbook.notebooks import build_notebook
from patientbook.notebooks.run import WIDGET_STATE
from patientbook.pages.render import build_site
from patientbook.reading.guide import load_guide

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

    from nbformat import NotebookNode

    from patientbook.reading.models import Chapter, Guide


def pages_of(root: Path) -> dict[str, tuple[bytes, str]]:
    """Content and type of every file of the site, by path."""
    guide = load_guide(root)
    chapters = (chapter for content in guide.languages.values() for chapter in content.chapters.values())
    site = build_site(guide, dict(_run(guide, chapter) for chapter in chapters), "tried", health=None)
    return {path: (file.content, file.type) for path, file in site.files.items()}


def _run(guide: Guide, chapter: Chapter) -> tuple[PurePosixPath, NotebookNode]:
    """The chapter's notebook as a kernel would leave it, cells that show nothing left out."""
    built = build_notebook(guide, chapter)
    lesson = Lesson(guide, guide.languages[chapter.language], chapter)
    states = {}
    for cell in built.notebook.cells:
        if cell.cell_type == "code" and cell.source.startswith("lesson."):
            shown = eval(cell.source, {"lesson": lesson})  # noqa: S307 - our own cells, one call each
            cell.outputs = [new_output("execute_result", data=_data(shown), execution_count=1)]
            if hasattr(shown, "model_id"):
                states[shown.model_id] = {"model_name": "AnyModel", "state": shown.get_state()}
    built.notebook.metadata["widgets"] = {WIDGET_STATE: {"state": states}}
    return built.file, built.notebook


def _data(shown: Any) -> dict[str, Any]:
    bundle: dict[str, Any] | tuple[dict[str, Any], object] = shown._repr_mimebundle_()
    return bundle[0] if isinstance(bundle, tuple) else bundle
