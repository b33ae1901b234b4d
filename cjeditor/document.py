"""The open project: the one place that replaces it, its undo steps, and whether it is saved."""

from __future__ import annotations

import logging
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from cjeditor.model import rules
from cjeditor.model.change import Change
from cjeditor.model.problem import EditRefused
from cjeditor.model.rule_fields import may_break

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cjeditor.model.project import Project

_MERGEABLE = 1

_log = logging.getLogger(__name__)


class Document(QObject):
    """The open project. Everybody else looks at `project` and asks for edits through `apply`.

    Signals:
        changed(Change): the project was replaced; the change leads from the former to the present one.
        revisited(Change): sent after `changed` when the reason was undo or redo, so that a view can show the place.
        path_changed(): the file that the project belongs to is another one.
    """

    changed = Signal(object)
    revisited = Signal(object)
    path_changed = Signal()

    def __init__(self, project: Project, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._path = path
        self._session = 0
        self.undo_stack = QUndoStack(self)

    @property
    def project(self) -> Project:
        """The present state; a value that never changes under its readers."""
        return self._project

    @property
    def path(self) -> Path | None:
        """The project file, or None as long as there is none."""
        return self._path

    def apply(self, label: str, edit: Callable[[Project], Project], *, merge: str = "") -> bool:
        """Make one undoable step of `edit`.

        Args:
            label: what the undo menu calls the step, in the user's language.
            edit: turns the present project into the next one.
            merge: name of the field or gesture that is being edited. Steps of the same name that follow each other
                become one until `end_merging`, undo, redo or save; a value that comes back to where it began leaves
                no step at all.

        Returns:
            False when the edit changed nothing; then there is no step either.

        Raises:
            EditRefused: from `edit`, or because what it gave breaks a rule; nothing has happened.
        """
        before = self._project
        after = edit(before)
        change = Change.between(before, after)
        if not change:
            return False
        # What broke a rule could be neither saved nor recovered; a fault in an edit must show here, not hours later.
        problem = next(rules.each_problem(after), None) if may_break(change) else None
        if problem is not None:
            _log.error("the edit %r breaks a rule: %s at %s", label, problem.code, problem.where)
            raise EditRefused(problem)
        self.undo_stack.push(_Step(self, label, change, after, (merge, self._session) if merge else None))
        return True

    def step_names(self) -> tuple[str, str]:
        """Return what the steps are called that undo and redo would play, as they were named; empty for none.

        A name that was said in words can be said again in another language; the stack's own names are plain texts.
        """
        index, count = self.undo_stack.index(), self.undo_stack.count()
        back = self.undo_stack.command(index - 1) if index else None
        forth = self.undo_stack.command(index) if index < count else None
        return (
            back.label if isinstance(back, _Step) else "",
            forth.label if isinstance(forth, _Step) else "",
        )

    def record(self, edit: Callable[[Project], Project]) -> bool:
        """Take note of what happened in the world, such as a time: no step of its own, and no undo takes it back.

        All steps become what they would have been had it always been known, so that each still fits.

        Args:
            edit: gives other values to records of the project's own tables, and does nothing else.

        Returns:
            False when nothing is new.

        Raises:
            EditRefused: from `edit`; nothing has happened.
            ValueError: it did something else; nothing has happened.
        """
        after = edit(self._project)
        fact = Change.between(self._project, after)
        if not fact:
            return False
        if not fact.only_alters_records:
            raise ValueError("only other values of records can be recorded")
        stack = self.undo_stack
        for at in range(stack.count()):
            step = stack.command(at)
            if isinstance(step, _Step):
                step.change = step.change.knowing(fact)
        stack.resetClean()  # no step leads back to what the file holds
        self.show(fact, after)
        return True

    def end_merging(self) -> None:
        """End the editing session: the next step stands alone, whatever its merge key."""
        self._session += 1

    def is_clean(self) -> bool:
        """Return whether the project is as it was last saved or opened."""
        return self.undo_stack.isClean()

    def mark_saved(self, path: Path) -> None:
        """Take note that the present state lies in the file `path`."""
        self.end_merging()
        self.undo_stack.setClean()
        self._set_path(path)

    def replace_all(self, project: Project, path: Path | None, *, clean: bool = True) -> None:
        """Hold another project from now on; what was undoable is forgotten.

        Args:
            project: what was opened or made new.
            path: its file, if it has one.
            clean: False when no file holds it in this state, as after a recovery.
        """
        self.end_merging()
        change = Change.between(self._project, project)
        self.undo_stack.clear()
        if not clean:
            self.undo_stack.resetClean()
        self._set_path(path)
        self.show(change, project)

    def show(self, change: Change, project: Project) -> None:
        """Set the project and tell everybody; only undo steps, `record` and `replace_all` may call this."""
        self._project = project
        self.changed.emit(change)

    def revisit(self, change: Change, project: Project) -> None:
        """Set the project because of undo or redo; only undo steps may call this."""
        self.end_merging()
        self.show(change, project)
        self.revisited.emit(change)

    def _set_path(self, path: Path | None) -> None:
        if path != self._path:
            self._path = path
            self.path_changed.emit()


class _Step(QUndoCommand):
    """The only kind of undo step: a change, played forwards and backwards."""

    def __init__(
        self, document: Document, label: str, change: Change, after: Project, session: tuple[str, int] | None
    ) -> None:
        super().__init__(label)
        # The document owns the stack and the stack owns its steps: a strong reference back would keep all three alive.
        self._document = weakref.ref(document)
        self.label = label
        self.change = change
        self.session = session
        self._first: Project | None = after

    def id(self) -> int:
        """Qt asks `mergeWith` only for steps of the same id."""
        return -1 if self.session is None else _MERGEABLE

    def redo(self) -> None:
        """Play the change forwards; the first time the result is known already."""
        document = self._document()
        if document is None:
            return
        first, self._first = self._first, None
        if first is not None:
            document.show(self.change, first)
        else:
            document.revisit(self.change, self.change.applied_to(document.project))

    def undo(self) -> None:
        """Play the change backwards."""
        document = self._document()
        if document is not None:
            back = self.change.inverted()
            document.revisit(back, back.applied_to(document.project))

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the later step in when it belongs to the same field and session."""
        if not isinstance(other, _Step) or other.session != self.session:
            return False
        self.change = self.change.joined(other.change)
        self.setObsolete(not self.change)
        return True
