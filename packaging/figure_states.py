"""The states of the figures that pictures are taken of: each as charts, and the first as a table and in a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cjeditor.layout.charts.plan import FIGURES
from cjeditor.resources import path
from cjeditor.storage.load import load
from cjeditor.window.figures.figure_page import FigurePage
from cjeditor.window.figures.pane import Figures
from cjeditor.window.main_window import MainWindow
from cjeditor.window.room import Room
from cjeditor.window.surveys.dialog import SurveyDialog

_HEIGHT = 520
"""Pixels: so much that a chart is seen whole."""


def _show(window: MainWindow, figure_id: str) -> Figures:
    window.actions_of_window[f"figure.{figure_id}"].trigger()
    window.resizeDocks([window.panes["figures"]], [_HEIGHT], Qt.Orientation.Vertical)
    QApplication.processEvents()
    return cast(Figures, window.panes["figures"].content)


def _comparison(window: MainWindow) -> None:
    """Show what changes from the current to the future state of the sample that has both."""
    cast(Room, window.room).document.replace_all(load(path("samples/season-ticket.en.cjmap")), None)
    _show(window, "comparison")


def _as_table(window: MainWindow) -> None:
    figures = _show(window, FIGURES[0].id)
    for page in figures.findChildren(FigurePage):
        page.as_table.setChecked(True)


def _survey(window: MainWindow) -> None:
    """The dialogue for answers, with a table in which some rows are none."""
    window.actions_of_window["survey.new"].trigger()
    dialog = window.findChild(SurveyDialog)
    if dialog is not None:
        rows = (f"{at}\t{at % 11}\t{('Kassel', 'Vellmar')[at % 2]}\t2026-0{at % 6 + 1}-15" for at in range(120))
        dialog.text.setPlainText("\n".join(("Id\tScore\tBranch\tDay", *rows, "x\t11\tKassel\t", "y\t–\tKassel\t")))


def _narrow(window: MainWindow) -> None:
    """Show the figures at the right of the map, where there is no room for the list beside them."""
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, window.panes["figures"])
    _show(window, FIGURES[0].id)


FIGURE_STATES: Final[Mapping[str, Callable[[MainWindow], object]]] = {
    **{f"figure-{spec.id}": partial(_show, figure_id=spec.id) for spec in FIGURES},
    "figure-comparison": _comparison,
    "figures-table": _as_table,
    "figures-narrow": _narrow,
    "survey": _survey,
}
