"""How dialogues ask: the button that decides beside Cancel, and a last question before something goes for good."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QPushButton, QWidget

from cjeditor.window.plain import message_box


def beside_cancel(dialog: QDialog, button: QPushButton, then: Callable[[], None]) -> QDialogButtonBox:
    """Return a row with `button`, which Enter presses and which does `then`, and Cancel, which gives up."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, dialog)
    button.setDefault(True)
    buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.accepted.connect(then)
    buttons.rejected.connect(dialog.reject)
    return buttons


def ask_before(parent: QWidget, question: str, action: str, then: Callable[[], None], *, name: str) -> None:
    """Ask once more before something goes for good; Enter and Esc leave it.

    Args:
        parent: the dialogue that asks.
        question: in a sentence or two.
        action: what the button is called that does it.
        then: does it.
        name: the box's object name.
    """
    box = message_box(parent, icon=QMessageBox.Icon.Question, text=question)
    box.setObjectName(name)
    sure = QPushButton(action, box)
    box.addButton(sure, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    sure.clicked.connect(then)
    box.open()
