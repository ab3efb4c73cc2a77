"""What search looks through: one document for each section, word of the glossary and question, as a classic script.

A page opened from `file://` may load a script and may not fetch, so the documents are put on `globalThis.patientbook`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

from patientbook_widgets.questions import plain_text
from patientbook_widgets.questions.matching import Matching

from .sections import sections_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from patientbook_widgets.questions import BaseQuestion

    from patientbook.reading.models import LanguageContent, Term

    from .article import Article

Kind = Literal["section", "term", "question", "docs"]
Document = dict[str, Any]


@dataclass(frozen=True)
class Searched:
    """A page whose words can be searched. ``chapter`` is the id its quizzes are kept under, "" for other pages."""

    href: str
    title: str
    article: Article
    number: int | None = None
    chapter: str = ""


def search_script(content: LanguageContent, glossary: str, pages: Iterable[Searched]) -> bytes:
    """The script that brings the documents of one language into the search page."""
    return _script("search", search_documents(content, glossary, pages))


def docs_script(pages: Iterable[Searched]) -> bytes:
    """The script that brings the documents of the documentation into the search page."""
    found = [document | {"kind": "docs"} for page in pages for document in _sections(page)]
    return _script("docs", [{"id": number, **document} for number, document in enumerate(found)])


def _script(name: str, documents: list[Document]) -> bytes:
    text = json.dumps(documents, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.patientbook=Object.assign(globalThis.patientbook||{{}},{{{name}:{text}}});\n".encode()


def search_documents(content: LanguageContent, glossary: str, pages: Iterable[Searched]) -> list[Document]:
    """Every document: `{id, kind, href, page, number?, heading, text, aliases?, closed?}`.

    ``href`` is from the site's root. ``closed`` is what stands on a section's figures about survival: who looks for
    them finds where they can be opened, and never meets them in a result. ``glossary`` is the id of the terms' chapter.
    """
    found: list[Document] = []
    for page in pages:
        found += _sections(page)
        found += _questions(page, content)
        if page.chapter == glossary:
            found += _terms(page, content.terms)
    return [{"id": number, **document} for number, document in enumerate(found)]


def _sections(page: Searched) -> Iterator[Document]:
    for section in sections_of(f"{page.article.opening}\n{page.article.html}"):
        if section.heading or section.text:
            document = _document("section", page, section.id, section.heading or page.title, section.text)
            yield document | ({"closed": section.closed} if section.closed else {})


def _questions(page: Searched, content: LanguageContent) -> Iterator[Document]:
    for quiz in content.quizzes.get(page.chapter, {}).values():
        for question in quiz.questions:
            choices = " · ".join(_choices(question))
            yield _document("question", page, f"pb-q-{question.id}", plain_text(question.stem), choices)


def _choices(question: BaseQuestion) -> list[str]:
    """What can be chosen, by the alphabet: that order tells nobody what is right or belongs together."""
    parts = [part for name in ("options", "pairs", "items") for part in getattr(question, name, ())]
    texts = {plain_text(part.text) for part in parts}
    return sorted(texts | set(question.matches() if isinstance(question, Matching) else ()), key=str.casefold)


def _terms(page: Searched, terms: Mapping[str, Term]) -> Iterator[Document]:
    for id_, term in terms.items():
        text = " ".join(plain_text(each) for each in (term.meaning, term.more) if each)
        document = _document("term", page, id_, term.term, text)
        yield document | ({"aliases": list(term.aliases)} if term.aliases else {})


def _document(kind: Kind, page: Searched, fragment: str, heading: str, text: str) -> Document:
    number = {"number": page.number} if page.number else {}
    href = quote(page.href) + (f"#{fragment}" if fragment else "")
    return {"kind": kind, "href": href, "page": page.title, **number, "heading": heading, "text": text}
