"""Values that do not fit a model are told at their place, and the rest stays usable."""

from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from patientbook.reading.models import GlossaryFile, QuizzesFile
from patientbook.reading.places import Document, read_yaml
from patientbook.reading.values import make

FILE = PurePosixPath("x.yaml")

GLOSSARY = """\
terms:
  gene:
    term: Gene
    meanin: Something.
  dna:
    term: DNA
    meaning: Another thing.
"""

QUIZZES = """\
quizzes:
  - id: first
    questions:
      - id: one
        type: several
        stem: Which?
        explained_in: here
        options:
          - {id: a, text: A, right: true, explanation: Yes.}
          - {id: b, text: B, rihgt: true, explanation: No.}
          - {id: B, text: C, explanation: ''}
      - id: two
        type: scale
        stem: How many?
        explained_in: here
        min: 0
        max: 10
        unit: people
        right: {from: 4}
        too_low: More.
        too_high: Fewer.
        just_right: Yes.
"""


def document(text: str) -> Document:
    found = read_yaml(text, FILE).document
    assert found is not None
    return found


def told(text: str, model: type[BaseModel]) -> list[str]:
    return [f"{problem.line}:{problem.column} {problem.rule}" for problem in sorted(make(model, document(text))[1])]


def test_a_misspelt_key_is_unknown_and_not_also_missing() -> None:
    assert told(GLOSSARY, GlossaryFile) == ["4:5 unknown-key"]


def test_a_misspelt_key_comes_with_the_right_one() -> None:
    [unknown] = [problem for problem in make(GlossaryFile, document(GLOSSARY))[1] if problem.rule == "unknown-key"]
    assert unknown.way_out == "Did you mean 'meaning'?"


def test_the_good_entries_of_a_broken_file_can_be_used() -> None:
    glossary, _ = make(GlossaryFile, document(GLOSSARY))
    assert glossary is not None
    assert list(glossary.terms) == ["dna"]


def test_mistakes_inside_questions_have_their_own_lines() -> None:
    assert told(QUIZZES, QuizzesFile) == ["10:30 unknown-key", "11:18 bad-id", "11:43 empty-text", "19:9 missing-key"]


def test_what_a_question_says_of_itself_is_told_as_it_is() -> None:
    text = QUIZZES.replace("right: true, ", "").replace("rihgt: true, ", "").replace("id: B", "id: a")
    problems = make(QuizzesFile, document(text.replace("''", "Yes.").replace("from: 4", "from: 4, to: 6")))[1]
    assert [(problem.line, problem.rule) for problem in sorted(problems)] == [
        (8, "question-has-answer"),
        (11, "duplicate-id"),
    ]
    assert sorted(problems)[0].what == "Question 'one' has no right answer."


class Tree(BaseModel):
    """A model with a mistake of a kind that no format of ours has."""

    kind: Annotated[str, Field(max_length=3)]
    size: Literal["big", "small"]


def test_an_unforeseen_mistake_is_still_told_at_its_place() -> None:
    assert told("kind: too long\nsize: big\n", Tree) == ["1:7 wrong-value"]
