"""Text settings: chosen by keyboard, in effect at once, readable everywhere, kept only after a yes."""

import itertools

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.hands import Hands
from tests.browser.reading import CHAPTER, DESK, GLOSSARY, HOME, NARROW, PHONE
from tests.browser.test_frame import MY_PAGES, SEARCH
from tests.browser.test_looks import GROUND
from tests.browser.test_narrow import CUT_OFF, ENLARGED, SPACED

pytestmark = pytest.mark.hosts("website", "folder")

SIZES = ["", "large", "larger", "largest"]
SPACINGS = ["", "wide", "wider"]
THEMES = ["Light", "Dark", "High contrast, light", "High contrast, dark"]
WEAR = """
settings => {
  for (const [name, value] of Object.entries(settings))
    if (value) document.documentElement.dataset[name] = value;
    else delete document.documentElement.dataset[name];
}
"""
STORED = "Object.values({ ...localStorage }).join()"
# The colours of text on each ground, and of borders that say something, as they come out on the page.
CONTRASTS = """
theme => {
  document.documentElement.dataset.theme = theme;
  const probe = document.body.appendChild(document.createElement("i"));
  const light = token => {
    probe.style.color = `var(--pb-${token})`;
    const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g).map(each => each / 255)
      .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [more, less] = [light(one), light(other)].sort((a, b) => b - a);
    return (more + 0.05) / (less + 0.05);
  };
  const grounds = ["paper", "card", "accent-bg", "quiz-bg", "take-bg", "right-bg", "again-bg"];
  const own = ["accent", "quiz", "take", "right", "again"];
  const texts = [
    ...grounds.flatMap(ground => [["ink", ground], ["soft", ground], ["accent", ground]]),
    ...own.flatMap(text => [[text, `${text}-bg`], [text, "paper"], [text, "card"]]),
    ["on-quiz", "quiz"],
  ];
  const measured = {
    texts: texts.map(pair => [contrast(...pair), pair.join(" on ")]),
    borders: ["paper", "card"].map(ground => [contrast("edge", ground), `edge on ${ground}`]),
  };
  probe.remove();
  return measured;
}
"""


@pytest.fixture
def hands(reader):
    """A reader with a keyboard, the panel open."""
    page = reader.open(CHAPTER, viewport=DESK)
    hands = Hands(page)
    hands.use(page.locator(".pb-settings > summary"))
    return hands


def group(page, name):
    return page.get_by_role("form", name="Text settings").get_by_role("group", name=name)


def choose(page, setting, name):
    group(page, setting).get_by_text(name, exact=True).click()


def kept(page):
    return page.get_by_role("form", name="Text settings").get_by_role("status")


def size_of_text(page):
    return page.get_by_role("main").locator("p").first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")


