"""The states of the comparison of two maps that pictures are taken of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, cast

from PySide6.QtWidgets import QApplication

from cjeditor.resources import path
from cjeditor.storage.load import load
from cjeditor.window.comparing.dialog import BESIDE, LIST, OVER, CompareDialog
from cjeditor.window.main_window import MainWindow
from cjeditor.window.room import Room


def _compare(window: MainWindow, tab: int) -> None:
    """Compare current and future state of the sample that has both."""
    room = cast(Room, window.room)
    room.document.replace_all(load(path("samples/season-ticket.en.cjmap")), None)
    window.actions_of_window["map.compare"].trigger()
    dialog = window.findChild(CompareDialog)
    if dialog is not None:
        dialog.tabs.setCurrentIndex(tab)
        QApplication.processEvents()


COMPARE_STATES: Final[Mapping[str, Callable[[MainWindow], None]]] = {
    "compare-list": partial(_compare, tab=LIST),
    "compare-beside": partial(_compare, tab=BESIDE),
    "compare-over": partial(_compare, tab=OVER),
}
"""As in `dock_states`."""
