"""A large CSV file is read beside the thread of the windows: with progress, and it can be stopped."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from threading import Event, get_ident

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cjeditor import texts
from cjeditor.interchange.csv_rows import CsvRows, GoOn, Stopped, read_csv
from cjeditor.window import csv_reader
from cjeditor.window.csv_reader import CsvReader
from cjeditor.window.figures.funnel.importing import FunnelImport
from cjeditor.window.surveys.dialog import SurveyDialog

WORDS = texts.of("en")


@pytest.fixture(autouse=True)
def _only_this_thread_frees_widgets() -> Iterator[None]:
    """Let nothing be collected by the threads that the tests begin, as the program's collector has it."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text("score;branch\n" + "".join(f"{at % 11};Kassel\n" for at in range(4_000)), encoding="utf-8")
    return path


@pytest.fixture
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_reader, "LARGE", 1)


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[CsvReader]:
    window = QWidget()
    qtbot.addWidget(window)
    yield CsvReader(WORDS, window)
    del window


def test_reading_says_how_far_it_is_and_stops_when_asked(answers: Path) -> None:
    shares: list[float] = []

    def note(share: float) -> bool:
        shares.append(share)
        return True

    assert read_csv(answers, go_on=note).total == 4_001
    assert len(shares) > 3
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.1 < shares[-1] <= 1
    with pytest.raises(Stopped):
        read_csv(answers, go_on=lambda share: share < 0.5)


def test_a_small_file_is_read_at_once(reader: CsvReader, answers: Path) -> None:
    found: list[object] = []
    reader.read.connect(found.append)
    reader.begin(answers, lambda go_on: read_csv(answers, go_on=go_on))
    assert len(found) == 1
    assert not reader.busy


@pytest.mark.usefixtures("everything_is_large")
def test_a_large_one_is_read_in_another_thread_and_shows_a_bar(qtbot: QtBot, reader: CsvReader, answers: Path) -> None:
    go, threads = Event(), []

    def work(go_on: GoOn) -> object:
        threads.append(get_ident())
        go_on(0.4)
        go.wait(10)
        return "read"

    with qtbot.waitSignal(reader.read) as told:
        reader.begin(answers, work)
        assert not reader.isHidden()
        qtbot.waitUntil(lambda: reader.bar.value() == 40)
        go.set()
    assert told.args == ["read"]
    assert threads != [get_ident()]
    assert reader.isHidden()


@pytest.mark.usefixtures("everything_is_large")
def test_what_was_stopped_is_not_told_and_ends(qtbot: QtBot, reader: CsvReader, answers: Path) -> None:
    begun, over, found = Event(), Event(), []
    reader.read.connect(found.append)

    def work(go_on: GoOn) -> object:
        begun.set()
        while go_on(0.1):
            begun.wait(0.001)
        over.set()
        return "too late"

    reader.begin(answers, work)
    assert begun.wait(10)
    reader.stop_button.click()
    assert over.wait(10), "the work hears that nobody wants it"
    assert not reader.busy
    qtbot.wait(40)
    assert found == []


@pytest.mark.usefixtures("everything_is_large")
def test_the_survey_takes_nothing_in_before_its_file_is_read(qtbot: QtBot, answers: Path) -> None:
    dialog = SurveyDialog(None, [("map_1", "Map")], "map_1", WORDS)
    qtbot.addWidget(dialog)
    dialog.take_file(answers)
    assert not dialog.accept_button.isEnabled()
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    assert len(dialog.answers()) == 4_000
    dialog.take_file(answers.with_name("gone.csv"))
    assert dialog.accept_button.isEnabled()


@pytest.mark.usefixtures("everything_is_large")
def test_the_funnel_shows_what_is_in_its_file_when_it_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "funnel.csv"
    path.write_text("Stage;People\nLeads;400\nProspects;100\n", encoding="utf-8")
    shown = FunnelImport(WORDS)
    qtbot.addWidget(shown)
    shown.read(path)
    qtbot.waitUntil(shown.take.isEnabled)
    assert "Leads: 400" in shown.says.text()
    assert isinstance(read_csv(path), CsvRows)
