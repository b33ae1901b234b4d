"""Saves the charts of a figure as a picture, beside the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from cjeditor.layout.charts.chart import Chart
from cjeditor.model.problem import Problem
from cjeditor.window import file_dialogs
from cjeditor.window.site import Site


class ChartSaving(QObject):
    """Asks for a file and lets it be written."""

    def __init__(self, site: Site, title: str, parent: QObject) -> None:
        """Make it.

        Args:
            site: the window.
            title: what the figure is called.
            parent: goes when this goes.
        """
        super().__init__(parent)
        self._site = site
        self._title = title
        self._charts: tuple[Chart, ...] = ()
        self._says = ""

    def ask(self, charts: Sequence[Chart], says: str) -> None:
        """Ask where these charts should go; `says` is what they tell in words."""
        if not charts or not self._site.exports.can_export():
            return
        self._charts, self._says = tuple(charts), says
        house = self._site.house
        words = house.words
        folder = house.preferences.export_folder or file_dialogs.documents_folder()
        filters = [f"SVG – {words.t('sharp at any size')} (*.svg)", f"PNG – {words.t('pixels')} (*.png)"]
        dialog = file_dialogs.to_export(
            self._site.window,
            folder,
            title=words.t("Save as picture"),
            suggested=f"{file_dialogs.file_name(self._title)}.svg",
            filters=filters,
        )
        dialog.setDefaultSuffix("svg")
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, name: str) -> None:
        charts, title, says, path = self._charts, self._title, self._says, Path(name)

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> tuple[Problem, ...]:
            # Imported here: the fonts of pictures are not needed before.
            from cjeditor.export.figure_picture import write_charts  # noqa: PLC0415

            return write_charts(charts, title, says, path, progress, cancelled)

        self._site.exports.write(work, path)
