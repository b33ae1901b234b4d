"""What is looked for among the actions: words, whose they are, their state, those of oneself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from cjeditor.catalogue import action_terms
from cjeditor.layout.theme import Theme
from cjeditor.texts import Texts
from cjeditor.window.action_list.listing import UNFINISHED, Filter
from cjeditor.window.house import House
from cjeditor.window.plain import shortened
from cjeditor.window.properties.choice import Choice
from cjeditor.window.search_field import SearchField

_ANYBODY = 0


class FilterBar(QWidget):
    """The filter of one table.

    Signals:
        changed(): something else is looked for.
    """

    changed = Signal()

    def __init__(self, house: House, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words = house.words
        self._defaults = house.preferences.defaults
        theme = house.appearance.theme
        self.field = SearchField(
            words, house.icons, theme, self, hint=words.t("Find actions"), name=words.t("Find actions")
        )
        self.field.setObjectName("action_search")
        self.owner = Choice(words.t("Owner"))
        self.owner.setObjectName("action_owner")
        self.status = Choice(words.t("Status"))
        self.status.setObjectName("action_status")
        self.mine = QCheckBox(words.t("Mine"), self)
        self.mine.setObjectName("action_mine")
        self._offer_statuses(words)
        self.offer_owners(())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.field, 3)
        line.addWidget(self.owner, 2)
        line.addWidget(self.status, 2)
        line.addWidget(self.mine)
        self.field.setMinimumWidth(90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field.textChanged.connect(self.changed)
        self.owner.currentIndexChanged.connect(self.changed)
        self.status.currentIndexChanged.connect(self.changed)
        self.mine.toggled.connect(self._take_mine)

    @property
    def wanted(self) -> Filter:
        """What is looked for."""
        owner = self.owner.currentData() if self.owner.currentIndex() > _ANYBODY else None
        if self.mine.isChecked():
            owner = self._defaults.author
        return Filter(self.field.text(), owner, self.status.currentData() or "")

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.field.set_theme(theme)

    def offer_owners(self, names: Sequence[str]) -> None:
        """Offer these owners, anybody and nobody."""
        words, before = self._words, self.owner.currentData()
        entries = [(words.t("All owners"), None), *((shortened(name), name) for name in names)]
        entries.append((words.t("Without owner"), ""))
        if [(self.owner.itemText(at), self.owner.itemData(at)) for at in range(self.owner.count())] != entries:
            blocker = QSignalBlocker(self.owner)
            self.owner.clear()
            for text, name in entries:
                self.owner.addItem(text, name)
            self.owner.setCurrentIndex(max(_ANYBODY, self.owner.findData(before)) if before is not None else _ANYBODY)
            blocker.unblock()
        self.mine.setVisible(bool(self._defaults.author))

    def clear(self) -> None:
        """Look for nothing: all actions are listed."""
        self.field.clear()
        self.owner.setCurrentIndex(_ANYBODY)
        self.status.setCurrentIndex(0)
        self.mine.setChecked(False)

    def _offer_statuses(self, words: Texts) -> None:
        self.status.addItem(words.t("Every status"), "")
        self.status.addItem(words.t("Still to do"), UNFINISHED)
        for key, name in action_terms.STATUSES.items():
            self.status.addItem(words.t(name), key)

    def _take_mine(self, mine: bool) -> None:
        self.owner.setEnabled(not mine)
        self.changed.emit()
