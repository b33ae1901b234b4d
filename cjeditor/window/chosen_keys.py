"""Which keys lead to which action: those of the actions table, unless the person chose others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QKeyCombination, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence

from cjeditor.window import actions
from cjeditor.window.action_row import Row

_GROUP = "keys"
_PORTABLE = QKeySequence.SequenceFormat.PortableText
_Modifier, _Key = Qt.KeyboardModifier, Qt.Key

_MODIFIERS: Final = (_Modifier.ControlModifier, _Modifier.AltModifier, _Modifier.MetaModifier)
_ARROWS: Final = frozenset({_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home, _Key.Key_End})
_STANDING_ALONE: Final = frozenset(
    {
        _Key.Key_Delete,
        _Key.Key_Insert,
        _Key.Key_Pause,
        _Key.Key_Print,
        _Key.Key_Help,
        _Key.Key_PageUp,
        _Key.Key_PageDown,
    }
)
"""Keys besides F1 to F35 that write nothing and that the map leaves alone."""

KeysOf = Callable[[Row], list[QKeySequence]]
"""Tells the keys of a row: `ChosenKeys.of`, or `usual`."""

Refusal = Literal["writes", "map", "menu"]
"""Why a key cannot be chosen: it writes a letter, the map needs it itself, or it opens a menu."""


class ChosenKeys(QObject):
    """The person's keys. What somebody damaged by hand counts as not chosen.

    Signals:
        changed(str): the row of this id has other keys.
    """

    changed = Signal(str)

    def __init__(self, settings: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._rows = {row.id: row for row in actions.ROWS}

    def of(self, row: Row) -> list[QKeySequence]:
        """Return the keys of a row, the one for menus first."""
        kept = self._settings.value(f"{_GROUP}/{row.id}")
        if isinstance(kept, str):
            sequence = QKeySequence.fromString(kept, _PORTABLE)
            if not kept:
                return []
            if refusal(sequence) is None and not sequence.isEmpty():
                return [sequence]
        return usual(row)

    def is_own(self, row: Row) -> bool:
        """Return whether the person chose other keys than the table has."""
        return self.of(row) != usual(row)

    def holders(self, sequence: QKeySequence, but: str = "") -> list[Row]:
        """Return the rows that have `sequence` now, without the row of the id `but`."""
        return [row for row in actions.ROWS if row.id != but and sequence in self.of(row)]

    def choose(self, row_id: str, sequence: QKeySequence) -> None:
        """Give a row this key and no other; an empty one takes all away. Others that have it lose it.

        Raises:
            ValueError: the key cannot be chosen; see `refusal`.
        """
        if not sequence.isEmpty():
            if refusal(sequence) is not None:
                raise ValueError(sequence.toString(_PORTABLE))
            self._take_from_others(sequence, row_id)
        self._keep(row_id, sequence)

    def reset(self, row_id: str) -> None:
        """Give a row the keys of the table again; whoever took one of them loses it."""
        for sequence in usual(self._rows[row_id]):
            self._take_from_others(sequence, row_id)
        self._settings.remove(f"{_GROUP}/{row_id}")
        self.changed.emit(row_id)

    def reset_all(self) -> None:
        """Give every row the keys of the table again."""
        own = [row.id for row in actions.ROWS if self.is_own(row)]
        self._settings.remove(_GROUP)
        for row_id in own:
            self.changed.emit(row_id)

    def _take_from_others(self, sequence: QKeySequence, row_id: str) -> None:
        for other in self.holders(sequence, but=row_id):
            left = [key for key in self.of(other) if key != sequence]
            self._keep(other.id, left[0] if left else QKeySequence())

    def _keep(self, row_id: str, sequence: QKeySequence) -> None:
        self._settings.setValue(f"{_GROUP}/{row_id}", sequence.toString(_PORTABLE))
        self.changed.emit(row_id)


def usual(row: Row) -> list[QKeySequence]:
    """Return the keys that the actions table has for a row, the one for menus first."""
    return [QKeySequence(key) for key in row.keys]


def refusal(sequence: QKeySequence) -> Refusal | None:
    """Return why `sequence` cannot be chosen for an action; None where it can be, or is empty.

    A plain letter starts a card, and so do letters with Shift and those of the third level (AltGr is Ctrl+Alt).
    """
    if sequence.isEmpty():
        return None
    pressed = sequence[0]  # type: ignore[index]  # the stubs leave it out
    if not isinstance(pressed, QKeyCombination):
        return "writes"
    key, held = pressed.key(), pressed.keyboardModifiers()
    held &= ~_Modifier.KeypadModifier
    held_at_all = any(bool(held & one) for one in _MODIFIERS)
    alone = _Key.Key_F1 <= key <= _Key.Key_F35 or key in _STANDING_ALONE
    if _is_the_maps(key, held):
        return "map"
    if not held_at_all and not alone:
        return "writes"
    only_alt = held & ~_Modifier.ShiftModifier == _Modifier.AltModifier
    if only_alt and _Key.Key_0 <= key <= _Key.Key_Z:
        return "menu"
    return None


def _is_the_maps(key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    """Return whether the canvas handles the key itself."""
    if key in (_Key.Key_Escape, _Key.Key_Return, _Key.Key_Enter, _Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Menu):
        return not held & _Modifier.ControlModifier or key in (_Key.Key_Tab, _Key.Key_Backtab)
    if key == _Key.Key_F10:
        return bool(held & _Modifier.ShiftModifier)
    return key in _ARROWS and not held & (_Modifier.AltModifier | _Modifier.MetaModifier)
