"""What a PDF says of its content to those who have it read aloud: a tree of headings, paragraphs, tables, figures.

Each stretch of a page's operators that belongs to an element stands between marks with a number; the tree names page
and number. Elements come in the order in which they are first painted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from reportlab.pdfbase import pdfdoc

from cjeditor.layout.tags import Tag

NOT_READ: Final = "/Artifact BMC"
"""Begins a stretch that belongs to nothing."""

_HOLDERS: Final = ("TH", "TD", "LBody")
_ATTRIBUTES: Final = {"TH": "/A<</O/Table/Scope/Column>>"}
_LONGEST_SAID: Final = 8_000
"""Characters."""
_SAME_LINE = 0.5
"""Two boxes of a link that share so much of the lower one's height are one."""

Document = Any
"""reportlab's document; the stubs do not know it."""


class Target(NamedTuple):
    """Where links lead: a page counted from 0, and a height in points from its bottom."""

    page: int
    y: float


class _Stretch(NamedTuple):
    """Marked content: a page counted from 0, and its number there."""

    page: int
    number: int


class _Box(NamedTuple):
    """Where a page can be clicked, in points from the bottom left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


class Element:
    """A node of the tree."""

    __slots__ = ("boxes", "kids", "parent", "role", "tag")

    def __init__(self, role: str, parent: Element | None, tag: Tag | None = None) -> None:
        self.role = role
        self.parent = parent
        self.tag = tag
        self.kids: list[Element | _Stretch] = []
        self.boxes: list[_Box] = []
        if parent is not None:
            parent.kids.append(self)


class Structure:
    """The tree of one document while its pages are painted. `anchors` are known before the first of them."""

    def __init__(self) -> None:
        self.anchors: Mapping[str, Target] = {}
        self._root = Element("Document", None)
        self._elements: dict[Tag, Element | None] = {}
        self._pages: list[list[Element]] = [[]]
        self._clickable: list[Element] = []

    def next_page(self) -> None:
        """Go on with another page."""
        self._pages.append([])

    def paragraph(self) -> Element:
        """A new paragraph, for text that says nothing about itself."""
        return Element("P", self._root)

    def element(self, tag: Tag) -> Element | None:
        """The element of a tag, made where it is not there yet; None for what is not read."""
        if tag not in self._elements:
            self._elements[tag] = self._made(tag)
        return self._elements[tag]

    def opening(self, element: Element | None) -> str:
        """The operator that begins a stretch of an element on this page."""
        if element is None:
            return NOT_READ
        marked = self._pages[-1]
        element.kids.append(_Stretch(len(self._pages) - 1, len(marked)))
        marked.append(element)
        return f"/{element.role}<</MCID {len(marked) - 1}>>BDC"

    def click(self, tag: Tag, left: float, bottom: float, right: float, top: float) -> None:
        """Let a box of this page lead where a link leads, if there is such a place; boxes on one line are joined."""
        if self._role(tag) != "Link":
            return
        element = self.element(tag)
        if element is None:
            return
        box = _Box(len(self._pages) - 1, left, bottom, right, top)
        if not element.boxes:
            self._clickable.append(element)
        elif _on_one_line(element.boxes[-1], box):
            last = element.boxes.pop()
            box = _Box(
                last.page, min(last.left, left), min(last.bottom, bottom), max(last.right, right), max(last.top, top)
            )
        element.boxes.append(box)

    def objects(self, document: Document) -> dict[int, bytes]:
        """Tree and links as objects of the file by their numbers, which are reserved; all pages are in the document."""
        pages = self._pages[: len(document.Pages.pages)]
        return _Writing(document, pages, self.anchors).objects(self._root, self._clickable)

    def _made(self, tag: Tag) -> Element | None:
        if tag.role == "Artifact":
            return None
        parent: Element | None = self._root if tag.parent is None else self.element(tag.parent)
        if parent is None:
            return None
        if tag in self._elements:  # a cell that its row has just made
            return self._elements[tag]
        if tag.role == "LI":
            last = parent.kids[-1] if parent.kids else None
            items = last if isinstance(last, Element) and last.role == "L" else Element("L", parent)
            return Element("LBody", Element("LI", items), tag)
        made = Element(self._role(tag), parent, tag)
        for part in tag.parts:
            self._elements[part] = Element(part.role, made, part)
        return made

    def _role(self, tag: Tag) -> str:
        """The role of a tag; a link that leads nowhere is none."""
        dead = tag.role == "Link" and tag.leads.startswith("#") and tag.leads[1:] not in self.anchors
        return "Span" if dead else tag.role


def _on_one_line(one: _Box, other: _Box) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return one.page == other.page and shared > _SAME_LINE * min(one.top - one.bottom, other.top - other.bottom)


class _Writing:
    """Writes one tree as objects of a document.

    They are thousands and each is a line: they do not go through reportlab, which only gives numbers to them.
    """

    def __init__(self, document: Document, pages: list[list[Element]], anchors: Mapping[str, Target]) -> None:
        self._document = document
        self._pages = pages
        self._anchors = anchors
        self._objects: dict[int, bytes] = {}
        self._numbers: dict[Element, int] = {}
        known = document.idToObjectNumberAndVersion
        self._page_numbers: list[int] = [known[page.__InternalName__][0] for page in document.Pages.pages]
        self._annotations: dict[Element, list[tuple[int, int]]] = {}
        """Page and object number of each."""

    def objects(self, root: Element, clickable: list[Element]) -> dict[int, bytes]:
        """All of it by number; the document's catalogue and pages say where to begin."""
        top, parents = self._reserve(), self._reserve()
        order: list[Element] = []
        self._register(root, order)
        lines = [
            f"{i}[{' '.join(f'{self._numbers[element]} 0 R' for element in marked)}]"
            for i, marked in enumerate(self._pages)
        ]
        lines += self._annotate(clickable)
        self._objects[parents] = f"<</Nums[{' '.join(lines)}]>>".encode("ascii")
        self._objects[top] = (
            f"<</Type/StructTreeRoot/K {self._numbers[root]} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(lines)}>>"
        ).encode("ascii")
        for element in order:
            self._objects[self._numbers[element]] = self._formatted(element, top)
        for i, page in enumerate(self._document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = i, "/S"
        catalog = self._document.Catalog
        catalog.StructTreeRoot = f"{top} 0 R"
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        return self._objects

    def _reserve(self) -> int:
        self._document.objectcounter += 1
        return int(self._document.objectcounter)

    def _register(self, element: Element, order: list[Element]) -> None:
        number = self._numbers[element] = self._reserve()
        order.append(element)
        kids = element.kids
        if element.role in _HOLDERS and len(kids) == 1 and isinstance(kids[0], Element) and kids[0].role == "P":
            # A cell or item of one paragraph is that paragraph: half as many objects.
            self._numbers[kids[0]] = number
            kids = element.kids = kids[0].kids
        for kid in kids:
            if isinstance(kid, Element):
                self._register(kid, order)

    def _annotate(self, clickable: list[Element]) -> list[str]:
        """Make the annotations of all links; return their lines of the tree of parents."""
        lines: list[str] = []
        by_page: dict[int, list[str]] = {}
        for element in clickable:
            for box in element.boxes:
                key = len(self._pages) + len(lines)
                number = self._reserve()
                self._objects[number] = self._link(element, box, key)
                by_page.setdefault(box.page, []).append(f"{number} 0 R")
                self._annotations.setdefault(element, []).append((box.page, number))
                lines.append(f"{key} {self._numbers[element]} 0 R")
        for page, found in by_page.items():
            self._document.Pages.pages[page].Annots = pdfdoc.PDFArray(found)
        return lines

    def _link(self, element: Element, box: _Box, key: int) -> bytes:
        tag = element.tag
        leads, said = (tag.leads, tag.said) if tag is not None else ("", "")
        rect = " ".join(f"{value:.2f}" for value in box[1:])
        if leads.startswith("#"):
            page, y = self._anchors[leads[1:]]
            target = f"/Dest[{self._page_numbers[page]} 0 R/XYZ null {y:.2f} null]".encode("ascii")
        else:
            target = b"/A<</S/URI/URI" + self._string(_as_ascii(leads)) + b">>"
        start = f"<</Type/Annot/Subtype/Link/Rect[{rect}]/Border[0 0 0]/F 4/StructParent {key}".encode("ascii")
        return start + target + b"/Contents" + self._string(said or leads.removeprefix("#")) + b">>"

    def _formatted(self, element: Element, top: int) -> bytes:
        parent = top if element.parent is None else self._numbers[element.parent]
        stretches = [kid for kid in element.kids if isinstance(kid, _Stretch)]
        page = stretches[0].page if stretches else -1
        kids = [self._kid(kid, page) for kid in element.kids]
        kids += [
            f"<</Type/OBJR/Obj {number} 0 R/Pg {self._page_numbers[on]} 0 R>>"
            for on, number in self._annotations.get(element, ())
        ]
        parts = [f"<</S/{element.role}/P {parent} 0 R"]
        if page >= 0:
            parts.append(f"/Pg {self._page_numbers[page]} 0 R")
        parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
        parts.append(_ATTRIBUTES.get(element.role, ""))
        tag = element.tag
        if tag is not None and tag.columns > 1:
            parts[-1] = f"/A<</O/Table/ColSpan {tag.columns}{'/Scope/Row' if element.role == 'TH' else ''}>>"
        start = "".join(parts).encode("ascii")
        # A link is read as it is written; what else it says stands at its boxes.
        silent = tag is None or not tag.said or (tag.role == "Link" and stretches)
        said = b"" if silent or tag is None else b"/Alt" + self._string(_in_short(tag.said))
        return start + said + b">>"

    def _kid(self, kid: Element | _Stretch, page: int) -> str:
        if isinstance(kid, Element):
            return f"{self._numbers[kid]} 0 R"
        if kid.page == page:
            return str(kid.number)
        return f"<</Type/MCR/Pg {self._page_numbers[kid.page]} 0 R/MCID {kid.number}>>"

    def _string(self, text: str) -> bytes:
        return bytes(pdfdoc.PDFString(text).format(self._document))


def _in_short(text: str) -> str:
    """A text that a listener can bear: files to keep have no string of more than 32 767 bytes."""
    if len(text) <= _LONGEST_SAID:
        return text
    start = text[:_LONGEST_SAID]
    return f"{start.rpartition(' ')[0] or start} …"


def _as_ascii(address: str) -> str:
    """An address of the web as a file holds it: other characters become escapes of their bytes."""
    return "".join(c if "!" <= c <= "~" else "".join(f"%{byte:02X}" for byte in c.encode("utf-8")) for c in address)
