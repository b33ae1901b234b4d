"""Comparing maps from the menu: two of this project, or one with another file or an earlier version."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.background import Background
from cjeditor.document import Document
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.window import file_dialogs
from cjeditor.window.house import House

if TYPE_CHECKING:
    # Not before somebody compares.
    from cjeditor.storage.history import Version
    from cjeditor.window.comparing.dialog import CompareDialog
    from cjeditor.window.comparing.sides import Side
    from cjeditor.window.comparing.work import Compared, CompareWork
    from cjeditor.window.history.keeper import VersionKeeper

MOST_VERSIONS = 30
"""Earlier versions that are offered, the latest ones."""


class CompareFlow(QObject):
    """Opens the dialogue and fetches what is compared in it."""

    def __init__(
        self,
        document: Document,
        map_id: Callable[[], str],
        versions: Callable[[], VersionKeeper],
        finish_editing: Callable[[], bool],
        house: House,
        window: QWidget,
        parent: QObject,
    ) -> None:
        """Make it.

        Args:
            document: the project.
            map_id: tells the map on screen.
            versions: returns what keeps earlier versions.
            finish_editing: keeps what is being written; False where that was refused.
            house: what windows share.
            window: stands behind the dialogue.
            parent: owns it.
        """
        super().__init__(parent)
        self._document = document
        self._map_id = map_id
        self._versions = versions
        self._finish_editing = finish_editing
        self._house = house
        self._window = window
        self._dialog: CompareDialog | None = None
        self._work: CompareWork | None = None
        self._read: dict[str, Project] = {}
        self._background: Background | None = None

    def open(self) -> None:
        """Show the map on screen beside the one it belongs to, or beside its last version."""
        # Imported here: most people never compare.
        from cjeditor.analysis.comparing_maps import counterpart  # noqa: PLC0415
        from cjeditor.window.comparing.dialog import CompareDialog  # noqa: PLC0415
        from cjeditor.window.comparing.sides import map_in, sides_of  # noqa: PLC0415
        from cjeditor.window.comparing.work import CompareWork  # noqa: PLC0415

        if not self._finish_editing():
            return
        project, words = self._document.project, self._house.words
        journey_map = map_in(project, self._map_id())
        if journey_map is None:
            return
        self._read = {}
        self._work = work = CompareWork(words, self._versions().history.load, self)
        work.begun.connect(self._show_busy)
        work.compared.connect(self._show)
        work.file_read.connect(self._offer_file)
        work.refused.connect(self._show_refused)
        self._dialog = dialog = CompareDialog(words, self._house.appearance.theme, self._window)
        dialog.pair_chosen.connect(self._compare)
        dialog.file_wanted.connect(self._ask_for_file)
        dialog.finished.connect(self._forget)
        sides = sides_of(project, words)
        dialog.offer(sides)
        by_id = {side.map_id: side for side in sides}
        pair = counterpart(project, journey_map)
        older, newer = pair if pair is not None else (journey_map, journey_map)
        dialog.choose(by_id[older.id], by_id[newer.id])
        self._list_versions()
        dialog.open()

    def add_file(self, path: str) -> None:
        """Offer the maps of a file, and compare with its first one."""
        if self._work is not None:
            self._work.read_file(Path(path))

    def _offer_file(self, name: str, project: Project) -> None:
        from cjeditor.window.comparing.sides import sides_of  # noqa: PLC0415  as above

        dialog = self._dialog
        if dialog is None:
            return
        sides = sides_of(project, self._house.words, name)
        dialog.offer(sides)
        newer = dialog.newer.currentData()
        same = next((side for side in sides if side.map_id == newer.map_id), sides[0] if sides else None)
        if same is not None:
            dialog.choose(same, newer)
        else:
            dialog.show_problem(self._house.words.t("There is no map in it."))

    def _compare(self, older: Side, newer: Side) -> None:
        if self._work is not None:
            self._work.compare(older, newer, self._read)

    def _show_busy(self) -> None:
        if self._dialog is not None:
            self._dialog.show_problem(self._house.words.t("Reading and comparing…"))

    def _show(self, found: Compared) -> None:
        self._read = found.read
        if self._dialog is None:
            return
        if found.comparison is None:
            self._dialog.show_problem(self._house.words.t("There is no map in it."))
        else:
            self._dialog.show_comparison(found.comparison, found.rows)

    def _show_refused(self, problem: Problem) -> None:
        from cjeditor.wording import sentence  # noqa: PLC0415  as above

        if self._dialog is not None:
            self._dialog.show_problem(sentence(problem, self._house.words))

    def _list_versions(self) -> None:
        """Look what versions there are, beside the GUI thread."""
        keeper = self._versions()
        history, key = keeper.history, keeper.key()

        def job() -> tuple[Version, ...]:
            return tuple(history.versions(key))[:MOST_VERSIONS]

        if self._background is None:
            self._background = Background(self, submit=keeper.aside)
            self._background.done.connect(self._offer_versions)
        self._background.begin(key, job)

    def _offer_versions(self, _key: object, future: Future[tuple[Version, ...]]) -> None:
        from cjeditor.window.comparing.sides import sides_of_versions  # noqa: PLC0415  as above

        dialog, words, found = self._dialog, self._house.words, future.result()
        if dialog is None or not found:
            return
        sides = sides_of_versions(found, self._map_id(), words)
        dialog.offer(sides)
        older, newer = dialog.older.currentData(), dialog.newer.currentData()
        if older is not None and older is newer:  # nothing better was there to begin with
            dialog.choose(sides[0], newer)

    def _ask_for_file(self) -> None:
        if self._dialog is not None:
            chooser = file_dialogs.to_open(self._dialog, self._house.preferences, self._house.words)
            chooser.fileSelected.connect(self.add_file)
            chooser.open()

    def _forget(self) -> None:
        # It deletes itself when it is closed.
        self._dialog = None
        self._read = {}
        if self._work is not None:
            self._work.stop()
            self._work.deleteLater()
            self._work = None
