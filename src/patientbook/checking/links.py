"""Links and images: each leads somewhere, and each image has words for those who cannot see it."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from patientbook.problems import Severity
from patientbook.reading.documentation import NAMES, heading_ids, linked_name
from patientbook.reading.rules import Place, Rule
from patientbook.reading.value_words import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

    from patientbook.problems import Problem
    from patientbook.reading.markdown import Reference

    from .chapter import CheckedChapter
    from .subject import Subject

DEAD_LINK = Rule("dead-link", "A link leads to a file or heading that is not there.", "Correct the link, or delete it.")
MISSING_ALT = Rule(
    "missing-alt",
    "An image has no text alternative.",
    "Write what it shows between the square brackets, ![like this](…).",
)
RAW_HTML = Rule(
    "raw-html",
    "A text has HTML in it, which pages show as text.",
    "Write it in Markdown, or put it between backticks.",
    Severity.WARNING,
)
_SAFE = ("https:", "http:", "mailto:", "tel:")


class Wrong(NamedTuple):
    """What is wrong with a link, the way out where it can be guessed, and which missing thing it is about."""

    what: str
    way_out: str | None = None
    about: str = ""


def dead_link(subject: Subject) -> Iterator[Problem]:
    """Links and images within the guide that lead nowhere, and addresses no browser may follow."""
    for article in subject.articles:
        for reference in article.references:
            yield from _dead(subject, reference, article.file, article)
    for text in subject.yaml_texts:
        page = subject.article_by_file.get(text.file)
        for reference in text.references(subject.guide.settings.glossary):
            if not subject.names_term(text, reference):
                yield from _dead(subject, reference, text.file, page)


def _dead(
    subject: Subject, reference: Reference, file: PurePosixPath, page: CheckedChapter | None
) -> Iterator[Problem]:
    wrong = _why_dead(subject, reference, page) if reference.kind in {"link", "image"} else None
    if wrong:
        yield DEAD_LINK.broken(file, Place(reference.line, reference.column), *wrong)


def _why_dead(subject: Subject, reference: Reference, article: CheckedChapter | None) -> Wrong | None:
    if reference.is_external:
        is_safe = reference.target.lower().startswith(_SAFE)
        way_out = "Start it with https://."
        return None if is_safe else Wrong(f"The address '{reference.target}' cannot be followed.", way_out)
    path, _, fragment = reference.target.partition("#")
    if not path and not fragment:
        return Wrong(f"The link '{reference.text}' has no address.", "Write one between the round brackets.")
    if not path:
        return _no_heading(subject, article, fragment) if article else None
    return _no_file(subject, article.file.parent if article and article.is_page else subject.folder, path, fragment)


def _no_file(subject: Subject, folder: PurePosixPath, path: str, fragment: str) -> Wrong | None:
    """What is wrong with a link from a file in ``folder`` to ``path``."""
    if name := linked_name(path):
        return _no_documentation(name, fragment)
    file = posixpath.normpath(folder / path)
    if file in subject.link_targets:
        article = subject.link_targets[file]
        return _no_heading(subject, article, fragment) if article and fragment else None
    if file.startswith(("..", "/")):
        return Wrong(f"'{path}' lies outside the guide.")
    if path.endswith(".md"):
        known = (posixpath.relpath(each, folder) for each in subject.link_targets)
        what = f"'{path}' is not a chapter or a page of this guide."
        return Wrong(what, did_you_mean(path, known), about=file if _exists(subject, file) else "")
    return None if _exists(subject, file) else Wrong(f"There is no file '{file}'.", _meant(subject, path, file))


def _no_documentation(name: str, fragment: str) -> Wrong | None:
    """What is wrong with a link to the documentation, which comes with the program."""
    if name not in NAMES:
        return Wrong(
            f"The documentation has no page '{name}'.", did_you_mean(name, NAMES) or f"It has: {', '.join(NAMES)}."
        )
    if fragment and fragment not in heading_ids(name):
        what = f"The documentation's page '{name}' has no heading '#{fragment}'."
        return Wrong(what, did_you_mean(fragment, heading_ids(name)))
    return None


def _meant(subject: Subject, path: str, file: str) -> str | None:
    """The way out for an address that was written as people say it, or for a file that was nearly named."""
    if path.startswith("www."):
        return f"Write https://{path}."
    if path.endswith(".ipynb"):
        return "Link to its Markdown file, which ends with .md."
    beside = (subject.guide.root / file).parent
    return did_you_mean(posixpath.basename(file), (each.name for each in beside.glob("*"))) if beside.is_dir() else None


def _exists(subject: Subject, file: str) -> bool:
    try:
        return (subject.guide.root / file).is_file()
    except (OSError, ValueError):
        return False


def _no_heading(subject: Subject, article: CheckedChapter, fragment: str) -> Wrong | None:
    known = article.heading_ids | (subject.term_ids if article.is_glossary else frozenset())
    if fragment in known:
        return None
    name = f"page '{article.file.stem}'" if article.is_page else f"chapter '{article.id}'"
    what = f"The {name} has no heading '#{fragment}'."
    return Wrong(what, did_you_mean(fragment, known), about=f"{article.file}#{fragment}")


def missing_alt(subject: Subject) -> Iterator[Problem]:
    """Images in chapters and other texts without words for those who cannot see them."""
    for text in subject.texts:
        for reference in text.references(subject.guide.settings.glossary):
            if reference.kind == "image" and not reference.text:
                what = f"The image '{reference.target}' has no text alternative."
                yield MISSING_ALT.broken(text.file, Place(reference.line, reference.column), what)


def raw_html(subject: Subject) -> Iterator[Problem]:
    """HTML in chapters and other texts."""
    for text in subject.texts:
        for passage in text.passages:
            starts = [0] if passage.block.kind == "html" else []
            starts += [span.start for span in passage.block.spans if span.kind == "html"]
            if starts:
                yield RAW_HTML.broken(text.file, passage.place(starts[0]), "There is HTML in this text.")
