"""One map to look at, with signs over it; nothing can be changed in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjeditor.analysis.comparing_maps import Mark
from cjeditor.canvas.desk import Desk
from cjeditor.canvas.frame import MapFrame
from cjeditor.canvas.ink import Ink
from cjeditor.canvas.pictures import Pictures
from cjeditor.document import Document
from cjeditor.layout.theme import Theme
from cjeditor.model import table
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.texts import Texts
from cjeditor.window.comparing.mark_glass import MarkGlass
from cjeditor.window.plain import label, one_line

_LONGEST_TITLE = 120
_READABLE = 0.6
"""The zoom at which cards and signs can be read."""


class MarkedMap(QWidget):
    """A map below its title."""

    def __init__(
        self,
        project: Project,
        journey_map: JourneyMap,
        marks: Mapping[str, Mark],
        words: Texts,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        """Show a state of a map that need not be in its project.

        Args:
            project: knows channels, personas and pictures.
            journey_map: the map.
            marks: what became of its cards, by id.
            words: the language.
            theme: the colours.
            parent: what it stands in.
        """
        super().__init__(parent)
        held = replace(project, maps=table.put(project.maps, [journey_map]))
        self._document = Document(held, parent=self)
        desk = Desk(self._document, journey_map.id, words)
        pictures = Pictures()
        self.frame = MapFrame(desk, Ink(theme, pictures=pictures), self)
        desk.setParent(self.frame)
        pictures.setParent(self.frame)
        self.frame.setMinimumSize(200, 140)
        self.frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.frame.show_arrangement()
        self.glass = MarkGlass(self.frame, marks, theme)
        title = one_line(journey_map.title)[:_LONGEST_TITLE] or words.t("Untitled map")
        self.title = label(title, self)
        self.frame.view.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.frame, 1)
        self._is_placed = False

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the whole map where that can be read, else with its beginning."""
        super().showEvent(event)
        if not self._is_placed:
            self._is_placed = True
            self.frame.view.fit()
            if self.frame.view.zoom < _READABLE:
                self.frame.view.show_from(_READABLE, QPointF(0, 0))
