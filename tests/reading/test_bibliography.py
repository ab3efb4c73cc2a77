"""`sources.bib` in plain words, each source with its line."""

from pathlib import PurePosixPath

import pytest

from patientbook.reading.bibliography import plain, read_bibliography

FILE = PurePosixPath("content/sources.bib")

BIB = r"""% Every source.

@article{slamon2001,
  author = {Slamon, D. J. and M{\"u}ller, X.},
  title = {Use of {HER2} in 50% of caf\'es},
  pages = {783--792},
  doi = {10.1056/NEJM\_1},
  url = {https://example.org/a_b~c?x=1%20y},
  year = 2001
}
@misc{web, title = "A page", url = {https://example.org}}
"""


def test_fields_are_plain_words() -> None:
    sources, problems = read_bibliography(BIB, FILE)
    assert problems == []
    assert dict(sources["slamon2001"].fields) == {
        "author": "Slamon, D. J. and Müller, X.",
        "title": "Use of HER2 in 50% of cafés",
        "pages": "783–792",
        "doi": "10.1056/NEJM_1",
        "url": "https://example.org/a_b~c?x=1%20y",
        "year": "2001",
    }


def test_each_source_has_its_kind_and_line() -> None:
    sources, _ = read_bibliography(BIB, FILE)
    assert [(one.key, one.kind, one.line) for one in sources.values()] == [
        ("slamon2001", "article", 3),
        ("web", "misc", 11),
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [(r"{\o}", "ø"), (r"\'{e}t\'e", "été"), ("{{WHO}}", "WHO"), ("a~b", "a b"), (r"R\&D", "R&D"), ("5 < 6", "5 < 6")],
)
def test_latex_becomes_letters(value: str, words: str) -> None:
    assert plain(value) == words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("@book{a, title={A}, year={1}}\n@book{a, title={B}, year={1}}\n", ["2 duplicate-source"]),
        ("@book{a, year={1}}\n", ["1 source-without-title"]),
        ("@book{a, title={A}}\n", ["1 source-without-year"]),
        ("\n@book{a, title={A}, title={B}, year={1}}\n", ["2 duplicate-field"]),
        ("\n\n@book{a, title={A\n@book{b, title={B}, year={1}}\n", ["3 bib-syntax"]),
        ("no bibliography at all", ["1 bib-syntax"]),
        ("% a note\n", []),
        ("@book{a,\n  title={A}\n  year={1}}\n", ["2 bib-syntax"]),
    ],
)
def test_a_mistake_has_the_line_of_its_source(text: str, told: list[str]) -> None:
    assert [f"{problem.line} {problem.rule}" for problem in read_bibliography(text, FILE)[1]] == told
