"""The first page: what the map is about, how far it can be trusted, and its emotions at a glance."""

from __future__ import annotations

from typing import NamedTuple

from cjeditor.export.brand import Brand
from cjeditor.export.content import Content
from cjeditor.export.pdf.brand_sign import brand_sign
from cjeditor.export.pdf.introduction import Fitting, badge, who
from cjeditor.export.pdf.journey_curve import BAND, felt_along, journey_curve
from cjeditor.export.pdf.sheets import Bookmark, Flow, Frame, Sheet
from cjeditor.export.typeset import (
    BODY,
    FINDING,
    HEADING,
    LEAD,
    SUBHEADING,
    TITLE,
    Piece,
    height_of,
    paragraph,
    space,
    stacked,
)
from cjeditor.layout.primitives import Primitive

_TEXT_SHARE = 0.78
"""How much of the width title and lead take: longer lines tire the eye."""
_LEAD_LINES = 12
_READABLE_WIDTH = 560.0
_GAP_IN_FULL = 12.0
_COLUMN_GAP = 24.0
_ROOM_AROUND = 16.0
_LEAST_GAP = 10.0
_TRIED = ((4, 84.0), (6, 84.0), (4, 64.0), (6, 64.0), (2, 64.0), (1, 64.0), (6, 0.0), (2, 0.0))
"""The lines that a fact may take and the least height of the curve, 0 for none, the roomiest first."""
_HIGHEST_CHART = 150.0


def cover(frame: Frame, content: Content) -> list[Sheet]:
    """The cover of a handout, and in the rare case that something is too long for it, sheets with that in full."""
    made = [_cover(frame, content, lines, lowest) for lines, lowest in _TRIED]
    whole = (one for one in made if one.fits and not one.cut)
    sheet, cut, _ = next(whole, next((one for one in made if one.fits), made[-1]))
    return [sheet, *_in_full(frame, content, cut)]


class _Cover(NamedTuple):
    """A cover, what is cut short on it by name, and whether there was room for everything that it should show."""

    sheet: Sheet
    cut: list[tuple[str, str]]
    fits: bool


def _cover(frame: Frame, content: Content, lines: int, lowest: float) -> _Cover:
    """The cover with facts of at most so many lines and a curve at least so high, or none where it has no room."""
    above, facts = Fitting(content.words.language), Fitting(content.words.language)
    grid = (*who(content, frame.inner_width, facts), *_grid(content, frame, facts, lines))
    chart = lowest + BAND if lowest and len(felt_along(content)) > 1 else 0.0
    room = frame.inner_height - height_of(grid) - chart - _ROOM_AROUND
    head = _head(frame.brand, content, frame.inner_width, room, above)
    spare = frame.inner_height - height_of(head) - height_of(grid) - chart
    fits = spare >= _LEAST_GAP
    if not fits:
        # The curve is on the map, too; what is said about it is nowhere else.
        spare, chart = spare + chart, 0.0
    extra = min(max(0.0, spare - 100.0), _HIGHEST_CHART - lowest) if chart else 0.0
    spare -= extra
    y = frame.top + max(0.0, min(56.0, spare * 0.3))
    shapes = stacked(head, frame.left, y)
    y += height_of(head) + max(_LEAST_GAP, min(40.0, spare * 0.3))
    shapes += stacked(grid, frame.left, y)
    if chart:
        top = frame.bottom - 6.0 - chart - extra
        shapes += journey_curve(felt_along(content), frame, top, chart + extra, content)
    sheet = Sheet(shapes, bookmarks=[Bookmark(content.words.t("Cover"), 0, listed=False)], shows_logo=True)
    return _Cover(sheet, above.cut + facts.cut, fits)


def _in_full(frame: Frame, content: Content, cut: list[tuple[str, str]]) -> list[Sheet]:
    """What the cover had to shorten."""
    if not cut:
        return []
    words = content.words
    flow = Flow(frame, words)
    flow.new_sheet()
    for piece in (*paragraph(words.t("About this map, in full"), HEADING, frame.inner_width, words.language), space(4)):
        flow.put(piece)
    width = min(frame.inner_width, _READABLE_WIDTH)
    for name, text in cut:
        flow.need(_GAP_IN_FULL + SUBHEADING.line + 2 * BODY.line)
        flow.y += 0.0 if flow.fresh else _GAP_IN_FULL
        for piece in (
            *paragraph(name, SUBHEADING, width, words.language),
            *paragraph(text, BODY, width, words.language),
        ):
            flow.need(piece.height)
            flow.put(piece)
    return flow.sheets


def _head(brand: Brand | None, content: Content, width: float, room: float, fitting: Fitting) -> tuple[Piece, ...]:
    """Logo, badge, title, key finding and scenario; the scenario gives way first where they do not fit."""
    words = content.words
    narrow = width * (_TEXT_SHARE if width > 600 else 1.0)
    journey = content.journey
    title = fitting.paragraph(words.t("Title"), content.title, TITLE, narrow, 3)
    top = (*brand_sign(brand), *badge(content, width), space(12), *title)
    if journey.key_finding:
        finding = fitting.paragraph(words.t("Key finding"), journey.key_finding, FINDING, narrow, 4)
        top = (*top, space(10), *finding)
    left = max(1, int((room - height_of(top) - 10) // LEAD.line))
    if journey.scenario:
        lead = fitting.paragraph(words.t("Scenario"), journey.scenario, LEAD, narrow, min(left, _LEAD_LINES))
        top = (*top, space(10), *lead)
    return top


def _grid(content: Content, frame: Frame, fitting: Fitting, lines: int) -> tuple[Piece, ...]:
    """The facts in columns: two on an upright page, else what fills two rows; each in at most so many lines."""
    facts = _facts(content)
    count = 2 if frame.height > frame.width else 3 if len(facts) in (3, 5, 6) else 4
    column = (frame.inner_width - (count - 1) * _COLUMN_GAP) / count
    language = content.words.language
    rows: list[Piece] = []
    for start in range(0, len(facts), count):
        cells = []
        for name, value in facts[start : start + count]:
            value_lines = fitting.paragraph(name, value, BODY, column, lines)
            cells.append((*paragraph(name, SUBHEADING, column, language, max_lines=2), space(4), *value_lines))
        shapes: list[Primitive] = []
        for i, cell in enumerate(cells):
            shapes += stacked(cell, i * (column + _COLUMN_GAP), 0)
        rows.append(Piece(max(map(height_of, cells)) + 14.0, tuple(shapes)))
    return tuple(rows)


def _facts(content: Content) -> list[tuple[str, str]]:
    """Names and values of what is known about the map; what is empty is left out."""
    words, journey = content.words, content.journey
    version = " · ".join(part for part in (journey.version, content.day) if part)
    facts = (
        (words.t("Scope"), journey.scope),
        (words.t("Owner"), journey.owner),
        (words.t("To decide"), journey.decision),
        (words.t("State"), content.state),
        (words.t("Version") if journey.version else words.t("Date"), version),
        (words.t("Client"), content.project.client),
        (words.t("Project"), content.project.title if content.project.title != content.title else ""),
    )
    return [(name, value) for name, value in facts if value]
