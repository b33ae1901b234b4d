"""Pictures that come from other programs: files dragged onto the map, files and images on the clipboard."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QImage

from cjeditor.canvas.tools.slots import show_slot
from cjeditor.model.cards import Note
from cjeditor.model.pictures import SUFFIXES

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDropEvent

    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.tools.gesture import Stage
    from cjeditor.canvas.writer import Writer
    from cjeditor.layout.arrangement import Arrangement, CardBox, Slot

Source = Path | QImage
"""Where a picture comes from: a file, or what another program put on the clipboard."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where pictures go: into a cell before the card at `index` (None: at the end), or one into the note `card`.

    `elsewhere`: not into the lane that has the focus, which holds none.
    """

    step: str
    lane: str
    index: int | None = None
    card: str = ""
    elsewhere: bool = False


class PicturesIn(QObject):
    """Takes the canvas's drag and drop events that bring pictures, and what is pasted.

    Signals:
        wanted(list, Target): these sources should become pictures there.
    """

    wanted = Signal(object, object)

    def __init__(self, stage: Stage, writer: Writer, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._writer = writer

    def take(self, event: QDropEvent) -> bool:
        """Something is dragged in or over the canvas, or dropped there; return whether it is pictures."""
        data = event.mimeData()
        if not brings_pictures(data):
            return False
        dropped = event.type() == QEvent.Type.Drop
        free = not dropped or self._writer.keep()  # what is being written goes first: it may be in the same cell
        target = self._aim(event.position().toPoint(), alone=len(data.urls()) < 2) if free else None
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(target is not None or event.type() == QEvent.Type.DragEnter)
        if dropped:
            self._stage.scene.settle()
            sources = sources_in(data)
            if target is not None and sources:
                self.wanted.emit(sources, target)
        return True

    def paste(self, sources: list[Source]) -> None:
        """Pictures should come where the focus is."""
        target = target_at_focus(self._stage.desk, alone=len(sources) == 1)
        if target is None:
            self._stage.desk.hint.emit(no_lane_hint(self._stage.desk))
        else:
            self.wanted.emit(sources, target)

    def _aim(self, at: QPoint, *, alone: bool) -> Target | None:
        """Return the place below the pointer where notes may lie, else that of the focus."""
        viewport = self._stage.view.viewport()
        seen = viewport.mapFrom(self._stage.canvas, at)
        point = self._stage.view.scene_point(seen.toPointF())
        arrangement = self._stage.desk.arrangement
        if viewport.rect().contains(seen):
            box = _card_at(arrangement, point.x(), point.y())
            if alone and box is not None and lacks_picture(box):
                self._stage.scene.mark_cells([], "selection")
                return Target(box.step, box.lane, card=box.id)
            slot = arrangement.slot_at(point.x(), point.y())
            if slot is not None and _holds_notes(arrangement, slot.lane):
                self._show(slot)
                return Target(slot.step, slot.lane, slot.index)
        self._show(None)
        return target_at_focus(self._stage.desk, alone=alone)

    def _show(self, slot: Slot | None) -> None:
        show_slot(self._stage, slot, fits=slot is not None)


def brings_pictures(data: QMimeData) -> bool:
    """Return whether a drag or the clipboard brings pictures; looks at no more than what they are called."""
    urls = data.urls() if data.hasUrls() else []
    if urls:
        return all(url.isLocalFile() and Path(url.toLocalFile()).suffix.lower() in SUFFIXES for url in urls)
    return data.hasImage() and not data.hasText()


def sources_in(data: QMimeData) -> list[Source]:
    """Return the pictures that a drag or the clipboard brings: picture files, or an image without text beside it."""
    if not brings_pictures(data):
        return []
    if data.hasUrls():
        return [Path(url.toLocalFile()) for url in data.urls()]
    image = data.imageData()
    return [image] if isinstance(image, QImage) and not image.isNull() else []


def target_at_focus(desk: Desk, *, alone: bool) -> Target | None:
    """Return where pictures go when nobody points: to the focus, or in its column to the lane that is made for them.

    Returns:
        None where the map has no lane for notes.
    """
    arrangement, focus = desk.arrangement, desk.selection.focus
    if focus is not None and _holds_notes(arrangement, focus.lane):
        box = arrangement.cards.get(focus.card)
        if alone and box is not None and lacks_picture(box):
            return Target(focus.step, focus.lane, card=box.id)
        cell = [one.id for one in arrangement.cells.get((focus.step, focus.lane), ())]
        return Target(focus.step, focus.lane, cell.index(focus.card) + 1 if focus.card in cell else None)
    lanes = [box.lane for box in arrangement.lanes if box.lane.holds == "notes"]
    lane = next((one for one in lanes if one.kind == "images"), next(iter(lanes), None))
    if lane is None or not arrangement.columns:
        return None
    return Target(focus.step if focus is not None else arrangement.columns[0].step.id, lane.id, elsewhere=True)


def no_lane_hint(desk: Desk) -> str:
    """Return what to say where the map has no place for pictures."""
    return desk.words.t("This map has no lane for pictures yet. Add one first: Map, Lane, Add lane.")


def lacks_picture(box: CardBox) -> bool:
    """Return whether a card is one for a picture and has none."""
    return isinstance(box.record, Note) and box.record.kind == "image" and box.record.picture is None


def _holds_notes(arrangement: Arrangement, lane: str) -> bool:
    box = arrangement.lane_of(lane)
    return box is not None and box.lane.holds == "notes"


def _card_at(arrangement: Arrangement, x: float, y: float) -> CardBox | None:
    column, lane = arrangement.column_index_at(x), arrangement.lane_index_at(y)
    if column is None or lane is None:
        return None
    cell = (arrangement.columns[column].step.id, arrangement.lanes[lane].lane.id)
    boxes = arrangement.cells.get(cell, ())
    return next((b for b in boxes if b.x <= x < b.x + b.width and b.y <= y < b.y + b.height), None)
