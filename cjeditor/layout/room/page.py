"""The projector's pages, put together: what is painted how strongly, and what is clicked where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cjeditor.layout.arrangement import Look
from cjeditor.layout.breaking import break_lines, elide
from cjeditor.layout.draw_card import text
from cjeditor.layout.icons import icon
from cjeditor.layout.looks import look_of
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import Limits, baseline
from cjeditor.layout.primitives import Primitive, circle, moved
from cjeditor.layout.room.content import RoomContent, Spotlight
from cjeditor.layout.room.growing import grown
from cjeditor.layout.room.head import MARGIN, SMALL_LINE, SMALL_SIZE, Head, head
from cjeditor.layout.room.introduction import introduce
from cjeditor.layout.room.ranking import draw_ranking, ranking_sheets
from cjeditor.layout.room.sheets import CARD_SCALE, IN_ROOM, Box, LaneLooks, Placed, Sheet, column_width, sheets
from cjeditor.model.cards import Card
from cjeditor.texts import Texts

PAGE_HEIGHT = 1080.0
"""The least height; all lengths of a page are in pixels of such a one."""
NARROWEST_PAGE = 1280.0
TOUCH = 72.0
"""What is clicked at the edges is at least so high and wide."""
DIMMED = 0.15
"""How strongly is painted what stands beside the spotlight."""
FOOT = 72.0
_DOT, _MOST_DOTS = 8.0, 12
_CARET = 44.0
_NOTICE_SIZE, _NOTICE_LINE = 40.0, 56.0
_LARGEST, _LARGE_WIDTH = 5.6, 230.0
_LARGE = Limits(title_lines=6, note_lines=6, picture_height=200.0)

AreaKind = Literal["back", "on", "phase", "page", "card", "lane", "clock"]


class Area(NamedTuple):
    """What can be clicked: a card, lane or phase by its id, a page by its number from 0, an edge, or the clock."""

    kind: AreaKind
    id: str
    box: Box


class Layer(NamedTuple):
    """Shapes that are painted as strongly: 1.0 is full."""

    opacity: float
    shapes: tuple[Primitive, ...]


@dataclass(frozen=True, slots=True)
class RoomPage:
    """One page. `edges` are the carets that show where it is turned; areas that lie in front come first."""

    layers: tuple[Layer, ...]
    edges: tuple[Primitive, ...]
    areas: tuple[Area, ...]
    clock: Box

    def area_at(self, x: float, y: float) -> Area | None:
        """What is clicked at a point."""
        return next((area for area in self.areas if area.box.holds(x, y)), None)

    def area_near(self, x: float, y: float, least: float) -> Area | None:
        """What a finger reaches at a point: what is smaller than `least` counts as so high and wide."""
        small = [area for area in self.areas if min(area.box.width, area.box.height) < least]
        near = [area for area in small if _grown(area.box, least).holds(x, y)]
        return min(near, key=lambda area: _away(area.box, x, y), default=None) or self.area_at(x, y)


@dataclass(frozen=True, slots=True)
class RoomLayout:
    """One phase, arranged on pages `width` × `height`. `looks` are kept to arrange the next state faster."""

    content: RoomContent
    width: float
    height: float
    words: Texts
    head: Head
    body: Box
    pages: tuple[Sheet, ...]
    looks: Mapping[str, tuple[Card, Look]] = field(repr=False)

    def page_of(self, spotlight: Spotlight) -> int | None:
        """The first page with a card, or with cards of a lane; every page shows the phase."""
        for i, page in enumerate(self.pages):
            if any(
                spotlight.id == (placed.lane if spotlight.kind == "lane" else placed.card.id) for placed in page.cards
            ):
                return i
        return None

    def card_ids(self) -> list[str]:
        """All cards in the order of the pages."""
        return [placed.card.id for page in self.pages for placed in page.cards]


def arrange_room(
    content: RoomContent, width: float, height: float, words: Texts, before: RoomLayout | None = None
) -> RoomLayout:
    """Arrange a phase.

    Args:
        content: what the room is shown.
        width: of the page, at least `NARROWEST_PAGE`.
        height: of the page, at least `PAGE_HEIGHT`.
        words: of the content's language.
        before: an earlier state, whose cards need not be drawn again as far as they are the same.
    """
    top = head(content, width, words)
    body = Box(MARGIN, top.height, width - 2 * MARGIN, height - top.height - FOOT)
    looks = _looks(content, column_width(body.width) / CARD_SCALE, words, before)
    lanes = [LaneLooks(lane, tuple(looks[card.id] for card in cards)) for lane, cards in content.lanes]
    pages = sheets(lanes, body) if content.ranking is None else ranking_sheets(content.ranking, body)
    return RoomLayout(content, width, height, words, top, body, pages, looks)


def _looks(content: RoomContent, width: float, words: Texts, before: RoomLayout | None) -> dict[str, tuple[Card, Look]]:
    same = before is not None and before.content.shared == content.shared and before.words is words
    kept = before.looks if before is not None and same else {}
    found: dict[str, tuple[Card, Look]] = {}
    for _, cards in content.lanes:
        for card in cards:
            known = kept.get(card.id)
            if known is None or known[0] is not card or known[1].width != width:
                known = (card, look_of(card, content.shared, width, words, IN_ROOM))
            found[card.id] = known
    return found


def room_page(layout: RoomLayout, number: int, spotlight: Spotlight | None, *, frozen: bool) -> RoomPage:
    """Put a page together.

    Args:
        layout: the phase.
        number: of the page, from 0.
        spotlight: what alone is painted in full.
        frozen: whether to say that the view does not follow.
    """
    content = layout.content
    lanes = {each.lane.id: each.lane for each in content.lanes}
    sheet = grown(layout.pages[number], lanes, content.shared, layout.body, layout.words)
    kind = spotlight.kind if spotlight is not None else ""
    lit: list[Primitive] = list(layout.head.question)
    dim: list[Primitive] = []
    for mark in layout.head.phases:
        (dim if kind == "phase" and mark.id != layout.content.current else lit).extend(mark.shapes)
    for heading in sheet.headings:
        dark = kind == "card" or (kind == "lane" and spotlight is not None and heading.lane.id != spotlight.id)
        (dim if dark else lit).extend(_heading(heading.lane.name, heading.box, layout.words))
    for placed in sheet.cards:
        dark = kind == "card" or (kind == "lane" and spotlight is not None and placed.lane != spotlight.id)
        (dim if dark else lit).extend(moved(placed.shapes, placed.box.x, placed.box.y))
    lit.extend(_notice(layout) if layout.content.ranking is None else _ranking(layout, sheet))
    foot, pages = _foot(layout, number, frozen=frozen)
    layers = [Layer(DIMMED, tuple(dim)), Layer(1.0, (*lit, *foot))]
    areas = [*_edge_areas(layout), *_strip_areas(layout), *pages]
    if layout.content.timed:
        areas.append(Area("clock", "", layout.head.clock))
    large = _large_card(layout, sheet, spotlight)
    if large is not None:
        layers.append(Layer(1.0, moved(large.shapes, large.box.x, large.box.y)))
        areas.append(Area("card", large.card.id, large.box))
    areas += [Area("card", placed.card.id, placed.box) for placed in sheet.cards]
    areas += [Area("lane", heading.lane.id, heading.box) for heading in sheet.headings]
    return RoomPage(tuple(layers), _carets(layout), tuple(areas), layout.head.clock)


def _large_card(layout: RoomLayout, sheet: Sheet, spotlight: Spotlight | None) -> Placed | None:
    """The card in the spotlight, as large as the page allows."""
    if spotlight is None or spotlight.kind != "card":
        return None
    found = next((placed for placed in sheet.cards if placed.card.id == spotlight.id), None)
    if found is None:
        return None
    look = look_of(found.card, layout.content.shared, _LARGE_WIDTH, layout.words, _LARGE)
    body = layout.body
    by = min(_LARGEST, body.width / look.width, body.height / look.height)
    width, height = look.width * by, look.height * by
    box = Box(body.x + (body.width - width) / 2, body.y + (body.height - height) / 2, width, height)
    return Placed(found.card, found.lane, box, look)


def _heading(name: str, box: Box, words: Texts) -> tuple[Primitive, ...]:
    shown = elide(name or words.t("Unnamed lane"), "semibold", SMALL_SIZE, box.width)
    return (text(box.x, baseline(box.y - 2, SMALL_LINE, SMALL_SIZE), shown, "semibold", SMALL_SIZE, "secondary"),)


def _notice(layout: RoomLayout) -> list[Primitive]:
    """What is said where no card is: whose journey it is, or why there are none."""
    content, body, words = layout.content, layout.body, layout.words
    if content.persona is not None:
        return list(introduce(content.persona, body, words))
    if content.lanes or (content.phases and not content.current):  # all of the map is meant
        return []
    said = words.t("No cards in this phase yet.") if content.phases else words.t("This map has no phases yet.")
    if content.poll is not None and content.phases:
        said = words.t("In this phase is no card to vote for.")
    shapes: list[Primitive] = []
    y = body.y + (body.height - _NOTICE_LINE) / 2
    for line in break_lines(said, "regular", _NOTICE_SIZE, body.width, max_lines=2, language=words.language):
        x = body.x + (body.width - text_width(line, "regular", _NOTICE_SIZE)) / 2
        shapes.append(text(x, baseline(y, _NOTICE_LINE, _NOTICE_SIZE), line, "regular", _NOTICE_SIZE, "secondary"))
        y += _NOTICE_LINE
    return shapes


def _ranking(layout: RoomLayout, sheet: Sheet) -> tuple[Primitive, ...]:
    most = max((line.dots for line in layout.content.ranking or ()), default=0)
    return draw_ranking(sheet.ranking, most, layout.body, layout.words)


def _foot(layout: RoomLayout, number: int, *, frozen: bool) -> tuple[list[Primitive], list[Area]]:
    """The pages as dots and figures in the middle; at the left whether the view is frozen."""
    shapes: list[Primitive] = []
    areas: list[Area] = []
    top, words = layout.height - FOOT, layout.words
    base = baseline(top, FOOT, SMALL_SIZE)
    if frozen:
        shapes.append(icon("snowflake", MARGIN, top + (FOOT - SMALL_SIZE) / 2, SMALL_SIZE, "secondary"))
        shapes.append(text(MARGIN + 40, base, words.t("frozen"), "regular", SMALL_SIZE, "secondary"))
    count = len(layout.pages)
    if count < 2:
        return shapes, areas
    dots = count if count <= _MOST_DOTS else 0
    said = f"{number + 1}/{count}"
    x = (layout.width - dots * TOUCH - text_width(said, "semibold", SMALL_SIZE) - 8) / 2
    for i in range(dots):
        middle = x + TOUCH / 2, top + FOOT / 2
        colour = "text" if i == number else "rule.strong"
        shapes.append(circle(*middle, _DOT, fill=colour if i == number else "", stroke=colour, stroke_width=3))
        areas.append(Area("page", str(i), Box(x, top, TOUCH, FOOT)))
        x += TOUCH
    shapes.append(text(x + 8, base, said, "semibold", SMALL_SIZE, "secondary"))
    return shapes, areas


def _edge_areas(layout: RoomLayout) -> list[Area]:
    top = _below_strip(layout)
    height = layout.height - FOOT - top
    return [
        Area("back", "", Box(0.0, top, MARGIN, height)),
        Area("on", "", Box(layout.width - MARGIN, top, MARGIN, height)),
    ]


def _strip_areas(layout: RoomLayout) -> list[Area]:
    return [Area("phase", mark.id, mark.box) for mark in layout.head.phases]


def _below_strip(layout: RoomLayout) -> float:
    return max((mark.box.height for mark in layout.head.phases), default=0.0)


def _carets(layout: RoomLayout) -> tuple[Primitive, ...]:
    y = (_below_strip(layout) + layout.height - FOOT - _CARET) / 2
    inset = (MARGIN - _CARET) / 2
    right = layout.width - MARGIN + inset
    return (
        icon("caret-left", inset, y, _CARET, "secondary"),
        icon("caret-right", right, y, _CARET, "secondary"),
    )


def _grown(box: Box, least: float) -> Box:
    across, down = max(0.0, least - box.width) / 2, max(0.0, least - box.height) / 2
    return Box(box.x - across, box.y - down, box.width + 2 * across, box.height + 2 * down)


def _away(box: Box, x: float, y: float) -> float:
    """How far a point lies from a box and, on it, from its middle: the nearest of two that share it."""
    across = max(box.x - x, x - box.x - box.width)
    return max(across, box.y - y, y - box.y - box.height)
