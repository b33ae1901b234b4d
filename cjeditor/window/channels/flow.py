"""Opens the editor of channels."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.window.house import House


class ChannelFlow(QObject):
    """What the actions table asks for about channels."""

    def __init__(
        self, document: Document, canvas: MapCanvas, finish: Callable[[], bool], house: House, window: QWidget
    ) -> None:
        """Serve a window.

        Args:
            document: the project.
            canvas: has the focus again when the dialogue closes.
            finish: keeps what is being written; False where that was refused.
            house: what the windows share.
            window: stands behind the dialogue.
        """
        super().__init__(window)
        self._document = document
        self._canvas = canvas
        self._finish = finish
        self._house = house
        self._window = window

    def open(self) -> None:
        """Open the editor."""
        if not self._finish():
            return
        # Imported here: nobody waits for it at start.
        from cjeditor.window.channels.dialog import ChannelDialog  # noqa: PLC0415

        house = self._house
        dialog = ChannelDialog(self._document, house.words, house.icons, house.appearance.theme, self._window)
        dialog.finished.connect(self._go_home)
        dialog.open()

    def _go_home(self) -> None:
        self._canvas.setFocus()
