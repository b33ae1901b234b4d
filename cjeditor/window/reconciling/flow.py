"""A file that somebody else changed while it was open: compared with what is on screen, and both put together."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cjeditor.document import Document
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.model.three_way import Place, Side, merged
from cjeditor.storage.load import FileRefused, Opened
from cjeditor.texts import Texts
from cjeditor.window.file_flows import FileFlows
from cjeditor.window.history.keeper import VersionKeeper
from cjeditor.window.in_file import InFile
from cjeditor.window.new_projects import with_a_map
from cjeditor.window.saving import Saving


class MergeFlow(QObject):
    """Merges the file on the disk into the project on screen, as one undo step.

    Signals:
        refused(Problem): the two cannot be put together.
        hint(str): a sentence for the status bar.
    """

    refused = Signal(object)
    hint = Signal(str)

    def __init__(
        self,
        document: Document,
        saving: Saving,
        files: FileFlows,
        versions: VersionKeeper,
        words: Texts,
        window: QWidget,
    ) -> None:
        """Make it.

        Args:
            document: the project on screen.
            saving: asks what should become of a changed file; takes note of the one that was merged.
            files: says why a file cannot be read.
            versions: may know the state both sides began with.
            words: the language.
            window: stands behind the dialogue.
        """
        super().__init__(window)
        self._document = document
        self._saving = saving
        self._files = files
        self._versions = versions
        self._words = words
        self._window = window
        self._theirs: Opened | None = None
        self._base: Project | None = None
        self._merged: InFile | None = None
        self._writes_merged = False
        saving.merge_wanted.connect(self.open)
        saving.writing.connect(self._look_what_is_written)
        saving.saved.connect(self._say_saved)

    def open(self) -> None:
        """Read the file again and show what both sides changed."""
        path = self._document.path
        theirs = None if path is None else self._files.read(path)
        if theirs is None:
            return
        self._theirs = theirs
        self._base = self._common()
        mine = self._document.project
        try:
            both = merged(self._base, mine, theirs.project)
        except EditRefused as refused:
            self.refused.emit(refused.problem)
            return
        # Imported here: mostly nobody else changes the file.
        from cjeditor.window.reconciling.dialog import MergeDialog  # noqa: PLC0415
        from cjeditor.window.reconciling.questions import questions, sentences  # noqa: PLC0415  as above

        words = self._words
        changes = None
        if self._base is not None:
            changes = (sentences(self._base, mine, words), sentences(self._base, theirs.project, words))
        dialog = MergeDialog(changes, questions(both, mine, theirs.project, words), words, self._window)
        dialog.merge_wanted.connect(self._merge)
        dialog.open()

    def _common(self) -> Project | None:
        """Return the state that both sides began with: as it was read or saved last, or as the history has it."""
        in_file = self._saving.in_file()
        if in_file.project is not None:
            return in_file.project
        known, history, key = in_file.fingerprint, self._versions.history, self._versions.key()
        if known is None:
            return None
        version = next((each for each in history.versions(key) if each.sum == known.sha256), None)
        try:
            return None if version is None else history.load(version)
        except FileRefused:
            return None

    def _merge(self, choices: Mapping[Place, Side]) -> None:
        theirs = self._theirs
        if theirs is None:
            return

        def edit(now: Project) -> Project:
            return with_a_map(merged(self._base, now, theirs.project, choices).project)

        try:
            changed = self._document.apply(self._words.t("Merge with the changed file"), edit)
        except EditRefused as refused:
            self.refused.emit(refused.problem)
            return
        self._merged = InFile(theirs.project, theirs.fingerprint)
        self._saving.take_theirs(self._merged, changed=changed)
        # It lies in no file yet; where both came to the same it may look as if it did.
        self._document.undo_stack.resetClean()
        self.hint.emit(self._words.t("Both sides’ changes are together now. Save to write them to the file."))

    def _look_what_is_written(self) -> None:
        self._writes_merged = self._merged is not None and self._saving.in_file() is self._merged

    def _say_saved(self) -> None:
        self._merged = None
        if self._writes_merged:
            self.hint.emit(self._words.t("Saved. The file now holds the changes of both sides."))
