"""Tells when the keys leave a field: what was typed in it until then is one step."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from cjeditor.window.properties.field import Field


class FieldFocus(QObject):
    """Watches which field has the keys.

    Signals:
        moved(): another field has them, or none has.
    """

    moved = Signal()

    def __init__(self, form: QWidget) -> None:
        """Watch as long as `form` is there."""
        super().__init__(form)
        self._focused: Field | None = None
        QApplication.instance().focusChanged.connect(self._look)  # type: ignore[union-attr]  # there is one

    def _look(self, _before: QWidget | None, now: QWidget | None) -> None:
        around = now
        while around is not None and not isinstance(around, Field):
            around = around.parentWidget()
        if around is not self._focused:
            self._focused = around if isinstance(around, Field) else None
            self.moved.emit()
