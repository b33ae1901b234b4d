"""What the house's font lacks comes from another one: ours for Arabic, the machine's for the rest."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from cjeditor.export import glyphs, other_fonts
from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.export.other_fonts import OtherFont, font_for
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.model.replace import replace
from tests.export import reading
from tests.export.samples import mortgage

TOKYO = "東京"
WIDE = 1_000


def _square(pen: TTGlyphPen | T2CharStringPen) -> None:
    pen.moveTo((100, 0))
    for corner in ((100, 700), (900, 700), (900, 0)):
        pen.lineTo(corner)
    pen.closePath()


def _write_font(path: Path, characters: str, *, postscript: bool = False) -> None:
    """A font with a square for each of the characters, one em wide."""
    names = [".notdef", *(f"uni{ord(one):05X}" for one in characters)]
    builder = FontBuilder(1000, isTTF=not postscript)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(one): f"uni{ord(one):05X}" for one in characters})
    if postscript:
        drawn = {}
        for name in names:
            pen = T2CharStringPen(WIDE, None)
            _square(pen)
            drawn[name] = pen.getCharString()
        builder.setupCFF(path.stem, {"FullName": path.stem}, drawn, {})
    else:
        outlines = {}
        for name in names:
            true_pen = TTGlyphPen(None)
            _square(true_pen)
            outlines[name] = true_pen.glyph()
        builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics(dict.fromkeys(names, (WIDE, 100)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": path.stem, "styleName": "Regular", "psName": path.stem})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.save(path)


def _forget() -> None:
    other_fonts._fonts.cache_clear()
    for kept in (glyphs._shown, glyphs._is_lost, glyphs._plain):
        kept.cache_clear()


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a machine's fonts, empty at first."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    monkeypatch.setattr(other_fonts, "folders", lambda: (folder, tmp_path / "not there"))
    _forget()
    yield folder
    _forget()


def test_a_machine_without_fonts_has_ours_for_arabic_only(machine: Path) -> None:
    assert list(machine.iterdir()) == []
    assert font_for("م") is not None
    assert font_for("東") is None


@pytest.mark.parametrize("postscript", [False, True])
def test_a_font_of_the_machine_draws_what_ours_lack(machine: Path, tmp_path: Path, postscript: bool) -> None:
    _write_font(machine / "NotoSansCJK-Regular.otf", TOKYO, postscript=postscript)
    project = mortgage(phases=1)
    journey = replace(project.maps[0], title=f"Tokio {TOKYO}")
    project = replace(project, maps=(journey,))
    path = tmp_path / "out.pdf"
    assert write_handout(project, journey.id, path, HandoutOptions(date="2026-11-27", parts=("cover",))) == ()
    assert f"Tokio {TOKYO}" in " ".join(reading.texts_of(path))
    fonts = reading.fonts(path)
    assert [embedded for name, embedded in fonts.items() if "NotoSansCJK" in name] == [True]


def test_a_font_is_cut_to_what_is_used_and_the_same_each_time(machine: Path) -> None:
    _write_font(machine / "NotoSansCJK-Regular.ttf", "".join(chr(0x4E00 + i) for i in range(300)))
    font = font_for("一")
    assert font is not None
    assert font.cut("一丁") == font.cut("一丁")
    assert len(font.cut("一丁")) * 4 < font.path.stat().st_size
    assert font.width("一丁?") == 2.0


@pytest.mark.parametrize("tag", ["FFTM", "PfEd", "PCLT"])
def test_tables_that_nobody_draws_with_are_dropped_without_a_word(
    tag: str, machine: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = machine / "NotoSansCJK-Regular.ttf"
    _write_font(path, TOKYO)
    with TTFont(path) as font:
        font[tag] = table = DefaultTable(tag)
        table.data = bytes(56)
        font.save(path)
    found = font_for("東")
    assert found is not None
    with TTFont(io.BytesIO(found.cut(TOKYO))) as cut:
        assert tag not in cut
    assert caplog.records == []


def test_what_is_no_font_is_passed_over(machine: Path) -> None:
    (machine / "NotoSansCJK-Regular.ttf").write_bytes(b"no font at all")
    (machine / "NotoSansSC-Regular.ttf").write_bytes(b"")
    _write_font(machine / "wqy-zenhei.ttc", TOKYO)
    found = font_for("東")
    assert found is not None
    assert found.path.name == "wqy-zenhei.ttc"


@pytest.mark.parametrize("character", ["न", "ก", "\ue000"])
def test_a_script_that_needs_shaping_is_not_drawn_letter_by_letter(machine: Path, character: str) -> None:
    _write_font(machine / "DejaVuSans.ttf", character)
    assert OtherFont(machine / "DejaVuSans.ttf").has(character)
    assert font_for(character) is None
    assert glyphs.missing(character) == {character: 1}


def test_arabic_is_joined_and_runs_to_the_left(machine: Path) -> None:
    shown = "".join(run.text for run in glyphs.drawn("رحلة 12 (A)", "bold"))
    assert shown.index("A") < shown.index("12") < len(shown) - 4
    # The letters stand in the forms of beginning, middle and end, the last of the word at the left.
    assert shown.endswith("\ufe94\ufee0\ufea3\ufead")
    assert not glyphs.missing("رحلة")


def test_what_is_drawn_to_the_left_is_read_as_it_was_typed(machine: Path, tmp_path: Path) -> None:
    project = mortgage(phases=1)
    journey = replace(project.maps[0], title="السلام")
    project = replace(project, maps=(journey,))
    path = tmp_path / "out.pdf"
    write_handout(project, journey.id, path, HandoutOptions(date="2026-11-27", parts=("cover",)))
    assert "السلام" in " ".join(reading.texts_of(path))


def test_hebrew_without_a_font_is_missing_under_its_own_name(machine: Path) -> None:
    assert glyphs.missing("שלום") == {"ש": 1, "ל": 1, "ו": 1, "ם": 1}


def test_a_character_nobody_announced_is_drawn_all_the_same(machine: Path, tmp_path: Path) -> None:
    _write_font(machine / "NotoSansCJK-Regular.ttf", TOKYO)
    path = tmp_path / "out.pdf"
    writer = PdfWriter(path, language="de", date="2026-11-27")
    writer.prepare([("東", "regular")])
    for line, text in enumerate(("東", "京東"), start=1):
        (run,) = glyphs.runs(text, "regular")
        for font, string in writer.strings(run.face, run.text):
            writer.addLiteral(f"BT {font} 12 Tf 100 {100 * line} Td {string} Tj ET")
    writer.showPage()
    writer.save()
    with pypdfium2.PdfDocument(path) as document:
        text = document[0].get_textpage().get_text_range()
    assert {"東", "京"} <= set(text)


def test_lines_that_are_read_from_the_right_end_at_the_right_of_their_cell(machine: Path, tmp_path: Path) -> None:
    """However narrow joined letters are beside what was reckoned for them."""
    arabic = "تصل الطلبية متأخرة بثلاثة أيام والعميل ينتظر بلا أي رسالة من المتجر " * 3
    path = tmp_path / "out.pdf"
    project = mortgage(phases=1, titles=(arabic.strip(),))
    write_handout(project, project.maps[0].id, path, HandoutOptions(paper="A4", parts=("touchpoints",)))
    words = [box for box in reading.boxes(path, 0) if box.right < 400.0 and any(one >= "\u0600" for one in box.text)]
    lines = [[box for box in words if abs(box.top - first.top) < 5.0] for first in words]
    whole = [line for line in lines if len(line) > 3]
    assert len(whole) > 1
    rights = [max(box.right for box in line) for line in whole]
    lefts = [min(box.left for box in line) for line in whole]
    assert max(rights) - min(rights) < 2.0
    assert max(lefts) - min(lefts) > 2.0
