"""States of the composers of handouts and worksheets for the gallery."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QApplication

from cjeditor.window.handout.brands_dialog import BrandsDialog
from cjeditor.window.handout.dialog import HandoutDialog
from cjeditor.window.main_window import MainWindow
from cjeditor.window.worksheets.dialog import WorksheetsDialog


def _opened(window: MainWindow) -> HandoutDialog:
    window.actions_of_window["file.handout"].trigger()
    dialog = window.findChildren(HandoutDialog)[-1]
    _settle(dialog)
    return dialog


def _settle(dialog: HandoutDialog | WorksheetsDialog) -> None:
    """Wait for the pages."""
    while dialog.preview.work.is_busy:
        QApplication.processEvents()


def _show_handout(window: MainWindow) -> None:
    _opened(window)


def _show_own(window: MainWindow) -> None:
    """An own selection on a paper of an own size, without colours."""
    dialog = _opened(window)
    dialog.sets.parts.tick("phases")
    dialog.page.papers.paper.setCurrentIndex(dialog.page.papers.paper.findData("own"))
    dialog.page.grey.click()
    _settle(dialog)


def _show_wall(window: MainWindow) -> None:
    """A handout for the wall, whose letters are too small, with what helps."""
    dialog = _opened(window)
    dialog.sets.parts.tick("phases")
    dialog.page.papers.paper.setCurrentIndex(dialog.page.papers.paper.findData("A2"))
    _settle(dialog)
    while dialog.remedy_work.is_busy:
        QApplication.processEvents()


def _show_worksheets(window: MainWindow) -> None:
    """All worksheets, for a number of participants."""
    window.actions_of_window["file.worksheets"].trigger()
    dialog = window.findChildren(WorksheetsDialog)[-1]
    dialog.choice.participants.setValue(12)
    _settle(dialog)


def _show_brands(window: MainWindow) -> None:
    """The brands, with a new one whose colours are too pale."""
    dialog = _opened(window)
    dialog.page.branding.brands.click()
    brands = dialog.findChildren(BrandsDialog)[-1]
    brands.form.primary.show_colour("#F2B705")
    brands.form.accent.show_colour("#C81E3C")


HANDOUT_STATES: Mapping[str, Callable[[MainWindow], None]] = MappingProxyType(
    {
        "handout": _show_handout,
        "handout-own": _show_own,
        "handout-wall": _show_wall,
        "handout-brands": _show_brands,
        "worksheets": _show_worksheets,
    }
)
