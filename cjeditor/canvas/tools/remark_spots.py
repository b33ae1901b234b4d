"""Where the marks of open comments lie under the pointer: on cards, and at the right end of headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjeditor.canvas.headers import header_scale
from cjeditor.canvas.tips import as_tip
from cjeditor.layout.draw_headers import BAND, STEP_HEADER_HEIGHT, aside_for
from cjeditor.layout.draw_remarks import mark_in
from cjeditor.layout.metrics import META_LINE, PHASE_LINE, TITLE_LINE
from cjeditor.model.remarks import sorted_comments

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from cjeditor.canvas.hits import Hit
    from cjeditor.canvas.tools.gesture import Pointer, Stage

_LANE_MARK = 12.0 + META_LINE + 4.0
"""How far down the mark of a lane's header reaches."""
_PHASE_MARK = BAND + 8.0 + PHASE_LINE
_MOST_TOLD = 4
_MOST_LETTERS = 240


class RemarkSpots:
    """Asks the arrangement which mark is meant."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def at(self, pointer: Pointer, hit: Hit) -> str:
        """Return the id of what is commented on where the pointer is on its mark, else nothing."""
        arrangement = self._stage.desk.arrangement
        count = arrangement.remarks.get(hit.id, 0)
        if not count:
            return ""
        if hit.kind == "card":
            box = arrangement.cards[hit.id]
            area = mark_in(box.look.primitives)
            on = area is not None and area.holds(pointer.scene.x() - box.x, pointer.scene.y() - box.y)
            return hit.id if on else ""
        aside = aside_for(count, self._stage.desk.labels)
        on_header = {"phase": self._on_phase, "step": self._on_step, "lane": self._on_lane}.get(hit.kind)
        return hit.id if on_header is not None and on_header(pointer.view, hit.id, aside) else ""

    def tip(self, about: str) -> str:
        """Return what is said there, the newest last, as markup in which nobody's text can be markup."""
        journey, words = self._stage.desk.map, self._stage.desk.words
        held = [each for each in journey.comments if each.about == about and not each.resolved]
        told = []
        for each in sorted_comments(journey, held, "place")[-_MOST_TOLD:]:
            text = " ".join(each.text[: 2 * _MOST_LETTERS].split())
            short = text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS].rstrip()}…"
            told.append(f"{each.author}: {short}" if each.author else short)
        said = words.tn("{n} open comment", "{n} open comments", len(held))
        return as_tip("\n".join((said, *told)))

    def _on_phase(self, at: QPointF, phase: str, aside: float) -> bool:
        box = next(each for each in self._stage.desk.arrangement.phases if each.phase.id == phase)
        return self._at_right_end(at, box.x + box.width, aside) and self._strip(at).y() <= _PHASE_MARK * self._scale()

    def _on_step(self, at: QPointF, step: str, aside: float) -> bool:
        column = self._stage.desk.arrangement.column_of(step)
        below = self._stage.column_header.phase_height()
        return (
            column is not None
            and self._at_right_end(at, column.x + column.width, aside)
            and 0 <= self._strip(at).y() - below <= STEP_HEADER_HEIGHT * self._scale()
        )

    def _on_lane(self, at: QPointF, lane: str, aside: float) -> bool:
        box = self._stage.desk.arrangement.lane_of(lane)
        if box is None:
            return False
        header, transform, scale = self._stage.lane_header, self._stage.view.viewportTransform(), self._scale()
        here = header.mapFromGlobal(self._stage.view.viewport().mapToGlobal(at))
        top, height = box.y * transform.m22() + transform.dy(), box.height * transform.m22()
        top += min(max(0.0, -top), max(0.0, height - TITLE_LINE * scale))
        left = (self._stage.desk.arrangement.lane_header_width - aside) * scale
        return here.x() >= left and 0 <= here.y() - top <= _LANE_MARK * scale

    def _at_right_end(self, at: QPointF, right: float, aside: float) -> bool:
        transform = self._stage.view.viewportTransform()
        end = right * transform.m11() + transform.dx()
        return end - (aside + 8) * self._scale() <= self._strip(at).x() <= end

    def _strip(self, at: QPointF) -> QPointF:
        """Return the point in the strip of phases and steps."""
        return self._stage.column_header.mapFromGlobal(self._stage.view.viewport().mapToGlobal(at))

    def _scale(self) -> float:
        return header_scale(self._stage.view.zoom)
