"""Writes the widgets' state that the browser's tests start from: `python tests/widgets/rewrite_cases.py`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from patientbook_widgets import Glossary, Quiz, TermList
from patientbook_widgets.questions import BaseQuestion, Question, wire
from pydantic import TypeAdapter
from ruamel.yaml import YAML

CASES = Path(__file__).parent / "cases"
STATE = CASES / "state.json"

TERMS = {
    "biomarker": {
        "term": "Biomarker",
        "meaning": 'Something measured in blood or tissue, such as a change in a <a href="#gene">gene</a>.',
        "more": "It can tell us about a disease.",
        "href": "08-glossary.md#biomarker",
    },
    "gene": {"term": "Gene", "meaning": "A part of the DNA that holds the plan for a protein.", "more": ""},
}

LISTED = [
    {"id": "gene", "term": "Gene", "meaning": "A part of the DNA that holds the plan for a protein."},
    {
        "id": "her2",
        "term": "HER2",
        "meaning": 'A <a href="#gene">gene</a> with a protein on the outside of some cells.',
        "aliases": ["HER-2", "ERBB2"],
        "see_also": [{"href": "#gene", "label": "Gene"}],
        "uses": [{"href": "04-tests.ipynb#the-sample", "label": "Chapter 4: The sample"}],
        "code": "NCI Thesaurus C17319",
    },
    {"id": "leukaemia", "term": "Leukaemia", "meaning": "A cancer of the blood.", "aliases": ["leukämie"]},
    {"id": "immunotherapy", "term": "Immunotherapy", "meaning": "Treatment that helps the body's own defence."},
    {"id": "ngs", "term": "Next-generation sequencing", "meaning": "Reading many genes at once.", "aliases": ["NGS"]},
    {"id": "5-fu", "term": "5-FU", "meaning": "A medicine."},
]


def question_cases() -> dict[str, dict[str, Any]]:
    """The shared cases, by question type."""
    cases: dict[str, dict[str, Any]] = YAML(typ="safe").load(CASES / "questions.yaml")["types"]
    return cases


def question_of(case: dict[str, Any]) -> BaseQuestion:
    """The model of a case's question."""
    question: BaseQuestion = TypeAdapter(Question).validate_python(case["author"])
    return question


def example_quiz() -> Quiz:
    """A quiz with a question of every type, each with something to read again and a word that helps."""
    term = {"href": "08-glossary.md#biomarker", "label": "Biomarker"}
    again = {"href": "#the-idea", "label": "The idea in one minute"}
    return Quiz(wire=[wire(question_of(case), terms=[term], read_again=again) for case in question_cases().values()])


def example_state() -> dict[str, dict[str, Any]]:
    """The traits of the widgets, as a page without a kernel gets them."""
    quiz, glossary, term_list = example_quiz(), Glossary(TERMS), TermList(LISTED)
    return {
        "quiz": {name: getattr(quiz, name) for name in ("questions", "title", "labels", "html", "answers", "score")},
        "glossary": {name: getattr(glossary, name) for name in ("terms", "page", "labels", "html")},
        "term_list": {name: getattr(term_list, name) for name in ("names", "labels", "html")},
    }


if __name__ == "__main__":
    STATE.write_text(json.dumps(example_state(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
