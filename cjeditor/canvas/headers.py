"""The headers of phases, steps and lanes: widgets beside the viewport that follow its transform.

Painted over the map they would turn every pan into a full repaint.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QTouchEvent
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.doubled import is_touch_again
from cjeditor.layout.arrangement import Column, LaneBox, PhaseBox
from cjeditor.layout.breaking import elide
from cjeditor.layout.draw_headers import BAND, STEP_HEADER_HEIGHT, draw_lane_header, draw_phase_header, draw_step_header
from cjeditor.layout.icons import icon
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import META_LINE, META_SIZE, PHASE_LINE, TITLE_LINE
from cjeditor.layout.primitives import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPaintEvent, QTabletEvent, QWheelEvent

    from cjeditor.canvas.ink import Ink, Picture
    from cjeditor.canvas.selection import Selection
    from cjeditor.canvas.view import MapView
    from cjeditor.layout.arrangement import Arrangement
    from cjeditor.layout.primitives import Primitive
    from cjeditor.model.journey_map import Lane, Phase, Step
    from cjeditor.texts import Texts

SMALLEST_SCALE, LARGEST_SCALE = 0.9, 1.4
"""Headers grow and shrink with the map only so far: their text stays readable and the map keeps its room."""
GAP = 4.0
"""Between the phase headers and the body."""


_NAME_WIDTH, _NAME_HEIGHT = 130.0, 44.0
"""The room that a name needs, in header pixels."""
_CARET, _CARET_REACH = 11.0, 18.0
"""The caret left of a name, and the room in which a click reaches it, in header pixels."""
_Box = TypeVar("_Box", PhaseBox, Column)
_Key = tuple["Phase | Step | Lane", tuple[int, bool, int], float, float]


def header_scale(zoom: float) -> float:
    """Return the scale of the headers at a zoom of the map, in tenths: not every wheel step moves the map's edges."""
    return max(SMALLEST_SCALE, min(LARGEST_SCALE, round(zoom, 1)))


