"""Earlier versions from the menu: name one, look at them, bring one back."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.background import Background
from cjeditor.document import Document
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.storage.history import Version
from cjeditor.storage.load import FileRefused
from cjeditor.storage.save import SaveFailed
from cjeditor.window.history.keeper import VersionKeeper
from cjeditor.window.history.seen import Seen
from cjeditor.window.house import House
from cjeditor.window.new_projects import with_a_map
from cjeditor.wording import sentence

if TYPE_CHECKING:
    # Not before the versions are looked at.
    from cjeditor.window.history.dialog import HistoryDialog


@dataclass(frozen=True)
class _Listed:
    """The versions of one project, and the latest one of each project."""

    key: str
    versions: tuple[Version, ...]
    latest: tuple[Version, ...]


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
        self._key = ""
        self._numbers = itertools.count(1)
        self._wanted: tuple[str, bool] | None = None
        self._background = Background(self, submit=keeper.aside)
        self._background.done.connect(self._note_done)
        keeper.refused.connect(self.refused)
        keeper.named.connect(self._say_named)

    @property
    def keeper(self) -> VersionKeeper:
        """What keeps the versions."""
        return self._keeper

    def open(self) -> None:
        """Show the earlier versions."""
        if not self._finish_editing():
            return
        # Imported here and below: nobody waits for it to see the map.
        from cjeditor.window.history.dialog import HistoryDialog  # noqa: PLC0415

        self._dialog = dialog = HistoryDialog(
            self._words, self._house.appearance.theme, self._window, today=self._house.today()
        )
        dialog.look_wanted.connect(self._look)
        dialog.bring_back_wanted.connect(self._bring_back)
        dialog.copy_wanted.connect(self._open_copy)
        dialog.name_wanted.connect(self._name)
        dialog.delete_wanted.connect(self._delete)
        dialog.project_wanted.connect(self._show_versions_of)
        dialog.finished.connect(self._forget_dialog)
        self._key = self._keeper.key()
        self._list()
        dialog.open()

    def name_version(self) -> None:
        """Ask for a name and keep the project as it is now under it."""
        if self._finish_editing():
            from cjeditor.window.history.name_dialog import NameDialog  # noqa: PLC0415  as above

            dialog = NameDialog(self._words, self._window)
            dialog.chosen.connect(self._keeper.keep_named)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _list(self) -> None:
        """Read what versions there are, and of which projects, beside the GUI thread."""
        history, key = self._keeper.history, self._key

        def job() -> _Listed:
            return _Listed(key, tuple(history.versions(key)), tuple(history.files()))

        self._background.begin(next(self._numbers), job)

    def _show_versions_of(self, key: str) -> None:
        self._key = key or self._keeper.key()
        self._list()

    def _note_done(self, _key: object, future: Future[_Listed | Seen | None]) -> None:
        found = future.result()
        if self._dialog is None or found is None:
            return
        if isinstance(found, Seen):
            self._dialog.show_seen(found)
        elif found.key == self._key:
            own = self._keeper.key()
            self._versions = found.versions
            self._dialog.show_projects([each for each in found.latest if each.key != own])
            self._dialog.show_versions(found.versions, self._map_id())

    def _look(self, version: Version, with_before: bool) -> None:
        """Read a version and compare it, beside the GUI thread; `_show_seen` shows it."""
        history, now, words = self._keeper.history, self._document.project, self._words
        wanted = self._wanted = (version.id, with_before)
        older = None
        if with_before:
            at = next((n for n, each in enumerate(self._versions) if each.id == version.id), len(self._versions))
            older = self._versions[at + 1] if at + 1 < len(self._versions) else None

        def job() -> Seen | None:
            from cjeditor.analysis.comparing import differences  # noqa: PLC0415  as above
            from cjeditor.difference_wording import sentences  # noqa: PLC0415  as above

            if self._wanted != wanted:  # somebody walks down the list, faster than versions can be read
                return None
            try:
                project = history.load(version)
                other = now
                if with_before:
                    other = history.load(older) if older is not None else Project()
            except FileRefused as refused:
                return Seen(version, None, sentence(refused.problems[0], words))
            before, after = (other, project) if with_before else (project, other)
            said = sentences(differences(before, after), before, after, words)
            return Seen(version, project, "", said)

        self._background.begin(next(self._numbers), job)

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
        history = self._keeper.history
        history.delete(version)

        def tidy() -> None:
            history.thin(version.key)

        self._keeper.aside(tidy)
        self._list()

    def _say_named(self, name: str) -> None:
        self.hint.emit(self._words.t("Kept as “{name}”.", name=name))

    def _forget_dialog(self) -> None:
        # It deletes itself when it is closed.
        self._dialog = None
