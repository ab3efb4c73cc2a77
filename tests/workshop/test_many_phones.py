"""The bench's workshop with fifty phones: nothing is lost by cuts, a kill, or a database that is away."""

import asyncio

import pytest

from tests.workshop.held import CHAPTER, WHEELS
from tools.bench.table import Verdict
from tools.bench_workshop.claims import claims_of
from tools.bench_workshop.databases import PostgreSql, Sqlite, has_postgres
from tools.bench_workshop.server import Server
from tools.bench_workshop.story import Pace, Story

PHONES = 50
PLAN = {
    "format": 1,
    "guide": "bicycles",
    "language": "en",
    "chapters": [CHAPTER],
    "title": "Five times the same",
    "steps": [
        {"id": "welcome", "kind": "welcome", "title": "Welcome"},
        *({"id": f"q{n}", "kind": "question", "title": "Wheels", "questions": [WHEELS]} for n in range(6)),
    ],
}
ASKED = {"plan": PLAN, "chapters": [CHAPTER], "language": "en"}


async def hold(root, database, folder):
    async with Server(root, database.address, folder, room_size=PHONES) as server:
        figures = await Story(server, database, PHONES, lambda _: None).live(ASKED, Pace(join=1, answer=1, away=7))
    return claims_of(database.name, figures)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_workshop_with_all_that_can_go_wrong_loses_nothing(kind, built_once, tmp_path):
    if kind == "postgresql" and not has_postgres():
        pytest.skip("PostgreSQL is not installed: on Debian, apt-get install postgresql")
    database = Sqlite(tmp_path) if kind == "sqlite" else PostgreSql()
    try:
        claims = asyncio.run(hold(built_once, database, tmp_path))
    finally:
        database.remove()
    assert len(claims) > 20
    assert [each for each in claims if each.verdict is Verdict.DOES_NOT_HOLD] == []
