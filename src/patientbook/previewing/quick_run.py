"""A chapter's cells run in this process: a kernel takes a second to start, and an author waits for the page."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from patientbook.lessons.lesson import Lesson
from patientbook.notebooks.needs import only_calls_lesson
from patientbook.notebooks.quick_import import nbformat
from patientbook.notebooks.run import WIDGET_STATE, settled

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from patientbook.notebooks import BuiltNotebook
    from patientbook.reading.models import Chapter, Guide


def run_quickly(guide: Guide, chapter: Chapter, built: BuiltNotebook) -> NotebookNode | None:
    """The chapter's notebook as a kernel would leave it; None where its cells do more than call ``lesson``.

    Of a cell only the names of methods and plain values are used, so nothing that stands in it is executed.

    Raises:
        PatientbookError: the chapter has not what a cell wants to show.
    """
    if not only_calls_lesson(built):
        return None
    lesson = Lesson(guide, guide.languages[chapter.language], chapter)
    notebook: NotebookNode = nbformat.from_dict(built.notebook)
    states: dict[str, Any] = {}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = _outputs(cell.source, lesson, states)
    notebook.metadata["widgets"] = {WIDGET_STATE: {"state": states}}
    return settled(built.file, notebook)


def _outputs(source: str, lesson: Lesson, states: dict[str, Any]) -> list[NotebookNode]:
    """What the cell's last line shows; the state of a widget goes into ``states``."""
    statement = ast.parse(source).body[-1]
    if not isinstance(statement, ast.Expr) or not isinstance(call := statement.value, ast.Call):
        return []
    method = ast.unparse(call.func).removeprefix("lesson.")
    values = [each.value for each in call.args if isinstance(each, ast.Constant)]
    shown = getattr(lesson, method)(*values)
    bundle = shown._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    if hasattr(shown, "get_state"):
        states[shown.model_id] = {"model_name": "AnyModel", "state": shown.get_state()}
        shown.close()  # ipywidgets keeps every widget until then
    output: NotebookNode = nbformat.v4.new_output("execute_result", data=data, execution_count=1)
    return [output]
