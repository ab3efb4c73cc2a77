"""What must hold, in one place: each limit beside the figure that it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .large import CHAPTERS, HALF
from .lighthouse import CATEGORIES, PAGES, Scores
from .memory import READERS, MemoryFigures
from .pages import NGINX, OURS, PREHEATED, STOCK, PageFigures
from .site import SLOW_PAGES, SiteFigures
from .table import Limit, Row, at_least, at_most

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .load import Rate
    from .start import StartFigures

TIMES_SOONER = {STOCK: at_least(10, "×"), PREHEATED: at_least(4, "×")}
TIMES_NGINX = at_most(1.25, "×")
KILOBYTES, REQUESTS, OTHER_HOSTS = at_most(150, " KB"), at_most(10), at_most(0)
PAGES_A_SECOND = at_least(5000)
GROWTH = at_most(10, " MiB")
OVER_IMPORT = at_most(1, " s")
SHIFT = at_most(0.01)
SLOW_TEXT, SLOW_USABLE = at_most(3, " s"), at_most(5, " s")
SCORES = dict.fromkeys(CATEGORIES, at_least(1)) | {"performance": at_least(0.98)}
BUILD, BUILD_AFTER_EDIT, CHECK = at_most(30, " s"), at_most(3, " s"), at_most(2, " s")
BOOK = at_most(5, " s")
CHECK_LARGE, CHECK_GROWTH = at_most(10, " s"), at_most(2.2, "×")  # twice the chapters, and a tenth for the machine
PREVIEW, PREVIEWED = at_most(2, " s"), "A saved sentence in the preview"


@dataclass(frozen=True)
class Figures:
    """All that was measured; a part is None, or a server missing, where a program for it was."""

    pages: PageFigures
    load: Mapping[str, Rate]
    memory: MemoryFigures | None
    start: StartFigures | None
    site: SiteFigures = field(default_factory=SiteFigures)
    lighthouse: Scores = field(default_factory=Scores)


def rows_of(figures: Figures) -> list[Row]:
    """The table's rows, in the order of the issue."""
    return [
        *_time_rows("First text", figures.pages.text),
        *_time_rows("Quiz usable", figures.pages.quiz),
        *_traffic_rows(figures.pages),
        *_load_rows(figures.load),
        _memory_row(figures.memory),
        *_start_rows(figures.start),
        *_site_rows(figures.site),
        *_slow_rows(figures.site),
        *_lighthouse_rows(figures.lighthouse),
    ]


def _time_rows(what: str, time_of: Callable[[str], float | None]) -> list[Row]:
    ours = time_of(OURS)
    rows = [_sooner(f"{what}, beside {other}", ours, time_of(other), limit) for other, limit in TIMES_SOONER.items()]
    nginx = time_of(NGINX)
    if ours is None or nginx is None:
        return [*rows, Row(f"{what}, beside nginx", None, TIMES_NGINX)]
    ratio = ours / nginx
    shown = f"{ratio:.2f}× its time"
    return [*rows, Row(f"{what}, beside nginx", ratio, TIMES_NGINX, _seconds(ours), _seconds(nginx), shown)]


def _sooner(what: str, ours: float | None, other: float | None, limit: Limit) -> Row:
    if ours is None or other is None:
        return Row(what, None, limit)
    return Row(what, other / ours, limit, _seconds(ours), _seconds(other), f"{other / ours:.1f}× sooner")


def _traffic_rows(pages: PageFigures) -> list[Row]:
    ours, stock = pages.traffic.get(OURS), pages.traffic.get(STOCK)
    whats = ("Bytes until usable", "Requests until usable", "Other hosts asked")
    limits = (KILOBYTES, REQUESTS, OTHER_HOSTS)
    if ours is None or stock is None:
        return [Row(what, None, limit) for what, limit in zip(whats, limits, strict=True)]
    less = f"{stock.octets / ours.octets:.0f}× less"
    fewer = f"{stock.requests / ours.requests:.0f}× fewer"
    hosts = [", ".join(each.other_hosts) or "none" for each in (ours, stock)]
    return [
        Row(whats[0], ours.octets / 1000, KILOBYTES, _kilobytes(ours.octets), _kilobytes(stock.octets), less),
        Row(whats[1], ours.requests, REQUESTS, str(ours.requests), str(stock.requests), fewer),
        Row(whats[2], len(ours.other_hosts), OTHER_HOSTS, *hosts),
    ]


def _load_rows(load: Mapping[str, Rate]) -> list[Row]:
    what = "Pages a second, beside nginx"
    ours, nginx = load.get(OURS), load.get(NGINX)
    if ours is None:
        return [Row(what, None, PAGES_A_SECOND)]
    shown, share = ("not measured", "") if nginx is None else (f"{nginx.a_second:,.0f}", ours.a_second / nginx.a_second)
    ratio = f"{share:.2f}× its number" if share else ""
    return [
        Row(what, ours.a_second, PAGES_A_SECOND, f"{ours.a_second:,.0f}", shown, ratio),
        Row("Pages a second of processor time", ours.a_processor_second, ours=f"{ours.a_processor_second:,.0f}"),
    ]


