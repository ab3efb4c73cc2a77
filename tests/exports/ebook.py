"""An EPUB opened again: its documents, what has an id in them, its links, and its words."""

import io
import posixpath
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import cached_property
from zipfile import ZipFile

X = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
EPUB = "{http://www.idpf.org/2007/ops}"
FOLDER = "EPUB/"


@dataclass(frozen=True)
class Link:
    """A link: the document it stands in, its element, and where it leads (a file's path, and an id or nothing)."""

    file: str
    element: ET.Element
    to_file: str
    to_id: str


def letters(text):
    """Letters and digits alone: how lines are broken makes no difference."""
    return re.sub(r"[\W_]+", "", text)


def words(element, without=()):
    """The words of an element, leaving out what has one of these names or classes."""
    if without and ({element.tag.removeprefix(X)} | set(element.get("class", "").split())) & set(without):
        return ""
    inside = "".join(words(child, without) + (child.tail or "") for child in element)
    return (element.text or "") + inside


class Ebook:
    """An EPUB. Names of files are those in the package document."""

    def __init__(self, content):
        self.zip = ZipFile(io.BytesIO(content))
        names = [name for name in self.zip.namelist() if name.startswith(FOLDER)]
        self.files = {name.removeprefix(FOLDER): self.zip.read(name) for name in names}

    @cached_property
    def package(self):
        return ET.fromstring(self.files["package.opf"])  # noqa: S314 - we wrote it

    @cached_property
    def documents(self):
        """Every XHTML document by its name."""
        pages = {name: made for name, made in self.files.items() if name.endswith(".xhtml")}
        return {name: ET.fromstring(made) for name, made in pages.items()}  # noqa: S314 - we wrote it

    @cached_property
    def ids(self):
        """The elements of each document by their ids."""
        return {
            name: {element.get("id"): element for element in root.iter() if element.get("id")}
            for name, root in self.documents.items()
        }

    @cached_property
    def spine(self):
        """The documents in the order of reading, and whether who turns the pages comes to them."""
        names = {item.get("id"): item.get("href") for item in self.package.iter(f"{OPF}item")}
        return {names[each.get("idref")]: each.get("linear") != "no" for each in self.package.iter(f"{OPF}itemref")}

    def meta(self, name):
        """The values of a property of the whole book."""
        found = (each for each in self.package.iter(f"{OPF}meta") if each.get("property") == name)
        return [each.text for each in found]

    @cached_property
    def links(self):
        """Every link within the book."""
        return [link for name in self.documents for link in self._links(name)]

    def _links(self, name):
        for element in self.documents[name].iter(f"{X}a"):
            if ":" not in element.get("href").partition("#")[0]:
                path, _, id_ = element.get("href").partition("#")
                yield Link(name, element, posixpath.normpath(path) if path else name, id_)

    def target(self, link):
        """What a link within the book leads to."""
        return self.ids[link.to_file][link.to_id] if link.to_id else self.documents[link.to_file]

    def of_type(self, name, type_):
        """The elements of a document that say with `epub:type` that they are this."""
        return [each for each in self.documents[name].iter() if type_ in each.get(f"{EPUB}type", "").split()]
