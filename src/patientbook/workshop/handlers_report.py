"""What a room has learnt: on screen, and as files."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from .facilitator_pages import room_line
from .handlers_facilitator import Facilitator
from .report import make_report, report_to_csv, report_to_json, report_to_pdf
from .views import report_page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .report import Report

NOTEBOOK = "evaluation.ipynb"


def _json(report: Report) -> bytes:
    return (json.dumps(report_to_json(report), ensure_ascii=False, indent=2) + "\n").encode()


# Media type and writer, by the end of the file's name.
_FILES: Mapping[str, tuple[str, Callable[[Report], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", report_to_csv),
    "json": ("application/json; charset=utf-8", _json),
    "pdf": ("application/pdf", report_to_pdf),
}


class _Reporting(Facilitator):
    """The base of both."""

    async def report(self, id_: str) -> Report:
        """The report of the facilitator's room, as it is now."""
        live = await self.whole_room(id_)
        people = len(set(live.people.values()))
        return await asyncio.to_thread(make_report, live.bank.guide, live.room, live.tally.all(), people)


class ReportPage(_Reporting):
    """`/workshop/rooms/<id>/report`."""

    is_page = True

    async def get(self, id_: str) -> None:
        """Show it."""
        report = await self.report(id_)
        live = self.own_room(id_)
        place = self.service.place(live.room.plan.language)
        self.give_page(report_page(place, room=room_line(live), report=report, notebook=self._notebook()))

    def _notebook(self) -> str:
        """The notebook that draws reports, where the guide has it: it is no page, so that no menu leads to it."""
        has_it = (self.service.setting.root / "notebooks" / NOTEBOOK).is_file()
        return f"voila/render/{NOTEBOOK}" if has_it else ""


class ReportFile(_Reporting):
    """`/workshop/rooms/<id>/report.csv`, `.json` and `.pdf`."""

    async def get(self, id_: str, kind: str) -> None:
        """Give it as a file."""
        media, write = _FILES[kind]
        report = await self.report(id_)
        content = await asyncio.to_thread(write, report)
        name = f"workshop-{report.language}-{report.day:%Y-%m-%d}.{kind}"
        self.set_header("Content-Type", media)
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(content)
