"""How wide a text is, from width tables made at build time: the same on canvas and paper, without opening a font.

Widths are sums of advances (kerning and ligatures are off on every surface).
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache, lru_cache

from cjeditor import resources
from cjeditor.layout.primitives import Face

ASCENT = 0.987
"""Lato's ascent as a share of the size."""
DESCENT = 0.213


class _Widths(dict[str, float]):
    """Advance of a character in em; characters that the face lacks get an estimate of the fallback face's."""

    def __missing__(self, character: str) -> float:
        if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
            width = 0.0
        elif unicodedata.east_asian_width(character) in ("W", "F"):
            width = 1.0
        else:
            width = 0.62
        self[character] = width
        return width


@cache
def _tables() -> dict[Face, _Widths]:
    tables: dict[Face, _Widths] = {"icon": _Widths()}
    for face, table in json.loads(resources.text("metrics/lato.json")).items():
        em = table["units_per_em"]
        tables[face] = _Widths(
            (chr(run[0] + i), advance / em) for run in table["runs"] for i, advance in enumerate(run[1:])
        )
    return tables


def has_glyph(character: str, face: Face) -> bool:
    """Whether the face itself draws the character; an estimate for a fallback does not count."""
    return ord(character) in _code_points(face)


@cache
def _code_points(face: Face) -> frozenset[int]:
    table = json.loads(resources.text("metrics/lato.json"))[face]
    return frozenset(run[0] + i for run in table["runs"] for i in range(len(run) - 1))


@lru_cache(maxsize=20_000)
def _ems(text: str, face: Face) -> float:
    widths = _tables()[face]
    return sum(map(widths.__getitem__, text))


def text_width(text: str, face: Face, size: float) -> float:
    """The advance of one line of text at `size` pixels per em. An icon is one em wide."""
    if face == "icon":
        return size * len(text)
    if len(text) > 200:  # long texts are measured once and would only push the words out of the cache
        return sum(map(_tables()[face].__getitem__, text)) * size
    return _ems(text, face) * size
