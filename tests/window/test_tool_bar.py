"""The toolbar stands as high in one theme as in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from cjeditor.layout.theme import DARK, LIGHT
from cjeditor.window.appearance import style_sheet
from cjeditor.window.tool_bar import ToolBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_stands_as_high_in_every_theme(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = ToolBar("Tools", window)
    bar.setObjectName("tools")
    bar.addAction("Phase")
    window.addToolBar(bar)
    margins, spacing = bar.layout().contentsMargins(), bar.layout().spacing()
    for theme in (LIGHT, DARK, LIGHT):
        bar.setStyleSheet(style_sheet(theme))
        assert (bar.layout().contentsMargins(), bar.layout().spacing()) == (margins, spacing)
