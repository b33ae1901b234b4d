"""The details of the map on screen: opens their form, and makes one step of what was entered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cjeditor.document import Document
from cjeditor.model.ids import new_id
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.texts import Texts

if TYPE_CHECKING:
    # Not before somebody asks for the form.
    from cjeditor.window.map_details import Details, MapDetailsDialog


class DetailsFlow(QObject):
    """Opens the form for the map on screen and makes one step of what was entered.

    Signals:
        refused(Problem): a value cannot be kept; the form stays open.
    """

    refused = Signal(object)

    def __init__(self, document: Document, map_id: Callable[[], str], words: Texts, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._map_id = map_id
        self._words = words
        self._window = window
        self._dialog: MapDetailsDialog | None = None

    def open(self) -> None:
        """Show the form."""
        # Imported here: nobody waits for it at start.
        from cjeditor.window.map_details import MapDetailsDialog, details_of  # noqa: PLC0415

        self._dialog = MapDetailsDialog(details_of(self._document.project, self._map_id()), self._words, self._window)
        self._dialog.confirmed.connect(self._apply)
        self._dialog.finished.connect(self._forget_dialog)
        self._dialog.open()

    def _apply(self, wanted: Details) -> None:
        # Imported here: it comes with the form.
        from cjeditor.window.map_details import with_details  # noqa: PLC0415

        map_id, fresh_id = self._map_id(), new_id("ps")

        def edit(project: Project) -> Project:
            return with_details(project, map_id, wanted, fresh_id)

        try:
            self._document.apply(self._words.t("Edit map details"), edit)
        except EditRefused as refused:
            self.refused.emit(refused.problem)
            return
        if self._dialog is not None:
            self._dialog.accept()

    def _forget_dialog(self) -> None:
        # It deletes itself when it is closed.
        self._dialog = None
