"""The sheet of all keys, to be searched and kept open beside the map."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cjeditor.texts import Texts
from cjeditor.window.fitting import fit
from cjeditor.window.plain import label
from cjeditor.window.shortcut_sheet import matching, sheet

_ABOVE_GROUP = 24
"""Pixels by which the title of a group stands higher than its letters."""


class ShortcutWindow(QDialog):
    """Lists the keys by group; a field filters them."""

    def __init__(self, words: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Keyboard shortcuts"))
        self._groups = sheet(words)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(words.t("Search: a key, or what it does"))
        self.filter.setAccessibleName(words.t("Search"))
        self.filter.setClearButtonEnabled(True)
        self.list = self._list(words)
        self._nothing = label(words.t("No key does that."), self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._nothing, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        # Enter in the field must not close what is being searched.
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        layout.addWidget(buttons)
        fit(self, QSize(680, 720))
        self.filter.textChanged.connect(self._show)
        self._show()
        self.filter.setFocus()

    def _list(self, words: Texts) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setAccessibleName(words.t("Keyboard shortcuts"))
        made.setColumnCount(2)
        made.setHeaderLabels([words.t("What it does"), words.t("Key")])
        made.header().setSectionsMovable(False)
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.header().hide()
        made.setRootIsDecorated(False)
        made.setItemsExpandable(False)
        made.setIndentation(0)
        made.setWordWrap(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    def _show(self) -> None:
        """List what the field asks for."""
        self.list.clear()
        found = matching(self._groups, self.filter.text())
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for group in found:
            title = QTreeWidgetItem(self.list, [group.title])
            title.setFont(0, bold)
            title.setFirstColumnSpanned(True)
            title.setSizeHint(0, QSize(0, bold.pixelSize() + _ABOVE_GROUP))
            title.setTextAlignment(0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            for entry in group.entries:
                QTreeWidgetItem(title, [entry.text, entry.keys])
        self.list.expandAll()
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the list while the field has the keyboard."""
        bar = self.list.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            bar.setValue(bar.value() + step)
        else:
            super().keyPressEvent(event)
