"""The KPIs in the pane of figures: a table to write in, sort and filter, and ready questions to add."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from cjeditor.analysis.kpis import Row
from cjeditor.catalogue.kpi_questions import KpiQuestion, kpi_questions
from cjeditor.layout.charts import kpis
from cjeditor.layout.charts.chart import Drawn, Subject
from cjeditor.layout.charts.plan import FigureSpec
from cjeditor.model import table
from cjeditor.model.edits.cards import delete_cards
from cjeditor.model.edits.kpis import add_kpi, delete_kpi, set_kpi
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import map_of, ordered
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.window.figures import kpi_rows
from cjeditor.window.figures.figure_page import FigurePage
from cjeditor.window.figures.ledger import Ledger
from cjeditor.window.figures.view import FigureView
from cjeditor.window.key_button import icon_button
from cjeditor.window.plain import menu_text, shortened
from cjeditor.window.properties.choice import Choice
from cjeditor.window.properties.field import Unreadable
from cjeditor.window.search_field import SearchField
from cjeditor.window.site import Site

_WIDEST = 240
_LETTERS = 14
"""So many letters of what is shown are seen where there is room."""
_NAME = 0
"""The column of the names."""


def view_for(site: Site, spec: FigureSpec) -> FigureView:
    """Return the view of the KPIs."""
    return KpiPage(site, spec).view()


class KpiPage(FigurePage):
    """The page: above the table what is shown of it, below it the chart."""

    def __init__(self, site: Site, spec: FigureSpec) -> None:
        words = site.house.words
        self._rows: list[Row] = []
        self._sorted = (-1, False)
        self.list = Ledger(words.t("KPIs"), kpi_rows.columns(words))
        self.shown = Choice(words.t("Show"))
        self.shown.setObjectName("kpis_shown")
        for text in kpi_rows.SHOWN:
            self.shown.addItem(words.t(text))
        controls = QWidget()
        self.search = SearchField(
            words,
            site.house.icons,
            site.house.appearance.theme,
            controls,
            hint=words.t("Find"),
            name=words.t("Find KPI"),
        )
        self.search.setObjectName("kpis_find")
        self.add_button = QPushButton(words.t("Add KPI"), controls)
        self.add_button.setObjectName("kpis_add")
        self.delete_button = icon_button(site.house.icons, "kpis_delete", "trash", words.t("Delete the KPI"), controls)
        line = QHBoxLayout(controls)
        line.setContentsMargins(4, 0, 0, 0)
        line.setSpacing(6)
        for widget, share in ((self.shown, 4), (self.search, 4), (self.add_button, 0), (self.delete_button, 0)):
            line.addWidget(widget, share)
        line.addStretch(1)
        self.shown.setMaximumWidth(_WIDEST)
        self.shown.setMinimumContentsLength(_LETTERS)
        self.search.setMaximumWidth(_WIDEST)
        super().__init__(site, spec, self._draw, controls, form=self.list)
        self._make_menu()
        self._connect()

    def view(self) -> FigureView:
        """Return it as the pane wants it."""
        return FigureView(self, self.refresh, self.choose, self.set_theme, self.take_focus, self._finish)

    def take_focus(self) -> None:
        """Give the focus to the table, or to the button that adds the first KPI."""
        self.refresh()
        (self.list if self._rows else self.add_button).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add(self, question: KpiQuestion | None = None) -> None:
        """Add a KPI to the touchpoint or phase that is chosen on the map, and write its name where it has none."""
        holder = self._holder()
        if not holder:
            self._site.show_hint(self._words.t("Add a phase first: a KPI belongs to a touchpoint or phase."))
            return
        language, kpi_id, fields = self._site.document.project.language, new_id("kp"), {}
        if question is not None:
            fields = {
                "name": question.name.in_language(language),
                "unit": question.unit.in_language(language),
                "better": question.better,
            }
        map_id = self._site.map_id()
        self.shown.setCurrentIndex(0)
        self.search.clear()
        if self._apply(self._words.t("Add KPI"), lambda p: add_kpi(p, map_id, holder, kpi_id=kpi_id, **fields)):
            at = next((at for at, row in enumerate(self._rows) if row.id == kpi_id), -1)
            if at >= 0:
                index = self.list.ledger.index(at, _NAME)
                self.list.setFocus()
                self.list.setCurrentIndex(index)
                if question is None:
                    self.list.edit(index)
                place = kpis.place_in_words(self._rows[at], self._site.document.project, self._words)
                self._site.show_hint(self._words.t("The KPI belongs to “{place}”.", place=shortened(place)))

    def delete(self) -> None:
        """Delete the KPI where the keys are; undo brings it back."""
        row = self._current()
        if row is None:
            return
        if row.kind == "nps":
            self._tell_computed()
        elif row.kind == "metric":
            self._apply(self._words.t("Delete KPI"), lambda p: delete_cards(p, row.map, [row.id]))
        else:
            self._apply(self._words.t("Delete KPI"), lambda p: delete_kpi(p, row.map, row.holder, row.id))

    def _make_menu(self) -> None:
        language = self._words.language
        menu = QMenu(self)
        menu.setObjectName("kpis_menu")
        menu.setToolTipsVisible(True)
        menu.addAction(self._words.t("A KPI of your own")).triggered.connect(self._add_own)
        menu.addSeparator()
        for question in kpi_questions():
            action = menu.addAction(menu_text(question.name.in_language(language)))
            action.setToolTip(question.question.in_language(language))
            action.setData(question.key)
            action.triggered.connect(self._add_asked)
        self.add_button.setMenu(menu)

    def _connect(self) -> None:
        header = self.list.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._sort)
        self.list.record_wanted.connect(self._show_place)
        self.list.ledger.wanted.connect(self._write)
        self.shown.activated.connect(self._show_others)
        self.search.textChanged.connect(self._show_others)
        self.delete_button.clicked.connect(self.delete)

    def _add_own(self) -> None:
        self.add()

    def _add_asked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.add(next(one for one in kpi_questions() if one.key == action.data()))

    def _draw(self, subject: Subject, width: float) -> Drawn:
        self._fill(subject)
        return kpis.drawn(subject, width)

    def _fill(self, subject: Subject) -> None:
        column, down = self._sorted
        which = self.shown.currentIndex()
        self._rows = kpi_rows.shown_rows(subject, which, self.search.text(), column, down=down)
        self.list.show_rows(kpi_rows.cells(self._rows, subject))
        self.delete_button.setEnabled(bool(self._rows))

    def _show_others(self) -> None:
        self._fill(self.subject())

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._sorted = (column, order == Qt.SortOrder.DescendingOrder)
        self._show_others()

    def _write(self, record: str, key: str, text: str) -> None:
        row = next((one for one in self._rows if one.id == record), None)
        if row is None:
            return
        try:
            wanted = kpi_rows.meant(key, text, self._words)
        except Unreadable as unreadable:
            self._site.show_hint(str(unreadable))
            return
        self._apply(self._words.t("Change KPI"), lambda p: set_kpi(p, row.map, row.holder, row.id, **{key: wanted}))

    def _apply(self, name: str, edit: Callable[[Project], Project]) -> bool:
        try:
            self._site.document.apply(name, edit)
        except EditRefused as refused:
            self._site.show_refused(refused.problem)
            return False
        self.refresh()
        return True

    def _show_place(self, record: str) -> None:
        row = next((one for one in self._rows if one.id == record), None)
        if row is None:
            return
        if row.kind == "nps":
            self._tell_computed()
        if row.map != self._site.map_id():
            self._site.show_map(row.map)
        if row.holder != row.map:
            self._go_to(row.holder)

    def _tell_computed(self) -> None:
        self._site.show_hint(self._words.t("The NPS is computed from the answers; change them in its own figure."))

    def _current(self) -> Row | None:
        index = self.list.currentIndex()
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def _holder(self) -> str:
        """Return the touchpoint or phase that is chosen on the map, else where the keys are there, else the first."""
        journey = map_of(self._site.document.project, self._site.map_id())
        chosen = list(self._site.canvas.selection.ids)
        if len(chosen) == 1 and (table.find(journey.touchpoints, chosen[0]) or table.find(journey.phases, chosen[0])):
            return chosen[0]
        focus = self._site.canvas.selection.focus
        step = table.find(journey.steps, focus.step) if focus is not None else None
        if step is not None:
            return step.phase
        return next((phase.id for phase in ordered(journey.phases)), "")

    def _finish(self) -> bool:
        self.list.finish()
        return True
