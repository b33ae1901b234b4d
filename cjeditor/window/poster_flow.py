"""Posters from the menu: asks for one, and lets it be written beside the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cjeditor.model.problem import Problem
from cjeditor.storage import paths
from cjeditor.window.exports import BRANDS
from cjeditor.window.site import Site

if TYPE_CHECKING:
    # Not before somebody asks for one.
    from cjeditor.export.posters.options import PosterOptions


class PosterFlow(QObject):
    """Makes posters of the map on screen."""

    def __init__(self, site: Site) -> None:
        super().__init__(site.room)
        self._site = site

    def open(self) -> None:
        """Ask for a poster."""
        site, words = self._site, self._site.house.words
        if not site.finish_editing() or not site.exports.can_export():
            return
        project = site.document.project
        # Imported here: nobody waits for it at start.
        from cjeditor.window.poster.dialog import PosterDialog  # noqa: PLC0415

        path = site.exports.suggested("pdf")
        path = path.with_name(f"{path.stem} – {words.t('Poster')}.pdf")
        dialog = PosterDialog(path, project, site.map_id(), site.house, paths.config_folder() / BRANDS, site.window)
        dialog.wanted.connect(self._wanted)
        site.exports.ask(dialog)

    def _wanted(self, path: Path, options: PosterOptions) -> None:
        project, map_id = self._site.document.project, self._site.map_id()

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> tuple[Problem, ...]:
            # Imported here: it loads reportlab.
            from cjeditor.export.posters.writing import write_poster  # noqa: PLC0415

            return write_poster(project, map_id, path, options, progress, cancelled)

        self._site.exports.write_wanted(work, path)
