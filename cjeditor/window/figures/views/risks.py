"""The drop-off risks in their pane: chips that can be dragged to other grades, and a list with counter-measures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cjeditor.analysis.risks import Risk, risk_figures
from cjeditor.layout.charts.chart import Drawn, Subject
from cjeditor.layout.charts.matrix import GRADES, grades_of
from cjeditor.layout.charts.plan import FigureSpec
from cjeditor.layout.charts.risks import drawn, name_of, place_of
from cjeditor.model.edits.drop_offs import set_drop_off
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.window.figures.figure_page import FigurePage
from cjeditor.window.figures.grade_view import GradeView
from cjeditor.window.figures.ledger import Ledger, LedgerColumn, LedgerRow
from cjeditor.window.figures.view import FigureView
from cjeditor.window.site import Site

_NONE = "–"


def view_for(site: Site, spec: FigureSpec) -> FigureView:
    """Return the view of drop-off risks."""
    return RiskPage(site, spec).view()


class RiskPage(FigurePage):
    """The page with matrix and bars, and the list below them."""

    def __init__(self, site: Site, spec: FigureSpec) -> None:
        words = site.house.words
        grades = (_NONE, *map(str, GRADES))
        self.list = Ledger(
            words.t("Drop-off risks"),
            (
                LedgerColumn("", words.t("Weight × risk"), 104, number=True),
                LedgerColumn("", words.t("Where"), 170),
                LedgerColumn("", words.t("Drop-off point"), 160),
                LedgerColumn("likelihood", words.t("Likelihood"), 104, number=True, choices=grades),
                LedgerColumn("impact", words.t("Impact"), 80, number=True, choices=grades),
                LedgerColumn("counter_measure", words.t("Counter-measure"), 200, stretches=True),
            ),
        )
        super().__init__(site, spec, self._draw, below=self.list, kind=GradeView)
        self._site = site
        self.chart_made.connect(self._connect)
        self.list.record_wanted.connect(self._go_to)
        self.list.ledger.wanted.connect(self._write)

    def view(self) -> FigureView:
        """Return it as the pane wants it."""
        return FigureView(self, self.refresh, self.choose, self.set_theme, self.take_focus, self._finish)

    def choose(self) -> None:
        """Mark the chips of what is chosen on the map."""
        chosen = self._site.canvas.selection.ids
        found = risk_figures(self.subject().journey)
        points = [one.point.id for one in found.risks if one.carrier.id in chosen]
        for chart in self.charts:
            chart.choose(points)

    def _draw(self, subject: Subject, width: float) -> Drawn:
        found = risk_figures(subject.journey)
        self.list.show_rows([self._row(one, subject) for one in found.risks])
        return drawn(subject, width)

    def _row(self, risk: Risk, subject: Subject) -> LedgerRow:
        words, point = subject.words, risk.point
        weighted = _NONE if risk.weighted is None else words.number(risk.weighted)
        grades = (str(grade or _NONE) for grade in (point.likelihood, point.impact))
        cells = (weighted, place_of(risk, subject), name_of(risk, words), *grades, point.counter_measure)
        return LedgerRow(point.id, cells)

    def _connect(self, chart: GradeView) -> None:
        chart.dropped.connect(self._drop)
        chart.stepped.connect(self._step)

    def _drop(self, point: str, target: str) -> None:
        found = grades_of(target)
        likelihood, impact = found if found is not None else (None, None)
        self._change(point, likelihood=likelihood, impact=impact)

    def _step(self, point: str, across: int, up: int) -> None:
        risk = self._risk(point)
        if risk is None:
            return
        # What is not graded begins in the middle.
        likelihood = min(5, max(1, (risk.point.likelihood or 3) + across))
        impact = min(5, max(1, (risk.point.impact or 3) + up))
        self._change(point, likelihood=likelihood, impact=impact)

    def _write(self, point: str, key: str, text: str) -> None:
        wanted: Any = text
        if key in ("likelihood", "impact"):
            wanted = None if text == _NONE else int(text)
        self._change(point, **{key: wanted})

    def _change(self, point: str, **fields: Any) -> None:
        words, map_id = self._site.house.words, self._site.map_id()

        def edit(project: Project) -> Project:
            return set_drop_off(project, map_id, point, **fields)

        self._apply(words.t("Change drop-off point"), edit)

    def _apply(self, label: str, edit: Callable[[Project], Project]) -> None:
        try:
            self._site.document.apply(label, edit)
        except EditRefused as refused:
            self._site.show_refused(refused.problem)
        self.refresh()

    def _risk(self, point: str) -> Risk | None:
        found = risk_figures(self.subject().journey)
        return next((one for one in found.risks if one.point.id == point), None)

    def _finish(self) -> bool:
        self.list.finish()
        return True
