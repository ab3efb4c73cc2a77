"""The pages of a guide from its executed notebooks and its further pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from patientbook.reading.pages import HOME

from .article import Article, make_article, make_page_article
from .assets import hashed, read_assets
from .documentation import Documentation, documentation_for, without_documentation
from .entries import Entry, Offers, chapter_of, further_entries, language_of, notebook_entries, page_of, tool_entries
from .frame import BASE, WORKER, Frame
from .home import how_long, make_home
from .labels import LABELS
from .look import read_logo
from .manifest import icon_files, make_app, write_manifest
from .my_labels import MY_LABELS
from .offline import AWAY, make_worker
from .question_data import Asking, question_script
from .search_data import Searched, search_script
from .site import File, Site, make_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import PurePosixPath

    from nbformat import NotebookNode

    from patientbook.reading.models import Chapter, Guide, Language, Sections

    from .assets import Assets
    from .entries import Download
    from .manifest import App

__all__ = ["BASE", "NOTICES", "build_site"]

NOTICES = {"404.html": "not_found", "503.html": "full", "500.html": "broken", "503-download.html": "download_not"}
NO_OFFERS = Offers()


@dataclass(frozen=True)
class Page:
    """A page with an article, before it is framed. ``chapter`` and ``run`` are None where it has none."""

    entry: Entry
    article: Article
    chapter: Chapter | None = None
    run: NotebookNode | None = None


def build_site(  # noqa: PLR0913 - what is in it, and where it will stand
    guide: Guide,
    runs: Mapping[PurePosixPath, NotebookNode],
    digest: str,
    *,
    health: str | None,
    offers: Offers = NO_OFFERS,
    is_folder: bool = False,
) -> Site:
    """Every page of the guide.

    ``runs`` are the executed notebooks by path relative to the guide's folder; ``health`` is the address pages ask
    whether the server is still there, relative to the site's root, None where no server stands behind them.
    ``is_folder`` is for pages that are opened as files: browsers then know no service worker and install nothing.

    Raises:
        PatientbookError: the widgets have not been built.
    """
    articles = {path: make_article(run, guide.settings.glossary, _boxes(guide, path)) for path, run in runs.items()}
    entries = notebook_entries(guide, runs, {path: article.title for path, article in articles.items()})
    notebooks = [Page(entry, articles[path], chapter_of(guide, path), runs[path]) for path, entry in entries.items()]
    pages = [page for page in notebooks if not page.entry.is_live]
    further = [Page(entry, _further_article(guide, entry)) for entry in further_entries(guide)]
    docs = documentation_for(page.article for page in further)
    scripts = {code: {**_scripts(guide, code, [*pages, *further]), **docs.scripts} for code in guide.languages}
    data = {
        code: {name: hashed(f"{name}-{code}.js", script) for name, script in own.items()}
        for code, own in scripts.items()
    }
    assets = read_assets(guide.settings.look, read_logo(guide))
    apps = {each.code: make_app(each, assets) for each in guide.settings.languages}
    tools = tuple(tool_entries(guide))
    others = tuple(page.entry for page in further)
    frame = Frame(guide, assets, health, tuple(entries.values()), others, tools, data, {} if is_folder else apps)
    texts = dict(_Printer(frame, offers, docs).pages(pages, further))
    files: dict[str, File] = {path: make_file(path, text.encode()) for path, text in texts.items()}
    files |= {path: make_file(path, content) for path, content in {**assets.contents, **docs.files}.items()}
    files |= {path: make_file(path, scripts[code][name]) for code in data for name, path in data[code].items()}
    home = f"{guide.settings.languages[0].code}/index.html"
    if not is_folder:
        files |= _app_files(guide, apps, assets)
        kept = without_documentation(files, docs)
        files[WORKER] = make_worker(home, kept, {*NOTICES, *icon_files(), assets.scripts["live"]})
    names = {page_of(path): path.relative_to("notebooks").as_posix() for path in entries}
    return Site(
        digest=digest,
        home=home,
        files=files,
        notebooks=names,
        live={page_of(path): names[page_of(path)] for path, entry in entries.items() if entry.is_live},
        downloads=tuple(each.href for each in offers.downloads),
    )


def _app_files(guide: Guide, apps: Mapping[str, App], assets: Assets) -> dict[str, File]:
    """What an installed guide needs besides its pages."""
    contents = icon_files()
    contents |= {
        apps[each.code].manifest: write_manifest(apps[each.code], each, assets) for each in guide.settings.languages
    }
    return {path: make_file(path, content) for path, content in contents.items()}


def _boxes(guide: Guide, path: PurePosixPath) -> Sections | None:
    """The headings that become boxes: a chapter has some, an educator's own notebook has none."""
    return language_of(guide, path).sections if chapter_of(guide, path) else None


def _further_article(guide: Guide, entry: Entry) -> Article:
    page = guide.languages[entry.language].pages[entry.href.rpartition("/")[2].removesuffix(".html")]
    return make_page_article(page, guide.settings.glossary)


