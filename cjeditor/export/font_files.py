"""What a font file of another maker holds: how wide its letters are, and a small file of some of them.

fontTools takes as long to load as a short handout to print: this is imported where a text asks for another font.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from struct import error as StructError  # noqa: N812  struct calls it just error
from typing import Any, Final

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, TTLibError, newTable

_FINEST: Final = 1.0
"""Units of the font by which a curve may be off when its outline is turned into TrueType's."""
_DROPPED: Final = (
    "GPOS", "GSUB", "GDEF", "kern", "vhea", "vmtx", "VORG", "BASE", "DSIG", "SVG ", "COLR", "CPAL", "fvar", "gvar",
    "avar", "cvar", "HVAR", "VVAR", "MVAR", "STAT", "meta", "morx", "feat", "trak", "prop", "bdat", "bloc", "sbix",
    "FFTM", "PfEd", "TeX ",
)  # fmt: skip


def advances_in(path: Path) -> Mapping[int, float]:
    """The advance of each code point in em; empty for a file that cannot be read or has no outlines."""
    try:
        with path.open("rb") as file, TTFont(file, fontNumber=0, lazy=True) as font:
            if "glyf" not in font and "CFF " not in font:
                return {}
            advances, units = font["hmtx"].metrics, font["head"].unitsPerEm
            return {code: advances[name][0] / units for code, name in (font.getBestCmap() or {}).items()}
    except (OSError, TTLibError, ValueError, LookupError, AssertionError, StructError):
        return {}


def cut_from(path: Path, characters: str) -> bytes:
    """A TrueType file with these characters only, without hints and features; the same for the same characters."""
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += _DROPPED
    with TTFont(path, fontNumber=0, lazy=True, recalcTimestamp=False) as font:
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
