"""Leading the room from within its view: what clicks, taps and keys stand for."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from cjeditor.layout.room.content import Spotlight
from cjeditor.layout.room.page import Area
from cjeditor.window.room_view.pages import Pages
from cjeditor.window.workshop.commands import WorkshopCommands

_Key = Qt.Key
_PHASES = {_Key.Key_Right: 1, _Key.Key_Down: 1, _Key.Key_Left: -1, _Key.Key_Up: -1}
_PAGES = {_Key.Key_PageDown: 1, _Key.Key_Space: 1, _Key.Key_PageUp: -1, _Key.Key_Backspace: -1}
_ENDS = {_Key.Key_Home: 0, _Key.Key_End: -1}


class Leading(QObject):
    """Does what people ask for in a window that shows `pages`; that window owns it."""

    def __init__(self, pages: Pages, window: QWidget) -> None:
        super().__init__(window)
        self._pages = pages
        self._showing = pages.showing
        self.clock = WorkshopCommands(self._showing.timer)

    @property
    def _window(self) -> QWidget:
        # Asked, not kept: it owns everything here.
        return cast("QWidget", self.parent())

    def fill_screen(self, full: bool) -> None:
        """Fill the screen, or do not."""
        bit = Qt.WindowState.WindowFullScreen
        state = self._window.windowState()
        self._window.setWindowState(state | bit if full else state & ~bit)

    def close(self) -> None:
        """Close the room view."""
        self._window.close()

    def touch(self, area: Area | None) -> None:
        """Do what a click or tap there stands for; beside everything it takes the spotlight away."""
        if self._showing.shown.black:
            self._showing.black_out(False)
        elif area is not None:
            self._do(area)
        elif self._showing.shown.spotlight is not None:
            self._showing.light(None)

    def press(self, key: Qt.Key) -> bool:
        """Do what a key stands for; False where it stands for nothing. Nobody types here: letters may be keys."""
        if key in _PHASES:
            self._showing.show_neighbour(_PHASES[key])
        elif key in _PAGES:
            self._pages.turn(_PAGES[key])
        elif key in _ENDS:
            self._pages.show_end(_ENDS[key])
        else:
            return self._lead(key)
        return True

    def _do(self, area: Area) -> None:
        match area.kind:
            case "back":
                self._pages.turn(-1)
            case "on":
                self._pages.turn(1)
            case "page":
                self._pages.turn_to(int(area.id))
            case "phase":
                self._showing.show_phase(area.id)
            case "clock":
                self.clock.toggle()
            case kind:
                self._pages.toggle_light(Spotlight(kind, area.id))

    def _lead(self, key: Qt.Key) -> bool:
        shown = self._showing.shown
        match key:
            case _Key.Key_B | _Key.Key_Period:
                self._showing.black_out(not shown.black)
            case _Key.Key_F:
                self._showing.freeze(shown.frozen is None)
            case _Key.Key_F11:
                self.fill_screen(not self._window.isFullScreen())
            case _Key.Key_F5:
                self._window.close()
            case _Key.Key_Escape:
                self._step_out()
            case _:
                return False
        return True

    def _step_out(self) -> None:
        """Esc, rung by rung: the black, the spotlight, the full screen, the window."""
        shown = self._showing.shown
        if shown.black:
            self._showing.black_out(False)
        elif shown.spotlight is not None:
            self._showing.light(None)
        elif self._window.isFullScreen():
            self.fill_screen(False)
        else:
            self._window.close()
