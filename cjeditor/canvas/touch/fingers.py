"""Fingers on the map: one that moves at once looks around, one that rests for a moment grasps, two zoom."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, Signal
from PySide6.QtGui import QEventPoint, QGuiApplication

from cjeditor.canvas.hits import NOTHING
from cjeditor.canvas.tools.reach import pointer_at
from cjeditor.canvas.touch.glide import Glide
from cjeditor.canvas.touch.taps import Taps

if TYPE_CHECKING:
    from PySide6.QtGui import QTouchEvent

    from cjeditor.canvas.hits import Hit
    from cjeditor.canvas.tools.gesture import Pointer, Stage
    from cjeditor.canvas.tools.hand import Hand
    from cjeditor.canvas.touch.hold import Hold

SLOP = 12.0
"""Pixels that a finger may move and still rests."""
_SPREAD = 16.0
"""Pixels by which two fingers have to part or meet before it is a zoom: moved side by side they only pan."""
_STILL = frozenset({"cell", "chip", "link", "nothing"})
"""What stays where it is under a finger: there a drag pans, however long it has rested."""


class _Doing(Enum):
    NOTHING = auto()
    RESTING = auto()
    PANNING = auto()
    DRAGGING = auto()
    PINCHING = auto()
    WAITING = auto()
    """Whatever the fingers do, it means nothing until all have gone."""


class _Pinch(NamedTuple):
    """Where a pinch began: its two fingers, the zoom, the place of the map between them, how far apart they were."""

    fingers: tuple[int, ...]
    zoom: float
    point: QPointF
    apart: float
    zooms: bool


class Fingers(QObject):
    """Follows all fingers on the map and its headers and tells the hand what they mean.

    Signals:
        acted(): fingers are about to choose, drag or ask for something, not only to look around.
    """

    acted = Signal()

    def __init__(self, stage: Stage, hand: Hand, hold: Hold, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._hand = hand
        self._hold = hold
        self._doing = _Doing.NOTHING
        self._down: dict[int, tuple[QObject | None, QPointF]] = {}
        self._start = QPointF()
        self._held_point = QPointF()
        self._hit: Hit = NOTHING
        self._pinch: _Pinch | None = None
        self._glide = Glide(self)
        self._taps = Taps()
        hold.grasped.connect(self._take)
        self._glide.moved.connect(self._glide_on)

    def take(self, event: QTouchEvent) -> None:
        """Fingers went down, moved or went up over a part of the canvas, which is the sender."""
        part = self.sender()
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self.cancel()
            return
        if event.type() == QEvent.Type.TouchBegin:  # whatever this part was told before is over
            self._down = {one: down for one, down in self._down.items() if down[0] is not part}
        came = [point for point in event.points() if point.state() == QEventPoint.State.Pressed]
        gone = [point for point in event.points() if point.state() == QEventPoint.State.Released]
        for point in event.points():
            # Where one is that rests, not every system says again; those that land at once come one after the other.
            if point.state() not in (QEventPoint.State.Stationary, QEventPoint.State.Pressed):
                self._down[point.id()] = (part, point.globalPosition())
        for point in came:
            self._down[point.id()] = (part, point.globalPosition())
            self._put_down(point)
        if not came:
            self._move(event)
        for point in gone:
            del self._down[point.id()]
            self._lift(event, point.globalPosition())

    def cancel(self) -> None:
        """Give up whatever is going on; the fingers that are down mean nothing any more."""
        self._hold.end()
        if self._doing is _Doing.DRAGGING:
            self._hand.cancel()
        self._doing = _Doing.NOTHING
        self._down.clear()

    def _put_down(self, point: QEventPoint) -> None:
        if len(self._down) == 1:
            self._start = point.globalPosition()
            self._begin()
        elif self._doing in (_Doing.RESTING, _Doing.PANNING):
            self._begin_pinch()
        elif self._doing is _Doing.DRAGGING:  # a palm, or a change of mind
            self._hand.cancel()
            self._doing = _Doing.WAITING

    def _begin(self) -> None:
        gliding = self._glide.stop()
        if self._hand.engaged or gliding:  # mouse or pen have the map; or the finger only stops it
            self._doing = _Doing.PANNING if gliding else _Doing.WAITING
            self._hold_map(self._start)
            return
        self._doing = _Doing.RESTING
        self._hit = self._hand.hit(self._pointer(self._start))
        self._hold_map(self._start)
        self._hold.begin(self._start)

    def _begin_pinch(self) -> None:
        self._hold.end()
        self._taps.forget()
        middle, apart = self._spread()
        self._pinch = _Pinch(self._pair(), self._stage.view.zoom, self._point_at(middle), apart, zooms=False)
        self._doing = _Doing.PINCHING

    def _take(self) -> None:
        """The finger has rested for a moment: choose what it grasps, so that people see it."""
        if self._doing is _Doing.RESTING and self._hit.kind not in _STILL:
            self.acted.emit()
            self._hand.take_up(self._hit)

    def _move(self, event: QTouchEvent) -> None:
        at = next((place for _, place in self._down.values()), QPointF())
        if self._doing is _Doing.RESTING and (at - self._start).manhattanLength() > SLOP:
            self._set_off()
        if self._doing is _Doing.DRAGGING:
            self._hand.follow(self._pointer(at))
        elif self._doing is _Doing.PANNING:
            self._stage.view.pull(self._held_point, at)
            self._glide.watch(at, event.timestamp())
        elif self._doing is _Doing.PINCHING and len(self._down) > 1:
            self._stretch()

    def _set_off(self) -> None:
        """The resting finger moves: with what it has grasped, else over the map."""
        grasped = self._hold.has_grasped and self._hit.kind not in _STILL
        self._hold.end()
        self._taps.forget()
        self._doing = _Doing.PANNING
        if grasped:
            self.acted.emit()
            self._hand.grasp(self._hit, self._pointer(self._start))
            self._doing = _Doing.DRAGGING

    def _stretch(self) -> None:
        pinch = self._pinch
        if pinch is None:
            return
        middle, apart = self._spread()
        if not pinch.zooms and abs(apart - pinch.apart) > _SPREAD:
            self._pinch = pinch = pinch._replace(apart=apart, zooms=True)
        zoom = pinch.zoom * apart / max(1.0, pinch.apart) if pinch.zooms else pinch.zoom
        self._stage.view.pull(pinch.point, middle, zoom)

    def _lift(self, event: QTouchEvent, at: QPointF) -> None:
        doing = self._doing
        if self._down:
            if doing is _Doing.PINCHING and len(self._down) == 1:
                self._stage.view.sharpen()
                self._hold_map(next(place for _, place in self._down.values()))
                self._glide.stop()
                self._doing = _Doing.PANNING
            elif doing is _Doing.PINCHING and self._pinch is not None and self._pinch.fingers != self._pair():
                self._begin_pinch()
            return
        self._doing = _Doing.NOTHING
        if doing is _Doing.DRAGGING:
            self._hand.let_go(self._pointer(at))
        elif doing is _Doing.PANNING:
            self._glide.go_on(event.timestamp())
        elif doing is _Doing.RESTING:
            ripe = self._hold.ripe
            self._hold.end()
            self.acted.emit()
            if ripe:
                self._hand.ask_for_menu(at.toPoint(), self._hit)
            elif self._taps.is_second(event.timestamp(), at, self._hit):
                self._hand.edit(self._hit)
                QGuiApplication.inputMethod().show()
            else:
                self._hand.tap(self._hit, event.modifiers(), self._pointer(self._start))

    def _hold_map(self, at: QPointF) -> None:
        """From now on the map goes with the finger that is at a point of the screen."""
        self._held_point = self._point_at(at)

    def _glide_on(self, across: float, down: float) -> None:
        self._stage.view.scroll_by(-across, -down)

    def _point_at(self, at: QPointF) -> QPointF:
        view = self._stage.view
        return view.scene_point(view.viewport().mapFromGlobal(at))

    def _pointer(self, at: QPointF) -> Pointer:
        return pointer_at(self._stage, at, finger=True)

    def _pair(self) -> tuple[int, ...]:
        """Return the first two fingers: further ones mean nothing."""
        return tuple(self._down)[:2]

    def _spread(self) -> tuple[QPointF, float]:
        """Return the middle between the first two fingers, and how far apart they are."""
        one, other = (self._down[finger][1] for finger in self._pair())
        return (one + other) / 2, QLineF(one, other).length()
