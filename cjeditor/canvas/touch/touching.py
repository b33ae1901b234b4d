"""Puts fingers and pens to work on the parts of a canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cjeditor.canvas.touch.fingers import Fingers
from cjeditor.canvas.touch.hold import Hold
from cjeditor.canvas.touch.pen import Pen

if TYPE_CHECKING:
    from cjeditor.canvas.body_view import BodyView
    from cjeditor.canvas.commands.picking import PickingCommands
    from cjeditor.canvas.headers import Header
    from cjeditor.canvas.hits import Hit
    from cjeditor.canvas.tools.gesture import Stage
    from cjeditor.canvas.tools.hand import Hand
    from cjeditor.canvas.writer import Writer


class Touching(QObject):
    """Hears of touches from the view and the headers; each of them tells its own."""

    def __init__(
        self,
        stage: Stage,
        parts: tuple[BodyView | Header, ...],
        hand: Hand,
        writer: Writer,
        picking: PickingCommands,
    ) -> None:
        super().__init__(stage.canvas)
        self._stage = stage
        self._writer = writer
        self._picking = picking
        hold = Hold(stage.canvas)
        self._fingers = Fingers(stage, hand, hold, self)
        self._pen = Pen(stage, hand, hold, self)
        for part in parts:
            part.touched.connect(self._fingers.take)
            part.pen_used.connect(self._pen.take)
        self._fingers.acted.connect(self._come)
        self._pen.acted.connect(self._come)
        self._pen.erase_wanted.connect(self._erase)

    def _come(self) -> None:
        """Do what a click does first: keep what is being written, and let keys act here."""
        if self._writer.keep():
            self._stage.canvas.setFocus()

    def _erase(self, hit: Hit) -> None:
        self._stage.desk.selection.choose("links" if hit.kind == "link" else "cards", [hit.id], hit.spot)
        self._picking.delete()
