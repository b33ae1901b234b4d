"""Links in the form of a card and in their own; what several cards hold together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from cjeditor.model.cards import DropOffPoint, Note, Touchpoint
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.fields import Record
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.lookup import map_of
from cjeditor.window.main_window import MainWindow
from cjeditor.window.properties.card_field import CardField
from cjeditor.window.properties.forms import FORMS
from cjeditor.window.properties.links_field import LinksField
from cjeditor.window.properties.pane import Properties
from cjeditor.window.properties.records_field import RecordsField
from cjeditor.window.properties.text_fields import PartsField, TextField
from tests.builders import MAP

Choose = Callable[..., None]


def press(pane: Properties, button: QWidget) -> None:
    """Click on a button of the form, wherever it has to be scrolled to."""
    QApplication.processEvents()
    pane.ensureWidgetVisible(button)
    QApplication.processEvents()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def links_field(pane: Properties) -> LinksField:
    field = pane.field("links")
    assert isinstance(field, LinksField)
    return field


def test_a_card_is_linked_by_number_and_the_link_labelled_and_removed(
    small: MainWindow, pane: Properties, choose: Choose
) -> None:
    document = small.room.document
    choose("cards", "tp_a")
    field = links_field(pane)
    assert [entry._heading.text() for entry in field.entries] == ["→ 3 Search"]
    field.target.setFocus()
    QTest.keyClicks(field.target, "7")
    QTest.keyClick(field.target, Qt.Key.Key_Return)
    journey = map_of(document.project, MAP)
    assert {(one.source, one.target) for one in journey.links} >= {("tp_a", "tp_d")}
    QApplication.processEvents()
    assert [entry._heading.text() for entry in field.entries] == ["→ 3 Search", "→ 7 Moves in"]
    label = field.entries[1].rows.fields["label"]
    assert isinstance(label, TextField)
    label.setFocus()
    QTest.keyClicks(label.edit, "so")
    assert next(one.label for one in map_of(document.project, MAP).links if one.target == "tp_d") in ("", "so")
    assert document.undo_stack.count() == 2
    press(pane, field.entries[1].remove_button)
    QApplication.processEvents()
    assert len(field.entries) == 1


def test_a_card_that_is_not_there_is_said_and_what_was_typed_stays(pane: Properties, choose: Choose) -> None:
    choose("cards", "tp_a")
    field = links_field(pane)
    for typed in ("99", "1", "nobody"):
        field.target.setText(typed)
        QTest.keyClick(field.target, Qt.Key.Key_Return)
        assert field.problem()
        assert field.target.text() == typed
    choose("cards", "tp_b")
    choose("cards", "tp_a")
    assert links_field(pane).target.text() == "nobody"


def test_a_link_gets_another_end(small: MainWindow, pane: Properties, choose: Choose) -> None:
    choose("links", "lk_a")
    field = pane.field("target")
    assert isinstance(field, CardField)
    field.edit.setFocus()
    field.edit.selectAll()
    QTest.keyClicks(field.edit, "7")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert next(one.target for one in map_of(small.room.document.project, MAP).links if one.id == "lk_a") == "tp_d"
    assert field.edit.text() == "7 Moves in"


def test_drop_off_points_of_two_cards_are_edited_together(
    small: MainWindow, pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint]
) -> None:
    document = small.room.document
    one, two = DropOffPoint(id="do_x", title="Dear"), DropOffPoint(id="do_y", title="Dear")
    more = DropOffPoint(id="do_z", title="Slow")
    document.apply("", lambda project: set_touchpoint(project, MAP, ["tp_a"], drop_off_points=(one, more)))
    document.apply("", lambda project: set_touchpoint(project, MAP, ["tp_b"], drop_off_points=(two,)))
    choose("cards", "tp_a", "tp_b")
    field = pane.field("drop_off_points")
    assert isinstance(field, RecordsField)
    both, slow = field.entries
    title = both.rows.fields["title"]
    assert isinstance(title, TextField)
    title.setFocus()
    QTest.keyClicks(title.edit, "r")
    titles = [[point.title for point in touchpoint(each).drop_off_points] for each in ("tp_a", "tp_b")]
    assert titles in ([["rDear", "Slow"], ["rDear"]], [["Dearr", "Slow"], ["Dearr"]])
    press(pane, slow.give_button)
    assert [point.title for point in touchpoint("tp_b").drop_off_points][1:] == ["Slow"]
    QApplication.processEvents()
    assert not field.entries[1].give_button.isVisible()
    press(pane, field.entries[0].remove_button)
    assert [len(touchpoint(each).drop_off_points) for each in ("tp_a", "tp_b")] == [1, 1]


def test_tags_are_added_to_all_and_partly_held_ones_given_or_taken(
    small: MainWindow, pane: Properties, choose: Choose, touchpoint: Callable[[str], Touchpoint]
) -> None:
    choose("cards", "tp_a", "tp_d")
    field = pane.field("tags")
    assert isinstance(field, PartsField)
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "keyring")  # on the way it says “key”, and one card has “keys”
    assert touchpoint("tp_a").tags == ("keyring",)
    assert touchpoint("tp_d").tags == ("home", "keys", "keyring")
    assert small.room.document.undo_stack.count() == 1
    QApplication.processEvents()
    buttons = {one.accessibleName(): one for one in field.findChildren(QPushButton) if one.isVisible()}
    press(pane, buttons["Tags: home: Apply to all"])
    QApplication.processEvents()
    buttons = {one.accessibleName(): one for one in field.findChildren(QPushButton) if one.isVisible()}
    press(pane, buttons["Tags: keys: Remove"])
    assert set(touchpoint("tp_a").tags) == {"keyring", "home"}
    assert set(touchpoint("tp_d").tags) == {"keyring", "home"}


def test_every_field_of_a_record_has_its_place_in_a_form() -> None:
    """Ids, numbers, ranks and what lies below have edits of their own; nothing shows whether a part is collapsed."""
    own = {"id", "number", "rank", "collapsed", "picture", "question", "ticked", "retired_number", "phase"}
    own |= {"origin", "comes_from"}
    records: list[tuple[str, type[Record]]] = [
        ("touchpoint", Touchpoint),
        ("phase", Phase),
        ("step", Step),
        ("lane", Lane),
        ("map", JourneyMap),
    ]
    tables = {"phases", "steps", "lanes", "touchpoints", "notes", "links", "comments", "rounds"}
    for kind, record in records:
        shown = {spec.key for spec in FORMS[kind]}  # type: ignore[index]  # each is a kind
        missing = set(record.model_fields) - shown - own - tables
        assert missing <= ({"framework"} if kind == "phase" else {"kind"} if kind == "lane" else set()), kind
    shown = {spec.key for kind in ("note", "metric") for spec in FORMS[kind]}  # type: ignore[index]  # same
    assert set(Note.model_fields) - shown - own == set()


def test_a_label_has_one_line(small: MainWindow, pane: Properties, choose: Choose) -> None:
    choose("links", "lk_a")
    field = pane.field("label")
    assert isinstance(field, TextField)
    field.edit.selectAll()
    QTest.keyClicks(field.edit, "hands")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    QTest.keyClick(field.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field.edit, " over")
    data = QMimeData()
    data.setText(" to\nthe bank")
    field.edit.insertFromMimeData(data)
    label = next(one.label for one in map_of(small.room.document.project, MAP).links if one.id == "lk_a")
    assert label == "hands over to the bank"
