"""The questions that *My pages* asks again: each as HTML and as the quiz takes it, in a classic script.

A page opened from `file://` may load a script and may not fetch, so they are put on `globalThis.patientbook`.
"""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from patientbook_widgets.markup import render

from .kernel_free import OURS, widget_models
from .outputs import linked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from nbformat import NotebookNode

QUIZ = f"{OURS}quiz.Quiz"
_ELSEWHERE = re.compile(r"\w+:|//")
_HREF = re.compile(r'(?<=href=")[^"]+')


@dataclass(frozen=True)
class Asking:
    """A page that asks questions. ``page`` is its path from the site's root."""

    page: str
    title: str
    run: NotebookNode


def question_script(language: str, pages: Iterable[Asking]) -> bytes:
    """The script that brings the questions of one language into *My pages*."""
    text = json.dumps(question_data(language, pages), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.patientbook=Object.assign(globalThis.patientbook||{{}},{{questions:{text}}});\n".encode()


def question_data(language: str, pages: Iterable[Asking]) -> dict[str, Any]:
    """`{labels, asked: {key: {page, id, title, html, wire}}}`, links as from a page in the language's folder.

    Questions of different chapters may have the same id, so here each goes by its key, in its HTML and on the wire too;
    ``id`` is the one that it has in its chapter.
    """
    asked: dict[str, Any] = {}
    labels: dict[str, str] = {}
    for page in pages:
        for quiz in _quizzes(page.run):
            labels = labels or quiz["labels"]
            for question in quiz["questions"]:
                asked.setdefault(question["key"], _asked(question, page, quiz["labels"], language))
    return {"labels": labels, "asked": asked}


def _quizzes(run: NotebookNode) -> Iterator[dict[str, Any]]:
    for model in widget_models(run).values():
        if model["state"].get("_anywidget_id") == QUIZ:
            yield model["state"]


def _asked(question: Mapping[str, Any], page: Asking, labels: Mapping[str, str], language: str) -> dict[str, Any]:
    wire = _seen_from(language, page.page)(linked(dict(question))) | {"id": question["key"]}
    html = render("quiz.html.j2", questions=[wire], title=None, labels=labels)
    return {"page": page.page, "id": question["id"], "title": page.title, "html": html, "wire": wire}


def _seen_from(folder: str, page: str) -> Callable[[Any], Any]:
    """What turns the links in a value of ``page`` into those of a page in ``folder``."""

    def moved(href: str) -> str:
        if _ELSEWHERE.match(href):
            return href
        path, mark, fragment = href.partition("#")
        target = posixpath.join(posixpath.dirname(page), path) if path else page
        return f"{posixpath.relpath(target, folder)}{mark}{fragment}"

    def seen(value: Any) -> Any:  # noqa: ANN401 - any JSON
        if isinstance(value, dict):
            return {
                key: moved(each) if key == "href" and isinstance(each, str) else seen(each)
                for key, each in value.items()
            }
        if isinstance(value, list):
            return [seen(each) for each in value]
        return _HREF.sub(lambda found: moved(found[0]), value) if isinstance(value, str) else value

    return seen
