"""A persona as a page shows it: who it is, what it wants and fears, how it is reached, and the strategy for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cjeditor.export.content import Content
from cjeditor.export.pdf.touchpoint_cells import marked
from cjeditor.export.tagging import item
from cjeditor.export.typeset import (
    BODY,
    FINDING,
    HEADING,
    META,
    QUIET,
    SUBHEADING,
    Piece,
    height_of,
    line_of,
    paragraph,
    right_line_of,
    space,
    stacked,
)
from cjeditor.layout.charts.personas import SECTIONS, STRATEGY
from cjeditor.layout.draw_persona import portrait
from cjeditor.layout.primitives import Line, Primitive, Rect, circle
from cjeditor.model.project import Persona, Slider

_DISC: Final = 84.0
BETWEEN: Final = 20.0
"""Points from one thing to the next, across and down."""
_SHARE: Final = 0.32
"""Of the width for who the persona is; the rest is for what it wants."""
_WIDE: Final = 640.0
_OVERHANG: Final = 40.0
"""So much further down than who the persona is what it wants may reach, for the strategy to stand below that."""
_SLIDER: Final = 30.0
_PADDING: Final = 8.0
_EDGE: Final = 3.0
_FAMILIES: Final = {"goals": "goal", "needs": "opportunity", "frustrations": "pain"}
MOST_LINES: Final = 14
"""Of one text on the page; a longer one goes on in full behind it."""


def persona_pieces(persona: Persona, width: float, content: Content) -> tuple[Piece, ...]:
    """All of a persona, `width` wide: pieces `BETWEEN` each other, which stand on one page where it holds them."""
    if width <= _WIDE:
        parts = (_who(persona, width, content), _wants(persona, width, content))
        above = tuple(Piece(height_of(some), tuple(stacked(some, 0, 0))) for some in parts)
        return (*above, *_strategy(persona, width, content))
    left = width * _SHARE
    right = width - left - BETWEEN
    who, wants = _who(persona, left, content), _wants(persona, right, content)
    below: tuple[Piece, ...] = ()
    beside = _strategy(persona, right, content)
    filled = (*wants, space(BETWEEN if wants else 0.0), *beside)
    if height_of(filled) <= height_of(who) + _OVERHANG:
        wants = filled
    else:
        below = _strategy(persona, width, content)
    shapes = (*stacked(who, 0, 0), *stacked(wants, left + BETWEEN, 0))
    return (Piece(max(height_of(who), height_of(wants)), shapes), *below)


def cut_texts(persona: Persona, content: Content, width: float) -> list[tuple[str, str]]:
    """The names and texts of which the page has only the beginning."""
    words = content.words
    room = (width * (1 - _SHARE) - 2 * BETWEEN) / 3 if width > _WIDE else (width - BETWEEN) / 2
    fields = (("quote", "Quote"), *SECTIONS, *STRATEGY)
    found = [(words.t(name), getattr(persona, key)) for key, name in fields]
    return [
        (name, text)
        for name, text in found
        if len(paragraph(_line(text), BODY, room - 2 * _PADDING, words.language, max_lines=MOST_LINES + 1)) > MOST_LINES
    ]


def _who(persona: Persona, width: float, content: Content) -> tuple[Piece, ...]:
    words, language = content.words, content.words.language
    room = width - _DISC - 14
    name = (
        *paragraph(_line(persona.name) or words.t("Unnamed persona"), HEADING, room, language, max_lines=3),
        *paragraph(_line(persona.type), QUIET, room, language, max_lines=2),
    )
    high = max(_DISC, height_of(name))
    head = Piece(high, (*portrait(persona, 0, 0, _DISC), *stacked(name, _DISC + 14, (high - height_of(name)) / 2)))
    quote = _line(persona.quote)
    said = words.quoted(quote) if quote and quote[0] not in "„“”\"»«›‹‚‘’'" else quote
    facts = _line(persona.demographics)
    return (
        head,
        space(12),
        *paragraph(said, FINDING, width, language, max_lines=8),
        *((space(12), *_headed("Demographics", facts, width, content)) if facts else ()),
        *_sliders(persona.sliders, width, content),
    )


def _headed(name: str, text: str, width: float, content: Content) -> tuple[Piece, ...]:
    words = content.words
    return (
        *paragraph(words.t(name), SUBHEADING, width, words.language),
        *paragraph(text, BODY, width, words.language, max_lines=MOST_LINES),
    )


def _sliders(sliders: Sequence[Slider], width: float, content: Content) -> tuple[Piece, ...]:
    if not sliders:
        return ()
    words = content.words
    pieces: list[Piece] = [space(14)]
    for slider in sliders:
        half = width / 2 - 6
        poles = [_line(slider.left) or words.t("left"), _line(slider.right) or words.t("right")]
        left, right = (paragraph(pole, META, half, words.language, max_lines=1) for pole in poles)
        shapes: list[Primitive] = stacked(left, 0, 0)
        shapes.append(right_line_of(getattr(right[0].shapes[0], "text", ""), META, width, 0))
        at = 5 + (width - 10) * slider.value / 100
        shapes += [
            Line(0, 17, width, 17, "rule.strong", 1.2),
            Line(width / 2, 14, width / 2, 20, "rule.strong", 0.8),
            circle(at, 17, 4.5, fill="primary", stroke="card", stroke_width=1.2),
        ]
        pieces.append(Piece(_SLIDER, tuple(shapes)))
    return tuple(pieces)


def _wants(persona: Persona, width: float, content: Content) -> tuple[Piece, ...]:
    """Goals, needs and frustrations side by side on their tints, the channels below."""
    some = [(key, name, _line(getattr(persona, key))) for key, name in SECTIONS if key in _FAMILIES]
    told = [each for each in some if each[2]]
    pieces: list[Piece] = []
    if told:
        column = (width - BETWEEN * (len(told) - 1)) / len(told)
        cells = [_headed(name, text, column - 2 * _PADDING - _EDGE, content) for _key, name, text in told]
        high = max(map(height_of, cells)) + 2 * _PADDING
        shapes: list[Primitive] = []
        for at, ((key, _name, _text), cell) in enumerate(zip(told, cells, strict=True)):
            x = at * (column + BETWEEN)
            shapes.append(Rect(x, 0, column, high, fill=f"note.{_FAMILIES[key]}"))
            shapes.append(Rect(x, 0, _EDGE, high, fill=f"edge.{_FAMILIES[key]}"))
            shapes += stacked(cell, x + _EDGE + _PADDING, _PADDING)
        pieces.append(Piece(high, tuple(shapes)))
    channels = [content.channels[one] for one in persona.preferred_channels if one in content.channels]
    if channels:
        pieces += [
            space(BETWEEN if told else 0),
            *paragraph(content.words.t("Preferred channels"), SUBHEADING, width, content.words.language),
        ]
        pieces += _in_columns(
            [item(marked(one.icon or "globe", one.name, BODY, width / 3 - 8, content)) for one in channels], width
        )
    return tuple(pieces)


def _in_columns(cells: Sequence[tuple[Piece, ...]], width: float) -> list[Piece]:
    """Three cells to a row."""
    rows: list[Piece] = []
    for start in range(0, len(cells), 3):
        some = cells[start : start + 3]
        shapes = [shape for at, cell in enumerate(some) for shape in stacked(cell, at * width / 3, 1)]
        rows.append(Piece(max(map(height_of, some)) + 3, tuple(shapes)))
    return rows


def _strategy(persona: Persona, width: float, content: Content) -> tuple[Piece, ...]:
    """The strategy below a rule, `width` wide, a column each for channels, contents and campaigns."""
    words = content.words
    told = [(name, text) for key, name in STRATEGY if (text := _line(getattr(persona, key)))]
    if not told:
        return ()
    column = (width - BETWEEN * (len(told) - 1)) / len(told)
    cells = [_headed(name, text, column, content) for name, text in told]
    head = line_of(words.t("Strategy"), SUBHEADING, 0, 8)
    shapes: list[Primitive] = [Line(0, 0, width, 0, "rule.strong", 0.8), head]
    top = 8 + SUBHEADING.line + 6
    for at, cell in enumerate(cells):
        shapes += stacked(cell, at * (column + BETWEEN), top)
    return (Piece(top + max(map(height_of, cells)), tuple(shapes)),)


def _line(text: str) -> str:
    return " ".join(text.split())
