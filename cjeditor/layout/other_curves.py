"""Curves of the personas laid over a map, told apart by dashes and marks, not by colour alone; and their key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from cjeditor.layout.arrangement import Curve, CurvePoint, LaneBox
from cjeditor.layout.breaking import elide
from cjeditor.layout.draw_card import text
from cjeditor.layout.metrics import META_LINE, META_SIZE, baseline
from cjeditor.layout.monotone import monotone_segments
from cjeditor.layout.persona_names import persona_names
from cjeditor.layout.primitives import Close, Line, LineTo, Move, Path, Primitive, Rect, Segment, circle
from cjeditor.model.cards import Touchpoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.texts import Texts

_DASHES: tuple[tuple[float, ...], ...] = ((6.0, 3.0), (2.0, 2.5), (9.0, 3.0, 2.0, 3.0), (4.0, 4.0))
_COLOURS = ("edge.opportunity", "edge.pain", "edge.goal", "edge.thought")
_WIDTH = 1.6
_RADIUS = 4.0
_MARKS = 8
_APART = 11.0
"""Between the middles of marks that stand side by side."""
_SAMPLE = 26.0
_LEFT = 12.0
_GAP = 5.0


def feelings_of(card: Touchpoint, overlaid: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """What the personas laid over the map feel at a touchpoint: the place of each among them, and its emotion."""
    if not card.feelings or not overlaid:
        return ()
    felt = {one.persona: one.emotion for one in card.feelings}
    return tuple((at, felt[persona]) for at, persona in enumerate(overlaid) if persona in felt)


def curves_of(project: Project, journey: JourneyMap, words: Texts) -> tuple[str, ...]:
    """Whose emotions the curves of a map are, the lead persona first; empty where none is laid over that feels."""
    felt = {one.persona for each in journey.touchpoints for one in each.feelings}
    if not felt & set(journey.overlaid_personas):
        return ()
    names = persona_names(project.personas, words)
    first = names.get(journey.lead_persona or "", words.t("Map"))
    return (first, *(names[one] for one in journey.overlaid_personas if one in names))


def named_curves(lanes: tuple[LaneBox, ...], whose: tuple[str, ...]) -> tuple[LaneBox, ...]:
    """The lanes, those with curves with the names of the personas."""
    if not whose:
        return lanes
    return tuple(box._replace(curves=whose) if box.lane.kind == "emotion" else box for box in lanes)


def key_height(whose: Sequence[str]) -> float:
    """How high the key of the curves is, with the air around it."""
    return len(whose) * META_LINE + 4 if whose else 0.0


class Mark(NamedTuple):
    """What one persona laid over the map feels at a touchpoint, with the middle of its mark."""

    place: int
    emotion: int
    x: float
    y: float


def marks_at(curve: Curve, point: CurvePoint) -> tuple[Mark, ...]:
    """The marks of the personas laid over the map at a point; those that feel alike stand side by side.

    Beside each other and beside the lead persona's own point, so that none hides another.
    """
    found: list[Mark] = []
    met: Counter[float] = Counter() if point.emotion is None else Counter([point.emotion])
    for place, emotion in point.others:
        beside = met[emotion]
        met[emotion] += 1
        # To the right, to the left, further right …
        across = (beside + 1) // 2 * _APART * (1 if beside % 2 else -1)
        found.append(Mark(place, emotion, point.x + across, curve.y_of(emotion)))
    return tuple(found)


def draw_others(curve: Curve) -> tuple[Primitive, ...]:
    """The dashed lines of the personas laid over the map, with a mark of its own for each at every touchpoint."""
    series: dict[int, list[tuple[float, float]]] = {}
    marks: dict[int, list[Mark]] = {}
    for point in curve.points:
        for mark in marks_at(curve, point):
            series.setdefault(mark.place, []).append((point.x, mark.y))
            if not point.small:
                marks.setdefault(mark.place, []).append(mark)
    shapes: list[Primitive] = []
    for place, line in sorted(series.items()):
        if len(line) > 1:
            segments: tuple[Segment, ...] = (Move(*line[0]), *monotone_segments(line))
            shapes.append(Path(segments, stroke=_colour(place), stroke_width=_WIDTH, dash=_dash(place)))
        shapes += [one for mark in marks.get(place, ()) for one in _mark(place, mark.x, mark.y)]
    return tuple(shapes)


def _colour(place: int) -> str:
    return _COLOURS[place % len(_COLOURS)]


def _dash(place: int) -> tuple[float, ...]:
    """Eight marks come with four dashes each, before a pair of both comes again."""
    return _DASHES[(place + place // _MARKS) % len(_DASHES)]


def draw_key(whose: Sequence[str], width: float, top: float) -> tuple[Primitive, ...]:
    """The key: a line for each persona with its dashes and mark, then the name; below `top` of a lane's header."""
    shapes: list[Primitive] = []
    for at, name in enumerate(whose):
        y = top + at * META_LINE
        shapes += draw_sample(at, _LEFT, y + META_LINE / 2)
        left = _LEFT + _SAMPLE + _GAP
        shown = elide(name, "regular", META_SIZE, max(META_SIZE, width - left - 6))
        shapes.append(text(left, baseline(y, META_LINE, META_SIZE), shown, "regular", META_SIZE, "secondary"))
    return tuple(shapes)


