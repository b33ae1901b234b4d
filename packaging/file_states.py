"""States of the window for the gallery in which something comes from a file or goes into one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from cjeditor.model.edits.maps import add_persona
from cjeditor.model.ids import new_id
from cjeditor.storage.persona_library import SUFFIX, write_personas
from cjeditor.window.figures.funnel.importing import FunnelImport
from cjeditor.window.main_window import MainWindow
from cjeditor.window.personas.library_flow import LibraryFlow
from cjeditor.window.surveys.dialog import SurveyDialog

_COUNTS = """Stufe;August 2026;September 2026
Suspects;48.200;51.000
Leads;4.210;4.400
Interessenten;640;ca. 700
Abbruch;12;9
"""
_MANY = 200_000
"""Rows of a file that takes longer to read than a picture to take."""


def _library(window: MainWindow) -> LibraryFlow | None:
    window.actions_of_window["map.personas"].trigger()
    QApplication.processEvents()
    return window.findChild(LibraryFlow)


def _persona_files(window: MainWindow) -> None:
    """Choose which personas go into a file."""
    library = _library(window)
    if library is not None:
        library.export()


def _persona_take(window: MainWindow) -> None:
    """Take personas from a file of which one is called as one that is there."""
    library, project = _library(window), window.room.document.project
    if library is not None:
        project = add_persona(project, persona_id=new_id("ps"), name="Ehepaar Sommerfeld, kurz vor der Rente")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"personas.{SUFFIX}"
            write_personas(path, project, [each.id for each in project.personas])
            library.read(str(path))


def _funnel_file(window: MainWindow) -> None:
    """Show what a file says of the funnel, with what cannot be taken from it."""
    window.actions_of_window["figure.funnel"].trigger()
    QApplication.processEvents()
    shown = window.findChild(FunnelImport)
    if shown is not None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "trichter-2026.csv"
            path.write_text(_COUNTS, encoding="utf-8")
            shown.read(path)
        shown.column.setCurrentIndex(shown.column.count() - 1)


def _csv_reading(window: MainWindow) -> None:
    """Read a file that takes a while."""
    window.actions_of_window["survey.new"].trigger()
    dialog = window.findChild(SurveyDialog)
    if dialog is not None:
        path = Path(tempfile.mkdtemp()) / "antworten-2026.csv"
        path.write_text("Id;Note;Filiale;Text\n" + "1;9;Kassel Nord;ein Satz dazu\n" * _MANY, encoding="utf-8")
        dialog.take_file(path)


FILE_STATES: Final[Mapping[str, Callable[[MainWindow], None]]] = {
    "persona-files": _persona_files,
    "persona-take": _persona_take,
    "funnel-file": _funnel_file,
    "csv-reading": _csv_reading,
}
"""As in `dock_states`."""
