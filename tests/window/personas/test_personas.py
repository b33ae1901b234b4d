"""The editor of personas and the card over the map, with real keys and clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.layout.theme import DARK
from cjeditor.model.edits import maps
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Persona, Project
from cjeditor.model.table import find
from cjeditor.window.main_window import MainWindow
from cjeditor.window.personas.card import PersonaCard
from cjeditor.window.personas.dialog import PersonaDialog
from cjeditor.window.personas.fields import ChannelsField, TypeField
from cjeditor.window.personas.usage import usage_of
from cjeditor.window.program import Program
from cjeditor.window.properties.persona_field import PersonaField
from cjeditor.window.properties.picture_field import PictureField
from tests.builders import MAP, small_project
from tests.interchange import painting
from tests.pictures import illustrated, sign
from tests.window.asking import ask
from tests.window.dialogues import choose_file, press, shown

LONG = "Donaudampfschifffahrt" * 950


@pytest.fixture
def small(qtbot: QtBot, program: Program) -> MainWindow:
    """Return an active window with the small project."""
    made = program.open_window(small_project())
    made.resize(1366, 768)
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def editor(qtbot: QtBot, small: MainWindow) -> PersonaDialog:
    """Return the open editor."""
    ask(small, "map.personas")
    made = shown(qtbot, PersonaDialog)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def persona(window: MainWindow, persona_id: str) -> Persona:
    found = find(window.room.document.project.personas, persona_id)
    assert found is not None
    return found


def type_into(editor: PersonaDialog, key: str, text: str) -> None:
    field = editor.form.field(key)
    field.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused, text)


def names(editor: PersonaDialog) -> list[str]:
    return [editor.list.item(row).text() for row in range(editor.list.count())]


def card_of(window: MainWindow) -> PersonaCard:
    (found,) = window.findChildren(PersonaCard)
    return found


def test_the_lead_persona_is_chosen_when_the_editor_opens(editor: PersonaDialog) -> None:
    assert names(editor) == ["Jo", "Mia (lead persona)"]
    assert editor.form.persona_id == "ps_a"
    assert editor.form.lead.isChecked()


def test_what_is_typed_is_in_the_project_at_once_one_step_a_session(small: MainWindow, editor: PersonaDialog) -> None:
    type_into(editor, "goals", "A house, and <b>sleep</b>")
    assert persona(small, "ps_a").goals == "A house, and <b>sleep</b>"
    type_into(editor, "needs", "Honesty")
    type_into(editor, "goals", "Peace")
    assert small.room.document.undo_stack.count() == 3
    editor.close()
    assert (persona(small, "ps_a").goals, persona(small, "ps_a").needs) == ("Peace", "Honesty")
    ask(small, "edit.undo")
    assert persona(small, "ps_a").goals == "A house, and <b>sleep</b>"


def test_undo_has_its_keys_in_the_editor(small: MainWindow, editor: PersonaDialog) -> None:
    type_into(editor, "quote", "Never again")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert persona(small, "ps_a").quote == ""
    QTest.keyClick(focused, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert persona(small, "ps_a").quote == "Never again"


def test_a_new_name_shows_in_the_list_and_on_the_map(small: MainWindow, editor: PersonaDialog) -> None:
    type_into(editor, "name", "Familie Brandt")
    assert names(editor) == ["Familie Brandt (lead persona)", "Jo"]
    shown_persona = small.room.canvas.corner.persona
    assert shown_persona is not None
    assert shown_persona.name == "Familie Brandt"


def test_the_type_is_chosen_or_written(small: MainWindow, editor: PersonaDialog) -> None:
    field = editor.form.field("type")
    assert isinstance(field, TypeField)
    offered = [field.box.itemText(at) for at in range(field.box.count())]
    assert offered == ["Impulse buyer", "Purposeful buyer", "Luxury buyer"]
    field.box.setFocus()
    field.box.setCurrentIndex(1)
    field.box.activated.emit(1)
    assert persona(small, "ps_a").type == "Purposeful buyer"
    type_into(editor, "type", "Night owl")
    assert persona(small, "ps_a").type == "Night owl"


def test_channels_are_ticked(small: MainWindow, editor: PersonaDialog) -> None:
    field = editor.form.field("preferred_channels")
    assert isinstance(field, ChannelsField)
    before = persona(small, "ps_a").preferred_channels
    assert field.value() == before
    item = field.list.item(0)
    key = item.data(Qt.ItemDataRole.UserRole)
    assert (item.checkState() == Qt.CheckState.Checked) is (key in before)
    field.list.setCurrentItem(item)
    field.list.setFocus()
    QTest.keyClick(field.list, Qt.Key.Key_Space)
    assert (key in persona(small, "ps_a").preferred_channels) is (key not in before)
    QTest.keyClick(field.list, Qt.Key.Key_Space)
    assert set(persona(small, "ps_a").preferred_channels) == set(before)
    assert small.room.document.undo_stack.count() == 2


def test_a_portrait_is_chosen_pasted_and_removed(
    qtbot: QtBot, small: MainWindow, editor: PersonaDialog, tmp_path: Path
) -> None:
    path = tmp_path / "face.jpg"
    path.write_bytes(painting.from_a_camera(2_000, 1_500))
    field = editor.form.field("portrait")
    assert isinstance(field, PictureField)
    assert not field.remove_button.isEnabled()
    field.choose_button.click()
    choose_file(qtbot, path, "choose_picture")
    qtbot.waitUntil(lambda: persona(small, "ps_a").portrait is not None)
    first = persona(small, "ps_a").portrait
    assert first == small.room.document.project.assets[0].sha256
    image = QImage(30, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("navy"))
    assert not field.paste_button.isEnabled()
    QGuiApplication.clipboard().setImage(image)
    assert field.paste_button.isEnabled()
    field.paste_button.click()
    qtbot.waitUntil(lambda: persona(small, "ps_a").portrait != first)
    field.remove_button.click()
    assert persona(small, "ps_a").portrait is None
    assert small.room.document.undo_stack.count() == 3
    small.room.document.undo_stack.undo()
    small.room.document.undo_stack.undo()
    assert persona(small, "ps_a").portrait == first


def test_a_portrait_that_is_none_is_said_and_changes_nothing(
    qtbot: QtBot, small: MainWindow, editor: PersonaDialog, tmp_path: Path
) -> None:
    path = tmp_path / "face.png"
    path.write_bytes(painting.bomb())
    field = editor.form.field("portrait")
    assert isinstance(field, PictureField)
    field.choose_button.click()
    choose_file(qtbot, path, "choose_picture")
    qtbot.waitUntil(lambda: field.problem().startswith("The picture has more than 80 megapixels."))
    assert persona(small, "ps_a").portrait is None


def test_a_portrait_that_comes_too_late_is_not_given_to_somebody_else(
    qtbot: QtBot, small: MainWindow, editor: PersonaDialog, tmp_path: Path
) -> None:
    path = tmp_path / "face.jpg"
    path.write_bytes(painting.jpeg(4_000, 3_000))
    field = editor.form.field("portrait")
    assert isinstance(field, PictureField)
    field.choose_button.click()
    choose_file(qtbot, path, "choose_picture")
    editor.show_persona("ps_b")
    qtbot.wait(300)
    assert {one.portrait for one in small.room.document.project.personas} == {None}


def test_personas_are_added_duplicated_and_deleted(qtbot: QtBot, small: MainWindow, editor: PersonaDialog) -> None:
    press(editor, "Add")
    assert "New persona" in names(editor)
    assert editor.form.field("name").isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]  # there is one
    focused = QApplication.focusWidget()
    QTest.keyClicks(focused, "Ada")  # type: ignore[arg-type]  # the whole name is marked
    assert "Ada" in names(editor)
    press(editor, "Delete…")  # nobody names her: no question
    assert "Ada" not in names(editor)
    editor.show_persona("ps_a")
    press(editor, "Duplicate")
    assert "Mia (copy)" in names(editor)
    editor.show_persona("ps_a")
    press(editor, "Delete…")
    box = shown(qtbot, QMessageBox, "delete_persona")
    assert box.informativeText() == usage_of(small.room.document.project, "ps_a", texts.of("en"))
    assert "It is the lead persona of" in box.informativeText()
    press(box, "Delete")
    assert all(one.id != "ps_a" for one in small.room.document.project.personas)
    assert map_of(small.room.document.project, MAP).lead_persona is None
    small.room.document.undo_stack.undo()
    assert map_of(small.room.document.project, MAP).lead_persona == "ps_a"


def test_the_lead_persona_of_the_map_is_chosen_here(small: MainWindow, editor: PersonaDialog) -> None:
    editor.show_persona("ps_b")
    assert not editor.form.lead.isChecked()
    editor.form.lead.click()
    assert map_of(small.room.document.project, MAP).lead_persona == "ps_b"
    assert names(editor) == ["Jo (lead persona)", "Mia"]
    editor.form.lead.click()
    assert map_of(small.room.document.project, MAP).lead_persona is None


def test_the_usage_counts_maps_and_cards() -> None:
    said = usage_of(small_project(), "ps_b", texts.of("en"))
    assert said == "It is laid over 1 map. 1 card names it."
    unused = maps.add_persona(small_project(), persona_id="ps_x", name="X")
    assert usage_of(unused, "ps_x", texts.of("en")) == ""


def test_a_map_without_personas_gets_its_first_one_by_the_corner(qtbot: QtBot, small: MainWindow) -> None:
    def nobody(project: Project) -> Project:
        for one in project.personas:
            project = maps.delete_persona(project, one.id)
        return project

    small.room.document.apply("Delete", nobody)
    corner = small.room.canvas.corner
    assert corner.accessibleName() == "Add persona…"
    QTest.mouseClick(corner, Qt.MouseButton.LeftButton, pos=QPoint(40, 30))
    editor = shown(qtbot, PersonaDialog)
    (new,) = small.room.document.project.personas
    assert map_of(small.room.document.project, MAP).lead_persona == new.id
    editor.close()


def test_the_card_shows_who_it_is_and_goes_by_esc_and_elsewhere(qtbot: QtBot, small: MainWindow) -> None:
    def filled(project: Project) -> Project:
        return maps.set_persona(project, "ps_a", quote="<b>Sleep</b> & peace", goals="A house", type="Buyer")

    small.room.document.apply("Fill", filled)
    QTest.mouseClick(small.room.canvas.corner, Qt.MouseButton.LeftButton, pos=QPoint(40, 30))
    card = card_of(small)
    assert card.isVisible()
    said = card.text.toPlainText()
    assert "<b>Sleep</b> & peace" in said  # as typed, not as markup
    assert "Goals\nA house" in said
    assert "Frustrations" not in said  # what is empty is left out
    assert card.edit_button.hasFocus()
    QTest.keyClick(card.edit_button, Qt.Key.Key_Escape)
    assert not card.isVisible()
    ask(small, "map.persona")
    assert card.isVisible()
    small.room.canvas.setFocus()
    qtbot.waitUntil(lambda: not card.isVisible())
    ask(small, "map.persona")
    card.edit_button.click()
    editor = shown(qtbot, PersonaDialog)
    assert not card.isVisible()
    editor.close()


def test_a_double_click_on_the_corner_opens_the_editor(qtbot: QtBot, small: MainWindow) -> None:
    corner = small.room.canvas.corner
    QTest.mouseClick(corner, Qt.MouseButton.LeftButton, pos=QPoint(40, 30))
    QTest.mouseDClick(corner, Qt.MouseButton.LeftButton, pos=QPoint(40, 30))
    shown(qtbot, PersonaDialog).close()


def test_endless_texts_break_no_layout(qtbot: QtBot, small: MainWindow) -> None:
    def filled(project: Project) -> Project:
        texts_of = dict.fromkeys(("name", "type", "quote", "demographics", "goals", "needs", "frustrations"), LONG)
        return maps.set_persona(project, "ps_a", **texts_of)

    size = small.size()
    small.room.document.apply("Fill", filled)
    ask(small, "map.persona")
    card = card_of(small)
    assert small.room.canvas.rect().contains(card.geometry())
    assert card.edit_button.isVisible()
    card.hide()
    ask(small, "map.personas")
    editor = shown(qtbot, PersonaDialog)
    assert editor.width() <= 900
    assert editor.height() <= 768
    assert small.size() == size
    editor.close()


def test_the_portrait_is_shown_in_the_corner(qtbot: QtBot, program: Program) -> None:
    window = program.open_window(illustrated(portrait=sign()))
    corner = window.room.canvas.corner
    middle = QPoint(32, 8 + corner.height() // 2 - 6)

    def is_green() -> bool:
        colour = corner.grab().toImage().pixelColor(middle)
        return colour.green() > colour.red() + 40

    qtbot.waitUntil(is_green)


def test_opening_the_editor_without_personas_changes_nothing(qtbot: QtBot, small: MainWindow) -> None:
    bare = small_project()
    for one in bare.personas:
        bare = maps.delete_persona(bare, one.id)
    small.room.show_project(bare, None, None)
    ask(small, "map.personas")
    editor = shown(qtbot, PersonaDialog)
    assert small.room.document.project == bare
    assert small.room.document.undo_stack.count() == 0
    assert editor.list.count() == 0
    said = editor.findChild(QLabel, "invitation")
    assert said.isVisible()
    assert "no persona yet" in said.text()
    assert not editor.form.isVisible()
    qtbot.waitUntil(editor.isActiveWindow)
    assert editor.focusWidget().objectName() == "add"
    press(editor, "Add")
    assert editor.form.isVisible()
    assert not said.isVisible()
    assert len(small.room.document.project.personas) == 1


def test_channels_have_the_check_boxes_that_are_everywhere(
    qtbot: QtBot, small: MainWindow, editor: PersonaDialog
) -> None:
    ask(small, "theme.dark")
    field = editor.form.field("preferred_channels")
    assert isinstance(field, ChannelsField)
    view = field.list
    view.scrollToTop()
    row = view.visualItemRect(view.item(0))
    view.item(0).setCheckState(Qt.CheckState.Unchecked)
    picture = view.grab().toImage()
    scale = picture.devicePixelRatio()
    seen = set()
    for x in range(row.left(), row.left() + 30):
        seen.add(picture.pixelColor(round((x + 1) * scale), round((row.center().y() + 1) * scale)).name())
    assert DARK.colour("rule.strong").lower() in seen


def test_a_long_name_without_spaces_is_not_cut_on_the_card(qtbot: QtBot, small: MainWindow) -> None:
    name = "Donaudampfschifffahrt" * 4
    small.room.document.apply("Rename", lambda project: maps.set_persona(project, "ps_a", name=name))
    ask(small, "map.persona")
    card = card_of(small)
    shown_name = card.findChild(QLabel, "name")
    assert shown_name.accessibleName() == name
    assert shown_name.text().replace("\u200b", "") == name
    needed = shown_name.fontMetrics().horizontalAdvance(name) / shown_name.width()
    assert needed > 1
    assert shown_name.height() >= int(needed + 1) * shown_name.fontMetrics().lineSpacing()


def test_the_properties_of_the_map_lead_to_the_personas(qtbot: QtBot, small: MainWindow) -> None:
    small.room.canvas.selection.clear()
    field = small.room.contents.properties.field("lead_persona")
    assert isinstance(field, PersonaField)
    field.button.setFocus()
    assert field.button.text() == "Personas…"
    field.button.click()
    shown(qtbot, PersonaDialog).reject()
