"""The pages of a guide from its executed notebooks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .article import Article, make_article, templates
from .assets import Assets, hashed, read_assets
from .kernel_free import is_kernel_free
from .labels import LABELS, SCRIPT_WORDS, SEARCH_WORDS
from .search_data import Searched, search_script
from .site import File, Site, make_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePosixPath

    from nbformat import NotebookNode

    from patientbook.reading.models import Chapter, Guide, Language, Sections

BASE = "@@BASE@@"  # in the notices: where the site starts, known only when it is served
NOTICES = {"404.html": "not_found", "503.html": "full", "500.html": "broken"}


@dataclass(frozen=True)
class Entry:
    """A page as menus show it. ``href`` is relative to the site's root; ``number`` is a chapter's."""

    href: str
    title: str
    language: str
    number: int | None = None
    minutes: int | None = None
    description: str = ""
    is_live: bool = False


def build_site(guide: Guide, runs: Mapping[PurePosixPath, NotebookNode], digest: str, *, health: str | None) -> Site:
    """Every page of the guide.

    ``runs`` are the executed notebooks by path relative to the guide's folder; ``health`` is the address pages ask
    whether the server is still there, relative to the site's root, None where no server stands behind them.

    Raises:
        PatientbookError: the widgets have not been built.
    """
    return _Printer(guide, read_assets(), health).site(runs, digest)


class _Printer:
    """Holds what all pages of one site share while they are made."""

    def __init__(self, guide: Guide, assets: Assets, health: str | None) -> None:
        self._guide = guide
        self._assets = assets
        self._health = health
        self._first = guide.settings.languages[0]
        self._search: dict[str, str] = {}  # the path of each language's search data

    def site(self, runs: Mapping[PurePosixPath, NotebookNode], digest: str) -> Site:
        pages = {path: path.relative_to("notebooks") for path in runs}
        articles = {
            path: make_article(run, self._guide.settings.glossary, self._sections(path)) for path, run in runs.items()
        }
        entries = {path: self._entry(path, run, articles[path]) for path, run in runs.items()}
        ordered = sorted(entries, key=self._place)
        data = self._search_data({path: articles[path] for path in ordered if not entries[path].is_live}, entries)
        texts: dict[str, str] = {}
        for path in ordered:
            if not entries[path].is_live:
                texts[_page(path)] = self._chapter(path, articles[path], [entries[each] for each in ordered])
        for language in self._guide.settings.languages:
            texts[f"{language.code}/index.html"] = self._home(language, [entries[each] for each in ordered])
            texts[f"{language.code}/search.html"] = self._search_page(language, [entries[each] for each in ordered])
        for name, kind in NOTICES.items():
            texts[name] = self._notice(kind, [entries[each] for each in ordered])
        files: dict[str, File] = {path: make_file(path, text.encode()) for path, text in texts.items()}
        files |= {path: make_file(path, content) for path, content in (self._assets.contents | data).items()}
        return Site(
            digest=digest,
            home=f"{self._first.code}/index.html",
            files=files,
            notebooks={_page(path): pages[path].as_posix() for path in ordered},
            live={_page(path): pages[path].as_posix() for path in ordered if entries[path].is_live},
        )

    def _chapter(self, path: PurePosixPath, article: Article, entries: list[Entry]) -> str:
        here = _page(path)
        chapter = self._chapter_of(path)
        language = self._language(path)
        readable = [each for each in entries if each.language == language.code and not each.is_live]
        at = next(index for index, each in enumerate(readable) if each.href == here)
        return self._fill(
            "chapter",
            language,
            here,
            entries,
            kind="glossary" if chapter and chapter.id == self._guide.settings.glossary else "chapter",
            title=readable[at].title,
            description=chapter.front.purpose if chapter else "",
            article=article,
            kicker=_kicker(readable[at], sum(1 for each in readable if each.number)),
            previous=readable[at - 1] if at > 0 else None,
            next=readable[at + 1] if at + 1 < len(readable) else None,
        )

    def _home(self, language: Language, entries: list[Entry]) -> str:
        own = [each for each in entries if each.language == language.code]
        here = f"{language.code}/index.html"
        return self._fill(
            "home",
            language,
            here,
            own,
            kind="home",
            title=language.title,
            description=language.tagline,
            tagline=language.tagline,
        )

    def _search_page(self, language: Language, entries: list[Entry]) -> str:
        here = f"{language.code}/search.html"
        glossary = f"{language.code}/{self._guide.settings.glossary}.html"
        return self._fill(
            "search",
            language,
            here,
            entries,
            kind="search",
            title=LABELS["search"],
            description="",
            glossary=glossary if any(each.href == glossary for each in entries) else None,
        )

    def _search_data(
        self, articles: Mapping[PurePosixPath, Article], entries: Mapping[PurePosixPath, Entry]
    ) -> dict[str, bytes]:
        """The search data of every language by path, which the pages are told."""
        made: dict[str, bytes] = {}
        for language in self._guide.settings.languages:
            pages = [
                Searched(entry.href, entry.title, article, entry.number, chapter.id if chapter else "")
                for path, article in articles.items()
                if (entry := entries[path]).language == language.code
                for chapter in [self._chapter_of(path)]
            ]
            script = search_script(self._guide.languages[language.code], self._guide.settings.glossary, pages)
            self._search[language.code] = hashed(f"search-{language.code}.js", script)
            made[self._search[language.code]] = script
        return made

    def _notice(self, kind: str, entries: list[Entry]) -> str:
        return self._fill(
            "notice",
            self._first,
            None,
            entries,
            kind="notice",
            title=LABELS[kind],
            description="",
            text=LABELS[f"{kind}_text"],
        )

    def _fill(
        self, template: str, language: Language, here: str | None, entries: list[Entry], *, kind: str, **values: object
    ) -> str:
        text: str = (
            templates()
            .get_template(f"{template}.html.j2")
            .render(
                labels=LABELS,
                language=language.code,
                direction="ltr",
                guide_title=language.title,
                notice=language.notice,
                home=f"{language.code}/index.html",
                base=BASE if here is None else "../" * here.count("/"),
                here=here,
                assets=self._assets,
                health=self._health if here is not None else None,
                about=self._about(language, here, kind) if here is not None else None,
                entries=[each for each in entries if each.language == language.code],
                **values,
            )
        )
        return text

    def _about(self, language: Language, here: str, kind: str) -> dict[str, object]:
        """What the page's script is told about it (`widgets/src/reader/site.ts`)."""
        return {
            "guide": self._guide.settings.id,
            "language": language.code,
            "kind": kind,
            "page": here,
            "base": "../" * here.count("/"),
            "data": {"search": self._search.get(language.code, ""), "questions": ""},
            "worker": None,
            "shared_device": False,
            "words": SCRIPT_WORDS | (SEARCH_WORDS if kind == "search" else {}),
        }

    def _entry(self, path: PurePosixPath, run: NotebookNode, article: Article) -> Entry:
        chapter = self._chapter_of(path)
        is_live = not is_kernel_free(run)
        return Entry(
            href=f"voila/render/{path.relative_to('notebooks')}" if is_live else _page(path),
            title=chapter.front.title if chapter else article.title or path.stem,
            language=self._language(path).code,
            number=self._number(chapter) if chapter else None,
            minutes=chapter.front.minutes if chapter and chapter.id != self._guide.settings.glossary else None,
            description=chapter.front.purpose if chapter else "",
            is_live=is_live,
        )

    def _chapter_of(self, path: PurePosixPath) -> Chapter | None:
        content = self._guide.languages.get(path.parent.name)
        return content.chapters.get(path.stem) if content and len(path.parts) == 3 else None  # noqa: PLR2004 - notebooks/en/x

    def _number(self, chapter: Chapter) -> int | None:
        unnumbered = self._guide.settings.glossary
        numbered = [each for each in self._guide.settings.chapters if each != unnumbered and each[0].isdigit()]
        return numbered.index(chapter.id) + 1 if chapter.id in numbered else None

    def _language(self, path: PurePosixPath) -> Language:
        return next((each for each in self._guide.settings.languages if each.code in path.parts), self._first)

    def _sections(self, path: PurePosixPath) -> Sections | None:
        return self._language(path).sections if self._chapter_of(path) else None

    def _place(self, path: PurePosixPath) -> tuple[bool, int, str]:
        chapter = self._chapter_of(path)
        order = self._guide.settings.chapters
        return (chapter is None, order.index(chapter.id) if chapter else 0, path.as_posix())


def _page(path: PurePosixPath) -> str:
    return path.relative_to("notebooks").with_suffix(".html").as_posix()


def _kicker(entry: Entry, count: int) -> str:
    if not entry.number:
        return ""
    where = LABELS["chapter_of" if count > 1 else "chapter"].format(number=entry.number, count=count)
    return f"{where} · {LABELS['minutes'].format(count=entry.minutes)}"
