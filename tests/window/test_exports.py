from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QProgressDialog
from pytestqt.qtbot import QtBot

from cjeditor.export import handout as handout_module
from cjeditor.export.problems import ExportCancelled
from cjeditor.model.replace import replace
from cjeditor.window.handout.dialog import HandoutDialog
from cjeditor.window.main_window import MainWindow
from cjeditor.window.publish.dialog import PublishDialog
from cjeditor.window.settings.dialog import SettingsDialog
from tests.builders import small_project
from tests.window.asking import ask, rename
from tests.window.dialogues import any_shown, choose_file, press, shown


@pytest.fixture
def window_with_cards(window: MainWindow) -> MainWindow:
    window.room.show_project(small_project(), None, None)
    return window


def handout(qtbot: QtBot, window: MainWindow, path: Path) -> HandoutDialog:
    window.actions_of_window["file.handout"].trigger()
    dialog = shown(qtbot, HandoutDialog)
    dialog.file.setText(str(path))
    return dialog


def test_a_handout_is_made_as_asked_for(qtbot: QtBot, window_with_cards: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    dialog = handout(qtbot, window_with_cards, path)
    dialog.page.papers.paper.setCurrentIndex(dialog.page.papers.paper.findData("A3"))
    dialog.page.papers.portrait.click()
    for part in dialog.sets.chosen():
        dialog.sets.parts.tick(part, False)
    dialog.sets.parts.tick("touchpoints")
    press(dialog, "Create PDF")
    box = shown(qtbot, QMessageBox, "written")
    assert "x.pdf" in box.text()
    press(box, "Close")
    pages = PdfReader(path).pages
    width, height = float(pages[0].mediabox.width), float(pages[0].mediabox.height)
    assert (round(width), round(height)) == (842, 1191)
    text = " ".join(page.extract_text() for page in pages)
    assert "Moves in" in text
    assert window_with_cards.room.exports.can_export()


def test_the_author_of_the_settings_is_the_author_of_the_pdf(
    qtbot: QtBot, window_with_cards: MainWindow, tmp_path: Path
) -> None:
    project = small_project()
    owned = replace(project, maps=tuple(replace(one, owner="The map's owner") for one in project.maps))
    window_with_cards.room.show_project(owned, None, None)
    names = {}
    for name in ("", "Änne Öz & Co <x>"):
        window_with_cards.actions_of_window["edit.settings"].trigger()
        settings = shown(qtbot, SettingsDialog)
        settings.general.author.setText(name)
        settings.close()
        path = tmp_path / f"{len(names)}.pdf"
        press(handout(qtbot, window_with_cards, path), "Create PDF")
        press(shown(qtbot, QMessageBox, "written"), "Close")
        info = PdfReader(path).metadata
        names[name] = info.author if info is not None else None
    assert names == {"": "The map's owner", "Änne Öz & Co <x>": "Änne Öz & Co <x>"}


def test_the_file_can_be_opened_and_its_folder_too(
    qtbot: QtBot, window_with_cards: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    press(handout(qtbot, window_with_cards, tmp_path / "x.pdf"), "Create PDF")
    press(shown(qtbot, QMessageBox, "written"), "Open folder")
    window_with_cards.room.exports._open_file()
    assert [url.toLocalFile() for url in opened] == [str(tmp_path), str(tmp_path / "x.pdf")]


def test_a_folder_that_is_not_there_is_said_before_any_work(
    qtbot: QtBot, window_with_cards: MainWindow, tmp_path: Path
) -> None:
    dialog = handout(qtbot, window_with_cards, tmp_path / "no" / "x.pdf")
    last = dialog.page.grey
    former = last.height()
    press(dialog, "Create PDF")
    assert dialog.isVisible()
    assert dialog.message.isVisible()
    assert dialog.message.text().count(str(tmp_path / "no")) == 1
    assert dialog.message.text().endswith(".")
    QApplication.processEvents()
    assert last.height() == former
    assert dialog.message.height() >= dialog.message.heightForWidth(dialog.message.width())
    dialog.file.setText(str(tmp_path / "x.pdf"))
    assert not dialog.message.isVisible()
    press(dialog, "Create PDF")
    press(shown(qtbot, QMessageBox, "written"), "Close")


@pytest.mark.parametrize("replace", [True, False])
def test_a_file_that_is_there_is_not_replaced_unasked(
    qtbot: QtBot, window_with_cards: MainWindow, tmp_path: Path, replace: bool
) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"theirs")
    press(handout(qtbot, window_with_cards, path), "Create PDF")
    press(shown(qtbot, QMessageBox, "replace"), "Replace" if replace else "Cancel")
    if replace:
        press(shown(qtbot, QMessageBox, "written"), "Close")
        assert path.read_bytes().startswith(b"%PDF")
    else:
        assert path.read_bytes() == b"theirs"
        assert shown(qtbot, HandoutDialog).isVisible()


def test_the_handout_says_which_map_it_prints(qtbot: QtBot, window_with_cards: MainWindow) -> None:
    rename(window_with_cards, "The other way round")
    ask(window_with_cards, "file.handout")
    dialog = shown(qtbot, HandoutDialog)
    assert dialog.map.accessibleName() == "The other way round"
    assert dialog.map.isVisible()
    dialog.reject()


def test_without_parts_or_file_there_is_nothing_to_create(
    qtbot: QtBot, window_with_cards: MainWindow, tmp_path: Path
) -> None:
    dialog = handout(qtbot, window_with_cards, tmp_path / "x.pdf")
    for part in dialog.sets.chosen():
        dialog.sets.parts.tick(part, False)
    assert not dialog._create.isEnabled()
    dialog.sets.parts.tick("map")
    assert dialog._create.isEnabled()
    dialog.file.clear()
    assert not dialog._create.isEnabled()


def test_an_export_can_be_cancelled(
    qtbot: QtBot, window_with_cards: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def slow(*arguments: object) -> tuple[object, ...]:
        progress, cancelled = arguments[-2:]
        assert callable(progress)
        assert callable(cancelled)
        progress(1, 10)
        begun.set()
        while not cancelled():
            threading.Event().wait(0.002)
        raise ExportCancelled

    monkeypatch.setattr(handout_module, "write_handout", slow)
    press(handout(qtbot, window_with_cards, tmp_path / "x.pdf"), "Create PDF")
    progress = shown(qtbot, QProgressDialog, "progress")
    assert progress.windowTitle() == "cjeditor"
    assert begun.wait(5)
    assert not window_with_cards.room.exports.can_export()
    press(progress, "Cancel")
    qtbot.waitUntil(window_with_cards.room.exports.can_export)
    qtbot.waitUntil(lambda: any_shown() == [])
    assert not (tmp_path / "x.pdf").exists()


def test_closing_the_window_ends_its_export(
    qtbot: QtBot, window_with_cards: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = threading.Event()

    def slow(*arguments: object) -> tuple[object, ...]:
        cancelled = arguments[-1]
        assert callable(cancelled)
        while not cancelled():
            threading.Event().wait(0.002)
        ended.set()
        raise ExportCancelled

    monkeypatch.setattr(handout_module, "write_handout", slow)
    press(handout(qtbot, window_with_cards, tmp_path / "x.pdf"), "Create PDF")
    window_with_cards.close()
    assert ended.is_set()


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_a_picture_of_the_map(qtbot: QtBot, window_with_cards: MainWindow, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"x.{suffix}"
    window_with_cards.actions_of_window["file.picture"].trigger()
    choose_file(qtbot, path, "export")
    press(shown(qtbot, QMessageBox, "written"), "Close")
    assert path.read_bytes().startswith({"svg": b"<?xml", "png": b"\x89PNG"}[suffix])


@pytest.mark.parametrize(
    ("action", "create", "suffix", "beginning"),
    [
        ("file.slides", "Create slides", "pptx", b"PK"),
        ("file.page", "Create web page", "html", b"<!DOCTYPE"),
    ],
)
def test_slides_and_a_page_of_the_map(
    qtbot: QtBot, window_with_cards: MainWindow, tmp_path: Path, action: str, create: str, suffix: str, beginning: bytes
) -> None:
    path = tmp_path / f"x.{suffix}"
    window_with_cards.actions_of_window[action].trigger()
    dialog = shown(qtbot, PublishDialog)
    dialog.file.setText(str(path))
    press(dialog, create)
    press(shown(qtbot, QMessageBox, "written"), "Close")
    assert path.read_bytes().startswith(beginning)


def test_a_picture_that_cannot_be_written_says_why(qtbot: QtBot, window_with_cards: MainWindow, tmp_path: Path) -> None:
    window_with_cards.actions_of_window["file.picture"].trigger()
    choose_file(qtbot, tmp_path / "no" / "x.svg", "export")
    box = shown(qtbot, QMessageBox)
    assert "x.svg" in box.text()
    assert str(tmp_path / "no") in box.informativeText()


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_is_there_is_suggested(
    qtbot: QtBot, window_with_cards: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    named = tmp_path / "Documents"
    if there:
        named.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(named))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    window_with_cards.actions_of_window["file.handout"].trigger()
    assert Path(shown(qtbot, HandoutDialog).file.text()).parent == (named if there else tmp_path)


def test_the_folder_is_remembered(qtbot: QtBot, window_with_cards: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "prints").mkdir()
    press(handout(qtbot, window_with_cards, tmp_path / "prints" / "x.pdf"), "Create PDF")
    press(shown(qtbot, QMessageBox, "written"), "Close")
    window_with_cards.actions_of_window["file.handout"].trigger()
    assert Path(shown(qtbot, HandoutDialog).file.text()).parent == tmp_path / "prints"


def test_progress_names_the_file_as_it_is_called(
    qtbot: QtBot, window_with_cards: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    write = handout_module.write_handout

    def slowly(*args: object, **more: object) -> object:
        go_on.wait(20)
        return write(*args, **more)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(handout_module, "write_handout", slowly)
    press(handout(qtbot, window_with_cards, tmp_path / "<b>bold<b>.pdf"), "Create PDF")
    progress = shown(qtbot, QProgressDialog, "progress")
    said = next(one for one in progress.findChildren(QLabel) if one.text())
    assert said.text() == "Writing <b>bold<b>.pdf…"
    assert said.textFormat() == Qt.TextFormat.PlainText
    go_on.set()
    press(shown(qtbot, QMessageBox, "written"), "Close")
