"""The cards that an action is for, or the touchpoints that come of it: shown, added from the map, taken away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cjeditor.window.action_list.reading import ActionReading
from cjeditor.window.icons import Icons
from cjeditor.window.key_button import KeyButton, icon_button
from cjeditor.window.plain import label, menu_text, tooltip_text

_LONGEST = 60


class ActionCards(QWidget):
    """A list of cards; below it a button that adds those chosen on the map.

    Signals:
        card_wanted(str): this card should be shown on the map.
        removed(str): this card should be no longer named.
        selection_wanted(): those chosen on the map should be named, too.
    """

    card_wanted = Signal(str)
    removed = Signal(str)
    selection_wanted = Signal()

    def __init__(self, name: str, title: str, add: str, icons: Icons, parent: QWidget) -> None:
        """Make it.

        Args:
            name: its object name.
            title: what the cards are, in the person's language.
            add: what the button says.
            icons: where icons come from.
            parent: what it stands in.
        """
        super().__init__(parent)
        self._icons = icons
        self._title = title
        self._shown: list[tuple[str, str]] = []
        self._rows: list[QWidget] = []
        self.setObjectName(name)
        self.setAccessibleName(title)
        heading = label(title, self)
        heading.setObjectName("section")
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.add = QPushButton(menu_text(add), self)
        self.add.setObjectName(f"{name}_add")
        self.add.setProperty("quiet", True)
        self.add.clicked.connect(self.selection_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_cards(self, ids: Sequence[str], reading: ActionReading) -> None:
        """Show these cards."""
        wanted = [(one, reading.card(one)) for one in ids]
        if wanted == self._shown:
            return
        self._shown = wanted
        for row in self._rows:
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        self._rows = [self._row(one, said, reading) for one, said in wanted]
        for row in self._rows:
            self._list.addWidget(row)

    def buttons(self) -> list[QPushButton]:
        """Return the buttons that lead to the cards, in their order."""
        return [row.findChildren(QPushButton)[0] for row in self._rows]

    def removers(self) -> list[KeyButton]:
        """Return the buttons that take the cards away, in their order."""
        return [row.findChildren(KeyButton)[0] for row in self._rows]

    def _row(self, card_id: str, said: str, reading: ActionReading) -> QWidget:
        row = QWidget(self)
        short = said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"
        go = QPushButton(menu_text(short), row)
        go.setObjectName("action_card")
        go.setProperty("card", card_id)
        go.setToolTip(tooltip_text(said))
        go.setAccessibleName(reading.words.t("Show card {card}", card=said))
        go.setMinimumWidth(1)
        go.clicked.connect(self._go)
        away = icon_button(
            self._icons, "action_card_away", "x", reading.words.t("Take card {card} away", card=said), row
        )
        away.setProperty("card", card_id)
        away.clicked.connect(self._take_away)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(go, 1)
        line.addWidget(away)
        return row

    def _go(self) -> None:
        self.card_wanted.emit(str(self.sender().property("card")))

    def _take_away(self) -> None:
        self.removed.emit(str(self.sender().property("card")))
