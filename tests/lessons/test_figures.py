"""Pictures carry their words in the reader's language, and pictures of chance show the very number."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patientbook import open_lesson
from patientbook.lessons.figures import figure_svg
from patientbook.problems import PatientbookError
from patientbook.reading.models import Figure, People
from tests.guides import CHAPTER, replace_in

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def lesson(guide):
    return open_lesson("en/01-bicycles", guide)


def parsed(svg):
    return ET.fromstring(svg)  # noqa: S314 - we made it


def drawing_of(shown):
    return parsed(shown.html[shown.html.index("<svg") : shown.html.index("</svg>") + 6])


def chance(count, of=100, alt="a"):
    return figure_svg(Figure(caption="c", alt=alt, people=People(count=count, of=of)), None)


def people_of(drawing):
    return [each for each in drawing.iter(f"{SVG}g") if "pf-person" in each.attrib["class"].split()]


def test_figures_are_numbered_in_the_order_of_the_chapter(lesson):
    assert "<figcaption><b>Picture 1.</b> A wheel with its" in lesson.figure("wheel").html
    assert "<b>Picture 2.</b> About 7 of 100" in lesson.figure("riders").html


def test_a_figure_that_no_cell_shows_has_no_number(guide):
    replace_in(guide / CHAPTER, 'lesson.figure("wheel")', "lesson.opening()")
    lesson = open_lesson("en/01-bicycles", guide)
    assert "<figcaption>A wheel" in lesson.figure("wheel").html
    assert "<b>Picture 1.</b>" in lesson.figure("riders").html


def test_labels_are_put_in_and_the_alternative_names_the_picture(lesson):
    drawing = drawing_of(lesson.figure("wheel"))
    assert [text.text for text in drawing.iter(f"{SVG}text")] == ["The rim & more", "fixed"]
    assert drawing.attrib["role"] == "img"
    assert drawing.attrib["aria-label"] == 'A circle with a "dot" in the middle & a label.'
    assert drawing.attrib["class"] == "pf-mine pb-drawing"
    assert "ns0:" not in lesson.figure("wheel").html


def test_a_caption_may_link_to_a_term(lesson):
    assert '<a href="08-words.ipynb#hub">hub</a>' in lesson.figure("wheel").html


@given(st.integers(0, 100))
def test_of_a_hundred_people_the_very_number_is_filled_from_the_first(count):
    drawing = parsed(chance(count))
    people = people_of(drawing)
    assert len(people) == 100
    assert ["pf-person-on" in each.attrib["class"] for each in people] == [index < count for index in range(100)]
    places = [tuple(map(int, re.findall(r"\d+", each.attrib["transform"]))) for each in people]
    assert len(set(places)) == 100
    assert places == sorted(places, key=lambda place: (place[1], place[0]))
    width, height = map(int, drawing.attrib["viewBox"].split()[2:])
    assert all(8 <= x <= width - 8 and 6 <= y <= height - 22 for x, y in places)


def test_a_thousand_people_are_rows_of_ten_too():
    drawing = parsed(chance(3, of=1000))
    assert len(people_of(drawing)) == 1000


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"])).map("A {}".format))
def test_any_words_are_kept_in_the_alternative(alt):
    html = chance(1, alt=alt)
    assert parsed(html).attrib["aria-label"] == alt
    assert "<" not in html[html.index('aria-label="') + 12 :].partition('"')[0]


@pytest.mark.parametrize("content", [b"", b"<svg", b"<svg>&unknown;</svg>"])
def test_a_picture_that_cannot_be_read_is_told(guide, content):
    lesson = open_lesson("en/01-bicycles", guide)
    (guide / "content/figures/wheel.svg").write_bytes(content)
    with pytest.raises(PatientbookError, match=r"The picture wheel\.svg cannot be read: .* Run `patientbook check`"):
        lesson.figure("wheel")
