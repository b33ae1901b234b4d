"""Which columns of a view are shown, how wide they are and what sorts: chosen by the person and kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QToolButton, QWidget

from cjeditor.window.menu_hover import MenuHover
from cjeditor.window.plain import menu_text
from cjeditor.window.preferences import Preferences


class HeaderState(QObject):
    """Keeps a header's widths, order, hidden columns and sorting in the preferences, by the name of its view."""

    def __init__(self, header: QHeaderView, name: str, preferences: Preferences) -> None:
        super().__init__(header)
        self._header = header
        # With another number of columns an old state would say the wrong thing of them.
        self._name = f"{name}_{header.count()}"
        self._preferences = preferences
        # Kept at once and not when the window goes: then the header is half gone already.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._keep)

    def restore(self) -> None:
        """Take what was kept, if anything was, and keep every change from now on."""
        kept = self._preferences.bytes_of(self._name)
        if not kept.isEmpty():
            self._header.restoreState(kept)
        self._header.sectionResized.connect(self._keep_soon)
        self._header.sectionMoved.connect(self._keep_soon)
        self._header.sortIndicatorChanged.connect(self._keep_soon)

    def _keep_soon(self) -> None:
        self._later.start()

    def _keep(self) -> None:
        self._preferences.keep_bytes(self._name, self._header.saveState())


class ColumnMenu(QObject):
    """Lets people show and hide columns: from a button for the keyboard, from the header for the mouse.

    Signals:
        changed(): a column was shown or hidden.
    """

    changed = Signal()

    def __init__(
        self, header: QHeaderView, names: Sequence[str], fixed: int, button: QToolButton, parent: QWidget
    ) -> None:
        """Make it.

        Args:
            header: whose columns they are.
            names: what they are called.
            fixed: the column that is always shown.
            button: opens the menu.
            parent: goes when this goes.
        """
        super().__init__(parent)
        self._header = header
        self._menu = QMenu(parent)
        self._menu.setObjectName("columns")
        self.actions: list[QAction] = []
        for at, name in enumerate(names):
            action = self._menu.addAction(menu_text(name))
            action.setCheckable(True)
            action.setEnabled(at != fixed)
            action.triggered.connect(self._take)
            self.actions.append(action)
        self._menu.aboutToShow.connect(self.show_state)
        button.setMenu(self._menu)
        MenuHover(button)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._pop_up)

    def show_state(self) -> None:
        """Mark the columns that are shown."""
        for at, action in enumerate(self.actions):
            action.setChecked(not self._header.isSectionHidden(at))

    def _pop_up(self, at: QPoint) -> None:
        self._menu.popup(self._header.mapToGlobal(at))

    def _take(self) -> None:
        for at, action in enumerate(self.actions):
            self._header.setSectionHidden(at, not action.isChecked())
        self.changed.emit()
