"""Printing from the menu: what was composed last is proposed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cjeditor.model.lookup import map_of
from cjeditor.storage import paths
from cjeditor.window.exports import BRANDS
from cjeditor.window.kept_choices import OWN_KIND
from cjeditor.window.site import Site


class PrintFlow(QObject):
    """Opens the dialogue for the map on screen."""

    def __init__(self, site: Site) -> None:
        super().__init__(site.room)
        self._site = site

    def open(self) -> None:
        """Show the pages, to be printed."""
        site, house = self._site, self._site.house
        if not site.finish_editing():
            return
        # Imported here: nobody waits for them at start.
        from cjeditor.window.handout.choices import kept  # noqa: PLC0415
        from cjeditor.window.printing.dialog import PrintDialog  # noqa: PLC0415
        from cjeditor.window.printing.last import last_options  # noqa: PLC0415

        project, map_id = site.document.project, site.map_id()
        kind = map_of(project, map_id).framework or OWN_KIND
        choices = kept(house.preferences.handouts.last(kind, site.project_names()))
        last = last_options(choices, paths.config_folder() / BRANDS, house.today())
        PrintDialog(project, map_id, last, house.words, house.icons, site.window).open()
