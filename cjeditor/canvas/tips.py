"""What the pointer is told when it waits over something that shows less than there is."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from cjeditor.layout.primitives import Text
from cjeditor.model.cards import Touchpoint

if TYPE_CHECKING:
    from cjeditor.canvas.hits import Hit
    from cjeditor.layout.arrangement import Arrangement, CardBox

_LONGEST = 1_500


def tip_for(arrangement: Arrangement, hit: Hit) -> str:
    """Return the text for what was hit, as markup in which nothing of the map's own text can be markup; or nothing."""
    text = _text(arrangement, hit)
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rstrip() + "…"
    # Qt takes every tool tip for rich text that looks like it; as real markup it says what is meant.
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


def _text(arrangement: Arrangement, hit: Hit) -> str:
    if hit.kind in ("card", "point"):
        box = arrangement.cards.get(hit.id)
        if box is None:
            return ""
        if hit.kind == "point" or _is_cut(box):
            return box.record.title if isinstance(box.record, Touchpoint) else box.record.text
        return ""
    if hit.kind == "phase":
        phase = next((box.phase for box in arrangement.phases if box.phase.id == hit.id), None)
        return "" if phase is None else "\n".join(part for part in (phase.name, phase.description) if part)
    if hit.kind == "step":
        column = arrangement.column_of(hit.id)
        return "" if column is None else column.step.name
    if hit.kind == "lane":
        lane = arrangement.lane_of(hit.id)
        return "" if lane is None else "\n".join(part for part in (lane.lane.name, lane.lane.question) if part)
    return ""


def _is_cut(box: CardBox) -> bool:
    """Return whether the card ends in an ellipsis that its text does not have."""
    text = box.record.title if isinstance(box.record, Touchpoint) else box.record.text
    shown = [shape.text for shape in box.look.primitives if isinstance(shape, Text)]
    return any(line.endswith("…") for line in shown) and not text.endswith("…")
