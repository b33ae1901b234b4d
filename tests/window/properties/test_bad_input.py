"""Whatever is pasted into a field of the properties or a cell of the outline is shown as it came, or refused there."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolTip, QWidget

from cjeditor.canvas.selection import Kind
from cjeditor.model.lookup import map_of
from cjeditor.window.main_window import MainWindow
from cjeditor.window.outline.cell_text import CellText
from cjeditor.window.properties.field import Field
from cjeditor.window.properties.number_fields import NumberField, SpanField
from cjeditor.window.properties.pane import Properties
from cjeditor.window.properties.records_field import RecordsField
from cjeditor.window.properties.text_edit import GrowingEdit
from tests.builders import MAP

Choose = Callable[..., None]
AWKWARD = {
    "endless word": "x" * 20_000,
    "endless text": "word " * 4_000,
    "too long for anything": "y" * 100_001,
    "family": "👩\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈",
    "right to left": "abc שלום עולם مرحبا ١٢٣ xyz",
    "markup": "<b>&amp;<img src=x onerror=alert(1)></b>",
    "formula": "=1+1",
    "line ends": "one\r\ntwo\rthree\u2028four\u2029five",
    "tabs": "a\tb\t\tc",
    "bell": "ding\x07dong\x1b[31m",
    "nul": "nu\x00l",
    "accents": "e\u0301" * 20 + "Z\u0351\u036b\u0343\u036a\u0302\u036b",
    "no-break": "2\u00a0km\u202f%",
    "half a pair": "lone \ud83d surrogate",
}
SUBJECTS: list[tuple[Kind, str]] = [
    ("cards", "tp_d"),
    ("cards", "nt_c"),
    ("phases", "ph_a"),
    ("steps", "st_b"),
    ("lanes", "ln_b"),
    ("links", "lk_a"),
    ("", ""),
]


LONG = ("endless word", "endless text", "too long for anything", "line ends", "no-break", "accents", "tabs")
"""What takes long to lay out in sixty fields is tried with `--long` only."""

QUICK = [one for one in AWKWARD if one not in LONG]
SHARE = 3
"""Without `--long` each text is tried in every third field, from another one on than the text before: each field then
takes two or three of them."""


def _marked() -> list[object]:
    """Every awkward text."""
    slow = (pytest.mark.long, pytest.mark.timeout(900))
    return [pytest.param(one, marks=slow) if one in LONG else one for one in AWKWARD]


def paste(edit: QWidget, text: str) -> None:
    """Replace what stands in a field by the clipboard's text."""
    data = QMimeData()
    data.setData("text/plain;charset=utf-16", text.encode("utf-16", "surrogatepass"))
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def as_lines(text: str) -> str:
    """The text with every kind of line end as one line feed, without half pairs: those never arrive from Qt."""
    return re.sub("[\ud800-\udfff]", "", re.sub("\r\n|[\r\u2028\u2029]", "\n", text))


def check_shown(edit: GrowingEdit | QLineEdit | CellText, expected: str, where: str) -> None:
    """Fail where a control shows something else; short and in ASCII, since half a pair cannot be reported."""
    same = edit.text() == expected
    assert same, f"{where}: {edit.text()[:60]!a}"


def field_around(edit: QWidget) -> Field:
    """The innermost field that a control belongs to."""
    found: QWidget | None = edit
    while found is not None and not isinstance(found, Field):
        found = found.parentWidget()
    assert found is not None
    return found


@pytest.mark.parametrize("awkward", _marked())
def test_every_field_shows_what_was_pasted_or_says_why_not(
    small: MainWindow, pane: Properties, choose: Choose, awkward: str, pytestconfig: pytest.Config
) -> None:
    text = AWKWARD[awkward]
    share = 1 if pytestconfig.getoption("--long") else SHARE
    met, tried = QUICK.index(awkward) if awkward in QUICK else 0, 0
    for kind, one in SUBJECTS:
        choose(kind, *([one] if one else []))
        for edit in pane.form.findChildren(QWidget):
            if not isinstance(edit, GrowingEdit | QLineEdit) or not edit.isVisible():
                continue
            met += 1
            if met % share:
                continue
            tried += 1
            before = small.room.document.project
            paste(edit, text)
            shown = edit.text()
            field = field_around(edit)
            if isinstance(edit, GrowingEdit) or "\n" not in as_lines(text):
                check_shown(edit, as_lines(text), field.key)
            taken = small.room.document.project is not before
            assert taken or field.problem() or isinstance(field, RecordsField), field.key
            QApplication.processEvents()
            check_shown(edit, shown, field.key)
            assert pane.widget().width() <= pane.viewport().width(), field.key
            if taken:
                small.room.document.undo_stack.undo()
            else:
                field.begin()
            choose(kind, *([one] if one else []))
            pane.refresh()
    assert tried > 40 // share
    for said in pane.findChildren(QLabel):
        assert said.textFormat() == Qt.TextFormat.PlainText or not said.text()


