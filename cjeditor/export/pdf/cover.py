"""The first page: what the map is about, how far it can be trusted, and its emotions at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from cjeditor.analysis.evidence import evidence_figures, hypothesis_share
from cjeditor.analysis.ratings import felt as felt_at
from cjeditor.catalogue import terms
from cjeditor.export.content import Content, phase_title
from cjeditor.export.pdf.emotion_curve import AXIS_WIDTH, Felt, Levels, emotion_line, level_lines
from cjeditor.export.pdf.phase_names import NARROWEST_NAME, short_phase_title
from cjeditor.export.pdf.sheets import Bookmark, Flow, Frame, Sheet
from cjeditor.export.tagging import as_figure
from cjeditor.export.typeset import (
    BODY,
    FINDING,
    HEADING,
    LEAD,
    META,
    STRONG,
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
from cjeditor.layout.draw_persona import portrait
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Primitive, Rect
from cjeditor.model.cards import Touchpoint

_BADGE = Style("semibold", 9.0, 17.0)
_TEXT_SHARE = 0.72
"""How much of the width title and lead take: longer lines tire the eye."""
_LEAD_LINES = 12
_READABLE_WIDTH = 560.0
_DISC, _DISC_GAP = 46.0, 12.0
_GAP_IN_FULL = 12.0
_COLUMN_GAP = 24.0
_BAND = 41.0
"""The phases below the chart: a coloured rule and two lines of text."""
_BESIDE_NAME = 5.0
_LONGEST_CLAIM = 64.0
"""More than this no phase takes from others for its name."""
_CLOSEST = 0.75
"""So much of the even distance points have at least where others' names need room."""
_LOWEST_CHART = 84.0
_HIGHEST_CHART = 150.0


