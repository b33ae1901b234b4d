"""What the workshop's clock does outside the agenda, whether that is shown or not: to the map, to ears, to the bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.window.house import House
from cjeditor.window.plain import message_box
from cjeditor.window.workshop.opening import open_on
from cjeditor.window.workshop.timer import WorkshopTimer

SOUND = "workshop_sound"
"""The preference whether the end of a step is heard."""


class WorkshopCourse(QObject):
    """Opens on the map what each step is about, and tells when its time is over.

    Signals:
        hint(str): a sentence for the status bar.
    """

    hint = Signal(str)

    def __init__(self, timer: WorkshopTimer, canvas: MapCanvas, house: House, parent: QObject) -> None:
        """Follow the clock.

        Args:
            timer: the clock.
            canvas: shows the map that the steps open parts of.
            house: knows whether sounds are wanted.
            parent: the room.
        """
        super().__init__(parent)
        self._timer = timer
        self._canvas = canvas
        self._house = house
        self._question: QMessageBox | None = None
        timer.begun.connect(self._open_step)
        timer.ended.connect(self._tell_end)
        timer.afresh_wanted.connect(self._ask_whether_afresh)

    def _open_step(self) -> None:
        step = self._timer.step
        if step is not None:
            open_on(self._canvas, step)

    def _ask_whether_afresh(self) -> None:
        """Ask before the real times of a whole workshop go: the keys that ask for it are those of the pause."""
        if self._question is not None:
            return
        words = self._house.words
        self._question = box = message_box(
            self._canvas.window(),
            icon=QMessageBox.Icon.Question,
            text=words.t("Begin the workshop afresh?"),
            details=words.t(
                "All agenda steps have ended. Their real times would go, and you cannot undo this: "
                "save the minutes first if you need them."
            ),
        )
        box.setObjectName("begin_afresh")
        afresh = QPushButton(words.t("Begin afresh"), box)
        box.addButton(afresh, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        afresh.clicked.connect(self._begin_afresh)
        box.finished.connect(self._forget_question)
        box.open()

    def _begin_afresh(self) -> None:
        self._timer.start(afresh=True)

    def _forget_question(self) -> None:
        # It deletes itself when it is closed.
        self._question = None

    def _tell_end(self) -> None:
        if self._house.preferences.flag(SOUND, True):
            QApplication.beep()
        self.hint.emit(self._house.words.t("The time of this step is over."))
