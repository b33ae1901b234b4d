"""Keys that were meant for what stood there before: somebody was typing when a dialogue came."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

PAUSE = 600
"""Milliseconds without a key, until keys are meant for the dialogue."""

_OF_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})


class StrayKeys(QObject):
    """Keeps all keys from a dialogue that nobody has asked for, until whoever was typing has looked up."""

    def __init__(self, dialog: QDialog, pause: int = PAUSE) -> None:
        """Begin as soon as the dialogue is shown.

        Args:
            dialog: has all its widgets already.
            pause: milliseconds without a key.
        """
        super().__init__(dialog)
        self._dialog = dialog
        self._parts: tuple[QWidget, ...] = (dialog, *dialog.findChildren(QWidget))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(pause)
        self._rest.timeout.connect(self._let_in)
        for part in self._parts:
            part.installEventFilter(self)

    def _let_in(self) -> None:
        for part in self._parts:
            part.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow keys, and wait anew after each."""
        if event.type() == QEvent.Type.Show and watched is self._dialog:
            self._rest.start()
        if event.type() not in _OF_KEYS:
            return False
        self._rest.start()
        event.accept()
        return True
