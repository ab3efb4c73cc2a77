"""Pages of a website as files: where their links lead, and what has an id in them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import html5lib

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

NAMES = ("href", "src", "action", "poster", "data")  # attributes that hold an address
IN_STYLE = re.compile(r"""url\(["']?([^"')]+)""")


@dataclass(frozen=True)
class Link:
    """An address as it stands in a file, and where it leads within the site: a file's path, and an id or nothing."""

    file: str
    written: str
    to_file: str
    to_id: str


class Webpages:
    """The files of a website by their paths. What begins with one of ``starts`` leads into it too."""

    def __init__(self, files: Mapping[str, bytes], *starts: str) -> None:
        self.files = files
        self._starts = starts

    @cached_property
    def trees(self) -> dict[str, Element]:
        """Every page, parsed."""
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        return {name: parser.parse(made.decode()) for name, made in self.files.items() if name.endswith(".html")}

    @cached_property
    def ids(self) -> dict[str, list[str]]:
        """All ids of each page."""
        return {
            name: [each.attrib["id"] for each in tree.iter() if "id" in each.attrib]
            for name, tree in self.trees.items()
        }

    @cached_property
    def links(self) -> list[Link]:
        """Every link within the site, of pages and of styles."""
        written = [(name, address) for name, tree in self.trees.items() for address in _addresses(tree)]
        for name, made in self.files.items():
            if name.endswith(".css"):
                written += [(name, address) for address in IN_STYLE.findall(made.decode())]
        return [link for name, address in written if (link := self._link(name, address))]

    def _link(self, name: str, address: str) -> Link | None:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None
        path = unquote(parts.path)
        start = next((each for each in self._starts if path.startswith(each)), None)
        if start:
            path = path.removeprefix(start)
        else:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
        return Link(name, address, path, unquote(parts.fragment))


def _addresses(tree: Element) -> Iterator[str]:
    for each in tree.iter():
        yield from (each.attrib[name] for name in NAMES if name in each.attrib)
        yield from (part.split()[0] for part in each.attrib.get("srcset", "").split(",") if part.strip())


def main_text(tree: Element) -> str:
    """The words of the page's main part, in their order."""
    [main] = tree.iter("main")
    return " ".join("".join(main.itertext()).split())
