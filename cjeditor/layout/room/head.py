"""The upper part of the projector's page: the strip of phases, the question, the clock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjeditor.layout.breaking import break_lines, elide
from cjeditor.layout.draw_card import text
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import baseline
from cjeditor.layout.primitives import Face, Primitive, Rect, Text
from cjeditor.layout.room.content import RoomContent
from cjeditor.layout.room.ranking import POLL_HEIGHT, POLL_LINE, draw_poll
from cjeditor.layout.room.sheets import Box
from cjeditor.model.journey_map import Phase
from cjeditor.texts import Texts

MARGIN = 72.0
"""Left and right of everything; there the page is turned with mouse and finger."""
SMALL_SIZE = 28.0
SMALL_LINE = 36.0
CLOCK_WIDTH = 400.0
_STRIP_SIZE, _STRIP_LINE = 26.0, 33.0
"""Nothing on the page is written smaller."""
_BAND_TOP, _BAND, _BELOW_BAND = 40.0, 10.0, 8.0
_STRIP_GAP = 14.0
_MOST_PHASES = 12
_HEADLINE_SIZES = ((64.0, 76.0), (52.0, 62.0))
"""Size and line height: the first while the question fits into one line."""
_SHARES = (0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
"""Of the width that there is: the smallest in which a headline has two lines makes them about as long."""
_SUB_SIZE, _SUB_LINE = 34.0, 42.0
_CLOCK_SIZE, _CLOCK_LINE = 108.0, 104.0
_GAP = 26.0


class PhaseMark(NamedTuple):
    """One phase in the strip."""

    id: str
    box: Box
    """From the page's upper edge: where it is clicked."""
    shapes: tuple[Primitive, ...]


class Head(NamedTuple):
    """What stands above the cards."""

    phases: tuple[PhaseMark, ...]
    question: tuple[Primitive, ...]
    clock: Box
    """Where the clock goes; without any width when there is none."""
    height: float


def head(content: RoomContent, width: float, words: Texts) -> Head:
    """Arrange the upper part of a page."""
    phases, strip = _strip(content.phases, content.current, width, words)
    top = strip + _GAP
    room = width - 2 * MARGIN - (CLOCK_WIDTH + MARGIN if content.timed else 0.0)
    question, bottom = _question(content, top, room, words)
    clock = (
        Box(width - MARGIN - CLOCK_WIDTH, top, CLOCK_WIDTH, _CLOCK_LINE + SMALL_LINE) if content.timed else _NO_CLOCK
    )
    return Head(phases, question, clock, max(bottom, clock.y + clock.height) + _GAP)


_NO_CLOCK = Box(0.0, 0.0, 0.0, 0.0)


def draw_clock(time: str, step: str, box: Box, *, over: bool = False) -> tuple[Primitive, ...]:
    """The time left, and below it which step this is, both at the right edge.

    Args:
        time: as people read it: `4:37`.
        step: a word to it: `Step 3 of 7`.
        box: where the clock goes.
        over: whether the time is up.
    """
    size = _CLOCK_SIZE
    while text_width(time, "bold", size) > box.width and size > _SUB_SIZE:
        size -= 2.0
    colour = "warning" if over else "text"
    shown = elide(step, "regular", SMALL_SIZE, box.width)
    return (
        _right(time, box, baseline(box.y - 8, _CLOCK_LINE, size), "bold", size, colour),
        _right(shown, box, baseline(box.y + _CLOCK_LINE, SMALL_LINE, SMALL_SIZE), "regular", SMALL_SIZE, "secondary"),
    )


def _right(words: str, box: Box, base: float, face: Face, size: float, colour: str) -> Text:
    width = text_width(words, face, size)
    return Text(box.x + box.width - width, base, words, face, size, colour, width)


