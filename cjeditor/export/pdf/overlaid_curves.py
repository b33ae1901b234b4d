"""The curves of the personas that are laid over a map, dashed over that of its lead persona."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cjeditor.export.content import Content
from cjeditor.export.pdf.journey_curve import levels_of, places_of
from cjeditor.export.pdf.sheets import Frame
from cjeditor.export.typeset import META, Piece, line_of
from cjeditor.layout.monotone import monotone_segments
from cjeditor.layout.primitives import Line, Move, Path, Primitive, Rect
from cjeditor.model.cards import Touchpoint

_DASHES: Final = ((5.0, 3.0), (1.5, 2.5), (9.0, 4.0))
_COLOURS: Final = ("star", "secondary", "edge.opportunity")
_SIDE: Final = 2.4


def overlaid_curves(
    felt: Sequence[Touchpoint], frame: Frame, top: float, height: float, content: Content
) -> tuple[tuple[Piece, ...], list[Primitive]]:
    """The key of all curves (nothing where there is one), and the curves over the one drawn at the same place."""
    levels, places = levels_of(top, height), places_of(list(felt), frame, content)
    shapes: list[Primitive] = []
    key: list[Primitive] = []
    x = 0.0
    lead = content.persona
    if lead is not None:
        x = _entry(key, x, " ".join(lead.name.split()), "primary", ())
    found = 0
    for at, persona_id in enumerate(content.journey.overlaid_personas):
        persona = content.personas.get(persona_id)
        points = [
            (place, levels.y_of(one.emotion))
            for card, place in zip(felt, places, strict=True)
            for one in card.feelings
            if one.persona == persona_id
        ]
        if persona is None or len(points) < 2:
            continue
        found += 1
        colour, dash = _COLOURS[at % len(_COLOURS)], _DASHES[at % len(_DASHES)]
        shapes.append(Path((Move(*points[0]), *monotone_segments(points)), stroke=colour, stroke_width=1.4, dash=dash))
        shapes += [
            Rect(px - _SIDE, py - _SIDE, 2 * _SIDE, 2 * _SIDE, fill="card", stroke=colour, stroke_width=1.0)
            for px, py in points
        ]
        x = _entry(key, x, " ".join(persona.name.split()), colour, dash)
    return ((Piece(META.line, tuple(key)),) if found else ()), shapes


def _entry(key: list[Primitive], x: float, name: str, colour: str, dash: tuple[float, ...]) -> float:
    """Put a line and a name into the key; return where the next begins."""
    key.append(Line(x, META.line / 2, x + 24, META.line / 2, colour, 1.6, dash))
    said = line_of(name, META, x + 30, 0)
    key.append(said)
    return x + 30 + said.width + 22
