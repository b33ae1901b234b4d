"""The sizes of sticky notes, and how many of them go onto paper."""

from __future__ import annotations

from typing import Final, NamedTuple

from cjeditor.export.options import NoteSize
from cjeditor.export.pdf.worksheets.surface import MM, Surface

_GAP: Final = 6.0 * MM
_LANE: Final = {76: 46.0 * MM, 51: 32.0 * MM}
_HEAD: Final = {76: 62.0 * MM, 51: 38.0 * MM}
_FOOT: Final = 6.0 * MM
"""What names of lanes at the left take at least, and title and phases at the top, beside notes of a size."""


class Fields(NamedTuple):
    """How a sheet is divided: `columns` fields for notes beside each other, `rows` below; lengths in points.

    `pitch` is from one field to the next, `lane` the width of the lanes' names, `head` the height above the fields. A
    part of a row is room for a lane on which nothing is stuck.
    """

    note: float
    pitch: float
    columns: int
    rows: float
    lane: float
    head: float


def note_size(surface: Surface, wished: NoteSize | None) -> NoteSize:
    """The size of notes: the wished one, else the large ones on a wall and the small ones on a table."""
    return wished or (76 if surface.is_large else 51)


def fields(surface: Surface, size: NoteSize) -> Fields:
    """How many fields go onto a sheet, at least one; names take what is left."""
    room = surface.room
    note = size * MM
    pitch = note + _GAP
    columns = max(1, int((room.width - _LANE[size]) / pitch + 0.001))
    rows = max(1.0, (room.height - _HEAD[size] - _FOOT) / pitch)
    return Fields(note, pitch, columns, rows, max(0.0, room.width - columns * pitch), _HEAD[size])
