"""All keys in groups: those of the actions table, and what keys and mouse do on the map and while writing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from cjeditor.texts import N_, Texts
from cjeditor.window import actions, menu_plan
from cjeditor.window.action_row import Row
from cjeditor.window.chosen_keys import KeysOf


@dataclass(frozen=True)
class Entry:
    """What one key does, or several that do the same, as people read it."""

    keys: str
    text: str

    def holds(self, word: str) -> bool:
        """Return whether the key or what it does contains `word`, in whatever case."""
        return word.casefold() in f"{self.keys}\n{self.text}".casefold()


@dataclass(frozen=True)
class Group:
    """Keys that belong together."""

    title: str
    entries: tuple[Entry, ...]


_MAP = (
    (N_("Any letter"), N_("Start a card in the focused cell")),
    (N_("Enter"), N_("New card below")),
    (N_("Double-click"), N_("Write there, or rename the phase, step or lane")),
    (N_("Arrow keys"), N_("Move the focus, over empty cells too")),
    (N_("Shift+arrow keys"), N_("Select more cards")),
    (N_("Home, End"), N_("First, last step of the lane")),
    (N_("Ctrl+Home, Ctrl+End"), N_("First, last card of the map")),
    (N_("Tab, Shift+Tab"), N_("Next, previous step")),
    (N_("Ctrl+arrow keys"), N_("Move the selected cards")),
    (N_("Ctrl+Shift+arrow keys"), N_("Move the phase to the left or right, the lane up or down")),
    (N_("Alt+Left"), N_("Look where you looked before the last jump")),
    (N_("Menu key, Shift+F10"), N_("Show what can be done here")),
    (N_("Esc"), N_("Cancel the drag, then clear the selection, then leave full screen")),
)
_WRITING = (
    (N_("Enter"), N_("Keep the card and begin the next")),
    (N_("Shift+Enter"), N_("New line")),
    (N_("Tab, Shift+Tab"), N_("Keep the card and go to the next or previous step")),
    (N_("Esc"), N_("Keep the card and stop")),
    ("@", N_("Channel, at the end of the line: type or choose its name")),
    ("#", N_("Tag, at the end of the line")),
    ("%", N_("Persona, at the end of the line")),
    (N_("+2, +1, +0, -1, -2"), N_("Emotion, at the end of the line")),
    ("*", N_("Moment of truth, at the end of the line")),
    ("!", N_("Drop-off point of a touchpoint, severity of a note, at the end of the line")),
    (N_("Backspace"), N_("Turn the mark just set into text again")),
    (N_("Up, Down, Enter"), N_("Choose a name from the list; Esc closes it")),
)
_OUTLINE = (
    (N_("Arrow keys"), N_("Go to another row, open and close branches of the tree")),
    (N_("F2"), N_("Write or choose what is in the row")),
    (N_("Enter"), N_("Keep it and go to the next row")),
    (N_("Del"), N_("Delete the selected rows")),
    (N_("Ctrl+V"), N_("Make a card of each line of a text, below the row")),
)
_GUIDE = (
    (N_("Space"), N_("Tick the question off, or fold the section")),
    (N_("Enter"), N_("Answer the question, keep the answer, or put the row on the map")),
    (N_("Shift+Enter"), N_("New line in the answer")),
    (N_("Left, Right"), N_("Fold and unfold the section")),
    (N_("Alt+Left, Alt+Right"), N_("Previous, next phase")),
    (N_("Esc"), N_("Leave the answer, then the guide")),
)
_INBOX = (
    (N_("Enter"), N_("In the field: take down the thought; in the list: put it onto the map where the focus is")),
    (N_("Down"), N_("From the field to the thoughts that wait")),
    (N_("Alt+1 to Alt+9"), N_("Put the selected thoughts into the phase of this number")),
    (N_("Ctrl+Enter"), N_("Move thoughts from the inbox to the parking lot, and back")),
    (N_("Ctrl+Up, Ctrl+Down"), N_("Move the selected thoughts up, down")),
    (N_("F2"), N_("Write the thought anew")),
    (N_("Del"), N_("Delete the selected thoughts")),
)
_AGENDA = (
    (N_("Space"), N_("Begin the agenda step")),
    (N_("Enter"), N_("Write title or minutes of the agenda step")),
    (N_("Ctrl+Up, Ctrl+Down"), N_("Move the agenda step up, down")),
    (N_("Ins"), N_("Add an agenda step behind the selected one")),
    (N_("Del"), N_("Delete the agenda step")),
)
_ROOM = (
    (N_("Left, Right"), N_("Previous, next phase")),
    (N_("PgUp, PgDown"), N_("Turn the pages, from phase to phase")),
    (N_("Home, End"), N_("First, last phase")),
    (N_("B"), N_("Black out the room view, or show it again")),
    (N_("F"), N_("Freeze the room view, or let it follow again")),
    (N_("Esc"), N_("Take away the spotlight, then leave full screen, then close the room view")),
)
_MOUSE = (
    (N_("Drag"), N_("Move cards, phases, steps and lanes; a bar shows where they will land")),
    (N_("Ctrl+drag"), N_("Copy cards")),
    (N_("Alt while dropping on a card"), N_("Merge the dragged cards into it")),
    (N_("Drag over empty space"), N_("Select the cards that the frame touches")),
    (N_("Drag the edge of a header"), N_("Resize a step or a lane")),
    (N_("Drag a point of the curve"), N_("Set the emotion")),
    (N_("Ctrl+click, Shift+click"), N_("Select one more, select everything up to there")),
    (N_("Wheel, Shift+wheel"), N_("Scroll up and down, sideways")),
    (N_("Ctrl+wheel"), N_("Zoom where the pointer is")),
    (N_("Drag with Space or the middle button"), N_("Move the map")),
)


def sheet(words: Texts, keys_of: KeysOf) -> tuple[Group, ...]:
    """Return all groups: first the keys of the canvas, then those of the menus, with the keys that `keys_of` tells."""
    rows = {row.id: row for row in actions.ROWS}
    canvas = (
        (N_("On the map"), _MAP),
        (N_("While writing a card"), _WRITING),
        (N_("With the mouse"), _MOUSE),
        (N_("In the outline"), _OUTLINE),
        (N_("In the guide"), _GUIDE),
        (N_("In the inbox and the parking lot"), _INBOX),
        (N_("In the agenda"), _AGENDA),
        (N_("In the room view"), _ROOM),
    )
    groups = [
        Group(words.t(title), tuple(Entry(words.t(keys), words.t(text)) for keys, text in table))
        for title, table in canvas
    ]
    for menu in menu_plan.MENU_BAR:
        there = [rows[row_id] for row_id in menu_plan.rows_of(menu)]
        entries = tuple(_entry(row, keys, words) for row in there if (keys := keys_of(row)))
        if entries:
            groups.append(Group(words.t(menu.text), entries))
    return tuple(groups)


def named_keys() -> frozenset[str]:
    """Return the untranslated names of the keys that no action has."""
    return frozenset(keys for table in (_MAP, _WRITING, _MOUSE, _OUTLINE, _GUIDE, _INBOX) for keys, _ in table)


def matching(groups: tuple[Group, ...], wanted: str) -> tuple[Group, ...]:
    """Return the entries that hold every word of `wanted`, in their groups; of a group that is named, all."""
    found = []
    for group in groups:
        others = [word for word in wanted.split() if word.casefold() not in group.title.casefold()]
        entries = tuple(entry for entry in group.entries if all(entry.holds(word) for word in others))
        if entries:
            found.append(Group(group.title, entries))
    return tuple(found)


def _entry(row: Row, keys: Sequence[QKeySequence], words: Texts) -> Entry:
    native = QKeySequence.SequenceFormat.NativeText
    return Entry(", ".join(key.toString(native) for key in keys), words.t(row.text).removesuffix("…").rstrip())
