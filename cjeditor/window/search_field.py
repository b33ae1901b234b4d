"""Where people type what they look for: among the building blocks, in the help."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cjeditor.layout.theme import Theme
from cjeditor.texts import Texts
from cjeditor.window.icons import Icons


class SearchField(QLineEdit):
    """A field with a lens. Esc empties it; empty, it leaves Esc to what it stands in.

    Signals:
        went_down(): Down was pressed: on to what was found.
    """

    went_down = Signal()

    def __init__(self, words: Texts, icons: Icons, theme: Theme, parent: QWidget, *, hint: str, name: str) -> None:
        """Make it.

        Args:
            words: the language.
            icons: for the lens.
            theme: the colours.
            parent: what it stands in.
            hint: what stands in it while it is empty.
            name: what a screen reader calls it.
        """
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.addAction(icons.icon("magnifying-glass"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(icons.icon("x"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setToolTip(words.t("Clear the search"))
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.textChanged.connect(self._show_clear)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(
            f"""
            QLineEdit {{ background: {theme.colour("card")}; border: 1px solid {theme.colour("card.border")};
                border-radius: 6px; padding: 4px 3px; }}
            QLineEdit:focus {{ border: 1px solid {theme.colour("selection")}; }}
            """
        )

    def _show_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down with the arrow, empty with Esc."""
        if event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
