"""The ballots of an open round as a list: how many dots each has, never on which cards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from cjeditor.model.voting import VotingRound
from cjeditor.texts import Texts
from cjeditor.window.own_keys import asks_for, asks_for_deletion


class BallotList(QListWidget):
    """The newest ballot stands on top.

    Signals:
        change_wanted(): the chosen ballot should be typed anew.
        removal_wanted(): it should be taken back.
    """

    change_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, words: Texts) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("ballot_list")
        self.setAccessibleName(words.t("Ballots"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(self._want_change)

    @property
    def position(self) -> int:
        """Which ballot is chosen, from 0 in the order in which they came; −1 for none."""
        chosen = self.selectedItems()
        return int(chosen[0].data(Qt.ItemDataRole.UserRole)) if chosen else -1

    def show_ballots(self, one: VotingRound) -> None:
        """Show the ballots of a round; the chosen one stays chosen."""
        words, kept = self._words, self.position
        self.clear()
        for at in reversed(range(len(one.ballots))):
            ballot = words.t("Ballot {number}", number=words.number(at + 1))
            dots = words.tn("{n} dot", "{n} dots", len(one.ballots[at].dots))
            item = QListWidgetItem(f"{ballot} · {dots}", self)
            item.setData(Qt.ItemDataRole.UserRole, at)
            if at == kept:
                self.setCurrentItem(item)

    def take_focus(self) -> None:
        """Take the focus, with a ballot chosen where there is one."""
        if not self.selectedItems() and self.count():
            self.setCurrentRow(0)
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def _want_change(self) -> None:
        self.change_wanted.emit()

    def event(self, event: QEvent) -> bool:
        """Keep keys that would change the map while the focus is here."""
        if asks_for(event, Qt.Key.Key_F2, Qt.Key.Key_Up, Qt.Key.Key_Down) or asks_for_deletion(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change with Enter and F2, take back with Del."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.change_wanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
