"""What only some of the chosen records hold: each text with two buttons, one gives it to all, one takes it from all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cjeditor.texts import Texts
from cjeditor.window.button_row import ButtonRow
from cjeditor.window.elided_label import ElidedLabel
from cjeditor.window.plain import label
from cjeditor.wording import plain

_MOST = 12
_LONGEST = 200


class PartlyHeld(QWidget):
    """The rows; hidden where there is nothing to say.

    Signals:
        given(str): all records should have this text.
        dropped(str): none should.
    """

    given = Signal(str)
    dropped = Signal(str)

    def __init__(self, name: str, words: Texts) -> None:
        super().__init__()
        self._name = name
        self._words = words
        self._shown: tuple[Sequence[tuple[str, int]], int] = ((), 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(2)
        self._rows: list[QWidget] = []
        self.hide()

    def show_parts(self, parts: Sequence[tuple[str, int]], count: int) -> None:
        """Show texts, each with the number of the `count` records that hold it."""
        if (parts, count) == self._shown:
            return
        self._shown = (parts, count)
        for row in self._rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [self._row(text, some, count) for text, some in parts[:_MOST]]
        if len(parts) > _MOST:
            more = label(self._words.tn("and {n} more", "and {n} more", len(parts) - _MOST), self)
            more.setObjectName("quiet")
            self._rows.append(more)
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(self._rows))

    def _row(self, text: str, some: int, count: int) -> QWidget:
        words = self._words
        row = PartRow(text)
        shown = ElidedLabel()
        shown.show_text(words.t("{text} · in {some} of {all}", text=plain(text, _LONGEST), some=some, all=count))
        # Beside the buttons nothing would be left of a name.
        lines = QVBoxLayout(row)
        lines.setContentsMargins(2, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(shown)
        buttons = ButtonRow()
        lines.addWidget(buttons)
        for name, asked in ((words.t("Apply to all"), row.give), (words.t("Remove"), row.drop)):
            button = QPushButton(name)
            button.setProperty("quiet", True)
            button.setAccessibleName(f"{self._name}: {plain(text, _LONGEST)}: {name}")
            button.clicked.connect(asked)
            buttons.add(button)
        row.given.connect(self.given)
        row.dropped.connect(self.dropped)
        return row


class PartRow(QWidget):
    """One of the texts.

    Signals:
        given(str), dropped(str): as of the whole.
    """

    given = Signal(str)
    dropped = Signal(str)

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def give(self) -> None:
        """Ask for it to be given to all."""
        self.given.emit(self._text)

    def drop(self) -> None:
        """Ask for it to be taken from all."""
        self.dropped.emit(self._text)
