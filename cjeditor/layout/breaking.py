"""Breaking text into lines of a given width, with hyphens where a word is longer than the line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from cjeditor.layout.hyphenation import hyphenation_points
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Face

_ELLIPSIS = "…"
_LONGEST_WORD = 400
_LONGEST_KEPT = 1_000
"""Characters of a text whose lines are kept."""
_BREAK_AFTER = "-/–—·.@_"


def break_lines(
    text: str, face: Face, size: float, width: float, *, max_lines: int = 1_000, language: str = "de"
) -> tuple[str, ...]:
    """Break `text` into lines at most `width` pixels wide.

    Line feeds break too. A word wider than the line is hyphenated by the language's rules, or cut where it has none.
    What does not fit into `max_lines` ends in an ellipsis. An empty text has one empty line.
    """
    # The same text is broken again wherever it is tried how much fits. Long ones would push the others out.
    break_it = _broken if len(text) > _LONGEST_KEPT else _kept
    return break_it(text, face, size, width, max_lines, language)


def _broken(text: str, face: Face, size: float, width: float, max_lines: int, language: str) -> tuple[str, ...]:
    lines: list[str] = []
    # No line holds more characters than this: what lies beyond the last line is never looked at.
    most = max_lines * (int(width / size * 5) + 8)
    for line in _lines(text[:most], face, size, width, language):
        if len(lines) == max_lines:
            return (*lines[:-1], _with_ellipsis(lines[-1], face, size, width))
        lines.append(line)
    if len(text) > most:
        lines[-1] = _with_ellipsis(lines[-1], face, size, width)
    return tuple(lines)


_kept = lru_cache(maxsize=10_000)(_broken)


def elide(text: str, face: Face, size: float, width: float) -> str:
    """The text's first line, shortened with an ellipsis to at most `width` pixels."""
    first, _, rest = text.partition("\n")
    first = first[:2_000]
    if not rest and text_width(first, face, size) <= width:
        return first
    return _with_ellipsis(first, face, size, width)


def _with_ellipsis(line: str, face: Face, size: float, width: float) -> str:
    room = width - text_width(_ELLIPSIS, face, size)
    return line[: _fitting(line, 0, face, size, room)].rstrip() + _ELLIPSIS


def _fitting(text: str, start: int, face: Face, size: float, width: float) -> int:
    """The end of the longest piece from `start` that fits into the width."""
    used = 0.0
    for end in range(start, len(text)):
        used += text_width(text[end], face, size)
        if used > width:
            return end
    return len(text)


def _lines(text: str, face: Face, size: float, width: float, language: str) -> Iterator[str]:
    for paragraph in text.split("\n"):
        yield from _paragraph(paragraph.expandtabs(4), face, size, width, language)


def _paragraph(paragraph: str, face: Face, size: float, width: float, language: str) -> Iterator[str]:
    space = text_width(" ", face, size)
    line = ""
    used = 0.0
    for word in filter(None, paragraph.split(" ")):
        wide = text_width(word, face, size)
        if line and used + space + wide <= width:
            line, used = f"{line} {word}", used + space + wide
        elif wide <= width:
            if line:
                yield line
            line, used = word, wide
        else:
            # A long word starts on the rest of the line where a syllable fits, so that no line stays half empty.
            room = width - used - space if line else 0.0
            first, *pieces = _pieces(word, face, size, width, room, language)
            if first:
                pieces.insert(0, f"{line} {first}" if line else first)
            elif line:
                pieces.insert(0, line)
            yield from pieces[:-1]
            line = pieces[-1]
            used = text_width(line, face, size)
    yield line


def _pieces(word: str, face: Face, size: float, width: float, room: float, language: str) -> Iterator[str]:
    """Cut a word: first what goes into `room` (nothing, where no syllable does), then pieces of at most `width`."""
    points = _break_points(word, language)
    start, available = 0, room
    while (fits := _fitting(word, start, face, size, available)) < len(word):
        cut, hyphen = _cut(word, start, fits, points, face, size, available)
        if cut == start and available == width:
            cut, hyphen = max(start + 1, fits), ""
        yield word[start:cut] + hyphen
        start, available = cut, width
    yield word[start:]


def _cut(
    word: str, start: int, fits: int, points: list[int], face: Face, size: float, available: float
) -> tuple[int, str]:
    """Where to end the piece from `start`: the last break that leaves room for its hyphen; `start` where none does."""
    for i in range(bisect_right(points, fits) - 1, -1, -1):
        point = points[i]
        if point <= start:
            break
        hyphen = "" if word[point - 1] in _BREAK_AFTER else "-"
        if text_width(word[start:point] + hyphen, face, size) <= available:
            return point, hyphen
    return start, ""


def _break_points(word: str, language: str) -> list[int]:
    points = {i + 1 for i, c in enumerate(word[:-1]) if c in _BREAK_AFTER}
    # An address is not hyphenated as a word is.
    if len(word) <= _LONGEST_WORD and not {"/", "@"} & set(word):
        points.update(hyphenation_points(word, language))
    return sorted(points)
