"""Texts in charts: one line at the left, right or middle of a place, or a few lines in a column."""

from __future__ import annotations

from typing import Final, Literal

from cjeditor.layout.breaking import break_lines, elide
from cjeditor.layout.measure import text_width
from cjeditor.layout.metrics import baseline
from cjeditor.layout.primitives import Face, Text

SMALL: Final = 11.0
"""Size of labels; nothing in a chart is smaller: on paper it is 8 pt."""
SMALL_LINE: Final = 15.0
BODY: Final = 13.0
BODY_LINE: Final = 18.0

Align = Literal["left", "middle", "right"]


def label(
    text: str,
    x: float,
    top: float,
    *,
    face: Face = "regular",
    size: float = SMALL,
    line: float = SMALL_LINE,
    colour: str = "text",
    align: Align = "left",
    room: float = 0.0,
) -> Text:
    """One line of text in a line box that begins at `top`.

    Args:
        text: what it says; line breaks become spaces.
        x: where it begins, has its middle or ends, as `align` says.
        top: of the line box.
        face: of the letters.
        size: of the letters.
        line: height of the line box.
        colour: a style name.
        align: where `x` lies in it.
        room: how wide it may be; longer ones end in “…”. 0 for any width.
    """
    said = " ".join(text.split())
    if room:
        said = elide(said, face, size, max(room, size))
    width = text_width(said, face, size)
    left = x - width * {"left": 0.0, "middle": 0.5, "right": 1.0}[align]
    return Text(left, baseline(top, line, size), said, face, size, colour, width)


def lines(
    text: str,
    x: float,
    top: float,
    room: float,
    language: str,
    *,
    most: int = 3,
    face: Face = "regular",
    size: float = SMALL,
    line: float = SMALL_LINE,
    colour: str = "text",
    align: Align = "left",
) -> tuple[Text, ...]:
    """A text broken into at most so many lines of a width, one below the other; nothing for an empty text."""
    if not text.strip():
        return ()
    broken = break_lines(" ".join(text.split()), face, size, room, max_lines=most, language=language)
    return tuple(
        label(one, x, top + at * line, face=face, size=size, line=line, colour=colour, align=align)
        for at, one in enumerate(broken)
    )
