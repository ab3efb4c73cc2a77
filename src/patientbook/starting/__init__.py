"""New parts of a guide, and new guides: files from templates, and the lines that register them.

Nothing is overwritten; what an author wrote keeps its bytes and comments; the result is checked before it is written.
"""

from .chapter import new_chapter
from .edition import new_edition
from .figure import new_figure
from .guide import new_guide
from .question import new_question
from .term import new_term

__all__ = ["new_chapter", "new_edition", "new_figure", "new_guide", "new_question", "new_term"]
