"""The field in which a ballot is typed by card numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from cjeditor.texts import Texts
from cjeditor.window.own_keys import asks_for

_LONGEST = 2_000


class BallotField(QLineEdit):
    """A line for numbers; Enter casts the ballot.

    Signals:
        sent(): the ballot is complete.
        given_up(): Esc was pressed.
        left_below(): Down was pressed.
    """

    sent = Signal()
    given_up = Signal()
    left_below = Signal()

    def __init__(self, words: Texts) -> None:
        super().__init__()
        self.setObjectName("ballot_field")
        self.setAccessibleName(words.t("Card numbers of the ballot"))
        self.setPlaceholderText(words.t("Card numbers, such as 12 12 7"))
        self.setMaxLength(_LONGEST)
        # Esc is asked about first: while clicks are dots, or a ballot is changed, it ends that and goes no further.
        self.keeps_escape = False

    def event(self, event: QEvent) -> bool:
        """Keep Down, which would move the focus on the map."""
        if asks_for(event, Qt.Key.Key_Down):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cast with Enter, go to the list with Down."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sent.emit()
        elif key == Qt.Key.Key_Down:
            self.left_below.emit()
        elif key == Qt.Key.Key_Escape:
            if self.keeps_escape:
                self.given_up.emit()
            else:
                event.ignore()
        else:
            super().keyPressEvent(event)
