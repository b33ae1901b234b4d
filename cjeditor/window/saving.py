"""Save, save as, save a copy: the way of one window's project to the disk, and what to do when that fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QMessageBox, QPushButton

from cjeditor.document import Document
from cjeditor.model.lookup import ordered
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.problems import CONFLICTS
from cjeditor.storage.save import Keep, SaveFailed, save
from cjeditor.window.file_conflict import FileConflict
from cjeditor.window.file_dialogs import NAME_LIMIT, SUFFIX
from cjeditor.window.house import House
from cjeditor.window.in_file import FileMemory, InFile
from cjeditor.window.plain import message_box, shown_name
from cjeditor.window.save_target import SaveTarget
from cjeditor.wording import plain, sentence

_LONGEST_FOLDER = 400

Continuation = Callable[[], None]


class Saving(QObject):
    """Writes the project of one window. Whatever fails, the file on disk and the map on screen stay as they were.

    Signals:
        writing(): the project is about to be written.
        replacing(Path, bytes, str): the file, which holds this and has this SHA-256, is replaced next.
        saved(): the project was written to its file.
        copied(): the project was written to another file.
        reload_wanted(): what is on the disk should replace what is on screen.
        merge_wanted(): what is on the disk should be compared with what is on screen, and both be put together.
    """

    writing = Signal()
    replacing = Signal(object, object, str)
    saved = Signal()
    copied = Signal()
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
        self._memory = FileMemory(document.undo_stack)
        self._then: Continuation | None = None
        self.conflict = FileConflict(document, self._memory, house.words, window)
        self.conflict.write_wanted.connect(self._write_mine)
        self.conflict.reload_wanted.connect(self.reload_wanted)
        self.conflict.merge_wanted.connect(self.merge_wanted)
        self.conflict.copy_wanted.connect(self.save_copy)
        self._save_target = SaveTarget("save", house.words.t("Save project as"), house, window)
        self._copy_target = SaveTarget("save_copy", house.words.t("Save a copy"), house, window)
        self._save_target.chosen.connect(self._save_chosen)
        self._copy_target.chosen.connect(self._copy_chosen)

    def name(self) -> str:
        """Return what the project is called in titles: its file, or the title of its map."""
        if self._document.path is not None:
            return shown_name(self._document.path.name)
        return self._title() or self._words.t("Untitled")

    def in_file(self) -> InFile:
        """Return what lies in the file, as far as what is on screen takes account of it."""
        return self._memory.now()

    def fingerprint(self) -> Fingerprint | None:
        """Return the project's file as it was last read or written, if that is known."""
        return self._memory.now().fingerprint

    @property
    def memory(self) -> FileMemory:
        """What another one goes on with in the same window."""
        return self._memory

    def go_on_with(self, memory: FileMemory) -> None:
        """Go on where another one with the same document ended."""
        self._memory.take(memory)

    def begin_with(self, path: Path | None, fingerprint: Fingerprint | None) -> None:
        """Take note of the file that the project came from, as it was then."""
        self._memory.set(InFile(self._document.project if self._document.is_clean() else None, fingerprint))
        if path is not None:
            self._remember(path)

    def save(self, then: Continuation | None = None) -> None:
        """Write the project to its file, asking for one where it has none; `then` goes on after success."""
        if not self._finish_editing():
            return
        if self._document.path is None:
            self.save_as(then)
            return
        self._write(self._document.path, self.fingerprint(), then)

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

    def take_theirs(self, theirs: InFile, *, changed: bool) -> None:
        """Take note that what is on screen holds what that file holds, too: the next save may write over it.

        Args:
            theirs: the file.
            changed: whether a step brought that onto the screen just now; its undo leads back to before it was known.
        """
        if changed:
            self._memory.take_with_last_step(theirs)
        else:
            self._memory.set(theirs)

    def _write_mine(self, expected: Fingerprint | None) -> None:
        if self._document.path is not None:
            self._write(self._document.path, expected, self._then)

    def _save_chosen(self, path: Path) -> None:
        # The person was asked already whether to replace a file that is there.
        self._write(path, None, self._then)

    def _copy_chosen(self, path: Path) -> None:
        if self._document.path is not None and path.resolve() == self._document.path.resolve():
            self.save()  # a copy onto itself
            return
        try:
            save(self._document.project, path, expected=None, keep=self._keep(path))
        except SaveFailed as failed:
            self._show_failure(failed, copy=True)
            return
        self._house.preferences.remember_folder(path.parent)
        self.copied.emit()

    def _keep(self, path: Path) -> Keep:
        """Return what hears of the former content of a file before it is gone."""

        def keep(data: bytes, sum_: str) -> None:
            self.replacing.emit(path, data, sum_)

        return keep

    def _write(self, path: Path, expected: Fingerprint | None, then: Continuation | None) -> None:
        self._then = then
        self.writing.emit()
        try:
            written = save(self._document.project, path, expected=expected, keep=self._keep(path))
        except SaveFailed as failed:
            if failed.problem.code in CONFLICTS:
                self.conflict.ask(failed.problem, saving=True)
            else:
                self._show_failure(failed)
            return
        self._then = None
        self._memory.set(InFile(self._document.project, written))
        self._document.mark_saved(path)
        self._remember(path)
        self.saved.emit()
        if then is not None:
            then()

    def _show_failure(self, failed: SaveFailed, *, copy: bool = False) -> None:
        folder = plain(shown_name(str(failed.path.parent)), _LONGEST_FOLDER)
        box = message_box(
            self._window,
            icon=QMessageBox.Icon.Warning,
            text=self._words.t("“{name}” was not saved.", name=shown_name(failed.path.name)),
            details=f"{sentence(failed.problem, self._words)}\n\n{folder}",
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
