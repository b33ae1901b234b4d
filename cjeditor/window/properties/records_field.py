"""A field that holds several small records, each with fields of its own: drop-off points, KPIs, links.

Of several chosen records it shows every entry once, with the number of those that have it; see `shared`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from cjeditor.model.ids import new_id
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.texts import Texts
from cjeditor.window.button_row import ButtonRow
from cjeditor.window.plain import label
from cjeditor.window.properties.field import SEVERAL, Field
from cjeditor.window.properties.shared import Alike, Changed, Nested, Removed, Spread, Wanted, alike
from cjeditor.window.properties.spec import Rows, Spec
from cjeditor.wording import sentence

_SEPARATOR = " / "


@dataclass(frozen=True)
class NestedKind:
    """What such records are.

    Attributes:
        specs: their fields.
        prefix: begins their ids.
        empty: an empty one; only its id is replaced.
        add: what the button is called that adds one, untranslated.
        remove: what the button is called that removes one, untranslated.
    """

    specs: Sequence[Spec]
    prefix: str
    remove: str
    add: str = ""
    empty: Nested | None = None


class RecordsField(Field):
    """The records below each other, and a button for another one.

    Signals:
        refresh_wanted(): what was asked for should be shown now, not later.
    """

    refresh_wanted = Signal()

    def __init__(self, key: str, name: str, words: Texts, *, kind: NestedKind) -> None:
        super().__init__(key, name, words)
        self._kind = kind
        self._session = ""
        self._count = 0
        self._is_new = True
        self.entries: list[Entry] = []
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self.add_button = QPushButton(words.t(kind.add) if kind.add else "")
        if not kind.add:
            self.add_button.hide()
        self.add_button.clicked.connect(self._add)
        self.add_control(self._list)
        self.add_control(self.add_button)
        self.setFocusProxy(self.add_button)
        self._column.setAlignment(self.add_button, Qt.AlignmentFlag.AlignLeft)

    def put(self, value: object) -> None:
        """Show the entries; what stays the same keeps its controls."""
        holders = value if isinstance(value, tuple) else ()
        self._count = len(holders)
        groups = alike(holders, [] if self._is_new else [entry.ids for entry in self.entries])
        self._is_new = False
        if [group.ids for group in groups] != [entry.ids for entry in self.entries]:
            self._make_entries(groups)
        for entry, group in zip(self.entries, groups, strict=True):
            entry.show_record(group.record, self._count, self.heading_of(group.record))
        self._list.setVisible(bool(groups))

    def heading_of(self, record: Nested) -> str:  # noqa: ARG002  some kinds have one
        """Return what stands above the fields of an entry."""
        return ""

    def begin(self) -> None:
        """Forget what belongs together: other records come."""
        super().begin()
        self._is_new = True

    def value(self) -> object:
        """Return nothing: what is wanted is told by the entries themselves."""
        return SEVERAL

    def session(self) -> str:
        """Return which field of which entry is being edited; nothing when one comes or goes."""
        return self._session

    def holds(self, value: object) -> bool:  # noqa: ARG002 - as every field is asked
        """Return that `put` should look: the entries' own fields know what they hold."""
        return False

    def drafts(self) -> Mapping[str, str]:
        """Return what was refused in the entries' own fields."""
        return {
            _SEPARATOR.join((*entry.ids, key)): text
            for entry in self.entries
            for key, field in entry.rows.fields.items()
            for text in field.drafts().values()
        }

    def set_drafts(self, drafts: Mapping[str, str]) -> None:
        """Put it back where the entries are still there."""
        for place, text in drafts.items():
            *ids, key = place.split(_SEPARATOR)
            for entry in self.entries:
                if entry.ids == tuple(ids):
                    entry.rows.fields[key].set_draft(text)

    def want(self, wanted: Wanted, session: str = "") -> None:
        """Ask for an edit; those of the same session are one step."""
        self._session = session
        self.tell("")
        self.edited.emit(self.key, wanted)

    def new_ids(self) -> tuple[str, ...]:
        """Return an id for each of the chosen records."""
        return tuple(new_id(self._kind.prefix) for _ in range(self._count))

    def _make_entries(self, groups: Sequence[Alike]) -> None:
        drafts = self.drafts()
        for entry in self.entries:
            entry.hide()
            self._lines.removeWidget(entry)
            entry.deleteLater()
        self.entries = [Entry(group, self._kind, self.words) for group in groups]
        for entry in self.entries:
            entry.edited.connect(self._entry_edited)
            entry.removed.connect(self._remove)
            entry.given.connect(self._give)
            self._lines.addWidget(entry)
        for entry, group in zip(self.entries, groups, strict=True):
            entry.show_record(group.record, self._count, "")
        self.set_drafts(drafts)

    def _add(self) -> None:
        """Add an empty entry to every record, and go there."""
        if self._kind.empty is None:
            return
        ids = self.new_ids()
        self.want(Spread(self._kind.empty, (), ids))
        self.refresh_wanted.emit()
        added = next((entry for entry in self.entries if entry.ids == ids), None)
        if added is not None:
            next(iter(added.rows.fields.values())).setFocus()

    def _remove(self, ids: tuple[str, ...]) -> None:
        self.want(Removed(ids))
        self.refresh_wanted.emit()
        self.setFocus()

    def _give(self, ids: tuple[str, ...]) -> None:
        entry = next(one for one in self.entries if one.ids == ids)
        self.want(Spread(entry.record, ids, self.new_ids()))
        self.refresh_wanted.emit()
        self.setFocus()

    def _entry_edited(self, ids: tuple[str, ...], key: str, value: object) -> None:
        self.want(Changed(ids, key, value), f"{self.key} {' '.join(ids)} {key}")


