"""Every format a guide can be downloaded in. A new format is a module of its own and one line here."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from .manuscript import Manuscript
    from .options import Options

Of = Literal["guide", "sheet", "chapter"]
PDF = "application/pdf"
EPUB = "application/epub+zip"
ZIP = "application/zip"


@dataclass(frozen=True)
class Format:
    """A format by the name that `patientbook export` knows it by.

    ``of`` is what one file holds: the whole guide, a sheet (such as a factsheet), or one chapter. ``label`` stands in
    file names. ``writer`` is the module under `patientbook.exports` and the function in it, `module:function`.
    ``is_of_pages``: it is made of the site's pages, which stand in `Options.pages`.
    """

    name: str
    title: str
    of: Of
    label: str
    suffix: str
    mime: str
    writer: str
    is_of_pages: bool = False

    def write(self, manuscript: Manuscript, options: Options) -> bytes:
        """The file's bytes.

        Raises:
            PatientbookError: the guide has not what the format needs, or it cannot be set.
        """
        module, _, function = self.writer.partition(":")
        # Imported here because each writer brings tools of its own, and a reader wants one of them.
        writer: Callable[[Manuscript, Options], bytes] = getattr(import_module(f"{__package__}.{module}"), function)
        return writer(manuscript, options)

    def file_name(self, manuscript: Manuscript, options: Options) -> str:
        """Guide, format, chapter, language and date: `personalised-cancer-medicine-en-2026-11-23.pdf`."""
        part = manuscript.part(options.chapter or "")
        which = f"{part.number:02}" if part and part.number else options.chapter or ""
        day = options.date or manuscript.date
        return self.name_of(manuscript.settings.id, which, manuscript.language.code, day)

    def name_of(self, guide: str, which: str, language: str, day: date) -> str:
        """The same from the guide's id, the chapter's number or id (empty for all), language and date."""
        parts = [guide, self.label, which, language, day.isoformat()]
        return "-".join(filter(None, parts)) + self.suffix


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("pdf", "The whole guide to print, A4", "guide", "", ".pdf", PDF, "pdf.guide:write"),
        Format(
            "pdf-large", "The whole guide in large print", "guide", "large-print", ".pdf", PDF, "pdf.guide:write_large"
        ),
        Format("factsheet", "The factsheet on two pages", "sheet", "factsheet", ".pdf", PDF, "pdf.factsheet:write"),
        Format(
            "factsheet-large",
            "The factsheet in large print",
            "sheet",
            "factsheet-large-print",
            ".pdf",
            PDF,
            "pdf.factsheet:write_large",
        ),
        Format(
            "handout",
            "A handout of one or two pages for a chapter",
            "chapter",
            "handout",
            ".pdf",
            PDF,
            "pdf.handout:write",
        ),
        Format("epub", "The whole guide for e-readers", "guide", "", ".epub", EPUB, "epub.guide:write"),
        Format("site", "The website, for a web server", "guide", "site", ".zip", ZIP, "site.zipped:write", True),
        Format(
            "offline", "The website to open without a server", "guide", "offline", ".zip", ZIP, "offline:write", True
        ),
    )
}
