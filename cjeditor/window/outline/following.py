"""Keeps what is chosen in a view of the outline and what is chosen on the map the same."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject
from PySide6.QtWidgets import QAbstractItemView

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.canvas.selection import Kind, Spot
from cjeditor.model.cards import Link, Note, Touchpoint
from cjeditor.model.journey_map import Phase
from cjeditor.model.lookup import steps_of
from cjeditor.window.outline.ordered_rows import OrderedRows, RowRecord

_Flag = QItemSelectionModel.SelectionFlag


class Following(QObject):
    """The selection of one view and that of the canvas, each following the other.

    While `paused`, neither follows: the view is hidden, or its rows are just changing.
    """

    def __init__(self, view: QAbstractItemView, rows: OrderedRows, canvas: MapCanvas) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._canvas = canvas
        self.paused = True
        view.selectionModel().selectionChanged.connect(self._tell_canvas)
        canvas.selection.changed.connect(self.follow)

    def show_on_map(self, record: RowRecord) -> None:
        """Choose one record on the map and bring it into view."""
        self._canvas.desk.show(_kind(record), [record.id], self._spot(record))

    def follow(self) -> None:
        """Choose in the view what is chosen on the map, and bring it into view."""
        if self.paused:
            return
        selection = self._canvas.selection
        focus = selection.focus
        self.paused = True
        model = self._view.selectionModel()
        if {record.id for record in self._chosen()} != selection.ids:
            wanted = self._selection_of(selection.ids)
            model.select(wanted, _Flag.ClearAndSelect | _Flag.Rows)
        at = focus.card if focus is not None and selection.kind in ("cards", "") else next(iter(selection.ids), "")
        column = max(0, self._view.currentIndex().column())
        index = self._rows.index_of(at, column)
        if index.isValid():
            if index != self._view.currentIndex():
                model.setCurrentIndex(index, _Flag.NoUpdate)
            self._view.scrollTo(index)
        self.paused = False

    def _chosen(self) -> list[RowRecord]:
        found = (self._rows.record(index) for index in self._view.selectionModel().selectedRows())
        return [record for record in found if record is not None]

    def _selection_of(self, ids: Iterable[str]) -> QItemSelection:
        """Return the rows as few ranges: thousands of single ones make every repaint slow."""
        found = [index for index in map(self._rows.index_of, ids) if index.isValid()]
        by_parent: dict[QModelIndex, list[QModelIndex]] = {}
        for index in found:
            by_parent.setdefault(index.parent(), []).append(index)
        selection = QItemSelection()
        for siblings in by_parent.values():
            siblings.sort(key=QModelIndex.row)
            ends = [at for at, (one, other) in enumerate(pairwise(siblings)) if other.row() != one.row() + 1]
            first = 0
            for last in (*ends, len(siblings) - 1):
                selection.select(siblings[first], siblings[last])
                first = last + 1
        return selection

    def _tell_canvas(self, selected: QItemSelection) -> None:
        """Choose on the map what somebody has chosen in the view; things of one kind, that of the newest."""
        if self.paused:
            return
        chosen = self._chosen()
        newest = [record for index in selected.indexes() if (record := self._rows.record(index)) is not None]
        leading = newest[-1] if newest else chosen[-1] if chosen else None
        self.paused = True
        if leading is None:
            self._canvas.selection.clear()
        else:
            kind = _kind(leading)
            ids = [record.id for record in chosen if _kind(record) == kind]
            self._canvas.desk.show(kind, ids, self._spot(leading))
        self.paused = False
        if {record.id for record in chosen} != self._canvas.selection.ids:
            self.follow()

    def _spot(self, record: RowRecord) -> Spot | None:
        """Return where the keys of the canvas would act; None where there is no such place."""
        if isinstance(record, Touchpoint | Note):
            return Spot(record.step, record.lane, record.id)
        if isinstance(record, Link):
            box = self._canvas.desk.arrangement.cards.get(record.source)
            return None if box is None else Spot(box.step, box.lane, box.id)
        focus, lanes = self._canvas.selection.focus, self._canvas.desk.arrangement.lanes
        lane = focus.lane if focus is not None else lanes[0].lane.id if lanes else ""
        if not lane:
            return None
        if isinstance(record, Phase):
            return Spot(steps_of(self._canvas.desk.map, record.id)[0].id, lane)
        return Spot(record.id, lane)


def _kind(record: RowRecord) -> Kind:
    if isinstance(record, Touchpoint | Note):
        return "cards"
    if isinstance(record, Link):
        return "links"
    return "phases" if isinstance(record, Phase) else "steps"
