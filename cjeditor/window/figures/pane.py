"""The pane of figures: a list of them, and the chosen one beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cjeditor.layout.charts.plan import FIGURES
from cjeditor.layout.theme import Theme
from cjeditor.window.figures.plan import view_of
from cjeditor.window.figures.style import style_sheet
from cjeditor.window.figures.view import FigureView
from cjeditor.window.key_button import ICON
from cjeditor.window.own_keys import asks_for_deletion
from cjeditor.window.plain import tooltip_text
from cjeditor.window.properties.choice import Choice
from cjeditor.window.site import Site

_LIST_FROM = 640
"""Pixels at 100 %: a narrower pane has a drop-down list above the figure instead of the list beside it."""
_MOST_LIST = 0.3
_LARGE = 300
"""Cards: to draw the figures of more takes so long that each letter typed would be late."""
REST = 250
"""Milliseconds without a change after which those are drawn."""


class Figures(QWidget):
    """Follows the document and the map on screen. A view is made when it is first shown; hidden it does nothing."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        self._site = site
        words, icons = site.house.words, site.house.icons
        self._views: dict[str, FigureView] = {}
        self._shown = FIGURES[0].id
        self.setObjectName("figures_inside")
        self.setAccessibleName(words.t("Figures"))
        self.list = QListWidget(self)
        self.list.setObjectName("figure_list")
        self.list.setAccessibleName(words.t("Figures"))
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.choice = Choice(words.t("Figure"))
        self.choice.setObjectName("figure_choice")
        for spec in FIGURES:
            title = words.t(spec.title)
            item = QListWidgetItem(icons.icon(spec.icon), title, self.list)
            item.setToolTip(tooltip_text(f"{title}\n{words.t(spec.tip)}"))
            item.setData(Qt.ItemDataRole.UserRole, spec.id)
            self.choice.addItem(icons.icon(spec.icon), title, spec.id)
        self.pages = QStackedWidget(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.refresh)
        self._put_together()
        self._connect()
        self.set_theme(site.house.appearance.theme)

    def shown_id(self) -> str:
        """Return the id of the figure that is shown."""
        return self._shown

    def view(self, figure_id: str) -> QWidget:
        """Return what shows a figure; it is made now if it was not yet."""
        if figure_id not in self._views:
            spec = next(one for one in FIGURES if one.id == figure_id)
            made = self._views[figure_id] = view_of(spec, self._site)
            self.pages.addWidget(made.widget)
        return self._views[figure_id].widget

    def show_figure(self, figure_id: str) -> None:
        """Show a figure; one that this version does not know is not shown."""
        if all(one.id != figure_id for one in FIGURES):
            return
        self._shown = figure_id
        self.pages.setCurrentWidget(self.view(figure_id))
        at = next(place for place, one in enumerate(FIGURES) if one.id == figure_id)
        for chooser in (self.list, self.choice):
            chooser.blockSignals(True)
        self.list.setCurrentRow(at)
        self.choice.setCurrentIndex(at)
        for chooser in (self.list, self.choice):
            chooser.blockSignals(False)
        self.refresh()

    def refresh_soon(self) -> None:
        """Refresh once what happens now is over; of a large map, once nobody types for a moment."""
        if self.isVisible():
            journey = self._site.canvas.desk.map
            large = len(journey.touchpoints) + len(journey.notes) > _LARGE
            self._later.start(REST if large else 0)

    def refresh(self) -> None:
        """Show the figure as it is now."""
        self._later.stop()
        if self.isVisible() and self._shown in self._views:
            self._views[self._shown].refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(style_sheet(theme))
        for each in self._views.values():
            each.set_theme(theme)

    def take_focus(self) -> None:
        """Give the focus to the figure; where it takes none, to the choice of figures."""
        self.show_figure(self._shown)
        self._views[self._shown].take_focus()
        focused = QApplication.focusWidget()
        if focused is None or not self.pages.isAncestorOf(focused):
            chooser = self.list if self.list.isVisibleTo(self) else self.choice
            chooser.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish_editing(self) -> bool:
        """Keep what is being written; False when something was refused and stays open."""
        return all(each.finish_editing() for each in self._views.values())

    def _put_together(self) -> None:
        self._above = QWidget(self)
        above = QHBoxLayout(self._above)
        above.setContentsMargins(12, 4, 12, 2)
        above.addWidget(self.choice)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._above)
        right.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._site.document.changed.connect(self.refresh_soon)
        self._site.canvas.desk.arranged.connect(self.refresh_soon)
        self._site.canvas.selection.changed.connect(self._choose)
        self.list.currentRowChanged.connect(self._take_row)
        self.choice.activated.connect(self._take_row)

    def _take_row(self, row: int) -> None:
        if row >= 0:
            self.show_figure(FIGURES[row].id)

    def _choose(self) -> None:
        if self.isVisible() and self._shown in self._views:
            self._views[self._shown].choose()

    def event(self, event: QEvent) -> bool:
        """Keep keys that would change the map while the focus is here: Del on a button deletes no card."""
        if asks_for_deletion(event):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the figure where there is room for both."""
        super().resizeEvent(event)
        beside = self.width() >= _LIST_FROM
        self.list.setVisible(beside)
        self._above.setVisible(not beside)
        needed = self.list.sizeHintForColumn(0) + 24
        self.list.setFixedWidth(min(needed, round(self.width() * _MOST_LIST)))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed meanwhile."""
        super().showEvent(event)
        self.show_figure(self._shown)
