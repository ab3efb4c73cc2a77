"""What must hold is compared with the right figure."""

from dataclasses import replace

import pytest

from tools.bench.browser import Visit
from tools.bench.claims import Figures, rows_of
from tools.bench.lighthouse import CATEGORIES, PAGES, Scores
from tools.bench.load import Rate
from tools.bench.memory import MemoryFigures
from tools.bench.pages import NGINX, OURS, PREHEATED, STOCK, PageFigures
from tools.bench.site import GLOSSARY, HOME, SLOW_PAGES, Arrival, PageCost, SiteFigures
from tools.bench.start import StartFigures
from tools.bench.table import Verdict
from tools.bench.traffic import Traffic

VISITS = {
    OURS: [Visit(90, 180), Visit(100, 200), Visit(900, 2000)],
    NGINX: [Visit(100, 200)],
    STOCK: [Visit(2500, 2600)],
    PREHEATED: [Visit(700, 900)],
}
TRAFFIC = {OURS: Traffic(4, 65_000, ()), STOCK: Traffic(102, 5_500_000, ("cdn.example",))}
COST = PageCost(Traffic(6, 110_000, ()), 0.01, 0)
ARRIVAL = Arrival(2500, None, 4000)
SITE = SiteFigures({HOME: COST, GLOSSARY: COST}, dict.fromkeys(SLOW_PAGES, ARRIVAL))
PERFECT = dict.fromkeys(CATEGORIES, 1.0)
LIGHTHOUSE = Scores(dict.fromkeys(PAGES, PERFECT | {"performance": 0.98}))
GOOD = Figures(
    PageFigures(VISITS, TRAFFIC),
    {OURS: Rate(6500, 6800), NGINX: Rate(52_000, 55_000)},
    MemoryFigures(100, 101, 65),
    StartFigures(2.5, 2.0, 9, 8, 2, 1, 4, 1, 6, 3.2),
    SITE,
    LIGHTHOUSE,
)


def verdicts(figures):
    return {row.what: row.verdict for row in rows_of(figures)}


def broken(figures):
    return [what for what, verdict in verdicts(figures).items() if verdict is Verdict.DOES_NOT_HOLD]


def with_visits(**visits):
    return replace(GOOD, pages=replace(GOOD.pages, visits=VISITS | visits))


def with_traffic(ours):
    return replace(GOOD, pages=replace(GOOD.pages, traffic=TRAFFIC | {OURS: ours}))


def with_start(**figures):
    return replace(GOOD, start=replace(GOOD.start, **figures))


def with_cost(cost):
    return replace(GOOD, site=replace(SITE, costs=SITE.costs | {GLOSSARY: cost}))


def with_arrival(arrival):
    return replace(GOOD, site=replace(SITE, arrivals=SITE.arrivals | {GLOSSARY: arrival}))


def with_score(category, score):
    return replace(GOOD, lighthouse=Scores(LIGHTHOUSE.scores | {"en/search.html": PERFECT | {category: score}}))


def test_good_figures_hold():
    assert broken(GOOD) == []
    assert Verdict.NOT_MEASURED not in verdicts(GOOD).values()


@pytest.mark.parametrize(
    ("figures", "what"),
    [
        (with_visits(**{STOCK: [Visit(999, 2600)]}), "First text, beside stock Voilà"),
        (with_visits(**{STOCK: [Visit(2500, 1999)]}), "Quiz usable, beside stock Voilà"),
        (with_visits(**{PREHEATED: [Visit(399, 900)]}), "First text, beside preheated Voilà"),
        (with_visits(**{NGINX: [Visit(100, 159)]}), "Quiz usable, beside nginx"),
        (with_traffic(Traffic(4, 150_001, ())), "Bytes until usable"),
        (with_traffic(Traffic(11, 65_000, ())), "Requests until usable"),
        (with_traffic(Traffic(4, 65_000, ("cdn.example",))), "Other hosts asked"),
        (replace(GOOD, load={OURS: Rate(4999, 6800)}), "Pages a second, beside nginx"),
        (replace(GOOD, memory=MemoryFigures(100, 110.1, 65)), "Memory for 1,000 more readers"),
        (with_start(to_first_page=3.01), "Start to first page, over importing Voilà"),
        (with_start(build=30.1), "Build from nothing"),
        (with_start(build_after_edit=3.01), "Build after one edit"),
        (with_start(check=2.01), "Check of the whole guide"),
        (with_start(check_large=10.01, check_half=5), "Check of 200 chapters"),
        (with_start(check_large=6, check_half=2.5), "Check of 200 chapters, over 100"),
        (with_start(book=5.01), "The whole guide as PDF"),
        (with_start(preview=2.01), "A saved sentence in the preview"),
        (with_cost(PageCost(Traffic(6, 150_001, ()), 0, 0)), "Bytes, any of 2 pages"),
        (with_cost(PageCost(Traffic(11, 9_000, ()), 0, 0)), "Requests, any of 2 pages"),
        (with_cost(PageCost(Traffic(6, 9_000, ("cdn.example",)), 0, 0)), "Other hosts, any of 2 pages"),
        (with_cost(PageCost(Traffic(6, 9_000, ()), 0, 0.011)), "Layout shift, any of 2 pages"),
        (with_arrival(Arrival(3001, None, None)), "Slow line, 08: first text"),
        (with_arrival(Arrival(2500, 5001, None)), "Slow line, 08: usable"),
        (with_score("performance", 0.97), "Lighthouse performance, any of 6 pages"),
        (with_score("accessibility", 0.99), "Lighthouse accessibility, any of 6 pages"),
    ],
)
def test_a_figure_over_its_limit_breaks_its_row_only(figures, what):
    assert broken(figures) == [what]


def test_a_row_about_many_pages_names_the_one_with_the_worst_figure():
    worse = with_cost(PageCost(Traffic(6, 149_000, ()), 0.02, 0))
    shown = {row.what: row.ours for row in rows_of(worse)}
    assert shown["Bytes, any of 2 pages"] == "149 KB (08)"
    assert shown["Layout shift, any of 2 pages"] == "0.0200 (08)"
    assert shown["Other hosts, any of 2 pages"] == "0"


def test_what_could_not_be_measured_is_said_and_nothing_is_made_up():
    rows = rows_of(Figures(PageFigures(), {}, None, None))
    assert {row.verdict for row in rows} == {Verdict.NOT_MEASURED}
    assert {(row.ours, row.beside, row.ratio) for row in rows} == {("", "", "")}


def test_without_nginx_the_rest_is_still_measured():
    visits = {name: each for name, each in VISITS.items() if name != NGINX}
    figures = replace(GOOD, pages=replace(GOOD.pages, visits=visits), load={OURS: Rate(6500, 6800)})
    missing = [what for what, verdict in verdicts(figures).items() if verdict is Verdict.NOT_MEASURED]
    assert missing == ["First text, beside nginx", "Quiz usable, beside nginx"]
    assert verdicts(figures)["Pages a second, beside nginx"] is Verdict.HOLDS
