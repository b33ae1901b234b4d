"""How many lines a text takes in a box of a slide, and which size fits: measured by us, since nobody fits it later.

Slides use the theme's font (Calibri), so that a house style changes all of them at once. Lato, with which we measure,
is wider: what fits by our measure fits on the slide. Office programs do not hyphenate; they move a word to
the next line and cut it only where it is wider than the box.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from cjeditor.layout.breaking import elide
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Face

ELLIPSIS: Final = "…"


class Span(NamedTuple):
    """Where a line begins and ends in a text."""

    start: int
    end: int


def spans(text: str, face: Face, size: float, width: float) -> list[Span]:
    """The lines of a text in a box `width` wide, as places in the text; at least one."""
    found: list[Span] = []
    at = 0
    for paragraph in text.split("\n"):
        found.extend(_paragraph(paragraph, at, face, size, width))
        at += len(paragraph) + 1
    return found


def _paragraph(text: str, at: int, face: Face, size: float, width: float) -> Iterator[Span]:
    space = text_width(" ", face, size)
    start = end = 0
    used = 0.0
    begun = False
    for word_start, word_end in _words(text):
        wide = text_width(text[word_start:word_end], face, size)
        gap = (word_start - end) * space if begun else 0.0
        if begun and used + gap + wide <= width:
            used += gap + wide
            end = word_end
            continue
        if begun:
            yield Span(at + start, at + end)
        start, end, used, begun = word_start, word_end, wide, True
        if wide > width:
            *full, last = _cut(text, word_start, word_end, face, size, width)
            yield from (Span(at + one.start, at + one.end) for one in full)
            start, used = last.start, text_width(text[last.start : last.end], face, size)
    yield Span(at + start, at + end)


def _words(text: str) -> Iterator[Span]:
    at = 0
    for word in text.split(" "):
        if word:
            yield Span(at, at + len(word))
        at += len(word) + 1


def _cut(text: str, start: int, end: int, face: Face, size: float, width: float) -> list[Span]:
    """A word wider than the box, in pieces that fit; each has a letter at least."""
    ends = list(accumulate(text_width(one, face, size) for one in text[start:end]))
    pieces: list[Span] = []
    at, done = 0, 0.0
    while at < len(ends):
        fits = max(at + 1, bisect_right(ends, done + width))
        pieces.append(Span(start + at, start + fits))
        at, done = fits, ends[fits - 1]
    return pieces


def lines_of(text: str, face: Face, size: float, width: float) -> int:
    """How many lines a text takes."""
    return len(spans(text, face, size, width))


def cut(text: str, face: Face, size: float, width: float, most: int) -> str:
    """The text in at most so many lines, with an ellipsis where more follows."""
    if most == 1 and text_width(text, face, size) > width:
        return elide(text, face, size, width)  # also within a word, which would move to another line
    # No line holds more characters than this: what lies far beyond the last line is never looked at.
    within = text[: most * (int(width / size * 5) + 8)]
    found = spans(within, face, size, width)
    if len(found) <= most and len(within) == len(text):
        return text
    end = found[min(most, len(found)) - 1].end
    while end > 0:
        shown = within[:end].rstrip() + ELLIPSIS
        if lines_of(shown, face, size, width) <= most:
            return shown
        end -= 1
    return ELLIPSIS


def fitting(text: str, face: Face, sizes: Sequence[float], width: float, height: float, line: float) -> float | None:
    """The first of `sizes` in which a text fits into a box; `line` is the distance of lines as a share of the size."""
    for size in sizes:
        if lines_of(text, face, size, width) * size * line <= height:
            return size
    return None
