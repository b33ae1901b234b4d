"""Asks for a card by its number, and says which one that is while the number is typed."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import cards, known
from cjeditor.texts import Texts
from cjeditor.window.plain import label, shortened

_MOST_DIGITS = 7
_LONGEST_TITLE, _LONGEST_PHASE = 90, 60
_WIDTH = 440
"""Pixels at 100 %."""


class CardDialog(QDialog):
    """One field, and below it the card that is meant.

    Signals:
        chosen(int): the number of a card that is there.
    """

    chosen = Signal(int)

    def __init__(self, journey: JourneyMap, words: Texts, parent: QWidget, *, without: str = "") -> None:
        """Ask.

        Args:
            journey: the map with the cards.
            words: of the window.
            parent: the window.
            without: the id of a card that cannot be meant.
        """
        super().__init__(parent)
        self._journey = journey
        self._words = words
        self._cards = {card.number: card for card in cards(journey) if card.id != without}
        self.setMinimumWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        asked = label(words.t("Card number"), self)
        layout.addWidget(asked)
        self.number = QLineEdit(self)
        self.number.setObjectName("card_number")
        self.number.setAccessibleName(words.t("Card number"))
        digits = QRegularExpression(rf"\s*[0-9]{{0,{_MOST_DIGITS}}}\s*")
        self.number.setValidator(QRegularExpressionValidator(digits, self.number))
        asked.setBuddy(self.number)
        layout.addWidget(self.number)
        self.told = label("", self)
        self.told.setObjectName("hint")
        self.told.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 2)
        layout.addWidget(self.told)
        layout.addStretch(1)
        standard = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)
        layout.addWidget(self._buttons)
        self.number.textChanged.connect(self._tell)
        self._tell()
        self.number.setFocus()

    def _meant(self) -> Card | None:
        typed = self.number.text().strip()
        return self._cards.get(int(typed)) if typed else None

    def _tell(self) -> None:
        """Say which card it is."""
        card, typed = self._meant(), self.number.text().strip()
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(card is not None)
        said = ""
        if card is not None:
            said = f"{self._title(card)}\n{self._phase(card)}"
        elif typed:
            said = self._words.t("There is no card {number}.", number=int(typed))
        self.told.setText(said)
        self.number.setAccessibleDescription(said)

    def _title(self, card: Card) -> str:
        text = card.title if isinstance(card, Touchpoint) else card.text
        return shortened(text.strip(), _LONGEST_TITLE) or self._words.t("Untitled")

    def _phase(self, card: Card) -> str:
        step = known(self._journey.steps, card.step)
        phase = known(self._journey.phases, step.phase)
        names = [shortened(one.name.strip(), _LONGEST_PHASE) for one in (phase, step) if one.name.strip()]
        return " · ".join(names) or self._words.t("Untitled")

    def _accept(self) -> None:
        card = self._meant()
        if card is not None:
            self.accept()
            self.chosen.emit(card.number)
