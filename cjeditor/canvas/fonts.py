"""The faces of the layout as Qt's fonts: raw ones for glyph runs, full ones for typing and for rare letters."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from cjeditor import resources

if TYPE_CHECKING:
    from pathlib import Path

    from cjeditor.layout.primitives import Face

_FILES = {"regular": "Lato-Regular", "medium": "Lato-Medium", "semibold": "Lato-SemiBold", "bold": "Lato-Bold"}
_WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "medium": QFont.Weight.Medium,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
    "icon": QFont.Weight.Normal,
}

_ANY_SIZE = 16.0


class Fonts:
    """Fonts by face and size, each made once. Sizes are pixels per em. Needs a QGuiApplication."""

    def __init__(self) -> None:
        self._read: dict[Face, QRawFont] = {}
        self._raw: dict[tuple[Face, float], QRawFont] = {}
        self._full: dict[tuple[Face, float], QFont] = {}

    def raw(self, face: Face, size: float) -> QRawFont:
        """Return the font file itself, unhinted, so that advances agree with the layout's at every zoom."""
        key = (face, size)
        if key not in self._raw:
            font = QRawFont(self._font_read(face))
            font.setPixelSize(size)
            self._raw[key] = font
        return self._raw[key]

    def full(self, face: Face, size: float) -> QFont:
        """Return a font that borrows from other families what the face lacks; kerning off as in the layout."""
        key = (face, size)
        if key not in self._full:
            font = QFont(family(_file(face)))
            font.setPixelSize(max(1, round(size)))
            font.setWeight(_WEIGHTS[face])
            font.setKerning(False)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._full[key] = font
        return self._full[key]

    def _font_read(self, face: Face) -> QRawFont:
        """Return the font in any size: others are made from it without reading half a megabyte for each."""
        if face not in self._read:
            self._read[face] = QRawFont(str(_file(face)), _ANY_SIZE, QFont.HintingPreference.PreferNoHinting)
        return self._read[face]


def _file(face: Face) -> Path:
    return resources.icon_font_file() if face == "icon" else resources.font_file(_FILES[face])


@cache
def family(file: Path) -> str:
    """Return the family that Qt knows a font file by; asking makes it known.

    Once only: with each file that Qt is given, it forgets what it knows of all fonts.
    """
    number = QFontDatabase.addApplicationFont(str(file))
    families = QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else ""
