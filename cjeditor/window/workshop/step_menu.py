"""What can be done with a step of the agenda, as a menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from cjeditor.texts import Texts
from cjeditor.window.icons import Icons


class StepMenu(QMenu):
    """The menu of one step; it deletes itself when it is closed.

    Signals:
        start_wanted(str): the step should begin.
        shift_wanted(str, int): it should go up (−1) or down (+1).
        addition_wanted(): a new step is wanted behind it.
        removal_wanted(str): it should go.
    """

    start_wanted = Signal(str)
    shift_wanted = Signal(str, int)
    addition_wanted = Signal()
    removal_wanted = Signal(str)

    def __init__(self, step_id: str, words: Texts, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._step = step_id
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, icon, text, keys in (
            ("start", "play", words.t("Start this step"), "Space"),
            ("", "", "", ""),
            ("add", "plus", words.t("Add a step behind it"), "Ins"),
            ("up", "arrow-up", words.t("Move up"), "Ctrl+Up"),
            ("down", "arrow-down", words.t("Move down"), "Ctrl+Down"),
            ("", "", "", ""),
            ("delete", "trash", words.t("Delete"), "Del"),
        ):
            if not name:
                self.addSeparator()
                continue
            action = self.addAction(icons.icon(icon), text)
            action.setData(name)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.triggered.connect(self._tell)

    def _tell(self, action: QAction) -> None:
        name = action.data()
        if name == "start":
            self.start_wanted.emit(self._step)
        elif name == "add":
            self.addition_wanted.emit()
        elif name == "delete":
            self.removal_wanted.emit(self._step)
        else:
            self.shift_wanted.emit(self._step, -1 if name == "up" else 1)
