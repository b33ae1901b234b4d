"""A small map of what pasted rows would become: steps across, lanes down, texts in the cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from cjeditor.canvas.capture.pasted_marks import Read
from cjeditor.interchange.paste_plan import PastePlan
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered, ordered_steps
from cjeditor.texts import Texts
from cjeditor.window.plain import tooltip_text
from cjeditor.wording import plain

_MOST_COLUMNS, _MOST_ROWS, _MOST_TEXTS = 24, 24, 4
"""What is shown; whoever pastes more sees where it goes from its beginning."""
_LONGEST, _LONGEST_NAME = 60, 40
_COLUMN_WIDTH = 150


class PastePreview(QTableWidget):
    """The table."""

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setObjectName("preview")
        self.setAccessibleName(words.t("What goes where"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().setDefaultSectionSize(_COLUMN_WIDTH)
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().setSectionsClickable(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_plan(self, plan: PastePlan, journey_map: JourneyMap, reads: Sequence[Read] = ()) -> None:
        """Show where each text would go; with `reads`, text by text, what its marks are."""
        cells: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for at, each in enumerate(plan.texts):
            cells[each.step, each.lane].append(_with_marks(reads[at]) if reads else each.text)
        used_steps = {step for step, _lane in cells}
        used_lanes = {lane for _step, lane in cells}
        steps = [each.id for each in ordered_steps(journey_map) if each.id in used_steps] + list(plan.phases)
        lanes = [each.id for each in ordered(journey_map.lanes) if each.id in used_lanes] + list(plan.lanes)
        steps, lanes = steps[:_MOST_COLUMNS], lanes[:_MOST_ROWS]
        self.clear()
        self.setColumnCount(len(steps))
        self.setRowCount(len(lanes))
        self.setHorizontalHeaderLabels([self._step_name(each, plan, journey_map) for each in steps])
        self.setVerticalHeaderLabels([self._lane_name(each, plan, journey_map) for each in lanes])
        for column, step in enumerate(steps):
            for row, lane in enumerate(lanes):
                self.setItem(row, column, self._item(cells.get((step, lane), [])))

    def _item(self, texts: list[str]) -> QTableWidgetItem:
        shown = [plain(text, 2 * _LONGEST) for text in texts[:_MOST_TEXTS]]
        if len(texts) > _MOST_TEXTS:
            rest = len(texts) - _MOST_TEXTS
            shown.append(self._words.tn("and one more card", "and {n} more cards", rest))
        item = QTableWidgetItem("\n".join(shown))
        item.setToolTip(tooltip_text("\n".join(shown)))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return item

    def _step_name(self, step_id: str, plan: PastePlan, journey_map: JourneyMap) -> str:
        if step_id in plan.phases:
            return self._new(plan.phases[step_id])
        step = next(each for each in journey_map.steps if each.id == step_id)
        phase = next(each for each in journey_map.phases if each.id == step.phase)
        names = [plain(name, _LONGEST_NAME) for name in (phase.name, step.name) if name.strip()]
        return "\n".join(names) or self._words.t("Untitled")

    def _lane_name(self, lane_id: str, plan: PastePlan, journey_map: JourneyMap) -> str:
        if lane_id in plan.lanes:
            return self._new(plan.lanes[lane_id])
        lane = next(each for each in journey_map.lanes if each.id == lane_id)
        return plain(lane.name, _LONGEST_NAME).strip() or self._words.t("Untitled")

    def _new(self, name: str) -> str:
        shown = plain(name, _LONGEST_NAME).strip()
        return self._words.t("{name} (new)", name=shown) if shown else self._words.t("New")

    def sizeHint(self) -> QSize:
        """Return room for four steps and some cards."""
        return QSize(4 * _COLUMN_WIDTH + 120, 220)


def _with_marks(read: Read) -> str:
    """A text with its marks behind it, set apart from the words."""
    marks = "  ".join(mark.typed.strip() for mark in read.marks)
    return f"{plain(read.words, _LONGEST)}  [{marks}]" if marks else read.words
