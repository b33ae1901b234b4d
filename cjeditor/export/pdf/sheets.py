"""Pages before they are printed: their frame, what lies on them, and a flow that fills one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import NamedTuple

from cjeditor.export.brand import Brand, logo_image
from cjeditor.export.options import OwnSize, Paper, points_of
from cjeditor.export.typeset import META, Piece, line_of, right_line_of
from cjeditor.export.views import View
from cjeditor.layout.breaking import elide
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Image, Line, Primitive, moved
from cjeditor.layout.tags import Tag
from cjeditor.texts import Texts

MARGIN = 40.0
_HEADER = 30.0
_TOP = 64.0
_BOTTOM = 44.0
_FOOTER = 30.0
_HIGHER, _BELOW = 37.0, 26.0
"""Where the two lines of a foot begin that has the words of a brand."""
_RULE = 17.0
"""From the words of the head to the rule below them."""
_LOGO_WIDTH, _LOGO_HEIGHT = 110.0, 20.0
_LONGEST_END = 0.6
_LARGEST_PLAIN = 612.0
"""The short side of Letter in points: on larger sheets text grows by the root of their size."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; `level` 0 is the outermost. Printed contents leave out what is not `listed`."""

    title: str
    level: int
    listed: bool = True


class Anchor(NamedTuple):
    """A place on a sheet that links lead to by its name; `y` is a height of the frame."""

    name: str
    y: float = 0.0


def page_anchor(number: int) -> str:
    """The name of the anchor that every page is, by its number counted from 1."""
    return f"page-{number}"


def phase_anchor(phase_id: str) -> str:
    """The name of the anchor that the sheet of a phase has."""
    return f"phase-{phase_id}"


class Area(NamedTuple):
    """A box of a page that leads where its tag does, in points from the upper left corner."""

    x: float
    y: float
    width: float
    height: float
    tag: Tag


@dataclass(slots=True)
class Sheet:
    """One page: shapes in the frame's own units, views with a scale of their own, and its bookmarks.

    `head` is the chapter that stands at the right of the page's head instead of the frame's own words; a `bare` page
    has neither head nor foot. One that `shows_logo` has it among its shapes, and not in the head as well.
    `size` is the width and height in points of a page on other paper than its frame's. `anchors` are what links lead
    to, `areas` what leads there without being text, `label` what viewers call the page instead of its number.
    """

    shapes: list[Primitive] = field(default_factory=list)
    views: list[View] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    head: str = ""
    bare: bool = False
    shows_logo: bool = False
    size: tuple[float, float] | None = None
    anchors: list[Anchor] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    label: str = ""


