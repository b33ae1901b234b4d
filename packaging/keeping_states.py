"""States of the window for the gallery about what is kept: earlier versions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from cjeditor.analysis.comparing import differences
from cjeditor.difference_wording import Describer
from cjeditor.layout.theme import DARK, LIGHT
from cjeditor.model.edits.cards import delete_cards, set_touchpoint
from cjeditor.model.edits.phases import set_phase
from cjeditor.model.lookup import map_of
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.model.three_way import merged
from cjeditor.storage.recovery import Snapshot
from cjeditor.window.main_window import MainWindow
from cjeditor.window.reconciling.dialog import MergeDialog
from cjeditor.window.reconciling.questions import questions, sentences
from cjeditor.window.recovering.dialog import RecoveryDialog
from cjeditor.window.recovering.seen import Seen

HALF = 128
"""Lightness below which a window is a dark one."""

YESTERDAY = datetime(2026, 3, 13, 16, 20, tzinfo=UTC)
"""When the work was left behind."""


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
    base, own, theirs = _both_sides(window)
    words = window.room.canvas.desk.words
    changes = (sentences(base, own, words), sentences(base, theirs, words))
    MergeDialog(changes, questions(merged(base, own, theirs), own, theirs, words), words, window).open()


def _show_merge_of_strangers(window: MainWindow) -> None:
    """The same, after a recovery: nobody knows what both sides began with."""
    _, own, theirs = _both_sides(window)
    words = window.room.canvas.desk.words
    MergeDialog(None, questions(merged(None, own, theirs), own, theirs, words), words, window).open()


def _show_conflict(window: MainWindow) -> None:
    """Let somebody else have changed the file."""
    window.room.saving.conflict.ask(Problem("changed-on-disk"), saving=False)


def _both_sides(window: MainWindow) -> tuple[Project, Project, Project]:
    base = window.room.document.project
    own = _changed(base)
    first = own.maps[0]
    theirs = set_touchpoint(_changed_again(base), first.id, [first.touchpoints[0].id], title="Wartet", emotion=-1)
    return base, own, theirs


def _show_recovery(window: MainWindow) -> None:
    """Offer what two sessions left behind, as after a crash: one with a file that differs, one never saved."""
    room = window.room
    words = room.canvas.desk.words
    path, project = room.document.path, room.document.project
    filed = Snapshot(Path("filed"), path, YESTERDAY, project.title, None, "1.cjmap")
    untitled = Snapshot(Path("untitled"), None, YESTERDAY, "", None, "1.cjmap")
    theme = DARK if window.palette().window().color().lightness() < HALF else LIGHT
    dialog = RecoveryDialog([filed, untitled], words, theme, window)
    changed = _changed_again(_changed(project))
    describer = Describer(project, changed, words)
    lines = tuple(describer.sentence(each) for each in differences(project, changed))
    heading = words.tn("{n} difference from the file", "{n} differences from the file", len(lines))
    dialog.begin()
    dialog.show_seen(Seen(filed, changed, heading, lines))


KEEPING_STATES: Final[Mapping[str, Callable[[MainWindow], None]]] = {
    "history": _show_history,
    "merge": _show_merge,
    "merge-unknown": _show_merge_of_strangers,
    "conflict": _show_conflict,
    "recovery": _show_recovery,
}
