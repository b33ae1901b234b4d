"""The form of metrics: figures typed with comma or point, and the way there from another kind of note."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cjeditor.model.cards import Note
from cjeditor.model.edits.cards import set_note
from cjeditor.window.main_window import MainWindow
from cjeditor.window.properties.pane import Properties
from tests.builders import MAP

Choose = Callable[..., None]
Write = Callable[[str, str], object]
FIGURES = {"unit", "target", "actual", "better", "status", "date", "source"}


@pytest.fixture(autouse=True)
def metric(small: MainWindow) -> None:
    """One note of the map is a metric."""
    small.room.document.apply("", lambda p: set_note(p, MAP, ["nt_a"], kind="metric", text="Know us"))


@pytest.mark.parametrize("key", ["target", "actual"])
def test_figures_take_comma_and_point(
    pane: Properties, choose: Choose, write: Write, note: Callable[[str], Note], key: str
) -> None:
    choose("cards", "nt_a")
    for typed, value in (
        ("38", 38.0), ("38,5", 38.5), ("38.5", 38.5), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("", None),
    ):  # fmt: skip
        write(key, "7")
        field = pane.field(key)
        edit = QApplication.focusWidget()
        assert isinstance(edit, QLineEdit)
        edit.clear()
        write(key, typed)
        assert getattr(note("nt_a"), key) == value, typed
        assert field.problem() == "", typed


def test_what_is_no_number_is_said_at_the_field(
    pane: Properties, choose: Choose, write: Write, note: Callable[[str], Note]
) -> None:
    choose("cards", "nt_a")
    write("actual", "about 40")
    assert "not a number" in pane.field("actual").problem()
    assert note("nt_a").actual is None
    choose("cards", "nt_b")
    choose("cards", "nt_a")
    assert "not a number" in pane.field("actual").problem()
    write("actual", "40")
    assert pane.field("actual").problem() == ""
    assert note("nt_a").actual == 40.0


def test_unit_and_source_are_text(choose: Choose, write: Write, note: Callable[[str], Note]) -> None:
    choose("cards", "nt_a")
    write("unit", "% & <b>")
    write("source", "Panel")
    write("text", "Know us well")
    assert (note("nt_a").unit, note("nt_a").source, note("nt_a").text) == ("% & <b>", "Panel", "Know us well")


def test_when_and_which_way(choose: Choose, write: Write, pane: Properties, note: Callable[[str], Note]) -> None:
    choose("cards", "nt_a")
    write("date", "31.3.2024")
    assert note("nt_a").date == "2024-03-31"
    write("date", "3/4/2024")
    assert "not a day" in pane.field("date").problem()
    assert note("nt_a").date == "2024-03-31"
    for key, letter, value in (("better", Qt.Key.Key_L, "lower"), ("status", Qt.Key.Key_P, "planned")):
        pane.field(key).setFocus()
        QTest.keyClick(QApplication.focusWidget(), letter)
        assert getattr(note("nt_a"), key) == value


def test_other_notes_have_no_figures(small: MainWindow, pane: Properties, choose: Choose) -> None:
    choose("cards", "nt_a")
    assert pane.form.fields.keys() >= FIGURES
    assert "Metric 4" in pane.heading.text()
    for others in (("nt_b",), ("nt_a", "nt_b"), ("nt_a", "tp_a")):
        choose("cards", *others)
        assert not FIGURES & pane.form.fields.keys()
    small.room.document.apply("", lambda p: set_note(p, MAP, ["nt_b"], kind="metric", actual=2.0))
    choose("cards", "nt_a", "nt_b")
    assert pane.form.fields.keys() >= FIGURES


def test_several_metrics_take_a_target_together(
    small: MainWindow, choose: Choose, write: Write, note: Callable[[str], Note]
) -> None:
    small.room.document.apply("", lambda p: set_note(p, MAP, ["nt_b"], kind="metric", target=2.0))
    choose("cards", "nt_a", "nt_b")
    write("target", "5,5")
    assert (note("nt_a").target, note("nt_b").target) == (5.5, 5.5)


def test_the_focus_stays_at_the_kind_when_a_note_becomes_a_metric(
    qtbot: QtBot, pane: Properties, choose: Choose, note: Callable[[str], Note]
) -> None:
    choose("cards", "nt_b")
    pane.field("kind").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_M)  # Metric
    assert note("nt_b").kind == "metric"
    qtbot.waitUntil(lambda: pane.form.fields.keys() >= FIGURES)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert pane.field("kind").isAncestorOf(focused)
    assert pane.field("kind").isVisible()


@pytest.mark.parametrize(("language", "shown"), [("en", "1234.5"), ("de", "1234,5")])
def test_figures_are_shown_as_the_language_writes_them(
    small: MainWindow, pane: Properties, choose: Choose, language: str, shown: str
) -> None:
    assert small.room.document.project.language == "en"  # the map's language does not matter here
    small.room.document.apply("", lambda p: set_note(p, MAP, ["nt_a"], actual=1234.5))
    choose("cards", "nt_a")
    assert pane.field("actual").draft() == shown
