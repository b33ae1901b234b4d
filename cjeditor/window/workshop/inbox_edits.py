"""Edits of what waits in the inbox and on the parking lot, each one step to be undone."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from cjeditor.canvas.background import Background
from cjeditor.document import Document
from cjeditor.model.edits.workshop import delete_parked, move_parked, park, set_parked
from cjeditor.model.fields import NoteKind, ParkedPlace
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import waiting
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import ParkedCard, Project
from cjeditor.texts import Texts
from cjeditor.window.pane_edits import PaneEdits

MOST_LINES = 5_000
"""Lines of one paste that become thoughts."""

_LONGEST_LINE = 2_000
_AT_ONCE = 400
"""Lines that are taken while people wait: some 50 ms. More are made thoughts beside the thread that answers them."""
_TRIES = 3
"""How often that is done anew when somebody has changed the project meanwhile; then people wait."""


@dataclass(eq=False)
class _Intake:
    """Lines that come in together, how many more there were, and how often they were made thoughts."""

    lines: list[str]
    place: ParkedPlace
    left_out: int
    tries: int = 0


class _Made(NamedTuple):
    """What came of that: the project before and after."""

    before: Project
    after: Project


class InboxEdits(PaneEdits):
    """What people do with thoughts. While many lines come in the window answers, and they are one step all the same.

    Signals:
        hint(str): a sentence for the status bar.
    """

    hint = Signal(str)

    def __init__(self, document: Document, words: Texts, parent: QObject) -> None:
        super().__init__(document, parent)
        self._words = words
        self._background = Background(self)
        self._background.done.connect(self._take_made)

    def waiting(self, place: ParkedPlace) -> list[ParkedCard]:
        """Return what waits in one of the two places."""
        return waiting(self._document.project, place)

    @property
    def busy(self) -> bool:
        """Whether lines are still coming in."""
        return self._background.is_busy()

    def take_lines(self, text: str, place: ParkedPlace) -> None:
        """Take in each line of a text; it is one step to undo."""
        lines = cleaned_lines(text)
        intake = _Intake(lines[:MOST_LINES], place, len(lines) - MOST_LINES)
        if len(lines) > _AT_ONCE:
            self.hint.emit(self._words.t("Pasting…"))
            self._make(intake)
        elif lines:
            self._take(intake)

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

    def _make(self, intake: _Intake) -> None:
        """Make thoughts of the lines beside this thread, in the project as it is now."""
        intake.tries += 1
        before = self._document.project
        self._background.begin((intake, intake.tries), partial(_made, before, intake))

    def _take_made(self, key: tuple[_Intake, int], future: Future[_Made]) -> None:
        intake = key[0]
        try:
            made = future.result()
        except EditRefused as refused:
            self.refused.emit(refused.problem)
            return
        if self._document.project is not made.before and intake.tries < _TRIES:
            self._make(intake)
        else:
            self._take(intake, made)

    def _take(self, intake: _Intake, made: _Made | None = None) -> None:
        """Take lines in; where they were made thoughts already and nothing came between, that is the result."""
        stood, count = len(self._document.project.parked), len(intake.lines)

        def edit(project: Project) -> Project:
            return made.after if made is not None and project is made.before else _made(project, intake).after

        if self._apply(self._words.tn("Add thought", "Add {n} thoughts", count), edit):
            self._tell(intake, len(self._document.project.parked) - stood)

    def _tell(self, intake: _Intake, fresh: int) -> None:
        """Say how many of the lines were new, and which were left out."""
        words, again = self._words, len(intake.lines) - fresh
        if intake.left_out > 0:
            most = words.number(MOST_LINES)
            self.hint.emit(words.t("Only the first {n} lines were taken.", n=most))
        elif again:
            new = words.tn("{n} new thought", "{n} new thoughts", fresh)
            self.hint.emit(words.t("{new}, {again} named again.", new=new, again=words.number(again)))


def _made(project: Project, intake: _Intake) -> _Made:
    return _Made(project, park(project, intake.lines, new_ids=new_id, place=intake.place))


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
