"""The keys of the canvas while nobody writes. Menus have the same commands; they come first where they have the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from cjeditor.canvas.commands.cards import CardCommands
    from cjeditor.canvas.commands.chips import ChipCommands
    from cjeditor.canvas.commands.clipboard import ClipboardCommands
    from cjeditor.canvas.commands.focus import FocusCommands
    from cjeditor.canvas.commands.lanes import LaneCommands
    from cjeditor.canvas.commands.phases import PhaseCommands
    from cjeditor.canvas.commands.picking import PickingCommands
    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.tools.hand import Hand
    from cjeditor.canvas.view import MapView
    from cjeditor.canvas.writer import Writer

_PLAIN = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_EMOTIONS = {
    Qt.Key.Key_1: -2,
    Qt.Key.Key_2: -1,
    Qt.Key.Key_3: 0,
    Qt.Key.Key_4: 1,
    Qt.Key.Key_5: 2,
}


class Keys(QObject):
    """Finds what a key means and does it.

    Signals:
        back_wanted(): look where one looked before.
    """

    back_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        writer: Writer,
        hand: Hand,
        view: MapView,
        focus: FocusCommands,
        cards: CardCommands,
        phases: PhaseCommands,
        lanes: LaneCommands,
        clipboard: ClipboardCommands,
        picking: PickingCommands,
        chips: ChipCommands,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._writer = writer
        self._hand = hand
        self._view = view
        self._focus = focus
        self._cards = cards
        self._phases = phases
        self._lanes = lanes
        self._clipboard = clipboard
        self._picking = picking
        self._chips = chips

    def press(self, event: QKeyEvent) -> None:
        """Act on a key and accept it, or leave it alone."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._hand.active and key != Qt.Key.Key_Escape:
            event.accept()  # with a card in the hand the keyboard waits
            return
        done = (
            self._arrow(key, modifiers)
            if key in _ARROWS
            else self._plain(key, modifiers) or self._with_control(key, modifiers) or self._standard(event)
        )
        event.setAccepted(done)

    def claim(self, event: QKeyEvent) -> None:
        """Accept Esc where it means something here, before a menu's shortcut takes it."""
        if event.key() == Qt.Key.Key_Escape and (self._hand.active or self._desk.selection.ids):
            event.accept()

    def _arrow(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        across, down = _ARROWS[key]
        if modifiers == _CTRL:
            self._cards.move(across, down)
        elif modifiers == _CTRL | _SHIFT:
            if across:
                self._phases.move(across)
            else:
                self._lanes.move(down)
        elif modifiers == _ALT and across < 0:
            self.back_wanted.emit()
        elif modifiers in (_PLAIN, _SHIFT):
            self._focus.move(across, down, extend=modifiers == _SHIFT)
        else:
            return False
        return True

    def _plain(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and modifiers in (_PLAIN, _SHIFT):
            self._focus.to_step(-1 if key == Qt.Key.Key_Backtab or modifiers == _SHIFT else 1)
            return True
        if modifiers != _PLAIN:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._chips.choose():
                self._writer.new_here()
        elif key == Qt.Key.Key_F2:
            self._picking.rename()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._picking.delete()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._focus.to_end(key == Qt.Key.Key_End)
        else:
            return False
        return True

    def _with_control(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers != _CTRL:
            return False
        if key in _EMOTIONS:
            self._cards.set_emotion(_EMOTIONS[key])
        elif key == Qt.Key.Key_0:
            self._view.zoom_to(1.0)
        elif key == Qt.Key.Key_9:
            self._view.fit()
        elif key == Qt.Key.Key_D:
            self._cards.duplicate()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._focus.to_corner(key == Qt.Key.Key_End)
        else:
            return False
        return True

    def _standard(self, event: QKeyEvent) -> bool:
        keys = {
            QKeySequence.StandardKey.Copy: self._clipboard.copy,
            QKeySequence.StandardKey.Cut: self._clipboard.cut,
            QKeySequence.StandardKey.Paste: self._clipboard.paste,
            QKeySequence.StandardKey.SelectAll: self._picking.select_all,
            QKeySequence.StandardKey.ZoomIn: self._view.zoom_in,
            QKeySequence.StandardKey.ZoomOut: self._view.zoom_out,
            QKeySequence.StandardKey.Undo: self._desk.document.undo_stack.undo,
            QKeySequence.StandardKey.Redo: self._desk.document.undo_stack.redo,
        }
        found = next((act for standard, act in keys.items() if event.matches(standard)), None)
        if found is not None:
            found()
        return found is not None

    def _escape(self) -> bool:
        """Cancel the drag, else clear the selection, else leave the key to the window."""
        if self._hand.cancel():
            return True
        if self._desk.selection.ids:
            self._desk.selection.clear()
            return True
        return False
