from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.model.problem import Problem
from cjeditor.storage.save import SaveFailed
from cjeditor.window import crash
from cjeditor.window.crash import CrashWatch
from cjeditor.window.crash_dialog import CrashDialog
from cjeditor.window.crash_report import LEFT_OUT, Report
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from cjeditor.window.stray_keys import PAUSE, StrayKeys
from tests.window.asking import rename
from tests.window.dialogues import shown


class Rescuer:
    def __init__(self) -> None:
        self.calls: list[str] = []

    def __call__(self) -> None:
        self.calls.append(threading.current_thread().name)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Button(QObject):
    pressed = Signal()

    def fail(self) -> None:
        raise RuntimeError("in a slot")


class BadPaint(QWidget):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        raise RuntimeError("in paint")


@pytest.fixture
def rescuer() -> Rescuer:
    return Rescuer()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(qtbot: QtBot, rescuer: Rescuer, clock: Clock) -> Iterator[CrashWatch]:
    made = CrashWatch(rescuer, clock)
    made.install()
    yield made
    made.uninstall()


def fail(text: str) -> None:
    raise ValueError(text)


def fail_in(watch: CrashWatch, text: str) -> None:
    try:
        fail(text)
    except ValueError:
        watch.take(*[part for part in sys.exc_info() if part is not None])


def test_a_fault_in_a_slot_keeps_the_work_and_is_told(qtbot: QtBot, watch: CrashWatch, rescuer: Rescuer) -> None:
    button = Button()
    button.pressed.connect(button.fail)
    with qtbot.waitSignal(watch.reported) as told:
        button.pressed.emit()
        assert rescuer.calls == ["MainThread"], "the work is kept before anything else"
    assert told.args is not None
    assert told.args[0].summary == f"RuntimeError: {LEFT_OUT}"
    assert "in fail" in told.args[0].text


def test_a_fault_in_paint_is_told_once(qtbot: QtBot, watch: CrashWatch, rescuer: Rescuer) -> None:
    told: list[Report] = []
    watch.reported.connect(told.append)
    widget = BadPaint()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: len(told) == 1)
    before = widget.painted
    for number in range(1, 6):
        widget.update()
        qtbot.waitUntil(lambda number=number: widget.painted >= before + number)
    QGuiApplication.processEvents()
    assert len(told) == 1
    assert len(rescuer.calls) == 1


def test_a_fault_in_a_thread_is_told_in_the_gui_thread(qtbot: QtBot, watch: CrashWatch) -> None:
    seen: list[str] = []

    class Listener(QObject):
        def hear(self, _report: Report) -> None:
            seen.append(threading.current_thread().name)

    def fail_beside() -> None:
        raise OSError("in a thread")

    listener = Listener()
    watch.reported.connect(listener.hear)
    thread = threading.Thread(target=fail_beside)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: seen == ["MainThread"])


def test_the_same_fault_is_shown_again_after_a_while_but_not_for_ever(
    qtbot: QtBot, watch: CrashWatch, clock: Clock
) -> None:
    told: list[Report] = []
    watch.reported.connect(told.append)
    for _ in range(6):
        clock.now += crash.QUIET_SECONDS + 1
        fail_in(watch, "again")
    qtbot.waitUntil(lambda: len(told) == crash.MOST_DIALOGUES)
    QGuiApplication.processEvents()
    assert len(told) == crash.MOST_DIALOGUES


def test_a_failing_rescue_does_not_hide_the_fault(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    def fail_to_rescue() -> None:
        raise OSError("disk full")

    watch = CrashWatch(fail_to_rescue)
    with caplog.at_level(logging.ERROR, "cjeditor"), qtbot.waitSignal(watch.reported) as told:
        fail_in(watch, "first")
    assert told.args is not None
    assert told.args[0].summary == f"ValueError: {LEFT_OUT}"
    assert "disk full" in caplog.text


def test_a_fault_while_dealing_with_a_fault_ends_there(qtbot: QtBot) -> None:
    watch = CrashWatch(lambda: fail_in(watch, "inner"))
    told: list[Report] = []
    watch.reported.connect(told.append)
    fail_in(watch, "outer")
    qtbot.waitUntil(lambda: [report.summary for report in told] == [f"ValueError: {LEFT_OUT}"])


def test_the_hooks_are_given_back(qtbot: QtBot) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    watch = CrashWatch(lambda: None)
    watch.install()
    assert sys.excepthook is not before[0]
    watch.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


@pytest.fixture
def dialog(parent: QWidget) -> CrashDialog:
    made = CrashDialog(Report("x", "trace <b>1</b>"), texts.of("en"), parent)
    made.open()
    return made


def buttons(dialog: CrashDialog) -> dict[str, QPushButton]:
    return {button.text().replace("&", ""): button for button in dialog.findChildren(QPushButton)}


def test_the_dialogue_shows_the_report_as_plain_text_and_copies_it(dialog: CrashDialog) -> None:
    text = dialog.findChild(QPlainTextEdit)
    assert text is not None
    assert not text.isVisible()
    buttons(dialog)["Show report"].click()
    assert text.isVisible()
    assert text.toPlainText() == "trace <b>1</b>"
    dialog.add(Report("y", "trace 2"))
    buttons(dialog)["Copy report"].click()
    assert "trace <b>1</b>" in QGuiApplication.clipboard().text()
    assert "trace 2" in QGuiApplication.clipboard().text()


def test_the_dialogue_offers_to_go_on_and_to_save_a_copy(qtbot: QtBot, dialog: CrashDialog) -> None:
    with qtbot.waitSignal(dialog.copy_wanted):
        buttons(dialog)["Save a copy…"].click()
    with qtbot.waitSignal(dialog.finished):
        buttons(dialog)["Continue"].click()


def test_keys_of_somebody_who_was_typing_do_nothing_until_they_look_up(qtbot: QtBot, dialog: CrashDialog) -> None:
    heard: list[str] = []
    dialog.finished.connect(lambda: heard.append("closed"))
    for button in buttons(dialog).values():
        button.clicked.connect(lambda: heard.append("pressed"))
    waiting = dialog.findChild(StrayKeys)
    assert waiting is not None
    assert waiting._rest.isActive()
    assert waiting._rest.interval() == PAUSE
    waiting._rest.stop()
    window = dialog.windowHandle()
    qtbot.waitUntil(dialog.isActiveWindow)
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_C, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Enter)
    for key in keys:
        QTest.keyClick(window, key)
    assert heard == []
    assert dialog.isVisible()
    assert buttons(dialog)["Continue"].hasFocus()
    assert waiting._rest.isActive(), "each of them begins the wait anew"
    waiting._rest.start(0)
    qtbot.waitUntil(lambda: not waiting._rest.isActive())
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert sorted(heard) == ["closed", "pressed"]


def test_work_that_could_not_be_kept_is_not_promised(
    qtbot: QtBot, program: Program, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_what: object) -> None:
        raise SaveFailed(Path("x"), Problem("no-space"))

    rename(window, "Unsaved")
    monkeypatch.setattr(window.room.snapshots._recovery, "write", full)
    program.keep_all()
    program.show_crash(Report("x", "x"))
    dialog = shown(qtbot, CrashDialog)
    said = " ".join(each.text() for each in dialog.findChildren(QLabel))
    assert "could not be kept" in said
    assert "has just been kept" not in said
    dialog.reject()
