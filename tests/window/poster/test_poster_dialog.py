"""The dialogue for posters as people use it: what is chosen, what is shown, what helps, and what is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor.export.options import OwnSize
from cjeditor.export.posters.options import PosterOptions
from cjeditor.storage.brands import keep_brand, make_brand
from cjeditor.window.composed_subject import Subject
from cjeditor.window.main_window import MainWindow
from cjeditor.window.poster.choices import kept, kept_brand, to_keep
from cjeditor.window.poster.dialog import PosterDialog
from tests.export import reading
from tests.export.samples import mortgage
from tests.pictures import photo
from tests.window.dialogues import press, shown

PROJECT = mortgage(phases=4)


@pytest.fixture
def brands(tmp_path: Path) -> Path:
    bank = make_brand("Bank & Co", primary="#004488", footer="© Bank", logo=photo(320, 240))
    assert bank is not None
    keep_brand(tmp_path / "brands", bank)
    return tmp_path / "brands"


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, brands: Path, tmp_path: Path) -> PosterDialog:
    return opened(qtbot, window, brands, tmp_path)


def opened(qtbot: QtBot, window: MainWindow, brands: Path, folder: Path) -> PosterDialog:
    subject = Subject(folder / "x.pdf", PROJECT, PROJECT.maps[0].id, ("session",), brands)
    made = PosterDialog(subject, window._house, window)
    made.open()
    settle(qtbot, made)
    return made


def proposed(window: MainWindow) -> PosterOptions:
    house = window._house
    return PosterOptions(PROJECT.language, date=house.today(), author=house.preferences.defaults.author)


def settle(qtbot: QtBot, dialog: PosterDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=20_000)


def choose(dialog: PosterDialog, field: str, data: str) -> None:
    box = getattr(dialog.choice.papers if field == "paper" else dialog.choice, field)
    box.setCurrentIndex(box.findData(data))


def offered(dialog: PosterDialog) -> list[str]:
    return [one.text().replace("&", "") for one in dialog.legibility.buttons if not one.isHidden()]


def test_choices_are_shown_with_picture_sheets_and_letters(
    qtbot: QtBot, window: MainWindow, dialog: PosterDialog
) -> None:
    assert dialog.options() == proposed(window)
    assert dialog.sheets.text().startswith("1 sheet A0, the map ")
    assert dialog.choice.overlap.isHidden()
    choose(dialog, "paper", "A2")
    choose(dialog, "tile", "A4")
    dialog.choice.overlap.setValue(0)
    dialog.choice.repeat.click()
    dialog.choice.grey.click()
    dialog.choice.client.click()
    assert "Working out" in dialog.legibility.said.text()
    settle(qtbot, dialog)
    asked = dialog.options()
    assert (asked.paper, asked.tile, asked.overlap, asked.repeat) == ("A2", "A4", 0, True)
    assert (asked.grey, asked.audience) == (True, "client")
    assert not dialog.choice.overlap.isHidden()
    (poster,) = dialog.picture.posters
    assert poster.tiling is not None
    assert dialog.sheets.text().startswith(f"{poster.sheets} sheets A4, together ")
    assert "to be read from" in dialog.legibility.said.text()
    assert offered(dialog) or not dialog.legibility.said.text().endswith(":"), "nothing is announced that does not come"
    picture = dialog.picture.grab().toImage()
    (box,) = dialog.picture.boxes()
    greys = [picture.pixelColor(x, y) for x in range(20, int(box.width()), 9) for y in range(20, int(box.height()), 9)]
    coloured = [one for one in greys if one.saturation() > 40 and one.hue() not in range(195, 225)]
    assert coloured == [], "only the edges of sheets have a colour"


def test_what_helps_is_done_on_a_click(qtbot: QtBot, dialog: PosterDialog) -> None:
    choose(dialog, "paper", "A4")
    settle(qtbot, dialog)
    assert "Too small" in dialog.legibility.said.text()
    assert dialog.legibility.said.text().endswith("This helps:")
    larger, tiled, phases = offered(dialog)
    assert larger.startswith("Size A")
    assert "sheets A4" in tiled
    assert phases.startswith("A poster for each phase")
    dialog.legibility.buttons[1].click()
    settle(qtbot, dialog)
    asked = dialog.options()
    assert isinstance(asked.paper, OwnSize)
    assert asked.tile == "A4"
    assert not dialog.choice.papers.width_mm.isHidden()
    choose(dialog, "tile", "")
    choose(dialog, "paper", "A4")
    settle(qtbot, dialog)
    dialog.legibility.buttons[2].click()
    settle(qtbot, dialog)
    assert dialog.options().by_phase
    assert len(dialog.picture.posters) == 4
    assert dialog.sheets.text().startswith("4 posters: 4 sheets ")
    choose(dialog, "paper", "A0")
    settle(qtbot, dialog)
    assert "large enough" in dialog.legibility.said.text()
    assert offered(dialog) == []


def test_a_poster_is_written_from_the_menu(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.actions_of_window["file.poster"].trigger()
    dialog = shown(qtbot, PosterDialog)
    assert dialog.file.text().endswith(" – Poster.pdf")
    choose(dialog, "paper", "A3")
    dialog.choice.papers.portrait.click()
    dialog.file.setText(str(tmp_path / "none" / "wall.pdf"))
    press(dialog, "Create PDF")
    assert "does not exist" in dialog.message.text()
    dialog.file.setText(str(tmp_path / "wall"))
    press(dialog, "Create PDF")
    qtbot.waitUntil(window.room.exports.can_export, timeout=60_000)
    assert "wall.pdf" in shown(qtbot, QMessageBox, "written").text()
    assert [tuple(map(round, one)) for one in reading.page_sizes(tmp_path / "wall.pdf")] == [(842, 1191)]


def test_what_is_chosen_is_remembered_however_it_is_closed(
    qtbot: QtBot, window: MainWindow, brands: Path, tmp_path: Path, dialog: PosterDialog
) -> None:
    choose(dialog, "paper", "own")
    dialog.choice.papers.width_mm.setValue(700)
    dialog.choice.papers.height_mm.setValue(1500)
    choose(dialog, "tile", "A3")
    choose(dialog, "language", "en")
    dialog.choice.overlap.setValue(7)
    for tick in (dialog.choice.repeat, dialog.choice.by_phase, dialog.choice.client, dialog.choice.grey):
        tick.click()
    brand = dialog.choice.branding.brand
    brand.setCurrentIndex(brand.findData("Bank & Co"))
    asked = dialog.options()
    assert asked.brand is not None
    assert asked.brand.footer == "© Bank"
    settle(qtbot, dialog)
    dialog.reject()
    again = opened(qtbot, window, brands, tmp_path)
    assert again.options() == replace(asked, grey=False)
    again.reject()


def test_a_brand_is_seen_at_once_and_a_remedy_keeps_it(qtbot: QtBot, dialog: PosterDialog) -> None:
    choose(dialog, "paper", "A4")
    settle(qtbot, dialog)
    (before,) = dialog.picture.posters
    brand = dialog.choice.branding.brand
    brand.setCurrentIndex(brand.findData("Bank & Co"))
    settle(qtbot, dialog)
    (after,) = dialog.picture.posters
    assert after.composed.height > before.composed.height, "there is room for the words at its foot"
    dialog.legibility.buttons[0].click()
    settle(qtbot, dialog)
    assert dialog.options().brand is not None
    assert dialog.options().paper != "A4"


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"paper": 5, "tile": ["A4"], "overlap": True, "language": "fr", "audience": 7, "brand": None, "grey": "yes"},
        {"paper": "1x1", "tile": "B5", "overlap": 4000, "repeat": 1, "by_phase": "x"},
    ],
)
def test_what_makes_no_sense_is_what_is_proposed(values: dict[str, object]) -> None:
    first = PosterOptions("de", date="2026-11-27", author="Ada")
    assert kept(values, first) == first
    assert kept_brand(values) == ""


def test_the_language_is_remembered_only_where_it_is_not_the_projects_own() -> None:
    assert to_keep(PosterOptions("de"), "", "de")["language"] == ""
    assert kept(to_keep(PosterOptions("de"), "", "en"), PosterOptions("en")) == PosterOptions("de")
