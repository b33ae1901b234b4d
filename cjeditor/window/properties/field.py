"""What a field of the properties can do: show a value, say what was typed, and say what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjeditor.model.journey_map import JourneyMap
from cjeditor.texts import Texts
from cjeditor.window.plain import label


class _Several(Enum):
    SEVERAL = "several"


SEVERAL: Final = _Several.SEVERAL
"""Stands for the value of a field that differs among the chosen records."""


class Unreadable(Exception):
    """What was typed cannot be turned into a value; the message is in the person's language."""


class Field(QWidget):
    """One field. Kinds of fields fill in `put` and `value` and call `take` when the person has changed something.

    What was typed stays as it is until the record gets another value from elsewhere or another record is shown.

    Attributes:
        restores: whether a text that is refused brings back the value from before it was begun; else what its first
            letters said stays, “12” of “12.x”.

    Signals:
        edited(str, object): the person wants another value of the field of this key.
    """

    edited = Signal(str, object)

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__()
        self.key = key
        self.name = name
        self.words = words
        self.setObjectName(f"field.{key}")
        self._filling = False
        self._fresh = True
        self._shown: object = None
        self._begun: object = None
        self.restores = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._problem = label("", self)
        self._problem.setObjectName("problem")
        # A single long word in it must not make the form wider than its dock.
        self._problem.setMinimumWidth(1)
        self._problem.hide()
        self._column.addWidget(self._problem)

    def put(self, value: object) -> None:
        """Show `value`, which may be `SEVERAL`, in the controls."""
        raise NotImplementedError

    def value(self) -> object:
        """Return what the controls hold; `SEVERAL` where nothing was said about values that differ.

        Raises:
            Unreadable: it is no value of this field.
            EditRefused: it is one that the model does not allow.
        """
        raise NotImplementedError

    def add_control(self, control: QWidget) -> None:
        """Put a control above the place for problems; the first one gets the focus of the field."""
        self._column.insertWidget(self._column.count() - 1, control)
        if self.focusProxy() is None:
            self.setFocusProxy(control)

    def begin(self) -> None:
        """Forget what is shown: another record comes."""
        self._fresh = True

    def show_value(self, value: object) -> None:
        """Show the value that the record has now; what stands there already is left alone, with the cursor in it."""
        if not self._fresh and _same(self._shown, value):
            return
        fresh, self._fresh, self._shown = self._fresh, False, value
        if not fresh and self.holds(value):
            return
        self.tell("")
        self._put(value)

    def give_up(self) -> bool:
        """Show the value of the record again where what was typed is none; return whether that was so."""
        if not self.problem():
            return False
        self.tell("")
        self._put(self._shown)
        return True

    def look_at(self, journey_map: JourneyMap, ids: Sequence[str]) -> None:
        """Take note of the map around the records of these ids, for fields that speak of other records, too."""

    def draft(self) -> str | None:
        """Return what was typed, where the field is one to type in."""
        return None

    def set_draft(self, text: str) -> None:
        """Put back what was typed, as if it were typed again."""

    def drafts(self) -> Mapping[str, str]:
        """Return what was typed and refused, by the part of the field that it stands in."""
        typed = self.draft() if self.problem() else None
        return {} if typed is None else {"": typed}

    def set_drafts(self, drafts: Mapping[str, str]) -> None:
        """Put back what `drafts` gave."""
        for text in drafts.values():
            self.set_draft(text)

    def session(self) -> str:
        """Return what edits that follow each other must share to be one undo step; empty for a step of its own."""
        return self.key

    def keep(self, value: object) -> None:
        """Take note that the record has this value now, as wanted here."""
        self._shown = value

    def tell(self, problem: str) -> None:
        """Say what is wrong with what was typed; an empty text when nothing is."""
        if problem != self._problem.text() or problem == "":
            self._problem.setText(problem)
            self._problem.setVisible(bool(problem))
            self.setAccessibleDescription(problem)

    def problem(self) -> str:
        """Return what is wrong with what was typed."""
        return self._problem.text()

    def take(self) -> None:
        """Tell of what the person has changed; nothing while the field itself fills its controls."""
        if self._filling:
            return
        try:
            wanted = self.value()
        except Unreadable as unreadable:
            self.tell(str(unreadable))
        else:
            self.tell("")
            if wanted is not SEVERAL:
                self.edited.emit(self.key, wanted)
        if self.restores and self.problem():
            self._restore()

    def settle(self) -> None:
        """Show what was typed in the spelling of the field, once the person is done with it."""
        if not self.problem() and self._shown is not SEVERAL:
            self._put(self.value())

    def holds(self, value: object) -> bool:
        """Return whether the controls show `value` already, in whatever spelling."""
        try:
            return value is not SEVERAL and _same(self.value(), value)
        except Unreadable:
            return False

    def _put(self, value: object) -> None:
        """Show a value; from here on a refused text leaves this one."""
        self._begun = value
        self._filling = True
        self.put(value)
        self._filling = False

    def _restore(self) -> None:
        """Bring back the value from before; what was typed stays, and what is wrong with it."""
        problem = self.problem()
        self.keep(self._begun)
        self.edited.emit(self.key, self._begun)
        self.tell(problem)


def _same(one: object, other: object) -> bool:
    # True == 1 and 1 == 1.0, which are different values of different fields.
    return one is other or (type(one) is type(other) and one == other)