class Header(QWidget):
    """What both strips share: they paint what lies beside the view and hand the mouse on.

    Signals:
        pressed(object), moved(object), released(object), double_clicked(object): a QMouseEvent.
        menu_wanted(object): a QContextMenuEvent.
        tip_wanted(object): a QHelpEvent.
        touched(object): a QTouchEvent.
        pen_used(object): a QTabletEvent.
    """

    pressed = Signal(object)
    moved = Signal(object)
    released = Signal(object)
    double_clicked = Signal(object)
    menu_wanted = Signal(object)
    tip_wanted = Signal(object)
    touched = Signal(object)
    pen_used = Signal(object)

    def __init__(self, view: MapView, ink: Ink, words: Texts, selection: Selection, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._ink = ink
        self._words = words
        self._selection = selection
        self._arrangement: Arrangement | None = None
        self._mark: float | None = None
        self._target = ""
        self._pictures: dict[str, tuple[_Key, Picture]] = {}
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    @property
    def caret(self) -> float:
        """How wide the caret is that collapses what a header stands for, in pixels of the widget from its left."""
        return _CARET_REACH * header_scale(self._view.zoom)

    def show_arrangement(self, arrangement: Arrangement, words: Texts) -> None:
        """Follow another state of the map."""
        if words is not self._words:
            self._words = words
            self._pictures.clear()
        self._arrangement = arrangement
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        self._pictures.clear()
        self.update()

    def show_mark(self, at: float | None) -> None:
        """Show where a dragged header will land: the scene's x (of lanes: y), or nothing."""
        if at != self._mark:
            self._mark = at
            self.update()

    def show_target(self, record_id: str) -> None:
        """Show which header would take what is being dragged; an empty id for none."""
        if record_id != self._target:
            self._target = record_id
            self.update()

    def _picture(self, box: PhaseBox | Column | LaneBox, width: float, height: float) -> tuple[Picture, float]:
        """Return a header's picture, made once for each record and size, and by how much to stretch it sideways.

        While the zoom changes with every frame, the last picture is stretched instead of breaking its text anew.
        """
        record = _record(box)
        remarks = 0 if self._arrangement is None else self._arrangement.remarks.get(record.id, 0)
        key = (record, (box.number if isinstance(box, PhaseBox) else 0, box.folded, remarks), width, height)
        kept = self._pictures.get(record.id)
        if kept is not None and kept[0][0] is record:
            if kept[0][1:] == key[1:]:
                return kept[1], 1.0
            if self._view.zooming and kept[0][1] == key[1] and kept[0][2] > 0:
                return kept[1], width / kept[0][2]
        picture = self._ink.picture(_drawn(box, width, height, self._words, remarks))
        self._pictures[record.id] = (key, picture)
        return picture, 1.0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand it on."""
        if not is_touch_again(event):
            self.pressed.emit(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hand it on."""
        if not is_touch_again(event):
            self.moved.emit(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand it on."""
        if not is_touch_again(event):
            self.released.emit(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Hand it on."""
        if not is_touch_again(event):
            self.double_clicked.emit(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Hand it on."""
        self.menu_wanted.emit(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Hand it on."""
        self.pen_used.emit(event)

    def event(self, event: QEvent) -> bool:
        """Hand touches and requests for tips on."""
        if isinstance(event, QTouchEvent):
            self.touched.emit(event)
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.tip_wanted.emit(event)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll and zoom the map as if the pointer were over it."""
        self._view.wheelEvent(event)


class ColumnHeader(Header):
    """The strip above the map: phases, and steps below them where any has a name."""

    def phase_height(self) -> float:
        """Return the height of the phases' part on screen."""
        arrangement = self._arrangement
        return 0.0 if arrangement is None else arrangement.phase_header_height * header_scale(self._view.zoom)

    def area_of(self, first: float, width: float, *, step: bool) -> QRectF:
        """Return where the header of a column range (scene x and width) lies in this widget, as far as it is seen."""
        transform = self._view.viewportTransform()
        left, zoom = transform.dx(), transform.m11()
        top = self.phase_height() if step else 0.0
        bottom = self.height() - GAP if step else top + self.phase_height()
        area = QRectF(first * zoom + left, top, width * zoom, bottom - top)
        if area.left() < 0 < area.right() - _NAME_WIDTH:
            area.setLeft(0.0)  # where the name is shown then
        return area

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the headers of the columns in view."""
        with QPainter(self) as painter:  # ends the painter also when something goes wrong, which would crash Qt
            painter.fillRect(event.rect(), self._ink.brush("canvas"))
            painter.setClipRect(0, 0, self._view.viewport().width(), self.height())
            if self._arrangement is not None:
                self._paint_columns(painter, event.rect(), self._arrangement)

    def _paint_columns(self, painter: QPainter, area: QRect, arrangement: Arrangement) -> None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        transform = self._view.viewportTransform()
        left, zoom = transform.dx(), transform.m11()
        scale = header_scale(zoom)
        first, last = (area.left() - left) / zoom, (area.right() - left) / zoom
        for phase in _between(arrangement.phases, first, last):
            chosen = phase.phase.id in self._selection.of("phases") or phase.phase.id == self._target
            height = arrangement.phase_header_height
            self._paint_one(painter, phase, phase.x * zoom + left, 0.0, (phase.width, height), scale, chosen)
        if arrangement.step_header_height:
            top = arrangement.phase_header_height * scale
            for column in _between(arrangement.columns, first, last):
                if column.named:
                    chosen = column.step.id in self._selection.of("steps")
                    size = (column.width, STEP_HEADER_HEIGHT)
                    self._paint_one(painter, column, column.x * zoom + left, top, size, scale, chosen)
        if self._mark is not None:
            painter.fillRect(QRectF(self._mark * zoom + left - 1.5, 0, 3, self.height()), self._ink.brush("selection"))

    def _paint_one(
        self,
        painter: QPainter,
        box: PhaseBox | Column,
        x: float,
        y: float,
        size: tuple[float, float],
        scale: float,
        chosen: bool,
    ) -> None:
        # Of a header that is partly scrolled away, the name stays in sight.
        hidden = min(max(0.0, -x), max(0.0, size[0] * self._view.zoom - _NAME_WIDTH * scale))
        width = round((size[0] * self._view.zoom - hidden) / scale, 1)
        painter.save()
        painter.translate(QPointF(x + hidden, y))
        picture, stretch = self._picture(box, width, size[1])
        painter.scale(scale * stretch, scale)
        picture.paint(painter, "full")
        if chosen:
            painter.setPen(self._ink.pen("selection", 2.5))
            painter.setBrush(self._ink.brush(""))
            painter.drawRoundedRect(QRectF(5.2, 1.2, max(2.0, width - 10.4), size[1] - 2.4), 3, 3)
        painter.restore()


class LaneHeader(Header):
    """The strip left of the map: the lanes' names and questions."""

    def area_of(self, top: float, height: float) -> QRectF:
        """Return where the header of a lane (scene y and height) lies in this widget, as far as it is seen."""
        transform = self._view.viewportTransform()
        area = QRectF(0, top * transform.m22() + transform.dy(), self.width(), height * transform.m22())
        if area.top() < 0 < area.bottom() - _NAME_HEIGHT:
            area.setTop(0.0)  # where the name is shown then
        return area

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the headers of the lanes in view."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._ink.brush("canvas"))
            painter.setClipRect(0, 0, self.width(), self._view.viewport().height())
            if self._arrangement is not None:
                self._paint_lanes(painter, event.rect(), self._arrangement)

    def _paint_lanes(self, painter: QPainter, area: QRect, arrangement: Arrangement) -> None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        transform = self._view.viewportTransform()
        top, zoom = transform.dy(), transform.m22()
        scale = header_scale(zoom)
        cramped: list[LaneBox] = []
        covered = [0.0, *(_covered(lane, zoom, scale) for lane in arrangement.lanes), 0.0]
        for at, lane in enumerate(arrangement.lanes):
            y, height = lane.y * zoom + top, lane.height * zoom
            if y + height < area.top() or y > area.bottom():
                continue
            if lane.lane.kind == "separator" and height < META_LINE * scale:
                cramped.append(lane)
                continue
            # Of a lane that is partly scrolled away, the name stays in sight: its last line goes last. The name keeps
            # clear of those of low separators beside it.
            bottom = height - covered[at + 2]
            shown = max(covered[at], min(max(0.0, -y), max(0.0, bottom - TITLE_LINE * scale)))
            painter.save()
            painter.setClipRect(QRectF(0, y, self.width(), height), Qt.ClipOperation.IntersectClip)
            painter.translate(0, y + shown)
            painter.scale(scale, scale)
            room = round(max(0.0, bottom - shown) / scale, 1)
            self._picture(lane, arrangement.lane_header_width, room)[0].paint(painter, "full")
            painter.restore()
            painter.setPen(self._ink.pen("rule"))
            if lane.lane.kind != "separator":
                painter.drawLine(QPointF(8, y + height), QPointF(self.width(), y + height))
            if lane.lane.id in self._selection.of("lanes"):
                painter.setPen(self._ink.pen("selection", 2.5))
                painter.setBrush(self._ink.brush(""))
                painter.drawRoundedRect(QRectF(4, y + 2, self.width() - 8, height - 4), 4, 4)
        for lane in cramped:
            self._paint_cramped(painter, lane, (lane.y + lane.height / 2) * zoom + top, scale)
        if self._mark is not None:
            painter.fillRect(QRectF(0, self._mark * zoom + top - 1.5, self.width(), 3), self._ink.brush("selection"))

    def _paint_cramped(self, painter: QPainter, lane: LaneBox, middle: float, scale: float) -> None:
        """Paint the name of a separator lower than its text, over the rules of its neighbours."""
        name, height = elide(lane.lane.name, "regular", META_SIZE, self.width() / scale - 20), META_LINE * scale
        ground = QRectF(8, middle - height / 2, (text_width(name, "regular", META_SIZE) + 8) * scale, height)
        painter.fillRect(ground, self._ink.brush("canvas"))
        painter.save()
        painter.translate(0, ground.top())
        painter.scale(scale, scale)
        self._picture(lane, self.width() / scale, META_LINE)[0].paint(painter, "full")
        painter.restore()


def _between(boxes: Sequence[_Box], first: float, last: float) -> Sequence[_Box]:
    """Return those of the boxes, sorted by x, that lie between two x."""
    start = max(0, bisect_right(boxes, first, key=_left) - 1)
    return boxes[start : bisect_right(boxes, last, key=_left)]


def _covered(lane: LaneBox, zoom: float, scale: float) -> float:
    """Return how much of its neighbours the name of a separator covers that is lower than its text."""
    return max(0.0, (META_LINE * scale - lane.height * zoom) / 2) if lane.lane.kind == "separator" else 0.0


def _left(box: PhaseBox | Column) -> float:
    return box.x


def _record(box: PhaseBox | Column | LaneBox) -> Phase | Step | Lane:
    if isinstance(box, PhaseBox):
        return box.phase
    return box.step if isinstance(box, Column) else box.lane


def _drawn(
    box: PhaseBox | Column | LaneBox, width: float, height: float, words: Texts, remarks: int
) -> tuple[Primitive, ...]:
    if isinstance(box, Column):
        return draw_step_header(box.step, width, words, remarks)
    caret = "caret-right" if box.folded else "caret-down"
    if isinstance(box, PhaseBox):
        shapes = draw_phase_header(box.phase, box.number, width, height, words, remarks)
        return (*shapes, icon(caret, 3, BAND + 8 + (PHASE_LINE - _CARET) / 2, _CARET, "secondary"))
    shapes = draw_lane_header(box.lane, width, height, words, remarks, box.curves)
    if box.lane.kind == "separator" or height < _CARET:
        return shapes
    names = (shape.y for shape in shapes if isinstance(shape, Text) and shape.face == "semibold")
    first = next(names, height / 2 + _CARET / 2)
    return (*shapes, icon(caret, 0, first - _CARET + 1, _CARET, "secondary"))
