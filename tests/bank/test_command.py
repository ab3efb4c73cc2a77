"""`patientbook questions`: what is listed, shown, written and taken in, and one clear line for what cannot be."""

import csv
import io
import re

import pytest
from typer.testing import CliRunner

from patientbook import cli
from patientbook.bank import FORMATS
from tests.guides import replace_in

QUIZZES = "content/en/quizzes/01-bicycles.yaml"
GIFT = "::Who rides?::Who rides?{\n=Everybody#Yes.\n~Nobody#Look around.\n}\n"
INTO = ["--chapter", "01", "--explained-in", "how-to-ride"]


@pytest.fixture
def run(guide, monkeypatch, capsys):
    """Run a command in the guide's folder as the program does; returns its exit code, and what it said where."""
    monkeypatch.chdir(guide)

    def run_it(*arguments):
        monkeypatch.setattr("sys.argv", ["patientbook", "questions", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            cli.main()
        said = capsys.readouterr()
        return end.value.code or 0, said.out, said.err

    return run_it


def contents(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def ids(out):
    return re.findall(r"^en/01-bicycles#(\S+)  ", out, re.MULTILINE)


def test_all_questions_are_listed_one_a_line(run):
    code, out, told = run("list")
    assert (code, told) == (0, "2 questions.\n")
    assert out.splitlines() == [
        "en/01-bicycles#how-many  single  -  How many wheels has a bicycle? See [gear](08-words.md#gear).",
        "en/01-bicycles#round  true_false  -  Wheels are square.",
    ]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["--chapter", "01"], ["how-many", "round"]),
        (["--chapter", "08"], []),
        (["--chapter", "01-bicycles.md", "--term", "hub"], ["round"]),
        (["--term", "chain"], ["how-many"]),
        (["--type", "true_false"], ["round"]),
        (["--difficulty", "hard"], ["round"]),
        (["--difficulty", "easy"], []),
        (["--language", "en", "--type", "single"], ["how-many"]),
    ],
)
def test_filters_narrow_what_is_listed(run, guide, filters, found):
    replace_in(guide / QUIZZES, "type: true_false", "type: true_false\n        difficulty: hard")
    code, out, told = run("list", *filters)
    assert (code, ids(out)) == (0, found)
    assert told == {0: "No questions.\n", 1: "1 question.\n", 2: "2 questions.\n"}[len(found)]


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (["--chapter", "02"], "The guide has no chapter '02'. There are: 01-bicycles, 08-words."),
        (["--term", "chian"], "The glossary has no term 'chian'. Did you mean 'chain'?"),
        (["--type", "singel"], "There is no type of question 'singel'. Did you mean 'single'?"),
        (["--difficulty", "hrad"], "There is no difficulty 'hrad'. Did you mean 'hard'?"),
        (["--language", "fr"], "The guide has no language 'fr'. There are: en."),
    ],
)
@pytest.mark.parametrize("command", ["list", "export"])
def test_a_misspelt_filter_is_told_where_it_would_find_nothing(run, command, filters, told):
    assert run(command, *filters) == (1, "", f"{told}\n")


@pytest.mark.parametrize("name", ["round", "01-bicycles#round", "en/01-bicycles#round"])
def test_a_question_is_shown_as_it_is_written_under_each_of_its_names(run, name):
    code, out, told = run("show", name)
    assert (code, told) == (0, "")
    assert out.startswith("# en/01-bicycles, quiz first-ride\nid: round\ntype: true_false\nstem: Wheels are square.\n")


def test_a_question_that_there_is_not_is_told_with_how_to_find_it(run):
    told = "There is no question 'rund'. `patientbook questions list` lists all there are.\n"
    assert run("show", "rund") == (1, "", told)


def test_without_a_file_a_table_goes_to_the_terminal(run):
    code, out, told = run("export", "--type", "single")
    assert (code, told) == (0, "1 question.\n")
    [row] = csv.DictReader(io.StringIO(out))
    assert (row["id"], row["answer_2"], row["right_2"], row["explanation_2"]) == ("how-many", "Two", "yes", "Yes.")


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_exported_comes_back_by_its_files_ending(run, guide, name):
    before = contents(guide)
    file = f"mine{FORMATS[name].suffix}"
    assert run("export", "--to", file) == (0, "", f"2 questions in {file}.\n")
    code, _, told = run("import", file, "--replace")
    assert (code, told.splitlines()[-1]) == (0, "2 questions imported.")
    assert contents(guide) == before | {file: (guide / file).read_bytes()}


def test_a_table_begins_with_the_mark_by_which_other_programs_know_its_letters(run, guide):
    run("export", "--to", "mine.csv")
    assert (guide / "mine.csv").read_bytes().startswith(b"\xef\xbb\xbfid,chapter,")


