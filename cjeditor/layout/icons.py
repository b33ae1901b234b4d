"""Characters of the icon font by the icons' names."""

from __future__ import annotations

import json
from functools import cache

from cjeditor import resources
from cjeditor.layout.primitives import Text


@cache
def _charmap() -> dict[str, str]:
    table = json.loads(resources.icon_charmap_file().read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in table.items()}


def icon_character(name: str) -> str:
    """The character that shows an icon; a question mark's for a name that the font does not know."""
    charmap = _charmap()
    return charmap.get(name) or charmap["question"]


def is_icon(name: str) -> bool:
    """Whether the icon font has this icon."""
    return name in _charmap()


def icon(name: str, x: float, y: float, size: float, colour: str) -> Text:
    """An icon whose square of `size` pixels has its top left corner at (`x`, `y`)."""
    return Text(x, y + size, icon_character(name), "icon", size, colour, size)
