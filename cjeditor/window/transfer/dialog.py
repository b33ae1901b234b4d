"""Asks which map cards go to, whether they stay here as well, and where on that map they lie."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cjeditor.model.edits.transfer import lost_links
from cjeditor.model.lookup import card, map_of, ordered
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.deciding import beside_cancel
from cjeditor.window.fitting import fit, scrolling
from cjeditor.window.plain import label, shortened
from cjeditor.window.transfer.asked import NEW_MAP, Transfer, route
from cjeditor.window.transfer.places import PlaceRows

_WIDTH, _HEIGHT = 620, 460
_MOST_LINKS = 4


class TransferDialog(QDialog):
    """The dialogue.

    Signals:
        confirmed(Transfer): this is wanted.
    """

    confirmed = Signal(object)

    def __init__(
        self,
        project: Project,
        asked: Transfer,
        words: Texts,
        parent: QWidget | None = None,
    ) -> None:
        """Ask.

        Args:
            project: as it is now.
            asked: what is wanted so far; its target is chosen at first.
            words: of the window.
            parent: the window.
        """
        super().__init__(parent)
        self._project = project
        self._asked = asked
        self._words = words
        self.setObjectName("transfer")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Move to another map"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        self.maps = self._maps()
        layout.addLayout(self._head())
        layout.addLayout(self._ways())
        layout.addSpacing(4)
        layout.addWidget(label(words.t("Where do the cards go on that map?"), self))
        self.rows = PlaceRows(words, self)
        layout.addWidget(scrolling(self.rows, self), 1)
        self._said = label("", self)
        self._said.setObjectName("hint")
        layout.addWidget(self._said)
        layout.addWidget(self._buttons())
        self.maps.currentIndexChanged.connect(self._show_places)
        self.copying.toggled.connect(self._show_way)
        self._show_places()
        self._show_way()
        line = self.fontMetrics().height()
        fit(self, QSize(max(_WIDTH, 36 * line), max(_HEIGHT, 27 * line)))
        self.maps.setFocus()

    def transfer(self) -> Transfer:
        """Return what is wanted now."""
        chosen = self.rows.chosen()
        source = map_of(self._project, self._asked.map_id)
        lanes = {each.id for each in source.lanes}
        return Transfer(
            self._asked.map_id,
            self._asked.ids,
            self.maps.currentData(),
            self.copying.isChecked(),
            {one: place for one, place in chosen.items() if one not in lanes},
            {one: place for one, place in chosen.items() if one in lanes},
        )

    def _maps(self) -> QComboBox:
        words, maps = self._words, QComboBox(self)
        maps.setObjectName("target")
        maps.setAccessibleName(words.t("Map"))
        maps.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        maps.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for each in ordered(self._project.maps):
            if each.id != self._asked.map_id:
                maps.addItem(shortened(each.title).strip() or words.t("Untitled"), each.id)
        maps.addItem(words.t("A new map"), NEW_MAP)
        maps.setCurrentIndex(max(0, maps.findData(self._asked.target)))
        return maps

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        caption = label(self._words.t("Map"), self)
        caption.setBuddy(self.maps)
        line.addWidget(caption)
        line.addWidget(self.maps, 1)
        return line

    def _ways(self) -> QHBoxLayout:
        words, line, count = self._words, QHBoxLayout(), len(self._asked.ids)
        self.moving = QRadioButton(words.tn("Move the card", "Move {n} cards", count), self)
        self.moving.setObjectName("move")
        self.copying = QRadioButton(words.tn("Copy the card", "Copy {n} cards", count), self)
        self.copying.setObjectName("copy")
        group = QButtonGroup(self)
        for button in (self.moving, self.copying):
            group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        (self.copying if self._asked.copies else self.moving).setChecked(True)
        return line

    def _buttons(self) -> QDialogButtonBox:
        self.accept_button = QPushButton(self)
        return beside_cancel(self, self.accept_button, self._confirm)

    def _show_places(self) -> None:
        project, asked, target = self._project, self._asked, self.maps.currentData()
        found = route(project, asked.map_id, asked.ids, target)
        there = None if target == NEW_MAP else map_of(project, target)
        self.rows.show_route(map_of(project, asked.map_id), there, asked.ids, found)

    def _show_way(self) -> None:
        words, copies = self._words, self.copying.isChecked()
        self.accept_button.setText(words.t("Copy") if copies else words.t("Move"))
        self._said.setText("" if copies else self._lost())
        self._said.setVisible(bool(self._said.text()))

    def _lost(self) -> str:
        """Return which links cannot go along."""
        source = map_of(self._project, self._asked.map_id)
        lost = lost_links(self._project, source.id, self._asked.ids)
        if not lost:
            return ""
        named = []
        for each in lost[:_MOST_LINKS]:
            ends = f"{card(source, each.source).number} → {card(source, each.target).number}"
            label_of = self._words.t("{ends} “{name}”", ends=ends, name=shortened(each.label, 24))
            named.append(label_of if each.label.strip() else ends)
        if len(lost) > _MOST_LINKS:
            named.append(self._words.t("{n} more", n=self._words.number(len(lost) - _MOST_LINKS)))
        names = ", ".join(named)
        return self._words.tn(
            "One link will be lost, since its other end stays here: {names}.",
            "{n} links will be lost, since their other ends stay here: {names}.",
            len(lost),
            names=names,
        )

    def _confirm(self) -> None:
        wanted = self.transfer()
        self.accept()
        self.confirmed.emit(wanted)
