"""The two buttons above the thoughts, inbox and parking lot: side by side, or below each other in a narrow pane."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QWidget

_Direction = QBoxLayout.Direction


class PlaceTabs(QWidget):
    """Holds buttons; none of them is ever cut."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[QAbstractButton] = []
        self._row = QBoxLayout(_Direction.LeftToRight, self)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(2)
        self._row.addStretch(1)
        # The buttons would keep the pane as wide as they are side by side.
        self._row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, button: QAbstractButton) -> None:
        """Take a button in, behind the others."""
        self._row.insertWidget(len(self._buttons), button)
        self._buttons.append(button)

    def arrange(self) -> None:
        """Lay the buttons out anew: what they say may be longer now."""
        margins = self._row.contentsMargins()
        hints = [each.sizeHint().width() for each in self._buttons]
        needed = sum(hints) + self._row.spacing() * (len(hints) - 1) + margins.left() + margins.right()
        wanted = _Direction.LeftToRight if needed <= self.width() else _Direction.TopToBottom
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return how large the buttons are below each other at least, as high as they stand now."""
        margins = self._row.contentsMargins()
        widest = max((each.sizeHint().width() for each in self._buttons), default=0)
        return QSize(widest + margins.left() + margins.right(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the buttons out anew."""
        super().resizeEvent(event)
        self.arrange()
