"""What an author most likely meant by a name that is not quite right, so that one slip does not look like many."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from .root import GUIDE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .models import GuideSettings
    from .places import Document

_ENDINGS = (".md", ".yaml", ".bib")


class Meant(NamedTuple):
    """The way out, and the file (without its ending, for files of chapters with `.md`) that the author meant."""

    way_out: str
    about: str


def file_meant(root: Path, file: PurePosixPath, taken: Iterable[str] = ()) -> Meant | None:
    """The file beside a missing one that was most likely meant by it; ``taken`` are the names that others have."""
    folder = root / file.parent
    try:
        there = sorted(path.name for path in folder.iterdir() if path.is_file())
    except OSError:
        return None
    spare = [name for name in there if Path(name).stem not in set(taken)]
    by_lower = {name.lower(): name for name in spare}
    other_ending = [name for name in spare if name.startswith((f"{file.stem}.", f"{file.stem.capitalize()}."))]
    close = [name for name in get_close_matches(file.name, spare, n=1) if Path(name).suffix == file.suffix]
    found = by_lower.get(file.name) or next(iter([*other_ending, *close]), None)
    if found is None:
        return None
    return Meant(f"There is '{found}': rename it to '{file.name}'.", (file.parent / found).as_posix())


def as_meant(settings: GuideSettings, document: Document, root: Path) -> GuideSettings:
    """The settings with ids of chapters that were written with an ending, and the glossary's name put right."""
    written = document.value(("chapters",))
    chapters = settings.chapters
    if isinstance(written, list):
        ids = [_without_ending(one) for one in written if isinstance(one, str)]
        folders = [root / GUIDE_FILE.parent / language.code for language in settings.languages]
        known = {id_ for id_ in ids if id_ in chapters or any((each / f"{id_}.md").is_file() for each in folders)}
        chapters = tuple(id_ for id_ in ids if id_ in known)
    glossary = settings.glossary
    if glossary not in chapters:
        listing = (id_ for id_ in chapters if _lists_terms(root, settings, id_))
        glossary = next(iter(get_close_matches(glossary, chapters, n=1)), None) or next(listing, glossary)
    return settings.model_copy(update={"chapters": chapters, "glossary": glossary})


def _lists_terms(root: Path, settings: GuideSettings, id_: str) -> bool:
    file = root / GUIDE_FILE.parent / settings.languages[0].code / f"{id_}.md"
    return file.is_file() and b"lesson.term_list()" in file.read_bytes()


def _without_ending(name: str) -> str:
    return next((name.removesuffix(ending) for ending in _ENDINGS if name.endswith(ending)), name)
