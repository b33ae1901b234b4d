"""What a context menu of the canvas is about, and where on the screen it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent

    from cjeditor.canvas.hits import Hit
    from cjeditor.canvas.tools.gesture import Stage
    from cjeditor.canvas.writer import Writer

_ABOUT_HIT = {
    "point": "card",
    "feeling": "card",
    "handle": "card",
    "chip": "card",
    "phase-fold": "phase",
    "step-edge": "step",
    "lane-fold": "lane",
    "lane-edge": "lane",
    "nothing": "map",
}
_ABOUT_CHOICE = {"cards": "card", "phases": "phase", "steps": "step", "lanes": "lane", "links": "link"}


class MenuPlace(QObject):
    """Tells from a press or from the focus what a menu is wanted for.

    Signals:
        wanted(QPoint, str, str): where on the screen; what it is about (`card`, `cell`, `phase`, `step`, `lane`,
            `link`, `map`) and its id.
    """

    wanted = Signal(QPoint, str, str)

    def __init__(self, stage: Stage, writer: Writer, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._writer = writer

    def ask_at(self, at: QPoint, hit: Hit) -> None:
        """The mouse asks, at the point `at` of the screen."""
        self._writer.keep()
        self.wanted.emit(at, _ABOUT_HIT.get(hit.kind, hit.kind), hit.id)

    def ask_at_focus(self, event: QContextMenuEvent) -> None:
        """The menu key asks: about what is chosen, else about the focused card or cell."""
        event.accept()
        selection, view = self._stage.desk.selection, self._stage.view
        focus, kind = selection.focus, selection.kind
        rect = None if focus is None else self._stage.scene.place_of(focus)
        at = QPoint(0, 0) if rect is None else view.viewportTransform().map(rect.center()).toPoint()
        if focus is not None and focus.card and not kind:
            about, chosen = "card", focus.card
        else:
            otherwise = "map" if focus is None else "cell"
            about, chosen = _ABOUT_CHOICE.get(kind, otherwise), next(iter(selection.ids), "")
        self.wanted.emit(view.viewport().mapToGlobal(at), about, chosen)
