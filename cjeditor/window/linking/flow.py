"""Links by the keyboard alone: asks for the number of the card that a link leads to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.texts import Texts


class LinkFlow(QObject):
    """Links the focused card with another one."""

    def __init__(self, canvas: MapCanvas, words: Texts, window: QWidget) -> None:
        super().__init__(window)
        self._canvas = canvas
        self._words = words
        self._window = window

    def ask(self) -> None:
        """Ask for the number and lead a link there."""
        # Imported here: nobody waits for it to see the map.
        from cjeditor.window.linking.card_dialog import CardDialog  # noqa: PLC0415

        focus = self._canvas.selection.focus
        source = "" if focus is None else focus.card
        dialog = CardDialog(self._canvas.desk.map, self._words, self._window, without=source)
        dialog.setObjectName("link_to")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self._words.t("Link to card"))
        dialog.chosen.connect(self._link_to)
        dialog.open()

    def _link_to(self, number: int) -> None:
        self._canvas.links.link_to(number)
        self._canvas.setFocus()
