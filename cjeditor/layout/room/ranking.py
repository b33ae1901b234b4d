"""What people chose, on the projector's page: rank, number and title of each card, and a bar for its dots."""

from __future__ import annotations

from collections.abc import Sequence

from cjeditor.layout.breaking import break_lines, elide
from cjeditor.layout.draw_card import text
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import baseline
from cjeditor.layout.primitives import Primitive, Rect, Text, circle
from cjeditor.layout.room.content import Poll, RankLine
from cjeditor.layout.room.sheets import MOST_CARDS, Box, Sheet
from cjeditor.texts import Texts

POLL_HEIGHT = 60.0
"""How high the line is that says how many have voted."""
POLL_LINE = 48.0
_POLL_SIZE = 38.0
_MOST_VOTERS = 24
"""Of more people no dots are painted: nobody could count them."""
_VOTER, _BETWEEN = 13.0, 38.0
_ROW, _LINE, _SIZE = 92.0, 50.0, 40.0
_BAR, _BAR_TOP = 16.0, 54.0
_RANK, _NUMBER = 92.0, 92.0
"""The widths of the columns for ranks and numbers."""
_DOTS = 130.0
_NOTICE_SIZE, _NOTICE_LINE = 40.0, 56.0


def ranking_sheets(lines: Sequence[RankLine], body: Box) -> tuple[Sheet, ...]:
    """Spread a ranking over pages; there is always one."""
    each = max(1, min(MOST_CARDS, int(body.height // _ROW)))
    pages = [tuple(lines[at : at + each]) for at in range(0, len(lines), each)] or [()]
    return tuple(Sheet((), (), page) for page in pages)


def draw_ranking(lines: Sequence[RankLine], most: int, body: Box, words: Texts) -> tuple[Primitive, ...]:
    """Draw a page of a ranking; `most` are the dots of the longest bar."""
    if not lines:
        return _nothing(body, words)
    shapes: list[Primitive] = []
    for at, line in enumerate(lines):
        shapes.extend(_row(line, most, body._replace(y=body.y + at * _ROW)))
    return tuple(shapes)


def draw_poll(poll: Poll, x: float, y: float, room: float, words: Texts) -> tuple[Primitive, ...]:
    """Draw how many have voted, from the left upper corner, at most `room` wide."""
    cast = words.number(poll.cast)
    if poll.expected:
        said = words.t("{n} of {count} have voted", n=cast, count=words.number(poll.expected))
    else:
        said = words.tn("{n} person has voted", "{n} people have voted", poll.cast)
    shown = text(x, baseline(y, POLL_LINE, _POLL_SIZE), said, "semibold", _POLL_SIZE, "primary")
    shapes: list[Primitive] = [shown]
    left = x + shown.width + 28 + _VOTER
    if 0 < poll.expected <= _MOST_VOTERS and left + poll.expected * _BETWEEN <= x + room:
        for at in range(poll.expected):
            middle = left + at * _BETWEEN, y + POLL_LINE / 2
            fill = "primary" if at < poll.cast else ""
            stroke = "primary" if at < poll.cast else "rule.strong"
            shapes.append(circle(*middle, _VOTER, fill=fill, stroke=stroke, stroke_width=3))
    return tuple(shapes)


def _row(line: RankLine, most: int, box: Box) -> list[Primitive]:
    base = baseline(box.y, _LINE, _SIZE)
    left = box.x + _RANK + _NUMBER
    right = box.x + box.width
    room = box.width - _RANK - _NUMBER - _DOTS
    title = elide(line.title or "–", "regular", _SIZE, room)
    dots = str(line.dots)
    width = text_width(dots, "bold", _SIZE)
    track = right - box.x - _RANK
    return [
        text(box.x, base, f"{line.rank}.", "bold", _SIZE, "text"),
        text(box.x + _RANK, base, str(line.number), "bold", _SIZE, "primary"),
        text(left, base, title, "regular", _SIZE, "text"),
        Text(right - width, base, dots, "bold", _SIZE, "text", width),
        Rect(box.x + _RANK, box.y + _BAR_TOP, track, _BAR, fill="rule", radius=_BAR / 2),
        Rect(
            box.x + _RANK, box.y + _BAR_TOP, max(_BAR, track * line.dots / max(1, most)), _BAR,
            fill="primary", radius=_BAR / 2,
        ),
    ]  # fmt: skip


def _nothing(body: Box, words: Texts) -> tuple[Primitive, ...]:
    said = words.t("Nobody gave a dot.")
    shown = break_lines(said, "regular", _NOTICE_SIZE, body.width, max_lines=1, language=words.language)
    y = body.y + (body.height - _NOTICE_LINE) / 2
    width = text_width(shown[0], "regular", _NOTICE_SIZE)
    base = baseline(y, _NOTICE_LINE, _NOTICE_SIZE)
    return (text(body.x + (body.width - width) / 2, base, shown[0], "regular", _NOTICE_SIZE, "secondary"),)
