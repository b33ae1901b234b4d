"""Shapes in their places on a page or picture, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjeditor.layout.primitives import Primitive, Rect, Text
from cjeditor.layout.tags import Tag
from cjeditor.layout.theme import INVITATION
from cjeditor.layout.whole_map import Drawing


class Placed(NamedTuple):
    """Shapes with the place of their origin."""

    x: float
    y: float
    shapes: Sequence[Primitive]


class Clip(NamedTuple):
    """The part of a view that is shown."""

    x: float
    y: float
    width: float
    height: float


class View(NamedTuple):
    """Shapes on a page: `x`, `y` is where their origin lies, in points from the top left corner of the page.

    `scale` is points per pixel; nothing outside of `clip` (in pixels) is shown. With a `tag` all of it is that one
    thing to those who have the page read aloud, such as a figure; without, each shape is what its own tag says.
    """

    placed: Sequence[Placed]
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    clip: Clip | None = None
    tag: Tag | None = None


def map_views(drawing: Drawing, x: float, y: float, scale: float, tag: Tag | None = None) -> list[View]:
    """A drawing as views: what lies behind, the curves cut at the body's edges, links, cards and headers.

    Marks of the curve that lie beyond are left out, or searching would find them on the wrong page; and so are words
    for those who edit the map: that invite to use the mouse, or say why a lane is empty.
    """
    lines = [shape for shape in _printed(drawing.clipped) if not _beyond(shape, Clip(*drawing.body))]
    cards = [Placed(left, top, _printed(box.look.primitives)) for left, top, box in drawing.cards]
    return [
        View([Placed(0, 0, drawing.back)], x, y, scale, tag=tag),
        View([Placed(0, 0, lines)], x, y, scale, Clip(*drawing.body), tag),
        View([Placed(0, 0, drawing.links), *cards, Placed(0, 0, drawing.front)], x, y, scale, tag=tag),
    ]


def _printed(shapes: Sequence[Primitive]) -> Sequence[Primitive]:
    inviting = any(isinstance(shape, Text) and shape.colour == INVITATION for shape in shapes)
    return [one for one in shapes if not (isinstance(one, Text) and one.colour == INVITATION)] if inviting else shapes


def _beyond(shape: Primitive, body: Clip) -> bool:
    """Whether the middle of a mark lies outside of the body; lines are for the clip to cut."""
    if not isinstance(shape, Text | Rect):
        return False
    across = body.x <= shape.x + shape.width / 2 <= body.x + body.width
    return not (across and body.y <= shape.y <= body.y + body.height)
