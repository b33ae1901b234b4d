from __future__ import annotations

import io

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from cjeditor import resources
from cjeditor.export.pdf.lean_fonts import LeanFace, character_map

FILES = [resources.font_file("Lato-Regular"), resources.font_file("Lato-Bold"), resources.icon_font_file()]
TEXT = " Äöüßéñ Über„Größe“−+2→×ﬁǍấ"


def outline(font: TTFont, glyph: str) -> list[object]:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[glyph].draw(pen)
    return pen.value


def test_characters_beyond_the_first_plane_can_be_copied() -> None:
    """Each list of a character map has at most a hundred; reportlab writes <1F600> for a smiling face."""
    told = character_map("Font", [0, 0x41, 0x1F600, *range(0x400, 0x4F0)])
    assert "<01> <0041>" in told
    assert "<02> <D83DDE00>" in told
    assert "<00>" not in told.partition("endcodespacerange")[2]
    assert [int(line.split()[0]) for line in told.splitlines() if line.endswith("beginbfchar")] == [100, 100, 42]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_outlines_and_widths_are_those_of_the_font(file: object) -> None:
    """Composite glyphs (Ä, ấ) among them; hints and names are gone."""
    with TTFont(file) as whole:
        known = whole.getBestCmap()
        codes = [ord(one) for one in TEXT if ord(one) in known] if "Lato" in str(file) else sorted(known)[100:160]
        lean = TTFont(io.BytesIO(LeanFace(str(file)).makeSubset([0, *codes])))
        order = lean.getGlyphOrder()
        glyph_ids = lean["cmap"].tables[0].cmap
        for i, code in enumerate(codes, start=1):
            mine = glyph_ids[i]
            assert outline(lean, mine) == outline(whole, known[code]), chr(code)
            assert lean["hmtx"][mine] == whole["hmtx"][known[code]]
        assert not {"fpgm", "prep", "cvt ", "name", "OS/2"} & set(lean.keys())
        assert all(not hasattr(lean["glyf"][name], "program") or not lean["glyf"][name].program for name in order)


def test_it_is_much_smaller_than_the_font() -> None:
    data = LeanFace(str(FILES[0])).makeSubset([0, *map(ord, "Kundenreise")])
    assert len(data) < 4_000
