"""The form of the funnel: how many people stood in each stage, of which map, when, and who says so."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cjeditor.analysis.funnel import STAGES, counts_of, funnel_of
from cjeditor.catalogue import terms
from cjeditor.model.fields import FunnelStage
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.figures.flowing import FlowingForm
from cjeditor.window.figures.funnel.count_field import CountField
from cjeditor.window.figures.funnel.edits import FunnelEdits
from cjeditor.window.plain import one_line, shortened
from cjeditor.window.properties.choice import Choice
from cjeditor.window.properties.day_field import DayField
from cjeditor.window.properties.field import Field
from cjeditor.window.properties.text_fields import TextField
from cjeditor.wording import plain

_LONGEST_SAID = 40


class FunnelForm(QWidget):
    """Shows and takes the counts of the map on screen, or those of the whole project.

    Signals:
        owner_chosen(): the counts of the other one are to be shown.
        hint(str): something should be said in the status bar.
    """

    owner_chosen = Signal()
    hint = Signal(str)

    def __init__(self, edits: FunnelEdits, words: Texts) -> None:
        super().__init__()
        self._edits = edits
        self._words = words
        self._map = ""
        self._phase = ""
        self._owner: dict[str, str] = {}
        self.setObjectName("funnel_form")
        self.counts: dict[FunnelStage, CountField] = {
            stage: CountField(stage, terms.funnel_stage(stage, words), words) for stage in STAGES
        }
        self.day = DayField("date", words.t("Counted on"), words)
        self.day.restores = True
        self.source = TextField("source", words.t("Source"), words, breaks=False)
        self.owner = Choice(words.t("Whose counts"))
        self.owner.setObjectName("funnel_owner")
        self.owner.addItem(words.t("This map"), "map")
        self.owner.addItem(words.t("Whole project"), "project")
        self.stage = Choice(words.t("Stage of the phase"))
        self.stage.setObjectName("funnel_stage")
        self.stage.addItem(words.t("No stage"), None)
        for stage in STAGES:
            self.stage.addItem(terms.funnel_stage(stage, words), stage)
        self.from_file = QPushButton(words.t("From CSV file…"), self)
        self.from_file.setObjectName("funnel_from_file")
        self._flow = FlowingForm(self)
        for field in self.counts.values():
            self._flow.add(field.name, field)
        self._flow.add(self.owner.accessibleName(), self.owner)
        self._flow.add(self.day.name, self.day)
        self._flow.add(self.source.name, self.source)
        self._stage_name = self._flow.add(words.t("Stage of the phase"), self.stage)
        self._flow.add("", self.from_file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)
        self._connect()

    def map_id(self) -> str | None:
        """Return whose counts are shown: the map's id, or None for the whole project."""
        return self._map if self.owner.currentData() == "map" else None

    def show_funnel(self, project: Project, journey_map: JourneyMap, phase: Phase | None) -> None:
        """Show the counts as they are now, and the stage of a phase, where one is chosen."""
        if self._map != journey_map.id:
            self._map = journey_map.id
            self._begin()
        wanted = self._owner.get(self._map) or funnel_of(project, journey_map).owner or "map"
        self.owner.setCurrentIndex(self.owner.findData(wanted))
        known = counts_of(project, self.map_id())
        for stage, field in self.counts.items():
            field.show_value(known[stage].count if stage in known else None)
        first = next(iter(known.values()), None)
        self.day.show_value("" if first is None else first.date)
        self.source.show_value("" if first is None else first.source)
        self.day.setEnabled(first is not None)
        self.source.setEnabled(first is not None)
        self._show_phase(phase)

    def is_sound(self) -> bool:
        """Return whether all that was typed is taken, and go to what is not; where nobody sees it, it is put back."""
        wrong = next((field for field in self._fields() if field.problem()), None)
        if wrong is None:
            return True
        if not self.isVisible():
            self._give_up()
            return True
        wrong.setFocus()
        self.hint.emit(self._words.t("{name}: {value}", name=wrong.name, value=wrong.problem()))
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Put back what could not be read: hidden it would hold up saving, and nobody would see why."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._give_up()

    def _give_up(self) -> None:
        for field in self._fields():
            text = field.draft() or ""
            if field.give_up():
                said = plain(text.strip(), _LONGEST_SAID)
                self.hint.emit(
                    self._words.t(
                        "{name}: “{text}” could not be read; the value from before stands.", name=field.name, text=said
                    )
                )

    def _connect(self) -> None:
        for field in self._fields():
            field.edited.connect(self._take)
        self.owner.activated.connect(self._choose_owner)
        self.stage.activated.connect(self._choose_stage)

    def _fields(self) -> list[Field]:
        return [*self.counts.values(), self.day, self.source]

    def _begin(self) -> None:
        for field in self._fields():
            field.begin()

    def _show_phase(self, phase: Phase | None) -> None:
        words = self._words
        self._phase = "" if phase is None else phase.id
        self.stage.setEnabled(phase is not None)
        name = "" if phase is None else shortened(one_line(phase.name), 24) or words.t("Unnamed phase")
        said = words.t("Stage of “{phase}”", phase=name) if phase is not None else words.t("Stage of the phase")
        self._stage_name.setText(said)
        self.stage.setAccessibleName(said)
        self.stage.setCurrentIndex(self.stage.findData(None if phase is None else phase.funnel_stage))

    def _take(self, key: str, value: object) -> None:
        if key == "date":
            self.day.tell(self._edits.date(self.map_id(), cast(str, value)))
        elif key == "source":
            self.source.tell(self._edits.source(self.map_id(), cast(str, value)))
        else:
            stage = cast(FunnelStage, key)
            self.counts[stage].tell(self._edits.count(self.map_id(), stage, cast("int | None", value)))

    def _choose_owner(self) -> None:
        self._owner[self._map] = self.owner.currentData()
        self._begin()
        self.owner_chosen.emit()

    def _choose_stage(self) -> None:
        if self._phase and self._map:
            self._edits.stage(self._map, self._phase, self.stage.currentData())