@pytest.mark.parametrize("there", ["mine.csv", "mine.txt"])
def test_a_file_that_is_there_is_written_over_only_when_that_is_said(run, guide, there):
    (guide / there).write_text("my own", encoding="utf-8")
    message = f"{there} is there already. Choose another name, or write over it with --force.\n"
    assert run("export", "--to", there) == (1, "", message)
    assert (guide / there).read_text(encoding="utf-8") == "my own"
    assert run("export", "--to", there, "--force")[0] == 0
    assert "my own" not in (guide / there).read_text(encoding="utf-8")


def test_nothing_to_export_leaves_no_file(run, guide):
    code, out, told = run("export", "--chapter", "08", "--to", "mine.csv")
    assert (code, out) == (1, "")
    assert told.startswith("There is no such question, so nothing was written.")
    assert not (guide / "mine.csv").exists()


def test_what_a_format_cannot_hold_is_named_and_the_rest_is_written(run, guide):
    poll = """\
      - id: feel
        type: poll
        stem: How do you feel?
        explained_in: how-to-ride
        options:
          - {id: well, text: Well, explanation: Good.}
          - {id: ill, text: Ill, explanation: Tell us.}
"""
    with (guide / QUIZZES).open("a", encoding="utf-8") as file:
        file.write(poll)
    code, out, told = run("export", "--format", "gift")
    assert (code, out.count("::[markdown]")) == (0, 2)
    assert told.splitlines() == [
        "Left out 01-bicycles#feel: GIFT has no questions of the type 'poll'. The format csv can hold it.",
        "2 questions.",
    ]


def test_a_file_from_elsewhere_comes_in_with_what_it_does_not_say(run, guide):
    (guide / "moodle.txt").write_bytes(b"\xef\xbb\xbf" + GIFT.replace("\n", "\r\n").encode())
    code, out, told = run("import", "moodle.txt", *INTO, "--term", "chain", "--quiz", "more")
    assert (code, out) == (0, "")
    assert told.splitlines() == [
        f"Added 'who-rides' to a new quiz 'more' in {QUIZZES}",
        "Shown in content/en/01-bicycles.md:69; move that cell to where the quiz belongs",
        "1 question imported.",
    ]
    assert "    terms:\n          - chain" in (guide / QUIZZES).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("a.gift", GIFT.replace("#Look around.", ""), "a.gift:3:1 [missing-key] Question 'who-rides': Answer 2 has no"),
        ("a.csv", "id,type,stem\na,singel,Why?\n", "a.csv:2:1 [unknown-choice] Question 'a': 'singel' is no type of"),
        ("a.txt", "::a::Why?{}", "a.txt:1:1 [gift-form] The question has no answers to choose from"),
        ("a.csv", b"id;type;stem\n\xe4;poll;?\n", "a.csv:2:1 [not-utf-8] The byte 0xe4 is not UTF-8"),
        ("a.csv", "\ufeff", "a.csv:1:1 [empty-file] The file has nothing in it."),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_name_and_line_and_nothing_comes_in(run, guide, file, text, told):
    (guide / file).write_bytes(text if isinstance(text, bytes) else text.encode())
    before = contents(guide)
    code, out, err = run("import", file, *INTO)
    assert (code, out) == (1, "")
    first, last = err.splitlines()
    assert first.startswith(told)
    assert last == "1 error in the content; nothing was made."
    assert contents(guide) == before


def test_without_options_what_the_file_does_not_say_is_asked_for(run, guide):
    (guide / "a.gift").write_text(GIFT, encoding="utf-8")
    code, _, told = run("import", "a.gift")
    assert code == 1
    assert "Question 'who-rides': It does not say which heading of the chapter explains it. Say it with" in told
    code, _, told = run("import", "a.gift", "--explained-in", "#how-to-ride")
    assert code == 1
    assert "a.gift:1:1 [question-place] Question 'who-rides' does not say which chapter it is for. Say it with" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["import", "none.csv"], "none.csv cannot be opened: No such file or directory.\n"),
        (["import", "none.docx"], "It is not clear which format is meant. Say --format csv or --format gift.\n"),
        (["export", "--to", "x.docx"], "It is not clear which format is meant. Say --format csv or --format gift.\n"),
        (["export", "--format", "xml"], "There is no format 'xml'. There are: csv, gift.\n"),
    ],
)
def test_what_cannot_be_read_or_written_is_told_in_one_line(run, arguments, told):
    assert run(*arguments) == (1, "", told)


def test_a_file_with_nothing_in_it_says_so(run, guide):
    (guide / "a.gift").write_text("// only a comment\n", encoding="utf-8")
    assert run("import", "a.gift", *INTO) == (1, "", "a.gift has no questions.\n")


def test_alone_it_shows_its_commands():
    shown = CliRunner(env={"COLUMNS": "100"}).invoke(cli.app, ["questions"])
    assert re.findall(r"^[│ ]+(list|show|export|import) ", shown.output, re.MULTILINE) == [
        "list",
        "show",
        "export",
        "import",
    ]
