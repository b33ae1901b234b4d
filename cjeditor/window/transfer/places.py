"""The rows of a form that say where cards go: for each step and lane that they lie in, one of the other map."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QWidget

from cjeditor.model.edits.transfer import Route
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import card, known, ordered, ordered_steps
from cjeditor.texts import Texts
from cjeditor.window.plain import label, shortened

_LONGEST = 40
_NARROWEST = 12
"""Letters that a choice shows at least."""


class PlaceRows(QWidget):
    """A choice for each step and lane."""

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.choices: dict[str, QComboBox] = {}

    def show_route(self, source: JourneyMap, target: JourneyMap | None, ids: tuple[str, ...], route: Route) -> None:
        """Show where the cards of `source` would go; without a target its phases and lanes come along."""
        self._clear()
        some = [card(source, each) for each in ids]
        counts = Counter(each.step for each in some) + Counter(each.lane for each in some)
        for step in ordered_steps(source):
            if step.id in route.steps:
                name = self._step_name(source, step.id)
                phase = known(source.phases, step.phase).name
                places = [] if target is None else [each.id for each in ordered_steps(target)]
                named = [(each, self._step_name(target, each)) for each in places] if target is not None else []
                new = self._words.t("New phase “{name}”", name=self._name(phase))
                self._add(step.id, name, counts[step.id], named, new, route.steps[step.id].id)
        for lane in ordered(source.lanes):
            if lane.id in route.lanes:
                fitting = [] if target is None else [each for each in ordered(target.lanes) if each.holds == lane.holds]
                named = [(each.id, self._name(each.name)) for each in fitting]
                new = self._words.t("New lane “{name}”", name=self._name(lane.name))
                self._add(lane.id, self._name(lane.name), counts[lane.id], named, new, route.lanes[lane.id].id)
        self._grid.setRowStretch(len(self.choices), 1)

    def chosen(self) -> dict[str, str]:
        """Return the other map's step or lane by each of this map's; an empty id for a new one."""
        return {one: choice.currentData() for one, choice in self.choices.items()}

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._grid.setRowStretch(len(self.choices), 0)
        self.choices = {}

    def _add(self, one: str, name: str, count: int, named: list[tuple[str, str]], new: str, meant: str) -> None:
        row = len(self.choices)
        text = self._words.tn("{name} ({n} card)", "{name} ({n} cards)", count, name=name)
        caption: QLabel = label(text, self)
        choice = QComboBox(self)
        choice.setObjectName(f"place_{one}")
        choice.setAccessibleName(text)
        choice.setMinimumContentsLength(_NARROWEST)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for place, shown in named:
            choice.addItem(shown, place)
        choice.addItem(new, "")
        choice.setCurrentIndex(max(0, choice.findData(meant)))
        caption.setBuddy(choice)
        caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(caption, row, 0)
        self._grid.addWidget(choice, row, 1)
        self.choices[one] = choice

    def _step_name(self, journey_map: JourneyMap, step_id: str) -> str:
        step = known(journey_map.steps, step_id)
        phase = known(journey_map.phases, step.phase)
        name = self._name(phase.name)
        return f"{name} · {shortened(step.name, _LONGEST)}" if step.name.strip() else name

    def _name(self, name: str) -> str:
        return shortened(name, _LONGEST).strip() or self._words.t("Untitled")
