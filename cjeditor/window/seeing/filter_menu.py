"""The menu of what cards may be filtered by: it stays open while marks are set in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from cjeditor.analysis.finding import NONE, TOUCHPOINT, Sought, tags_of
from cjeditor.catalogue import terms
from cjeditor.catalogue.note_kinds import note_kinds
from cjeditor.model.cards import Card
from cjeditor.model.project import Project
from cjeditor.texts import N_, Texts
from cjeditor.window.plain import menu_text

_VOTES = (1, 2, 3, 5, 10)
_EMOTIONS = (2, 1, 0, -1, -2)
_MOST = 60
"""Characters of a tag or name in the menu."""
TITLES = (
    ("kinds", N_("Kind of card")),
    ("channels", N_("Channel")),
    ("personas", N_("Persona")),
    ("tags", N_("Tag")),
    ("evidence", N_("Evidence")),
    ("emotions", N_("Emotion")),
)
"""The parts of a filter that hold several values, and what they are called, untranslated."""


class Choice(NamedTuple):
    """One value that a part of a filter may have, and what it is called."""

    value: Any
    name: str


def choices(part: str, project: Project, cards: Iterable[Card], words: Texts) -> list[Choice]:
    """Return what a part of the filter can be chosen from, in the order of a menu.

    Args:
        part: field of `Sought`: ``kinds``, ``channels``, ``personas``, ``tags``, ``evidence`` or ``emotions``.
        project: with its channels and personas.
        cards: of the map; their tags are offered.
        words: the language.
    """
    match part:
        case "kinds":
            kinds = [Choice(kind.key, kind.name.in_language(words.language)) for kind in note_kinds()]
            return [Choice(TOUCHPOINT, words.t("Touchpoint")), *kinds]
        case "channels":
            return [*(Choice(each.id, each.name) for each in project.channels), Choice(NONE, words.t("No channel"))]
        case "personas":
            named = [Choice(each.id, each.name) for each in project.personas]
            return [*named, Choice(NONE, words.t("No persona named"))]
        case "tags":
            return [Choice(tag, tag) for tag in tags_of(cards)]
        case "evidence":
            return [Choice(value, terms.evidence(value, words)) for value in terms.EVIDENCE]
        case _:
            felt = [Choice(value, _emotion(value, project, words)) for value in _EMOTIONS]
            return [*felt, Choice(None, words.t("No value"))]


def told(sought: Sought, project: Project, words: Texts) -> str:
    """Return what a filter keeps, in words (“Evidence: Assumption · at least 2 votes”)."""
    parts = []
    for part, title in TITLES:
        wanted = getattr(sought, part)
        names = [choice.name for choice in choices(part, project, (), words) if choice.value in wanted]
        names = sorted(wanted) if part == "tags" else names
        if wanted:
            listed = ", ".join(name[:_MOST] for name in names) or "–"
            parts.append(words.t("{what}: {values}", what=words.t(title), values=listed))
    if sought.votes:
        parts.append(words.tn("at least {n} vote", "at least {n} votes", sought.votes))
    if sought.moments_of_truth:
        parts.append(words.t("Moments of truth"))
    if sought.drop_offs:
        parts.append(words.t("Drop-off points"))
    if sought.comments:
        parts.append(words.t("Open comments"))
    return " · ".join(parts)


def _emotion(value: int, project: Project, words: Texts) -> str:
    return f"{words.signed(value)}  {terms.emotion(value, project, words)}"


class _OpenMenu(QMenu):
    """A menu that stays open when a mark in it is set or taken away."""

    def _toggle(self) -> bool:
        action = self.activeAction()
        marks = bool(action) and action.isCheckable() and action.isEnabled()
        if marks:
            action.trigger()
        return marks

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set the mark under the pointer and stay."""
        if self.actionAt(event.position().toPoint()) is None or not self._toggle():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set the mark with the space bar and stay; Enter sets it and goes."""
        if event.key() != Qt.Key.Key_Space or not self._toggle():
            super().keyPressEvent(event)


class FilterMenu(_OpenMenu):
    """Changes the filter of what is sought.

    Signals:
        chosen(Sought): this is looked for from now on.
    """

    chosen = Signal(object)

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filter_menu")
        self._words = words
        self._sought = Sought()
        self._marks: list[tuple[QAction, str, Any]] = []

    def offer(self, project: Project, cards: Iterable[Card], sought: Sought) -> None:
        """Offer what this project and the cards of its map can be filtered by; `sought` is looked for now."""
        self._sought = sought
        self._marks = []
        for menu in self.findChildren(_OpenMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            menu.deleteLater()
        self.clear()
        held = list(cards)
        for part, title in TITLES:
            offered = choices(part, project, held, self._words)
            if offered:
                self._add_part(part, self._words.t(title), offered)
        votes = [Choice(0, self._words.t("Any number"))]
        votes += [Choice(n, self._words.tn("at least {n} vote", "at least {n} votes", n)) for n in _VOTES]
        self._add_part("votes", self._words.t("Votes"), votes)
        self._add_mark(self, "moments_of_truth", Choice(True, self._words.t("Moments of truth")))
        self._add_mark(self, "drop_offs", Choice(True, self._words.t("Drop-off points")))
        self._add_mark(self, "comments", Choice(True, self._words.t("Open comments")))
        self.addSeparator()
        nothing = self.addAction(self._words.t("Clear the filter"))
        nothing.setObjectName("clear_filter")
        nothing.setEnabled(sought.filters)
        nothing.triggered.connect(self._clear)
        self._show_marks()

    def mark(self, part: str, value: object) -> QAction:
        """Return the entry of a value; KeyError where it is not offered."""
        for action, own, held in self._marks:
            if (own, held) == (part, value):
                return action
        raise KeyError((part, value))

    def _add_part(self, part: str, title: str, offered: list[Choice]) -> None:
        menu = _OpenMenu(menu_text(title), self)
        menu.setObjectName(part)
        for choice in offered:
            self._add_mark(menu, part, choice)
        self.addMenu(menu)

    def _add_mark(self, menu: QMenu, part: str, choice: Choice) -> None:
        action = menu.addAction(menu_text(choice.name[:_MOST]))
        action.setCheckable(True)
        self._marks.append((action, part, choice.value))
        action.triggered.connect(self._take)

    def _show_marks(self) -> None:
        for action, part, value in self._marks:
            held = getattr(self._sought, part)
            action.setChecked(value in held if isinstance(held, frozenset) else value == held)

    def _take(self) -> None:
        sender = self.sender()
        for action, part, value in self._marks:
            if action is sender:
                held = getattr(self._sought, part)
                alone = value if action.isChecked() else type(value)()
                taken: dict[str, Any] = {part: held ^ {value} if isinstance(held, frozenset) else alone}
                self._choose(replace(self._sought, **taken))

    def _clear(self) -> None:
        self._choose(Sought(text=self._sought.text))

    def _choose(self, sought: Sought) -> None:
        self._sought = sought
        self._show_marks()
        self.chosen.emit(sought)
