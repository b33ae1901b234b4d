"""The list of a ranking: a click or Enter goes to the card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from cjeditor.texts import Texts
from cjeditor.window.own_keys import asks_for, asks_for_deletion
from cjeditor.window.voting.ranking_rows import RankingRows

_Index = QModelIndex | QPersistentModelIndex


class RankingList(QListView):
    """Shows `RankingRows`.

    Signals:
        card_wanted(int): the card of this number should be seen.
    """

    card_wanted = Signal(int)

    def __init__(self, rows: RankingRows, words: Texts) -> None:
        super().__init__()
        self.rows = rows
        self.setObjectName("ranking_list")
        self.setAccessibleName(words.t("Ranking"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(rows)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._go)

    def take_focus(self) -> None:
        """Take the focus, with a row to act on."""
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go(self, index: _Index) -> None:
        place = self.rows.place(index.row())
        if place is not None:
            self.card_wanted.emit(place.card.number)

    def event(self, event: QEvent) -> bool:
        """Keep keys that would change the map while the focus is here."""
        if asks_for(event, Qt.Key.Key_Up, Qt.Key.Key_Down) or asks_for_deletion(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the card with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
