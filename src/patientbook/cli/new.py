"""`patientbook new …`: a new part of a guide, or a new guide. What is not said as an option is asked on a terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from patientbook.reading.root import find_root

from .options import tell

new = typer.Typer(
    name="new",
    help="""Start a chapter, a term, a question, a figure, an edition, or a whole new guide. Nothing is overwritten.

    Example: patientbook new term "Rolling resistance" --meaning "What slows a wheel down."
    """,
    no_args_is_help=True,
)

Id = Annotated[
    str | None, typer.Option("--id", help="Its id: a-z, 0-9 and hyphens. Otherwise made from its name.", metavar="ID")
]
Language = Annotated[
    str | None, typer.Option(help="The language, such as en; otherwise the guide's first.", metavar="CODE")
]
Root = Annotated[Path, typer.Option(help="The guide's folder, or one inside it.", show_default="this folder")]


def _asked(value: str | None, question: str, option: str) -> str:
    """``value``, or what a person on the terminal says; a mistake in the command where nobody can be asked."""
    if value is None and sys.stdin.isatty():
        value = str(typer.prompt(question))
    if value is None or not value.strip():
        message = f"Say it after {option}, with quotation marks around it."
        raise typer.BadParameter(message, param_hint=option)
    return value


def _tell(lines: list[str]) -> None:
    for line in lines:
        tell(line)


@new.command()
def chapter(
    title: Annotated[str | None, typer.Argument(help="Its title.", show_default=False)] = None,
    *,
    purpose: Annotated[str | None, typer.Option(help="What it is for, in one sentence.")] = None,
    after: Annotated[
        str | None, typer.Option(help="The chapter it comes after; otherwise before the glossary.", metavar="CHAPTER")
    ] = None,
    id_: Id = None,
    root: Root = Path(),
) -> None:
    """Write a new chapter with its questions, and list it in guide.yaml.

    Example: patientbook new chapter "Looking after a chain" --after 01
    """
    from patientbook.starting import new_chapter  # noqa: PLC0415 - `--help` needs none of it

    words = _asked(title, "What is the chapter called", "TITLE")
    _tell(new_chapter(find_root(root), words, purpose=purpose, id_=id_, after=after))


@new.command()
def term(  # noqa: PLR0913 - each is an option of the command
    word: Annotated[str | None, typer.Argument(help="The word.", show_default=False)] = None,
    *,
    meaning: Annotated[str | None, typer.Option(help="What it means, in one plain sentence.")] = None,
    alias: Annotated[list[str] | None, typer.Option(help="Another name for it; can be given again.")] = None,
    see_also: Annotated[
        list[str] | None, typer.Option(help="A related term; can be given again.", metavar="ID")
    ] = None,
    id_: Id = None,
    language: Language = None,
    root: Root = Path(),
) -> None:
    """Add a word to the glossary.

    Example: patientbook new term "Hub" --meaning "The middle of a wheel." --alias "wheel hub"
    """
    from patientbook.starting import new_term  # noqa: PLC0415 - as above

    name = _asked(word, "Which word", "WORD")
    said = _asked(meaning, "What does it mean, in one plain sentence", "--meaning")
    aliases, others = alias or [], see_also or []
    _tell(new_term(find_root(root), name, said, id_=id_, aliases=aliases, see_also=others, language=language))


@new.command()
def question(  # noqa: PLR0913 - each is an option of the command
    stem: Annotated[str | None, typer.Argument(help="The question itself.", show_default=False)] = None,
    *,
    chapter: Annotated[str | None, typer.Option(help="Its chapter, such as 01.")] = None,
    type_: Annotated[
        str,
        typer.Option("--type", help="single, several, true_false, matching, ordering, scale or poll.", metavar="TYPE"),
    ] = "single",
    quiz: Annotated[
        str | None, typer.Option(help="Its quiz; otherwise the chapter's last one. May be new.", metavar="ID")
    ] = None,
    explained_in: Annotated[
        str | None, typer.Option(help="The heading that explains the answer; otherwise the first.", metavar="HEADING")
    ] = None,
    term: Annotated[list[str] | None, typer.Option(help="A term that helps; can be given again.", metavar="ID")] = None,
    id_: Id = None,
    language: Language = None,
    root: Root = Path(),
) -> None:
    """Add a question to a chapter, with answers for you to write over.

    Example: patientbook new question "Why is a wheel round?" --chapter 01 --type single --term hub
    """
    from patientbook.starting import new_question  # noqa: PLC0415 - as above

    where = _asked(chapter, "Which chapter, such as 01", "--chapter")
    words = _asked(stem, "What do you ask", "STEM")
    told = new_question(
        find_root(root),
        where,
        words,
        type_=type_,
        quiz=quiz,
        explained_in=explained_in,
        terms=term or [],
        id_=id_,
        language=language,
    )
    _tell(told)


@new.command()
def figure(  # noqa: PLR0913 - each is an option of the command
    id_: Annotated[
        str | None, typer.Argument(metavar="ID", help="Its id: a-z, 0-9 and hyphens.", show_default=False)
    ] = None,
    *,
    caption: Annotated[str | None, typer.Option(help="What the picture says.")] = None,
    alt: Annotated[str | None, typer.Option(help="What can be seen, for those who cannot see it.")] = None,
    people: Annotated[
        str | None, typer.Option(help="A picture of chance, such as 7/100; it needs no drawing.", metavar="N/100")
    ] = None,
    chapter: Annotated[str | None, typer.Option(help="The chapter that shows it, such as 01.")] = None,
    section: Annotated[str | None, typer.Option(help="The heading it stands under.", metavar="HEADING")] = None,
    language: Language = None,
    root: Root = Path(),
) -> None:
    """Describe a new picture, with a sketch to draw over, and show it in a chapter.

    Example: patientbook new figure wheel --caption "A wheel." --alt "A circle with a dot." --chapter 01
    """
    from patientbook.starting import new_figure  # noqa: PLC0415 - as above

    name = _asked(id_, "A short name for it, with a-z, 0-9 and hyphens", "ID")
    words = _asked(caption, "What does the picture say", "--caption")
    seen = _asked(alt, "What can be seen, for those who cannot see it", "--alt")
    told = new_figure(
        find_root(root), name, words, seen, people=people, chapter=chapter, section=section, language=language
    )
    _tell(told)


@new.command()
def edition(
    name: Annotated[str | None, typer.Argument(help="What it is called.", show_default=False)] = None,
    *,
    id_: Id = None,
    root: Root = Path(),
) -> None:
    """Start an edition: a folder that changes the guide, for one hospital say, without copying it.

    Example: patientbook new edition "Our hospital"
    """
    from patientbook.starting import new_edition  # noqa: PLC0415 - as above

    title = _asked(name, "What is the edition called", "NAME")
    _tell(new_edition(find_root(root), title, id_=id_))


@new.command()
def guide(
    folder: Annotated[Path | None, typer.Argument(help="A folder that is new, or empty.", show_default=False)] = None,
    *,
    title: Annotated[str | None, typer.Option(help="What the guide is called.")] = None,
    tagline: Annotated[str | None, typer.Option(help="One sentence under the title.")] = None,
    id_: Id = None,
) -> None:
    """Start a whole new guide about any subject, in a folder of its own.

    Example: patientbook new guide bicycles --title "All about bicycles"
    """
    from patientbook.starting import new_guide  # noqa: PLC0415 - as above

    where = _asked(str(folder) if folder else None, "Into which folder", "FOLDER")
    words = _asked(title, "What is the guide called", "--title")
    _tell(new_guide(Path(where), words, tagline=tagline, id_=id_))
