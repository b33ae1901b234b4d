"""Slides and web pages from the menu: for whom, in which language and brand, and what is remembered of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cjeditor.storage import paths
from cjeditor.storage.brands import keep_brand, make_brand
from cjeditor.window.exports import BRANDS
from cjeditor.window.handout.brands_dialog import BrandsDialog
from cjeditor.window.kept_choices import KeptChoices
from cjeditor.window.main_window import MainWindow
from cjeditor.window.publish.choices import Choices, kept, to_keep
from cjeditor.window.publish.dialog import PublishDialog
from tests.builders import small_project
from tests.window.dialogues import press, shown

ACTIONS = {"file.slides": ("pptx", "Create slides"), "file.page": ("html", "Create web page")}


@pytest.fixture
def full_window(window: MainWindow) -> MainWindow:
    window.room.show_project(small_project(), None, None)
    bank = make_brand("Bank & Co", primary="#004488", footer="© Bank")
    assert bank is not None
    keep_brand(paths.config_folder() / BRANDS, bank)
    return window


def opened(qtbot: QtBot, window: MainWindow, action: str) -> PublishDialog:
    window.actions_of_window[action].trigger()
    return shown(qtbot, PublishDialog)


def choose(dialog: PublishDialog, audience: str, brand: str, language: str) -> None:
    dialog.audience.setCurrentIndex(dialog.audience.findData(audience))
    dialog.branding.brand.setCurrentIndex(dialog.branding.brand.findData(brand))
    dialog.language.setCurrentIndex(dialog.language.findData(language))


@pytest.mark.parametrize("action", list(ACTIONS))
def test_at_first_it_is_for_the_team_in_the_language_of_the_project(
    qtbot: QtBot, full_window: MainWindow, action: str
) -> None:
    dialog = opened(qtbot, full_window, action)
    options = dialog.options()
    assert (options.audience, options.brand, options.language) == ("team", None, small_project().language)
    assert dialog.map.accessibleName() == small_project().maps[0].title
    assert dialog.path().suffix == f".{ACTIONS[action][0]}"
    assert "owners and votes" in dialog.explanation.text()
    choose(dialog, "client", "", "en")
    assert "no comments" in dialog.explanation.text()
    qtbot.waitUntil(lambda: dialog.explanation.width() >= dialog.explanation.sizeHint().width())
    create = next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == ACTIONS[action][1])
    dialog.file.clear()
    assert not create.isEnabled()
    dialog.reject()


def test_a_page_for_clients_is_written_as_asked_for(qtbot: QtBot, full_window: MainWindow, tmp_path: Path) -> None:
    dialog = opened(qtbot, full_window, "file.page")
    choose(dialog, "client", "Bank & Co", "de")
    dialog.file.setText(str(tmp_path / "x"))
    press(dialog, "Create web page")
    press(shown(qtbot, QMessageBox, "written"), "Close")
    page = (tmp_path / "x.html").read_text("utf-8")
    assert '<html lang="de"' in page
    assert "© Bank" in page
    assert "#004488" in page


def test_slides_for_the_team_and_for_clients_differ(qtbot: QtBot, full_window: MainWindow, tmp_path: Path) -> None:
    sizes = set()
    for audience in ("team", "client"):
        dialog = opened(qtbot, full_window, "file.slides")
        choose(dialog, audience, "", "en")
        dialog.file.setText(str(tmp_path / f"{audience}.pptx"))
        press(dialog, "Create slides")
        press(shown(qtbot, QMessageBox, "written"), "Close")
        sizes.add((tmp_path / f"{audience}.pptx").stat().st_size)
    assert len(sizes) == 2


def test_without_colours_it_is_for_once(qtbot: QtBot, full_window: MainWindow, tmp_path: Path) -> None:
    """A brand has its colours else."""
    dialog = opened(qtbot, full_window, "file.page")
    choose(dialog, "client", "Bank & Co", "en")
    dialog.grey.click()
    asked = dialog.options()
    assert (asked.grey, asked.audience) == (True, "client")
    dialog.file.setText(str(tmp_path / "x.html"))
    press(dialog, "Create web page")
    press(shown(qtbot, QMessageBox, "written"), "Close")
    assert "#004488" not in (tmp_path / "x.html").read_text("utf-8")
    again = opened(qtbot, full_window, "file.slides")
    assert (again.options().grey, again.options().audience) == (False, "client")
    again.reject()


def test_what_is_chosen_is_remembered_however_it_is_closed(qtbot: QtBot, full_window: MainWindow) -> None:
    dialog = opened(qtbot, full_window, "file.slides")
    choose(dialog, "client", "Bank & Co", "de")
    asked = dialog.options()
    assert asked.brand is not None
    assert asked.brand.footer == "© Bank"
    dialog.reject()
    again = opened(qtbot, full_window, "file.page")
    assert again.options() == asked
    again.reject()


def test_a_brand_made_meanwhile_is_chosen(qtbot: QtBot, full_window: MainWindow) -> None:
    dialog = opened(qtbot, full_window, "file.slides")
    dialog.branding.brands.click()
    brands = shown(qtbot, BrandsDialog)
    assert brands.current == "Bank & Co"
    brands.add.click()
    brands.form.footer.setText("© Mine")
    brands.reject()
    assert dialog.branding.name() == "My brand"
    brand = dialog.options().brand
    assert brand is not None
    assert brand.footer == "© Mine"
    dialog.reject()


def test_a_file_that_is_there_is_replaced_only_when_wanted(
    qtbot: QtBot, full_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "x.html"
    path.write_text("mine", "utf-8")
    dialog = opened(qtbot, full_window, "file.page")
    dialog.file.setText(str(path))
    press(dialog, "Create web page")
    press(shown(qtbot, QMessageBox, "replace"), "Cancel")
    assert path.read_text("utf-8") == "mine"
    dialog.file.setText(str(tmp_path / "no" / "x.html"))
    press(dialog, "Create web page")
    assert str(tmp_path / "no") in dialog.message.text()
    dialog.reject()


@pytest.mark.parametrize(
    "values", [{}, {"audience": "facilitator", "brand": 5, "language": "fr"}, {"audience": ["team"], "brand": None}]
)
def test_what_makes_no_sense_is_what_is_proposed_first(values: dict[str, object]) -> None:
    assert kept(values) == Choices()


def test_slides_and_handouts_are_remembered_apart(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)
    chosen = Choices("client", "Bänk & Co", "de")
    KeptChoices(settings, "published").keep_last("own", to_keep(chosen), ("a file",))
    assert kept(KeptChoices(settings, "published").last("nine-phases", ("a file",))) == chosen
    assert kept(KeptChoices(settings, "published").last("own", ("another file",))) == Choices()
    assert kept(json.loads(json.dumps(to_keep(chosen)))) == chosen
    assert KeptChoices(settings, "handouts").last("own") == {}
