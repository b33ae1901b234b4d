"""What can be written or chosen in the cells of the outline."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from cjeditor.model.cards import Note, Touchpoint
from cjeditor.window.outline import columns
from cjeditor.window.outline.cells import Offer
from cjeditor.window.outline.columns import Column
from cjeditor.window.outline.ordered_rows import OrderedRows
from cjeditor.window.outline.reading import Reading


class Offers:
    """Tells it of every cell of one view, with the present names of what there is to choose from."""

    def __init__(self, read: Callable[[], Reading], kinds: Sequence[Column | None]) -> None:
        """Make it.

        Args:
            read: gives the map as it is.
            kinds: for each column of the view what is edited there.
        """
        self._read = read
        self._kinds = kinds

    def at(self, index: QModelIndex | QPersistentModelIndex) -> Offer:
        """Return what can be done in a cell."""
        kind, rows = self._kinds[index.column()], index.model()
        record = rows.record(index) if isinstance(rows, OrderedRows) else None
        if record is None:
            return Offer("", "")
        if kind is None or not isinstance(record, Touchpoint | Note):
            return Offer(record.id, "")
        reading = self._read()
        offered = columns.choices(reading, record, kind)
        return Offer(record.id, reading.words.t(columns.HEADINGS[kind]) if offered else "", offered)
