"""A PDF read again: its words in their order, its links, and what stands where they lead."""

import io
import re
from dataclasses import dataclass
from functools import cache, cached_property

import pikepdf
import pypdfium2
from pypdfium2 import raw

SAME_LINE = 4  # points by which letters of one line may differ in height
GAP = 14  # points between what stands side by side: text and margin, or two columns
INDENT = 40  # points by which the number of a source, or the mark of an item, stands before its words
SHOWN_ABOVE = 5  # Typst lets a reader see ten points above the letters that a link leads to, or above their foot


@dataclass(frozen=True)
class Letter:
    """A letter, and the box of its line around it."""

    letter: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """How high it stands."""
        return (self.bottom + self.top) / 2


@dataclass(frozen=True)
class Link:
    """A link within the PDF: its page, its words, the page it leads to, and the line that stands there."""

    page: int
    words: str
    to_page: int
    to_line: str


def letters(text: str) -> str:
    """Letters and digits alone: how lines are broken and which quotation marks are used makes no difference."""
    return re.sub(r"[\W_]+", "", text)


class Paper:
    """A PDF. Pages are counted from 1."""

    def __init__(self, content: bytes) -> None:
        self.pages = pypdfium2.PdfDocument(content)
        self.pdf = pikepdf.open(io.BytesIO(content))
        self._numbers = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages, 1)}
        self._letters = cache(self._letters_of)
        self._read = cache(lambda number: self.pages[number - 1].get_textpage().get_text_range())

    def text(self, first: int = 1, last: int | None = None) -> str:
        """Letters and digits of the pages from ``first`` to ``last``, in the order of the file."""
        return letters("".join(map(self._read, range(first, (last or len(self.pages)) + 1))))

    @cached_property
    def bookmarks(self) -> list[tuple[int, str, int, str]]:
        """Depth, title, page and the line it leads to, of every bookmark."""
        with self.pdf.open_outline() as outline:
            return list(self._bookmarks(outline.root, 1))

    def page_of(self, title: str) -> int:
        """The page on which a part begins, by its bookmark."""
        return next(page for depth, words, page, _ in self.bookmarks if depth == 1 and words.endswith(title))

    @cached_property
    def links(self) -> list[Link]:
        """Every link within the PDF."""
        return [link for number in range(1, len(self.pages) + 1) for link in self._links(number)]

    def told(self, first: int = 1, last: int | None = None) -> str:
        """The same in the order in which screen readers tell it, which the tags say."""
        pages = range(first, (last or len(self.pages)) + 1)
        marked = {number: self._marked(number) for number in pages}
        return letters("".join(marked[page].pop(mark, "") for page, mark in self._tags if page in marked))

    @cached_property
    def _tags(self) -> list[tuple[int, int]]:
        return list(self._tagged(self.pdf.Root.StructTreeRoot.K, 0))

    def _bookmarks(self, items, depth):
        for item in items:
            page, left, top = self._target(item.destination)
            yield depth, item.title, page, self._line(page, left, top)
            yield from self._bookmarks(item.children, depth + 1)

    def _links(self, number: int):
        for note in self.pdf.pages[number - 1].obj.get("/Annots", []):
            if "/Dest" in note:
                corners = [float(each) for each in note.get("/QuadPoints", note.Rect)]
                words = " ".join(self._within(number, *box) for box in _boxes(corners))
                page, left, top = self._target(note.Dest)
                yield Link(number, words, page, self._line(page, left, top))

    @cached_property
    def _names(self):
        return pikepdf.NameTree(self.pdf.Root.Names.Dests)

    def _target(self, to) -> tuple[int, float, float]:
        """The page, and the upper left corner of what shall be seen on it."""
        if not isinstance(to, pikepdf.Array):
            to = self._names[str(to)]
            to = to.D if isinstance(to, pikepdf.Dictionary) else to
        return self._numbers[to[0].objgen], float(to[2]), float(to[3])

    def _letters_of(self, number: int) -> list[Letter]:
        page = self.pages[number - 1].get_textpage()
        text = self._read(number)  # one letter, one box: nothing outside the first plane of Unicode is in the guide
        assert len(text) == page.count_chars()
        boxes = (page.get_charbox(at, loose=True) for at in range(len(text)))
        return [Letter(letter, *box) for letter, box in zip(text, boxes, strict=True) if letter not in "\r\n"]

    def _within(self, number: int, left: float, bottom: float, right: float, top: float) -> str:
        inside = (
            each
            for each in self._letters(number)
            if left < (each.left + each.right) / 2 < right and bottom < each.middle < top
        )
        return "".join(each.letter for each in inside).strip()

    def _line(self, number: int, left: float, top: float) -> str:
        """The line that stands below ``top``, from its left edge on as far as its words go."""
        below = [
            each for each in self._letters(number) if each.middle < top - SHOWN_ABOVE and each.left > left - INDENT
        ]
        height = max((each.middle for each in below if each.left < left + INDENT and each.letter.strip()), default=0)
        line, end = "", None
        for each in sorted((each for each in below if abs(each.middle - height) < SAME_LINE), key=lambda one: one.left):
            if end is not None and each.left - end > GAP:
                break
            line, end = line + each.letter, each.right
        return line.strip()

    def _marked(self, number: int) -> dict[int, str]:
        """The words of a page by the number that the tags know them by."""
        page = self.pages[number - 1]
        text_page, found = page.get_textpage(), {}
        for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=text_page):
            mark = raw.FPDFPageObj_GetMarkedContentID(each)
            found[mark] = found.get(mark, "") + each.extract()
        return found

    def _tagged(self, part, page):
        """Page and number of each run of words, in order."""
        if isinstance(part, pikepdf.Array):
            for each in part:
                yield from self._tagged(each, page)
        elif isinstance(part, pikepdf.Dictionary):
            page = self._numbers[part.Pg.objgen] if "/Pg" in part else page
            if part.get("/Type") == "/MCR":
                yield page, int(part.MCID)
            elif "/K" in part:
                yield from self._tagged(part.K, page)
        else:
            yield page, int(part)


def _boxes(corners: list[float]) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each line of a link: two corners, or four for each of its lines."""
    lines = [corners] if len(corners) == 4 else [corners[at : at + 8] for at in range(0, len(corners), 8)]
    return [(min(line[::2]), min(line[1::2]), max(line[::2]), max(line[1::2])) for line in lines]
