"""The hand: tells from a press what may begin, starts the gesture after a few pixels, and ends it either way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QToolTip

from cjeditor.canvas.hits import NOTHING, Hit
from cjeditor.canvas.tips import tip_for
from cjeditor.canvas.tools.choosing import choose_by_click, choose_by_press
from cjeditor.canvas.tools.edge_scroll import EdgeScroll
from cjeditor.canvas.tools.gesture import Gesture, Pointer, Stage
from cjeditor.canvas.tools.gestures import gesture_for
from cjeditor.canvas.tools.link_handle import LinkHandle
from cjeditor.canvas.tools.pan import Pan
from cjeditor.canvas.tools.reach import hit_at, pointer_at
from cjeditor.canvas.tools.remark_spots import RemarkSpots

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QSinglePointEvent

_FOLDS = ("phase-fold", "lane-fold")
_KEEPING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Hand(QObject):
    """Follows one mouse or pen over the map and its headers, or a finger that somebody else has told from others.

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
        self.last: Pointer | None = None
        """Where what is dragged was carried last."""
        self._clicks = False
        self._folded = False
        self._remarks = RemarkSpots(stage)
        self._remark = ""
        self._space = False
        self._handle = LinkHandle(stage, self)
        self.busy.connect(self._handle.hide)
        self._button = Qt.MouseButton.NoButton
        self._edges = EdgeScroll(stage.view, self)

    @property
    def active(self) -> bool:
        """Whether a gesture is going on."""
        return self._gesture is not None

    @property
    def engaged(self) -> bool:
        """Whether a button is down that may begin a gesture, or one is going on."""
        return self._gesture is not None or self._press is not None

    def hold_space(self, held: bool) -> None:
        """Take note whether the space bar is down, which turns a drag into panning."""
        self._space = held
        self._show_cursor(NOTHING)

    def press(self, event: QSinglePointEvent) -> None:
        """A button went down over the map or a header."""
        if self.engaged:
            self.cancel()  # a second button gives up what the first began
            return
        pointer = self._pointer(event)
        pans = event.button() == Qt.MouseButton.MiddleButton or self._space
        if not pans and event.button() != Qt.MouseButton.LeftButton:
            return
        self._button = event.button()
        if pans:
            self._begin(Pan(self._stage, pointer))
            return
        hit = self.hit(pointer)
        self._folded = False
        self._press = (hit, pointer, event.globalPosition())
        self._remark = self._remarks.at(pointer, hit)
        self._clicks = choose_by_press(self._stage.desk, hit, pointer.modifiers)

    def move(self, event: QSinglePointEvent) -> None:
        """The pointer moved."""
        pointer = self._pointer(event)
        if self.engaged and self._button == Qt.MouseButton.NoButton:
            return  # a finger has it
        if self.engaged and not event.buttons() & self._button:
            self.cancel()  # the release went elsewhere: the grab was lost
            return
        if self._gesture is None and self._press is not None:
            hit, start, at = self._press
            moved = (event.globalPosition() - at).manhattanLength()
            if moved >= QApplication.startDragDistance():
                self.grasp(hit, start)
        if self._gesture is not None:
            self.follow(pointer)
        elif self._press is None:
            hit = self.hit(pointer)
            self._handle.point_at(hit)
            self._show_cursor(hit, on_mark=bool(self._remarks.at(pointer, hit)))

    def take_up(self, hit: Hit) -> None:
        """A finger rests on this: choose it, as a press does."""
        choose_by_press(self._stage.desk, hit, Qt.KeyboardModifier.NoModifier)

    def grasp(self, hit: Hit, start: Pointer) -> None:
        """Begin what a drag from there is."""
        gesture = gesture_for(self._stage, hit, start)
        if gesture is not None:
            self._begin(gesture)

    def follow(self, pointer: Pointer) -> None:
        """What is dragged goes there."""
        if self._gesture is not None:
            self.last = pointer
            self._gesture.update(pointer)
            shown = QApplication.overrideCursor()
            if shown is not None and shown.shape() != self._gesture.cursor:  # it means something else now
                QApplication.changeOverrideCursor(QCursor(self._gesture.cursor))
            self._edges.follow(self._gesture, pointer.view)

    def let_go(self, pointer: Pointer) -> None:
        """What is dragged stays there; nothing happens where nothing is dragged any more."""
        gesture = self._gesture
        if gesture is not None:
            gesture.update(pointer)
        self._end()
        if gesture is not None:
            gesture.commit()

    def release(self, event: QSinglePointEvent) -> None:
        """A button went up."""
        if event.button() != self._button or self._button == Qt.MouseButton.NoButton:
            return
        press, dragged = self._press, self.active
        self.let_go(self._pointer(event))
        if not dragged and press is not None:
            self._click(press[0], press[1].modifiers)

    def tap(self, hit: Hit, modifiers: Qt.KeyboardModifier, pointer: Pointer) -> None:
        """A finger touched this for a moment: choose it, as a click does."""
        self._folded = False
        self._remark = self._remarks.at(pointer, hit)
        self._clicks = choose_by_press(self._stage.desk, hit, modifiers)
        self._click(hit, modifiers)

    def _click(self, hit: Hit, modifiers: Qt.KeyboardModifier) -> None:
        if hit.kind in _FOLDS and not modifiers & _KEEPING:
            self._folded = True
            self.fold_wanted.emit(hit)
        elif self._clicks:
            choose_by_click(self._stage.desk, hit, modifiers)
        if self._remark and not modifiers & _KEEPING:
            self.remarks_wanted.emit(self._remark)

    def double_click(self, event: QSinglePointEvent) -> None:
        """Ask for typing at whatever lies there."""
        if event.button() == Qt.MouseButton.LeftButton and not self._folded:  # what was there has moved
            self.edit_wanted.emit(self.hit(self._pointer(event)))

    def edit(self, hit: Hit) -> None:
        """Ask for typing at what was tapped twice."""
        if not self._folded:
            self.edit_wanted.emit(hit)

    def menu(self, event: QContextMenuEvent) -> None:
        """A context menu is wanted."""
        self.ask_for_menu(event.globalPos(), self.hit(pointer_at(self._stage, QPointF(event.globalPos()))))

    def ask_for_menu(self, at: QPoint, hit: Hit) -> None:
        """Choose what a menu at a point of the screen will be about and say so."""
        self.cancel()
        if choose_by_press(self._stage.desk, hit, Qt.KeyboardModifier.NoModifier) and hit.kind in ("cell", "chip"):
            choose_by_click(self._stage.desk, hit, Qt.KeyboardModifier.NoModifier)
        self.menu_wanted.emit(at, hit)

    def tip(self, event: QHelpEvent) -> None:
        """The pointer waits: tell in full what is shown shortened."""
        pointer = pointer_at(self._stage, QPointF(event.globalPos()))
        hit = NOTHING if self.active else self.hit(pointer)
        remark = self._remarks.at(pointer, hit)
        text = self._remarks.tip(remark) if remark else ""
        text = text or tip_for(self._stage.desk.arrangement, hit, self._stage.desk.labels)
        if text:
            QToolTip.showText(event.globalPos(), text)
        else:
            QToolTip.hideText()
            event.ignore()

    def carry(self, gesture: Gesture) -> None:
        """Begin a gesture whose press was elsewhere, with the left button down."""
        self.cancel()
        self._button = Qt.MouseButton.LeftButton
        self._begin(gesture)

    def cancel(self) -> bool:
        """Give the gesture up and leave everything as it was; return whether there was one."""
        gesture, pressed = self._gesture, self._press is not None
        self._end()
        if gesture is not None:
            gesture.cancel()
        return gesture is not None or pressed

    def hit(self, pointer: Pointer) -> Hit:
        """Return what the pointer reaches."""
        return hit_at(self._stage, self._handle, pointer)

    def _begin(self, gesture: Gesture) -> None:
        self._gesture, self.last = gesture, None
        QApplication.setOverrideCursor(QCursor(gesture.cursor))
        self.busy.emit(True)

    def _end(self) -> None:
        self._edges.stop()
        self._press = None
        self._button = Qt.MouseButton.NoButton
        if self._gesture is not None:
            self._gesture = None
            QApplication.restoreOverrideCursor()
            self.busy.emit(False)

    def _pointer(self, event: QSinglePointEvent) -> Pointer:
        return pointer_at(self._stage, event.globalPosition(), event.modifiers())

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
