"""Which things a chapter's cells show: the ids given to `lesson.figure(…)`, `lesson.quiz(…)` and the like."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from patientbook.reading.models import Cell


def shown_ids(cell: Cell, method: str) -> list[str]:
    """Ids given to ``lesson.<method>(…)`` in a code cell, in order; none when it is no Python."""
    try:
        tree = ast.parse(cell.source)
    except (SyntaxError, ValueError):
        return []
    calls = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method
    )
    return [str(call.args[0].value) for call in calls if call.args and isinstance(call.args[0], ast.Constant)]
