"""Edits of the map on screen as a whole, each one step: a copy, another title, place, state or persona, gone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal, get_args

from PySide6.QtCore import QObject, Signal

from cjeditor import texts
from cjeditor.catalogue import terms
from cjeditor.catalogue.templates import new_map
from cjeditor.document import Document
from cjeditor.model.edits import copies, futures, maps
from cjeditor.model.fields import LINE_LIMIT, MapState
from cjeditor.model.ids import new_id
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.plain import one_line, shortened

if TYPE_CHECKING:
    # Not before the dialogue is opened.
    from cjeditor.window.new_map.dialog import Choice

_SUFFIX_ROOM = 100
"""Letters of the longest title that a copy's suffix may take."""


class MapEdits(QObject):
    """What menus, tabs and toolbar do with the map on screen.

    Signals:
        made(str): this map is new and should be shown.
        hint(str): something to say in the status bar.
        refused(Problem): what was asked for cannot be done; nothing happened.
    """

    made = Signal(str)
    hint = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        document: Document,
        map_id: Callable[[], str],
        words: Texts,
        author: Callable[[], str],
        finish_editing: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """Make it.

        Args:
            document: whose project's maps they are.
            map_id: tells the map on screen.
            words: the language of the window.
            author: tells who makes new maps.
            finish_editing: keeps what is being written anywhere; False where that was refused.
            parent: goes with it.
        """
        super().__init__(parent)
        self._document = document
        self._map_id = map_id
        self._words = words
        self._author = author
        self._finish_editing = finish_editing

    def add(self, choice: Choice) -> None:
        """Add the map that was chosen beside this one, with its persona if she is new.

        Raises:
            EditRefused: a text cannot be kept in a file.
        """
        index, project = self._at() + 1, self._document.project
        persona_id = choice.persona_id or (new_id("ps") if choice.persona else "")
        made = new_map(
            choice.template,
            language=project.language,
            title=choice.title,
            new_id=new_id,
            lead_persona=persona_id or None,
            state=choice.state,
        )

        author = self._author()

        def edit(project: Project) -> Project:
            if persona_id and not choice.persona_id:
                project = maps.add_persona(project, persona_id=persona_id, name=choice.persona)
            return maps.set_map(maps.add_map(project, made, index), made.id, owner=author)

        self._document.apply(self._words.t("Add map"), edit)
        self.made.emit(made.id)

    def duplicate(self, state: Literal["", "future"] = "") -> None:
        """Put a copy of the map beside it.

        Args:
            state: `future` for a copy that begins the future state, without what was found out about the current one.
        """
        if not self._finish_editing():
            return
        original, fresh, words = self._map, new_id("map"), self._words
        labels = texts.of(self._document.project.language)
        suffix = terms.map_state(state, labels) if state else labels.t("copy")
        suffixes = (labels.t("copy"), *(terms.map_state(each, labels) for each in get_args(MapState)))
        bare = _without_suffixes(original.title.strip(), suffixes)
        title = self._free_title(bare or labels.t("Untitled"), suffix)
        copy = futures.duplicate_as_future if state else copies.duplicate_map

        def edit(project: Project) -> Project:
            return copy(project, original.id, new_map_id=fresh, new_ids=new_id, title=title)

        label = words.t("Duplicate as future state") if state else words.t("Duplicate map")
        if self._apply(label, edit):
            self.made.emit(fresh)

    def can_duplicate_as_future(self) -> bool:
        """Whether the map shows the current state, of which a future one can be made."""
        return self._map.state == "current"

    def name(self, map_id: str, title: str) -> bool:
        """Give a map another title; False where it was refused. Line breaks pasted into it become spaces."""
        title = one_line(title)

        def edit(project: Project) -> Project:
            return maps.set_map(project, map_id, title=title)

        return self._apply(self._words.t("Rename map"), edit)

    def move(self, by: int) -> None:
        """Move the map to the right or left among the others."""
        if self.can_move(by):
            self.move_to(self._map.id, self._at() + by)

    def can_move(self, by: int) -> bool:
        """Whether there is a map on that side."""
        return 0 <= self._at() + by < len(self._document.project.maps)

    def move_to(self, map_id: str, index: int) -> None:
        """Move a map to the place `index` among the others."""

        def edit(project: Project) -> Project:
            return maps.move_map(project, map_id, index)

        if self._finish_editing():
            self._apply(self._words.t("Move map"), edit)

    def set_state(self, state: MapState) -> None:
        """Say whether the map shows what is or what shall be."""
        self._set(self._words.t("State"), state=state)

    def state_is(self, state: str) -> bool:
        """Whether the map shows this state."""
        return self._map.state == state

    def set_lead(self, persona_id: str) -> None:
        """Say whose journey the map shows; an empty id says nobody's."""
        self._set(self._words.t("Persona"), lead_persona=persona_id or None)

    def delete(self) -> None:
        """Delete the map with its cards."""
        if not self.can_delete() or not self._finish_editing():
            return
        map_id, title = self._map.id, self._map.title.strip() or self._words.t("Untitled")

        def edit(project: Project) -> Project:
            return maps.delete_map(project, map_id)

        if self._apply(self._words.t("Delete map"), edit):
            self.hint.emit(self._words.t("“{title}” was deleted. Undo brings it back.", title=shortened(title)))

    def can_delete(self) -> bool:
        """Whether the project has another map."""
        return len(self._document.project.maps) > 1

    @property
    def _map(self) -> JourneyMap:
        return map_of(self._document.project, self._map_id())

    def _at(self) -> int:
        return ordered(self._document.project.maps).index(self._map)

    def _free_title(self, title: str, suffix: str) -> str:
        """Return `title` with `suffix` in brackets, counted where another map is called so."""
        taken = {each.title for each in self._document.project.maps}
        kept = title[: LINE_LIMIT - _SUFFIX_ROOM]
        wanted, number = f"{kept} ({suffix})", 2
        while wanted in taken:
            wanted, number = f"{kept} ({suffix} {number})", number + 1
        return wanted

    def _set(self, field: str, **value: str | None) -> None:
        map_id = self._map_id()

        def edit(project: Project) -> Project:
            return maps.set_map(project, map_id, **value)

        if self._finish_editing():
            self._apply(self._words.t("Change “{field}”", field=field), edit)

    def _apply(self, label: str, edit: Callable[[Project], Project]) -> bool:
        try:
            self._document.apply(label, edit)
        except EditRefused as refused:
            self.refused.emit(refused.problem)
            return False
        return True


def _without_suffixes(title: str, suffixes: Iterable[str]) -> str:
    """Return `title` as it was before copies of copies were given these suffixes, with or without a number."""
    known = "|".join(re.escape(each) for each in suffixes)
    return re.sub(rf"(\s*\((?:{known})(?: \d+)?\))+$", "", title)