def _strip(phases: Sequence[Phase], current: str, width: float, words: Texts) -> tuple[tuple[PhaseMark, ...], float]:
    """The phases from left to right, and where they end."""
    if not phases:
        return (), _BAND_TOP
    shown = _near(phases, current)
    each = (width - 2 * MARGIN + _STRIP_GAP) / len(shown)
    room = each - _STRIP_GAP
    names = {number: _names(phases[number - 1], number, room, words, current) for number in shown}
    height = _BAND_TOP + _BAND + _BELOW_BAND + max(map(len, names.values())) * _STRIP_LINE
    marks = [
        PhaseMark(
            phases[number - 1].id,
            Box(MARGIN + i * each, 0.0, each, height),
            _mark(phases[number - 1], names[number], MARGIN + i * each, room, current),
        )
        for i, number in enumerate(shown)
    ]
    return tuple(marks), height


def _near(phases: Sequence[Phase], current: str) -> range:
    """The numbers of the phases that the strip has room for: those around the current one."""
    at = next((i for i, phase in enumerate(phases) if phase.id == current), 0)
    first = max(0, min(at - _MOST_PHASES // 2, len(phases) - _MOST_PHASES))
    return range(first + 1, min(first + _MOST_PHASES, len(phases)) + 1)


def _names(phase: Phase, number: int, width: float, words: Texts, current: str) -> tuple[str, ...]:
    """The number with the name, in one or two lines; the number is never left alone in its line."""
    name = phase.name or words.t("Unnamed phase")
    said = f"{number}\N{NO-BREAK SPACE}{name}"
    return break_lines(said, _face(phase, current), _STRIP_SIZE, width, max_lines=2, language=words.language)


def _face(phase: Phase, current: str) -> Face:
    return "bold" if phase.id == current else "regular"


def _mark(phase: Phase, names: Sequence[str], x: float, width: float, current: str) -> tuple[Primitive, ...]:
    here = phase.id == current
    thick = _BAND + 6 if here else _BAND
    shapes: list[Primitive] = [Rect(x, _BAND_TOP + _BAND - thick, width, thick, fill=f"band:{phase.colour}")]
    for i, line in enumerate(names):
        base = baseline(_BAND_TOP + _BAND + _BELOW_BAND + i * _STRIP_LINE, _STRIP_LINE, _STRIP_SIZE)
        shapes.append(text(x, base, line, _face(phase, current), _STRIP_SIZE, "text" if here else "secondary"))
    return tuple(shapes)


def _question(content: RoomContent, top: float, room: float, words: Texts) -> tuple[tuple[Primitive, ...], float]:
    """The headline in one or two lines, what is said to it, and where both end."""
    shapes: list[Primitive] = []
    y = top
    fits = "\n" not in content.headline and text_width(content.headline, "bold", _HEADLINE_SIZES[0][0]) <= room
    size, line_height = _HEADLINE_SIZES[0 if fits else 1]
    lines = _even_lines(content.headline, size, room, words)
    for line in lines:
        shapes.append(text(MARGIN, baseline(y, line_height, size), line, "bold", size, "text"))
        y += line_height
    if content.subline:
        for line in break_lines(content.subline, "regular", _SUB_SIZE, room, max_lines=2, language=words.language):
            shapes.append(text(MARGIN, baseline(y, _SUB_LINE, _SUB_SIZE), line, "regular", _SUB_SIZE, "secondary"))
            y += _SUB_LINE
    if content.poll is not None:
        shapes.extend(draw_poll(content.poll, MARGIN, y + POLL_HEIGHT - POLL_LINE, room, words))
        y += POLL_HEIGHT
    return tuple(shapes), y


def _even_lines(headline: str, size: float, room: float, words: Texts) -> tuple[str, ...]:
    """One line, or two that are about as long; a last word is not left alone where that costs no hyphen."""
    lines = break_lines(headline, "bold", size, room, max_lines=2, language=words.language)
    whole = " ".join(headline.split())
    if len(lines) == 1 or " ".join(lines) != whole:
        return lines
    for share in _SHARES:
        even = break_lines(headline, "bold", size, room * share, max_lines=3, language=words.language)
        if len(even) == 2 and " ".join(even) == whole:
            return even
    return lines
