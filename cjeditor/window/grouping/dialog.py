"""Looks for cards that say nearly the same, shows them group by group, and asks what is to be done with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, get_args

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from cjeditor.analysis.similar import NEARLY_THE_SAME, RELATED, Likeness
from cjeditor.model.edits.grouping import Way
from cjeditor.model.fields import LINE_LIMIT
from cjeditor.model.lookup import find_card, map_of
from cjeditor.model.project import Project
from cjeditor.model.table import find
from cjeditor.texts import N_, Texts
from cjeditor.window.deciding import beside_cancel
from cjeditor.window.fitting import fit
from cjeditor.window.grouping.tree import MOST_SHOWN, GroupTree, Member
from cjeditor.window.grouping.work import GroupingWork, Joined, to_compare
from cjeditor.window.plain import label

_WIDTH, _HEIGHT = 720, 620
_STEPS = 10
"""Of the slider, from nearly the same to related."""
_AT_FIRST = 5
_REST = 60
"""Milliseconds that the slider rests before the groups are shown anew."""

_WAYS: Final[dict[Way, tuple[str, str]]] = {
    "merge": (N_("Merge into one card each"), N_("Merge")),
    "gather": (N_("Put below each other"), N_("Put together")),
    "tag": (N_("Give a common tag"), N_("Give tags")),
}
"""What can be done: what it is called as a choice, and on the button."""


class GroupingDialog(QDialog):
    """The dialogue. It looks as soon as it is open.

    Signals:
        joined(Joined, str): the work is done in this way; the result waits to be put into the document.
    """

    joined = Signal(object, str)

    def __init__(
        self,
        project: Callable[[], Project],
        map_id: str,
        chosen: tuple[str, ...],
        words: Texts,
        parent: QWidget | None = None,
    ) -> None:
        """Ask.

        Args:
            project: gives the present state.
            map_id: the map whose cards are compared.
            chosen: the chosen cards; of fewer than two the whole map is looked at.
            words: of the window.
            parent: the window.
        """
        super().__init__(parent)
        self._project = project
        self._map_id = map_id
        self._chosen = chosen
        self._words = words
        self._likeness: Likeness | None = None
        self._members: dict[str, Member] = {}
        self.work = GroupingWork(self)
        self.setObjectName("grouping")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Group similar cards"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(9)
        layout.addLayout(self._where())
        layout.addLayout(self._how_alike())
        self.tree = GroupTree(words, self)
        layout.addWidget(self.tree, 1)
        self._said = label("", self)
        self._said.setObjectName("hint")
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(words.t("Progress"))
        self.progress.setTextVisible(False)
        layout.addWidget(self.progress)
        layout.addWidget(self._said)
        layout.addLayout(self._what())
        layout.addLayout(self._tag_line())
        layout.addWidget(self._buttons())
        self._connect()
        line = self.fontMetrics().height()
        fit(self, QSize(max(_WIDTH, 42 * line), max(_HEIGHT, 36 * line)))
        self._show_way()
        self._look()
        self.slider.setFocus()

    def _where(self) -> QHBoxLayout:
        words, line = self._words, QHBoxLayout()
        self.whole = QRadioButton(words.t("Whole map"), self)
        count = len(self._chosen)
        self.selection = QRadioButton(words.tn("Selection ({n} card)", "Selection ({n} cards)", count), self)
        self.thoughts = QCheckBox(words.t("Inbox and parking lot, too"), self)
        self.whole.setObjectName("whole")
        self.selection.setObjectName("selection")
        self.thoughts.setObjectName("thoughts")
        group = QButtonGroup(self)
        for button in (self.whole, self.selection):
            group.addButton(button)
            line.addWidget(button)
        several = count > 1
        self.selection.setVisible(several)
        (self.selection if several else self.whole).setChecked(True)
        self.thoughts.setVisible(bool(self._project().parked))
        line.addSpacing(16)
        line.addWidget(self.thoughts)
        line.addStretch(1)
        return line

    def _how_alike(self) -> QHBoxLayout:
        words, line = self._words, QHBoxLayout()
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName("how_alike")
        self.slider.setAccessibleName(words.t("How alike: from nearly the same to related"))
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(2)
        self.slider.setValue(_AT_FIRST)
        line.setSpacing(10)
        for part in (label(words.t("Nearly the same"), self), self.slider, label(words.t("Related"), self)):
            line.addWidget(part, 1 if part is self.slider else 0)
        return line

    def _what(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self._ways = QButtonGroup(self)
        self.ways: dict[Way, QRadioButton] = {}
        for way in get_args(Way):
            button = QRadioButton(self._words.t(_WAYS[way][0]), self)
            button.setObjectName(way)
            self._ways.addButton(button)
            self.ways[way] = button
            line.addWidget(button)
        line.addStretch(1)
        self.ways["merge"].setChecked(True)
        return line

    def _tag_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        self._tag_caption = label(self._words.t("Tag of this group"), self)
        self.tag = QLineEdit(self)
        self.tag.setObjectName("tag_of_group")
        self.tag.setMaxLength(LINE_LIMIT)
        self.tag.setAccessibleName(self._words.t("Tag of this group"))
        self._tag_caption.setBuddy(self.tag)
        line.addWidget(self._tag_caption)
        line.addWidget(self.tag, 1)
        return line

    def _buttons(self) -> QDialogButtonBox:
        self.accept_button = QPushButton(self)
        return beside_cancel(self, self.accept_button, self._join)

    def _connect(self) -> None:
        self.whole.toggled.connect(self._look)
        self.thoughts.toggled.connect(self._look)
        self.slider.valueChanged.connect(self._rest.start)
        self._rest.timeout.connect(self._show_groups)
        self._ways.buttonToggled.connect(self._show_way)
        self.tree.ticked.connect(self._count)
        self.tree.currentItemChanged.connect(self._show_tag)
        self.tag.textEdited.connect(self.tree.set_tag)
        self.work.found.connect(self._take_found)
        self.work.joined.connect(self._take_joined)
        self.work.share.connect(self._show_share)
        self.finished.connect(self.work.stop)

    def _look(self) -> None:
        """Compare the cards anew."""
        project = self._project()
        ids = None if self.whole.isChecked() else self._chosen
        texts, kinds = to_compare(project, self._map_id, ids, thoughts=self.thoughts.isChecked())
        places = self._places(project, texts)
        self._members = {one: Member(text, places[one]) for one, text in texts.items()}
        self._likeness = None
        self.tree.show_groups([], {})
        self._show_busy(self._words.t("Looking for similar cards…"))
        self.work.look(texts, kinds)

    def _places(self, project: Project, texts: dict[str, str]) -> dict[str, str]:
        """Return what tells where each of them is: a card's number, or inbox or parking lot."""
        journey_map, words = map_of(project, self._map_id), self._words
        found: dict[str, str] = {}
        for one in texts:
            card, thought = find_card(journey_map, one), find(project.parked, one)
            if card is not None:
                found[one] = str(card.number)
            elif thought is not None:
                found[one] = words.t("Inbox:") if thought.place == "inbox" else words.t("Parking lot:")
        return found

    def _take_found(self, found: Likeness) -> None:
        self._likeness = found
        self._show_busy("")
        self._show_groups()

    def _show_groups(self) -> None:
        if self._likeness is None:
            return
        at_least = NEARLY_THE_SAME - (NEARLY_THE_SAME - RELATED) * self.slider.value() / _STEPS
        groups = self._likeness.groups(at_least)
        self._left_out = max(0, len(groups) - MOST_SHOWN)
        self.tree.show_groups(groups, self._members)
        self._show_tag()

    def _show_way(self) -> None:
        way = self._way()
        self.accept_button.setText(self._words.t(_WAYS[way][1]))
        for part in (self._tag_caption, self.tag):
            part.setVisible(way == "tag")
        self.tree.show_tags(way == "tag")
        self._show_tag()

    def _way(self) -> Way:
        return next((way for way, button in self.ways.items() if button.isChecked()), "merge")

    def _show_tag(self) -> None:
        self.tag.setText(self.tree.tag())

    def _count(self) -> None:
        """Say how much is ticked."""
        groups, words = self.tree.groups(), self._words
        self.accept_button.setEnabled(bool(groups) and not self.work.busy)
        if self._likeness is None:
            return
        if not self.tree.topLevelItemCount():
            self._said.setText(words.t("No cards are so much alike. Move the slider towards “Related”."))
            return
        cards = words.tn("{n} card", "{n} cards", sum(len(each.ids) for each in groups))
        said = words.tn(
            "One group with {cards} is ticked.", "{n} groups with {cards} are ticked.", len(groups), cards=cards
        )
        if self._left_out:
            more = words.number(self._left_out)
            said += " " + words.t("{n} smaller groups are not shown.", n=more)
        self._said.setText(said)

    def _join(self) -> None:
        groups = self.tree.groups()
        if groups and not self.work.busy:
            self._show_busy(self._words.t("Working…"))
            self.work.join(self._project(), self._map_id, groups, self._way())

    def _take_joined(self, result: Joined) -> None:
        way = self._way()
        self.accept()
        self.joined.emit(result, way)

    def _show_busy(self, text: str) -> None:
        """Show that something is being done, or with an empty text that nothing is."""
        self.progress.setVisible(bool(text))
        self.progress.setRange(0, 100)
        self.progress.setValue(0)
        self._said.setText(text)
        if text:
            self.accept_button.setEnabled(False)

    def _show_share(self, share: float) -> None:
        self.progress.setValue(round(100 * share))
