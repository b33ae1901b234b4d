"""Buttons beside each other where there is room, else below each other: none is ever cut."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QWidget

_Direction = QBoxLayout.Direction
_SPACING = 2


class ButtonRow(QWidget):
    """A row that asks for no more width than its widest button."""

    def __init__(self, parent: QWidget | None = None, *, at_right: bool = True, edge: tuple[int, int] = (0, 0)) -> None:
        """Make an empty row.

        Args:
            parent: what it lies in.
            at_right: whether the buttons stand at the right end, else at the left one.
            edge: pixels left free at the sides, and above and below.
        """
        super().__init__(parent)
        self._buttons: list[QAbstractButton] = []
        self._at_right = at_right
        self._line = QBoxLayout(_Direction.LeftToRight, self)
        self._line.setContentsMargins(*edge, *edge)
        self._line.setSpacing(_SPACING)
        self._line.addStretch(1)
        # The buttons would keep the row as wide as they are side by side.
        self._line.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)

    def add(self, button: QAbstractButton) -> None:
        """Take a button in, behind the others."""
        self._line.insertWidget(len(self._buttons) + self._at_right, button)
        self._buttons.append(button)

    def arrange(self) -> None:
        """Take the direction that there is room for; to be called when other buttons are shown or say another text."""
        widths = self._widths()
        needed = sum(widths) + _SPACING * (len(widths) - 1) + self._sides()
        wanted = _Direction.LeftToRight if needed <= self.width() else _Direction.TopToBottom
        if wanted != self._line.direction():
            self._line.setDirection(wanted)
            self.updateGeometry()

    def _widths(self) -> list[int]:
        return [each.sizeHint().width() for each in self._buttons if not each.isHidden()]

    def _sides(self) -> int:
        margins = self._line.contentsMargins()
        return margins.left() + margins.right()

    def minimumSizeHint(self) -> QSize:
        """Return how large the buttons are below each other at least, as high as they stand now."""
        return QSize(max(self._widths(), default=0) + self._sides(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the buttons anew."""
        super().resizeEvent(event)
        self.arrange()
