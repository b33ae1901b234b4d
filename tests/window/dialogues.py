"""How tests answer dialogues: as people do, by what is written on the buttons."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

D = TypeVar("D", bound=QDialog)


def shown(qtbot: QtBot, kind: type[D], name: str = "") -> D:
    """Return the open dialogue of this kind and object name; waits for it."""
    found: list[D] = []

    def look() -> bool:
        found[:] = [
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, kind) and one.isVisible() and name in ("", one.objectName())
        ]
        return bool(found)

    qtbot.waitUntil(look)
    return found[0]


def any_shown() -> list[QDialog]:
    """Return all open dialogues."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def press(dialog: QWidget, text: str) -> None:
    """Press the button with this text."""
    buttons = {button.text().replace("&", ""): button for button in dialog.findChildren(QAbstractButton)}
    assert text in buttons, f"{text!r} is not among {sorted(buttons)}"
    buttons[text].click()


def choose_file(qtbot: QtBot, path: Path, name: str = "") -> None:
    """Choose `path` in the open file dialogue, as typing it and Enter do."""
    dialog = shown(qtbot, QFileDialog, name)
    dialog.setDirectory(str(path.parent))
    # What `accept` sends after its checks; the dialogue's own question about replacing waits for somebody.
    dialog.fileSelected.emit(str(path))
    dialog.reject()
