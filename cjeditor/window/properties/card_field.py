"""A field for a card, and the control it is typed in: number or title, with what fits offered below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter

from cjeditor.model.cards import Card
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import find_card
from cjeditor.texts import Texts
from cjeditor.window.plain import tooltip_text
from cjeditor.window.properties.card_names import card_name, card_names, meant_card
from cjeditor.window.properties.field import SEVERAL, Field, Unreadable
from cjeditor.window.properties.text_edit import LineEdit
from cjeditor.wording import plain

_LONGEST_SAID = 60


class CardEdit(LineEdit):
    """A line in which a card is named. The names are listed when the focus comes, not with every edit of the map.

    Signals:
        settled(): Enter, or one of the offered names was chosen.
    """

    settled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._map: JourneyMap | None = None
        self._listed: JourneyMap | None = None
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self.settled, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(completer)
        names = completer.popup()
        if names is not None:
            names.setObjectName("offered_names")
            names.setTextElideMode(Qt.TextElideMode.ElideRight)
            names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            # Qt makes the list six pixels higher than its rows: border and padding take them, no row shows by half.
            names.setStyleSheet("QListView { padding: 2px 0; outline: none; } QListView::item { padding: 4px 7px; }")
        self.returnPressed.connect(self.settled)

    def look_at(self, journey_map: JourneyMap) -> None:
        """Name the cards of this map."""
        self._map = journey_map
        if self.hasFocus():
            self._list()

    def card(self, words: Texts) -> Card:
        """Return the card that is named.

        Raises:
            Unreadable: there is no such card, or more than one.
        """
        typed = self.text()
        found = meant_card(self._map, typed) if self._map is not None else None
        if found is None:
            text = plain(typed, _LONGEST_SAID)
            raise Unreadable(words.t("No single card matches “{text}”. Write the number of a card.", text=text))
        return found

    def _list(self) -> None:
        if self._map is not None and self._map is not self._listed:
            self._listed = self._map
            self._names.setStringList(card_names(self._map))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """List the names."""
        self._list()
        super().focusInEvent(event)


class CardField(Field):
    """One end of a link."""

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words)
        self._map: JourneyMap | None = None
        self.edit = CardEdit(name)
        self.add_control(self.edit)
        self.edit.textEdited.connect(self.take)
        self.edit.settled.connect(self._settle)
        self.edit.editingFinished.connect(self._spell_out)

    def look_at(self, journey_map: JourneyMap, ids: Sequence[str]) -> None:  # noqa: ARG002  as every field is asked
        """Name the cards of this map."""
        self._map = journey_map
        self.edit.look_at(journey_map)

    def put(self, value: object) -> None:
        """Show a card."""
        self.edit.setPlaceholderText(self.words.t("several values") if value is SEVERAL else "")
        card = find_card(self._map, value) if self._map is not None and isinstance(value, str) else None
        name = card_name(card) if card is not None else ""
        self.edit.setText(name)
        self.edit.setToolTip(tooltip_text(name))
        self.edit.setCursorPosition(0)

    def draft(self) -> str | None:
        """Return what is typed."""
        return self.edit.text()

    def set_draft(self, text: str) -> None:
        """Put it back."""
        self.edit.setText(text)
        self.take()

    def value(self) -> object:
        """Return the id of the card that is named."""
        return self.edit.card(self.words).id

    def _settle(self) -> None:
        self.take()
        self._spell_out()

    def _spell_out(self) -> None:
        """Show the title beside the number that was typed."""
        if self.edit.text() and not self.problem():
            self.put(self.edit.card(self.words).id)
