"""The way to a workshop on the start pages of a site, where an app holds workshops."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .article import templates
from .copies import with_copies
from .entries import Entry
from .labels import LABELS
from .site import make_file

if TYPE_CHECKING:
    from .site import Site

_MARK = b"<!-- workshops -->\n"  # where `workshops.html.j2` would stand


def with_workshops(site: Site) -> Site:
    """The site with a way to `join` on its start pages.

    The store keeps the site without it, so that `build` in one window still shows in an app that runs in another.
    """
    changed = {}
    for path, file in site.files.items():
        if path.endswith("/index.html") and _MARK in file.content:
            link = _link(path.partition("/")[0], "../" * path.count("/")).encode()
            changed[path] = make_file(path, file.content.replace(_MARK, link))
    files = {path: changed.get(path, file) for path, file in site.files.items()}
    return with_copies(replace(site, files=files), site.files.values())


def _link(language: str, base: str) -> str:
    join = Entry("join", LABELS["workshop_join"], language, "tool", description=LABELS["workshop_join_line"])
    template = templates().get_template("workshops.html.j2")
    made: str = template.render(workshops=[join], labels=LABELS, base=base, words={"lines": {}})
    return made
