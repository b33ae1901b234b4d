"""Curves of the personas laid over a map, told apart by dashes and marks, not by colour alone; and their key."""

from __future__ import annotations

from collections.abc import Sequence

from cjeditor.layout.arrangement import Curve, LaneBox
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


def draw_others(curve: Curve) -> tuple[Primitive, ...]:
    """The dashed lines of the personas laid over the map, with a mark of its own for each at every touchpoint."""
    series: dict[int, list[tuple[float, float, bool]]] = {}
    for point in curve.points:
        for place, emotion in point.others:
            series.setdefault(place, []).append((point.x, curve.y_of(emotion), point.small))
    shapes: list[Primitive] = []
    for place, some in sorted(series.items()):
        colour = _COLOURS[place % len(_COLOURS)]
        line = [(x, y) for x, y, _small in some]
        if len(line) > 1:
            segments: tuple[Segment, ...] = (Move(*line[0]), *monotone_segments(line))
            dash = _DASHES[place % len(_DASHES)]
            shapes.append(Path(segments, stroke=colour, stroke_width=_WIDTH, dash=dash))
        shapes += [one for x, y, small in some if not small for one in _mark(place, x, y, colour)]
    return tuple(shapes)


def draw_key(whose: Sequence[str], width: float, top: float) -> tuple[Primitive, ...]:
    """The key: a line for each persona with its dashes and mark, then the name; below `top` of a lane's header."""
    shapes: list[Primitive] = []
    for at, name in enumerate(whose):
        y = top + at * META_LINE
        middle = y + META_LINE / 2
        if at == 0:
            shapes.append(Line(_LEFT, middle, _LEFT + _SAMPLE, middle, "primary", 2.0))
            shapes.append(circle(_LEFT + _SAMPLE / 2, middle, _RADIUS, fill="primary"))
        else:
            place = at - 1
            colour, dash = _COLOURS[place % len(_COLOURS)], _DASHES[place % len(_DASHES)]
            shapes.append(Line(_LEFT, middle, _LEFT + _SAMPLE, middle, colour, _WIDTH, dash))
            shapes += _mark(place, _LEFT + _SAMPLE / 2, middle, colour)
        left = _LEFT + _SAMPLE + _GAP
        shown = elide(name, "regular", META_SIZE, max(META_SIZE, width - left - 6))
        shapes.append(text(left, baseline(y, META_LINE, META_SIZE), shown, "regular", META_SIZE, "secondary"))
    return tuple(shapes)


def _mark(place: int, x: float, y: float, colour: str) -> tuple[Primitive, ...]:
    """Square, triangle, diamond and hollow disc in turn, each with a rim that keeps it apart from the lines."""
    size = _RADIUS
    corners: tuple[tuple[float, float], ...]
    match place % 4:
        case 0:
            return (Rect(x - size, y - size, 2 * size, 2 * size, fill=colour, stroke="canvas", stroke_width=1.2),)
        case 1:
            corners = ((x, y - size - 1), (x + size + 1, y + size), (x - size - 1, y + size))
        case 2:
            corners = ((x, y - size - 1), (x + size + 1, y), (x, y + size + 1), (x - size - 1, y))
        case _:
            return (circle(x, y, size, fill="canvas", stroke=colour, stroke_width=1.6),)
    outline: tuple[Segment, ...] = (Move(*corners[0]), *(LineTo(*corner) for corner in corners[1:]), Close())
    return (Path(outline, fill=colour, stroke="canvas", stroke_width=1.2),)
