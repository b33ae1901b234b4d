"""The ways out stand together in a menu of their own: found by keys, by the palette and in the help."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.window import actions, menu_plan
from cjeditor.window.help.names import Names
from cjeditor.window.main_window import MainWindow
from cjeditor.window.palette.commands import commands, matching
from cjeditor.window.poster.dialog import PosterDialog
from tests.window.dialogues import shown

MOST_AT_ONCE = 13


def test_every_way_out_is_in_the_export_menu_and_printing_beside_it() -> None:
    (file,) = (menu for menu in menu_plan.MENU_BAR if menu.id == "file")
    assert len([one for one in file.entries if one != menu_plan.LINE]) <= MOST_AT_ONCE
    out = {row.id for row in actions.ROWS if row.id.startswith("file.") and row.enabled == "exports.can_export"}
    assert out == set(menu_plan.rows_of(menu_plan.EXPORT))
    assert "file.print" in file.entries
    keys = {row.id: row.keys for row in actions.ROWS}
    assert keys["file.handout"] == ("Ctrl+E",)


def test_letters_lead_through_the_menus_to_a_way_out(qtbot: QtBot, window: MainWindow) -> None:
    menu = window.findChild(QMenu, "file")
    assert menu is not None
    menu.popup(window.mapToGlobal(window.rect().topLeft()))
    export = window.findChild(QMenu, "export")
    assert export is not None
    qtbot.keyClick(menu, letter(export.title()))
    qtbot.waitUntil(export.isVisible)
    qtbot.keyClick(export, letter(window.actions_of_window["file.poster"].text()))
    dialog = shown(qtbot, PosterDialog)
    assert not menu.isVisible()
    dialog.reject()


def test_the_palette_and_the_help_say_the_way(window: MainWindow) -> None:
    offered = commands(window.menuBar(), texts.of("en"))
    found = {one.id: one for one in offered}
    assert found["file.worksheets"].path == "File ▸ Export"
    assert matching(offered, "export slides")[0].id == "file.slides"
    said = "".join(run.text for run in Names(texts.of("de"), {}).runs("{action:file.handout}"))
    assert said.startswith("Datei\u00a0› Exportieren\u00a0› Handout")


def letter(text: str) -> Qt.Key:
    """The key of the letter that is underlined."""
    return Qt.Key(ord(text[text.index("&") + 1].upper()))
