"""Opens the command palette of a window and does what is chosen there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from cjeditor.window.action_set import ActionSet
from cjeditor.window.house import House

if TYPE_CHECKING:
    # Not before somebody asks for a command.
    from cjeditor.window.palette.commands import Command

_ITSELF = "edit.palette"


class PaletteFlow(QObject):
    """The palette of one window. What was chosen last stands first the next time."""

    def __init__(self, house: House, window: QMainWindow, actions: ActionSet, finish: Callable[[], bool]) -> None:
        """Serve a window.

        Args:
            house: what the windows share.
            window: whose menus are offered.
            actions: those in the menus.
            finish: keeps what is being written; False where that was refused.
        """
        super().__init__(window)
        self._house = house
        self._window = window
        self._actions = actions
        self._finish = finish

    def open(self) -> None:
        """Show the palette; focus and selection are as before once it is closed."""
        # Imported here: nobody waits for them at start.
        from cjeditor.window.palette.commands import commands  # noqa: PLC0415
        from cjeditor.window.palette.dialog import CommandPalette  # noqa: PLC0415

        if not self._finish():
            return
        self._actions.refresh()
        offered = self._recent_first(commands(self._window.menuBar(), self._house.words, (_ITSELF,)))
        house = self._house
        dialog = CommandPalette(offered, house.words, house.icons, house.appearance.theme, self._window)
        dialog.chosen.connect(self._do)
        dialog.open()

    def _do(self, one: Command) -> None:
        if one.id:
            self._house.preferences.recent_commands.put_first(one.id)
        one.action.trigger()

    def _recent_first(self, offered: Sequence[Command]) -> list[Command]:
        recent = self._house.preferences.recent_commands
        first = [one for row_id in recent.all() for one in offered if one.id == row_id]
        return [*first, *(one for one in offered if one not in first)]
