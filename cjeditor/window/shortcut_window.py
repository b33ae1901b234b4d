"""The sheet of all keys, to be searched and kept open beside the map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cjeditor.texts import Texts
from cjeditor.window.chosen_keys import KeysOf
from cjeditor.window.fitting import fit
from cjeditor.window.plain import label
from cjeditor.window.shortcut_sheet import Group, matching, sheet

_ABOVE_GROUP = 24
"""Pixels by which the title of a group stands higher than its letters."""

_ACROSS, _DOWN = 10, 4
"""Pixels beside, and above and below a text in its row."""

_NARROWEST = 480

_KEYS = 0.4
"""The part of the width that the keys have."""


class ShortcutWindow(QDialog):
    """Lists the keys by group; a field filters them."""

    def __init__(self, words: Texts, keys_of: KeysOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Keyboard shortcuts"))
        self._groups = sheet(words, keys_of)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(words.t("Search: a key, or what it does"))
        self.filter.setAccessibleName(words.t("Search"))
        self.filter.setClearButtonEnabled(True)
        self.list = SheetList(words, self)
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
        self.setMinimumWidth(_NARROWEST)
        fit(self, QSize(760, 640))
        self.filter.textChanged.connect(self._show)
        self._show()
        self.filter.setFocus()

    def _show(self) -> None:
        """List what the field asks for."""
        found = matching(self._groups, self.filter.text())
        self.list.show_groups(found)
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


class SheetList(QTreeWidget):
    """The groups with their entries: what it does, and the key. Long texts break; nothing is cut."""

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: list[QTreeWidgetItem] = []
        self.setAccessibleName(words.t("Keyboard shortcuts"))
        self.setColumnCount(2)
        self.setHeaderLabels([words.t("What it does"), words.t("Key")])
        self.header().setStretchLastSection(False)
        self.header().hide()
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these groups only."""
        self._entries = []
        self.clear()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for group in groups:
            title = QTreeWidgetItem(self, [group.title])
            title.setFont(0, bold)
            title.setFirstColumnSpanned(True)
            title.setSizeHint(0, QSize(0, self.fontMetrics().height() + _ABOVE_GROUP))
            title.setTextAlignment(0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            for entry in group.entries:
                self._entries.append(QTreeWidgetItem(title, [entry.text, entry.keys]))
        self.expandAll()
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Make each row as high as its texts need; a tree does so for unbroken ones only."""
        room = self.viewport().width()
        widths = (room - int(room * _KEYS), int(room * _KEYS))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        for item in self._entries:
            heights = [self._height(item.text(column), width) for column, width in enumerate(widths)]
            item.setSizeHint(0, QSize(0, max(heights)))

    def _height(self, text: str, width: int) -> int:
        box = QRect(0, 0, max(1, width - 2 * _ACROSS), 1)
        return self.fontMetrics().boundingRect(box, Qt.TextFlag.TextWordWrap, text).height() + 2 * _DOWN

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the texts anew."""
        super().resizeEvent(event)
        self._fit_rows()
