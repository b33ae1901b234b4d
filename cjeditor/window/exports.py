"""Files from the menu: asks for booklet and picture, writes beside the GUI thread, shows progress, and the result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog, QPushButton, QWidget

from cjeditor.document import Document
from cjeditor.export.options import AS_IT_IS
from cjeditor.export.problems import ExportRefused
from cjeditor.export.target import check_target
from cjeditor.model.lookup import map_of
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.window import file_dialogs
from cjeditor.window.export_job import ExportJob, Work
from cjeditor.window.house import House
from cjeditor.window.picture_forms import picture_forms
from cjeditor.window.plain import label, message_box, shown_name
from cjeditor.wording import plain, sentence

if TYPE_CHECKING:
    # Not before somebody asks for them.
    from cjeditor.catalogue.frameworks import Framework
    from cjeditor.export.options import BookletOptions
    from cjeditor.window.file_asking import FileAsking

Writer = Callable[[Project, str, Path, Any, Callable[[int, int], None], Callable[[], bool]], tuple[Problem, ...]]
"""Writes a map to a file as options of its own sort say; asked for with progress and a way out."""

PROGRESS_AFTER = 400
"""Milliseconds that an export may take before its progress is shown."""

_LONGEST_NAME = 80
BRANDS = "brands"
"""The folder of a person's brands, beside the settings."""


