from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.window.booklet_dialog import BookletDialog
from cjeditor.window.handout.dialog import HandoutDialog
from cjeditor.window.main_window import MainWindow
from tests.builders import small_project
from tests.window.dialogues import press, shown


def asked(qtbot: QtBot, window: MainWindow) -> BookletDialog:
    window.actions_of_window["file.booklet"].trigger()
    return shown(qtbot, BookletDialog)


def written(qtbot: QtBot, window: MainWindow) -> QMessageBox:
    """Wait for a booklet: it has more pages than a busy machine writes in five seconds."""
    qtbot.waitUntil(window.room.exports.can_export, timeout=60_000)
    return shown(qtbot, QMessageBox, "written")


def choose(dialog: BookletDialog, framework: str, language: str = "") -> None:
    dialog.framework.setCurrentIndex(dialog.framework.findData(framework))
    if language:
        dialog.language.setCurrentIndex(dialog.language.findData(language))


def framed(framework: str | None) -> Project:
    project = small_project()
    return replace(project, maps=tuple(replace(one, framework=framework) for one in project.maps))


@pytest.mark.parametrize(
    ("framework", "proposed"),
    [("loyalty-loop", "loyalty-loop"), ("five-phases", "five-phases"), (None, "nine-phases"), ("own", "nine-phases")],
)
def test_the_framework_of_the_map_is_proposed(
    qtbot: QtBot, window: MainWindow, framework: str | None, proposed: str
) -> None:
    window.room.show_project(framed(framework), None, None)
    assert asked(qtbot, window).chosen_framework().key == proposed


def test_a_booklet_is_made_as_asked_for(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = asked(qtbot, window)
    choose(dialog, "three-phases", "de")
    dialog.paper.setCurrentIndex(dialog.paper.findData("A3"))
    dialog.portrait.click()
    dialog.file.setText(str(tmp_path / "heft"))
    press(dialog, "Create PDF")
    box = written(qtbot, window)
    assert "heft.pdf" in box.text()
    press(box, "Close")
    reader = PdfReader(tmp_path / "heft.pdf")
    size = reader.pages[0].mediabox
    assert (round(float(size.width)), round(float(size.height))) == (842, 1191)
    assert "Drei Phasen (Inbound)" in reader.pages[0].extract_text()
    assert reader.root_object["/Lang"] == "de"
    assert window.room.exports.can_export()


def test_the_file_is_named_after_the_framework_until_somebody_names_it(qtbot: QtBot, window: MainWindow) -> None:
    dialog = asked(qtbot, window)
    choose(dialog, "loyalty-loop", "en")
    assert dialog.path().name == "Loyalty loop.pdf"
    folder = dialog.path().parent
    choose(dialog, "three-phases", "de")
    assert dialog.path() == folder / "Drei Phasen (Inbound).pdf"
    dialog.file.setText("/somewhere/mine.pdf")
    choose(dialog, "loyalty-loop", "en")
    assert dialog.path() == Path("/somewhere/mine.pdf")


def test_a_file_that_is_there_is_not_replaced_unasked(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"theirs")
    dialog = asked(qtbot, window)
    dialog.file.setText(str(path))
    press(dialog, "Create PDF")
    press(shown(qtbot, QMessageBox, "replace"), "Cancel")
    assert path.read_bytes() == b"theirs"
    press(dialog, "Create PDF")
    press(shown(qtbot, QMessageBox, "replace"), "Replace")
    press(written(qtbot, window), "Close")
    assert path.read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_not_there_is_said_in_the_dialogue(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = asked(qtbot, window)
    dialog.file.setText(str(tmp_path / "no" / "x.pdf"))
    press(dialog, "Create PDF")
    assert dialog.isVisible()
    assert str(tmp_path / "no") in dialog.message.text()
    dialog.file.clear()
    assert not dialog._create.isEnabled()


def test_what_a_cancelled_question_wanted_is_not_written_later(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """A handout asked for after a booklet that was called off is a handout."""
    path = tmp_path / "x.pdf"
    path.write_bytes(b"theirs")
    dialog = asked(qtbot, window)
    dialog.file.setText(str(path))
    press(dialog, "Create PDF")
    press(shown(qtbot, QMessageBox, "replace"), "Cancel")
    dialog.reject()
    window.actions_of_window["file.handout"].trigger()
    handout = shown(qtbot, HandoutDialog)
    handout.file.setText(str(path))
    press(handout, "Create PDF")
    press(shown(qtbot, QMessageBox, "replace"), "Replace")
    press(written(qtbot, window), "Close")
    assert "Guide to the customer journey" not in PdfReader(path).pages[0].extract_text()


def test_tab_follows_the_rows(qtbot: QtBot, window: MainWindow) -> None:
    dialog = asked(qtbot, window)
    QApplication.processEvents()
    assert dialog.focusWidget() is dialog.framework
    qtbot.waitUntil(dialog.isActiveWindow)
    order = []
    for _ in range(5):
        QTest.keyClick(dialog, Qt.Key.Key_Tab)
        order.append(dialog.focusWidget())
    assert order[:2] == [dialog.language, dialog.file]
    assert order[3:] == [dialog.paper, dialog.landscape]
