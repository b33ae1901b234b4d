"""One figure in the pane: what it says in words, its charts, and the same numbers as a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from cjeditor.canvas.ink import Ink
from cjeditor.layout.charts.chart import Chart, Drawing, Drawn, Subject
from cjeditor.layout.charts.plan import FigureSpec
from cjeditor.layout.theme import Theme
from cjeditor.model.lookup import find_card, map_of
from cjeditor.window.figures.chart_table import TableView
from cjeditor.window.figures.chart_view import ChartView, growth
from cjeditor.window.figures.going import go_to
from cjeditor.window.figures.saving import ChartSaving
from cjeditor.window.figures.view import FigureView
from cjeditor.window.key_button import icon_button
from cjeditor.window.plain import label
from cjeditor.window.site import Site

_MARGIN = 12
_SHARP = 2.0
"""Dots per pixel of a copied picture."""
_NARROWEST, _WIDEST = 360, 1100
"""Pixels at 100 % that a chart is wide: below it scrolls, above it would only be drawn apart."""


class FigurePage(QWidget):
    """Draws a figure of the map on screen as wide as there is room.

    Attributes:
        charts: what shows the charts, from top to bottom.
        says: the sentences.
        as_table: the switch between charts and their tables.

    Signals:
        chart_made(ChartView): this shows a chart from now on.
    """

    chart_made = Signal(object)

    def __init__(
        self,
        site: Site,
        spec: FigureSpec,
        drawing: Drawing,
        controls: QWidget | None = None,
        *,
        form: QWidget | None = None,
        below: QWidget | None = None,
        kind: type[ChartView] = ChartView,
    ) -> None:
        """Make it; nothing is drawn before it is seen.

        Args:
            site: the window with its project.
            spec: which figure it is.
            drawing: draws it.
            controls: stands above the charts, beside the buttons.
            form: stands before what the figure says, and scrolls with it.
            below: stands below the charts.
            kind: what shows the charts.
        """
        super().__init__()
        self._site = site
        self._words = words = site.house.words
        self._drawing = drawing
        self._drawn: Drawn | None = None
        self._ink = Ink(site.house.appearance.theme, pictures=site.canvas.pictures)
        self.charts: list[ChartView] = []
        self.tables: list[TableView] = []
        self._titles: list[QLabel] = []
        self.setObjectName(f"figure_{spec.id}")
        self.setAccessibleName(words.t(spec.title))
        icons = site.house.icons
        self.as_table = icon_button(icons, "figure_as_table", "table", words.t("As table"), self)
        self.as_table.setCheckable(True)
        self.copy = icon_button(icons, "figure_copy", "copy", words.t("Copy as picture"), self)
        self.save = icon_button(icons, "figure_save", "download-simple", words.t("Save as picture"), self)
        self._saving = ChartSaving(site, words.t(spec.title), self)
        self.says = label("", self)
        self.says.setObjectName("figure_says")
        self.says.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._kind = kind
        self._after = 1 if below is None else 2
        self._make_sheet(form, below)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.refresh)
        self._put_together(controls)
        self.as_table.toggled.connect(self._turn)
        self.copy.clicked.connect(self.copy_picture)
        site.canvas.pictures.came.connect(self._show_pictures)
        self.save.clicked.connect(self.save_picture)

    def view(self) -> FigureView:
        """Return it as the pane wants it."""
        return FigureView(self, self.refresh, self.choose, self.set_theme, self.take_focus)

    def subject(self) -> Subject:
        """Return what the figure is about now."""
        project = self._site.document.project
        return Subject(project, map_of(project, self._site.map_id()), self._words, self._site.house.today())

    def refresh(self) -> None:
        """Draw the figure as it is now, if anybody sees it."""
        self._later.stop()
        if not self.isVisible() or all(one.id != self._site.map_id() for one in self._site.document.project.maps):
            return
        width = self.area.viewport().width() - 2 * _MARGIN - 10
        drawn = self._drawing(self.subject(), min(max(width / growth(), _NARROWEST), _WIDEST))
        if drawn != self._drawn:
            self._drawn = drawn
            self._show(drawn)
        self.choose()

    def choose(self) -> None:
        """Mark what is chosen on the map."""
        ids = self._site.canvas.selection.ids
        for chart in self.charts:
            chart.choose(ids)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._ink = Ink(theme, self._ink.fonts, self._site.canvas.pictures)
        for chart in self.charts:
            chart.set_ink(self._ink)

    def take_focus(self) -> None:
        """Give the focus to the first chart, or its table; where nothing is drawn, leave it."""
        self.refresh()
        self._focus_first()

    def _go_to(self, record: str) -> None:
        """Choose on the map what a spot stands for; a card of another map is shown there."""
        if not self._site.finish_editing() or go_to(self._site.canvas, record):
            return
        maps = self._site.document.project.maps
        home = next((each.id for each in maps if find_card(each, record) is not None), "")
        if home:
            self._site.show_map(home)
            go_to(self._site.canvas, record)

    def copy_picture(self) -> None:
        """Put the charts onto the clipboard, twice as sharp as on a plain screen."""
        if not self.charts:
            return
        charts = self._shown()
        width = max(chart.width for chart in charts) + 2 * _MARGIN
        height = sum(chart.height + _MARGIN for chart in charts) + _MARGIN
        made = QPixmap(round(width * _SHARP), round(height * _SHARP))
        made.fill(self._ink.colour("canvas"))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(_SHARP, _SHARP)
        painter.translate(_MARGIN, _MARGIN)
        for chart in charts:
            self._ink.picture(chart.shapes).paint(painter, "full")
            painter.translate(0, chart.height + _MARGIN)
        painter.end()
        QGuiApplication.clipboard().setPixmap(made)
        self._site.show_hint(self._words.t("The figure is on the clipboard as a picture."))

    def _make_sheet(self, form: QWidget | None, below: QWidget | None) -> None:
        """Make what scrolls: the form, the sentences, room for the charts, and what stands below them."""
        self._sheet = QWidget()
        self._sheet.setObjectName("figure_sheet")
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(_MARGIN, _MARGIN - 4, _MARGIN, _MARGIN)
        self._column.setSpacing(14)
        if form is not None:
            self._column.addWidget(form)
        self._column.addWidget(self.says)
        if below is not None:
            self._column.addWidget(below)
        self._column.addStretch()
        self.area = QScrollArea()
        self.area.setObjectName("figure_area")
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._sheet)
        self.area.viewport().installEventFilter(self)

    def save_picture(self) -> None:
        """Ask for a file and save the charts there."""
        self._saving.ask(self._shown(), self.says.text())

    def _shown(self) -> list[Chart]:
        return [view.chart for view in self.charts if view.chart is not None]

    def _put_together(self, controls: QWidget | None) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 2, 8, 2)
        bar.setSpacing(2)
        if controls is not None:
            bar.addWidget(controls, 1)
        else:
            bar.addStretch(1)
        bar.addWidget(self.as_table, 0, Qt.AlignmentFlag.AlignTop)
        bar.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        bar.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.area, 1)

    def _show(self, drawn: Drawn) -> None:
        said = "\n".join(drawn.sentences)
        self.says.setText(said)
        self.says.setVisible(bool(said))
        while len(self.charts) > len(drawn.charts):
            self._let_go(self.charts.pop())
        while len(self.charts) < len(drawn.charts):
            made = self._kind(self._ink, self._sheet)
            made.record_wanted.connect(self._go_to)
            made.moved.connect(self._follow)
            self.charts.append(made)
            self._column.insertWidget(self._column.count() - self._after, made)
            self.chart_made.emit(made)
        for view, chart in zip(self.charts, drawn.charts, strict=True):
            view.show_chart(chart, said)
        self._turn()

    def _show_pictures(self) -> None:
        for chart in self.charts:
            chart.update()

    def _turn(self) -> None:
        """Show the charts, or their tables."""
        had_focus = any(one.hasFocus() for one in (*self.charts, *self.tables))
        for widget in (*self.tables, *self._titles):
            self._let_go(widget)
        self.tables, self._titles = [], []
        as_table = self.as_table.isChecked()
        for view in self.charts:
            view.setVisible(not as_table)
            if as_table and view.chart is not None:
                title = label(view.chart.table.title, self._sheet)
                title.setObjectName("figure_table_title")
                made = TableView(view.chart.table, self._sheet)
                self._titles.append(title)
                self.tables.append(made)
                for widget in (title, made):
                    self._column.insertWidget(self._column.count() - self._after, widget)
                    widget.show()
        self.as_table.setEnabled(bool(self.charts))
        self.copy.setEnabled(bool(self.charts) and not as_table)
        self.save.setEnabled(bool(self.charts))
        if had_focus:
            self._focus_first()

    def _focus_first(self) -> None:
        shown = [*self.tables, *self.charts]
        first = next((one for one in shown if one.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _let_go(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _follow(self, place: QRect) -> None:
        chart = self.sender()
        if isinstance(chart, ChartView):
            at = chart.mapTo(self._sheet, place.center())
            self.area.ensureVisible(at.x(), at.y(), place.width() // 2 + 8, place.height() // 2 + 8)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw anew when there is more or less room."""
        if event.type() == QEvent.Type.Resize and watched is self.area.viewport():
            self._later.start()
        return super().eventFilter(watched, event)
