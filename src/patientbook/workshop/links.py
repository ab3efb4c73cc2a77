"""Links as pages of a workshop have them: they stand in other folders than the guide, so each names its whole path."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any

from patientbook.pages.markdown import page_link

if TYPE_CHECKING:
    from collections.abc import Callable

_ELSEWHERE = re.compile(r"\w+:|/")
_HREF = re.compile(r'(?<=href=")[^"]+')


def link_from(page: str, base: str) -> Callable[[str], str]:
    """What turns a link of ``page`` (`en/01-x.html`) into one from anywhere; ``base`` is where the site starts."""

    def link(href: str) -> str:
        if _ELSEWHERE.match(href):
            return href
        path, mark, fragment = page_link(href).partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        return f"{base}{target}{mark}{fragment}"

    return link


def with_links(value: Any, link: Callable[[str], str]) -> Any:  # noqa: ANN401 - any JSON
    """``value`` with every `href` in it, and in its HTML, passed through ``link``."""
    if isinstance(value, dict):
        return {
            key: link(each) if key == "href" and isinstance(each, str) else with_links(each, link)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [with_links(each, link) for each in value]
    return _HREF.sub(lambda found: link(found[0]), value) if isinstance(value, str) else value
