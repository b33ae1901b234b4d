from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QTextOption, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.model.cards import Touchpoint
from cjeditor.model.edits.lanes import set_lane
from cjeditor.model.fields import Span
from cjeditor.window.main_window import MainWindow
from cjeditor.window.properties.choice_fields import ChoiceField, SegmentField
from cjeditor.window.properties.new_name import NewNameDialog
from cjeditor.window.properties.number_fields import NumberField, SpanField
from cjeditor.window.properties.pane import Properties
from cjeditor.window.properties.ratings_field import RatingsField
from cjeditor.window.properties.records_field import RecordsField
from cjeditor.window.properties.text_fields import TextField
from tests.builders import MAP
from tests.window.dialogues import shown

Choose = Callable[..., None]
Write = Callable[[str, str], QWidget]


@pytest.mark.parametrize(
    "text",
    ["<b>bold</b> &amp; &x", "\U0001f600 é", "שלום עולם", "a\u00a0b", "two\nlines"],
    ids=["html", "emoji", "rtl", "no-break space", "lines"],
)
def test_text_is_kept_as_typed(
    small: MainWindow, pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint], text: str
) -> None:
    choose("cards", "tp_a")
    for key in ("title", "description", "owner", "evidence_source"):
        field = pane.field(key)
        assert isinstance(field, TextField)
        field.edit.insertPlainText(text)
        field.edit.selectAll()
        field.edit.insertPlainText(text)
        assert getattr(touchpoint("tp_a"), key) == text
        choose("cards", "tp_b")
        choose("cards", "tp_a")
        assert field.edit.text() == text


def test_an_endless_word_is_broken_wherever_a_line_is_full(
    pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint], qtbot: QtBot
) -> None:
    """Between words Qt would look for this one's end with each line, and each keystroke would take 0.2 s."""
    choose("cards", "tp_a")
    field = pane.field("title")
    assert isinstance(field, TextField)
    mode = QTextOption.WrapMode
    assert field.edit.wordWrapMode() == mode.WrapAtWordBoundaryOrAnywhere
    pasted = QMimeData()
    pasted.setText("x" * 19_000)
    field.edit.selectAll()
    field.edit.insertFromMimeData(pasted)
    qtbot.keyClicks(field.edit, "abc")
    assert touchpoint("tp_a").title == "x" * 19_000 + "abc"
    assert field.edit.wordWrapMode() == mode.WrapAnywhere
    choose("cards", "tp_b")
    assert field.edit.wordWrapMode() == mode.WrapAtWordBoundaryOrAnywhere


def test_the_kinds_of_evidence_are_marked_with_drawn_discs(pane: Properties, choose: Choose) -> None:
    """The text font has no such discs, and what stands in for them is too small."""
    choose("cards", "tp_a")
    field = pane.field("evidence")
    assert isinstance(field, ChoiceField)
    assert [field.box.itemText(at) for at in range(4)] == ["Assumption", "Anecdotal", "Qualitative", "Quantitative"]
    marks = [field.box.itemIcon(at).pixmap(16, 16).toImage() for at in range(4)]
    covered = [sum(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16)) for image in marks]
    assert covered == sorted(set(covered))
    assert covered[0] > 0


def test_a_list_is_as_wide_as_its_longest_entry(small: MainWindow, pane: Properties, choose: Choose) -> None:
    name = "What customers have seen and heard of us, wherever they have been and whoever told them"
    small.room.document.apply("", lambda project: set_lane(project, MAP, "ln_a", name=name))
    choose("cards", "tp_a")
    field = pane.field("lane")
    assert isinstance(field, ChoiceField)
    field.box.showPopup()
    assert field.box.view().viewport().width() >= field.box.fontMetrics().horizontalAdvance(name)
    assert field.box.view().window().width() <= small.screen().availableGeometry().width()
    assert name in [field.box.itemText(at) for at in range(field.box.count())]
    field.box.hidePopup()


