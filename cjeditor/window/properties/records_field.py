"""A field that holds several small records, each with fields of its own: drop-off points, KPIs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from cjeditor.model.cards import DropOffPoint, Kpi
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.texts import Texts
from cjeditor.window.plain import label
from cjeditor.window.properties.field import SEVERAL, Field
from cjeditor.window.properties.spec import Rows, Spec
from cjeditor.wording import sentence

Nested = DropOffPoint | Kpi


@dataclass(frozen=True)
class NestedKind:
    """What such records are.

    Attributes:
        specs: their fields.
        new: makes an empty one with an id of its own.
        add: what the button is called that adds one, untranslated.
        remove: what the button is called that removes one, untranslated.
    """

    specs: Sequence[Spec]
    new: Callable[[], Nested]
    add: str
    remove: str


class RecordsField(Field):
    """The records below each other, and a button for another one."""

    def __init__(self, key: str, name: str, words: Texts, *, kind: NestedKind) -> None:
        super().__init__(key, name, words)
        self._kind = kind
        self._records: tuple[Nested, ...] = ()
        self._session = ""
        self.entries: list[Entry] = []
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self._hint = label(words.t("Choose a single one to edit these."), self)
        self._hint.setObjectName("quiet")
        self._hint.setMinimumWidth(1)
        self._hint.hide()
        self.add_button = QPushButton(words.t(kind.add))
        self.add_button.clicked.connect(self._add)
        self.add_control(self.add_button)
        self.add_control(self._hint)
        self._column.insertWidget(0, self._list)
        self._column.setAlignment(self.add_button, Qt.AlignmentFlag.AlignLeft)

    def put(self, value: object) -> None:
        """Show the records; what stays the same keeps its controls."""
        several = value is SEVERAL
        self._hint.setVisible(several)
        self.add_button.setVisible(not several)
        records = value if isinstance(value, tuple) else ()
        if [record.id for record in records] != [entry.record.id for entry in self.entries]:
            self._make_entries(records)
        for entry, record in zip(self.entries, records, strict=True):
            entry.show_record(record)
        self._records = records
        self._list.setVisible(bool(records))

    def value(self) -> object:
        """Return the records."""
        return self._records

    def session(self) -> str:
        """Return which field of which record is being edited; nothing when one comes or goes."""
        return self._session

    def holds(self, value: object) -> bool:  # noqa: ARG002 - as every field is asked
        """Return that `put` should look: the records' own fields know what they hold."""
        return False

    def _make_entries(self, records: tuple[Nested, ...]) -> None:
        for entry in self.entries:
            entry.hide()
            self._lines.removeWidget(entry)
            entry.deleteLater()
        self.entries = [Entry(record, self._kind, self.words) for record in records]
        for entry in self.entries:
            entry.edited.connect(self._entry_edited)
            entry.removed.connect(self._remove)
            self._lines.addWidget(entry)

    def _add(self) -> None:
        before = len(self.entries)
        self._want((*self._records, self._kind.new()))
        if len(self.entries) > before:
            next(iter(self.entries[-1].rows.fields.values())).setFocus()

    def _remove(self, record_id: str) -> None:
        self._want(tuple(record for record in self._records if record.id != record_id))
        self.add_button.setFocus()

    def _entry_edited(self, key: str, wanted: Nested) -> None:
        session = f"{self.key} {wanted.id} {key}"
        self._want(tuple(wanted if record.id == wanted.id else record for record in self._records), session)

    def _want(self, records: tuple[Nested, ...], session: str = "") -> None:
        self._records, self._session = records, session
        self.take()
        self.put(self._records)


class Entry(QFrame):
    """One of the records.

    Signals:
        edited(str, record): the record should be this; the field that was edited.
        removed(str): the record of this id should go.
    """

    edited = Signal(str, object)
    removed = Signal(str)

    def __init__(self, record: Nested, kind: NestedKind, words: Texts) -> None:
        super().__init__()
        self.record = record
        self._words = words
        self.setObjectName("entry")
        self.rows = Rows(kind.specs, words)
        # What there is to choose from in drop-off points and KPIs comes from the catalogue, not from the project.
        self.rows.offer(Project())
        for field in self.rows.fields.values():
            field.edited.connect(self._field_edited)
        self.remove_button = QPushButton(words.t(kind.remove))
        self.remove_button.clicked.connect(self._remove)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(7, 8, 7, 6)
        lines.setSpacing(8)
        lines.addWidget(self.rows)
        lines.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignRight)

    def show_record(self, record: Nested) -> None:
        """Show another state of the record."""
        self.record = record
        self.rows.show_values({key: getattr(record, key) for key in self.rows.fields})

    def _field_edited(self, key: str, value: object) -> None:
        try:
            wanted = replace(self.record, **{key: value})
        except EditRefused as refused:
            self.rows.fields[key].tell(sentence(refused.problem, self._words))
            return
        self.rows.fields[key].keep(value)
        self.record = wanted
        self.edited.emit(key, wanted)

    def _remove(self) -> None:
        self.removed.emit(self.record.id)
