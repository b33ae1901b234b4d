"""What the project's file is known to hold: the one value that saving compares with and that merging begins with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QUndoCommand, QUndoStack

from cjeditor.model.project import Project
from cjeditor.storage.fingerprint import Fingerprint

Seen = tuple[int, int]
"""Size and time of change in nanoseconds of a file that was looked at."""


@dataclass(frozen=True)
class InFile:
    """A state of the file that what is on screen takes account of.

    Attributes:
        project: what the file held; None where that is not known, as after a recovery.
        fingerprint: the file as it was then; None as long as there is none.
    """

    project: Project | None = None
    fingerprint: Fingerprint | None = None


class FileMemory:
    """Knows what lies in the file, for the state on screen: undo of a merge leads back to before the merge."""

    def __init__(self, stack: QUndoStack) -> None:
        """Know nothing yet; `stack` holds the steps of the project."""
        self._stack = stack
        self._value = InFile()
        self._taken: list[tuple[QUndoCommand, InFile]] = []
        self.seen: Seen | None = None
        """The file that need not be read again: people were asked about it, or it holds what it held before."""

    def now(self) -> InFile:
        """Return what the state on screen takes account of."""
        if self._taken:
            values = {id(step): value for step, value in self._taken}
            for at in reversed(range(self._stack.index())):
                step = self._stack.command(at)
                if id(step) in values:
                    return values[id(step)]
        return self._value

    def set(self, value: InFile) -> None:
        """Know this from now on, wherever undo and redo lead."""
        self._value = value
        self._taken.clear()
        self.seen = _seen(value)

    def take_with_last_step(self, value: InFile) -> None:
        """Know this from the last step on: it brought what the file holds onto the screen, and undo takes that away."""
        self._taken.append((self._stack.command(self._stack.index() - 1), value))
        self.seen = _seen(value)

    def take(self, other: FileMemory) -> None:
        """Know what another one knows of the same project."""
        self._value, self._taken, self.seen = other._value, list(other._taken), other.seen


def _seen(value: InFile) -> Seen | None:
    return None if value.fingerprint is None else (value.fingerprint.size, value.fingerprint.mtime_ns)
