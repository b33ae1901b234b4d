"""The list of names under the cursor. The field keeps the keyboard, so that dead keys and input methods go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from cjeditor.canvas.announcing import announce
from cjeditor.canvas.capture.offers import Offer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cjeditor.canvas.ink import Ink
    from cjeditor.texts import Texts

_ROWS = 8
_MOST = 100
_NARROWEST, _WIDEST = 200, 340
_SIZE = 13
_PADDING = 10
_AROUND = 5
"""Pixels from the edge to the rows, the frame's line included."""

_BELOW = 6
_COLOURS = {"ground": "card", "line": "rule.strong", "text": "text", "chosen": "selection", "on": "on.primary"}
_STYLE = (
    "QListWidget {{ background: {ground}; color: {text}; border: 1px solid {line}; border-radius: 6px;"
    " padding: 4px; outline: none; }}"
    "QListWidget::item {{ padding: 4px 8px; border-radius: 4px; }}"
    "QListWidget::item:selected {{ background: {chosen}; color: {on}; }}"
)


class Completion(QListWidget):
    """Names to choose from, and last the way to a new one.

    Signals:
        chosen(Offer): one was chosen.
        current_told(str): what the keys are on now, for screen readers.
    """

    chosen = Signal(object)
    current_told = Signal(str)

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("completion")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMouseTracking(True)
        self._caret = QRect()
        self._walked = False
        self.set_ink(ink)
        self.itemClicked.connect(self._tell_chosen)
        self.currentItemChanged.connect(self._tell_current)
        self.hide()

    def set_ink(self, ink: Ink) -> None:
        """Take the colours and letters of a theme."""
        colours = {name: ink.colour(style).name() for name, style in _COLOURS.items()}
        self.setStyleSheet(_STYLE.format(**colours))
        self.setFont(ink.fonts.full("regular", _SIZE))

    def show_offers(self, offers: Sequence[Offer], new: str, title: str, words: Texts, *, begun: bool) -> None:
        """Show names.

        Args:
            offers: those that there are.
            new: the name that the last row makes; empty for none.
            title: what the list is called.
            words: the language of the window.
            begun: whether letters were typed; then Enter takes the first row, else it takes none yet.
        """
        self.setAccessibleName(title)
        self._walked = False
        self.blockSignals(True)
        self.clear()
        for offer in offers[:_MOST]:
            self._add(" ".join(offer.name.split()), offer)
        if new:
            text = {
                words.t("Channels"): words.t("New channel “{name}”", name=new),
                words.t("Personas"): words.t("New persona “{name}”", name=new),
            }[title]
            self._add(text, Offer(new))
        self.setCurrentRow(0 if begun else -1)
        self.blockSignals(False)
        self._tell_current()
        self._place()
        self.show()
        self.raise_()

    def stay_at(self, caret: QRect) -> None:
        """Stand under the cursor, given in pixels of the canvas; above it where there is no room below."""
        self._caret = caret
        if self.isVisible():
            self._place()

    @property
    def walked(self) -> bool:
        """Whether the keys went to another row since these names are shown."""
        return self._walked

    def step(self, by: int) -> None:
        """Go to another row, round at the ends."""
        self._walked = True
        count = self.count()
        row = self.currentRow()
        self.setCurrentRow((row + by) % count if row >= 0 else (0 if by > 0 else count - 1))

    def current(self) -> Offer | None:
        """Return what the keys are on."""
        if self.currentRow() < 0:
            return None
        offer: Offer = self.currentItem().data(Qt.ItemDataRole.UserRole)
        return offer

    def choose_current(self) -> bool:
        """Choose the row that the keys are on; return whether they are on one."""
        item = self.currentItem()
        if item is None:
            return False
        self._tell_chosen(item)
        return True

    def _add(self, text: str, offer: Offer) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, offer)
        self.addItem(item)

    def _place(self) -> None:
        canvas = self.parentWidget()
        if canvas is None or not self.count():
            return
        room = canvas.rect()
        width = self.sizeHintForColumn(0) + 2 * _AROUND
        if self.count() > _ROWS:
            width += self.verticalScrollBar().sizeHint().width()
        width = min(max(width, _NARROWEST), _WIDEST, room.width())
        height = min(self.count(), _ROWS) * self.sizeHintForRow(0) + 2 * _AROUND
        top = self._caret.bottom() + _BELOW
        if top + height > room.bottom():
            above = self._caret.top() - _BELOW - height
            top = above if above >= 0 else max(0, room.bottom() - height)
        left = max(0, min(self._caret.left() - _PADDING, room.right() - width))
        self.setGeometry(QRect(QPoint(left, top), self.size()))
        self.resize(width, height)

    def _tell_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _tell_current(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.current_told.emit(item.text())
            announce(self, item.text())
