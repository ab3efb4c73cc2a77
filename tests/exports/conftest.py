"""This project's own guide as a manuscript, and every PDF and the EPUB made of it once."""

import pytest

from patientbook.exports.making import make_manuscript
from patientbook.exports.options import Options
from patientbook.exports.registry import FORMATS
from patientbook.reading.guide import load_guide
from tests.exports.ebook import Ebook
from tests.exports.paper import Paper
from tests.frame.project import ROOT

PDFS = ("pdf", "pdf-large", "factsheet", "factsheet-large", "handout")


@pytest.fixture(scope="session")
def manuscript():
    return make_manuscript(load_guide(ROOT), "en")


@pytest.fixture(scope="session")
def made(manuscript):
    """Every PDF by the name of its format; of handouts, that of each chapter by `handout <chapter>`."""
    files = {name: FORMATS[name].write(manuscript, Options()) for name in PDFS if name != "handout"}
    chapters = [part.id for part in manuscript.of_kind("chapter")]
    return files | {f"handout {id_}": FORMATS["handout"].write(manuscript, Options(chapter=id_)) for id_ in chapters}


@pytest.fixture(scope="session")
def papers(made):
    """Each of them, read again."""
    return {name: Paper(content) for name, content in made.items()}


@pytest.fixture(scope="session")
def book(papers):
    """The whole guide, read again."""
    return papers["pdf"]


@pytest.fixture(scope="session")
def epub(manuscript):
    """The whole guide for e-readers."""
    return FORMATS["epub"].write(manuscript, Options())


@pytest.fixture(scope="session")
def ebook(epub):
    """The same, opened again."""
    return Ebook(epub)