def test_a_setting_chosen_by_keyboard_takes_effect_at_once_and_says_how_long_it_holds(hands):
    page = hands.page
    normal = size_of_text(page)
    expect(kept(page)).to_be_empty()
    hands.choose(group(page, "Text size").get_by_role("radio", name="Largest"))
    assert size_of_text(page) == 2 * normal
    expect(kept(page)).to_have_text("Only until you leave this page. To keep them, say yes on My pages.")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    hands.choose(group(page, "Colours").get_by_role("radio", name="Dark", exact=True))
    assert page.evaluate(GROUND) == "rgb(18, 24, 28)"
    hands.use(page.get_by_role("button", name="Back to normal"))
    assert size_of_text(page) == normal
    expect(group(page, "Text size").get_by_role("radio", name="Normal")).to_be_checked()
    hands.choose(group(page, "Length of lines").get_by_role("radio", name="Short"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("form", name="Text settings")).to_be_hidden()
    assert page.get_by_role("main").bounding_box()["width"] == 30 * 16


def test_settings_survive_a_reload_only_after_yes_and_nothing_moves_when_they_come_back(reader):
    page = reader.open(CHAPTER, viewport=PHONE)
    page.locator(".pb-settings > summary").click()
    choose(page, "Text size", "Larger")
    page.reload()
    assert page.locator("html").get_attribute("data-size") is None
    page.locator(".pb-settings > summary").click()
    choose(page, "Text size", "Larger")
    choose(page, "Colours", "High contrast, dark")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Yes, keep them here").click()
    page.context.add_init_script("""
      globalThis.moved = 0;
      new PerformanceObserver(list => list.getEntries().forEach(({ value }) => { moved += value; }))
        .observe({ type: "layout-shift", buffered: true });
    """)
    page.reload()
    assert page.evaluate(GROUND) == "rgb(0, 0, 0)"
    assert page.evaluate("moved") <= 0.01
    page.locator(".pb-settings > summary").click()
    expect(group(page, "Text size").get_by_role("radio", name="Larger")).to_be_checked()
    choose(page, "Movement", "None")
    expect(kept(page)).to_have_text("Kept on this device.")
    assert '"motion":"none"' in page.evaluate(STORED)


@pytest.mark.parametrize(("screen", "style"), [(NARROW, ""), (ENLARGED, ""), (NARROW, SPACED)], ids=str)
def test_nothing_is_cut_off_in_any_size_and_spacing(reader, screen, style):
    page = reader.open(CHAPTER, viewport=screen, bypass_csp=True)
    if style:
        page.add_style_tag(content=style)
    for size, spacing in itertools.product(SIZES, SPACINGS):
        page.evaluate(WEAR, {"size": size, "spacing": spacing, "measure": "wide"})
        assert (size, spacing, page.evaluate(CUT_OFF)) == (size, spacing, [])
    for name in ("Menu", "Text settings"):
        page.locator(".pb-panel > summary", has_text=name).click()
        assert (name, page.evaluate(CUT_OFF)) == (name, [])


@pytest.mark.parametrize("screen", [NARROW, ENLARGED, DESK], ids=["320", "400 %", "1280"])
def test_the_largest_text_with_the_widest_spacing_fits_every_page(reader, screen):
    paths = [HOME, GLOSSARY, SEARCH, MY_PAGES, "en/about.html"]
    page = reader.open(CHAPTER, viewport=screen)
    for path in paths:
        page.goto(reader.address + path)
        page.evaluate(WEAR, {"size": "largest", "spacing": "wider"})
        assert (path, page.evaluate(CUT_OFF)) == (path, [])


def test_axe_finds_nothing_with_the_settings_open_in_any_theme(reader):
    page = reader.open(CHAPTER, viewport=PHONE)
    page.locator(".pb-settings > summary").click()
    for theme in THEMES:
        choose(page, "Colours", theme)
        assert (theme, violations(page)) == (theme, [])


@pytest.mark.parametrize("device", [{"color_scheme": "light"}, {"color_scheme": "dark", "contrast": "more"}], ids=str)
def test_the_colours_of_every_theme_are_far_enough_apart_on_every_device(reader, device):
    page = reader.open(HOME, bypass_csp=True, **device)
    for theme, least in (("light", 4.5), ("dark", 4.5), ("contrast-light", 7), ("contrast-dark", 7)):
        measured = page.evaluate(CONTRASTS, theme)
        assert [pair for pair in measured["texts"] if pair[0] < least] == [], theme
        assert [pair for pair in measured["borders"] if pair[0] < 3] == [], theme


def test_forced_colours_leave_the_colours_to_the_device_and_show_what_is_chosen(reader):
    page = reader.open(CHAPTER, viewport=PHONE, forced_colors="active")
    page.locator(".pb-settings > summary").click()
    expect(group(page, "Colours")).to_contain_text("Your device sets the colours.")
    expect(group(page, "Colours").get_by_role("radio")).to_have_count(0)
    one, other = group(page, "Text size").get_by_role("radio").all()[:2]
    assert one.screenshot() != other.screenshot()
    line = page.locator(".pb-sheet").last.evaluate("each => getComputedStyle(each).borderTopStyle")
    assert line == "solid"


def test_no_movement_can_be_asked_for(reader):
    page = reader.open(CHAPTER, bypass_csp=True)
    page.add_style_tag(content="main { transition: opacity 3s; scroll-behavior: smooth }")
    still = """() => {
      const { transitionDuration, scrollBehavior } = getComputedStyle(document.querySelector("main"));
      return [transitionDuration, scrollBehavior];
    }"""
    assert page.evaluate(still) == ["3s", "smooth"]
    page.locator(".pb-settings > summary").click()
    choose(page, "Movement", "None")
    assert page.evaluate(still) == ["0s", "auto"]
