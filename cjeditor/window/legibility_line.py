"""Says how large the smallest letters on paper will be, and offers what helps where they are too small."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cjeditor.export.legibility import reading_distance
from cjeditor.texts import Texts
from cjeditor.window.plain import label

_MOST = 3
"""Remedies that are offered."""


class LegibilityLine(QWidget):
    """A sentence, and below it a button for each remedy. Any dialogue for something on paper may show it.

    Signals:
        wanted(int): this remedy, counted from 0.
    """

    wanted = Signal(int)

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._sentence = ""
        self.said = label("", self)
        self.said.setObjectName("legibility")
        # Room for two lines from the beginning: what is said comes late, and would else be cut at first.
        self.said.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing())
        self.buttons = [self._button(number) for number in range(_MOST)]
        self._handlers = (self._first, self._second, self._third)
        for button, handler in zip(self.buttons, self._handlers, strict=True):
            button.clicked.connect(handler)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.said)
        for button in self.buttons:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_busy(self) -> None:
        """Say that it is being worked out."""
        self._sentence = self._words.t("Working out how large the letters will be…")
        self.show_remedies(())

    def show_letters(self, smallest: float, least: float, *, is_legible: bool, shortened: int = 0) -> None:
        """Say how large the smallest letters are, in points, how large they should be, and how many texts are cut."""
        words = self._words
        if not smallest:
            self._sentence = ""
            self.said.setText("")
            return
        said = words.t(
            "Smallest letters {points} pt, to be read from {metres} m.",
            points=words.number(smallest, 1),
            metres=words.number(reading_distance(smallest), 1),
        )
        verdict = words.t("That is large enough.") if is_legible else self._too_small(least)
        if shortened:
            verdict += " " + words.tn(
                "{n} text in the overview is shortened; it is whole on larger paper, and in the tables.",
                "{n} texts in the overview are shortened; they are whole on larger paper, and in the tables.",
                shortened,
            )
        # A number and its unit stay on one line.
        self._sentence = f"{said} {verdict}".replace(" pt", "\u00a0pt")
        self.said.setText(self._sentence)

    def show_searching(self) -> None:
        """Say that what helps is being looked for."""
        self.said.setText(f"{self._sentence} {self._words.t('Looking for what helps…')}")

    def show_remedies(self, texts: Sequence[str]) -> None:
        """Offer the first three of these below what was said of the letters; none hides the buttons."""
        self.said.setText(f"{self._sentence} {self._words.t('This helps:')}" if texts else self._sentence)
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(texts))
            button.setText(texts[number] if number < len(texts) else "")

    def _too_small(self, least: float) -> str:
        words = self._words
        points, metres = words.number(least, 0), words.number(reading_distance(least), 1)
        return words.t("Too small: it should be {points} pt, for {metres} m.", points=points, metres=metres)

    def _button(self, number: int) -> QPushButton:
        made = QPushButton(self)
        made.setObjectName(f"remedy_{number}")
        made.setAutoDefault(False)
        made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        made.hide()
        return made

    def _first(self) -> None:
        self.wanted.emit(0)

    def _second(self) -> None:
        self.wanted.emit(1)

    def _third(self) -> None:
        self.wanted.emit(2)
