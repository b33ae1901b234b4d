"""Whose journey it is, on the projector's page: portrait, name, type and quote, and below what drives the persona."""

from __future__ import annotations

from typing import Final, Literal

from cjeditor.layout.breaking import break_lines
from cjeditor.layout.draw_card import text
from cjeditor.layout.draw_persona import portrait
from cjeditor.layout.metrics import baseline
from cjeditor.layout.primitives import Face, Primitive
from cjeditor.layout.room.sheets import Box
from cjeditor.model.project import Persona
from cjeditor.texts import N_, Texts

_DISC, _BESIDE = 260.0, 56.0
_GAP, _BETWEEN = 40.0, 64.0
_NAME_SIZE, _NAME_LINE = 64.0, 76.0
_KIND_SIZE, _KIND_LINE = 36.0, 46.0
_QUOTE_SIZE, _QUOTE_LINE = 42.0, 54.0
_HEAD_SIZE, _HEAD_LINE = 30.0, 42.0
_TEXT_SIZE, _TEXT_LINE = 36.0, 46.0

_QUOTATION = ' \n„“”"«»'
"""What people write around a quote, who do not know that marks are set."""
_PARTS: Final[tuple[tuple[Literal["goals", "needs", "frustrations"], str], ...]] = (
    ("goals", N_("Goals")),
    ("needs", N_("Needs")),
    ("frustrations", N_("Frustrations")),
)


def introduce(persona: Persona, body: Box, words: Texts) -> tuple[Primitive, ...]:
    """Draw a persona in `body`; what is not said of it takes no room, and long texts end in an ellipsis."""
    left = body.x + _DISC + _BESIDE
    shapes: list[Primitive] = []
    page = _Column(shapes, left, body.y, body.x + body.width - left, words)
    page.write(persona.name or words.t("Unnamed persona"), "bold", _NAME_SIZE, _NAME_LINE, most=2)
    if persona.type.strip():
        page.write(persona.type, "regular", _KIND_SIZE, _KIND_LINE, most=1, colour="secondary")
    quote = persona.quote.strip(_QUOTATION)
    if quote:
        page.y += _GAP / 4
        page.write(words.quoted(quote), "regular", _QUOTE_SIZE, _QUOTE_LINE, most=3)
    shapes += portrait(persona, body.x, body.y, _DISC)
    top = max(body.y + _DISC, page.y) + _GAP
    told = [(name, said) for key, name in _PARTS if (said := getattr(persona, key).strip())]
    room = (body.width - (len(told) - 1) * _BETWEEN) / max(1, len(told))
    for at, (name, said) in enumerate(told):
        column = _Column(shapes, body.x + at * (room + _BETWEEN), top, room, words)
        column.write(words.t(name), "semibold", _HEAD_SIZE, _HEAD_LINE, most=1, colour="secondary")
        most = int((body.y + body.height - column.y) // _TEXT_LINE)
        if most > 0:
            column.write(said, "regular", _TEXT_SIZE, _TEXT_LINE, most=most)
    return tuple(shapes)


class _Column:
    """Lines below each other; `y` is where the next one begins."""

    def __init__(self, shapes: list[Primitive], x: float, y: float, width: float, words: Texts) -> None:
        self._shapes = shapes
        self._x = x
        self.y = y
        self._width = width
        self._words = words

    def write(self, said: str, face: Face, size: float, line: float, *, most: int, colour: str = "text") -> None:
        """Write a text in so many lines at most."""
        for each in break_lines(said, face, size, self._width, max_lines=most, language=self._words.language):
            self._shapes.append(text(self._x, baseline(self.y, line, size), each, face, size, colour))
            self.y += line
