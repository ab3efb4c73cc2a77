"""`patientbook questions …`: the question bank, on a terminal and to and from the files of other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from patientbook.reading.root import find_root

from .options import EDITION, guide_and_cache, tell

if TYPE_CHECKING:
    from patientbook.bank import BankQuestion, Wanted

questions = typer.Typer(
    name="questions",
    help="""Find questions, and take them out of a guide or into one, as a table or for Moodle.

    Example: patientbook questions export --chapter 03 --to dna.csv
    """,
    no_args_is_help=True,
)

Chapter = Annotated[str | None, typer.Option(help="Only of this chapter; its number will do.", metavar="CHAPTER")]
Term = Annotated[str | None, typer.Option(help="Only those that name this glossary term.", metavar="ID")]
Type = Annotated[str | None, typer.Option("--type", help="Only of this type, such as single or scale.", metavar="TYPE")]
Difficulty = Annotated[str | None, typer.Option(help="Only easy, medium or hard ones.", metavar="LEVEL")]
Language = Annotated[str | None, typer.Option(help="Only in this language, such as en.", metavar="CODE")]
FormatName = Annotated[
    str | None, typer.Option("--format", help="csv or gift; otherwise by the file's ending.", metavar="FORMAT")
]
Root = Annotated[Path, typer.Option(help="The guide's folder, or one inside it.", show_default="this folder")]


@questions.command("list")
def list_(  # noqa: PLR0913 - each is a filter
    *,
    chapter: Chapter = None,
    term: Term = None,
    type_: Type = None,
    difficulty: Difficulty = None,
    language: Language = None,
    root: Root = Path(),
) -> None:
    """List questions, one a line: chapter and id, type, difficulty, and the question itself.

    Example: patientbook questions list --type scale --term gene
    """
    from patientbook.bank import Wanted  # noqa: PLC0415 - `--help` needs none of it

    found = _found(root, Wanted(chapter, term, type_, difficulty, language))
    for one in found:
        question = one.question
        name = f"{one.language}/{one.chapter}#{question.id}"
        typer.echo(f"{name}  {question.type}  {question.difficulty or '-'}  {' '.join(question.stem.split())}")
    tell(f"{_counted(len(found))}.")


@questions.command()
def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The question's id, or chapter#id.")],
    *,
    language: Language = None,
    root: Root = Path(),
) -> None:
    """Show one question with its answers and explanations, as it is written.

    Example: patientbook questions show what-it-means
    """
    from patientbook.bank import Wanted  # noqa: PLC0415 - as above
    from patientbook.bank.yaml_words import as_yaml  # noqa: PLC0415 - as above
    from patientbook.problems import PatientbookError  # noqa: PLC0415 - as above

    found = _found(root, Wanted(id=id_, language=language))
    if not found:
        message = f"There is no question '{id_}'. `patientbook questions list` lists all there are."
        raise PatientbookError(message)
    for one in found:
        typer.echo(f"# {one.language}/{one.chapter}, quiz {one.quiz}\n{as_yaml(one.question)}\n")


@questions.command()
def export(  # noqa: PLR0913 - each is a filter
    *,
    to: Annotated[Path | None, typer.Option(help="The file to write; otherwise the terminal.", metavar="FILE")] = None,
    format_: FormatName = None,
    chapter: Chapter = None,
    term: Term = None,
    type_: Type = None,
    difficulty: Difficulty = None,
    language: Language = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    root: Root = Path(),
) -> None:
    """Write questions as a table (csv) or for Moodle (gift).

    Example: patientbook questions export --chapter 03 --to dna.gift
    """
    from patientbook.bank import FORMATS, Wanted  # noqa: PLC0415 - as above
    from patientbook.bank.files import format_of  # noqa: PLC0415 - as above
    from patientbook.notebooks.files import write_whole  # noqa: PLC0415 - as above
    from patientbook.problems import PatientbookError  # noqa: PLC0415 - as above

    into = FORMATS[format_of(format_, to)]
    found = _found(root, Wanted(chapter, term, type_, difficulty, language))
    if not found:
        message = "There is no such question, so nothing was written. `patientbook questions list` lists all there are."
        raise PatientbookError(message)
    left_out = [(one, why) for one in found if (why := into.cannot_carry(one))]
    text = into.write([one for one in found if into.cannot_carry(one) is None])
    if to is None:
        typer.echo(text, nl=False)
    elif to.exists() and not force:
        message = f"{to} is there already. Choose another name, or write over it with --force."
        raise PatientbookError(message)
    else:
        write_whole(to, text.encode(into.encoding))
    for one, why in left_out:
        tell(f"Left out {one.chapter}#{one.question.id}: {why} The format csv can hold it.")
    tell(f"{_counted(len(found) - len(left_out))}{f' in {to}' if to else ''}.")


@questions.command("import")
def import_(  # noqa: PLR0913 - each is what a file from elsewhere may not say
    file: Annotated[Path, typer.Argument(help="A table (.csv) or a Moodle file (.gift, .txt).")],
    *,
    format_: FormatName = None,
    chapter: Annotated[str | None, typer.Option(help="The chapter of those that name none.", metavar="CHAPTER")] = None,
    quiz: Annotated[str | None, typer.Option(help="The quiz of those that name none.", metavar="ID")] = None,
    explained_in: Annotated[
        str | None, typer.Option(help="The heading that explains those that name none.", metavar="ID")
    ] = None,
    term: Annotated[list[str] | None, typer.Option(help="A term for those that name none.", metavar="ID")] = None,
    language: Annotated[str | None, typer.Option(help="The language of those that name none.", metavar="CODE")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace questions that have the same id.")] = False,
    root: Root = Path(),
) -> None:
    """Put the questions of a file into the quizzes of a guide: all of them, or none when something is wrong.

    Example: patientbook questions import dna.csv --chapter 03 --explained-in what-is-dna
    """
    from patientbook.bank import import_questions  # noqa: PLC0415 - as above
    from patientbook.bank.files import format_of, read_file, told_of  # noqa: PLC0415 - as above
    from patientbook.problems import ContentError, PatientbookError  # noqa: PLC0415 - as above
    from patientbook.reading import load_guide  # noqa: PLC0415 - as above
    from patientbook.starting.places import chapter_of, content_of  # noqa: PLC0415 - as above

    if EDITION.get():
        message = "Questions go into the guide itself. Copy those of an edition into its own folder."
        raise PatientbookError(message)
    guide = load_guide(find_root(root))
    content = content_of(guide, language)
    given: dict[str, object] = {"language": content.settings.code}
    given |= {"chapter": chapter_of(content, chapter).id} if chapter else {}
    given |= {"quiz": quiz} if quiz else {}
    given |= {"explained_in": explained_in.removeprefix("#")} if explained_in else {}
    given |= {"terms": term} if term else {}
    found = read_file(file, format_of(format_, file), given)
    try:
        if found.problems:
            raise ContentError(list(found.problems))
        if not found.questions:
            message = f"{file} has no questions."
            raise PatientbookError(message)
        done = import_questions(guide.root, found.questions, replace_same=replace)
    except ContentError as error:
        raise ContentError([told_of(problem, file) for problem in error.problems]) from error
    for line in done:
        tell(line)
    tell(f"{_counted(len(found.questions))} imported.")


def _found(root: Path, wanted: Wanted) -> list[BankQuestion]:
    from patientbook.bank import find_questions  # noqa: PLC0415 - as above
    from patientbook.reading import load_guide  # noqa: PLC0415 - as above

    return list(find_questions(load_guide(guide_and_cache(root)[0]), wanted))


def _counted(number: int) -> str:
    return "1 question" if number == 1 else f"{number or 'No'} questions"
