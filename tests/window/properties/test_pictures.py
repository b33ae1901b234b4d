"""The form of pictures: what a note that is a picture shows, and how it gets another one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cjeditor.model.cards import Note
from cjeditor.window.main_window import MainWindow
from cjeditor.window.properties.pane import Properties
from cjeditor.window.properties.picture_field import PictureField
from tests.interchange import painting
from tests.pictures import illustrated, photo, sign
from tests.window.asking import ask
from tests.window.dialogues import choose_file


@pytest.fixture
def pictured(small: MainWindow, choose: Callable[..., None]) -> PictureField:
    """Return the field of a note that is a picture."""
    small.room.show_project(illustrated(photo(), sign()), None, None)
    choose("cards", "nt_p0")
    field = small.room.contents.properties.field("picture")
    assert isinstance(field, PictureField)
    return field


def is_red(field: PictureField) -> bool:
    shown = field.preview.grab().toImage()
    colour = shown.pixelColor(shown.width() // 2 - 20, shown.height() // 2 - 20)
    return colour.red() > 180 and colour.green() < 80


def test_the_picture_is_shown(qtbot: QtBot, pictured: PictureField) -> None:
    assert pictured.value() == photo().sha256
    qtbot.waitUntil(lambda: is_red(pictured))


def test_another_one_is_chosen_and_taken_back(
    qtbot: QtBot, small: MainWindow, pictured: PictureField, note: Callable[[str], Note], tmp_path: Path
) -> None:
    path = tmp_path / "other.jpg"
    path.write_bytes(painting.jpeg(200, 100))
    pictured.choose_button.click()
    choose_file(qtbot, path, "choose_picture")
    qtbot.waitUntil(lambda: note("nt_p0").picture not in (None, photo().sha256))
    assert pictured.value() == note("nt_p0").picture
    assert small.room.document.undo_stack.count() == 1
    ask(small, "edit.undo")
    small.room.contents.properties.refresh()
    assert pictured.value() == photo().sha256


def test_a_removed_picture_leaves_the_card(
    small: MainWindow, pictured: PictureField, note: Callable[[str], Note]
) -> None:
    pictured.remove_button.click()
    assert note("nt_p0").picture is None
    assert note("nt_p0").kind == "image"
    small.room.contents.properties.refresh()
    assert not pictured.remove_button.isEnabled()


def test_a_text_is_not_taken_for_a_picture(
    qtbot: QtBot, pictured: PictureField, note: Callable[[str], Note], tmp_path: Path
) -> None:
    path = tmp_path / "notes.png"
    path.write_bytes(b"Dear diary")
    pictured.choose_button.click()
    choose_file(qtbot, path, "choose_picture")
    qtbot.waitUntil(lambda: pictured.problem().startswith("This is not a picture in a format"))
    assert note("nt_p0").picture == photo().sha256


def test_several_different_pictures_are_said_to_be_several(pictured: PictureField, choose: Callable[..., None]) -> None:
    choose("cards", "nt_p0", "nt_p1")
    assert pictured.preview.picture is None
    choose("cards", "nt_p1")
    assert pictured.preview.picture == sign().sha256


def test_the_caption_is_the_text(
    pane: Properties,
    pictured: PictureField,
    write: Callable[[str, str], QWidget],
    note: Callable[[str], Note],
) -> None:
    write("text", "Our kitchen")
    assert note("nt_p0").text == "Our kitchen"
    assert pane.field("text").name == "Caption"
