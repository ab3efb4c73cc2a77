"""What all pages of a site share: head, bar, menu, footer, and what their script is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .article import templates
from .labels import ALOUD_WORDS, LABELS, SCRIPT_WORDS, SEARCH_WORDS
from .my_labels import CHAPTER_WORDS, MY_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from patientbook.reading.models import Guide, Language

    from .assets import Assets
    from .entries import Entry
    from .manifest import App

# What script says, by kind of page.
WORDS = {"search": SEARCH_WORDS, "my-pages": MY_WORDS, "chapter": CHAPTER_WORDS | ALOUD_WORDS}
# The kind of page that loads each data file. Its name changes at every edit, so all other pages do without it: they
# stay the same bytes, are not compressed anew, and a reader's device does not fetch them again.
LOADED_BY = {"search": "search", "questions": "my-pages"}
WORKER = "sw.js"
BASE = "@@BASE@@"  # in the notices: where the site starts, known only when it is served


@dataclass(frozen=True)
class Frame:
    """``entries`` are the pages of notebooks, ``further`` the guide's other pages, ``tools`` those that script makes.

    ``health`` is the address that pages ask whether the server is still there, relative to the site's root.
    ``data`` has, by language, the paths of the data files that script loads; ``apps`` what an installed guide is, empty
    where it cannot be installed.
    """

    guide: Guide
    assets: Assets
    health: str | None
    entries: tuple[Entry, ...]
    further: tuple[Entry, ...]
    tools: tuple[Entry, ...]
    data: Mapping[str, Mapping[str, str]]
    apps: Mapping[str, App]

    def fill(self, template: str, language: Language, here: str | None, *, kind: str, **values: object) -> str:
        """The page at the path ``here``; None for a notice, which may be shown at any path."""
        code = language.code
        text: str = (
            templates()
            .get_template(f"{template}.html.j2")
            .render(
                labels=LABELS,
                language=code,
                direction="ltr",
                guide_title=language.title,
                notice=language.notice,
                home=f"{code}/index.html",
                base=BASE if here is None else "../" * here.count("/"),
                here=here,
                assets=self.assets,
                app=self.apps.get(code),
                health=self.health if here is not None else None,
                about=self._about(language, here, kind) if here is not None else None,
                entries=_of(code, self.entries),
                further=_of(code, self.further),
                contact=self.guide.settings.contact,
                tools=_of(code, self.tools),
                **values,
            )
        )
        return text

    def _about(self, language: Language, here: str, kind: str) -> dict[str, object]:
        """What the page's script is told about it (`widgets/src/reader/site.ts`)."""
        data = self.data.get(language.code, {})
        return {
            "guide": self.guide.settings.id,
            "language": language.code,
            "kind": kind,
            "page": here,
            "base": "../" * here.count("/"),
            "data": {name: data.get(name, "") if kind == by else "" for name, by in LOADED_BY.items()}
            | {"aloud": self.assets.scripts["aloud"]}
            | ({"docs": data["docs"]} if kind == "search" and "docs" in data else {}),
            "worker": WORKER if self.apps else None,
            "shared_device": False,
            "words": SCRIPT_WORDS | WORDS.get(kind, {}),
        }


def _of(language: str, entries: tuple[Entry, ...]) -> list[Entry]:
    return [each for each in entries if each.language == language]
