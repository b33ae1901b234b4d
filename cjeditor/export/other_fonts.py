"""Fonts for what the house's own font lacks: the one we bring for Arabic, and those of the machine for the rest.

Nothing here is looked at before a text asks for it. Every font becomes a small TrueType file with just the characters
that a document uses, whatever it was before: PostScript outlines, a collection, a font of many weights.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from struct import error as StructError  # noqa: N812  struct calls it just error
from typing import Any, Final

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, TTLibError, newTable

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
_FINEST: Final = 1.0
"""Units of the font by which a curve may be off when its outline is turned into TrueType's."""
_DROPPED: Final = (
    "GPOS", "GSUB", "GDEF", "kern", "vhea", "vmtx", "VORG", "BASE", "DSIG", "SVG ", "COLR", "CPAL", "fvar", "gvar",
    "avar", "cvar", "HVAR", "VVAR", "MVAR", "STAT", "meta", "morx", "feat", "trak", "prop", "bdat", "bloc", "sbix",
    "FFTM", "PfEd", "TeX ",
)  # fmt: skip
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
        options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, recalc_timestamp=False)
        options.drop_tables += _DROPPED
        with TTFont(self.path, fontNumber=0, lazy=True, recalcTimestamp=False) as font:
            cutter = subset.Subsetter(options)
            cutter.populate(text=characters)
            cutter.subset(font)
            for table in _DROPPED:
                if table in font:
                    del font[table]
            if "glyf" not in font:
                _turn_into_truetype(font)
            stream = io.BytesIO()
            font.save(stream)
        return stream.getvalue()

    @cached_property
    def _advances(self) -> Mapping[int, float]:
        """The advance of each code point in em; empty for a file that cannot be read or has no outlines."""
        try:
            with self.path.open("rb") as file, TTFont(file, fontNumber=0, lazy=True) as font:
                if "glyf" not in font and "CFF " not in font:
                    return {}
                advances, units = font["hmtx"].metrics, font["head"].unitsPerEm
                return {code: advances[name][0] / units for code, name in (font.getBestCmap() or {}).items()}
        except (OSError, TTLibError, ValueError, LookupError, AssertionError, StructError):
            return {}


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


def _turn_into_truetype(font: Any) -> None:
    """Replace PostScript outlines by TrueType's, as near as `_FINEST`: reportlab embeds no others."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, _FINEST, reverse_direction=True))
        outlines[name] = pen.glyph()
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, outlines
    font["maxp"].tableVersion = 0x00010000
    limits = {
        "maxZones": 1,
        "maxTwilightPoints": 0,
        "maxStorage": 0,
        "maxFunctionDefs": 0,
        "maxInstructionDefs": 0,
        "maxStackElements": 0,
        "maxSizeOfInstructions": 0,
        "maxComponentElements": 0,
    }
    vars(font["maxp"]).update(limits)
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"
