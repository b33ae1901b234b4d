"""Brands as people make them: kept at once, never two of a name, and what cannot be kept is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.export.brand import readable
from cjeditor.interchange.pictures import picture_of
from cjeditor.storage.brands import brands_in, keep_brand, make_brand, read_brand
from cjeditor.window.handout.brands_dialog import BrandsDialog
from tests.interchange.painting import png
from tests.window.dialogues import press, shown
from tests.window.walk import looking


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "brands"


@pytest.fixture
def dialog(parent: QWidget, folder: Path) -> BrandsDialog:
    bank = make_brand("Bank", primary="#004488", footer="© Bank")
    assert bank is not None
    keep_brand(folder, bank)
    made = BrandsDialog(folder, "Bank", texts.of("en"), parent)
    made.open()
    return made


def test_what_is_written_is_kept_at_once(qtbot: QtBot, dialog: BrandsDialog, folder: Path, tmp_path: Path) -> None:
    form = dialog.form
    form.name.setText("Bank & Co")
    form.name.editingFinished.emit()
    form.primary.show_colour("fb0")
    form.primary.changed.emit()
    assert readable("#ffbb00").upper() in form.contrast.text()
    assert form.contrast.isVisible()
    (tmp_path / "logo.png").write_bytes(png(40, 20))
    form._files_chosen([str(tmp_path / "logo.png")])
    qtbot.waitUntil(form.remove_logo.isEnabled)
    (kept,) = brands_in(folder)
    assert (kept.name, kept.primary, kept.footer, kept.logo) == (
        "Bank & Co",
        "#ffbb00",
        "© Bank",
        picture_of(png(40, 20)),
    )
    dialog.write_file(str(tmp_path / "given.json"))
    assert read_brand(tmp_path / "given.json") == kept
    form.remove_logo.click()
    assert brands_in(folder)[0].logo is None
    dialog.take_file(str(tmp_path / "given.json"))
    assert brands_in(folder) == (kept,)


def test_what_is_no_brand_is_said_and_not_kept(
    qtbot: QtBot, dialog: BrandsDialog, folder: Path, tmp_path: Path
) -> None:
    form = dialog.form
    form.accent.show_colour("reddish")
    form.accent.changed.emit()
    assert "six digits" in dialog.message.text()
    form.accent.show_colour("")
    form.accent.changed.emit()
    (tmp_path / "no.png").write_bytes(b"no picture")
    form._files_chosen([str(tmp_path / "no.png")])
    qtbot.waitUntil(lambda: bool(dialog.message.text()))
    assert dialog.message.isVisible()
    dialog.take_file(str(tmp_path / "no.png"))
    assert "no file of a brand" in dialog.message.text()
    assert [(one.name, one.accent, one.logo) for one in brands_in(folder)] == [("Bank", "", None)]


def test_brands_are_added_told_apart_and_removed(qtbot: QtBot, dialog: BrandsDialog, folder: Path) -> None:
    dialog.add.click()
    assert dialog.current == "My brand"
    dialog.form.name.setText("Bank")
    dialog.form.name.editingFinished.emit()
    assert "already" in dialog.message.text()
    assert [one.name for one in brands_in(folder)] == ["Bank", "My brand"]
    dialog.list.setCurrentRow(1)
    dialog.remove.click()
    press(shown(qtbot, QMessageBox, "remove_brand_question"), "Remove")
    assert [one.name for one in brands_in(folder)] == ["Bank"]
    with qtbot.waitSignal(dialog.chosen) as said:
        dialog.form.footer.setText("Still being typed")
        dialog.reject()
    assert said.args == ["Bank"]
    assert brands_in(folder)[0].footer == "Still being typed"


def test_the_fields_of_colours_say_that_they_are_colours(dialog: BrandsDialog) -> None:
    form = dialog.form.layout()
    assert isinstance(form, QFormLayout)
    for colour in (dialog.form.primary, dialog.form.accent):
        name = form.labelForField(colour)
        assert isinstance(name, QLabel)
        assert "Colour" in name.text().replace("&", "")
        assert "Colour" in colour.edit.accessibleName()


def test_without_any_brand_a_new_one_is_begun_and_gone_if_nobody_fills_it(
    qtbot: QtBot, parent: QWidget, folder: Path
) -> None:
    dialog = BrandsDialog(folder, "", texts.of("en"), parent)
    dialog.open()
    assert [one.name for one in brands_in(folder)] == ["My brand"]
    assert dialog.form.name.hasSelectedText()
    with qtbot.waitSignal(dialog.chosen) as said:
        dialog.reject()
    assert said.args == [""]
    assert brands_in(folder) == ()


@pytest.mark.usefixtures("house")  # knows how the focus looks
@pytest.mark.parametrize("language", ["de", texts.PSEUDO_LANGUAGE])
def test_the_dialogue_is_whole_named_and_walked_by_keys(
    qtbot: QtBot, parent: QWidget, folder: Path, language: str
) -> None:
    dialog = BrandsDialog(folder, "", texts.of(language), parent)
    dialog.open()
    dialog.form.primary.show_colour("#ffee00")
    dialog.say("x")
    qtbot.waitUntil(dialog.isActiveWindow)
    QApplication.processEvents()
    data = {dialog.current, "x"}
    faults = [*looking.cut(dialog, data), *looking.nameless(dialog), *looking.unmarked(dialog)]
    if language == texts.PSEUDO_LANGUAGE:
        faults += looking.untranslated(dialog, data)
    assert not faults, "\n".join(map(str, faults))
    dialog.reject()