@pytest.mark.parametrize(("typed", "amount"), [("2,5", 2.5), ("2.5", 2.5), (" 3 ", 3.0)])
def test_waits_take_comma_and_point(
    pane: Properties,
    choose: Choose,
    write: Write,
    touchpoint: Callable[[str], Touchpoint],
    qtbot: QtBot,
    typed: str,
    amount: float,
) -> None:
    choose("cards", "tp_b")
    write("actual_wait", typed)
    assert touchpoint("tp_b").actual_wait == Span(amount=amount, unit="days")
    field = pane.field("actual_wait")
    assert isinstance(field, SpanField)
    field.unit.setFocus()
    qtbot.keyClick(field.unit, Qt.Key.Key_Down)
    assert touchpoint("tp_b").actual_wait == Span(amount=amount, unit="weeks")


def test_what_is_no_number_changes_nothing(
    pane: Properties, choose: Choose, write: Write, touchpoint: Callable[[str], Touchpoint]
) -> None:
    choose("cards", "tp_b")
    before = touchpoint("tp_b")
    edit = write("votes", "twelve")
    assert "not a number" in pane.field("votes").problem()
    assert touchpoint("tp_b") == before
    assert isinstance(edit, QLineEdit)
    assert edit.text() == "twelve"
    write("votes", "12")
    assert pane.field("votes").problem() == ""
    assert touchpoint("tp_b").votes == 12
    write("ratings", "1, 7")
    assert pane.field("ratings").problem()
    write("ratings", "1, abc")
    assert pane.field("ratings").problem() == "“abc” is no rating. Write whole numbers from −2 to +2."
    write("ratings", "1, -2 0")
    assert touchpoint("tp_b").ratings == (1, -2, 0)


def test_emotions_are_chosen_by_keys(
    pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint], qtbot: QtBot
) -> None:
    choose("cards", "tp_a")
    field = pane.field("emotion")
    assert isinstance(field, SegmentField)
    field.setFocus()
    assert field.button(1).hasFocus()
    qtbot.keyClick(field.button(1), Qt.Key.Key_Right)
    assert touchpoint("tp_a").emotion == 2
    qtbot.mouseClick(field.button(None), Qt.MouseButton.LeftButton)
    assert touchpoint("tp_a").emotion is None


def test_a_new_channel_is_made_on_the_way(
    small: MainWindow, pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint], qtbot: QtBot
) -> None:
    choose("cards", "tp_b")
    field = pane.field("channel")
    assert isinstance(field, ChoiceField)
    field.setFocus()
    qtbot.keyClick(field.box, Qt.Key.Key_End)
    dialog = shown(qtbot, NewNameDialog)
    dialog.edit.setText("Kiosk <i>")
    dialog.mode.setCurrentIndex(dialog.mode.findData("mobile"))
    dialog.accept()
    chosen = touchpoint("tp_b").channel
    made = {one.id: one for one in small.room.document.project.channels}[str(chosen)]
    assert (made.name, made.mode) == ("Kiosk <i>", "mobile")
    QApplication.processEvents()
    assert field.box.currentText().startswith("Kiosk <i>")
    assert small.room.document.undo_stack.count() == 1


def test_a_name_that_is_refused_stays_in_the_dialogue(
    pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint], qtbot: QtBot
) -> None:
    choose("cards", "tp_b")
    field = pane.field("channel")
    assert isinstance(field, ChoiceField)
    qtbot.keyClick(field.box, Qt.Key.Key_End)
    dialog = shown(qtbot, NewNameDialog)
    dialog.edit.setText("Ki\x07osk")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.said.isVisible()
    assert dialog.edit.text() == "Ki\x07osk"
    dialog.edit.setText("Kiosk")
    assert not dialog.said.isVisible()
    dialog.accept()
    assert touchpoint("tp_b").channel not in (None, "ch_a", "ch_b")


def test_the_name_of_an_existing_channel_chooses_that_one(
    small: MainWindow, pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint], qtbot: QtBot
) -> None:
    choose("cards", "tp_a")
    before = small.room.document.project.channels
    (web,) = (one for one in before if one.id == "ch_b")
    field = pane.field("channel")
    assert isinstance(field, ChoiceField)
    qtbot.keyClick(field.box, Qt.Key.Key_End)
    dialog = shown(qtbot, NewNameDialog)
    dialog.edit.setText(f" {web.name.upper()} ")
    assert dialog.said.isVisible()
    dialog.accept()
    assert touchpoint("tp_a").channel == "ch_b"
    assert small.room.document.project.channels == before


