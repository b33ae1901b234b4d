"""The width tables agree with the fonts as Qt and reportlab read them."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QRawFont
from reportlab.pdfbase.ttfonts import TTFont

from cjeditor import resources
from cjeditor.layout.measure import has_glyph, text_width
from cjeditor.layout.primitives import Face

SAMPLES = (
    "Wartet auf die Zusage, ruft dreimal nach",
    "„Wie viel Haus kann ich mir leisten?“ – 2 → 9 Tage",
    "Öffnet elf Tabs, schreibt Zahlen auf einen Zettel; AVAToWe fi fl",
    "−2 … +2, 56 %",
)
FILES: dict[Face, str] = {
    "regular": "Lato-Regular",
    "medium": "Lato-Medium",
    "semibold": "Lato-SemiBold",
    "bold": "Lato-Bold",
}


@pytest.mark.parametrize("face", FILES)
@pytest.mark.parametrize("sample", SAMPLES)
def test_reportlab_measures_the_same(face: Face, sample: str) -> None:
    font = TTFont("measured", str(resources.font_file(FILES[face])))

    assert font.stringWidth(sample, 10) == pytest.approx(text_width(sample, face, 10), rel=0.002)


@pytest.mark.parametrize("face", FILES)
@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.usefixtures("qapp")
def test_qt_measures_the_same(face: Face, sample: str) -> None:
    font = QRawFont(str(resources.font_file(FILES[face])), 20, QFont.HintingPreference.PreferNoHinting)
    advances = font.advancesForGlyphIndexes(font.glyphIndexesForString(sample))

    assert sum(point.x() for point in advances) == pytest.approx(text_width(sample, face, 20), rel=0.002)


def test_the_tables_are_those_of_the_installed_fonts() -> None:
    script = Path(__file__).parents[2] / "packaging" / "make_metrics.py"
    assert runpy.run_path(str(script))["tables"]() == resources.text("metrics/lato.json")


def test_characters_that_the_face_lacks_have_a_width_too() -> None:
    assert text_width("漢", "regular", 10) == pytest.approx(10)
    assert text_width("e\u0301", "regular", 10) == pytest.approx(text_width("e", "regular", 10), abs=7)
    assert has_glyph("ß", "regular")
    assert not has_glyph("漢", "regular")
