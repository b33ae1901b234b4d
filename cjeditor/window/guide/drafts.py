"""Answers that are written in the guide and not kept: they wait in their fields, and for a crash they are answers."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Signal

from cjeditor.model.ids import new_id
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.window.guide.answers import Answer, with_answer

Place = tuple[str, str, str]
"""A map, a phase of it, and a question."""


class Drafts(QObject):
    """The drafts of one guide.

    Signals:
        changed(object): others are written; an edit that makes them answers in a project, None where there are none.
    """

    changed = Signal(object)

    def __init__(self, lane_name: str, parent: QObject) -> None:
        """Begin with none; a map without a lane for notes gets one of this name for them."""
        super().__init__(parent)
        self._lane_name = lane_name
        self._texts: dict[Place, str] = {}

    def text(self, place: Place) -> str:
        """Return what is written there."""
        return self._texts.get(place, "")

    def keep(self, place: Place, text: str) -> None:
        """Remember what is written there; an empty text is none."""
        if text:
            self._texts[place] = text
        else:
            self._texts.pop(place, None)
        self._tell()

    def all(self) -> dict[Place, str]:
        """Return all of them."""
        return dict(self._texts)

    def take(self, texts: Mapping[Place, str]) -> None:
        """Take over those of another guide."""
        self._texts = dict(texts)
        self._tell()

    def _tell(self) -> None:
        written = {place: text for place, text in self._texts.items() if text.strip()}
        self.changed.emit(partial(with_drafts, texts=written, lane_name=self._lane_name) if written else None)


def with_drafts(project: Project, texts: Mapping[Place, str], lane_name: str) -> Project:
    """`project` with drafts as answers, as far as their maps and phases are in it; else `project` itself."""
    for (map_id, phase, question), text in texts.items():
        answer = Answer(phase, question, text.strip(), new_id("nt"), new_id("ln"), lane_name)
        with suppress(EditRefused):
            project = with_answer(project, map_id, answer, None)
    return project
