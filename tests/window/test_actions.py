from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from cjeditor.layout.icons import is_icon
from cjeditor.window import actions, menu_plan
from cjeditor.window.action_row import Row
from cjeditor.window.chosen_keys import usual


def test_ids_are_unique() -> None:
    ids = [row.id for row in actions.ROWS]
    assert len(ids) == len(set(ids))


def test_shortcuts_are_unique(qtbot: QtBot) -> None:
    seen: dict[str, str] = {}
    for row in actions.ROWS:
        for keys in usual(row):
            text = keys.toString(QKeySequence.SequenceFormat.PortableText)
            assert text, row.id
            assert text not in seen, f"{text}: {row.id} and {seen[text]}"
            seen[text] = row.id


def test_no_plain_letter_is_a_shortcut(qtbot: QtBot) -> None:
    # A letter starts a card; so must Shift and a letter, and AltGr letters, which are Ctrl+Alt on some systems.
    for row in actions.ROWS:
        for keys in usual(row):
            text = keys.toString(QKeySequence.SequenceFormat.PortableText)
            last = text.split("+")[-1] or "+"
            if len(last) == 1:
                assert "Ctrl" in text, f"{row.id}: {text}"
                assert "Alt" not in text, f"{row.id}: {text}"


def test_redo_has_both_of_its_keys(qtbot: QtBot) -> None:
    redo = next(row for row in actions.ROWS if row.id == "edit.redo")
    assert [keys.toString() for keys in usual(redo)] == ["Ctrl+Y", "Ctrl+Shift+Z"]


def test_keys_of_the_one_table(qtbot: QtBot) -> None:
    wanted = {
        "emotion.-2": "Ctrl+1",
        "emotion.2": "Ctrl+5",
        "view.zoom_100": "Ctrl+0",
        "view.fit": "Ctrl+9",
        "view.go_to": "Ctrl+G",
        "view.next_pane": "F6",
        "edit.delete": "Del",
        "edit.duplicate": "Ctrl+D",
        "edit.rename": "F2",
        "file.quit": "Ctrl+Q",
    }
    first = {row.id: usual(row)[0].toString() for row in actions.ROWS if row.keys}
    assert {row_id: first[row_id] for row_id in wanted} == wanted


@pytest.mark.parametrize("row", actions.ROWS, ids=lambda row: row.id)
def test_icons_exist(row: Row) -> None:
    assert not row.icon or is_icon(row.icon)


def test_every_row_is_in_a_menu_and_every_entry_is_a_row() -> None:
    ids = {row.id for row in actions.ROWS}
    listed = {entry for menu in menu_plan.every_menu() for entry in menu.entries if isinstance(entry, str)}
    listed.discard(menu_plan.LINE)
    assert listed == ids


def test_the_toolbar_holds_rows_only() -> None:
    ids = {row.id for row in actions.ROWS}
    entries = [entry for entry in menu_plan.TOOLBAR if isinstance(entry, str) and entry != menu_plan.LINE]
    assert set(entries) | set(menu_plan.TOOLBAR_RIGHT) | menu_plan.ICON_ONLY <= ids


def test_menus_have_icons_that_exist() -> None:
    assert [menu.id for menu in menu_plan.every_menu() if menu.icon and not is_icon(menu.icon)] == []
