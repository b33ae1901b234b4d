"""A project to look at before it is taken: its maps as they would be, and what differs from another state of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QListWidget, QSplitter, QVBoxLayout, QWidget

from cjeditor.canvas.desk import Desk
from cjeditor.canvas.frame import MapFrame
from cjeditor.canvas.ink import Ink
from cjeditor.canvas.pictures import Pictures
from cjeditor.document import Document
from cjeditor.layout.theme import Theme
from cjeditor.model.lookup import ordered
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.plain import label, one_line

MOST_LINES = 400
"""Differences that are listed; the rest is counted. Nobody reads more, and a list of thousands is slow."""


class ProjectLook(QWidget):
    """Shows one map of a project, which can be chosen, above the list of differences."""

    def __init__(self, words: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._document: Document | None = None
        self._frame: MapFrame | None = None
        self.maps = QComboBox(self)
        self.maps.setObjectName("history_map")
        self.maps.setAccessibleName(words.t("Map"))
        self.message = label("", self)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._place = QWidget(self)
        self._place.setMinimumSize(320, 160)
        inside = QVBoxLayout(self._place)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.message)
        self.heading = label("", self)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = QListWidget(self)
        self.list.setObjectName("differences")
        self.list.setAccessibleName(words.t("Differences"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self._lay_out()
        self.maps.currentIndexChanged.connect(self._choose)

    def _lay_out(self) -> None:
        above, below = QWidget(self), QWidget(self)
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.maps)
        column.addWidget(self._place, 1)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(above)
        splitter.addWidget(below)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([460, 180])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def show_message(self, text: str) -> None:
        """Show a sentence instead of a map."""
        self._clear()
        self._document = None
        self.maps.clear()
        self.maps.hide()
        self.message.setText(text)
        self.message.show()
        self.show_differences("", ())

    def show_project(self, project: Project, map_id: str) -> None:
        """Show a project, if possible the map of that id."""
        self._clear()
        self._document = Document(project, parent=self)
        self.maps.blockSignals(True)
        self.maps.clear()
        for each in ordered(project.maps):
            self.maps.addItem(one_line(each.title) or self._words.t("Untitled map"), each.id)
        at = self.maps.findData(map_id)
        self.maps.setCurrentIndex(max(at, 0))
        self.maps.blockSignals(False)
        self.maps.setVisible(self.maps.count() > 1)
        self.message.setVisible(self.maps.count() == 0)
        self._choose()

    def show_differences(self, heading: str, lines: Sequence[str]) -> None:
        """List what differs, under a heading."""
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self.list.setVisible(bool(lines))
        self.list.clear()
        self.list.addItems(list(lines[:MOST_LINES]))
        more = len(lines) - MOST_LINES
        if more > 0:
            self.list.addItem(self._words.tn("… and {n} more.", "… and {n} more.", more))

    def _choose(self) -> None:
        if self._document is None or self.maps.currentIndex() < 0:
            return
        self._remove_frame()
        desk = Desk(self._document, self.maps.currentData(), self._words)
        pictures = Pictures()
        frame = MapFrame(desk, Ink(self._theme, pictures=pictures), self._place)
        desk.setParent(frame)
        pictures.setParent(frame)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.show_arrangement()
        layout = self._place.layout()
        if layout is not None:
            layout.addWidget(frame)
        self._frame = frame
        # Once it has its size.
        QTimer.singleShot(0, frame, frame.view.fit)

    def _clear(self) -> None:
        self._remove_frame()
        if self._document is not None:
            self._document.deleteLater()

    def _remove_frame(self) -> None:
        if self._frame is not None:
            self._frame.hide()
            self._frame.deleteLater()
            self._frame = None
