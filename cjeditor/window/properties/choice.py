"""A drop-down list for forms that scroll."""

from __future__ import annotations

import sys

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

_BESIDE = 24
"""Pixels beside the longest entry: the list's edges, and the scroll bar where it is long."""

_LEAST_WIDTH = 84
"""Pixels: some letters and the caret."""


class Choice(QComboBox):
    """A drop-down list that the wheel does not change while it scrolls the form, and that long names do not widen."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        if sys.platform.startswith("linux"):
            # There Qt says the value in place of the name and leaves the rest to a label, which stands elsewhere.
            self.setAccessibleDescription(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)

    def minimumSizeHint(self) -> QSize:
        """Return a width that words such as “several values” do not widen: what has no room ends in “…”."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the chosen entry, with “…” where it has no room."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()
            for role in (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text):
                option.palette.setBrush(role, option.palette.placeholderText())
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        text = option.currentText
        elided = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width() - 4)
        option.currentText = elided
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def showPopup(self) -> None:  # noqa: N802  as Qt calls it
        """Show the list, as wide as its longest entry where the screen is."""
        screen = self.screen().availableGeometry().width()
        self.view().window().setMaximumWidth(screen)
        longest = self.view().sizeHintForColumn(0) + 2 * self.view().frameWidth() + _BESIDE
        self.view().setMinimumWidth(min(max(longest, self.width()), screen))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()
