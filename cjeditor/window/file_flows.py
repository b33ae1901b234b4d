"""New, open and let go for one window: nothing is lost without asking, and a bad file changes nothing on screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox

from cjeditor.catalogue.templates import new_project
from cjeditor.document import Document
from cjeditor.model.ids import new_id
from cjeditor.model.problem import EditRefused, Problem
from cjeditor.model.project import Project
from cjeditor.storage.fingerprint import Fingerprint
from cjeditor.storage.load import FileRefused, Opened, names_in, open_file
from cjeditor.storage.mending import Lost
from cjeditor.texts import Texts
from cjeditor.window import file_dialogs
from cjeditor.window.house import House
from cjeditor.window.in_file import InFile
from cjeditor.window.new_projects import with_a_map, with_defaults
from cjeditor.window.plain import message_box, shown_name
from cjeditor.window.recent_menu import RecentMenu
from cjeditor.window.samples_menu import SamplesMenu
from cjeditor.window.saving import Continuation, Saving
from cjeditor.wording import place, plain, sentence

if TYPE_CHECKING:
    # Not before somebody asks for it.
    from cjeditor.window.new_map.dialog import Choice, NewDialog

PROBLEMS_SHOWN = 8
"""Lines in a message about a file; the rest is counted."""


class FileFlows(QObject):
    """How projects come into windows and go out of them.

    Signals:
        made(Project): a new project is wanted in a window.
        path_wanted(Path): this file should be opened, wherever it is best shown.
        held(): the window shows another project, or the same one as one without a file.
    """

    made = Signal(object)
    path_wanted = Signal(object)
    held = Signal()

    def __init__(
        self,
        document: Document,
        house: House,
        window: QMainWindow,
        saving: Saving,
        finish_editing: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._document = document
        self._house = house
        self._words = house.words
        self._window = window
        self._saving = saving
        self._finish_editing = finish_editing
        self._then: Continuation | None = None
        self._dialog: NewDialog | None = None
        saving.reload_wanted.connect(self._reload)

    def new(self) -> None:
        """Ask what a new project starts from."""
        # Imported here: nobody waits for it to see the map.
        from cjeditor.window.new_map.dialog import NewDialog  # noqa: PLC0415

        self._dialog = NewDialog(self._words, self._house.appearance.theme, self._window)
        self._dialog.chosen.connect(self._make)
        self._dialog.open_wanted.connect(self.open)
        self._dialog.sample_wanted.connect(self.open_sample)
        self._dialog.finished.connect(self._forget_dialog)
        self._dialog.open()

    def offer(self, recent: QMenu, samples: QMenu) -> RecentMenu:
        """Fill the menus of what may be opened at a click, and return that of the recent files."""
        SamplesMenu(samples, self._words).chosen.connect(self.open_sample)
        made = RecentMenu(recent, self._house.preferences, self._words)
        made.path_chosen.connect(self.path_wanted)
        return made

    def open_sample(self, path: Path) -> None:
        """Show a sample as a new project that has no file yet."""
        found = self.read(path)
        if found is not None:
            self.made.emit(found.project)

    def open(self) -> None:
        """Ask for a file to open."""
        dialog = file_dialogs.to_open(self._window, self._house.preferences, self._words)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def read(self, path: Path) -> Opened | None:
        """Return the project in the file `path`; where it is refused say why and return nothing."""
        try:
            return open_file(path)
        except FileRefused as refused:
            self.show_refused(refused)
            return None

    def hold(self, project: Project, path: Path | None, fingerprint: Fingerprint | None, *, clean: bool = True) -> None:
        """Show another project in this window from now on."""
        self._document.replace_all(with_a_map(project), path, clean=clean)
        self._saving.begin_with(path, fingerprint)
        self.held.emit()

    def show_refused(self, refused: FileRefused) -> None:
        """Say what is wrong with a file, where, and what to do; several problems in a list that can be copied."""
        words, problems = self._words, refused.problems
        names = names_in(refused.path) if any(problem.where for problem in problems) else {}
        told = [_told(problem, names, words) for problem in problems]
        one = len(told) == 1
        box = message_box(
            self._window,
            icon=QMessageBox.Icon.Warning,
            text=words.t("“{name}” was not opened.", name=plain(shown_name(refused.path.name))),
            details=told[0]
            if one
            else words.tn("{n} problem was found in it:", "{n} problems were found in it:", len(told)),
            items=() if one else told,
        )
        box.setObjectName("not_opened")
        box.open()

    def show_lost(self, path: Path, lost: Lost) -> None:
        """Say which damaged pictures an opened project is without; nothing where there are none."""
        if not lost.pictures:
            return
        words = self._words
        shown = [
            words.t(
                "Note {number} on “{title}” has lost its picture.",
                number=str(number),
                title=plain(title) or words.t("Untitled map"),
            )
            for title, number in lost.notes[:PROBLEMS_SHOWN]
        ]
        shown += [
            words.t("The persona “{name}” has lost its portrait.", name=plain(name))
            for name in lost.personas[: PROBLEMS_SHOWN - len(shown)]
        ]
        more = len(lost.notes) + len(lost.personas) - len(shown)
        if more > 0:
            shown.append(words.tn("… and {n} more.", "… and {n} more.", more))
        remedy = words.t(
            "The file on disk stays as it is until you save. "
            "If you have an older copy of it, take the pictures from there."
        )
        text = words.tn(
            "“{name}” was opened without a picture that is damaged in the file.",
            "“{name}” was opened without {n} pictures that are damaged in the file.",
            lost.pictures,
            name=shown_name(path.name),
        )
        box = message_box(
            self._window,
            icon=QMessageBox.Icon.Warning,
            text=text,
            details="\n\n".join(filter(None, ("\n".join(shown), remedy))),
        )
        box.setObjectName("pictures_lost")
        box.open()

    def ask_to_let_go(self, then: Continuation) -> None:
        """Go on with `then` once the work is saved, or is not wanted."""
        if not self._finish_editing():
            return
        if self._document.is_clean():
            then()
            return
        self._then = then
        box = message_box(
            self._window,
            icon=QMessageBox.Icon.Question,
            text=self._words.t("Save the changes to “{name}”?", name=self._saving.name()),
            details=self._words.t("Otherwise they will be lost."),
        )
        box.setObjectName("let_go")
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.button(buttons.Save).setText(self._words.t("Save"))
        box.button(buttons.Discard).setText(self._words.t("Don’t save"))
        box.setDefaultButton(buttons.Save)
        box.setEscapeButton(buttons.Cancel)
        box.buttonClicked.connect(self._let_go_answered)
        box.open()

    def _make(self, choice: Choice) -> None:
        try:
            made = new_project(
                choice.template,
                language=choice.language,
                title=choice.title,
                new_id=new_id,
                persona=choice.persona,
                state=choice.state,
            )
            project = with_defaults(made, self._house.preferences.defaults)
        except EditRefused as refused:
            if self._dialog is not None:
                self._dialog.show_problem(sentence(refused.problem, self._words))
            return
        if self._dialog is not None:
            self._dialog.accept()
        self.made.emit(project)

    def _forget_dialog(self) -> None:
        # It deletes itself when it is closed.
        self._dialog = None

    def _file_chosen(self, name: str) -> None:
        self.path_wanted.emit(Path(name))

    def _let_go_answered(self) -> None:
        box = self.sender()
        if not isinstance(box, QMessageBox):
            return
        answer = box.standardButton(box.clickedButton())
        then, self._then = self._then, None
        if then is None:
            return
        if answer == QMessageBox.StandardButton.Save:
            self._saving.save(then)
        elif answer == QMessageBox.StandardButton.Discard:
            then()

    def _reload(self) -> None:
        """Read the file again; it replaces what is on screen only when it can be read."""
        path = self._document.path
        found = self.read(path) if path is not None else None
        if path is not None and found is not None:
            self._take(found, path)
            self.show_lost(path, found.lost)

    def _take(self, found: Opened, path: Path) -> None:
        """Put theirs in the place of what is on screen, as a step: undo brings mine back."""

        def edit(now: Project) -> Project:
            del now
            return with_a_map(found.project)

        changed = self._document.apply(self._words.t("Take theirs"), edit)
        if found.lost.pictures:
            self._document.undo_stack.resetClean()
        else:
            self._document.mark_saved(path)
        self._saving.take_theirs(InFile(self._document.project, found.fingerprint), changed=changed)


def _told(problem: Problem, names: Mapping[str, str], words: Texts) -> str:
    """Return what is wrong in a file and what to do, after the place in words of people."""
    where = place(problem.where, words, names)
    said = sentence(problem, words)
    return f"{where[0].upper()}{where[1:]}:\n{said}" if where else said
