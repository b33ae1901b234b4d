"""Fonts of the canvas: a file is read once, whatever sizes are asked for, and given to Qt once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from cjeditor import resources
from cjeditor.canvas import fonts
from cjeditor.canvas.fonts import Fonts, family
from cjeditor.layout.primitives import Face
from cjeditor.window.icons import Icons


def test_one_reading_serves_all_sizes(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    file_of = fonts._file

    def noting(face: Face) -> Path:
        read.append(face)
        return file_of(face)

    monkeypatch.setattr(fonts, "_file", noting)
    made = Fonts()
    sizes = (9.0, 11.5, 48.0)
    small, middle, large = (made.raw("regular", size) for size in sizes)
    assert read == ["regular"]
    assert [one.pixelSize() for one in (small, middle, large)] == list(sizes)
    glyphs = small.glyphIndexesForString("Map")
    wide, narrow = large.advancesForGlyphIndexes(glyphs), small.advancesForGlyphIndexes(glyphs)
    assert [one.x() / 48 for one in wide] == pytest.approx([one.x() / 9 for one in narrow], rel=0.01)


def test_a_file_is_given_to_qt_once(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    known = family(resources.icon_font_file())
    given: list[str] = []
    monkeypatch.setattr(QFontDatabase, "addApplicationFont", given.append)
    assert [Icons().family, Icons().family] == [known, known]
    assert given == []
