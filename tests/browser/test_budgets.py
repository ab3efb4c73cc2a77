"""Every page keeps to its budget: few bytes, few requests, no other host, and nothing in it moves by itself."""

import math
import re

from tests.browser.reading import HOME, PHONE
from tests.frame.project import ROOT
from tools.bench.claims import KILOBYTES, OTHER_HOSTS, REQUESTS, SHIFT
from tools.bench.traffic import Record

BENCH = ROOT / "tools" / "bench"
SHIFTS, SCROLL = ((BENCH / name).read_text(encoding="utf-8") for name in ("shift.js", "scroll.js"))


def open_and_go_through(reader, path):
    """What a page with an empty cache asks for, and how far things in it moved by themselves."""
    record = Record()
    page = reader.open("healthz", viewport=PHONE)
    session = page.context.new_cdp_session(page)
    session.on("Network.requestWillBeSent", record.note_request)
    session.on("Network.loadingFinished", record.note_end)
    session.on("Network.webSocketCreated", record.note_socket)
    session.send("Network.enable")
    page.add_init_script(f"({SHIFTS})()")
    page.goto(reader.address + path)
    shift = page.evaluate(SCROLL)
    page.context.close()
    return record.until(math.inf, reader.address), shift


def test_every_page_keeps_to_its_budget(reader):
    broken = []
    for path in reader.pages():
        traffic, shift = open_and_go_through(reader, path)
        figures = (traffic.octets / 1000, traffic.requests, len(traffic.other_hosts), shift)
        limits = (KILOBYTES, REQUESTS, OTHER_HOSTS, SHIFT)
        if not all(limit.holds(figure) for limit, figure in zip(limits, figures, strict=True)):
            broken.append((path, figures))
        assert traffic.octets > 0
    reader.behind.complaints.clear()  # the browser looked for an icon of the health address
    assert broken == []


def test_what_loads_later_is_no_part_of_it(reader):
    """The voice's script, the data of other pages: named in the page and not asked for."""
    page = reader.open("healthz")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(reader.address + HOME, wait_until="networkidle")
    named = {re.split(r"[./]", url.removeprefix(reader.address))[1] for url in asked if "/assets/" in url}
    # A browser without a window has no place for an icon, and asks for none.
    assert named - {"icon"} == {"atkinson-hyperlegible-next-latin-wght-normal", "early", "page"}
    reader.behind.complaints.clear()  # the browser looked for an icon of the health address
