"""The curve of a whole journey over its phases, as cover, message and overview draw it."""

from __future__ import annotations

from dataclasses import dataclass

from cjeditor.analysis.ratings import felt as felt_at
from cjeditor.export.content import Content, phase_title
from cjeditor.export.pdf.emotion_curve import AXIS_WIDTH, Felt, Levels, emotion_line, level_lines
from cjeditor.export.pdf.phase_names import NARROWEST_NAME, short_phase_title
from cjeditor.export.pdf.sheets import Frame
from cjeditor.export.tagging import as_figure
from cjeditor.export.typeset import META, paragraph, stacked
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Primitive, Rect
from cjeditor.model.cards import Touchpoint

BAND = 41.0
"""The phases below the curve: a coloured rule and two lines of text."""
_BESIDE_NAME = 5.0
_LONGEST_CLAIM = 64.0
"""More than this no phase takes from others for its name."""
_CLOSEST = 0.75
"""So much of the even distance points have at least where others' names need room."""


def felt_along(content: Content) -> list[Touchpoint]:
    """The touchpoints that somebody felt something at, along the journey."""
    return [touchpoint for touchpoint in content.touchpoints() if felt_at(touchpoint) is not None]


def journey_curve(felt: list[Touchpoint], frame: Frame, top: float, height: float, content: Content) -> list[Primitive]:
    """The emotions of all touchpoints over their phases, as wide as the text, `height` high with the phases' names."""
    left, right = frame.left + AXIS_WIDTH, frame.right
    levels = levels_of(top, height)
    bands = _bands(felt, right - left, content)
    across = places_of(felt, frame, content)
    points = [Felt(x, felt_at(card) or 0, str(card.number)) for x, card in zip(across, felt, strict=True)]
    shapes = (
        *level_lines(levels, frame.left, right, content.words),
        *emotion_line(points, levels, min(band.width / band.count for band in bands)),
        *_phases(bands, left, top + height - BAND + 8, content),
    )
    words = content.words
    values = ", ".join(f"{card.number}: {words.signed(felt_at(card) or 0)}" for card in felt)
    said = words.t("{name}: {sentence}", name=words.t("Emotion curve"), sentence=values)
    return list(as_figure(shapes, said))


def levels_of(top: float, height: float) -> Levels:
    """Where the emotions lie of a curve that is drawn at `top`, `height` high."""
    return Levels(top + (height - BAND) / 2, (height - BAND - 24.0) / 4)


def places_of(felt: list[Touchpoint], frame: Frame, content: Content) -> list[float]:
    """Where the points of a curve lie across the page."""
    left = frame.left + AXIS_WIDTH
    return [x for band in _bands(felt, frame.right - left, content) for x in band.places(left)]


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
