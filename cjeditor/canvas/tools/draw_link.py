"""Drawing a link: from a card's handle to another card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from cjeditor.canvas.hits import body_hit
from cjeditor.canvas.tools.gesture import BOTH
from cjeditor.canvas.tools.slots import show_card
from cjeditor.layout.draw_links import draw_arrow
from cjeditor.model.edits.links import add_link
from cjeditor.model.ids import MAP_PREFIXES, new_id

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Pointer, Stage
    from cjeditor.model.project import Project

_AROUND = 12.0


class DrawLink:
    """A line follows the pointer; the card that it is dropped on becomes the link's target."""

    scrolls = BOTH

    def __init__(self, stage: Stage, source: str) -> None:
        self.cursor = Qt.CursorShape.CrossCursor
        self._stage = stage
        self._source = stage.desk.arrangement.cards[source]
        self._link = new_id(MAP_PREFIXES["links"])
        self._target = ""
        self._linked = {box.target.id for box in stage.desk.arrangement.links.values() if box.source.id == source}

    def update(self, pointer: Pointer) -> None:
        """Show the line and the card that it would lead to."""
        scene, stage = self._stage.scene, self._stage
        x, y = pointer.scene.x(), pointer.scene.y()
        over = stage.view.viewport().rect().contains(pointer.view.toPoint())
        hit = body_hit(stage.desk.arrangement, x, y, stage.view.zoom) if over else None
        self._target = hit.id if hit is not None and hit.kind == "card" and hit.id != self._source.id else ""
        box = stage.desk.arrangement.cards.get(self._target)
        if box is None:
            scene.mark_cells([], "selection")
            scene.slot_mark.hide()
        elif self._target in self._linked:
            scene.slot_mark.hide()
            scene.mark_cells([QRectF(box.x - 4, box.y - 4, box.width + 8, box.height + 8)], "warning")
        else:
            show_card(stage, box)
        self._show_line((x, y) if box is None else None)

    def _show_line(self, free_end: tuple[float, float] | None) -> None:
        scene, source = self._stage.scene, self._source
        y = source.y + source.height / 2
        if free_end is None:
            target = self._stage.desk.arrangement.cards[self._target]
            leftwards = target.x + target.width / 2 < source.x + source.width / 2
            end = (target.x + target.width if leftwards else target.x, target.y + target.height / 2)
        else:
            end = free_end
            leftwards = end[0] < source.x
        start = (source.x if leftwards else source.x + source.width, y)
        middle = (start[0] + end[0]) / 2
        points = (start, (middle, start[1]), (middle, end[1]), end)
        xs, ys = [start[0], end[0]], [start[1], end[1]]
        bounds = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        grown = bounds.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        scene.point_mark.show_shapes(draw_arrow(points, "selection"), grown, scene.ink)

    def commit(self) -> None:
        """Make the link; on empty ground say where it should have been dropped."""
        self._stage.scene.settle()
        desk = self._stage.desk
        if not self._target:
            desk.hint.emit(desk.words.t("Drop the line on another card to link the two."))
        elif desk.apply(desk.words.t("Add link"), self._added):
            desk.selection.choose("links", [self._link])

    def cancel(self) -> None:
        """Make nothing."""
        self._stage.scene.settle()

    def _added(self, project: Project) -> Project:
        map_id = self._stage.desk.map_id
        return add_link(project, map_id, link_id=self._link, source=self._source.id, target=self._target)
