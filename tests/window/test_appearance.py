from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.layout.theme import DARK, LIGHT, Theme, contrast
from cjeditor.window.appearance import FONT_SIZE, palette, style_sheet
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow

Role = QPalette.ColorRole


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (Role.WindowText, Role.Window),
        (Role.Text, Role.Base),
        (Role.Text, Role.AlternateBase),
        (Role.ButtonText, Role.Button),
        (Role.ToolTipText, Role.ToolTipBase),
        (Role.HighlightedText, Role.Highlight),
        (Role.PlaceholderText, Role.Base),
        (Role.Link, Role.Base),
    ],
)
def test_text_can_be_read(qtbot: QtBot, theme: Theme, text: Role, ground: Role) -> None:
    colours = palette(theme)
    least = 4.5 if text is not Role.Link else 4.0
    assert contrast(colours.color(text).name(), colours.color(ground).name()) >= least


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_disabled_text_is_fainter_but_there(qtbot: QtBot, theme: Theme) -> None:
    colours = palette(theme)
    faded = contrast(colours.color(QPalette.ColorGroup.Disabled, Role.WindowText).name(), theme.colour("chrome"))
    assert 2 <= faded < contrast(theme.colour("text"), theme.colour("chrome")) / 2


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_no_unfilled_places(theme: Theme) -> None:
    assert "{{" not in style_sheet(theme)
    assert style_sheet(theme).count("{") == style_sheet(theme).count("}")


def test_the_font_is_ours_and_readable(house: House, qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Lato"
    assert qapp.font().pixelSize() >= FONT_SIZE


def test_a_theme_holds_for_all_windows_at_once(qtbot: QtBot, house: House, window: MainWindow) -> None:
    light = window.grab().toImage().pixelColor(5, window.height() - 5)
    window.actions_of_window["theme.dark"].trigger()
    assert house.appearance.theme is DARK
    assert QApplication.palette().color(Role.Window).name() == DARK.colour("chrome").lower()
    dark = window.grab().toImage().pixelColor(5, window.height() - 5)
    assert (light.name(), dark.name()) == (LIGHT.colour("chrome").lower(), DARK.colour("chrome").lower())
    window.actions_of_window.refresh()
    assert window.actions_of_window["theme.dark"].isChecked()
    assert not window.actions_of_window["theme.light"].isChecked()


def test_like_the_system_follows_the_system(
    qtbot: QtBot, house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    house.preferences.set_theme("system")
    schemes = {"now": Qt.ColorScheme.Dark}

    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
            return schemes["now"]

    monkeypatch.setattr(house.appearance, "_hints", Hints())
    house.appearance._refresh()
    assert house.appearance.theme is DARK
    schemes["now"] = Qt.ColorScheme.Unknown
    house.appearance._refresh()
    assert house.appearance.theme is LIGHT
