"""The words of My pages: whatever script or template says is there, and nothing is there that nobody says."""

import re

from patientbook.pages.labels import SCRIPT_WORDS
from patientbook.pages.my_labels import CHAPTER_WORDS, MY_LABELS, MY_WORDS
from tests.frame.project import ROOT

READER = ROOT / "widgets" / "src" / "reader"
MY = sorted((READER / "my").glob("*.ts"))
CHAPTER = [READER / name for name in ("list.ts", "notes.ts", "keeping.ts")]
TEMPLATE = (ROOT / "src/patientbook/pages/templates/my_pages.html.j2").read_text(encoding="utf-8")
NAME = r"[a-z]+(?:_[a-z]+)*"


def said_in(files):
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def asked_for(text):
    """What is said by its whole name, the quiz's own words apart."""
    return set(re.findall(rf'(?<!words\.)\bsay\((?:(?:ground\.|this\.)*site, )?"({NAME})"', text))


def is_said(name, text):
    """By its whole name, as the name of a count, or by one that is put together: `again_${kind}_text`."""
    starts = re.findall(rf"`({NAME}_)\$\{{", text)
    return f'"{name}"' in text or f"{name}: " in text or any(name.startswith(start) for start in starts)


def test_every_word_that_script_says_is_there_and_every_one_is_said():
    for files, words in ((MY, MY_WORDS), (CHAPTER, CHAPTER_WORDS)):
        text = said_in(files)
        assert asked_for(text)
        assert asked_for(text) - set(words) - set(SCRIPT_WORDS) == set()
        assert [name for name in words if not is_said(name, text)] == []


def test_every_word_of_the_template_is_there_and_every_one_is_shown():
    parts = set(re.findall(r'part\("(\w+)"', TEMPLATE))
    assert set(re.findall(r"\bmy\.(\w+)", TEMPLATE)) | parts == set(MY_LABELS)
