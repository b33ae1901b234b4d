"""Where on the screen each thing of the map is, and which thing is at a point of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF

from cjeditor.canvas.hits import body_hit, column_header_hit, lane_header_hit
from cjeditor.canvas.reading.things import Thing, root_of, thing_at
from cjeditor.canvas.selection import Spot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cjeditor.canvas.reading.things import Root
    from cjeditor.canvas.tools.gesture import Stage

_LINE = 2.0
"""Layout pixels around a link that count as it."""


class Places:
    """Knows the places of a stage's things, in pixels of the screen."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def widget(self, root: Root) -> QWidget:
        """Return the widget that shows what stands under it."""
        stage = self._stage
        return {"columns": stage.column_header, "lanes": stage.lane_header, "body": stage.view}[root]

    def rect(self, thing: Thing) -> QRect:
        """Return where a thing is, seen or not; empty for a thing that is gone."""
        area, shown_on = self._area(thing)
        return QRect() if area is None else QRect(shown_on.mapToGlobal(area.topLeft().toPoint()), area.size().toSize())

    def is_seen(self, thing: Thing) -> bool:
        """Whether a part of the thing is in sight."""
        area, shown_on = self._area(thing)
        return area is not None and shown_on.isVisible() and area.intersects(QRectF(shown_on.rect()))

    def at(self, root: Root, point: QPoint) -> Thing | None:
        """Return the innermost thing under a widget that lies at a point of the screen."""
        stage, arrangement = self._stage, self._stage.desk.arrangement
        where = self._shown_on(root).mapFromGlobal(point)
        scene = stage.view.scene_point(QPointF(stage.view.viewport().mapFromGlobal(point)))
        if root == "lanes":
            hit = lane_header_hit(arrangement, scene.y(), 0.0)
            return Thing("lane", hit.id) if hit.id else None
        if root == "columns":
            hit = column_header_hit(
                arrangement, scene.x(), 0.0, in_steps=where.y() >= stage.column_header.phase_height()
            )
            return Thing("step" if hit.kind == "step" else "phase", hit.id) if hit.id else None
        hit = body_hit(arrangement, scene.x(), scene.y(), stage.view.zoom)
        if hit.kind == "link":
            return Thing("link", hit.id)
        if hit.kind == "chip" and hit.spot is not None:
            return Thing("chip", hit.id, hit.spot.step, hit.spot.lane)
        column, row = arrangement.column_index_at(scene.x()), arrangement.lane_index_at(scene.y())
        if hit.kind == "nothing" or column is None or row is None:
            return None
        card = hit.id if hit.kind == "card" else ""
        return thing_at(arrangement, Spot(arrangement.columns[column].step.id, arrangement.lanes[row].lane.id, card))

    def _shown_on(self, root: Root) -> QWidget:
        return self._stage.view.viewport() if root == "body" else self.widget(root)

    def _area(self, thing: Thing) -> tuple[QRectF | None, QWidget]:
        """Return where a thing is on the widget that shows it."""
        stage, arrangement = self._stage, self._stage.desk.arrangement
        widget = self._shown_on(root_of(thing))
        if thing.kind == "phase":
            phase = next((box for box in arrangement.phases if box.phase.id == thing.id), None)
            area = None if phase is None else stage.column_header.area_of(phase.x, phase.width, step=False)
            return area, widget
        if thing.kind == "step":
            column = arrangement.column_of(thing.id)
            area = None if column is None else stage.column_header.area_of(column.x, column.width, step=True)
            return area, widget
        if thing.kind == "lane":
            lane = arrangement.lane_of(thing.id)
            return None if lane is None else stage.lane_header.area_of(lane.y, lane.height), widget
        in_scene = self._in_scene(thing)
        return None if in_scene is None else stage.view.viewportTransform().mapRect(in_scene), widget

    def _in_scene(self, thing: Thing) -> QRectF | None:
        arrangement = self._stage.desk.arrangement
        if thing.kind == "link":
            link = arrangement.links.get(thing.id)
            if link is None:
                return None
            # A straight line has no height of its own.
            return QRectF(QPointF(*link.area[:2]), QPointF(*link.area[2:])).adjusted(-_LINE, -_LINE, _LINE, _LINE)
        if thing.kind == "card":
            box = arrangement.cards.get(thing.id)
            return None if box is None else QRectF(box.x, box.y, box.width, box.height)
        if thing.kind == "chip":
            return self._stage.scene.place_of(Spot(thing.step, thing.lane, "", thing.id))
        column, row = arrangement.column_of(thing.step), arrangement.lane_of(thing.lane)
        if column is None or row is None:
            return None
        return QRectF(column.x, row.y, column.width, row.height)
