"""Whose guidance a phase takes: a list of all frameworks' phases, and words for a phase of one's own making."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjeditor.catalogue.frameworks import frameworks
from cjeditor.texts import Texts
from cjeditor.window.guide.prose import Prose
from cjeditor.window.plain import label
from cjeditor.window.properties.choice import Choice

_KEYS = Qt.ItemDataRole.UserRole


class Source(QWidget):
    """A sentence where the phase has no guidance, and the choice of one.

    Signals:
        chosen(str, str): framework and phase whose guidance is wanted; both empty for none.
    """

    chosen = Signal(str, str)

    def __init__(self, words: Texts) -> None:
        super().__init__()
        self._words = words
        self.notice = Prose(words.language)
        self.notice.show_text(
            words.t(
                "This phase is of your own making, so no framework has guidance for it. "
                "You can borrow the guidance of another phase."
            )
        )
        self.choice = Choice(words.t("Guidance from"))
        self.choice.setObjectName("guide_source")
        name = label(words.t("Guidance from"), self)
        name.setObjectName("quiet")
        name.setBuddy(self.choice)
        name.setMinimumWidth(1)
        self.choice.setModel(self._entries())
        self.choice.activated.connect(self._activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.notice)
        column.addWidget(name)
        column.addWidget(self.choice)

    def show_source(self, framework: str | None, framework_phase: str | None, *, known: bool) -> None:
        """Show where the guidance comes from; `known` is whether the catalogue has any."""
        self.notice.setHidden(known)
        keys = (framework or "", framework_phase or "") if known else ("", "")
        self.choice.setCurrentIndex(next(row for row in range(self.choice.count()) if self._keys(row) == keys))

    def _entries(self) -> QStandardItemModel:
        """Return frameworks as headings with their phases below, after the entry for none."""
        language = self._words.language
        model = QStandardItemModel(self)
        none = QStandardItem(self._words.t("no framework"))
        none.setData(("", ""), _KEYS)
        model.appendRow(none)
        for one in frameworks():
            heading = QStandardItem(one.name.in_language(language))
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            font = QFont(self.font())
            font.setWeight(QFont.Weight.Bold)
            heading.setFont(font)
            model.appendRow(heading)
            for phase in one.phases:
                entry = QStandardItem(phase.name.in_language(language))
                entry.setData((one.key, phase.key), _KEYS)
                model.appendRow(entry)
        return model

    def _keys(self, row: int) -> tuple[str, str] | None:
        found = self.choice.itemData(row, _KEYS)
        return (str(found[0]), str(found[1])) if isinstance(found, tuple | list) else None

    def _activated(self, row: int) -> None:
        keys = self._keys(row)
        if keys is not None:
            self.chosen.emit(*keys)