def _scripts(guide: Guide, code: str, pages: list[Page]) -> dict[str, bytes]:
    """The data files of one language, by name."""
    own = [page for page in pages if page.entry.language == code]
    searched = [
        Searched(
            page.entry.href, page.entry.title, page.article, page.entry.number, page.chapter.id if page.chapter else ""
        )
        for page in own
    ]
    asking = [Asking(page.entry.href, page.entry.title, page.run) for page in own if page.run]
    return {
        "search": search_script(guide.languages[code], guide.settings.glossary, searched),
        "questions": question_script(code, asking),
    }


class _Printer:
    """Makes one kind of page after the other, all in the same frame."""

    def __init__(self, frame: Frame, offers: Offers, docs: Documentation) -> None:
        self._frame = frame
        self._offers = offers
        self._docs = docs
        self._guide = frame.guide

    def pages(self, notebooks: list[Page], further: list[Page]) -> Iterator[tuple[str, str]]:
        """Path and text of every page."""
        languages = {each.code: each for each in self._guide.settings.languages}
        first = self._guide.settings.languages[0]
        for page in notebooks:
            own = [each.entry for each in notebooks if each.entry.language == page.entry.language]
            yield page.entry.href, self._chapter(page, languages[page.entry.language], own)
        for page in further:
            yield page.entry.href, self._further(page, languages[page.entry.language])
        for code, language in languages.items():
            yield f"{code}/index.html", self._home(language)
            yield f"{code}/search.html", self._search(language)
            yield f"{code}/my-pages.html", self._my_pages(language)
        for entry, article in self._docs.pages:
            yield entry.href, self._documentation(entry, article, languages.get(entry.language, first))
        for name, kind in NOTICES.items():
            yield name, self._notice(kind, again=kind == "download_not")
        yield AWAY, self._notice("away", again=True)

    def _chapter(self, page: Page, language: Language, own: list[Entry]) -> str:
        at = own.index(page.entry)
        return self._frame.fill(
            "chapter",
            language,
            page.entry.href,
            kind="glossary" if page.entry.kind == "glossary" else "chapter",
            title=page.entry.title,
            description=page.entry.description,
            article=page.article,
            kicker=_kicker(page.entry, sum(1 for each in own if each.number)),
            downloads=[each for each in self._offers.downloads if each.page == page.entry.href],
            previous=own[at - 1] if at > 0 else None,
            next=own[at + 1] if at + 1 < len(own) else None,
        )

    def _further(self, page: Page, language: Language) -> str:
        entry = page.entry
        words = {"title": entry.title, "description": entry.description, "article": page.article}
        return self._frame.fill("page", language, entry.href, kind="page", **words)

    def _documentation(self, entry: Entry, article: Article, language: Language) -> str:
        words = {"title": entry.title, "description": entry.description, "article": article}
        own = {"all": [each for each, _ in self._docs.pages], "style": self._docs.style}
        return self._frame.fill("documentation", language, entry.href, kind="page", **words, **own)

    def _home(self, language: Language) -> str:
        code = language.code
        entries = [each for each in self._frame.entries if each.language == code]
        page = self._guide.languages[code].pages.get(HOME)
        return self._frame.fill(
            "home",
            language,
            f"{code}/index.html",
            kind="home",
            title=language.title,
            description=page.front.description if page else language.tagline,
            words=make_home(page, self._guide.settings.glossary, language, entries),
            how_long=how_long(entries),
            contacts=language.contacts,
            downloads=self._downloads(code, "guide"),
            sheets=self._downloads(code, "sheet"),
            workshops=[each for each in self._offers.workshops if each.language == code],
        )

    def _downloads(self, code: str, of: str) -> list[Download]:
        return [each for each in self._offers.downloads if (each.language, each.of) == (code, of)]

    def _search(self, language: Language) -> str:
        own = [each for each in self._frame.entries if each.language == language.code]
        glossary = next((each.href for each in own if each.kind == "glossary"), None)
        words = {"title": LABELS["search"], "description": LABELS["search_line"], "glossary": glossary}
        return self._frame.fill("search", language, f"{language.code}/search.html", kind="search", **words)

    def _my_pages(self, language: Language) -> str:
        words = {"title": LABELS["my_pages"], "description": LABELS["my_pages_line"]}
        own = {"my": MY_LABELS, "box": language.sections.questions}
        return self._frame.fill("my_pages", language, f"{language.code}/my-pages.html", kind="my-pages", **words, **own)

    def _notice(self, kind: str, *, again: bool = False) -> str:
        words = {"title": LABELS[kind], "description": "", "text": LABELS[f"{kind}_text"], "again": again}
        return self._frame.fill("notice", self._guide.settings.languages[0], None, kind="notice", **words)


def _kicker(entry: Entry, count: int) -> str:
    if not entry.number:
        return ""
    where = LABELS["chapter_of" if count > 1 else "chapter"].format(number=entry.number, count=count)
    return f"{where} · {LABELS['minutes'].format(count=entry.minutes)}"
