"""Personas into a file and out of one: which, where to, and what becomes of those that are called the same."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from cjeditor.document import Document
from cjeditor.model.edits.persona_library import take_personas
from cjeditor.model.ids import new_id
from cjeditor.model.problem import EditRefused, Problem
from cjeditor.model.project import Project
from cjeditor.storage.load import FileRefused
from cjeditor.storage.persona_library import SUFFIX, read_personas, write_personas
from cjeditor.storage.save import SaveFailed
from cjeditor.window.file_dialogs import documents_folder, file_name
from cjeditor.window.house import House
from cjeditor.window.personas.library_dialog import LibraryDialog
from cjeditor.window.plain import message_box
from cjeditor.wording import sentence


class LibraryFlow(QObject):
    """Serves the editor of personas, and goes with it.

    Signals:
        taken(str): personas came into the project; this is the id of the first.
    """

    taken = Signal(str)

    def __init__(self, document: Document, house: House, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._document = document
        self._house = house
        self._dialog = dialog
        self._ids: list[str] = []
        self._source = Project()

    def export(self) -> None:
        """Ask which personas go into a file."""
        asking = LibraryDialog(self._document.project, None, self._house.words, self._dialog)
        asking.confirmed.connect(self._ask_where)
        asking.open()

    def take(self) -> None:
        """Ask for a file of personas."""
        asking = self._file_dialog(self._house.words.t("Personas from a file"))
        asking.setFileMode(QFileDialog.FileMode.ExistingFile)
        asking.fileSelected.connect(self.read)
        asking.open()

    def read(self, name: str) -> None:
        """Show what is in a file, or say why it is refused."""
        try:
            self._source = read_personas(Path(name))
        except FileRefused as refused:
            self._tell(self._house.words.t("These personas cannot be read"), refused.problems[0])
            return
        if not self._source.personas:
            self._tell(self._house.words.t("These personas cannot be read"), Problem("not-personas"))
            return
        asking = LibraryDialog(self._source, self._document.project, self._house.words, self._dialog)
        asking.confirmed.connect(self._take)
        asking.open()

    def write(self, name: str) -> None:
        """Write the chosen personas into a file."""
        path = Path(name)
        self._house.preferences.remember_folder(path.parent)
        try:
            write_personas(path, self._document.project, self._ids)
        except SaveFailed as failed:
            self._tell(self._house.words.t("The personas were not written"), failed.problem)

    def _ask_where(self, ids: list[str], _replacing: bool) -> None:
        self._ids = ids
        project = self._document.project
        words = self._house.words
        asking = self._file_dialog(words.t("Personas into a file"))
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setFileMode(QFileDialog.FileMode.AnyFile)
        asking.setDefaultSuffix(SUFFIX)
        names = [each.name for each in project.personas if each.id in ids]
        called = names[0] if len(names) == 1 else words.t("Personas")
        asking.selectFile(f"{file_name(called)}.{SUFFIX}")
        asking.fileSelected.connect(self.write)
        asking.open()

    def _take(self, ids: list[str], replacing: bool) -> None:
        made: list[str] = []
        source = self._source

        def edit(project: Project) -> Project:
            project, made[:] = take_personas(project, source, ids, new_ids=new_id, replacing=replacing)
            return project

        words = self._house.words
        try:
            self._document.apply(words.tn("Take over persona", "Take over {n} personas", len(ids)), edit)
        except EditRefused as refused:
            self._tell(words.t("These personas cannot be taken"), refused.problem)
            return
        if made:
            self.taken.emit(made[0])

    def _file_dialog(self, title: str) -> QFileDialog:
        words = self._house.words
        folder = self._house.preferences.last_folder or documents_folder()
        made = QFileDialog(self._dialog, title, str(folder))
        made.setObjectName("personas_file")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.setNameFilters([words.t("Personas") + f" (*.{SUFFIX})", words.t("All files") + " (*)"])
        return made

    def _tell(self, text: str, problem: Problem) -> None:
        said = sentence(problem, self._house.words)
        box = message_box(self._dialog, icon=QMessageBox.Icon.Warning, text=text, details=said)
        box.setObjectName("personas_refused")
        box.open()
