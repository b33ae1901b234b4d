"""The minutes from the menu: what they should say, where they go, and writing them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as replaced
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cjeditor.document import Document
from cjeditor.export.options import MARKDOWN_SUFFIX
from cjeditor.model.edits.maps import set_project
from cjeditor.model.lookup import map_of
from cjeditor.model.problem import EditRefused, Problem
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.window import file_dialogs
from cjeditor.window.exports import Exports
from cjeditor.window.house import House
from cjeditor.window.workshop.timer import WorkshopTimer

if TYPE_CHECKING:
    # Not before somebody asks for them.
    from cjeditor.export.minutes_content import MinutesOptions
    from cjeditor.window.workshop.minutes_dialog import MinutesDialog


class MinutesFlow(QObject):
    """Asks and writes; who took part stays in the project.

    Signals:
        refused(Problem): the names cannot be kept.
    """

    refused = Signal(object)

    def __init__(
        self,
        document: Document,
        map_id: Callable[[], str],
        exports: Exports,
        timer: WorkshopTimer,
        finish_editing: Callable[[], bool],
        house: House,
        window: QWidget,
    ) -> None:
        """Make it.

        Args:
            document: whose workshop it was.
            map_id: tells the map on screen.
            exports: writes beside the GUI thread.
            timer: tells the step that is going on.
            finish_editing: keeps what is being written; False where that was refused.
            house: what windows share.
            window: stands behind the dialogues.
        """
        super().__init__(window)
        self._document = document
        self._map_id = map_id
        self._exports = exports
        self._timer = timer
        self._finish_editing = finish_editing
        self._house = house
        self._words = house.words
        self._window = window
        self._dialog: MinutesDialog | None = None
        self._options: MinutesOptions | None = None

    def open(self) -> None:
        """Ask what the minutes should say."""
        # Imported here: nobody waits for them at start.
        from cjeditor.export.minutes_content import MinutesOptions  # noqa: PLC0415
        from cjeditor.window.workshop.minutes_dialog import MinutesDialog  # noqa: PLC0415

        if not self._finish_editing() or not self._exports.can_export():
            return
        project = self._document.project
        begun = sorted(step.started for step in project.agenda if step.started)
        names = tuple(line for line in project.settings.participants.splitlines() if line.strip())
        title = project.title.strip() or map_of(project, self._map_id()).title.strip()
        options = MinutesOptions(
            title=self._words.t("Workshop: {title}", title=" ".join(title.split())) if title else "",
            date=begun[0][:10] if begun else self._house.today(),
            participants=names,
        )
        self._dialog = MinutesDialog(options, self._words, self._window)
        self._dialog.wanted.connect(self._ask_where)
        self._dialog.finished.connect(self._forget_dialog)
        self._dialog.open()

    def _ask_where(self, options: MinutesOptions) -> None:
        if not self._keep_names(options.participants):
            return
        self._options = options
        own = self._document.path
        beside = own.parent if own is not None and own.parent.is_dir() else None
        folder = beside or self._house.preferences.export_folder or file_dialogs.documents_folder()
        name = file_dialogs.file_name(options.title or self._words.t("Minutes of the workshop"))
        dialog = file_dialogs.to_export(
            self._dialog or self._window,
            folder,
            title=self._words.t("Minutes of the workshop"),
            suggested=f"{name}.pdf",
            filters=["PDF (*.pdf)", f"Markdown (*{MARKDOWN_SUFFIX})"],
        )
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(self._take_suffix)
        dialog.fileSelected.connect(self._write)
        dialog.open()

    def _take_suffix(self, chosen: str) -> None:
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            dialog.setDefaultSuffix("md" if MARKDOWN_SUFFIX in chosen else "pdf")

    def _write(self, name: str) -> None:
        project, map_id, path = self._document.project, self._map_id(), Path(name)
        if self._options is None:
            return
        going = self._timer.step
        options = replaced(self._options, going=going.id if going is not None else "", now=self._house.now())
        if self._dialog is not None:
            self._dialog.accept()

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> tuple[Problem, ...]:
            # Imported here: it is needed nowhere else.
            from cjeditor.export.minutes import write_minutes  # noqa: PLC0415

            del progress, cancelled  # a page or two
            return write_minutes(project, map_id, path, options)

        self._exports.write(work, path)

    def _keep_names(self, names: tuple[str, ...]) -> bool:
        """Keep who took part; False where that is refused."""
        text = "\n".join(names)

        def edit(project: Project) -> Project:
            return set_project(project, settings=replace(project.settings, participants=text))

        try:
            self._document.apply(self._words.t("Keep the participants"), edit)
        except EditRefused as refused:
            self.refused.emit(refused.problem)
            return False
        return True

    def _forget_dialog(self) -> None:
        # It deletes itself when it is closed.
        self._dialog = None
