"""What the file dialogue for a picture offers is what is saved."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.export.options import PictureOptions
from cjeditor.window.main_window import MainWindow
from cjeditor.window.picture_forms import picture_forms
from tests.window.dialogues import press, shown


def test_the_forms_are_named_in_each_language_and_differ() -> None:
    for language in ("en", "de"):
        forms = picture_forms(texts.of(language))
        assert len({(name.partition(" ")[0], options) for name, options in forms.items()}) == len(forms) == 12
        assert sum(options.grey and options.audience == "client" for options in forms.values()) == 2


def test_a_picture_is_as_wide_as_the_chosen_form_says(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.actions_of_window["file.picture"].trigger()
    dialog = shown(qtbot, QFileDialog)
    wanted = PictureOptions(width=1_920)
    dialog.selectNameFilter(next(name for name, one in picture_forms(texts.of("en")).items() if one == wanted))
    dialog.fileSelected.emit(str(tmp_path / "map.png"))
    dialog.reject()
    qtbot.waitUntil(window.room.exports.can_export, timeout=30_000)
    press(shown(qtbot, QMessageBox, "written"), "Close")
    with Image.open(tmp_path / "map.png") as image:
        assert abs(image.width - 1_920) <= 1