class _Fitting:
    """Sets texts into a limited number of lines, and remembers those of which something is left out."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.cut: list[tuple[str, str]] = []
        """Names and whole texts."""

    def paragraph(self, name: str, text: str, style: Style, width: float, most: int) -> tuple[Piece, ...]:
        """The text in at most `most` lines."""
        # One line more tells whether that is all of it.
        lines = paragraph(text, style, width, self.language, max_lines=most + 1)
        if len(lines) <= most:
            return lines
        self.cut.append((name, text))
        return paragraph(text, style, width, self.language, max_lines=most)


def cover(frame: Frame, content: Content) -> list[Sheet]:
    """The cover of a handout, and in the rare case that something is too long for it, sheets with that in full."""
    above, facts = _Fitting(content.words.language), _Fitting(content.words.language)
    return [_cover(frame, content, above, facts), *_in_full(frame, content, above.cut + facts.cut)]


def _cover(frame: Frame, content: Content, above: _Fitting, facts: _Fitting) -> Sheet:
    width = frame.inner_width
    grid = (*_who(content, width, facts), *_grid(content, width, frame.height > frame.width, facts))
    grid_height = height_of(grid)
    felt = [touchpoint for touchpoint in content.touchpoints() if felt_at(touchpoint) is not None]
    chart = _LOWEST_CHART + _BAND if len(felt) > 1 else 0.0
    head = _head(content, width, frame.inner_height - grid_height - chart - 60.0, above)
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


def _head(content: Content, width: float, room: float, fitting: _Fitting) -> tuple[Piece, ...]:
    """Badge, title, key finding and scenario; the scenario gives way first where they do not fit."""
    words = content.words
    narrow = width * (_TEXT_SHARE if width > 600 else 1.0)
    journey = content.journey
    title = fitting.paragraph(words.t("Title"), content.title, TITLE, narrow, 3)
    top = (*_badge(content, width), space(12), *title)
    if journey.key_finding:
        finding = fitting.paragraph(words.t("Key finding"), journey.key_finding, FINDING, narrow, 4)
        top = (*top, space(10), *finding)
    left = max(1, int((room - height_of(top) - 10) // LEAD.line))
    if journey.scenario:
        lead = fitting.paragraph(words.t("Scenario"), journey.scenario, LEAD, narrow, min(left, _LEAD_LINES))
        top = (*top, space(10), *lead)
    return top


def _badge(content: Content, width: float) -> tuple[Piece, ...]:
    """How far the map rests on research, in a box of its own colour; of a hypothesis it says so first."""
    words, journey = content.words, content.journey
    held = evidence_figures(journey).holding
    status = terms.map_status(journey.status, words)
    unproven = hypothesis_share(journey, content.project.settings.hypothesis_below) is not None
    if unproven:
        status = words.t("{status}, a hypothesis", status=status)
    if held.total:
        status = words.tn(
            "{status}: {backed} of {n} statement backed by research",
            "{status}: {backed} of {n} statements backed by research",
            held.total,
            status=status,
            backed=words.number(held.backed),
        )
    colour = "warning" if unproven or not held.total else "edge.opportunity"
    mark = (icon("flask", 7, 2.5, 12, colour),) if unproven else ()
    left = 23 if mark else 8
    shown = elide(status, _BADGE.face, _BADGE.size, width - left - 8)
    style = Style(_BADGE.face, _BADGE.size, _BADGE.line, colour)
    text = line_of(shown, style, left, 0)
    box = Rect(0.5, 0.5, text.width + left + 7, 16, stroke=colour, stroke_width=1.0, radius=3)
    return (Piece(17.0, (box, *mark, text)),)


def _who(content: Content, width: float, fitting: _Fitting) -> tuple[Piece, ...]:
    """The lead persona: portrait or initials, name and type, and what they say."""
    persona, words = content.persona, content.words
    if persona is None:
        return ()
    room = min(width, _READABLE_WIDTH) - _DISC - _DISC_GAP
    who = ", ".join(part for part in (persona.name, persona.type) if part.strip())
    text = (
        *paragraph(words.t("Persona"), SUBHEADING, room, words.language),
        *fitting.paragraph(words.t("Persona"), who, STRONG, room, 2),
        *fitting.paragraph(words.t("Quote"), persona.quote, BODY, room, 3),
    )
    height = max(_DISC, height_of(text))
    disc = portrait(persona, 0, 0, _DISC)
    beside = stacked(text, _DISC + _DISC_GAP, (height - height_of(text)) / 2)
    return (Piece(height + 16.0, (*disc, *beside)),)


def _grid(content: Content, width: float, upright: bool, fitting: _Fitting) -> tuple[Piece, ...]:
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


def _chart(felt: list[Touchpoint], frame: Frame, top: float, height: float, content: Content) -> list[Primitive]:
    """The emotions of all touchpoints over their phases."""
    left, right = frame.left + AXIS_WIDTH, frame.right
    levels = Levels(top + (height - _BAND) / 2, (height - _BAND - 24.0) / 4)
    bands = _bands(felt, right - left, content)
    across = [x for band in bands for x in band.places(left)]
    points = [Felt(x, felt_at(card) or 0, str(card.number)) for x, card in zip(across, felt, strict=True)]
    shapes = (
        *level_lines(levels, frame.left, right, content.words),
        *emotion_line(points, levels, min(band.width / band.count for band in bands)),
        *_phases(bands, left, top + height - _BAND + 8, content),
    )
    words = content.words
    values = ", ".join(f"{card.number}: {words.signed(felt_at(card) or 0)}" for card in felt)
    said = words.t("{name}: {sentence}", name=words.t("Emotion curve"), sentence=values)
    return list(as_figure(shapes, said))


@dataclass(frozen=True, slots=True)
class _Band:
    """The stretch of the chart that a phase takes: its number, its points, and where it begins and how wide it is."""

    number: int
    count: int
    start: float
    width: float

    def places(self, left: float) -> list[float]:
        """Where its points lie."""
        return [left + self.start + (i + 0.5) * self.width / self.count for i in range(self.count)]


def _bands(felt: list[Touchpoint], width: float, content: Content) -> list[_Band]:
    """Share the width by points, but give phases of few points the room for their names where others have it."""
    counts: dict[int, int] = {}
    for card in felt:
        number, _ = content.phase_of(card.step)
        counts[number] = counts.get(number, 0) + 1
    even = width / len(felt)
    needs = {number: _needed(number, content) for number in counts}
    widened: dict[int, float] = {}
    gap = even
    while more := {n: needs[n] for n, count in counts.items() if n not in widened and count * gap < needs[n]}:
        widened |= more
        left = len(felt) - sum(counts[n] for n in widened)
        gap = (width - sum(widened.values())) / left if left else 0.0
        if gap < even * _CLOSEST:
            widened, gap = {}, even
            break
    bands: list[_Band] = []
    start = 0.0
    for number, count in counts.items():
        bands.append(_Band(number, count, start, widened.get(number, count * gap)))
        start += bands[-1].width
    return bands


def _needed(number: int, content: Content) -> float:
    """The least width of a band that holds its phase's whole name: in a line, or where that is long, in two."""
    title = phase_title(number, content.phases[number - 1], content.words)
    one_line = text_width(title, META.face, META.size) + _BESIDE_NAME
    if one_line <= _LONGEST_CLAIM:
        return one_line
    for room in range(int(NARROWEST_NAME), int(_LONGEST_CLAIM - _BESIDE_NAME), 4):
        # One line more tells whether that is all of it.
        if len(paragraph(title, META, room, content.words.language, max_lines=3)) <= 2:
            return room + _BESIDE_NAME
    return 0.0


def _phases(bands: list[_Band], left: float, y: float, content: Content) -> list[Primitive]:
    """A coloured band under the points of each phase with the phase's name."""
    shapes: list[Primitive] = []
    for band in bands:
        phase = content.phases[band.number - 1]
        x = left + band.start
        shapes.append(Rect(x + 1, y, max(1.0, band.width - 2), 3, fill=phase.colour))
        name = short_phase_title(band.number, phase, band.width - _BESIDE_NAME + 1, content.words)
        shapes += stacked(name, x + 1, y + 6)
    return shapes
