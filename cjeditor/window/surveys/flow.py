"""Surveys come, change and go: the dialogue for their answers, and what is done with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cjeditor.model import table
from cjeditor.model.edits.surveys import Answer, add_survey, delete_surveys, set_answers, set_survey
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import in_journey_order, map_of, ordered
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project, Survey
from cjeditor.window.site import Site

if TYPE_CHECKING:
    from cjeditor.window.surveys.dialog import SurveyDialog

_FIGURE = "nps"
"""Where answers are looked at."""


class SurveyFlow(QObject):
    """What people do with surveys.

    Signals:
        figure_wanted(str): the figure of this id should be looked at.
        shown(str): the survey of this id is new or changed, and should be looked at.
    """

    figure_wanted = Signal(str)
    shown = Signal(str)

    def __init__(self, site: Site) -> None:
        super().__init__(site.room)
        self._site = site
        self._words = site.house.words
        self._edited = ""

    def new(self) -> None:
        """Ask for the answers of a new survey; about what is chosen on the map, else the whole map."""
        if self._site.finish_editing():
            self._open(None, self._chosen_on_map())

    def edit(self, survey_id: str) -> None:
        """Ask for other answers, title or place of a survey."""
        survey = table.find(self._site.document.project.surveys, survey_id)
        if survey is not None and self._site.finish_editing():
            self._open(survey, survey.about)

    def delete(self, survey_id: str) -> None:
        """Delete a survey; undo brings it back."""
        if self._site.finish_editing() and self._apply(
            self._words.t("Delete survey"), lambda project: delete_surveys(project, [survey_id])
        ):
            self._site.show_hint(self._words.t("The survey is deleted. Undo brings it back."))

    def _open(self, survey: Survey | None, about: str) -> SurveyDialog:
        # Imported here: nobody should wait at the start for what is rarely opened.
        from cjeditor.window.surveys.dialog import SurveyDialog  # noqa: PLC0415  see above

        self._edited = survey.id if survey is not None else ""
        dialog = SurveyDialog(survey, self._places(), about, self._words, self._site.window)
        dialog.chosen.connect(self._keep)
        dialog.open()
        return dialog

    def _keep(self, fields: dict[str, str], answers: tuple[Answer, ...]) -> None:
        survey_id = self._edited or new_id("sv")
        is_new = not self._edited

        def edit(project: Project) -> Project:
            made = (
                add_survey(project, survey_id=survey_id, **fields)
                if is_new
                else set_survey(project, survey_id, **fields)
            )
            return set_answers(made, survey_id, answers)

        label = self._words.t("Add survey") if is_new else self._words.t("Change survey")
        if self._apply(label, edit):
            self.figure_wanted.emit(_FIGURE)
            self.shown.emit(survey_id)

    def _apply(self, label: str, edit: Callable[[Project], Project]) -> bool:
        try:
            self._site.document.apply(label, edit)
        except EditRefused as refused:
            self._site.show_refused(refused.problem)
            return False
        return True

    def _places(self) -> list[tuple[str, str]]:
        """Return what a survey can be about, with names: the map on screen, its phases, its touchpoints."""
        # Imported here: charts are drawn only where somebody looks at figures.
        from cjeditor.layout.charts.nps import about_name  # noqa: PLC0415  see above

        project = self._site.document.project
        journey = map_of(project, self._site.map_id())
        ids = [journey.id, *(each.id for each in ordered(journey.phases))]
        ids += [each.id for each in in_journey_order(journey, journey.touchpoints)]
        return [(each, about_name(each, project, self._words)) for each in ids]

    def _chosen_on_map(self) -> str:
        chosen = list(self._site.canvas.selection.ids)
        places = {place for place, _name in self._places()}
        return chosen[0] if len(chosen) == 1 and chosen[0] in places else self._site.map_id()
