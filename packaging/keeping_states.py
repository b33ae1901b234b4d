"""States of the window for the gallery about what is kept: earlier versions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from cjeditor.model.edits.cards import delete_cards, set_touchpoint
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.three_way import merged
from cjeditor.window.main_window import MainWindow
from cjeditor.window.reconciling.dialog import MergeDialog
from cjeditor.window.reconciling.flow import questions, sentences


def _show_history(window: MainWindow) -> None:
    """Name a version, change some cards, and look at what differs."""
    room, keeper = window.room, window.room.keeping.versions
    for name, edit in (("Vor der Abstimmung", _changed), ("Nach der Pause", _changed_again)):
        keeper.history.keep(keeper.key(), room.document.project, room.document.path, name=name)
        room.document.apply("", edit)
    window.actions_of_window["file.history"].trigger()


def _changed(project: Project) -> Project:
    first = project.maps[0]
    some = map_of(project, first.id).touchpoints
    project = set_touchpoint(project, first.id, [some[0].id], emotion=-2, title="Wartet drei Wochen auf die Zusage")
    project = set_phase(project, first.id, first.phases[0].id, name="Bedarf erkennen")
    return delete_cards(project, first.id, [some[-1].id])


def _changed_again(project: Project) -> Project:
    first = project.maps[0]
    return set_touchpoint(project, first.id, [first.touchpoints[3].id], moment_of_truth=True, votes=7)


def _show_merge(window: MainWindow) -> None:
    """Let somebody else have changed the same card in the file."""
    room = window.room
    own = _changed(room.document.project)
    first = own.maps[0]
    theirs = set_touchpoint(
        _changed_again(room.document.project), first.id, [first.touchpoints[0].id], title="Wartet", emotion=-1
    )
    room.document.apply("", _changed)
    base = room.document.saved_project or own
    both = merged(base, own, theirs)
    words = window.room.canvas.desk.words
    dialog = MergeDialog(
        sentences(base, own, words), sentences(base, theirs, words), questions(both, own, theirs, words), words, window
    )
    dialog.open()


KEEPING_STATES: Final[Mapping[str, Callable[[MainWindow], None]]] = {"history": _show_history, "merge": _show_merge}
