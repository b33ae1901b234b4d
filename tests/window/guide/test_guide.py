"""The guide in a window: it follows the map, is ticked off and answered, by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.selection import Spot
from cjeditor.catalogue import guidance
from cjeditor.model.cards import Note
from cjeditor.model.edits.lanes import delete_lanes
from cjeditor.model.edits.phases import delete_phases, set_phase
from cjeditor.model.fields import TEXT_LIMIT
from cjeditor.model.lookup import map_of
from cjeditor.window.guide.question_row import TickBox
from tests.window.guide.hands import Reader

ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def notes(reader: Reader) -> list[Note]:
    return sorted(reader.map.notes, key=lambda one: one.number)


def test_it_comes_by_key_beside_the_properties_and_goes_home_with_esc(nine: Reader) -> None:
    assert nine.guide.isVisible()
    assert not nine.room.contents.properties.isVisible()
    assert nine.window.tabifiedDockWidgets(nine.window.panes["properties"]) == [nine.window.panes["guide"]]
    nine.press(Qt.Key.Key_Escape)
    assert nine.canvas.isAncestorOf(QApplication.focusWidget())
    nine.press(Qt.Key.Key_F6)
    while not nine.window.panes["guide"].has_focus():
        assert QApplication.focusWidget() is not None
        nine.press(Qt.Key.Key_F6)
    nine.press(Qt.Key.Key_F7)
    assert not nine.guide.isVisible()


@pytest.mark.parametrize("name", ["x" * 20_000, "word " * 4_000], ids=["one word", "words"])
def test_an_endless_name_of_a_phase_takes_a_few_lines(nine: Reader, name: str) -> None:
    phase = nine.phases[0]
    nine.canvas.selection.choose("phases", [phase.id])
    nine.settle()
    title = nine.guide.head.title
    short = title.height()
    assert not title.toolTip()
    nine.document.apply("Rename", lambda project: set_phase(project, nine.map.id, phase.id, name=name))
    nine.settle()
    assert name.strip() in nine.title
    assert short < title.height() < 3 * short
    assert title.toolTip().startswith(name[:100])
    assert len(title.toolTip()) < 1_000


def test_it_follows_the_focus_of_the_map(nine: Reader) -> None:
    third = nine.phases[2]
    step = next(one for one in nine.map.steps if one.phase == third.id)
    nine.canvas.selection.choose("steps", [step.id])
    nine.settle()
    assert nine.title == f"3  {third.name}"
    asked = [row.asked.text for row in nine.guide.pages.questions.rows]
    assert asked == [one.text.en for one in guidance.guidance(3).questions]


def test_its_buttons_move_it_and_the_map(nine: Reader) -> None:
    assert not nine.guide.head.former.isEnabled()
    nine.click(nine.guide.head.next)
    nine.click(nine.guide.head.next)
    assert nine.title.startswith("3 ")
    focus = nine.canvas.selection.focus
    assert focus is not None
    assert next(one.phase for one in nine.map.steps if one.id == focus.step) == nine.phases[2].id
    nine.row(0).take_focus()
    nine.press(Qt.Key.Key_Left, ALT)
    assert nine.title.startswith("2 ")
    assert nine.window.panes["guide"].has_focus()
    for _ in range(12):
        nine.press(Qt.Key.Key_Right, ALT)
    assert nine.title.startswith("9 ")
    assert not nine.guide.head.next.isEnabled()


def test_pinned_it_stays_and_its_buttons_take_the_pin_along(nine: Reader) -> None:
    nine.click(nine.guide.head.pin)
    nine.canvas.selection.choose("phases", [nine.phases[4].id])
    nine.settle()
    assert nine.title.startswith("1 ")
    nine.click(nine.guide.head.next)
    assert nine.title.startswith("2 ")
    nine.canvas.selection.choose("phases", [nine.phases[4].id])
    nine.settle()
    assert nine.title.startswith("2 ")
    nine.click(nine.guide.head.pin)
    assert nine.title.startswith("5 ")


def test_the_pin_falls_with_its_phase(nine: Reader) -> None:
    nine.click(nine.guide.head.next)
    nine.click(nine.guide.head.pin)
    gone = nine.phases[1].id
    nine.document.apply("x", lambda project: delete_phases(project, nine.canvas.map_id, [gone]))
    nine.settle()
    assert not nine.guide.head.pin.isChecked()


def test_a_question_is_ticked_off_by_mouse_and_by_key_and_counted(nine: Reader) -> None:
    heading = nine.guide.pages.sections["questions"].heading
    total = len(nine.guide.pages.questions.rows)
    nine.click(nine.row(1).tick, nine.row(1).tick.rect().center())
    assert nine.phases[0].ticked == (nine.row(1).asked.key,)
    assert heading.count.text == f"1 of {total}"
    nine.click(nine.row(0).text)
    assert len(nine.phases[0].ticked) == 2
    nine.row(2).take_focus()
    nine.press(Qt.Key.Key_Space)
    assert heading.count.text == f"3 of {total}"
    assert nine.document.undo_stack.count() == 3
    nine.undo()
    assert not nine.row(2).tick.isChecked()
    assert heading.count.done == 2


def test_an_answer_becomes_a_note_and_one_undo_takes_note_and_tick_back(nine: Reader) -> None:
    nine.row(0).take_focus()
    nine.press(Qt.Key.Key_Return)
    assert nine.field(0).hasFocus()
    nine.write("Ein Kind")
    nine.press(Qt.Key.Key_Return, SHIFT)
    nine.write("kommt")
    assert nine.map.notes == ()
    nine.press(Qt.Key.Key_Return)
    (note,) = nine.map.notes
    key = nine.row(0).asked.key
    assert (note.text, note.question, note.kind) == ("Ein Kind\nkommt", key, "insight")
    assert nine.phases[0].ticked == (key,)
    assert not nine.field(0).isVisible()
    assert nine.row(0).answer_button.hasFocus()
    assert nine.row(0).lines[0].isVisible()
    nine.press(Qt.Key.Key_Z, CTRL)
    assert nine.map.notes == ()
    assert nine.phases[0].ticked == ()
    assert not nine.row(0).tick.isChecked()
    assert not nine.row(0).lines[0].isVisible()


def test_several_answers_stand_below_their_question_and_lead_to_their_cards(nine: Reader) -> None:
    for text in ("One", "Two"):
        nine.click(nine.row(0).answer_button)
        nine.write(text)
        nine.press(Qt.Key.Key_Return)
    first, second = nine.row(0).lines
    assert [first.accessibleName(), second.accessibleName()] == ["Go to card 1", "Go to card 2"]
    assert second.accessibleDescription() == "Two"
    nine.click(second)
    focus = nine.canvas.selection.focus
    assert focus is not None
    assert focus.card == notes(nine)[1].id
    assert nine.canvas.isAncestorOf(QApplication.focusWidget())


def test_an_answer_goes_into_the_focused_lane_of_the_phase(nine: Reader) -> None:
    pains = next(lane for lane in nine.map.lanes if lane.note_kind == "pain_point")
    nine.canvas.selection.choose("lanes", [pains.id])
    step = next(one for one in nine.map.steps if one.phase == nine.phases[3].id)
    nine.canvas.desk.focus_on(Spot(step.id, pains.id))
    nine.settle()
    nine.click(nine.row(0).answer_button)
    nine.write("Ja")
    nine.press(Qt.Key.Key_Return)
    (note,) = nine.map.notes
    assert (note.step, note.lane) == (step.id, pains.id)


def test_without_a_lane_for_notes_the_answer_brings_one_in_the_same_step(nine: Reader) -> None:
    lanes = [lane.id for lane in nine.map.lanes if lane.kind == "notes"]
    nine.document.apply("x", lambda project: delete_lanes(project, nine.canvas.map_id, lanes))
    nine.settle()
    before = len(nine.map.lanes)
    nine.click(nine.row(0).answer_button)
    nine.write("Ja")
    nine.press(Qt.Key.Key_Return)
    assert len(nine.map.lanes) == before + 1
    nine.undo()
    assert len(nine.map.lanes) == before


def test_what_is_typed_and_not_kept_survives_other_phases(nine: Reader) -> None:
    nine.click(nine.row(1).answer_button)
    nine.write("half an ans")
    nine.press(Qt.Key.Key_Right, ALT)
    assert nine.row(1).edit is None or not nine.field(1).isVisible()
    assert nine.document.undo_stack.count() == 0
    nine.press(Qt.Key.Key_Left, ALT)
    assert nine.field(1).isVisible()
    assert nine.field(1).text() == "half an ans"
    nine.field(1).setFocus()
    nine.press(Qt.Key.Key_Return)
    assert notes(nine)[0].text == "half an ans"


def test_esc_leaves_the_field_and_keeps_what_is_in_it_to_be_seen(nine: Reader) -> None:
    nine.click(nine.row(0).answer_button)
    nine.press(Qt.Key.Key_Escape)
    assert not nine.field(0).isVisible()
    nine.click(nine.row(0).answer_button)
    nine.write("not yet")
    nine.press(Qt.Key.Key_Escape)
    assert nine.field(0).isVisible()
    assert nine.row(0).answer_button.hasFocus()
    nine.press(Qt.Key.Key_Escape)
    assert nine.canvas.isAncestorOf(QApplication.focusWidget())


def test_tab_leads_from_the_question_through_its_field(nine: Reader) -> None:
    nine.click(nine.row(1).answer_button)
    nine.row(1).take_focus()
    nine.press(Qt.Key.Key_Tab)
    assert nine.field(1).hasFocus()
    nine.press(Qt.Key.Key_Tab)
    assert nine.row(1).answer_button.hasFocus()


def test_undo_in_the_field_is_its_own(nine: Reader) -> None:
    nine.row(0).tick.click()
    nine.settle()
    nine.click(nine.row(0).answer_button)
    nine.write("wrong")
    nine.press(Qt.Key.Key_Z, CTRL)
    assert nine.field(0).text() == ""
    assert nine.phases[0].ticked != ()


def test_del_in_the_guide_deletes_no_card(nine: Reader) -> None:
    nine.click(nine.row(0).answer_button)
    nine.write("Keep me")
    nine.press(Qt.Key.Key_Return)
    nine.canvas.cards.go_to(1)
    nine.settle()
    nine.row(0).take_focus()
    nine.press(Qt.Key.Key_Delete)
    assert len(nine.map.notes) == 1


def test_a_refused_answer_stays_in_its_field_and_says_why(nine: Reader) -> None:
    nine.click(nine.row(0).answer_button)
    nine.field(0).insertPlainText("a\x01b")
    nine.press(Qt.Key.Key_Return)
    assert nine.map.notes == ()
    assert nine.field(0).isVisible()
    problem = nine.row(0)._problem
    assert problem.isVisible()
    assert problem.text()


def test_what_is_told_about_an_answer_is_in_view(nine: Reader) -> None:
    pages = nine.guide.pages
    last = len(pages.questions.rows) - 1
    nine.click(nine.row(last).answer_button)
    nine.field(last).insertPlainText("a\x01b\n" * 9)
    nine.settle()
    nine.press(Qt.Key.Key_Return)
    problem = nine.row(last)._problem
    place = QRect(problem.mapTo(pages.viewport(), QPoint()), problem.size())
    assert problem.isVisible()
    assert pages.viewport().rect().contains(place)


def test_a_paste_is_taken_wholly_or_refused_aloud(nine: Reader) -> None:
    nine.click(nine.row(0).answer_button)
    field = nine.field(0)
    data = QMimeData()
    data.setText("word " * 10_000)
    field.insertFromMimeData(data)
    assert field.text() == data.text()
    nine.settle()
    data.setText("x" * 50_001)
    field.insertFromMimeData(data)
    nine.settle()
    assert len(field.text()) == 50_000
    assert "100,000" in nine.row(0)._problem.text()
    field.selectAll()
    data.setText("x" * TEXT_LIMIT)
    field.insertFromMimeData(data)
    assert len(field.text()) == TEXT_LIMIT
    assert not nine.row(0)._problem.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_buttons_of_a_question_are_pressed_by_key(nine: Reader, key: Qt.Key) -> None:
    nine.row(0).answer_button.setFocus()
    nine.press(key)
    nine.write("Heard it")
    assert nine.field(0).text() == "Heard it"
    nine.row(0).note_button.setFocus()
    nine.press(key)
    assert [one.kind for one in notes(nine)] == ["question"]
    nine.guide.head.next.setFocus()
    nine.press(key)
    assert nine.title.startswith("2 ")


def test_a_phase_of_ones_own_says_so_and_borrows_guidance(small: Reader) -> None:
    source = small.guide.pages.source
    assert source.notice.isVisible()
    assert "of your own making" in source.notice.text()
    assert not small.guide.pages.sections["questions"].isVisible()
    row = source.choice.findText("Use")
    source.choice.setFocus()
    source.choice.showPopup()
    source.choice.view().setCurrentIndex(source.choice.model().index(row, 0))
    QTest.keyClick(source.choice.view(), Qt.Key.Key_Return)
    small.settle()
    phase = small.phases[0]
    assert (phase.framework, phase.framework_phase) == ("nine-phases", "use")
    assert small.document.undo_stack.count() == 1
    assert not source.notice.isVisible()
    assert len(small.guide.pages.questions.rows) == len(guidance.guidance(7).questions)
    small.undo()
    assert source.notice.isVisible()
    assert source.choice.currentIndex() == 0


def test_keys_of_the_catalogue_that_nobody_knows_are_a_phase_of_ones_own(small: Reader) -> None:
    small.document.apply(
        "x",
        lambda project: set_phase(
            project, small.canvas.map_id, "ph_a", framework="from-tomorrow", framework_phase="x", ticked=("gone",)
        ),
    )
    small.settle()
    assert small.guide.pages.source.notice.isVisible()


def test_a_map_without_phases_has_an_invitation(small: Reader) -> None:
    small.document.apply("x", lambda project: delete_phases(project, small.canvas.map_id, ["ph_a", "ph_b", "ph_c"]))
    small.settle()
    assert small.guide.pages.invitation.isVisible()
    assert small.title == "No phase yet"
    assert not small.guide.head.next.isEnabled()
    assert not small.guide.head.pin.isEnabled()
    small.guide.take_focus()
    small.undo()
    assert not small.guide.pages.invitation.isVisible()


def test_sections_fold_and_stay_folded(nine: Reader) -> None:
    about = nine.guide.pages.sections["about"]
    nine.click(about.heading)
    assert not about.content.isVisible()
    about.heading.setFocus()
    nine.press(Qt.Key.Key_Right)
    assert about.content.isVisible()
    nine.press(Qt.Key.Key_Left)
    nine.press(Qt.Key.Key_Left)
    assert not about.content.isVisible()
    nine.press(Qt.Key.Key_Right, ALT)
    assert nine.title.startswith("2 ")
    assert not about.content.isVisible()
    nine.press(Qt.Key.Key_Return)
    assert about.content.isVisible()


def test_hidden_it_does_nothing_and_shown_it_catches_up(nine: Reader) -> None:
    nine.window.actions_of_window["view.guide"].trigger()
    nine.settle()
    nine.canvas.selection.choose("phases", [nine.phases[5].id])
    nine.settle()
    assert nine.title.startswith("1 ")
    nine.window.actions_of_window["view.guide"].trigger()
    nine.settle()
    assert nine.title.startswith("6 ")


def test_another_map_has_its_own_drafts(small: Reader) -> None:
    other = map_of(small.document.project, "map_2")
    assert other.phases == ()
    small.canvas.show_map("map_2")
    small.settle()
    assert small.title == "No phase yet"
    small.canvas.show_map("map_1")
    small.settle()
    assert small.title == "1  Need"


def test_enter_on_a_tick_box_answers(nine: Reader) -> None:
    box = nine.row(3 if len(nine.guide.pages.questions.rows) > 3 else 2).tick
    assert isinstance(box, TickBox)
    box.setFocus()
    nine.press(Qt.Key.Key_Enter)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Answer"
