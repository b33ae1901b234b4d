"""Worksheets from the menu: asks which, and lets them be written beside the GUI thread."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from cjeditor.export.options import HandoutOptions
from cjeditor.model.lookup import map_of
from cjeditor.window.site import Site


class WorksheetsFlow(QObject):
    """Makes blank sheets from the map on screen, in the language of its project."""

    def __init__(self, site: Site) -> None:
        super().__init__(site.room)
        self._site = site

    def open(self) -> None:
        """Ask which sheets a workshop is held with."""
        site, words = self._site, self._site.house.words
        if not site.finish_editing() or not site.exports.can_export():
            return
        project = site.document.project
        title = map_of(project, site.map_id()).title.strip() or words.t("Untitled map")
        path = site.exports.suggested("pdf")
        path = path.with_name(f"{path.stem} – {words.t('Worksheets')}.pdf")
        # Imported here: nobody waits for it at start.
        from cjeditor.window.worksheets_dialog import WorksheetsDialog  # noqa: PLC0415

        dialog = WorksheetsDialog(path, title, project.settings.paper, site.house.today(), words, site.window)
        dialog.wanted.connect(self._wanted)
        site.exports.ask(dialog)

    def _wanted(self, path: Path, options: HandoutOptions) -> None:
        author = self._site.house.preferences.defaults.author
        self._site.exports.write_handout(path, replace(options, author=author))