@pytest.mark.parametrize("awkward", [pytest.param("endless word", marks=pytest.mark.long), "markup", "line ends"])
def test_names_of_phases_steps_and_lanes_break_no_header(
    small: MainWindow, pane: Properties, choose: Choose, awkward: str
) -> None:
    canvas = small.room.canvas
    for kind, one in (("phases", "ph_a"), ("steps", "st_b"), ("lanes", "ln_b"), ("", "")):
        choose(kind, *([one] if one else []))
        edit = next(each for each in pane.form.findChildren(GrowingEdit) if each.isVisible())
        paste(edit, AWKWARD[awkward])
        QApplication.processEvents()
    arrangement = canvas.desk.arrangement
    assert arrangement.header_height < 200
    assert all(box.height < 400 for box in arrangement.lanes)
    assert small.width() == 1366
    assert canvas.grab().width() == canvas.width()
    journey = map_of(small.room.document.project, MAP)
    assert as_lines(AWKWARD[awkward]) == journey.title == journey.phases[0].name


@pytest.mark.parametrize("awkward", _marked())
def test_every_text_of_the_outline_takes_it_or_keeps_the_cell_open(small: MainWindow, awkward: str) -> None:
    small.actions_of_window["view.outline"].trigger()
    outline = small.room.contents.outline
    for page, ids in ((0, ("ph_a", "st_b", "tp_a", "lk_a")), (1, ("tp_a", "nt_a"))):
        outline.turn_to(page)
        for one in ids:
            before = small.room.document.project
            cell: QModelIndex = outline.page.rows.index_of(one, 4 if page else 0)
            outline.page.view.setCurrentIndex(cell)
            QTest.keyClick(outline.page.view, Qt.Key.Key_F2)
            edit = outline.page._cells._open
            assert isinstance(edit, CellText)
            paste(edit, AWKWARD[awkward])
            check_shown(edit, as_lines(AWKWARD[awkward]), one)
            QTest.keyClick(edit, Qt.Key.Key_Return)
            if small.room.document.project is before:
                assert edit.problem()
                check_shown(edit, as_lines(AWKWARD[awkward]), one)
                QTest.keyClick(edit, Qt.Key.Key_Escape)
            else:
                index = outline.page.rows.index_of(one, 4 if page else 0)
                tip = index.data(Qt.ItemDataRole.ToolTipRole)
                assert "<b>" not in tip
                assert "<img" not in tip
                assert "\n" not in index.data()
                small.room.document.undo_stack.undo()
            QApplication.processEvents()
    QToolTip.hideText()


@pytest.mark.parametrize("language", ["en", "de"])
def test_numbers_are_understood_in_either_style(
    small: MainWindow, pane: Properties, choose: Choose, language: str
) -> None:
    choose("cards", "tp_d")
    figures, wait, votes = pane.field("kpis"), pane.field("expected_wait"), pane.field("votes")
    assert isinstance(figures, RecordsField)
    assert isinstance(wait, SpanField)
    assert isinstance(votes, NumberField)
    for typed, number in (("1,5", 1.5), ("1.5", 1.5), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("−2", -2.0)):
        actual = figures.entries[0].rows.fields["actual"]
        assert isinstance(actual, NumberField)
        for field in (actual, wait, votes):
            paste(field.edit, "7")
            paste(field.edit, typed)
        touchpoint = next(one for one in map_of(small.room.document.project, MAP).touchpoints if one.id == "tp_d")
        assert touchpoint.kpis[0].actual == number, typed
        assert touchpoint.expected_wait is not None
        assert touchpoint.expected_wait.amount == (number if number >= 0 else 7), typed
        assert bool(wait.problem()) == (number < 0), typed
        assert votes.problem(), typed
        assert votes.edit.text() == typed
