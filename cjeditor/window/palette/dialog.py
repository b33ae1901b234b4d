"""The palette itself: a field and what was found; Enter does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from cjeditor.canvas.announcing import announce
from cjeditor.layout.theme import Theme
from cjeditor.texts import Texts
from cjeditor.window.fitting import fit
from cjeditor.window.icons import Icons
from cjeditor.window.palette.commands import Command, matching
from cjeditor.window.palette.list import CommandList
from cjeditor.window.plain import label

_WIDTH, _HEIGHT = 620, 460
"""Pixels, where the screen has them."""


class CommandPalette(QDialog):
    """The dialogue. It closes when a command is chosen.

    Signals:
        chosen(Command): this is to be done.
    """

    chosen = Signal(object)

    def __init__(
        self, offered: Sequence[Command], words: Texts, icons: Icons, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Offer commands.

        Args:
            offered: in the order in which they are shown before anything is typed.
            words: of the window.
            icons: of the program.
            theme: of the window.
            parent: the window.
        """
        super().__init__(parent)
        self._offered = tuple(offered)
        self._words = words
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Find a command"))
        self.field = QLineEdit(self)
        self.field.setObjectName("command")
        self.field.setAccessibleName(words.t("Command"))
        self.field.setPlaceholderText(words.t("What should happen? In English or German"))
        self.field.addAction(icons.icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = CommandList(words, theme, self)
        self._message = label("", self)
        self._message.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._message)
        line = self.fontMetrics().height()
        fit(self, QSize(max(_WIDTH, 38 * line), max(_HEIGHT, 28 * line)))
        self.field.textChanged.connect(self._show)
        self.list.clicked.connect(self._choose_row)
        self._show()
        self.field.setFocus()

    def _show(self) -> None:
        """List what the field asks for."""
        found = matching(self._offered, self.field.text())
        self.list.show_found(found)
        announce(self.list, self.list.said())
        t = self._words.t
        if not found:
            announce(self._message, t("Nothing found. Try another word."))
        self._message.setText(t("Enter runs it, Esc closes.") if found else t("Nothing found. Try another word."))

    def _choose(self) -> None:
        one = self.list.current()
        if one is None:
            return
        if not one.action.isEnabled():
            self._message.setText(self._words.t("“{command}” is not possible now.", command=one.name))
            announce(self._message, self._message.text())
            return
        self.accept()
        self.chosen.emit(one)

    def _choose_row(self, _index: QModelIndex) -> None:
        self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice while the field has the keyboard, and do what is chosen with Enter."""
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -self.list.page(),
            Qt.Key.Key_PageDown: self.list.page(),
        }
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            self.list.go(step)
            announce(self.list, self.list.said())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)
