"""Slides and web page from the menu: asks what they should be, and lets them be written beside the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cjeditor.export.options import PublishOptions
from cjeditor.model.lookup import map_of
from cjeditor.storage import paths
from cjeditor.window.exports import BRANDS, Writer
from cjeditor.window.kept_choices import OWN_KIND
from cjeditor.window.site import Site

if TYPE_CHECKING:
    # Not before somebody asks for it.
    from cjeditor.window.publish.dialog import PublishDialog


class PublishFlow(QObject):
    """Writes the map on screen as slides or as a page; the language of its project is proposed."""

    def __init__(self, site: Site) -> None:
        super().__init__(site.room)
        self._site = site

    def slides(self) -> None:
        """Ask for slides."""
        t = self._site.house.words.t
        dialog = self._dialog("slides", t("Slides of the map"), t("Create slides"), "pptx")
        if dialog is not None:
            self._site.exports.ask_for_map(dialog, _slides_writer)

    def page(self) -> None:
        """Ask for a page."""
        t = self._site.house.words.t
        dialog = self._dialog("web_page", t("Web page of the map"), t("Create web page"), "html")
        if dialog is not None:
            self._site.exports.ask_for_map(dialog, _page_writer)

    def _dialog(self, name: str, title: str, create: str, suffix: str) -> PublishDialog | None:
        """The dialogue for a file with this suffix; None where nothing can be written now."""
        site, house = self._site, self._site.house
        if not site.exports.may_begin():
            return None
        # Imported here: nobody waits for it at start.
        from cjeditor.window.publish.dialog import PublishDialog, Wish  # noqa: PLC0415

        project = site.document.project
        journey = map_of(project, site.map_id())
        shown = journey.title.strip() or house.words.t("Untitled map")
        kind = journey.framework or OWN_KIND
        path, names = site.exports.suggested(suffix), site.project_names()
        wish = Wish(name, title, create, path, shown, kind, names, project.language)
        options = PublishOptions(date=house.today(), author=house.preferences.defaults.author)
        brands = paths.config_folder() / BRANDS
        return PublishDialog(wish, options, house.preferences.published, brands, house.words, site.window)


def _slides_writer() -> Writer:
    # Imported here: python-pptx takes a third of a second that nobody should wait for at start.
    from cjeditor.export.pptx.slides import write_slides  # noqa: PLC0415

    return write_slides


def _page_writer() -> Writer:
    # Imported here: fontTools takes a while that nobody should wait for at start.
    from cjeditor.export.html.page import write_page  # noqa: PLC0415

    return write_page
