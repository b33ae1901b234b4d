"""Text that comes from other programs, dragged in or pasted: what it becomes is for the window to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal

from cjeditor.canvas.tools.slots import show_slot

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDropEvent
    from PySide6.QtWidgets import QWidget

    from cjeditor.canvas.tools.gesture import Stage
    from cjeditor.canvas.writer import Writer
    from cjeditor.layout.arrangement import Slot


class ForeignText(NamedTuple):
    """What another program says as plain text and, where it does, as HTML."""

    text: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a text goes: into a cell before the card at `index` (None: at the end); without ids, onto an empty map."""

    step: str = ""
    lane: str = ""
    index: int | None = None


class TextIn(QObject):
    """Takes the canvas's drag and drop events that bring text, and what is pasted; files are left to the window.

    Signals:
        wanted(ForeignText, TextPlace): this text should become cards there.
    """

    wanted = Signal(object, object)

    def __init__(self, stage: Stage, writer: Writer, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._stage = stage
        self._writer = writer
        canvas.setAcceptDrops(True)

    def take(self, event: QDropEvent) -> None:
        """Something is dragged in or over the canvas (those events are drop events too), or dropped there."""
        if not _is_text(event.mimeData()):
            event.ignore()
            return
        dropped = event.type() == QEvent.Type.Drop
        free = not dropped or self._writer.keep()  # what is being written goes first: it may be in the same cell
        slot = self._aim(event.position().toPoint()) if free else None
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(slot is not None or event.type() == QEvent.Type.DragEnter)
        if dropped:
            self._stage.scene.settle()
            if slot is not None:
                self.wanted.emit(text_of(event.mimeData()), TextPlace(slot.step, slot.lane, slot.index))

    def leave(self) -> None:
        """It was dragged out again."""
        self._stage.scene.settle()

    def _aim(self, at: QPoint) -> Slot | None:
        viewport = self._stage.view.viewport()
        seen = viewport.mapFrom(self._stage.canvas, at)
        point = self._stage.view.scene_point(seen.toPointF())
        arrangement = self._stage.desk.arrangement
        slot = arrangement.slot_at(point.x(), point.y()) if viewport.rect().contains(seen) else None
        lane = None if slot is None else arrangement.lane_of(slot.lane)
        fits = lane is not None and bool(lane.lane.holds)
        show_slot(self._stage, slot, fits=fits)
        return slot if fits else None


def text_of(data: QMimeData) -> ForeignText:
    """Return what a drag or the clipboard says."""
    return ForeignText(data.text(), data.html() if data.hasHtml() else "")


def _is_text(data: QMimeData) -> bool:
    return (data.hasText() or data.hasHtml()) and not data.hasUrls()
