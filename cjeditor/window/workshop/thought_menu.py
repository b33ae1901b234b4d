"""What can be done with thoughts that wait, as a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from cjeditor.catalogue.note_kinds import note_kinds
from cjeditor.model.fields import ParkedPlace
from cjeditor.texts import Texts
from cjeditor.window.icons import Icons
from cjeditor.window.plain import menu_text

_NO_CARDS_OF_THEIR_OWN = ("metric", "image")
_MOST_KEYS = 9


class ThoughtMenu(QMenu):
    """The menu of the chosen thoughts; it deletes itself when it is closed.

    Signals:
        wanted(str): one of ``place``, ``part``, ``edit`` and ``delete``.
        phase_wanted(int): the number of a phase, counted from 1.
        kind_wanted(object): the key of a kind of note, or None.
    """

    wanted = Signal(str)
    phase_wanted = Signal(int)
    kind_wanted = Signal(object)

    def __init__(self, place: ParkedPlace, phases: Sequence[str], words: Texts, icons: Icons, parent: QWidget) -> None:
        """Make it.

        Args:
            place: where the thoughts wait.
            phases: the names of the map's phases, in their order.
            words: the language of the window.
            icons: makes those of the entries.
            parent: owner.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        part = words.t("Move to the parking lot") if place == "inbox" else words.t("Move to the inbox")
        self._add("place", words.t("Put onto the map"), words.t("Enter"), icons)
        self.phases = self.addMenu(words.t("Put into the phase"))
        self.phases.menuAction().setEnabled(bool(phases))
        for number, name in enumerate(phases, start=1):
            shown = menu_text(name or words.t("Unnamed phase"))
            action = self.phases.addAction(f"{number} {shown}")
            action.setData(number)
            if number <= _MOST_KEYS:
                action.setShortcut(f"Alt+{number}")
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._add("part", part, words.t("Ctrl+Enter"), icons)
        self._add("edit", words.t("Edit text"), "F2", icons)
        self.kinds = self.addMenu(words.t("Kind"))
        self.kinds.addAction(words.t("As the lane has it"))
        for kind in note_kinds():
            if kind.key not in _NO_CARDS_OF_THEIR_OWN:
                action = self.kinds.addAction(icons.icon(kind.icon), kind.name.in_language(words.language))
                action.setData(kind.key)
        self.addSeparator()
        self._add("delete", words.t("Delete"), words.t("Del"), icons)
        self.phases.triggered.connect(self._tell_phase)
        self.kinds.triggered.connect(self._tell_kind)
        self.triggered.connect(self._tell)

    def _add(self, name: str, text: str, keys: str, icons: Icons) -> None:
        icon = {"place": "map-pin", "part": "archive-box", "edit": "pencil-simple", "delete": "trash"}[name]
        # Behind a tab, in the words of the key sheet: of Enter, Qt would say “Return” in every language.
        action = self.addAction(icons.icon(icon), f"{text}\t{keys}")
        action.setData(name)

    def _tell_phase(self, action: QAction) -> None:
        self.phase_wanted.emit(action.data())

    def _tell_kind(self, action: QAction) -> None:
        self.kind_wanted.emit(action.data())

    def _tell(self, action: QAction) -> None:
        if action in self.actions():
            self.wanted.emit(action.data())