def _memory_row(memory: MemoryFigures | None) -> Row:
    what = f"Memory for {READERS:,} more readers"
    if memory is None:
        return Row(what, None, GROWTH)
    growth = memory.ours_after_all - memory.ours_after_one
    ours = f"{growth:+.1f} MiB ({memory.ours_after_all:.0f} in all)"
    return Row(what, growth, GROWTH, ours, f"{memory.stock_per_reader:+.1f} MiB for one")


def _start_rows(start: StartFigures | None) -> list[Row]:
    what = "Start to first page, over importing Voilà"
    whats = (
        "Build from nothing",
        "Build after one edit",
        "Check of the whole guide",
        "The whole guide as PDF",
        PREVIEWED,
        f"Check of {CHAPTERS} chapters",
    )
    limits = (BUILD, BUILD_AFTER_EDIT, CHECK, BOOK, PREVIEW, CHECK_LARGE)
    growth = f"Check of {CHAPTERS} chapters, over {HALF}"
    if start is None:
        named = ((what, OVER_IMPORT), *zip(whats, limits, strict=True), (growth, CHECK_GROWTH))
        return [Row(each, None, limit) for each, limit in named]
    over = start.to_first_page - start.to_import_voila
    ratio = f"{over:+.2f} s"
    taken = (start.build, start.build_after_edit, start.check, start.book, start.preview, start.check_large)
    times = start.check_large / start.check_half
    return [
        Row(what, over, OVER_IMPORT, f"{start.to_first_page:.2f} s", f"{start.to_import_voila:.2f} s", ratio),
        Row("First start, cache empty", start.first_start, ours=f"{start.first_start:.1f} s"),
        *(Row(each, time, limit, f"{time:.1f} s") for each, time, limit in zip(whats, taken, limits, strict=True)),
        Row(growth, times, CHECK_GROWTH, f"{times:.1f}× its time"),
    ]


def _site_rows(site: SiteFigures) -> list[Row]:
    """Each row is about the page that needs or moves most."""
    costs = site.costs
    shifts = {path: max(cost.shift, cost.shift_on_desk) for path, cost in costs.items()}
    return [
        _most("Bytes", {path: cost.traffic.octets / 1000 for path, cost in costs.items()}, KILOBYTES, "{:,.0f} KB"),
        _most("Requests", {path: cost.traffic.requests for path, cost in costs.items()}, REQUESTS, "{}"),
        _most("Other hosts", {path: len(cost.traffic.other_hosts) for path, cost in costs.items()}, OTHER_HOSTS, "{}"),
        _most("Layout shift", shifts, SHIFT, "{:.4f}"),
    ]


def _most(what: str, figures: Mapping[str, float], limit: Limit, form: str) -> Row:
    page = max(figures, key=lambda path: figures[path], default=None)
    if page is None:
        return Row(f"{what}, any page", None, limit)
    figure = figures[page]
    return Row(f"{what}, any of {len(figures)} pages", figure, limit, _on(page, form.format(figure), figure > 0))


def _slow_rows(site: SiteFigures) -> list[Row]:
    rows = []
    for path in SLOW_PAGES:
        name, seen = _name(path), site.arrivals.get(path)
        text, usable = (None, None) if seen is None else (seen.text, seen.usable)
        rows += [
            _slow_row(f"Slow line, {name}: first text", text, SLOW_TEXT),
            _slow_row(f"Slow line, {name}: usable", usable, SLOW_USABLE),
        ]
    return rows


def _slow_row(what: str, taken: float | None, limit: Limit) -> Row:
    return Row(what, None, limit) if taken is None else Row(what, taken / 1000, limit, f"{taken / 1000:.1f} s")


def _lighthouse_rows(lighthouse: Scores) -> list[Row]:
    rows = []
    for category, limit in SCORES.items():
        what, lowest = f"Lighthouse {category}, any of {len(PAGES)} pages", lighthouse.lowest(category)
        page, score = lowest or ("", None)
        rows.append(Row(what, score, limit, "" if score is None else _on(page, f"{score:.2f}", score < 1)))
    return rows


def _on(page: str, shown: str, is_named: bool) -> str:
    return f"{shown} ({_name(page)})" if is_named else shown


def _name(path: str) -> str:
    """A page's short name: `05`, `search`."""
    stem = path.rpartition("/")[2].removesuffix(".html")
    return stem.partition("-")[0] if stem[0].isdigit() else stem


def _seconds(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.3f} s"


def _kilobytes(octets: int) -> str:
    return f"{octets / 1000:,.0f} KB"
