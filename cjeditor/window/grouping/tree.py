"""The proposed groups with what is in them, each to be ticked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from cjeditor.analysis.similar import common_word
from cjeditor.model.edits.grouping import Group
from cjeditor.texts import Texts
from cjeditor.window.plain import shortened, tooltip_text

MOST_SHOWN = 300
"""Groups that are proposed at once, the largest first: nobody looks through more."""

_ID = Qt.ItemDataRole.UserRole
_LONGEST = 110


class Member(NamedTuple):
    """What stands in a group: its text, and what tells where it is (a card's number, or the inbox)."""

    text: str
    place: str


class GroupTree(QTreeWidget):
    """The groups.

    Signals:
        ticked(): other groups, or members of them, are ticked.
    """

    ticked = Signal()

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._tags: dict[tuple[str, ...], str] = {}
        self._with_tags = False
        self._left_out: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.ticked)
        self.setObjectName("groups")
        self.setAccessibleName(words.t("Groups of similar cards"))
        self.setHeaderLabels([words.t("Groups of similar cards")])
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemChanged.connect(self._take_tick)

    def show_groups(self, groups: Sequence[tuple[str, ...]], members: Mapping[str, Member]) -> None:
        """Show these groups, ticked but for what people have taken out of a group before."""
        blocker = QSignalBlocker(self)
        self.clear()
        tops = []
        for ids in groups[:MOST_SHOWN]:
            top = QTreeWidgetItem()
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
            top.setData(0, _ID, ids)
            self._tags.setdefault(ids, common_word(members[one].text for one in ids))
            self._name(top)
            for one in ids:
                child = QTreeWidgetItem(top)
                text = shortened(members[one].text, _LONGEST)
                child.setText(0, f"{members[one].place}  {text}")
                child.setToolTip(0, tooltip_text(members[one].text))
                child.setData(0, _ID, one)
                child.setFlags(child.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                ticked = one not in self._left_out
                child.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            tops.append(top)
        self.addTopLevelItems(tops)
        self.expandAll()
        if tops:
            self.setCurrentItem(tops[0])
        blocker.unblock()
        self._soon.stop()
        self.ticked.emit()

    def show_tags(self, shown: bool) -> None:
        """Show the tag of each group, or not."""
        self._with_tags = shown
        blocker = QSignalBlocker(self)
        for at in range(self.topLevelItemCount()):
            self._name(self._top(at))
        blocker.unblock()

    def tag(self) -> str:
        """Return the tag of the group that the focus is in."""
        top = self._current()
        return "" if top is None else self._tags[top.data(0, _ID)]

    def set_tag(self, tag: str) -> None:
        """Give the group that the focus is in another tag."""
        top = self._current()
        if top is not None:
            self._tags[top.data(0, _ID)] = tag
            blocker = QSignalBlocker(self)
            self._name(top)
            blocker.unblock()

    def groups(self) -> list[Group]:
        """Return the groups of which at least two members are ticked."""
        found = []
        for at in range(self.topLevelItemCount()):
            top = self._top(at)
            children = (top.child(place) for place in range(top.childCount()))
            ids = tuple(
                one.data(0, _ID) for one in children if one is not None and one.checkState(0) == Qt.CheckState.Checked
            )
            if len(ids) > 1:
                found.append(Group(ids, self._tags[top.data(0, _ID)].strip()))
        return found

    def _top(self, at: int) -> QTreeWidgetItem:
        top = self.topLevelItem(at)
        if top is None:
            raise IndexError(at)
        return top

    def _current(self) -> QTreeWidgetItem | None:
        current = self.currentItem()
        if current is None:
            return None
        parent: QTreeWidgetItem | None = current.parent()
        return current if parent is None else parent

    def _name(self, top: QTreeWidgetItem) -> None:
        ids = top.data(0, _ID)
        name = self._words.tn("{n} card", "{n} cards", len(ids))
        tag = shortened(self._tags[ids], 40)
        if tag and self._with_tags:
            name = f"{name}  #{tag}"
        elif tag:
            name = f"{name} · {tag}"
        top.setText(0, name)

    def _take_tick(self, item: QTreeWidgetItem) -> None:
        """Remember what is left out; tell it once, though a whole group comes member by member."""
        if item.parent() is not None:
            if item.checkState(0) == Qt.CheckState.Checked:
                self._left_out.discard(item.data(0, _ID))
            else:
                self._left_out.add(item.data(0, _ID))
        self._soon.start()
