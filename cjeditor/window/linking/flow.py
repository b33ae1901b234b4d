"""Links by the keyboard alone: asks for the number of the card that a link leads to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.texts import Texts

_HIGHEST_NUMBER = 10_000_000


class LinkFlow(QObject):
    """Links the focused card with another one."""

    def __init__(self, canvas: MapCanvas, words: Texts, window: QWidget) -> None:
        super().__init__(window)
        self._canvas = canvas
        self._words = words
        self._window = window

    def targets(self) -> dict[str, object]:
        """Return what the handlers in the actions table are methods of."""
        return {"linking": self, "links": self._canvas.links}

    def ask(self) -> None:
        """Ask for the number and lead a link there."""
        dialog = QInputDialog(self._window)
        dialog.setObjectName("link_to")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(1, _HIGHEST_NUMBER)
        dialog.setWindowTitle(self._words.t("Link to card"))
        dialog.setLabelText(self._words.t("Number of the card that the link leads to"))
        dialog.intValueSelected.connect(self._link_to)
        dialog.open()

    def _link_to(self, number: int) -> None:
        if not self._canvas.links.link_to(number):
            self._canvas.hint.emit(self._words.t("There is no card {number}.", number=number))
        self._canvas.setFocus()
