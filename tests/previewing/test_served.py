"""`patientbook preview`: a saved file is on the open page soon, a broken one is told, and `serve` knows none of it."""

import time

import pytest

from tests.guides import CHAPTER, replace_in, write_guide
from tests.previewing.server import PreviewServer

PAGE = "en/01-bicycles.html"
OLD, NEW = "A bicycle has two wheels and", "Every bicycle has two wheels and"
SOON = 6  # seconds from saving to hearing of it; it is one, and three times that while other tests run beside


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    """A preview of a guide of its own, and the guide's folder."""
    root = write_guide(tmp_path_factory.mktemp("previewed") / "guide")
    with PreviewServer(root) as running:
        running.next_state()
        yield running, root


def test_a_saved_sentence_is_on_the_page_soon_and_only_pages_that_changed_are_new(preview):
    server, root = preview
    chapter, other = server.ask(f"/{PAGE}")[1], server.ask("/en/about.html")[1]
    replace_in(root / CHAPTER, OLD, NEW)
    saved = time.monotonic()
    state = server.next_state()
    assert time.monotonic() - saved < SOON
    assert NEW in server.ask(f"/{PAGE}")[1]
    assert f'data-version="{state["pages"][PAGE]}"' not in chapter
    assert f'data-version="{state["pages"]["en/about.html"]}"' in other
    replace_in(root / CHAPTER, NEW, OLD)
    assert f'data-version="{server.next_state()["pages"][PAGE]}"' in chapter


def test_a_broken_file_is_told_with_its_place_while_the_last_good_page_stays(preview):
    server, root = preview
    good = server.ask(f"/{PAGE}")
    replace_in(root / CHAPTER, "08-words.md#chain", "08-words.md#chian")
    state = server.next_state()
    assert not state["is_current"]
    assert [each["place"] for each in state["problems"] if each["is_error"]] == [f"{CHAPTER.as_posix()}:22:32"]
    assert server.ask(f"/{PAGE}") == good
    replace_in(root / CHAPTER, "08-words.md#chian", "08-words.md#chain")
    state = server.next_state()
    assert state["is_current"]
    assert not [each for each in state["problems"] if each["is_error"]]


def test_a_guide_that_is_broken_from_the_start_says_so_on_a_page_until_it_is_mended(tmp_path):
    root = write_guide(tmp_path / "guide")
    replace_in(root / CHAPTER, "08-words.md#chain", "08-words.md#chian")
    with PreviewServer(root) as server:
        state = server.next_state()
        assert (state["is_current"], state["pages"]) == (False, {})
        status, text = server.ask(f"/{PAGE}")
        assert (status, "Nothing to show yet" in text, "preview.js" in text) == (404, True, True)
        replace_in(root / CHAPTER, "08-words.md#chian", "08-words.md#chain")
        assert PAGE in server.next_state()["pages"]
        assert server.ask(f"/{PAGE}")[0] == 200
        code, said = server.stop()
    assert code == 0
    assert "Traceback" not in said
    assert said.splitlines()[-1] == "Stopped."


def test_the_app_for_patients_has_nothing_of_it(server):
    assert server.ask("/preview.events").status == 404
    assert server.ask("/preview.js").status == 404
    assert "preview" not in server.ask(f"/{PAGE}").text