class Exports(QObject):
    """The ways out of the house for the map of one window; one export at a time.

    Signals:
        changed(): an export began or ended, so `can_export` answers otherwise.
    """

    changed = Signal()

    def __init__(
        self,
        document: Document,
        map_id: Callable[[], str],
        house: House,
        window: QWidget,
        finish_editing: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._document = document
        self._map_id = map_id
        self._house = house
        self._words = house.words
        self._window = window
        self._finish_editing = finish_editing
        self._job: ExportJob | None = None
        self._dialog: FileAsking | None = None
        self._load: Callable[[], Writer] | None = None
        self._progress: QProgressDialog | None = None
        self._pending: tuple[Work, Path] | None = None

    def can_export(self) -> bool:
        """Whether no other export is under way."""
        return self._job is None

    def may_begin(self) -> bool:
        """Keep what is being written on the map, and return whether something can be written out now."""
        return self._finish_editing() and self._job is None

    def booklet(self) -> None:
        """Ask for a guide booklet: the map's framework is proposed."""
        if not self.may_begin():
            return
        project = self._document.project
        # Imported here: nobody waits for it at start.
        from cjeditor.export.options import BookletOptions  # noqa: PLC0415
        from cjeditor.window.booklet_dialog import BookletDialog  # noqa: PLC0415

        options = BookletOptions(project.language, project.settings.paper, date=self._house.today())
        framework = map_of(project, self._map_id()).framework
        dialog = BookletDialog(self.suggested("pdf").parent, framework, options, self._words, self._window)
        dialog.wanted.connect(self._booklet_wanted)
        self.ask(dialog)

    def picture(self) -> None:
        """Ask for a picture of the whole map."""
        if not self.may_begin():
            return
        path = self.suggested("svg")
        filters = list(picture_forms(self._words))
        dialog = file_dialogs.to_export(
            self._window, path.parent, title=self._words.t("Picture of the map"), suggested=path.name, filters=filters
        )
        dialog.setDefaultSuffix("svg")
        dialog.fileSelected.connect(self._picture_chosen)
        dialog.open()

    def stop(self) -> None:
        """End what is under way, for the window closes."""
        if self._job is not None:
            self._job.stop()
            self._job.wait()

    def write(self, work: Work, path: Path) -> None:
        """Let `work` write the file `path` beside the GUI thread, with progress and word of how it went."""
        self._house.preferences.remember_export_folder(path.parent)
        job = ExportJob(work, path, self)
        self._job = job
        progress = QProgressDialog(self._window)
        progress.setObjectName("progress")
        progress.setWindowTitle("cjeditor")
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = self._words.t("Writing {name}…", name=plain(shown_name(path.name), _LONGEST_NAME))
        progress.setLabel(label(said, progress))  # one of its own takes markup
        progress.setRange(0, 0)
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        # In this order: the duration counts only for a dialogue that has begun.
        progress.setValue(0)
        progress.setMinimumDuration(PROGRESS_AFTER)
        progress.canceled.connect(job.stop)
        self._progress = progress
        job.progressed.connect(self._show_progress)
        job.done.connect(self._done)
        job.refused.connect(self._refused)
        job.cancelled.connect(self._over)
        job.failed.connect(self._over)
        job.start()
        self.changed.emit()

    def suggested(self, suffix: str, called: str = "") -> Path:
        """Return where a file of this kind might go: beside the last one, else beside the project.

        Args:
            suffix: what it ends in, without a dot.
            called: what it is, behind the name of the project; empty where that alone says enough.
        """
        project = self._document.project
        path = self._document.path
        stem = path.stem if path is not None else file_dialogs.file_name(map_of(project, self._map_id()).title)
        folder = self._house.preferences.export_folder
        if folder is None and path is not None and path.parent.is_dir():
            folder = path.parent
        name = f"{stem} – {called}" if called else stem
        return (folder or file_dialogs.documents_folder()) / f"{name}.{suffix}"

    # ------------------------------------------------------------------------------------------------------ start
    def _map_wanted(self, path: Path, options: object) -> None:
        project, map_id, load = self._document.project, self._map_id(), self._load
        if load is None:
            return

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> tuple[Problem, ...]:
            return load()(project, map_id, path, options, progress, cancelled)

        self.write_wanted(work, path)

    def _booklet_wanted(self, path: Path, framework: Framework, options: BookletOptions) -> None:
        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> tuple[Problem, ...]:
            # Imported here: it loads reportlab.
            from cjeditor.export.booklet import write_booklet  # noqa: PLC0415

            return write_booklet(framework, path, options, progress, cancelled)

        self.write_wanted(work, path)

    def write_wanted(self, work: Work, path: Path) -> None:
        """Begin what the dialogue asked for, unless the file cannot be written or is there already."""
        try:
            check_target(path)
        except ExportRefused as refused:
            if self._dialog is not None:
                self._dialog.show_problem(sentence(refused.problem, self._words))
            return
        self._pending = (work, path)
        if path.exists():
            self._ask_to_replace(path)
        else:
            self._begin()

    def _ask_to_replace(self, path: Path) -> None:
        box = message_box(
            self._dialog,
            icon=QMessageBox.Icon.Question,
            text=self._words.t("“{name}” already exists. Replace it?", name=shown_name(path.name)),
        )
        box.setObjectName("replace")
        replace = QPushButton(self._words.t("Replace"), box)
        box.addButton(replace, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        replace.clicked.connect(self._begin)
        box.open()

    def ask_for_map(self, dialog: FileAsking, load: Callable[[], Writer]) -> None:
        """Open a dialogue that wants a file with options for the map on screen.

        Args:
            dialog: asks.
            load: called beside the GUI thread once it wants one; returns what writes it.
        """
        self._load = load
        dialog.wanted.connect(self._map_wanted)
        self.ask(dialog)

    def ask(self, dialog: FileAsking) -> None:
        """Open a dialogue whose answer will be written; it learns of what is wrong with its file."""
        self._dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        # It deletes itself when it is closed.
        self._dialog = None

    def _begin(self) -> None:
        if self._pending is None:
            return
        (work, path), self._pending = self._pending, None
        if self._dialog is not None:
            self._dialog.accept()
        self.write(work, path)

    def _picture_chosen(self, name: str) -> None:
        path = Path(name)
        dialog = self.sender()
        chosen = dialog.selectedNameFilter() if isinstance(dialog, QFileDialog) else ""
        options = picture_forms(self._words).get(chosen, AS_IT_IS)
        project, map_id = self._document.project, self._map_id()

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> tuple[Problem, ...]:
            # Imported here: they load reportlab and pypdfium2.
            from cjeditor.export.picture import write_picture  # noqa: PLC0415

            return write_picture(project, map_id, path, progress, cancelled, options=options)

        self.write(work, path)

    # -------------------------------------------------------------------------------------------------------- end
    def _show_progress(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress.setRange(0, total)
            self._progress.setValue(done)

    def _over(self) -> ExportJob | None:
        job, self._job = self._job, None
        self.changed.emit()
        if self._progress is not None:
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None
        if job is not None:
            job.wait()
            job.deleteLater()
        return job

    def _done(self, lost: tuple[Problem, ...]) -> None:
        job = self._over()
        if job is None:
            return
        box = message_box(
            self._window,
            icon=QMessageBox.Icon.Information,
            text=self._words.t("“{name}” was written.", name=shown_name(job.path.name)),
            details="\n\n".join(
                [shown_name(str(job.path.parent)), *(sentence(problem, self._words) for problem in lost)]
            ),
        )
        box.setObjectName("written")
        box.setProperty("path", str(job.path))
        show = QPushButton(self._words.t("Open file"), box)
        folder = QPushButton(self._words.t("Open folder"), box)
        box.addButton(show, QMessageBox.ButtonRole.ActionRole)
        box.addButton(folder, QMessageBox.ButtonRole.ActionRole)
        close = box.addButton(QMessageBox.StandardButton.Close)
        box.setDefaultButton(close)
        show.clicked.connect(self._open_file)
        folder.clicked.connect(self._open_folder)
        self._written = job.path
        box.open()

    def _refused(self, problem: Problem) -> None:
        job = self._over()
        if job is None:
            return
        text = self._words.t("“{name}” was not written.", name=shown_name(job.path.name))
        details = sentence(problem, self._words)
        message_box(self._window, icon=QMessageBox.Icon.Warning, text=text, details=details).open()

    def _open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))
