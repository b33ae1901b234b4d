"""The panes of one window: they come and go, take the focus in turn, and stand where people put them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from cjeditor.layout.theme import Theme
from cjeditor.texts import N_
from cjeditor.window.house import House
from cjeditor.window.pane import Pane
from cjeditor.window.pane_plan import PANES
from cjeditor.window.places import clamped

_PLACES = (
    ("left", N_("Left of the map")),
    ("right", N_("Right of the map")),
    ("bottom", N_("Below the map")),
    ("detached", N_("In a window of its own")),
)
_AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}


class Panes(QObject):
    """Every pane of the plan. They stand before a project moves in, and stay when another one does.

    Signals:
        changed(): a pane was shown or hidden.
    """

    changed = Signal()

    def __init__(self, window: QMainWindow, house: House) -> None:
        super().__init__(window)
        self._window = window
        self._house = house
        self._words = house.words
        self._home: QWidget | None = None
        self._asked: Pane | None = None
        # Without the animation: what is asked for by key is there at once.
        window.setDockOptions(QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks)
        # Qt's own menu of docks would hide and show them without anybody taking note.
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._panes = {spec.id: Pane(spec, house.words, house.icons, window) for spec in PANES}
        for pane in self._panes.values():
            pane.left.connect(self.go_home)
            pane.close_wanted.connect(self._close)
            pane.menu_wanted.connect(self._ask_where)
            pane.set_theme(house.appearance.theme)
        self._put_in_default_places()
        house.appearance.theme_changed.connect(self.set_theme)
        QGuiApplication.instance().screenRemoved.connect(self.bring_back)  # type: ignore[union-attr]  # there is one

    def __getitem__(self, pane_id: str) -> Pane:
        """Return a pane of the plan; KeyError for an unknown one."""
        return self._panes[pane_id]

    def take_up(self) -> None:
        """Show what was shown last, after the window's state was restored."""
        for pane in self._panes.values():
            shown = self._house.preferences.flag(pane.spec.id, pane.spec.shown)
            if pane.isHidden() == shown:
                pane.setVisible(shown)
        self.bring_back()

    def live_around(self, home: QWidget) -> None:
        """Take the map as the place where the focus goes home to."""
        self._home = home

    def show_pane(self, pane_id: str, shown: bool) -> None:
        """Show a pane and go there, or hide it; one that lies behind another tab comes forward instead."""
        pane = self._panes[pane_id]
        if not shown and not pane.isHidden() and not pane.is_on_top:
            shown = True
        if not shown and pane.has_focus():
            self.go_home()
        pane.setVisible(shown)
        if shown:
            pane.take_focus()
        self._house.preferences.keep_flag(pane_id, shown)
        self.changed.emit()

    def come_or_go(self, pane_id: str, _shown: bool) -> None:
        """Do what the key of a pane is for: go there, and hide it only where the focus is inside already."""
        self.show_pane(pane_id, not self._panes[pane_id].has_focus())

    def is_shown(self, pane_id: str) -> bool:
        """Whether a pane is shown, perhaps behind another tab."""
        return not self._panes[pane_id].isHidden()

    def next_pane(self, by: int = 1) -> None:
        """Move the focus to the next part of the window that is shown, or with −1 to the one before.

        First comes the map, then the panes in the order of the plan.
        """
        shown = [pane for pane in self._panes.values() if not pane.isHidden()]
        inside = next((at for at, pane in enumerate(shown, start=1) if pane.has_focus()), 0)
        following = (inside + by) % (len(shown) + 1)
        if following:
            shown[following - 1].take_focus()
        else:
            self.go_home()

    def go_home(self) -> None:
        """Give the focus to the map."""
        if self._home is not None:
            self._window.activateWindow()
            self._home.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reset(self) -> None:
        """Put every pane where it stood at first."""
        self._put_in_default_places()
        for pane in self._panes.values():
            pane.setVisible(pane.spec.shown)
            self._house.preferences.keep_flag(pane.spec.id, pane.spec.shown)
        for turn in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
            across = turn == Qt.Orientation.Horizontal
            some = [
                pane for pane in self._panes.values()
                if not pane.isHidden() and across == (pane.spec.area != Qt.DockWidgetArea.BottomDockWidgetArea)
            ]  # fmt: skip
            wished = [pane.widget().sizeHint() for pane in some]
            sizes = [size.width() if across else size.height() for size in wished]
            self._window.resizeDocks(some, sizes, turn)
        self.go_home()
        self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for pane in self._panes.values():
            pane.set_theme(theme)

    def bring_back(self) -> None:
        """Bring detached panes onto a screen that is there."""
        available = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        for pane in self._panes.values():
            if pane.isFloating():
                pane.setGeometry(clamped(pane.geometry(), available))

    def _put_in_default_places(self) -> None:
        for pane in self._panes.values():
            if pane.isFloating():
                pane.setFloating(False)
            if self._window.dockWidgetArea(pane) != Qt.DockWidgetArea.NoDockWidgetArea:
                self._window.removeDockWidget(pane)
        for pane in self._panes.values():
            self._window.addDockWidget(pane.spec.area, pane)
            if pane.spec.tabbed_with:
                self._window.tabifyDockWidget(self._panes[pane.spec.tabbed_with], pane)
                self._panes[pane.spec.tabbed_with].raise_()

    def _close(self) -> None:
        pane = self.sender()
        if isinstance(pane, Pane):
            if pane.has_focus():
                self.go_home()
            pane.hide()
            self._house.preferences.keep_flag(pane.spec.id, False)
            self.changed.emit()

    def _ask_where(self, at: QPoint) -> None:
        """Offer the places where the pane that asks could stand: not everybody can drag."""
        pane = self.sender()
        if not isinstance(pane, Pane):
            return
        self._asked = pane
        menu = QMenu(self._window)
        menu.setObjectName("pane_places")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = "detached" if pane.isFloating() else next(
            (name for name, area in _AREAS.items() if area == self._window.dockWidgetArea(pane)), ""
        )  # fmt: skip
        for name, text in _PLACES:
            action = menu.addAction(self._words.t(text))
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name == now)
            action.triggered.connect(self._put)
        menu.popup(at)

    def _put(self) -> None:
        action, pane = self.sender(), self._asked
        if not isinstance(action, QAction) or pane is None:
            return
        area = _AREAS.get(action.data())
        pane.setFloating(area is None)
        if area is not None:
            self._window.addDockWidget(area, pane)
        pane.take_focus()
