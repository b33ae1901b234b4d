"""States of the dialogue for posters for the gallery."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QApplication

from cjeditor.window.main_window import MainWindow
from cjeditor.window.poster.dialog import PosterDialog


def _opened(window: MainWindow) -> PosterDialog:
    window.actions_of_window["file.poster"].trigger()
    dialog = window.findChildren(PosterDialog)[-1]
    _settle(dialog)
    return dialog


def _settle(dialog: PosterDialog) -> None:
    """Wait for sheets, picture and what helps."""
    while dialog.work.is_busy:
        QApplication.processEvents()


def _show_poster(window: MainWindow) -> None:
    _opened(window)


def _show_sheets(window: MainWindow) -> None:
    """The poster in sheets, without colours."""
    dialog = _opened(window)
    dialog.choice.tile.setCurrentIndex(1)
    dialog.choice.repeat.click()
    dialog.choice.grey.click()
    _settle(dialog)


def _show_phases(window: MainWindow) -> None:
    """A poster for each phase."""
    dialog = _opened(window)
    dialog.choice.by_phase.click()
    _settle(dialog)


POSTER_STATES: Mapping[str, Callable[[MainWindow], None]] = MappingProxyType(
    {"poster": _show_poster, "poster-sheets": _show_sheets, "poster-phases": _show_phases}
)
