"""A Qt model whose rows are records in sorted order, of which a change touches only those that it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from cjeditor.model.cards import Link, Note, Touchpoint
from cjeditor.model.journey_map import Phase, Step

RowRecord = Phase | Step | Touchpoint | Note | Link
AnyIndex = QModelIndex | QPersistentModelIndex

_KEY = attrgetter("key")


class Place(NamedTuple):
    """Where a record's row belongs.

    Attributes:
        parent: id of the record whose row it lies under; empty at the top.
        key: the order among its siblings; no two are equal.
    """

    parent: str
    key: tuple[Any, ...]
    record: RowRecord


@dataclass(eq=False, slots=True)
class _Node:
    number: int
    record: RowRecord | None
    parent: _Node | None
    key: tuple[Any, ...]
    children: list[_Node] = field(default_factory=list)


class OrderedRows(QAbstractItemModel):
    """Rows known by their record's id, at any depth. Rows keep their identity through every move."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Node(0, None, None, ())
        self._by_id: dict[str, _Node] = {}
        self._by_number: dict[int, _Node] = {}
        self._given = 0

    def fill(self, levels: Sequence[Iterable[Place]]) -> None:
        """Show these rows and no others.

        Args:
            levels: the rows of each depth, parents before children.
        """
        self.beginResetModel()
        self._root = _Node(0, None, None, ())
        self._by_id, self._by_number = {}, {}
        for level in levels:
            for place in level:
                self._parent_of(place).children.append(self._made(place))
        for node in (self._root, *self._by_number.values()):
            node.children.sort(key=_KEY)
        self.endResetModel()

    def take(self, levels: Sequence[Sequence[Place]], gone: Collection[str], renewed: Collection[str]) -> None:
        """Show what changed.

        Args:
            levels: new rows and rows that may have changed, by depth; the last level holds rows without children.
            gone: ids of the rows to remove; unknown ones are left out.
            renewed: ids of rows to be painted again, whether or not they are in `levels`.
        """
        for level in levels[:-1]:
            self._insert([place for place in level if place.record.id not in self._by_id])
        leaving = [self._by_id[one] for one in gone if one in self._by_id]
        self._remove([node for node in leaving if not node.children])
        self._rearrange([place for level in levels for place in level if place.record.id in self._by_id])
        self._remove([node for node in leaving if node.number in self._by_number])
        new = [place for place in levels[-1] if place.record.id not in self._by_id] if levels else []
        self._insert(new)
        fresh = {place.record.id for place in new}
        self._tell([self._by_id[one] for one in renewed if one in self._by_id and one not in fresh])

    def ids(self) -> Iterable[str]:
        """Return the ids of all rows, in no order that means anything."""
        return self._by_id.keys()

    def index_of(self, record_id: str, column: int = 0) -> QModelIndex:
        """Return where a record is shown; an invalid index where it is not."""
        node = self._by_id.get(record_id)
        return QModelIndex() if node is None else self.createIndex(_row(node), column, node.number)

    def record(self, index: AnyIndex) -> RowRecord | None:
        """Return the record of a row; None for the invalid index."""
        return self._node(index).record

    def _node(self, index: AnyIndex) -> _Node:
        return self._by_number.get(index.internalId(), self._root) if index.isValid() else self._root

    def _parent_of(self, place: Place) -> _Node:
        return self._by_id.get(place.parent, self._root)

    def _made(self, place: Place) -> _Node:
        self._given += 1
        node = _Node(self._given, place.record, self._parent_of(place), place.key)
        self._by_id[place.record.id] = self._by_number[node.number] = node
        return node

    def _index(self, node: _Node, column: int = 0) -> QModelIndex:
        return QModelIndex() if node.parent is None else self.createIndex(_row(node), column, node.number)

    def _insert(self, places: list[Place]) -> None:
        """Insert rows, those that come to stand together at once."""
        waiting = sorted(places, key=lambda place: (place.parent, place.key))

        def gap(place: Place) -> tuple[str, int]:
            return place.parent, bisect_left(self._parent_of(place).children, place.key, key=_KEY)

        # Found before anything is inserted, so the gaps of one parent are counted up by what came before them.
        runs = [(where, list(run)) for where, run in groupby(waiting, gap)]
        shift, last = 0, ""
        for (parent_id, position), run in runs:
            shift = shift if parent_id == last else 0
            last = parent_id
            parent = self._by_id.get(parent_id, self._root)
            first = position + shift
            self.beginInsertRows(self._index(parent), first, first + len(run) - 1)
            parent.children[first:first] = [self._made(place) for place in run]
            self.endInsertRows()
            shift += len(run)

    def _remove(self, nodes: list[_Node]) -> None:
        """Remove rows with all below them, from the last to the first, neighbours at once."""
        leaving = set(nodes)
        tops = [node for node in nodes if node.parent not in leaving]
        by_parent = sorted(tops, key=lambda node: (node.parent.number if node.parent else 0, _row(node)), reverse=True)
        for parent, run in _runs(by_parent, -1):
            first, last = _row(run[-1]), _row(run[0])
            self.beginRemoveRows(self._index(parent), first, last)
            del parent.children[first : last + 1]
            for node in run:
                self._forget(node)
            self.endRemoveRows()

    def _forget(self, node: _Node) -> None:
        for child in node.children:
            self._forget(child)
        del self._by_number[node.number]
        if node.record is not None:
            del self._by_id[node.record.id]

    def _rearrange(self, places: list[Place]) -> None:
        """Take new records; move rows where their order or parent is another."""
        keys: dict[_Node, tuple[Any, ...]] = {}
        parents: dict[_Node, _Node] = {}
        for place in places:
            node = self._by_id[place.record.id]
            node.record = place.record
            if node.key != place.key:
                keys[node] = place.key
            if self._parent_of(place) is not node.parent:
                parents[node] = self._parent_of(place)
        if keys or parents:
            self._reorder(keys, parents)

    def _reorder(self, keys: dict[_Node, tuple[Any, ...]], parents: dict[_Node, _Node]) -> None:
        """Give nodes other keys and parents; where the order stays, nobody needs to know."""
        touched = {node.parent for node in (*keys, *parents) if node.parent is not None}
        if not parents and all(_sorted(parent.children, keys) for parent in touched):
            for node, key in keys.items():
                node.key = key
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        for former in touched:
            former.children = [node for node in former.children if node not in parents]
        for node, parent in parents.items():
            node.parent = parent
            parent.children.append(node)
        for node, key in keys.items():
            node.key = key
        for parent in touched | set(parents.values()):
            parent.children.sort(key=_KEY)
        after = [self._index(self._node(index), index.column()) for index in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _tell(self, nodes: list[_Node]) -> None:
        """Have rows painted again, neighbours at once."""
        in_order = sorted(nodes, key=lambda node: (node.parent.number if node.parent else 0, _row(node)))
        last_column = self.columnCount() - 1
        for _parent, run in _runs(in_order, 1):
            self.dataChanged.emit(self._index(run[0]), self._index(run[-1], last_column))

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008  as Qt has it
        """Return the index of a cell."""
        children = self._node(parent).children
        if not 0 <= row < len(children) or not 0 <= column < self.columnCount() or parent.column() > 0:
            return QModelIndex()
        return self.createIndex(row, column, children[row].number)

    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]  # QObject has one without argument
        """Return the row that a cell's row lies under."""
        above = self._node(index).parent
        return QModelIndex() if above is None else self._index(above)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        """Return how many rows lie under one."""
        return 0 if parent.column() > 0 else len(self._node(parent).children)


def _row(node: _Node) -> int:
    return 0 if node.parent is None else bisect_left(node.parent.children, node.key, key=_KEY)


def _sorted(nodes: list[_Node], keys: dict[_Node, tuple[Any, ...]]) -> bool:
    coming = [keys.get(node, node.key) for node in nodes]
    return all(one < other for one, other in pairwise(coming))


def _runs(nodes: list[_Node], step: int) -> Iterable[tuple[_Node, list[_Node]]]:
    """Return the nodes that stand next to each other, with their parent; `step` is the way in which they come."""
    runs: list[tuple[_Node, list[_Node]]] = []
    expected = -1
    for node in nodes:
        row, parent = _row(node), node.parent
        if parent is None:
            continue
        if runs and runs[-1][0] is parent and row == expected:
            runs[-1][1].append(node)
        else:
            runs.append((parent, [node]))
        expected = row + step
    return runs
