"""Edits of what waits in the inbox and on the parking lot, each one step to be undone."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from cjeditor.document import Document
from cjeditor.model.edits.workshop import delete_parked, move_parked, park, set_parked
from cjeditor.model.fields import NoteKind, ParkedPlace
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import waiting
from cjeditor.model.project import ParkedCard, Project
from cjeditor.texts import Texts
from cjeditor.window.pane_edits import PaneEdits

MOST_LINES = 5_000
"""Lines of one paste that become thoughts."""

_LONGEST_LINE = 2_000
_AT_ONCE = 400
"""Lines that are taken in one turn of the event loop: some 50 ms."""


class InboxEdits(PaneEdits):
    """What people do with thoughts. Many lines come in by and by, so that the window answers meanwhile.

    Signals:
        hint(str): a sentence for the status bar.
    """

    hint = Signal(str)

    def __init__(self, document: Document, words: Texts, parent: QObject) -> None:
        super().__init__(document, parent)
        self._words = words
        self._lines: list[str] = []
        self._intake = 0
        self._counts = (0, 0)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._take_some)

    def waiting(self, place: ParkedPlace) -> list[ParkedCard]:
        """Return what waits in one of the two places."""
        return waiting(self._document.project, place)

    @property
    def busy(self) -> bool:
        """Whether lines are still coming in."""
        return self._turn.isActive()

    def take_lines(self, text: str, place: ParkedPlace) -> bool:
        """Take in each line of a text; return whether there was anything. It is one step to undo."""
        lines = cleaned_lines(text)
        if not lines or self.busy:
            return False
        self._lines, self._place = lines[:MOST_LINES], place
        self._left_out = len(lines) - len(self._lines)
        self._intake += 1
        self._before = self._count()
        self._taken = len(self._lines)
        self._document.end_merging()
        self._take_some()
        if self._lines:
            self._turn.start()
        return True

    def set(self, ids: Collection[str], **fields: Any) -> bool:
        """Give thoughts other values."""

        def edit(project: Project) -> Project:
            return set_parked(project, ids, **fields)

        return self._apply(self._words.t("Change thought"), edit)

    def set_kind(self, ids: Collection[str], kind: NoteKind | None) -> None:
        """Say what kind of note thoughts are."""
        self.set(ids, kind=kind)

    def move(self, ids: Collection[str], place: ParkedPlace, index: int | None = None) -> None:
        """Move thoughts to the inbox or the parking lot, or within it."""

        def edit(project: Project) -> Project:
            return move_parked(project, ids, place, index)

        self._apply(self._words.tn("Move thought", "Move {n} thoughts", len(ids)), edit)

    def delete(self, ids: Collection[str]) -> None:
        """Delete thoughts."""

        def edit(project: Project) -> Project:
            return delete_parked(project, ids)

        self._apply(self._words.tn("Delete thought", "Delete {n} thoughts", len(ids)), edit)

    def _take_some(self) -> None:
        some, self._lines = self._lines[:_AT_ONCE], self._lines[_AT_ONCE:]
        place = self._place

        def edit(project: Project) -> Project:
            return park(project, some, new_ids=new_id, place=place)

        label = self._words.tn("Add thought", "Add {n} thoughts", self._taken)
        if not self._apply(label, edit, merge=f"intake.{self._intake}"):
            self._lines = []
        if not self._lines:
            self._turn.stop()
            self._tell()

    def _tell(self) -> None:
        """Say how many of the lines were new, and which were left out."""
        words, fresh = self._words, self._count() - self._before
        again = self._taken - fresh
        if self._left_out:
            most = words.number(MOST_LINES)
            self.hint.emit(words.t("Only the first {n} lines were taken.", n=most))
        elif again:
            new = words.tn("{n} new thought", "{n} new thoughts", fresh)
            self.hint.emit(words.t("{new}, {again} named again.", new=new, again=words.number(again)))

    def _count(self) -> int:
        return len(self._document.project.parked)


def cleaned_lines(text: str) -> list[str]:
    """Return the lines of foreign text that say something, without control characters and endless tails."""
    found = []
    for line in text.splitlines():
        plain = (
            "".join(
                " " if letter == "\t" else letter
                for letter in line
                if letter == "\t" or unicodedata.category(letter) != "Cc"
            )
            if not line.isprintable()
            else line
        )
        plain = plain.strip()[:_LONGEST_LINE]
        if plain:
            found.append(plain)
    return found
