"""Slides and web page from the menu: asks where they go, and lets them be written beside the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from cjeditor.export.options import PublishOptions
from cjeditor.model.problem import Problem
from cjeditor.model.project import Project
from cjeditor.window import file_dialogs
from cjeditor.window.site import Site


class PublishFlow(QObject):
    """Writes the map on screen as slides or as a page, in the language of its project."""

    def __init__(self, site: Site) -> None:
        super().__init__(site.room)
        self._site = site
        self._words = site.house.words

    def slides(self) -> None:
        """Ask where slides go."""
        self._ask(self._words.t("Slides of the map"), self._words.t("PowerPoint slides"), "pptx", self._write_slides)

    def page(self) -> None:
        """Ask where a page goes."""
        self._ask(self._words.t("Web page of the map"), self._words.t("Web page"), "html", self._write_page)

    def _ask(self, title: str, kind: str, suffix: str, then: Callable[[str], None]) -> None:
        site = self._site
        if not site.finish_editing() or not site.exports.can_export():
            return
        path = site.exports.suggested(suffix)
        dialog = file_dialogs.to_export(
            site.window, path.parent, title=title, suggested=path.name, filters=[f"{kind} (*.{suffix})"]
        )
        dialog.setDefaultSuffix(suffix)
        dialog.fileSelected.connect(then)
        dialog.open()

    def _write_slides(self, name: str) -> None:
        path, project, map_id, options = self._wanted(name)

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> tuple[Problem, ...]:
            # Imported here: python-pptx takes a third of a second that nobody should wait for at start.
            from cjeditor.export.pptx.slides import write_slides  # noqa: PLC0415

            return write_slides(project, map_id, path, options, progress, cancelled)

        self._site.exports.write(work, path)

    def _write_page(self, name: str) -> None:
        path, project, map_id, options = self._wanted(name)

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> tuple[Problem, ...]:
            # Imported here: fontTools takes a while that nobody should wait for at start.
            from cjeditor.export.html.page import write_page  # noqa: PLC0415

            return write_page(project, map_id, path, options, progress, cancelled)

        self._site.exports.write(work, path)

    def _wanted(self, name: str) -> tuple[Path, Project, str, PublishOptions]:
        """What is to be written: as the project is now, in its own language."""
        site = self._site
        options = PublishOptions(date=site.house.today(), author=site.house.preferences.defaults.author)
        return Path(name), site.document.project, site.map_id(), options
