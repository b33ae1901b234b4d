"""The line above a pane: what it is or what is in it, a button that detaches it, and one that hides it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from cjeditor.layout.theme import Theme, mix
from cjeditor.texts import Texts
from cjeditor.window.elided_label import ElidedLabel
from cjeditor.window.icons import Icons

_ICON = 14


class PaneBar(QWidget):
    """A quiet title bar; its pane is dragged by it.

    Signals:
        float_wanted(): the pane should be detached, or put back.
        close_wanted(): the pane should go.
        menu_wanted(QPoint): the places where the pane could stand are asked for, at a point of the screen.
    """

    float_wanted = Signal()
    close_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._name = ""
        self._line: QWidget | None = None
        self.setObjectName("pane_bar")
        self._title = ElidedLabel(self)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold)
        self._title.setFont(font)
        self._float = self._button("float")
        self._float.clicked.connect(self.float_wanted)
        self._close = self._button("close")
        self._close.setIcon(icons.icon("x"))
        self._close.clicked.connect(self.close_wanted)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 6, 4)
        self._row.setSpacing(2)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._float)
        self._row.addWidget(self._close)

    def show_name(self, name: str, words: Texts, *, floating: bool) -> None:
        """Say what the pane is called, and what the buttons do as it stands now."""
        self._title.show_text(name)
        self._float.setIcon(self._icons.icon("arrow-square-in" if floating else "arrow-square-out"))
        moves = words.t("Put {pane} back", pane=name) if floating else words.t("Detach {pane}", pane=name)
        for button, text in ((self._float, moves), (self._close, words.t("Hide {pane}", pane=name))):
            button.setAccessibleName(text)
            button.setToolTip(text)

    def show_line(self, line: QWidget | None) -> None:
        """Show `line` in the place of the title; None brings the title back. A former line is freed."""
        if self._line is not None:
            self._row.removeWidget(self._line)
            self._line.deleteLater()
        self._line = line
        self._title.setVisible(line is None)
        if line is not None:
            self._row.insertWidget(0, line, 1)
            line.show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the icons follow the palette."""
        hover = mix(theme.colour("text"), theme.colour("chrome"), 0.07)
        self.setStyleSheet(
            f"""
            QWidget#pane_bar {{ background: {theme.colour("chrome")}; }}
            QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 3px; }}
            QToolButton:hover {{ background: {hover}; }}
            QToolButton:focus {{ border: 1px solid {theme.colour("selection")}; }}
            """
        )

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the places where the pane could stand."""
        self.menu_wanted.emit(event.globalPos())
        event.accept()
