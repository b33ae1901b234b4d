"""The field for the ratings of a group: typed in a row, or counted by a click for each hand that goes up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from cjeditor.analysis.ratings import counts, figures, in_words
from cjeditor.texts import Texts
from cjeditor.window.plain import label, tooltip_text
from cjeditor.window.properties.field import SEVERAL, Unreadable
from cjeditor.window.properties.number_fields import NumbersField
from cjeditor.window.properties.numerals import read_number
from cjeditor.wording import plain

_LEVELS = (-2, -1, 0, 1, 2)
_LONGEST_SAID = 40


class LevelButton(QToolButton):
    """Counts the ratings of one level; Enter presses it as the space bar does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class RatingsField(NumbersField):
    """Ratings from −2 to +2: a line to type them, a button a level that adds one, and what they say together."""

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words)
        self.edit.setObjectName("ratings_line")
        self.edit.setToolTip(tooltip_text(words.t("One number from −2 to +2 a person, with spaces between")))
        self.levels: list[QToolButton] = []
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for level in _LEVELS:
            button = LevelButton()
            button.setObjectName("rating_level")
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolTip(tooltip_text(words.t("One more rates {level}", level=words.signed(level))))
            button.clicked.connect(self._count)
            line.addWidget(button, 1)
            self.levels.append(button)
        self.add_control(row)
        self.said = label("", self)
        self.said.setObjectName("quiet")
        self.add_control(self.said)
        self.edit.textChanged.connect(self._tell)
        self._tell()

    def number_in(self, part: str) -> int:
        """Return the rating that stands there; raises Unreadable, and says what a rating can be."""
        number = read_number(part, self.words.language)
        if number is None:
            said = plain(part, _LONGEST_SAID)
            raise Unreadable(self.words.t("“{text}” is no rating. Write whole numbers from −2 to +2.", text=said))
        return super().number_in(part)

    def _count(self) -> None:
        """Add the rating of the button that was clicked."""
        level = _LEVELS[self.levels.index(self.sender())]  # type: ignore[arg-type]  # one of ours sent it
        text = self.edit.text().rstrip(" ,;")
        shown = self.words.signed(level)
        self.edit.setText(f"{text}, {shown}" if text else shown)
        self.settle()

    def _tell(self) -> None:
        """Say what the ratings in the line are together, and how often each level was given."""
        words, ratings = self.words, self._ratings()
        found = figures(ratings)
        self.said.setText("" if found is None else in_words(found, words))
        self.said.setVisible(found is not None)
        for button, level, count in zip(self.levels, _LEVELS, counts(ratings), strict=True):
            shown = words.signed(level)
            button.setText(f"{shown} · {count}" if count else shown)
            button.setAccessibleName(words.t("Ratings of {level}: {n}", level=shown, n=count))
            button.setEnabled(self.edit.placeholderText() == "")

    def _ratings(self) -> tuple[int, ...]:
        try:
            found = self.value()
        except Unreadable:
            return ()
        if found is SEVERAL or not isinstance(found, tuple):
            return ()
        return tuple(one for one in found if one in _LEVELS)
