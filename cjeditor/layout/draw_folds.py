"""What a map shows of a collapsed phase or lane besides its header: its name, and how much lies in it."""

from __future__ import annotations

from cjeditor.layout import metrics
from cjeditor.layout.arrangement import LaneBox, PhaseBox
from cjeditor.layout.breaking import elide
from cjeditor.layout.draw_card import text
from cjeditor.layout.metrics import META_SIZE, TITLE_SIZE, baseline
from cjeditor.layout.primitives import Primitive, Rect
from cjeditor.texts import Texts

_INSET, _GAP = 12.0, 10.0


def draw_folded_phase(box: PhaseBox, length: float, words: Texts) -> tuple[Primitive, ...]:
    """The strip of a collapsed phase, lying on its side: `length` long, from its upper end at the left."""
    count = words.tn("{n} card", "{n} cards", box.cards)
    counted = text(0, 0, count, "regular", META_SIZE, "secondary").width
    room = length - 2 * _INSET - _GAP - counted
    middle = baseline(0, metrics.FOLDED_WIDTH, TITLE_SIZE)
    ground = Rect(0, 4, length, metrics.FOLDED_WIDTH - 8, fill=f"tint:{box.phase.colour}")
    name = elide(box.phase.name or words.t("Unnamed phase"), "semibold", TITLE_SIZE, max(0.0, room))
    shapes: list[Primitive] = [ground, text(_INSET, middle, name, "semibold", TITLE_SIZE, "text")]
    beside = _INSET + text(0, 0, name, "semibold", TITLE_SIZE, "text").width + _GAP
    if room >= 0:
        shapes.append(text(beside, middle, count, "regular", META_SIZE, "secondary"))
    return tuple(shapes)


def draw_folded_lane(box: LaneBox, words: Texts) -> tuple[Primitive, ...]:
    """How many cards lie in a collapsed lane; of one that holds none what it says, or nothing."""
    said = words.tn("{n} card", "{n} cards", box.cards) if box.lane.holds else box.said
    if not said:
        return ()
    return (text(_INSET, baseline(0, box.height, META_SIZE), said, "regular", META_SIZE, "secondary"),)
