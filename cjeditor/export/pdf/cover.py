"""The first page: what the map is about, how far it can be trusted, and its emotions at a glance."""

from __future__ import annotations

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

_TEXT_SHARE = 0.72
"""How much of the width title and lead take: longer lines tire the eye."""
_LEAD_LINES = 12
_READABLE_WIDTH = 560.0
_GAP_IN_FULL = 12.0
_COLUMN_GAP = 24.0
_LOWEST_CHART = 84.0
_HIGHEST_CHART = 150.0


def cover(frame: Frame, content: Content) -> list[Sheet]:
    """The cover of a handout, and in the rare case that something is too long for it, sheets with that in full."""
    above, facts = Fitting(content.words.language), Fitting(content.words.language)
    return [_cover(frame, content, above, facts), *_in_full(frame, content, above.cut + facts.cut)]


def _cover(frame: Frame, content: Content, above: Fitting, facts: Fitting) -> Sheet:
    width = frame.inner_width
    grid = (*who(content, width, facts), *_grid(content, width, frame.height > frame.width, facts))
    grid_height = height_of(grid)
    felt = felt_along(content)
    chart = _LOWEST_CHART + BAND if len(felt) > 1 else 0.0
    head = _head(frame.brand, content, width, frame.inner_height - grid_height - chart - 60.0, above)
    spare = frame.inner_height - height_of(head) - grid_height - chart
    extra = min(max(0.0, spare - 100.0), _HIGHEST_CHART - _LOWEST_CHART) if chart else 0.0
    spare -= extra
    y = frame.top + min(56.0, spare * 0.3)
    shapes = stacked(head, frame.left, y)
    y += height_of(head) + max(10.0, min(40.0, spare * 0.3))
    shapes += stacked(grid, frame.left, y)
    if chart:
        top = frame.bottom - 6.0 - chart - extra
        shapes += journey_curve(felt, frame, top, chart + extra, content)
    return Sheet(shapes, bookmarks=[Bookmark(content.words.t("Cover"), 0)], shows_logo=True)


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


def _grid(content: Content, width: float, upright: bool, fitting: Fitting) -> tuple[Piece, ...]:
    """The facts in columns: four to a row on a wide page, two on an upright one."""
    facts = _facts(content)
    count = 2 if upright else 4
    column = (width - (count - 1) * _COLUMN_GAP) / count
    language = content.words.language
    rows: list[Piece] = []
    for start in range(0, len(facts), count):
        cells = []
        for name, value in facts[start : start + count]:
            value_lines = fitting.paragraph(name, value, BODY, column, 4)
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
