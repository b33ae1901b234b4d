"""Pictures get onto the map: by the menu, by drops, by the clipboard; bad ones are named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QTextEdit
from pytestqt.qtbot import QtBot

from cjeditor.canvas.pictures_in import Target
from cjeditor.model.cards import Note
from cjeditor.model.edits.lanes import delete_lanes
from cjeditor.model.lookup import map_of
from cjeditor.model.pictures import size_of
from cjeditor.model.project import Project
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import MAP, small_project
from tests.interchange import painting
from tests.window.asking import ask
from tests.window.dialogues import any_shown, shown


@pytest.fixture
def small(qtbot: QtBot, program: Program) -> MainWindow:
    """Return an active window with the small project."""
    made = program.open_window(small_project())
    made.resize(1366, 768)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def pictures_on(window: MainWindow) -> list[Note]:
    notes = map_of(window.room.document.project, MAP).notes
    return [note for note in notes if note.picture is not None]


def test_files_chosen_by_the_menu_become_one_step(qtbot: QtBot, small: MainWindow, tmp_path: Path) -> None:
    for name in ("one.jpg", "two.jpg"):
        (tmp_path / name).write_bytes(painting.jpeg(600, 400 if name == "one.jpg" else 500))
    small.room.canvas.desk.focus_on(small.room.canvas.desk.spot_of("nt_a"))
    ask(small, "card.picture")
    dialog = shown(qtbot, QFileDialog, "choose_picture")
    dialog.filesSelected.emit([str(tmp_path / "one.jpg"), str(tmp_path / "two.jpg")])
    dialog.reject()
    qtbot.waitUntil(lambda: len(pictures_on(small)) == 2)
    assert {(note.step, note.lane) for note in pictures_on(small)} == {("st_a", "ln_b")}
    assert small.room.document.undo_stack.count() == 1
    assert {size_of(asset) for asset in small.room.document.project.assets} == {(600, 400), (600, 500)}
    ask(small, "edit.undo")
    assert small.room.document.project == small_project()


def test_good_pictures_are_taken_and_bad_ones_named(qtbot: QtBot, small: MainWindow, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.jpg", tmp_path / "<b>bad<b>.png"
    good.write_bytes(painting.jpeg())
    bad.write_bytes(b"Dear diary")
    small.room.canvas.pictures_in.wanted.emit([good, bad], Target("st_b", "ln_b"))
    box = shown(qtbot, QMessageBox, "pictures_refused")
    assert box.text() == "This picture was not added."
    assert box.informativeText().startswith("<b>bad<b>.png: This is not a picture")
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert len(pictures_on(small)) == 1
    box.close()


def test_a_pasted_image_becomes_a_card(qtbot: QtBot, small: MainWindow) -> None:
    image = QImage(50, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("navy"))
    QGuiApplication.clipboard().setImage(image)
    small.room.canvas.desk.focus_on(small.room.canvas.desk.spot_of("nt_c"))
    small.actions_of_window.refresh_pending()
    ask(small, "edit.paste")
    qtbot.waitUntil(lambda: len(pictures_on(small)) == 1)
    assert size_of(small.room.document.project.assets[0]) == (50, 40)
    ask(small, "edit.undo")
    assert small.room.document.project == small_project()
    ask(small, "edit.redo")
    assert len(pictures_on(small)) == len(small.room.document.project.assets) == 1


def test_an_image_pasted_at_a_touchpoint_goes_to_a_lane_for_it_and_says_so(qtbot: QtBot, small: MainWindow) -> None:
    image = QImage(50, 40, QImage.Format.Format_RGB32)
    QGuiApplication.clipboard().setImage(image)
    small.room.canvas.desk.focus_on(small.room.canvas.desk.spot_of("tp_a"))
    small.actions_of_window.refresh_pending()
    ask(small, "edit.paste")
    qtbot.waitUntil(lambda: len(pictures_on(small)) == 1)
    (made,) = pictures_on(small)
    lane = next(one for one in small.room.document.project.maps[0].lanes if one.id == made.lane)
    assert lane.name in small.statusBar().currentMessage()


def test_a_pasted_image_of_forty_megapixels_is_scaled_down(qtbot: QtBot, small: MainWindow) -> None:
    noise = os.urandom(8_000 * 5_000 * 3)
    image = QImage(noise, 8_000, 5_000, 24_000, QImage.Format.Format_RGB888)
    QGuiApplication.clipboard().setImage(image)
    small.room.canvas.desk.focus_on(small.room.canvas.desk.spot_of("nt_c"))
    small.actions_of_window.refresh_pending()
    ask(small, "edit.paste")
    assert pictures_on(small) == []  # the key has been answered already
    qtbot.waitUntil(lambda: len(pictures_on(small)) == 1, timeout=60_000)
    assert size_of(small.room.document.project.assets[0]) == (1_600, 1_000)


def test_a_picture_dropped_beside_the_map_goes_to_the_focus(qtbot: QtBot, small: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(painting.png())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    small.room.canvas.desk.focus_on(small.room.canvas.desk.spot_of("nt_c"))
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(small, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    event = QDropEvent(QPointF(5, 5), copy, data, left, none)
    QApplication.sendEvent(small, event)
    qtbot.waitUntil(lambda: len(pictures_on(small)) == 1)
    assert pictures_on(small)[0].lane == "ln_d"


def test_pictures_dropped_together_beside_the_map_are_one_step(qtbot: QtBot, small: MainWindow, tmp_path: Path) -> None:
    for at, name in enumerate(("a.png", "b.png", "c.png")):
        (tmp_path / name).write_bytes(painting.png(40 + at, 30))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.png", "b.png", "c.png")])
    small.room.canvas.desk.focus_on(small.room.canvas.desk.spot_of("nt_c"))
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(small, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    event = QDropEvent(QPointF(5, 5), copy, data, left, none)
    QApplication.sendEvent(small, event)
    qtbot.waitUntil(lambda: len(pictures_on(small)) == 3)
    assert small.room.document.undo_stack.count() == 1
    cell = sorted(pictures_on(small), key=lambda note: note.rank)
    assets = {asset.sha256: asset for asset in small.room.document.project.assets}
    assert [size_of(assets[note.picture or ""]) for note in cell] == [(40, 30), (41, 30), (42, 30)]
    ask(small, "edit.undo")
    assert small.room.document.project == small_project()


def test_a_map_without_lanes_for_notes_says_so(small: MainWindow) -> None:
    def bare(project: Project) -> Project:
        for lane in ("ln_b", "ln_d", "ln_f"):
            project = delete_lanes(project, MAP, [lane])
        return project

    small.room.document.apply("Delete lanes", bare)
    ask(small, "card.picture")
    assert small.statusBar().currentMessage().startswith("This map has no lane for pictures yet.")
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()]


def test_what_comes_after_another_map_is_shown_is_not_put_there(
    qtbot: QtBot, small: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "a.jpg").write_bytes(painting.jpeg(3_000, 2_000))
    small.room.canvas.pictures_in.wanted.emit([tmp_path / "a.jpg"], Target("st_b", "ln_b"))
    small.room.canvas.show_map("map_2")
    qtbot.waitUntil(lambda: small.statusBar().currentMessage() == "")
    assert small.room.document.project == small_project()


def test_all_refused_pictures_are_named_each_in_a_paragraph(qtbot: QtBot, small: MainWindow, tmp_path: Path) -> None:
    for count in (2, 8):
        paths = [tmp_path / f"{number}.png" for number in range(count)]
        for path in paths:
            path.write_bytes(b"Dear diary")
        small.room.canvas.pictures_in.wanted.emit(list(paths), Target("st_b", "ln_b"))
        box = shown(qtbot, QMessageBox, "pictures_refused")
        if count > 2:
            assert box.findChild(QTextEdit).isVisible(), "a list that scrolls"
        said = box.informativeText() if count == 2 else box.detailedText()
        assert [part.split(":")[0] for part in said.split("\n\n")] == [path.name for path in paths]
        box.close()
        qtbot.waitUntil(lambda: not any_shown())