class Ends(NamedTuple):
    """A line whose beginning is shortened where it is too long, so that its end stays."""

    start: str
    end: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The page every sheet has. Lengths are units of `unit` points, which is one point on A4 and Letter.

    `left_head` and so on are the lines at the top and bottom of each page. `brand` adds its logo and its words there.
    """

    width: float
    height: float
    unit: float
    left_head: Ends
    right_head: str
    left_foot: Ends
    brand: Brand | None = None

    @property
    def left(self) -> float:
        """Where the text begins."""
        return MARGIN

    @property
    def right(self) -> float:
        """Where the text ends."""
        return self.width - MARGIN

    @property
    def top(self) -> float:
        """Where the text begins below the header."""
        return _TOP

    @property
    def bottom(self) -> float:
        """Where the text ends above the footer."""
        return self.height - _BOTTOM

    @property
    def inner_width(self) -> float:
        """The width of the text."""
        return self.width - 2 * MARGIN

    @property
    def inner_height(self) -> float:
        """The height of the text."""
        return self.bottom - self.top

    def furniture(self, page: int, pages: int, chapter: str = "", *, logo: bool = True) -> list[Primitive]:
        """Header, footer and page number.

        Args:
            page: its number, counted from 1.
            pages: how many there are.
            chapter: stands at the right of the head instead of `right_head`.
            logo: whether the brand's logo stands there, too.
        """
        return [*self._head(chapter, self._logo() if logo else None), *self._foot(f"{page} / {pages}")]

    def _head(self, chapter: str, logo: Image | None) -> list[Primitive]:
        rule = _HEADER + _RULE
        right = self.right if logo is None else self.right - logo.width - 12
        right_head = elide(chapter or self.right_head, META.face, META.size, self.inner_width * 0.4)
        head = right_line_of(right_head, META, right, _HEADER)
        left_head = _fitted(self.left_head, right - self.left - head.width - 24)
        shapes: list[Primitive] = [
            line_of(left_head, META, self.left, _HEADER),
            head,
            Line(self.left, rule, self.right, rule, "rule.head", 0.5 if self.brand is None else 1.0),
        ]
        if logo is not None:
            shapes += moved((logo,), self.right - logo.width, rule - 4 - logo.height)
        return shapes

    def _foot(self, number: str) -> list[Primitive]:
        footer = " ".join(self.brand.footer.split()) if self.brand is not None else ""
        foot_y = self.height - (_HIGHER if footer else _FOOTER)
        shapes: list[Primitive] = [
            line_of(_fitted(self.left_foot, self.inner_width - 80), META, self.left, foot_y),
            right_line_of(number, META, self.right, foot_y),
        ]
        if footer:
            shown = elide(footer, META.face, META.size, self.inner_width)
            shapes.append(line_of(shown, META, self.left, self.height - _BELOW))
        return shapes

    def _logo(self) -> Image | None:
        logo = self.brand.logo if self.brand is not None else None
        return logo_image(logo, _LOGO_WIDTH, _LOGO_HEIGHT) if logo is not None else None


def _fitted(line: Ends, width: float) -> str:
    """The line, shortened to a width."""
    end = elide(line.end, META.face, META.size, width * _LONGEST_END)
    room = width - text_width(end, META.face, META.size)
    return elide(line.start, META.face, META.size, room) + end


def frame(
    paper: Paper | OwnSize,
    *,
    landscape: bool,
    left_head: Ends,
    right_head: str,
    left_foot: Ends,
    brand: Brand | None = None,
) -> Frame:
    """The frame of a paper; `brand` adds its logo and words."""
    short, long = points_of(paper)
    unit = max(1.0, sqrt(short / _LARGEST_PLAIN))
    width, height = (long, short) if landscape else (short, long)
    return Frame(width / unit, height / unit, unit, left_head, right_head, left_foot, brand)


class Flow:
    """Fills sheets from top to bottom, beginning a new one where something no longer fits."""

    def __init__(self, page: Frame, words: Texts) -> None:
        self.frame = page
        self.words = words
        self.sheets: list[Sheet] = []
        self.y = page.bottom

    @property
    def room(self) -> float:
        """How much height is left on the sheet."""
        return self.frame.bottom - self.y

    @property
    def fresh(self) -> bool:
        """Whether nothing has been put on the sheet yet."""
        return not self.sheets or self.y == self.frame.top

    @property
    def lowest(self) -> float:
        """Where what is on the sheet ends."""
        return self.y

    def resume(self, sheet: Sheet, y: float) -> None:
        """Go on below what is on a sheet already."""
        self.sheets.append(sheet)
        self.y = y

    def new_sheet(self) -> None:
        """Go on with an empty sheet."""
        self.sheets.append(Sheet())
        self.y = self.frame.top

    def need(self, height: float) -> None:
        """Begin a new sheet unless `height` fits on this one."""
        if not self.sheets or (height > self.room and not self.fresh):
            self.new_sheet()

    def put(self, piece: Piece, x: float = 0.0) -> None:
        """Put a piece below the last, `x` from the left margin; whoever asks made sure that it fits."""
        self.sheets[-1].shapes.extend(moved(piece.shapes, self.frame.left + x, self.y))
        self.y += piece.height

    def draw(self, shapes: Sequence[Primitive]) -> None:
        """Draw shapes in the sheet's own coordinates without moving on."""
        self.sheets[-1].shapes.extend(shapes)

    def bookmark(self, title: str, level: int) -> None:
        """Let the outline lead to this sheet."""
        self.sheets[-1].bookmarks.append(Bookmark(" ".join(title.split())[:200] or "–", level))