def test_drop_off_points_come_change_and_go(
    small: MainWindow, pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint], qtbot: QtBot
) -> None:
    choose("cards", "tp_a")
    field = pane.field("drop_off_points")
    assert isinstance(field, RecordsField)
    qtbot.mouseClick(field.add_button, Qt.MouseButton.LeftButton)
    (entry,) = field.entries
    title = entry.rows.fields["title"]
    assert isinstance(title, TextField)
    title.setFocus()
    qtbot.keyClicks(title.edit, "Too dear")
    likelihood = entry.rows.fields["likelihood"]
    assert isinstance(likelihood, SegmentField)
    QApplication.processEvents()
    qtbot.mouseClick(likelihood.button(4), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    (point,) = touchpoint("tp_a").drop_off_points
    assert (point.title, point.likelihood) == ("Too dear", 4)
    assert field.entries == [entry]
    assert small.room.document.undo_stack.count() == 3
    title.edit.setPlainText("x" * 20_001)
    assert title.problem()
    QApplication.processEvents()
    qtbot.mouseClick(entry.remove_button, Qt.MouseButton.LeftButton)
    assert touchpoint("tp_a").drop_off_points == ()
    assert field.entries == []
    small.actions_of_window["edit.undo"].trigger()
    QApplication.processEvents()
    assert len(field.entries) == 1


def test_the_wheel_scrolls_the_form_and_changes_no_choice(
    pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint]
) -> None:
    choose("cards", "tp_a")
    field = pane.field("channel")
    assert isinstance(field, ChoiceField)
    place = QPointF(5, 5)
    wheel = QWheelEvent(
        place,
        QPointF(field.box.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.box, wheel)
    assert touchpoint("tp_a").channel == "ch_a"


def test_what_was_refused_waits_for_the_way_back(
    small: MainWindow, pane: Properties, choose: Choose, write: Write, touchpoint: Callable[[str], Touchpoint]
) -> None:
    choose("cards", "tp_b")
    write("votes", "twelve")
    choose("cards", "tp_a")
    votes = pane.field("votes")
    assert isinstance(votes, NumberField)
    assert (votes.edit.text(), votes.problem()) == ("0", "")
    choose("lanes", "ln_a")
    choose("cards", "tp_b")
    assert votes.edit.text() == "twelve"
    assert votes.problem()
    votes.edit.setText("12")
    choose("cards", "tp_a")
    choose("cards", "tp_b")
    assert votes.edit.text() == "12"
    assert touchpoint("tp_b").votes == 12


def test_a_group_rates_by_typing_and_by_raising_hands(
    pane: Properties,
    choose: Choose,
    touchpoint: Callable[[str], Touchpoint],
    write: Callable[[str, str], QWidget],
    qtbot: QtBot,
    small: MainWindow,
) -> None:
    choose("cards", "tp_b")
    write("ratings", "-2 -1 0")
    field = pane.field("ratings")
    assert isinstance(field, RatingsField)
    assert field.said.text() == "3 ratings: median −1, mean −1, from −2 to 0"
    for _ in range(2):
        qtbot.mouseClick(field.levels[3], Qt.MouseButton.LeftButton)
    field.levels[2].setFocus()
    qtbot.keyClick(field.levels[2], Qt.Key.Key_Return)
    assert touchpoint("tp_b").ratings == (-2, -1, 0, 1, 1, 0)
    assert [button.text() for button in field.levels] == ["−2 · 1", "−1 · 1", "0 · 2", "+1 · 2", "+2"]
    assert touchpoint("tp_b").emotion is None
    while small.room.document.undo_stack.canUndo():
        small.room.document.undo_stack.undo()
    assert touchpoint("tp_b").ratings == ()
    qtbot.waitUntil(lambda: field.said.text() == "")


def test_ratings_of_cards_that_differ_are_not_counted_on(
    pane: Properties, choose: Choose, write: Callable[[str, str], QWidget]
) -> None:
    choose("cards", "tp_b")
    write("ratings", "1")
    choose("cards", "tp_a", "tp_b")
    field = pane.field("ratings")
    assert isinstance(field, RatingsField)
    assert not any(button.isEnabled() for button in field.levels)
