"""What a chapter's notebook says: one line of code, one thing shown."""

from .lesson import Lesson, open_lesson

__all__ = ["Lesson", "open_lesson"]
