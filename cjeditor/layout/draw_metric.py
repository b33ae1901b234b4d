"""How a metric looks: its value in large figures, its name and target beneath, and a bar that relates the two.

Whether a figure should rise or fall is nobody's to guess: the bar says how value and target lie to each other, and no
colour says that it is good or bad.
"""

from __future__ import annotations

from cjeditor.layout.arrangement import Look
from cjeditor.layout.breaking import break_lines, elide
from cjeditor.layout.direction import aligned
from cjeditor.layout.draw_card import MARK_ROOM, backing, mark_beside, text
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import META_LINE, META_SIZE, ON_MAP, TITLE_LINE, TITLE_SIZE, Limits, baseline
from cjeditor.layout.primitives import Primitive, Rect, Text, moved
from cjeditor.model.cards import Kpi, Note
from cjeditor.texts import Texts

_PADDING = 10.0
_VALUE_LINE = 24.0
_VALUE_SIZES = (19.0, 16.0, 13.0)
"""The largest in which the value fits is taken."""
_UNIT_GAP = 4.0
_UNIT_ROOM = 36.0
"""Less does not say what unit it is: the figure gets smaller instead."""
_BAR = 5.0
_TICK = 2.0


def target_line(note: Note | Kpi, words: Texts) -> str:
    """What the target is; empty where there is none."""
    return "" if note.target is None else words.t("Target {figure}", figure=words.figure(note.target, note.unit))


def figures_in_words(note: Note | Kpi, words: Texts) -> str:
    """Value and target in a line: "Actual 38 % · Target 50 %"."""
    actual = "–" if note.actual is None else words.figure(note.actual, note.unit)
    return " · ".join(filter(None, (words.t("Actual {figure}", figure=actual), target_line(note, words))))


def metric_look(note: Note, width: float, words: Texts, limits: Limits = ON_MAP) -> Look:
    """Arrange a metric's card `width` pixels wide."""
    number = text(0, 0, str(note.number), "regular", META_SIZE, "secondary")
    room = width - 2 * _PADDING
    y = 6.0
    right = width - _PADDING - number.width
    value, unit_is_whole = _value(note, y, right - 6 - MARK_ROOM - _PADDING, words)
    shapes: list[Primitive] = [
        *value,
        Text(right, baseline(y, _VALUE_LINE, META_SIZE), number.text, "regular", META_SIZE, "secondary", number.width),
        *mark_beside(note.evidence, right, y + _VALUE_LINE / 2),
    ]
    y += _VALUE_LINE
    most = limits.note_lines
    lines = break_lines(note.text, "regular", TITLE_SIZE, room, max_lines=most, language=words.language)
    for line, aside in aligned(note.text, lines, "regular", TITLE_SIZE, room):
        shapes.append(text(_PADDING + aside, baseline(y, TITLE_LINE, TITLE_SIZE), line, "regular", TITLE_SIZE, "text"))
        y += TITLE_LINE
    for line, colour in ((_target(note, words, unit_is_whole), "secondary"), (backing(note, words), "primary")):
        if line:
            shown = elide(line, "regular", META_SIZE, room)
            shapes.append(text(_PADDING, baseline(y, META_LINE, META_SIZE), shown, "regular", META_SIZE, colour))
            y += META_LINE
    if note.target is not None and note.actual is not None and has_bar(note):
        shapes += moved(bar(note.actual, note.target, room), _PADDING, y + 3)
        y += 3 + _BAR + 1
    height = y + 7.0
    return Look(width, height, (Rect(0, 0, width, height, fill="canvas", radius=3), *shapes))


def _value(note: Note, y: float, room: float, words: Texts) -> tuple[tuple[Text, ...], bool]:
    """The figure with its unit, and whether that is seen whole; a long one stands behind in small, shortened."""
    if note.actual is None:
        none = text(_PADDING, baseline(y, _VALUE_LINE, _VALUE_SIZES[0]), "–", "bold", _VALUE_SIZES[0], "secondary")
        return (none,), True
    whole, number = words.figure(note.actual, note.unit), words.figure(note.actual, "")
    for size in _VALUE_SIZES[:-1]:
        if text_width(whole, "bold", size) <= room:
            return (text(_PADDING, baseline(y, _VALUE_LINE, size), whole, "bold", size, "text"),), True
    unit = " ".join(note.unit.split())
    needed = _UNIT_ROOM if unit else 0.0
    size = next((one for one in _VALUE_SIZES if _beside(number, one, room) >= needed), _VALUE_SIZES[-1])
    shown = text(_PADDING, baseline(y, _VALUE_LINE, size), elide(number, "bold", size, room), "bold", size, "text")
    beside = _beside(number, size, room)
    if not unit or beside < _UNIT_ROOM / 2:
        return (shown,), not unit
    said = elide(unit, "regular", META_SIZE, beside)
    # On the figure's own baseline.
    return (shown, text(_PADDING + shown.width + _UNIT_GAP, shown.y, said, "regular", META_SIZE, "text")), said == unit


def _beside(number: str, size: float, room: float) -> float:
    """What is left of the room behind a figure."""
    return room - text_width(number, "bold", size) - _UNIT_GAP


def _target(note: Note, words: Texts, unit_is_whole: bool) -> str:
    """The target's line; a unit too long for the value's is not said again, the tip says it."""
    if note.target is None or unit_is_whole:
        return target_line(note, words)
    return words.t("Target {figure}", figure=words.figure(note.target, ""))


def has_bar(note: Note) -> bool:
    """Whether a bar relates value and target: there are both, and the target is more than nothing."""
    return note.target is not None and note.actual is not None and note.target > 0


def bar(actual: float, target: float, width: float) -> tuple[Primitive, ...]:
    """The value as a bar; a tick marks the target, at the end or, where the value goes beyond it, before."""
    longest = max(actual, target)
    filled, at = width * max(0.0, actual / longest), width * target / longest
    shapes: list[Primitive] = [Rect(0, 0, width, _BAR, fill="rule", radius=_BAR / 2)]
    if filled >= 1:
        shapes.append(Rect(0, 0, filled, _BAR, fill="edge.goal", radius=min(_BAR, filled) / 2))
    return (*shapes, Rect(min(at, width - _TICK), -2, _TICK, _BAR + 4, fill="text"))
