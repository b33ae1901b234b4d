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


class Fonts:
    """Fonts by face and size, each made once. Sizes are pixels per em. Needs a QGuiApplication."""

    def __init__(self) -> None:
        self._raw: dict[tuple[Face, float], QRawFont] = {}
        self._full: dict[tuple[Face, float], QFont] = {}

    def raw(self, face: Face, size: float) -> QRawFont:
        """Return the font file itself, unhinted, so that advances agree with the layout's at every zoom."""
        key = (face, size)
        if key not in self._raw:
            self._raw[key] = QRawFont(str(_file(face)), size, QFont.HintingPreference.PreferNoHinting)
        return self._raw[key]

    def full(self, face: Face, size: float) -> QFont:
        """Return a font that borrows from other families what the face lacks; kerning off as in the layout."""
        key = (face, size)
        if key not in self._full:
            font = QFont(_family(face))
            font.setPixelSize(max(1, round(size)))
            font.setWeight(_WEIGHTS[face])
            font.setKerning(False)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._full[key] = font
        return self._full[key]


def _file(face: Face) -> Path:
    return resources.icon_font_file() if face == "icon" else resources.font_file(_FILES[face])


@cache
def _family(face: Face) -> str:
    """Return the family that Qt knows the face by; asking makes it known."""
    number = QFontDatabase.addApplicationFont(str(_file(face)))
    families = QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else ""