def draw_sample(at: int, x: float, middle: float) -> tuple[Primitive, ...]:
    """A piece of a curve with a mark, 26 wide from `x`: at 0 the map's own, then those of the personas laid over it."""
    if at == 0:
        return (
            Line(x, middle, x + _SAMPLE, middle, "primary", 2.0),
            circle(x + _SAMPLE / 2, middle, _RADIUS, fill="primary"),
        )
    place = at - 1
    line = Line(x, middle, x + _SAMPLE, middle, _colour(place), _WIDTH, _dash(place))
    return (line, *_mark(place, x + _SAMPLE / 2, middle))


def _mark(place: int, x: float, y: float) -> tuple[Primitive, ...]:
    """A shape of its own for each of eight personas, with a rim that keeps it apart from the lines.

    Square, triangle, diamond and hollow disc; then triangle upside down, hollow square, cross and hollow diamond.
    """
    size, point = _RADIUS, _RADIUS + 1
    colour = _colour(place)
    match place % _MARKS:
        case 0:
            return (Rect(x - size, y - size, 2 * size, 2 * size, fill=colour, stroke="canvas", stroke_width=1.2),)
        case 1:
            return (_shape(((x, y - point), (x + point, y + size), (x - point, y + size)), colour),)
        case 2:
            return (_shape(((x, y - point), (x + point, y), (x, y + point), (x - point, y)), colour),)
        case 3:
            return (circle(x, y, size, fill="canvas", stroke=colour, stroke_width=1.6),)
        case 4:
            return (_shape(((x, y + point), (x + point, y - size), (x - point, y - size)), colour),)
        case 5:
            return (Rect(x - size, y - size, 2 * size, 2 * size, fill="canvas", stroke=colour, stroke_width=1.6),)
        case 6:
            ground = circle(x, y, point + 1, fill="canvas")
            rising = Line(x - size, y + size, x + size, y - size, colour, 2.2)
            return (ground, rising, Line(x - size, y - size, x + size, y + size, colour, 2.2))
        case _:
            corners = ((x, y - point), (x + point, y), (x, y + point), (x - point, y))
            return (_shape(corners, "canvas", colour, 1.6),)


def _shape(
    corners: Sequence[tuple[float, float]], fill: str, stroke: str = "canvas", stroke_width: float = 1.2
) -> Primitive:
    outline: tuple[Segment, ...] = (Move(*corners[0]), *(LineTo(*corner) for corner in corners[1:]), Close())
    return Path(outline, fill=fill, stroke=stroke, stroke_width=stroke_width)


def feelings_said(point: CurvePoint, whose: Sequence[str], words: Texts) -> list[str]:
    """Each persona with what it feels at a point, the lead persona first; nothing where there is one curve only."""
    if not whose:
        return []
    felt = {0: point.emotion, **{place + 1: float(emotion) for place, emotion in point.others}}
    return [
        words.t("{persona}: {emotion}", persona=name, emotion=words.signed(emotion))
        for place, name in enumerate(whose)
        if (emotion := felt.get(place)) is not None
    ]
