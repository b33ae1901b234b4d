"""The Net Promoter Score in the pane of figures: all surveys of the map or one of them, and their answers at hand."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cjeditor.analysis.nps import Step
from cjeditor.layout.charts import nps
from cjeditor.layout.charts.chart import Drawn, Subject
from cjeditor.layout.charts.plan import FigureSpec
from cjeditor.model import table
from cjeditor.model.lookup import map_of
from cjeditor.texts import N_
from cjeditor.window.figures.figure_page import FigurePage
from cjeditor.window.figures.view import FigureView
from cjeditor.window.key_button import icon_button
from cjeditor.window.properties.choice import Choice
from cjeditor.window.site import Site
from cjeditor.window.surveys.flow import SurveyFlow

_WIDEST_CHOICE = 320
_LETTERS = 16
"""So many letters of a survey's name are seen where there is room."""
_WIDEST_STEP = 220
_STEPS: Final[tuple[tuple[str, Step | None], ...]] = (
    (N_("Steps that suit"), None),
    (N_("By month"), "month"),
    (N_("By quarter"), "quarter"),
    (N_("By year"), "year"),
)


def view_for(site: Site, spec: FigureSpec) -> FigureView:
    """Return the view."""
    return NpsPage(site, spec).view()


class NpsPage(QWidget):
    """The figures of the surveys, with a choice of one, and what can be done with it."""

    def __init__(self, site: Site, spec: FigureSpec) -> None:
        super().__init__()
        self._site = site
        self._words = words = site.house.words
        self._flow = cast(SurveyFlow, site.target("surveys"))
        icons = site.house.icons
        controls = QWidget(self)
        self.choice = Choice(words.t("Survey"))
        self.choice.setObjectName("nps_survey")
        self.choice.setMaximumWidth(_WIDEST_CHOICE)
        self.choice.setMinimumContentsLength(_LETTERS)
        self.new_button = QPushButton(words.t("Take in answers…"), controls)
        self.new_button.setObjectName("nps_new")
        self.edit_button = icon_button(icons, "nps_edit", "pencil-simple", words.t("Change the survey…"), controls)
        self.delete_button = icon_button(icons, "nps_delete", "trash", words.t("Delete the survey"), controls)
        self.step = Choice(words.t("Steps of the course over time"))
        self.step.setObjectName("nps_step")
        self.step.setMaximumWidth(_WIDEST_STEP)
        for name, step in _STEPS:
            self.step.addItem(words.t(name), step)
        row = QHBoxLayout(controls)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(4)
        # What is chosen takes the room there is, up to its widest.
        widgets = {self.choice: 6, self.edit_button: 0, self.delete_button: 0, self.new_button: 0, self.step: 4}
        for widget, share in widgets.items():
            row.addWidget(widget, share)
        row.addStretch(1)
        self.page = FigurePage(site, spec, self.drawing, controls)
        self.setObjectName("figure_nps_view")
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.choice.activated.connect(self._choose)
        self.step.activated.connect(self.page.refresh)
        self.new_button.clicked.connect(self._flow.new)
        self.edit_button.clicked.connect(self._edit)
        self.delete_button.clicked.connect(self._delete)
        self._flow.shown.connect(self.show_survey)

    def view(self) -> FigureView:
        """Return it as the pane wants it."""
        page = self.page
        return FigureView(self, self.refresh, page.choose, page.set_theme, page.take_focus)

    def survey_id(self) -> str:
        """Return the id of the survey that is looked at; empty for all of them together."""
        return str(self.choice.currentData() or "")

    def drawing(self, subject: Subject, width: float) -> Drawn:
        """Draw the survey that is chosen, else all of the map."""
        survey = table.find(subject.project.surveys, self.survey_id())
        if survey is None:
            return nps.drawn(subject, width)
        return nps.drawn_survey(subject, survey, width, self.step.currentData())

    def refresh(self) -> None:
        """Offer the surveys that there are now, and draw."""
        self._fill(self.survey_id())
        self.page.refresh()

    def show_survey(self, survey_id: str) -> None:
        """Look at a survey, if it is about this map."""
        self._fill(survey_id)
        self.page.refresh()

    def _fill(self, chosen: str) -> None:
        project, map_id = self._site.document.project, self._site.map_id()
        if table.find(project.maps, map_id) is None:
            return
        subject = Subject(project, map_of(project, map_id), self._words)
        held = nps.surveys_of(subject)
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItem(self._words.t("All surveys of this map"), "")
            for survey in held:
                self.choice.addItem(nps.name_of(survey, subject), survey.id)
            self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        self.choice.setEnabled(bool(held))
        self._enable()

    def _choose(self) -> None:
        self._enable()
        self.page.refresh()

    def _enable(self) -> None:
        for button in (self.edit_button, self.delete_button):
            button.setEnabled(bool(self.survey_id()))
        survey = table.find(self._site.document.project.surveys, self.survey_id())
        self.step.setVisible(survey is not None and any(survey.days))

    def _edit(self) -> None:
        self._flow.edit(self.survey_id())

    def _delete(self) -> None:
        self._flow.delete(self.survey_id())
