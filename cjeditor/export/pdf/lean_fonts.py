"""Fonts as they go into a file: subsets without hints, half as large, with what each of their characters means."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from struct import pack, unpack_from
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont, TTFontFace, TTFontMaker

_HINTS = ("cvt ", "fpgm", "prep")
_NAMES = ("name", "OS/2")
"""Neither is read from a font inside a PDF."""

_WORDS = 0x0001
_SCALE = 0x0008
_MORE = 0x0020
_TWO_SCALES = 0x0040
_TWO_BY_TWO = 0x0080
_INSTRUCTIONS = 0x0100


_FORMS = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFE))
"""The forms that Arabic letters take beside each other."""
_CODES_TOGETHER = 100
"""PDF allows no more in one list of a character map."""


class LeanFont(TTFont):
    """A font whose text can be copied whatever its characters: reportlab writes those beyond U+FFFF wrongly."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802  reportlab's name
        """Put the font into a document."""
        subsets = list(self.state[doc].subsets)
        before = set(doc.idToObject)
        super().addObjects(doc)
        made = [name for name in doc.idToObject if name not in before and name.startswith("toUnicodeCMap:")]
        for name, subset in zip(made, subsets, strict=True):
            doc.idToObject[name].content = character_map(name.partition(":")[2], subset)


def character_map(font: str, subset: Sequence[int]) -> str:
    """What each code of a subset means, in PDF's words."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        f"/CMapName /{font} def /CMapType 2 def",
        f"1 begincodespacerange <00> <{len(subset) - 1:02X}> endcodespacerange",
    ]
    # Code 0 is for what is missing, which is never written.
    meant = [(code, character) for code, character in enumerate(subset) if character]
    for start in range(0, len(meant), _CODES_TOGETHER):
        some = meant[start : start + _CODES_TOGETHER]
        lines.append(f"{len(some)} beginbfchar")
        lines += (f"<{code:02X}> <{_meaning(each).encode('utf-16-be').hex().upper()}>" for code, each in some)
        lines.append("endbfchar")
    return "\n".join((*lines, "endcmap CMapName currentdict /CMap defineresource pop end end"))


def _meaning(character: int) -> str:
    """What is typed for a character that is drawn: of Arabic letters the letter, whatever form it has here.

    Two letters in one form stand as they are drawn, from left to right: readers of PDF files turn the whole line.
    """
    drawn = chr(character)
    forms = any(first <= character <= last for first, last in _FORMS)
    return unicodedata.normalize("NFKC", drawn)[::-1] if forms else drawn


class LeanFace(TTFontFace):
    """A face whose subsets hold outlines and widths only."""

    def makeSubset(self, subset: Sequence[int]) -> bytes:  # noqa: N802  reportlab's name
        """The font with these characters, as reportlab makes it, less what nobody reads."""
        tables = _tables(super().makeSubset(subset))
        for tag in (*_HINTS, *_NAMES):
            tables.pop(tag, None)
        long = unpack_from(">h", tables["head"], 50)[0] == 1
        offsets = unpack_from(f">{len(tables['loca']) // (4 if long else 2)}{'L' if long else 'H'}", tables["loca"])
        places = [offset if long else 2 * offset for offset in offsets]
        glyphs = [without_hints(tables["glyf"][start:end]) for start, end in pairwise(places)]
        starts = [0]
        for glyph in glyphs:
            starts.append(starts[-1] + len(glyph))
        tables["glyf"] = b"".join(glyphs)
        tables["loca"] = pack(f">{len(starts)}L", *starts)
        tables["head"] = tables["head"][:50] + pack(">h", 1) + tables["head"][52:]
        maker = TTFontMaker()
        for tag, data in tables.items():
            maker.add(tag, data)
        return bytes(maker.makeStream())


def _tables(font: bytes) -> dict[str, bytes]:
    """The tables of a TrueType file by name."""
    found = {}
    for i in range(unpack_from(">H", font, 4)[0]):
        tag, _, offset, length = unpack_from(">4sLLL", font, 12 + 16 * i)
        found[tag.decode("ascii")] = font[offset : offset + length]
    return found


def without_hints(glyph: bytes) -> bytes:
    """A glyph's outline without its instructions, filled to a multiple of four bytes; an empty one stays empty."""
    if len(glyph) < 10:
        return b""
    contours = unpack_from(">h", glyph)[0]
    if contours >= 0:
        at = 10 + 2 * contours
        length = unpack_from(">H", glyph, at)[0]
        lean = glyph[:at] + b"\0\0" + glyph[at + 2 + length :]
    else:
        lean = _composite(glyph)
    return lean + b"\0" * (-len(lean) % 4)


def _composite(glyph: bytes) -> bytes:
    """The parts of a composite glyph, without what follows them."""
    parts = [glyph[:10]]
    at, more = 10, True
    while more:
        flags = unpack_from(">H", glyph, at)[0]
        size = 4 + (4 if flags & _WORDS else 2)
        size += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _TWO_BY_TWO else 0
        parts += (pack(">H", flags & ~_INSTRUCTIONS), glyph[at + 2 : at + size])
        at += size
        more = bool(flags & _MORE)
    return b"".join(parts)
