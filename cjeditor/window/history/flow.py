"""Earlier versions from the menu: name one, look at them, bring one back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cjeditor.analysis.comparing import differences
from cjeditor.difference_wording import Describer
from cjeditor.document import Document
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.storage.history import Version
from cjeditor.storage.load import FileRefused
from cjeditor.storage.save import SaveFailed
from cjeditor.window.history.dialog import HistoryDialog, Seen
from cjeditor.window.history.keeper import VersionKeeper
from cjeditor.window.history.name_dialog import NameDialog
from cjeditor.window.house import House
from cjeditor.window.new_projects import with_a_map
from cjeditor.wording import sentence

MOST_DIFFERENCES = 2_000
"""More are not put into words."""


class HistoryFlow(QObject):
    """Shows the versions that the keeper keeps. Reading and comparing goes on beside the GUI thread.

    Signals:
        refused(Problem): something could not be kept, or not be brought back.
        hint(str): a sentence for the status bar.
        copy_wanted(Project): a version should be opened as a new project.
    """

    refused = Signal(object)
    hint = Signal(str)
    copy_wanted = Signal(object)
    _listed = Signal(object)
    _seen = Signal(object)

    def __init__(
        self,
        keeper: VersionKeeper,
        document: Document,
        map_id: Callable[[], str],
        finish_editing: Callable[[], bool],
        house: House,
        window: QWidget,
    ) -> None:
        """Make it.

        Args:
            keeper: keeps versions of the window's project.
            document: the project.
            map_id: tells the map on screen.
            finish_editing: keeps what is being written; False where that was refused.
            house: what windows share.
            window: stands behind the dialogues.
        """
        super().__init__(window)
        self._keeper = keeper
        self._document = document
        self._map_id = map_id
        self._finish_editing = finish_editing
        self._house = house
        self._words = house.words
        self._window = window
        self._dialog: HistoryDialog | None = None
        self._versions: tuple[Version, ...] = ()
        self._wanted: tuple[str, bool] | None = None
        keeper.refused.connect(self.refused)
        keeper.named.connect(self._say_named)
        self._listed.connect(self._show_listed)
        self._seen.connect(self._show_seen)

    @property
    def keeper(self) -> VersionKeeper:
        """What keeps the versions."""
        return self._keeper

    def open(self) -> None:
        """Show the earlier versions."""
        if not self._finish_editing():
            return
        self._dialog = dialog = HistoryDialog(
            self._words, self._house.appearance.theme, self._window, today=self._house.today()
        )
        dialog.look_wanted.connect(self._look)
        dialog.bring_back_wanted.connect(self._bring_back)
        dialog.copy_wanted.connect(self._open_copy)
        dialog.name_wanted.connect(self._name)
        dialog.delete_wanted.connect(self._delete)
        dialog.finished.connect(self._forget_dialog)
        self._list()
        dialog.open()

    def name_version(self) -> None:
        """Ask for a name and keep the project as it is now under it."""
        if self._finish_editing():
            dialog = NameDialog(self._words, self._window)
            dialog.chosen.connect(self._keeper.keep_named)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _list(self) -> None:
        """Read what versions there are, beside the GUI thread; `_show_listed` lists them."""
        history, key = self._keeper.history, self._keeper.key()

        def job() -> None:
            versions = tuple(history.versions(key))
            with suppress(RuntimeError):  # the window may be gone
                self._listed.emit(versions)

        self._keeper.soon(job)

    def _show_listed(self, versions: tuple[Version, ...]) -> None:
        self._versions = versions
        if self._dialog is not None:
            self._dialog.show_versions(versions, self._map_id())

    def _look(self, version: Version, with_before: bool) -> None:
        """Read a version and compare it, beside the GUI thread; `_show_seen` shows it."""
        history, now, words = self._keeper.history, self._document.project, self._words
        wanted = self._wanted = (version.id, with_before)
        older = None
        if with_before:
            at = next((n for n, each in enumerate(self._versions) if each.id == version.id), len(self._versions))
            older = self._versions[at + 1] if at + 1 < len(self._versions) else None

        def job() -> None:
            if self._wanted != wanted:  # somebody walks down the list, faster than versions can be read
                return
            seen = _seen_version(version)
            with suppress(RuntimeError):  # the window may be gone
                self._seen.emit(seen)

        def _seen_version(version: Version) -> Seen:
            try:
                project = history.load(version)
                other = now
                if with_before:
                    other = history.load(older) if older is not None else Project()
            except FileRefused as refused:
                return Seen(version, None, sentence(refused.problems[0], words))
            before, after = (other, project) if with_before else (project, other)
            describer = Describer(before, after, words)
            found = differences(before, after)
            return Seen(version, project, "", tuple(describer.sentence(each) for each in found[:MOST_DIFFERENCES]))

        self._keeper.soon(job)

    def _show_seen(self, seen: Seen) -> None:
        if self._dialog is not None:
            self._dialog.show_seen(seen)

    def _bring_back(self, project: Project, version: Version) -> None:
        """Put a version in the place of what is on screen: one step, which undo takes back."""

        def edit(now: Project) -> Project:
            del now
            return with_a_map(project)

        when = version.written.astimezone()
        label = self._words.t(
            "Bring back the version of {day}, {time}",
            day=self._words.day(when.date().isoformat()),
            time=f"{when:%H:%M}",
        )
        try:
            changed = self._document.apply(label, edit)
        except EditRefused as refused:
            self.refused.emit(refused.problem)
            return
        if self._dialog is not None:
            self._dialog.accept()
        self.hint.emit(
            self._words.t("The version was brought back. Undo takes you back to where you were.")
            if changed
            else self._words.t("This version is what you have on screen.")
        )

    def _open_copy(self, project: Project, version: Version) -> None:
        del version
        if self._dialog is not None:
            self._dialog.accept()
        self.copy_wanted.emit(project)

    def _name(self, version: Version, name: str) -> None:
        try:
            self._keeper.history.rename(version, name)
        except SaveFailed as failed:
            self.refused.emit(failed.problem)
        self._list()

    def _delete(self, version: Version) -> None:
        self._keeper.history.delete(version)
        self._list()

    def _say_named(self, name: str) -> None:
        self.hint.emit(self._words.t("Kept as “{name}”.", name=name))

    def _forget_dialog(self) -> None:
        # It deletes itself when it is closed.
        self._dialog = None
