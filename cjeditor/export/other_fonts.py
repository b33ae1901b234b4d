"""Fonts for what the house's own font lacks: the one we bring for Arabic, and those of the machine for the rest.

Nothing here is looked at before a text asks for it. Every font becomes a small TrueType file with just the characters
that a document uses, whatever it was before: PostScript outlines, a collection, a font of many weights.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from cjeditor import resources

_KNOWN: Final = (
    # Chinese, Japanese, Korean
    "notosanscjk", "notosanssc", "notosansjp", "notosanskr", "notosanstc", "sourcehansans", "droidsansfallback",
    "wqy-", "msyh", "yugoth", "msgothic", "malgun", "simsun", "mingliu", "hiragino sans gb", "applesdgothic",
    "arialuni", "arial unicode", "ipag", "takaogothic", "nanumgothic",
    # Signs and emoji in one colour
    "notoemoji", "symbola", "seguisym", "seguiemj", "apple symbols", "notosanssymbols",
    # Hebrew, Armenian, Georgian and many signs
    "notosanshebrew", "notosansarmenian", "notosansgeorgian", "dejavusans.", "freesans.", "segoeui.", "arial.",
)  # fmt: skip
"""How the files begin in which a character is looked for, in this order."""
_SUFFIXES: Final = (".ttf", ".otf", ".ttc", ".otc")
_UNSHAPED: Final = ((0x0700, 0x109F), (0x1200, 0x137F), (0x1700, 0x18AF), (0x1900, 0x1CFF), (0xA800, 0xABFF))
"""Scripts whose letters change or move beside each other in ways that nothing here knows, such as Thai and Devanagari:
drawn letter by letter they would be wrong, and nobody who prints them here could tell."""
_PRIVATE: Final = ((0xE000, 0xF8FF), (0xF0000, 0x10FFFF))


class OtherFont:
    """A font file that is not the house's own; opened when something is asked of it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def name(self) -> str:
        """By what a PDF calls it."""
        return "".join(one for one in self.path.stem if one.isascii() and one.isalnum()) or "Other"

    def has(self, character: str) -> bool:
        """Whether it draws the character."""
        return ord(character) in self._advances

    def width(self, text: str) -> float:
        """The advance of a line of text in em; what it does not draw has none."""
        return sum(self._advances.get(ord(one), 0.0) for one in text)

    def cut(self, characters: str) -> bytes:
        """A TrueType file with these characters only, without hints and features; the same for the same characters."""
        # Imported here: it loads fontTools, which most documents can do without.
        from cjeditor.export.font_files import cut_from  # noqa: PLC0415

        return cut_from(self.path, characters)

    @cached_property
    def _advances(self) -> Mapping[int, float]:
        """The advance of each code point in em; empty for a file that cannot be read or has no outlines."""
        # Imported here: it loads fontTools, which most documents can do without.
        from cjeditor.export.font_files import advances_in  # noqa: PLC0415

        return advances_in(self.path)


def font_for(character: str) -> OtherFont | None:
    """The first font that draws a character right; None where there is none."""
    code = ord(character)
    if any(first <= code <= last for first, last in (*_UNSHAPED, *_PRIVATE)):
        return None
    return next((font for font in _fonts() if font.has(character)), None)


def folders() -> tuple[Path, ...]:
    """Where the machine keeps its fonts."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  Path.home raises where there is none
    windows = os.environ.get("WINDIR", "")
    return (
        home / ".local/share/fonts",
        home / ".fonts",
        home / "Library/Fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
        Path("/Library/Fonts"),
        Path("/System/Library/Fonts"),
        *((Path(windows) / "Fonts",) if windows else ()),
    )


@cache
def _fonts() -> tuple[OtherFont, ...]:
    """Our own first, then what the machine has, in the order of `_KNOWN`, upright and of normal weight first."""
    files = sorted(_files(), key=_preference)
    ranked = [file for known in _KNOWN for file in files if file.name.casefold().startswith(known)]
    return tuple(OtherFont(file) for file in (resources.arabic_font_file(), *ranked))


def _preference(file: Path) -> tuple[bool, int, str]:
    """Regular before others, short names before long ones."""
    name = file.stem.casefold()
    return (not name.endswith(("regular", "regular-subset")), len(name), str(file))


def _files() -> Iterator[Path]:
    for folder in folders():
        for place, _, names in os.walk(folder):
            yield from (Path(place) / name for name in names if name.casefold().endswith(_SUFFIXES))
