"""Save, save as, save a copy: the way of one window's project to the disk, and what to do when that fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QMessageBox, QPushButton

from cjeditor.document import Document
from cjeditor.model.lookup import ordered
from cjeditor.model.problem import Problem
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.load import seen_at
from cjeditor.storage.problems import CONFLICTS
from cjeditor.storage.save import SaveFailed, save
from cjeditor.window.file_dialogs import NAME_LIMIT, SUFFIX
from cjeditor.window.house import House
from cjeditor.window.plain import message_box
from cjeditor.window.save_target import SaveTarget
from cjeditor.wording import plain, sentence

_LONGEST_FOLDER = 400

Continuation = Callable[[], None]


class Saving(QObject):
    """Writes the project of one window. Whatever fails, the file on disk and the map on screen stay as they were.

    Signals:
        writing(Path): the project is about to be written to this file, over what is there.
        saved(): the project was written to its file.
        reload_wanted(): what is on the disk should replace what is on screen.
        merge_wanted(): what is on the disk should be compared with what is on screen, and both be put together.
    """

    writing = Signal(object)
    saved = Signal()
    reload_wanted = Signal()
    merge_wanted = Signal()

    def __init__(
        self, document: Document, house: House, window: QMainWindow, finish_editing: Callable[[], bool]
    ) -> None:
        """Prepare.

        Args:
            document: the window's project.
            house: what the windows share.
            window: the parent of dialogues.
            finish_editing: closes an open text editor; False when its text is refused.
        """
        super().__init__(window)
        self._document = document
        self._house = house
        self._words = house.words
        self._window = window
        self._finish_editing = finish_editing
        self._fingerprint: Fingerprint | None = None
        self._theirs: Fingerprint | None = None
        self._then: Continuation | None = None
        self._question: QMessageBox | None = None
        self._declined: tuple[int, int] | None = None
        self._save_target = SaveTarget("save", house.words.t("Save project as"), house, window)
        self._copy_target = SaveTarget("save_copy", house.words.t("Save a copy"), house, window)
        self._save_target.chosen.connect(self._save_chosen)
        self._copy_target.chosen.connect(self._copy_chosen)

    def name(self) -> str:
        """Return what the project is called in titles: its file, or the title of its map."""
        if self._document.path is not None:
            return self._document.path.name
        return self._title() or self._words.t("Untitled")

    def fingerprint(self) -> Fingerprint | None:
        """Return the project's file as it was last read or written, if that is known."""
        return self._fingerprint

    @property
    def declined(self) -> tuple[int, int] | None:
        """Size and time of the file, changed by somebody else, that the person was asked about already."""
        return self._declined

    def go_on_with(self, fingerprint: Fingerprint | None, declined: tuple[int, int] | None) -> None:
        """Go on where another one with the same document ended."""
        self._fingerprint = fingerprint
        self._declined = declined

    def begin_with(self, path: Path | None, fingerprint: Fingerprint | None) -> None:
        """Take note of the file that the project came from, as it was then."""
        self._fingerprint = fingerprint
        self._declined = None
        if path is not None:
            self._remember(path)

    def save(self, then: Continuation | None = None) -> None:
        """Write the project to its file, asking for one where it has none; `then` goes on after success."""
        if not self._finish_editing():
            return
        if self._document.path is None:
            self.save_as(then)
            return
        self._write(self._document.path, self._fingerprint, then)

    def save_as(self, then: Continuation | None = None) -> None:
        """Ask for another file and write the project there; from then on it belongs to that file."""
        if not self._finish_editing():
            return
        self._then = then
        self._save_target.ask(self._suggested())

    def save_copy(self) -> None:
        """Ask for a file and write a copy there; the project stays with its own file."""
        self._finish_editing()
        self._copy_target.ask(self._suggested_copy())

    # ---------------------------------------------------------------------------------- changed by somebody else
    def look_at_disk(self) -> None:
        """Find out whether somebody else changed the file, and ask what to do; called when the window is entered."""
        path, known = self._document.path, self._fingerprint
        if path is None or known is None or self._question is not None:
            return
        try:
            status = path.stat()
            seen = (status.st_size, status.st_mtime_ns)
            same = seen == self._declined or known.looks_unchanged(path) or known.matches(path)
        except OSError:
            return  # gone or out of reach for now: saving will tell
        if not same:
            self._declined = seen
            self._ask_about_conflict(Problem("changed-on-disk"), saving=False)

    def _ask_about_conflict(self, problem: Problem, *, saving: bool) -> None:
        # What the answer is about: a file that changes once more is asked about once more.
        self._theirs = seen_at(self._document.path) if self._document.path is not None else None
        box = message_box(
            self._window,
            icon=QMessageBox.Icon.Warning,
            text=sentence(problem, self._words),
            details=self._words.t("File: {path}", path=str(self._document.path)),
        )
        box.setObjectName("conflict")
        mine = QPushButton(self._words.t("Keep mine"), box)
        box.addButton(mine, QMessageBox.ButtonRole.AcceptRole)
        if problem.code == "changed-on-disk":
            theirs = QPushButton(self._words.t("Take theirs"), box)
            box.addButton(theirs, QMessageBox.ButtonRole.DestructiveRole)
            theirs.clicked.connect(self.reload_wanted)
            merge = QPushButton(self._words.t("Compare and merge…"), box)
            box.addButton(merge, QMessageBox.ButtonRole.ActionRole)
            merge.clicked.connect(self.merge_wanted)
        copy = QPushButton(self._words.t("Save a copy…"), box)
        box.addButton(copy, QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        mine.clicked.connect(self._write_mine if saving else self._keep_mine)
        copy.clicked.connect(self.save_copy)
        box.setDefaultButton(copy)
        box.finished.connect(self._answered)
        self._question = box
        box.open()

    def take_merged(self, theirs: Fingerprint) -> None:
        """Take note that what is on screen holds what that file holds, too: the next save may write over it."""
        self._fingerprint = theirs
        self._document.undo_stack.resetClean()

    def _answered(self) -> None:
        if self.sender() is self._question:  # the answer may have led to the next question
            self._question = None

    def _keep_mine(self) -> None:
        """Go on with what is on screen; the next save writes over what was seen on the disk, as the person asked."""
        self._fingerprint = self._theirs
        self._document.undo_stack.resetClean()

    def _write_mine(self) -> None:
        """Write over what was seen on the disk, as the person asked."""
        if self._document.path is not None:
            self._write(self._document.path, self._theirs, self._then)

    def _save_chosen(self, path: Path) -> None:
        # The person was asked already whether to replace a file that is there.
        self._write(path, None, self._then)

    def _copy_chosen(self, path: Path) -> None:
        if self._document.path is not None and path.resolve() == self._document.path.resolve():
            self.save()  # a copy onto itself
            return
        try:
            self.writing.emit(path)
            save(self._document.project, path, expected=None)
        except SaveFailed as failed:
            self._show_failure(failed, copy=True)
            return
        self._house.preferences.remember_folder(path.parent)

    def _write(self, path: Path, expected: Fingerprint | None, then: Continuation | None) -> None:
        self._then = then
        self.writing.emit(path)
        try:
            self._fingerprint = save(self._document.project, path, expected=expected)
        except SaveFailed as failed:
            if failed.problem.code in CONFLICTS:
                self._ask_about_conflict(failed.problem, saving=True)
            else:
                self._show_failure(failed)
            return
        self._then = None
        self._document.mark_saved(path)
        self._remember(path)
        self.saved.emit()
        if then is not None:
            then()

    def _show_failure(self, failed: SaveFailed, *, copy: bool = False) -> None:
        box = message_box(
            self._window,
            icon=QMessageBox.Icon.Warning,
            text=self._words.t("“{name}” was not saved.", name=failed.path.name),
            details=f"{sentence(failed.problem, self._words)}\n\n{plain(str(failed.path.parent), _LONGEST_FOLDER)}",
        )
        box.setObjectName("save_failed")
        elsewhere = QPushButton(self._words.t("Save a copy…") if copy else self._words.t("Save as…"), box)
        box.addButton(elsewhere, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        elsewhere.clicked.connect(self.save_copy if copy else self._save_elsewhere)
        box.open()

    def _save_elsewhere(self) -> None:
        self.save_as(self._then)

    def _suggested(self) -> Path | str:
        return self._document.path or self._title() or self._words.t("Untitled")

    def _suggested_copy(self) -> Path | str:
        """Return another name than the file has, which a copy under the same one would replace."""
        path = self._document.path
        if path is None:
            return self._suggested()
        return path.with_name(f"{self._words.t('{name} (copy)', name=path.stem[:NAME_LIMIT])}.{SUFFIX}")

    def _title(self) -> str:
        project = self._document.project
        return project.title or next((one.title for one in ordered(project.maps)), "")

    def _remember(self, path: Path) -> None:
        self._house.preferences.remember_file(path)
        self._house.preferences.remember_folder(path.parent)
