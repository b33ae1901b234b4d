"""What the agenda offers while people should vote: a button that opens a round on the step's question."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cjeditor.document import Document
from cjeditor.model.project import AgendaStep
from cjeditor.window.house import House
from cjeditor.window.voting.flow import VotingFlow
from cjeditor.window.voting.style import style_sheet
from cjeditor.window.workshop.agenda import Agenda
from cjeditor.window.workshop.timer import WorkshopTimer


class VotingOffer(QWidget):
    """Stands below the agenda's clock while a step of voting is on, or chosen before the workshop begins."""

    def __init__(
        self, flow: VotingFlow, agenda: Agenda, timer: WorkshopTimer, document: Document, house: House
    ) -> None:
        super().__init__(agenda)
        self._flow = flow
        self._agenda = agenda
        self._timer = timer
        self._words = house.words
        self._appearance = house.appearance
        self.button = QPushButton(self)
        self.button.setObjectName("voting_offer")
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 2)
        column.addWidget(self.button)
        agenda.show_offer(self)
        self.button.clicked.connect(self._start)
        flow.changed.connect(self._follow)
        timer.step_changed.connect(self._follow)
        document.changed.connect(self._follow)
        agenda.list.chosen.connect(self._follow)
        house.appearance.theme_changed.connect(self._take_theme)
        self._take_theme()
        self._follow()

    def _take_theme(self) -> None:
        self.setStyleSheet(style_sheet(self._appearance.theme))

    def _step(self) -> AgendaStep | None:
        step = self._timer.step
        if step is None:
            step = self._agenda.rows.step(self._agenda.rows.row_of(self._agenda.list.current_id))
        return step if step is not None and step.kind == "vote" else None

    def _follow(self) -> None:
        is_open = self._flow.open_round is not None
        text = self._words.t("Go on with the voting") if is_open else self._words.t("Open a round of voting")
        if text != self.button.text():
            self.button.setText(text)
        self.setVisible(self._step() is not None)

    def _start(self) -> None:
        step = self._step()
        if step is None or self._flow.open_round is not None:
            self._flow.start()
        else:
            self._flow.start_from(step)
