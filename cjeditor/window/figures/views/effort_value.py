"""The matrix of effort and value in its pane, with dots that people drag."""

from __future__ import annotations

from collections.abc import Callable

from cjeditor.analysis.effort_value import HIGHEST, LOWEST, effects_for, value_of
from cjeditor.canvas.announcing import announce
from cjeditor.layout.charts.effort_value import drawn
from cjeditor.layout.charts.plan import FigureSpec
from cjeditor.model.edits.actions import set_actions
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Action, Project
from cjeditor.model.table import find
from cjeditor.window.figures.figure_page import FigurePage
from cjeditor.window.figures.matrix_view import MatrixView
from cjeditor.window.figures.view import FigureView
from cjeditor.window.plain import label
from cjeditor.window.site import Site

_HALF, _WHOLE = 0.5, 1.0


def view_for(site: Site, spec: FigureSpec) -> FigureView:
    """Return the view."""
    return MatrixPage(site, spec).view()


class MatrixPage(FigurePage):
    """Shows the matrix; where a dot is put, its action has that effort and value."""

    def __init__(self, site: Site, spec: FigureSpec) -> None:
        words = site.house.words
        hint = label(words.t("Drag a dot, or go to it with the arrow keys and move it with Ctrl+arrow key."))
        hint.setObjectName("figure_hint")
        hint.setContentsMargins(4, 4, 0, 0)
        super().__init__(site, spec, drawn, controls=hint, kind=MatrixView)
        self.chart_made.connect(self._take_chart)

    def _take_chart(self, made: MatrixView) -> None:
        made.speak(self._words)
        made.placed.connect(self._place)
        made.nudged.connect(self._nudge)

    def _place(self, action_id: str, effort: int, value: float) -> None:
        """Give an action an effort, and effects of this mean."""
        action = find(self._site.document.project.actions, action_id)
        if action is not None:
            self._apply(action, effort, value, "")

    def _nudge(self, action_id: str, effort: int, steps: int) -> None:
        """Give an action a little more or less; what follows at once at the same dot is one step of undo."""
        action = find(self._site.document.project.actions, action_id)
        value = None if action is None else value_of(action)
        if action is None or action.effort is None or value is None:
            return
        both = action.effect_on_customer is not None and action.effect_on_business is not None
        wanted = min(max(value + steps * (_HALF if both else _WHOLE), float(LOWEST)), float(HIGHEST))
        self._apply(action, min(max(action.effort + effort, LOWEST), HIGHEST), wanted, f"matrix {action_id}")
        self.refresh()
        if self.charts and self.charts[0].spot is not None:
            announce(self.charts[0], self.charts[0].spot.tip)

    def _apply(self, action: Action, effort: int, value: float, merge: str) -> None:
        effects = effects_for(action, value) if value != value_of(action) else {}
        try:
            self._site.document.apply(
                self._words.t("Change effort and value"), _edit(action.id, effort, dict(effects)), merge=merge
            )
        except EditRefused as refused:
            self._site.show_refused(refused.problem)


def _edit(action_id: str, effort: int, effects: dict[str, int]) -> Callable[[Project], Project]:
    def edit(project: Project) -> Project:
        return set_actions(project, [action_id], effort=effort, **effects)

    return edit