class Entry(QFrame):
    """One of the records, or those of several chosen ones that are alike.

    Signals:
        edited(object, str, object): the entries of these ids should have this value in this field.
        removed(object): those of these ids should go.
        given(object): all should have what those of these ids are.
    """

    edited = Signal(object, str, object)
    removed = Signal(object)
    given = Signal(object)

    def __init__(self, group: Alike, kind: NestedKind, words: Texts) -> None:
        super().__init__()
        self.record = group.record
        self.ids = group.ids
        self._words = words
        self.setObjectName("entry")
        self._heading = label("", self)
        self._heading.setObjectName("entry_heading")
        self._heading.setMinimumWidth(1)
        self._held = label("", self)
        self._held.setObjectName("quiet")
        self.rows = Rows(kind.specs, words)
        # What there is to choose from in entries comes from the catalogue, not from the project.
        self.rows.offer(Project())
        for field in self.rows.fields.values():
            field.edited.connect(self._field_edited)
        self.give_button = QPushButton(words.t("Apply to all"))
        self.give_button.clicked.connect(self._give)
        self._remove_text = words.t(kind.remove)
        self.remove_button = QPushButton(self._remove_text)
        self.remove_button.setAccessibleName(self._remove_text)
        self.remove_button.clicked.connect(self._remove)
        self._foot = ButtonRow()
        self._foot.add(self.give_button)
        self._foot.add(self.remove_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(7, 8, 7, 6)
        lines.setSpacing(8)
        lines.addWidget(self._heading)
        lines.addWidget(self.rows)
        # Beside the buttons there is no room for it in every language.
        lines.addWidget(self._held)
        lines.addWidget(self._foot)

    def show_heading(self, heading: str) -> None:
        """Show this above the fields; an empty one takes no room."""
        if heading != self._heading.text() or not heading:
            self._heading.setText(heading)
            self._heading.setVisible(bool(heading))

    def show_record(self, record: Nested, count: int, heading: str) -> None:
        """Show another state of the record; `count` is how many records are chosen."""
        self.record = record
        self.show_heading(heading)
        partly = len(self.ids) < count
        self._held.setText(self._words.t("in {some} of {all}", some=len(self.ids), all=count) if count > 1 else "")
        self._held.setVisible(count > 1)
        self.give_button.setVisible(partly)
        self.remove_button.setText(self._words.t("Remove") if count > 1 else self._remove_text)
        self._foot.arrange()
        self.rows.show_values({key: getattr(record, key) for key in self.rows.fields})

    def _field_edited(self, key: str, value: object) -> None:
        try:
            wanted = replace(self.record, **{key: value})
        except EditRefused as refused:
            self.rows.fields[key].tell(sentence(refused.problem, self._words))
            return
        self.rows.fields[key].keep(value)
        self.record = wanted
        self.edited.emit(self.ids, key, value)

    def _remove(self) -> None:
        self.removed.emit(self.ids)

    def _give(self) -> None:
        self.given.emit(self.ids)
