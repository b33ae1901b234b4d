"""Answers come in by typing, pasting and CSV; what is left out is said; all of it is one step that undo takes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cjeditor import texts
from cjeditor.interchange.survey_rows import read_rows
from cjeditor.model.project import Survey
from cjeditor.window.figures.pane import Figures
from cjeditor.window.figures.views.nps import NpsPage
from cjeditor.window.main_window import MainWindow
from cjeditor.window.surveys.dialog import SurveyDialog
from tests.builders import MAP

# The platform without a screen cannot bring windows forward and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def surveys(window: MainWindow) -> dict[str, Survey]:
    return {each.id: each for each in window.room.document.project.surveys}


def opened(window: MainWindow, action: str = "survey.new") -> SurveyDialog:
    window.actions_of_window[action].trigger()
    return dialog(window)


def dialog(window: MainWindow) -> SurveyDialog:
    found = window.findChild(SurveyDialog)
    assert found is not None
    return found


def accept(asked: SurveyDialog) -> None:
    QTest.mouseClick(asked.accept_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def said(asked: SurveyDialog) -> str:
    QTest.qWait(1)
    return asked._said.text()


def nps_page(window: MainWindow) -> NpsPage:
    figures = cast(Figures, window.panes["figures"].content)
    return cast(NpsPage, figures.view("nps"))


def test_from_typing_to_the_figure_and_back(small_window: MainWindow) -> None:
    before = surveys(small_window)
    asked = opened(small_window)
    assert asked.focusWidget() is asked.text
    QTest.keyClicks(asked.text, "10 9 11 8 two 7,0 0")
    assert said(asked) == "5 answers. 2 of 7 were left out: 1 × 11, 1 × two."
    QTest.keyClicks(asked.head.title, "Spring & <b>")
    accept(asked)
    (new,) = [each for each in surveys(small_window).values() if each.id not in before]
    assert (new.title, new.about, new.answers, new.segments) == ("Spring & <b>", MAP, (10, 9, 8, 7, 0), ())
    page = nps_page(small_window)
    assert page.isVisible()
    assert page.survey_id() == new.id
    assert page.choice.currentText() == "Spring & <b>"
    assert page.page.says.text().startswith("NPS +20 (5 answers")
    # The same again: other answers, then gone, each a step.
    QTest.keyClick(page.edit_button, Qt.Key.Key_Return)
    again = dialog(small_window)
    assert again.text.toPlainText() == "10\n9\n8\n7\n0"
    again.text.selectAll()
    QTest.keyClicks(again.text, "9")
    accept(again)
    assert surveys(small_window)[new.id].answers == (9,)
    QTest.keyClick(page.delete_button, Qt.Key.Key_Return)
    assert new.id not in surveys(small_window)
    QApplication.processEvents()
    assert page.survey_id() == ""
    assert not page.edit_button.isEnabled()
    for answers in ((9,), (10, 9, 8, 7, 0)):
        small_window.actions_of_window["edit.undo"].trigger()
        assert surveys(small_window)[new.id].answers == answers
    small_window.actions_of_window["edit.undo"].trigger()
    assert surveys(small_window) == before


def test_a_pasted_table_of_500_asks_for_its_columns(small_window: MainWindow) -> None:
    rows = [f"{at}\t{at % 11}\t{('North', 'South')[at % 2]}\t2024-0{at % 9 + 1}-15" for at in range(500)]
    table = "\n".join(("Id\tScore\tRegion\tDay", *rows, "x\t11\tNorth\t", "y\t11\tNorth\t", "z\tnone\tSouth\t"))
    small_window.room.canvas.desk.show("cards", ["tp_c"], None)
    asked = opened(small_window)
    assert asked.head.about.currentData() == "tp_c"
    QGuiApplication.clipboard().setText(table)
    QTest.keyClick(asked.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert said(asked) == "500 answers. 3 of 503 were left out: 2 × 11, 1 × none."
    assert asked.columns.isVisible()
    assert [each.currentText() for each in (asked.columns.answer, asked.columns.segment, asked.columns.day)] == [
        "Score",
        "Region",
        "Day",
    ]
    header = asked.columns.preview.horizontalHeaderItem(1)
    assert header is not None
    assert header.text() == "Score → Answer (0–10)"
    # Without the segment, by keys; then with it again.
    asked.columns.segment.setFocus()
    QTest.keyClick(asked.columns.segment, Qt.Key.Key_Home)
    asked.columns.segment.activated.emit(0)
    assert asked.answers()[0].segment == ""
    asked.columns.segment.setCurrentIndex(3)
    asked.columns.segment.activated.emit(3)
    accept(asked)
    new = next(each for each in surveys(small_window).values() if each.about == "tp_c")
    assert len(new.answers) == len(new.segments) == len(new.days) == 500
    assert set(new.segments) == {"North", "South"}
    page = nps_page(small_window)
    assert len(page.page.charts) == 3
    course = page.page.charts[2].chart
    assert course is not None
    assert [row[0] for row in course.table.rows][:2] == ["1/2024", "2/2024"]
    page.step.setFocus()
    QTest.keyClick(page.step, Qt.Key.Key_Down)
    QTest.keyClick(page.step, Qt.Key.Key_Down)
    page.step.activated.emit(page.step.currentIndex())
    course = page.page.charts[2].chart
    assert course is not None
    assert [row[0] for row in course.table.rows] == ["Q1 2024", "Q2 2024", "Q3 2024"]
    # What was read is written back as a table that is read as it is.
    page.edit_button.click()
    again = dialog(small_window)
    assert list(again.answers()) == list(zip(new.answers, new.segments, new.days, strict=True))
    again.reject()


def test_the_cursor_says_that_a_file_is_being_read(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("Day;Score\n2026-01-01;9\n2026-01-02;10\n", encoding="utf-8")
    seen: list[Qt.CursorShape | None] = []

    def reading(*given: Any) -> Any:
        cursor = QGuiApplication.overrideCursor()
        seen.append(None if cursor is None else cursor.shape())
        return read_rows(*given)

    monkeypatch.setattr("cjeditor.window.surveys.dialog.read_rows", reading)
    SurveyDialog(None, (), "", texts.of("en"), parent).take_file(path)
    assert set(seen) == {Qt.CursorShape.WaitCursor}
    assert QGuiApplication.overrideCursor() is None


def test_csv_files(small_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes("Größe;Note\nklein;9\ngroß;7,5\nklein;10\n".encode("cp1252"))
    asked = opened(small_window)
    asked.take_file(tmp_path / "none.csv")
    assert said(asked).startswith("The file could not be read")
    asked.take_file(path)
    assert said(asked) == "2 answers. 1 of 3 were left out: 1 × 7,5."
    assert "Row 3: 7,5" in asked._said.toolTip()
    assert asked._said.accessibleDescription() == "Row 3: 7,5"
    assert "answers.csv · 4 rows · Windows-1252" in asked._file.text()
    assert not asked.text.isVisible()
    asked.columns.separator.setCurrentIndex(asked.columns.separator.findData(","))
    asked.columns.separator.activated.emit(3)
    assert said(asked) == "1 answer. 3 of 4 were left out: 3 × empty."
    asked.columns.separator_wanted.emit(";")
    QTest.mouseClick(asked.type_button, Qt.MouseButton.LeftButton)
    assert asked.text.isVisible()
    assert said(asked) == "0 answers."
    assert asked._said.toolTip() == ""
    asked.take_file(path)
    accept(asked)
    new = max(surveys(small_window).values(), key=lambda each: len(each.segments))
    assert (new.answers, new.segments) == ((9, 10), ("klein", "klein"))
    # More answers of another file join those that are there, unless they are not to be kept.
    page = nps_page(small_window)
    page.edit_button.click()
    again = dialog(small_window)
    again.take_file(path)
    assert again.keep.isVisible()
    assert len(again.answers()) == 4
    again.keep.setChecked(False)
    assert len(again.answers()) == 2
    again.reject()


@pytest.mark.parametrize(("language", "between", "first"), [("en", "\t", 0), ("en", ";", 1), ("de", "\t", 1)])
def test_the_order_of_day_and_month_is_asked_only_where_nothing_settles_it(
    parent: QWidget, language: str, between: str, first: int
) -> None:
    words = texts.of(language)
    days = ("2026-03-04", "2026-04-03")
    asked = SurveyDialog(None, (), "", words, parent)
    table = ("Score|Date", "9|03/04/2026", "8|05/05/2026")
    asked.text.setPlainText("\n".join(table).replace("|", between))
    QTest.qWait(1)
    order, name = asked.columns.order, asked.columns.order_name
    assert not order.isHidden()
    assert "03/04/2026" in name.text()
    assert [each.day for each in asked.answers()] == [days[first], "2026-05-05"]
    assert words.t("Days such as {day} are read as day/month", day="03/04/2026") in asked._said.text() or not first
    other = order.findData("month-first" if first else "day-first")
    order.setCurrentIndex(other)
    order.activated.emit(other)
    assert not order.isHidden()
    assert asked.answers()[0].day == days[1 - first]
    asked.text.appendPlainText(between.join(("9", "27/03/2026")))
    QTest.qWait(1)
    assert order.isHidden()
    assert name.isHidden()
    assert [each.day for each in asked.answers()] == [days[1], "2026-05-05", "2026-03-27"]


def test_the_view_follows_the_map(small_window: MainWindow) -> None:
    small_window.actions_of_window["figure.nps"].trigger()
    QApplication.processEvents()
    page = nps_page(small_window)
    assert page.choice.count() == 4
    small_window.actions_of_window["map.next"].trigger()
    QApplication.processEvents()
    assert page.choice.count() == 1
    assert not page.choice.isEnabled()
    assert page.page.says.text().startswith("There are no answers yet")
