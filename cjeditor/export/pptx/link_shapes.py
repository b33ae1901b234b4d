"""Links between cards as connectors that follow the shapes they are glued to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cjeditor.catalogue import terms
from cjeditor.export.pptx.ink import Ink, Place
from cjeditor.export.pptx.shapes import Ends, Named
from cjeditor.layout.arrangement import LinkBox
from cjeditor.layout.draw_links import draw_link
from cjeditor.texts import Texts

_CORNERS: Final = (2, 4, 6)
"""So many corners a native connector may have."""
_LEFT_SIDE, _RIGHT_SIDE = 1, 3
_STYLES: Final = {"": "rule.strong", "seamless": "primary", "broken": "warning"}


def draw_link_shape(
    ink: Ink, box: LinkBox, place: Place, numbers: Mapping[str, int], words: Texts, least: float = 0.0
) -> None:
    """Put a link on a slide, glued where a connector can be; `numbers` are those of the shapes of cards by their ids.

    Its line is `least` pixels wide at least, however small the map.
    """
    hand_off, scale = box.link.hand_off, place.scale
    from_to = f"{box.source.record.number} → {box.target.record.number}"
    said = ". ".join(filter(None, (from_to, box.link.label, terms.hand_off(hand_off, words))))
    named = Named(words.t("Link {which}", which=from_to), said)
    if len(box.points) in _CORNERS and box.source.id in numbers and box.target.id in numbers:
        points = [place.point(x, y) for x, y in box.points]
        # Told by shape, too: a full head, a broken line, an open head.
        width = max(least, 1.5 * scale)
        dash = (width * 3, width * 2) if hand_off == "broken" else ()
        pen = ink.pen(_STYLES[hand_off], width, dash, "triangle" if hand_off else "arrow")
        ink.connector(points, named, pen, _ends(box, numbers))
    else:
        ink.drawing(draw_link(box), place)


def _ends(box: LinkBox, numbers: Mapping[str, int]) -> Ends:
    """Which sides of its cards a link is glued to."""
    (x1, _), (x2, _) = box.points[0], box.points[-1]
    leaves = _RIGHT_SIDE if x1 > box.source.x + box.source.width / 2 else _LEFT_SIDE
    comes = _RIGHT_SIDE if x2 > box.target.x + box.target.width / 2 else _LEFT_SIDE
    return Ends(numbers[box.source.id], leaves, numbers[box.target.id], comes)
