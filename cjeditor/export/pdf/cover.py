"""The first page: what the map is about, how far it can be trusted, and its emotions at a glance."""

from __future__ import annotations

from cjeditor.catalogue import terms
from cjeditor.export.content import Content, phase_title
from cjeditor.export.pdf.sheets import Bookmark, Frame, Sheet
from cjeditor.export.typeset import (
    BODY,
    FINDING,
    LEAD,
    META,
    SUBHEADING,
    TITLE,
    Piece,
    Style,
    height_of,
    line_of,
    paragraph,
    space,
    stacked,
)
from cjeditor.layout.breaking import elide
from cjeditor.layout.curve import monotone_segments
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Move, Path, Primitive, Rect, circle
from cjeditor.layout.theme import emotion_style
from cjeditor.model.cards import Touchpoint

_BADGE = Style("semibold", 9.0, 17.0)
_AXIS = Style("regular", 8.0, 11.0, "secondary")
_NUMBER = Style("semibold", 8.0, 11.0, "primary")
_TEXT_SHARE = 0.72
"""How much of the width title and lead take: longer lines tire the eye."""
_COLUMN_GAP = 24.0
_AXIS_WIDTH = 24.0
_BAND = 30.0
_LOWEST_CHART = 84.0
_HIGHEST_CHART = 150.0


def cover(frame: Frame, content: Content) -> Sheet:
    """The cover of a handout."""
    width = frame.inner_width
    grid = _grid(content, width, frame.height > frame.width)
    grid_height = height_of(grid)
    felt = [touchpoint for touchpoint in content.touchpoints() if touchpoint.emotion is not None]
    chart = _LOWEST_CHART + _BAND if len(felt) > 1 else 0.0
    head = _head(content, width, frame.inner_height - grid_height - chart - 60.0)
    spare = frame.inner_height - height_of(head) - grid_height - chart
    extra = min(max(0.0, spare - 100.0), _HIGHEST_CHART - _LOWEST_CHART) if chart else 0.0
    spare -= extra
    y = frame.top + min(56.0, spare * 0.3)
    shapes = stacked(head, frame.left, y)
    y += height_of(head) + max(10.0, min(40.0, spare * 0.3))
    shapes += stacked(grid, frame.left, y)
    if chart:
        shapes += _chart(felt, frame, frame.bottom - 6.0 - chart - extra, chart + extra, content)
    return Sheet(shapes, bookmarks=[Bookmark(content.words.t("Cover"), 0)])


