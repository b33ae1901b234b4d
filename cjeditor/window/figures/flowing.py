"""A place for controls that stand side by side as far as there is room, each below its name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from cjeditor.window.plain import label

_LEAST = 132
"""Pixels at 100 % that a control with its name takes at least."""


class FlowingForm(QWidget):
    """Controls in as many columns as fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)

    def add(self, name: str, control: QWidget) -> QLabel:
        """Take in a control and return the label with its name above it."""
        cell = QWidget(self)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        above = label(name, cell)
        above.setObjectName("quiet")
        above.setBuddy(control)
        column.addWidget(above)
        column.addWidget(control)
        column.addStretch()
        self._cells.append(cell)
        self._columns = 0
        self._arrange()
        return above

    def _arrange(self) -> None:
        fitting = min(max(1, self.width() // _LEAST), max(1, len(self._cells)))
        # Rows of about equal length look better than a last one with a single control.
        rows = -(-len(self._cells) // fitting) if self._cells else 1
        columns = -(-len(self._cells) // rows) if self._cells else 1
        if columns == self._columns:
            return
        for at in range(self._columns):
            self._grid.setColumnStretch(at, 0)
        self._columns = columns
        for at, cell in enumerate(self._cells):
            self._grid.addWidget(cell, at // columns, at % columns, Qt.AlignmentFlag.AlignTop)
        for at in range(columns):
            self._grid.setColumnStretch(at, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as fit now."""
        super().resizeEvent(event)
        self._arrange()
