"""The preview of an edition follows what is saved in it and in the guide, and shows its mistakes."""

import asyncio

import pytest

from patientbook.pages.workplace import Workplace
from patientbook.previewing.preview import Preview
from tests.editions.club import FOLDER, write_club
from tests.guides import replace_in

PAGE = "en/01-bicycles.html"


@pytest.fixture
def preview(guide):
    club = write_club(guide)
    preview = Preview(Workplace(club.guide, club.cache, lambda _: None, club))
    assert look(preview)
    return preview


def look(preview):
    return asyncio.run(preview.look())


def text_of(preview):
    return preview.site.files[PAGE].content.decode()


def test_what_is_saved_in_the_edition_or_in_the_guide_is_in_the_page(guide, preview):
    assert "We oil chains on Sundays" in text_of(preview)
    replace_in(guide / FOLDER / "content/en/sections/01-bicycles.md", "Sundays", "Mondays")
    assert look(preview)
    assert "We oil chains on Mondays" in text_of(preview)
    replace_in(guide / "content/en/01-bicycles.md", "A bicycle has two wheels and", "A bicycle has two good wheels and")
    assert look(preview)
    assert "two good wheels" in text_of(preview)
    assert not look(preview)


def test_a_mistake_in_the_edition_is_told_over_the_last_good_page(guide, preview):
    replace_in(guide / FOLDER / "edition.yaml", "[how-to-ride]", "[how-to-drive]")
    assert look(preview)
    assert f"{FOLDER}/edition.yaml:5" in preview.state()
    assert "We oil chains on Sundays" in text_of(preview)
    replace_in(guide / FOLDER / "edition.yaml", "[how-to-drive]", "[how-to-ride]")
    assert look(preview)
    assert f"{FOLDER}/edition.yaml:5" not in preview.state()