def _head(content: Content, width: float, room: float) -> tuple[Piece, ...]:
    """Badge, title, key finding and scenario; the scenario gives way first where they do not fit."""
    language = content.words.language
    narrow = width * (_TEXT_SHARE if width > 600 else 1.0)
    journey = content.journey
    top = (*_badge(content, width), space(12), *paragraph(content.title, TITLE, narrow, language, max_lines=3))
    if journey.key_finding:
        top = (*top, space(10), *paragraph(journey.key_finding, FINDING, narrow, language, max_lines=3))
    left = int((room - height_of(top) - 10) // LEAD.line)
    if journey.scenario and left > 0:
        lead = paragraph(journey.scenario, LEAD, narrow, language, max_lines=min(left, 8))
        top = (*top, space(10), *lead)
    return top


def _badge(content: Content, width: float) -> tuple[Piece, ...]:
    """How far the map rests on evidence, in a box of its own colour."""
    words, journey = content.words, content.journey
    total = len(journey.touchpoints)
    backed = sum(1 for touchpoint in journey.touchpoints if touchpoint.evidence != "assumption")
    status = terms.map_status(journey.status, words)
    if total:
        status = words.tn(
            "{status}: {backed} of {n} touchpoint backed by evidence",
            "{status}: {backed} of {n} touchpoints backed by evidence",
            total,
            status=status,
            backed=words.number(backed),
        )
    colour = "edge.opportunity" if total and backed == total else "warning"
    shown = elide(status, _BADGE.face, _BADGE.size, width - 16)
    style = Style(_BADGE.face, _BADGE.size, _BADGE.line, colour)
    text = line_of(shown, style, 8, 0)
    box = Rect(0.5, 0.5, text.width + 15, 16, stroke=colour, stroke_width=1.0, radius=3)
    return (Piece(17.0, (box, text)),)


def _grid(content: Content, width: float, upright: bool) -> tuple[Piece, ...]:
    """The facts in columns: four to a row on a wide page, two on an upright one."""
    facts = _facts(content)
    count = 2 if upright else 4
    column = (width - (count - 1) * _COLUMN_GAP) / count
    language = content.words.language
    rows: list[Piece] = []
    for start in range(0, len(facts), count):
        cells = []
        for name, value in facts[start : start + count]:
            value_lines = paragraph(value, BODY, column, language, max_lines=4)
            cells.append((*paragraph(name, SUBHEADING, column, language, max_lines=2), space(4), *value_lines))
        shapes: list[Primitive] = []
        for i, cell in enumerate(cells):
            shapes += stacked(cell, i * (column + _COLUMN_GAP), 0)
        rows.append(Piece(max(map(height_of, cells)) + 14.0, tuple(shapes)))
    return tuple(rows)


def _facts(content: Content) -> list[tuple[str, str]]:
    """Names and values of what is known about the map; what is empty is left out."""
    words, journey, persona = content.words, content.journey, content.persona
    who = ", ".join(part for part in (persona.name, persona.type) if part) if persona is not None else ""
    version = " · ".join(part for part in (journey.version, content.day) if part)
    facts = (
        (words.t("Persona"), who),
        (words.t("Scope"), journey.scope),
        (words.t("Owner"), journey.owner),
        (words.t("To decide"), journey.decision),
        (words.t("State"), content.state),
        (words.t("Version") if journey.version else words.t("Date"), version),
        (words.t("Client"), content.project.client),
        (words.t("Project"), content.project.title if content.project.title != content.title else ""),
    )
    return [(name, value) for name, value in facts if value]


def _chart(felt: list[Touchpoint], frame: Frame, top: float, height: float, content: Content) -> list[Primitive]:
    """The emotions of all touchpoints over their phases."""
    left, right = frame.left + _AXIS_WIDTH, frame.right
    zero = top + (height - _BAND) / 2
    level = (height - _BAND - 24.0) / 4
    shapes: list[Primitive] = []
    for value in (2, 0, -2):
        y = zero - value * level
        shapes.append(Line(left, y, right, y, "rule.strong" if value == 0 else "rule", 0.6))
        shapes.append(line_of(content.words.signed(value), _AXIS, frame.left, y - 5.5))
    gap = (right - left) / len(felt)
    points = [(left + (i + 0.5) * gap, zero - (card.emotion or 0) * level) for i, card in enumerate(felt)]
    shapes.append(Path((Move(*points[0]), *monotone_segments(points)), stroke="primary", stroke_width=1.8))
    radius = max(1.6, min(3.6, gap * 0.3))
    widest = max(text_width(str(card.number), _NUMBER.face, _NUMBER.size) for card in felt)
    for i, ((x, y), card) in enumerate(zip(points, felt, strict=True)):
        shapes.append(circle(x, y, radius + 1, fill="canvas"))
        shapes.append(circle(x, y, radius, fill=emotion_style(card.emotion or 0)))
        if gap > widest + 4:
            before, after = points[max(i - 1, 0)][1], points[min(i + 1, len(points) - 1)][1]
            shapes.append(_beside(str(card.number), x, y, before, after, radius))
    shapes += _phases(felt, left, gap, top + height - _BAND + 8, content)
    return shapes


def _beside(label: str, x: float, y: float, before: float, after: float, radius: float) -> Primitive:
    """A point's label where the curve is not: below a trough, above a crest, on a slope at its open side."""
    width = text_width(label, _NUMBER.face, _NUMBER.size)
    if before <= y and after <= y and (before < y or after < y):
        return line_of(label, _NUMBER, x - width / 2, y + radius + 1)
    aside = 0.0
    if before > y > after:
        aside = -(width / 2 + 2)
    elif before < y < after:
        aside = width / 2 + 2
    return line_of(label, _NUMBER, x - width / 2 + aside, y - radius - 12)


def _phases(felt: list[Touchpoint], left: float, gap: float, y: float, content: Content) -> list[Primitive]:
    """A coloured band under the points of each phase with the phase's name."""
    counts: dict[int, int] = {}
    for card in felt:
        number, _ = content.phase_of(card.step)
        counts[number] = counts.get(number, 0) + 1
    shapes: list[Primitive] = []
    x = left
    for number, count in counts.items():
        phase = content.phases[number - 1]
        width = count * gap
        shapes.append(Rect(x + 1, y, max(1.0, width - 2), 3, fill=phase.colour))
        shown = elide(phase_title(number, phase, content.words), META.face, META.size, width - 4)
        if len(shown) < 4:
            shown = str(number) if text_width(str(number), META.face, META.size) <= width else ""
        if shown:
            shapes.append(line_of(shown, META, x + 1, y + 6))
        x += width
    return shapes
