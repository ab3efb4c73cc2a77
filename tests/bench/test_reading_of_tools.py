"""What other programs say is read as they say it."""

import json
from dataclasses import asdict

import pytest

from tools.bench.lighthouse import CATEGORIES, read_lighthouse
from tools.bench.load import read_wrk
from tools.bench.memory import Loaded
from tools.bench.pages import NGINX, OURS, PREHEATED, STOCK, order
from tools.bench.problems import BenchError
from tools.bench.subject import ROOT, copy_guide, edit, lead_sentence
from tools.bench.traffic import Record, Traffic

WRK = """Running 2s test @ http://127.0.0.1:8977/en/01.html
  1 threads and 50 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency    20.70ms    7.71ms  89.20ms   91.85%
  9712 requests in 4.06s, 199.88MB read
Requests/sec:   2392.42
Transfer/sec:     49.23MB
"""


def test_the_rate_is_read_from_what_wrk_prints():
    assert read_wrk(WRK) == 2392.42


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (WRK + "  Non-2xx or 3xx responses: 12\n", "Non-2xx"),
        (WRK + "  Socket errors: connect 0, read 3, write 0, timeout 0\n", "Socket errors"),
        ("unable to connect to 127.0.0.1:1 Connection refused\n", "refused"),
        ("", "nothing"),
    ],
)
def test_a_load_that_was_not_all_answered_is_no_figure(said, told):
    with pytest.raises(BenchError, match=told):
        read_wrk(said)


def test_the_lead_is_the_first_sentence_as_a_reader_sees_it():
    text = "# Title\n\nTwo people have *cancer* in\nthe [same](x.ipynb#y) part. Another sentence.\n\nMore.\n"
    assert lead_sentence(text) == "Two people have cancer in the same part."


def test_a_paragraph_of_one_sentence_is_its_own_lead():
    assert lead_sentence("Only this.") == "Only this."


def test_the_copy_has_the_lead_in_its_chapter_and_an_edit_changes_the_copy_only(tmp_path):
    subject = copy_guide(tmp_path / "guide")
    original = (ROOT / subject.chapter.relative_to(subject.root)).read_text(encoding="utf-8")
    assert subject.notebook.is_file()
    assert subject.chapter.read_text(encoding="utf-8") == original
    edit(subject)
    assert subject.chapter.read_text(encoding="utf-8") != original


def test_everything_a_page_loads_by_itself_is_found_once():
    page = Loaded()
    page.feed(
        '<link rel="preload" href="../a.woff2"><link rel="stylesheet" href="../a.css"><link rel="icon" href="../a.svg">'
        '<script defer src="../a.js"></script><script type="application/json">{}</script><a href="b.html">next</a>'
        '<link rel="stylesheet" href="../a.css">'
    )
    assert list(page.addresses) == ["../a.woff2", "../a.css", "../a.svg", "../a.js"]


def test_slow_servers_are_visited_once_a_round_and_fast_ones_between_them():
    servers = [OURS, NGINX, STOCK, PREHEATED]
    assert order(servers, 0) == [OURS, NGINX, STOCK, OURS, NGINX, PREHEATED, OURS, NGINX]
    assert order(servers, 1) == [NGINX, OURS, PREHEATED, NGINX, OURS, STOCK, NGINX, OURS]
    assert order([OURS, STOCK, PREHEATED], 0) == [OURS, STOCK, OURS, PREHEATED, OURS]


def run_of(page, performance, problems=()):
    scores = dict.fromkeys(CATEGORIES, 1) | {"performance": performance}
    return json.dumps({"address": f"http://127.0.0.1:8000/{page}", "scores": scores, "problems": problems})


def test_scores_of_lighthouse_are_medians_of_all_runs_and_what_is_wanting_is_named_once():
    runs = [run_of("a.html", score, ["long-task 0"]) for score in (0.9, 0.99, 0.98)]
    said = "\n".join(["a warning of Node", *runs, run_of("b.html", 1)])
    found = read_lighthouse(said, "http://127.0.0.1:8000/")
    assert {page: scores["performance"] for page, scores in found.scores.items()} == {"a.html": 0.98, "b.html": 1}
    assert found.problems["a.html"] == ["long-task 0"]
    assert found.lowest("performance") == ("a.html", 0.98)
    assert json.loads(json.dumps(asdict(found)))["problems"] == found.problems


def request(record, number, address, second, octets=None):
    record.note_request({"requestId": str(number), "timestamp": second, "request": {"url": address}})
    if octets is not None:
        record.note_end({"requestId": str(number), "encodedDataLength": octets})


def test_traffic_counts_what_began_in_time_and_every_host_of_the_whole_visit():
    record = Record()
    request(record, 1, "http://127.0.0.1:8000/", 50.0, 20_000)
    request(record, 2, "data:image/svg+xml,<svg/>", 50.1, 0)
    request(record, 3, "https://cdn.example/font.css", 50.1)
    request(record, 4, "http://127.0.0.1:8000/late.js", 52.0, 9_000)
    record.note_socket({"url": "ws://other.example/api"})
    assert record.until(1.0, "http://127.0.0.1:8000/") == Traffic(2, 20_000, ("cdn.example", "other.example"))


def test_the_same_machine_on_another_port_is_another_host():
    record = Record()
    request(record, 1, "http://127.0.0.1:8000/", 1.0, 10)
    request(record, 2, "http://127.0.0.1:9000/", 1.1, 10)
    assert record.until(1.0, "http://127.0.0.1:8000/").other_hosts == ("127.0.0.1:9000",)
