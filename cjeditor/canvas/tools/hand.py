"""The hand: tells from a press what may begin, starts the gesture after a few pixels, and ends it either way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QToolTip

from cjeditor.canvas.hits import NOTHING, Hit, body_hit, column_header_hit, lane_header_hit
from cjeditor.canvas.tips import tip_for
from cjeditor.canvas.tools.choosing import choose_by_click, choose_by_press
from cjeditor.canvas.tools.gesture import NEITHER, Gesture, Pointer, Stage
from cjeditor.canvas.tools.gestures import gesture_for
from cjeditor.canvas.tools.link_handle import LinkHandle
from cjeditor.canvas.tools.pan import Pan
from cjeditor.canvas.tools.remark_spots import RemarkSpots

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent

Place = Literal["body", "columns", "lanes"]

_EDGE = 5.0
_FOLDS = ("phase-fold", "lane-fold")
_KEEPING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_SCROLL_ZONE = 28
_SCROLL_STEP = 18
_SCROLL_INTERVAL = 25


class Hand(QObject):
    """Follows one mouse over the map and its headers.

    Signals:
        edit_wanted(Hit): something was double-clicked.
        menu_wanted(QPoint, Hit): a context menu is asked for at a point of the screen.
        fold_wanted(Hit): the caret of a phase or lane was clicked, or something collapsed.
        remarks_wanted(str): the mark of open comments on what has this id was clicked.
        busy(bool): a gesture began or ended.
    """

    edit_wanted = Signal(object)
    menu_wanted = Signal(QPoint, object)
    fold_wanted = Signal(object)
    remarks_wanted = Signal(str)
    busy = Signal(bool)

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._gesture: Gesture | None = None
        self._press: tuple[Hit, Pointer, QPointF] | None = None
        self._clicks = False
        self._folded = False
        self._remarks = RemarkSpots(stage)
        self._remark = ""
        self._last = QPointF()
        self._space = False
        self._handle = LinkHandle(stage, self)
        self.busy.connect(self._handle.hide)
        self._button = Qt.MouseButton.NoButton
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_INTERVAL)
        self._scrolling.timeout.connect(self._scroll)

    @property
    def active(self) -> bool:
        """Whether a gesture is going on."""
        return self._gesture is not None

    def hold_space(self, held: bool) -> None:
        """Take note whether the space bar is down, which turns a drag into panning."""
        self._space = held
        self._show_cursor(NOTHING)

    def press(self, event: QMouseEvent) -> None:
        """A button went down over the map or a header."""
        if self._gesture is not None or self._press is not None:
            self.cancel()  # a second button gives up what the first began
            return
        pointer = self._pointer(event)
        pans = event.button() == Qt.MouseButton.MiddleButton or self._space
        if not pans and event.button() != Qt.MouseButton.LeftButton:
            return
        self._button = event.button()
        if pans:
            self._begin(Pan(self._stage, pointer), pointer.view)
            return
        hit = self.hit(pointer, self._place())
        self._folded = False
        self._press = (hit, pointer, event.globalPosition())
        self._remark = self._remarks.at(pointer, hit)
        self._clicks = choose_by_press(self._stage.desk, hit, pointer.modifiers)

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved."""
        pointer = self._pointer(event)
        if not event.buttons() & self._button and (self._gesture is not None or self._press is not None):
            self.cancel()  # the release went elsewhere: the grab was lost
            return
        if self._gesture is None and self._press is not None:
            hit, start, at = self._press
            moved = (event.globalPosition() - at).manhattanLength()
            if moved >= QApplication.startDragDistance():
                gesture = gesture_for(self._stage, hit, start)
                if gesture is not None:
                    self._begin(gesture, start.view)
        if self._gesture is not None:
            self._last = pointer.view
            self._gesture.update(pointer)
            self._show_gesture(self._gesture)
            self._follow_edges()
        elif self._press is None:
            hit = self.hit(pointer, self._place())
            self._handle.point_at(hit)
            self._show_cursor(hit, on_mark=bool(self._remarks.at(pointer, hit)))

    def release(self, event: QMouseEvent) -> None:
        """A button went up."""
        if event.button() != self._button:
            return
        gesture, press = self._gesture, self._press
        if gesture is not None:
            gesture.update(self._pointer(event))
        self._end()
        if gesture is not None:
            gesture.commit()
        elif press is not None and press[0].kind in _FOLDS and not press[1].modifiers & _KEEPING:
            self._folded = True
            self.fold_wanted.emit(press[0])
        elif press is not None and self._clicks:
            choose_by_click(self._stage.desk, press[0], press[1].modifiers)
        if gesture is None and press is not None and self._remark and not press[1].modifiers & _KEEPING:
            self.remarks_wanted.emit(self._remark)

    def double_click(self, event: QMouseEvent) -> None:
        """Ask for typing at whatever lies there."""
        if event.button() == Qt.MouseButton.LeftButton and not self._folded:  # what was there has moved
            self.edit_wanted.emit(self.hit(self._pointer(event), self._place()))

    def menu(self, event: QContextMenuEvent) -> None:
        """A context menu is wanted: choose what it will be about and say so."""
        self.cancel()
        at = QPointF(self._stage.view.viewport().mapFromGlobal(event.globalPos()))
        hit = self.hit(Pointer(self._stage.view.scene_point(at), at, event.modifiers()), self._place())
        if choose_by_press(self._stage.desk, hit, Qt.KeyboardModifier.NoModifier) and hit.kind in ("cell", "chip"):
            choose_by_click(self._stage.desk, hit, Qt.KeyboardModifier.NoModifier)
        self.menu_wanted.emit(event.globalPos(), hit)

    def tip(self, event: QHelpEvent) -> None:
        """The pointer waits: tell in full what is shown shortened."""
        at = QPointF(self._stage.view.viewport().mapFromGlobal(event.globalPos()))
        pointer = Pointer(self._stage.view.scene_point(at), at, Qt.KeyboardModifier.NoModifier)
        hit = self.hit(pointer, self._place())
        remark = self._remarks.at(pointer, hit)
        text = "" if self.active else self._remarks.tip(remark) if remark else self._tip(hit)
        if text:
            QToolTip.showText(event.globalPos(), text)
        else:
            QToolTip.hideText()
            event.ignore()

    def _tip(self, hit: Hit) -> str:
        return tip_for(self._stage.desk.arrangement, hit, self._stage.desk.labels)

    def carry(self, gesture: Gesture) -> None:
        """Begin a gesture whose press was elsewhere, with the left button down."""
        self.cancel()
        self._button = Qt.MouseButton.LeftButton
        self._begin(gesture, QPointF(-1e6, -1e6))

    def cancel(self) -> bool:
        """Give the gesture up and leave everything as it was; return whether there was one."""
        gesture, pressed = self._gesture, self._press is not None
        self._end()
        if gesture is not None:
            gesture.cancel()
        return gesture is not None or pressed

    def hit(self, pointer: Pointer, place: Place) -> Hit:
        """Return what lies under the pointer."""
        stage, zoom = self._stage, self._stage.view.zoom
        arrangement = stage.desk.arrangement
        x, y = pointer.scene.x(), pointer.scene.y()
        if place == "body":
            handle = self._handle.hit(x, y)
            if handle is not None:
                return handle
            return body_hit(arrangement, x, y, zoom)
        if place == "lanes":
            top, caret = stage.view.scene_point(QPointF(0, 0)).y(), stage.lane_header.caret
            beside = stage.lane_header.mapFromGlobal(stage.view.viewport().mapToGlobal(pointer.view)).x() >= caret
            return lane_header_hit(arrangement, y, _EDGE / zoom, caret=(top, 0.0 if beside else 1.6 * caret / zoom))
        header = stage.column_header
        left = stage.view.scene_point(QPointF(0, 0)).x()
        at = header.mapFromGlobal(stage.view.viewport().mapToGlobal(pointer.view))
        in_steps = at.y() > header.phase_height()
        return column_header_hit(arrangement, x, _EDGE / zoom, in_steps=in_steps, caret=(left, header.caret / zoom))

    def _begin(self, gesture: Gesture, at: QPointF) -> None:
        self._gesture = gesture
        self._last = at
        QApplication.setOverrideCursor(QCursor(gesture.cursor))
        self.busy.emit(True)

    def _show_gesture(self, gesture: Gesture) -> None:
        """Show another cursor where the gesture means something else now."""
        shown = QApplication.overrideCursor()
        if shown is not None and shown.shape() != gesture.cursor:
            QApplication.changeOverrideCursor(QCursor(gesture.cursor))

    def _end(self) -> None:
        self._scrolling.stop()
        self._press = None
        self._button = Qt.MouseButton.NoButton
        if self._gesture is not None:
            self._gesture = None
            QApplication.restoreOverrideCursor()
            self.busy.emit(False)

    def _place(self) -> Place:
        """Return over which part of the canvas the event came that is being handled."""
        sender = self.sender()
        if sender is self._stage.column_header:
            return "columns"
        return "lanes" if sender is self._stage.lane_header else "body"

    def _pointer(self, event: QMouseEvent) -> Pointer:
        at = self._stage.view.viewport().mapFromGlobal(event.globalPosition())
        return Pointer(self._stage.view.scene_point(at), at, event.modifiers())

    def _show_cursor(self, hit: Hit, *, on_mark: bool = False) -> None:
        shapes = {"step-edge": Qt.CursorShape.SplitHCursor, "lane-edge": Qt.CursorShape.SplitVCursor}
        shapes |= {"point": Qt.CursorShape.SizeVerCursor, "handle": Qt.CursorShape.CrossCursor}
        shapes["link"] = Qt.CursorShape.PointingHandCursor
        shapes |= dict.fromkeys(_FOLDS, Qt.CursorShape.PointingHandCursor)
        shape = shapes.get(hit.kind, Qt.CursorShape.PointingHandCursor if on_mark else Qt.CursorShape.ArrowCursor)
        shape = Qt.CursorShape.OpenHandCursor if self._space else shape
        for widget in (self._stage.view.viewport(), self._stage.column_header, self._stage.lane_header):
            if widget.cursor().shape() != shape:
                widget.setCursor(shape)

    def _follow_edges(self) -> None:
        gesture = self._gesture
        near = gesture is not None and self._scroll_step() != (0, 0)
        if near and not self._scrolling.isActive():
            self._scrolling.start()
        elif not near:
            self._scrolling.stop()

    def _scroll_step(self) -> tuple[int, int]:
        room = self._stage.view.viewport().rect()
        across, down = self._gesture.scrolls if self._gesture is not None else NEITHER
        return (
            _step(self._last.x(), room.width()) if across else 0,
            _step(self._last.y(), room.height()) if down else 0,
        )

    def _scroll(self) -> None:
        """Scroll towards the edge that the pointer is at, and let the gesture follow."""
        if self._gesture is None:
            return
        view = self._stage.view
        view.scroll_by(*self._scroll_step())
        modifiers = QApplication.keyboardModifiers()
        self._gesture.update(Pointer(view.scene_point(self._last), self._last, modifiers))


def _step(at: float, size: int) -> int:
    if at < _SCROLL_ZONE:
        return -_SCROLL_STEP
    return _SCROLL_STEP if at > size - _SCROLL_ZONE else 0
