"""The links of a card in its form: each with its label and hand-off, and a line to lead another one to a card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cjeditor.model.cards import Link
from cjeditor.model.ids import new_id
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import find_card
from cjeditor.model.replace import make
from cjeditor.texts import Texts
from cjeditor.window.plain import label
from cjeditor.window.properties.card_field import CardEdit
from cjeditor.window.properties.card_names import card_name
from cjeditor.window.properties.field import SEVERAL, Unreadable
from cjeditor.window.properties.records_field import NestedKind, RecordsField
from cjeditor.window.properties.shared import Nested, Spread


class LinksField(RecordsField):
    """The links from and to one card. For several cards there is nothing to edit here."""

    def __init__(self, key: str, name: str, words: Texts, *, kind: NestedKind) -> None:
        super().__init__(key, name, words, kind=kind)
        self._map: JourneyMap | None = None
        self._card = ""
        self._hint = label(words.t("Select a single card to edit its links."), self)
        self._hint.setObjectName("quiet")
        self._hint.setMinimumWidth(1)
        self._adding = QWidget()
        self.target = CardEdit(words.t("Link to card"))
        self.target.setPlaceholderText(words.t("Number or title"))
        self.link_button = QPushButton(words.t("Connect"))
        self.link_button.setAccessibleName(words.t("Link to card"))
        self.link_button.setEnabled(False)
        line = QHBoxLayout(self._adding)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.target, 1)
        line.addWidget(self.link_button)
        self.add_control(self._adding)
        self.add_control(self._hint)
        self._adding.setFocusProxy(self.target)
        self.setFocusProxy(self.target)
        self.target.textChanged.connect(self._typed)
        self.target.settled.connect(self._link)
        self.link_button.clicked.connect(self._link)

    def look_at(self, journey_map: JourneyMap, ids: Sequence[str]) -> None:
        """Take note of the card and of how the other ones are called."""
        self._map = journey_map
        self._card = ids[0] if ids else ""
        self.target.look_at(journey_map)
        for entry in self.entries:
            entry.show_heading(self.heading_of(entry.record))

    def begin(self) -> None:
        """Forget what was typed for another card."""
        super().begin()
        self.target.clear()

    def put(self, value: object) -> None:
        """Show the links."""
        super().put(value)
        self._adding.setVisible(value is not SEVERAL)
        self._hint.setVisible(value is SEVERAL)

    def heading_of(self, record: Nested) -> str:
        """Return where a link leads or comes from."""
        if self._map is None or not isinstance(record, Link):
            return ""
        leaves = record.source == self._card
        other = find_card(self._map, record.target if leaves else record.source)
        return f"{'→' if leaves else '←'} {card_name(other) if other is not None else ''}"

    def drafts(self) -> Mapping[str, str]:
        """Return what is typed for a new link, too."""
        typed = self.target.text()
        return {**super().drafts(), **({"": typed} if typed else {})}

    def set_drafts(self, drafts: Mapping[str, str]) -> None:
        """Put it back."""
        super().set_drafts(drafts)
        self.target.setText(drafts.get("", self.target.text()))

    def _typed(self) -> None:
        self.link_button.setEnabled(bool(self.target.text().strip()))
        self.tell("")

    def _link(self) -> None:
        if not self.target.text().strip():
            return
        try:
            target = self.target.card(self.words)
        except Unreadable as unreadable:
            self.tell(str(unreadable))
            return
        link_id = new_id(self._kind.prefix)
        self.want(Spread(make(Link, id=link_id, source=self._card, target=target.id), (), (link_id,)))
        if not self.problem():
            self.refresh_wanted.emit()
            self.target.clear()
            self.target.setFocus(Qt.FocusReason.OtherFocusReason)
