"""Handout, poster and worksheets from the menu: each is composed in a dialogue, and written beside the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cjeditor.storage import paths
from cjeditor.window.composed_subject import Subject
from cjeditor.window.exports import BRANDS, Writer
from cjeditor.window.site import Site

if TYPE_CHECKING:
    # Not before somebody asks for one.
    from cjeditor.export.posters.options import PosterOptions


class Composing(QObject):
    """Opens the dialogues for the map on screen."""

    def __init__(self, site: Site) -> None:
        super().__init__(site.room)
        self._site = site

    def handout(self) -> None:
        """Ask for a handout."""
        site = self._site
        if not site.exports.may_begin():
            return
        # Imported here: nobody waits for it at start.
        from cjeditor.window.handout.dialog import HandoutDialog  # noqa: PLC0415

        dialog = HandoutDialog(self._subject(), site.house, site.window)
        dialog.poster_wanted.connect(self._show_poster)
        site.exports.ask_for_map(dialog, _handout_writer)

    def poster(self) -> None:
        """Ask for a poster."""
        if self._site.exports.may_begin():
            self._show_poster()

    def worksheets(self) -> None:
        """Ask which sheets a workshop is held with."""
        site = self._site
        if not site.exports.may_begin():
            return
        # Imported here: nobody waits for it at start.
        from cjeditor.window.worksheets.dialog import WorksheetsDialog  # noqa: PLC0415

        dialog = WorksheetsDialog(self._subject(site.house.words.t("Worksheets")), site.house, site.window)
        site.exports.ask_for_map(dialog, _handout_writer)

    def _show_poster(self, wish: PosterOptions | None = None, brand: str = "") -> None:
        """Ask for a poster, with what is wished for instead of what was chosen last."""
        # Imported here: nobody waits for it at start.
        from cjeditor.window.poster.dialog import PosterDialog  # noqa: PLC0415

        site = self._site
        dialog = PosterDialog(self._subject(site.house.words.t("Poster")), site.house, site.window)
        if wish is not None:
            dialog.show_wish(wish, brand)
        site.exports.ask_for_map(dialog, _poster_writer)

    def _subject(self, called: str = "") -> Subject:
        site = self._site
        path = site.exports.suggested("pdf", called)
        return Subject(path, site.document.project, site.map_id(), site.project_names(), paths.config_folder() / BRANDS)


def _handout_writer() -> Writer:
    # Imported here: reportlab takes 150 ms that nobody should wait for at start.
    from cjeditor.export.handout import write_handout  # noqa: PLC0415

    return write_handout


def _poster_writer() -> Writer:
    # Imported here: as above.
    from cjeditor.export.posters.writing import write_poster  # noqa: PLC0415

    return write_poster
