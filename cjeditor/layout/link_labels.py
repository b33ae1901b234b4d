"""The words of links as they are set: whole, in one line where that is short enough, else in a few below each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from cjeditor.layout.breaking import break_lines
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import META_SIZE
from cjeditor.model.cards import Link

NAME_HEIGHT = 15.0
"""Of the ground of a label of one line."""
NAME_LINE = 13.0
"""From one line of a label to the next."""
BETWEEN = 1.0
"""Between two labels below each other."""
_AROUND = 8.0
"""What the ground is wider than the words."""
_MOST_LINES = 12
"""A label is a few words: what is longer than this ends in an ellipsis, as the text of a card does."""
_WIDER = 6.0


def flat(label: str) -> str:
    """A label without line breaks."""
    return " ".join(label.split())


def in_lines(label: str, width: float) -> tuple[str, ...]:
    """A label in lines about as long as each other, on a ground at most `width` pixels wide; nothing for no label."""
    said, room = flat(label), width - _AROUND
    if not said:
        return ()
    lines = _broken(said, room)
    if len(lines) in (1, _MOST_LINES):
        return lines
    narrow = text_width(said, "regular", META_SIZE) / len(lines)
    while narrow < room:
        even = _broken(said, narrow)
        if len(even) == len(lines) and not any(line.endswith("-") for line in even):
            return even
        narrow += _WIDER
    return lines


def name_size(lines: Sequence[str]) -> tuple[float, float]:
    """How wide and high the ground of a label in these lines is."""
    width = max((text_width(line, "regular", META_SIZE) for line in lines), default=0.0)
    return width + _AROUND, name_height(len(lines))


def name_height(lines: int) -> float:
    """How high the ground of a label of so many lines is."""
    return NAME_HEIGHT + max(0, lines - 1) * NAME_LINE


def labels_by_source(links: Iterable[Link]) -> dict[str, tuple[str, ...]]:
    """The labels that leave a card, by its id; nothing of those without."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.label.strip():
            found[link.source].append(link.label)
    return {card: tuple(labels) for card, labels in found.items()}


def room_below(labels: Sequence[str], width: float) -> float:
    """How much more room the labels of a card so wide need below it than what lies between cards anyway.

    Each has its place there, one below the other, if there is no better one: so all of it can always be read.
    """
    heights = [name_height(len(_broken(flat(label), width - _AROUND))) for label in labels]
    return sum(heights) + max(0, len(heights) - 1) * BETWEEN - NAME_HEIGHT if heights else 0.0


def _broken(said: str, room: float) -> tuple[str, ...]:
    return break_lines(said, "regular", META_SIZE, room, max_lines=_MOST_LINES)
