"""A file that somebody else changed or removed: found out and asked about, so that nobody writes over it unasked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QMessageBox, QPushButton

from cjeditor.document import Document
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.load import FileRefused, open_file, seen_at
from cjeditor.texts import Texts
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.in_file import FileMemory, InFile, Seen
from cjeditor.window.plain import message_box, shown_name
from cjeditor.wording import sentence

_GONE: Seen = (-1, -1)
"""In place of size and time of a file that is not there any more."""


class FileConflict(QObject):
    """Asks what should become of the two states of a project's file.

    Signals:
        write_wanted(object): mine should be written over the file with this fingerprint (None: whatever is there).
        reload_wanted(): what is on the disk should replace what is on screen.
        merge_wanted(): both should be compared and put together.
        copy_wanted(): mine should be written into another file.
        hint(str): a sentence for the status bar.
    """

    write_wanted = Signal(object)
    reload_wanted = Signal()
    merge_wanted = Signal()
    copy_wanted = Signal()
    hint = Signal(str)

    def __init__(self, document: Document, memory: FileMemory, words: Texts, window: QMainWindow) -> None:
        """Make it.

        Args:
            document: the project on screen.
            memory: knows what lies in its file.
            words: the language.
            window: stands behind the question.
        """
        super().__init__(window)
        self._document = document
        self._memory = memory
        self._words = words
        self._window = window
        self._question: QMessageBox | None = None
        self._theirs: Fingerprint | None = None
        self._is_gone = False
        self._said: Seen | None = None

    def look_at_disk(self) -> None:
        """Find out whether somebody else changed the file, and ask what to do; where it is gone, say so."""
        found = self._found()
        if found == _GONE:
            self._say(found)
        elif found is not None:
            self._memory.seen = found
            self.ask(Problem("changed-on-disk"), saving=False)

    def look_quietly(self) -> None:
        """Say once that the file was changed or is gone, and ask nothing: people are in the middle of something."""
        found = self._found()
        if found is not None:
            self._say(found)

    def _found(self) -> Seen | None:
        """Return size and time of a file that nobody was asked about yet; None where there is nothing to ask."""
        path, known = self._document.path, self._memory.now().fingerprint
        if path is None or known is None or self._question is not None:
            return None
        try:
            status = path.stat()
            seen = (status.st_size, status.st_mtime_ns)
            if seen in (self._memory.seen, (known.size, known.mtime_ns)):
                self._said = None
                return None
            if not known.matches(path):
                return seen
        except FileNotFoundError:
            return _GONE if path.parent.is_dir() else None
        except OSError:
            return None  # out of reach for now: saving will tell
        self._memory.seen, self._said = seen, None
        return None

    def _say(self, found: Seen) -> None:
        path, words = self._document.path, self._words
        if path is None or found == self._said:
            return
        self._said = found
        name = shown_name(path.name)
        self.hint.emit(
            words.t("“{name}” is no longer on the disk. Saving asks whether to write it again.", name=name)
            if found == _GONE
            else words.t("Somebody else changed “{name}”. You will be asked what should become of it.", name=name)
        )

    def ask(self, problem: Problem, *, saving: bool) -> None:
        """Ask what to do about `problem`; where mine is to be kept, it is written at once if `saving` was under way."""
        # What the answer is about: a file that changes once more is asked about once more.
        self._theirs = seen_at(self._document.path) if self._document.path is not None else None
        self._is_gone = problem.code == "gone-from-disk"
        words = self._words
        box = message_box(
            self._window,
            icon=QMessageBox.Icon.Warning,
            text=sentence(problem, words),
            details=words.t("File: {path}", path=shown_name(str(self._document.path))),
        )
        box.setObjectName("conflict")
        mine = QPushButton(words.t("Keep mine"), box)
        box.addButton(mine, QMessageBox.ButtonRole.AcceptRole)
        if not self._is_gone:
            theirs = QPushButton(words.t("Take theirs"), box)
            box.addButton(theirs, QMessageBox.ButtonRole.DestructiveRole)
            theirs.clicked.connect(self.reload_wanted)
            merge = QPushButton(words.t("Compare and merge…"), box)
            box.addButton(merge, QMessageBox.ButtonRole.ActionRole)
            merge.clicked.connect(self.merge_wanted)
        copy = QPushButton(words.t("Save a copy…"), box)
        box.addButton(copy, QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        mine.clicked.connect(self._write_mine if saving else self._keep_mine)
        copy.clicked.connect(self.copy_wanted)
        box.setDefaultButton(copy)
        box.finished.connect(self._answered)
        give_access_keys(box)
        self._question = box
        box.open()

    def _answered(self) -> None:
        if self.sender() is self._question:  # the answer may have led to the next question
            self._question = None

    def _expected(self) -> Fingerprint | None:
        """Return what the person's answer allows to be written over: what was seen, and nothing that was not."""
        if self._theirs is None and not self._is_gone:
            return self._memory.now().fingerprint  # it could not be read: saving asks once more
        return self._theirs

    def _keep_mine(self) -> None:
        """Go on with what is on screen; the next save writes over what was seen on the disk, as the person asked."""
        if self._theirs is not None:
            self._memory.set(InFile(self._project_of(self._theirs), self._theirs))
        self._document.undo_stack.resetClean()

    def _write_mine(self) -> None:
        """Write over what was seen on the disk, as the person asked."""
        self.write_wanted.emit(self._expected())

    def _project_of(self, theirs: Fingerprint) -> Project | None:
        """Return what the file holds that was asked about; None where it is no project, or another one by now."""
        path: Path | None = self._document.path
        try:
            found = open_file(path) if path is not None else None
        except FileRefused:
            return None
        return found.project if found is not None and found.fingerprint.sha256 == theirs.sha256 else None
