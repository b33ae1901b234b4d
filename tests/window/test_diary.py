from __future__ import annotations

import faulthandler
import json
import logging
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from cjeditor.window.diary import FATAL_NAME, LOG_NAME, LOG_SIZE, Diary


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    had_faulthandler = faulthandler.is_enabled()
    made = Diary(tmp_path / "log")
    made.open()
    yield made
    made.close()
    if had_faulthandler:
        faulthandler.enable()


def events(diary: Diary) -> list[dict[str, str]]:
    return [json.loads(line) for line in (diary.folder / LOG_NAME).read_text(encoding="utf-8").splitlines()]


def test_one_event_is_one_line_whatever_it_says(diary: Diary) -> None:
    logging.getLogger("cjeditor.x").warning("opened %s", "a\n2026 ERROR \x1b[31m\u2028b")
    assert len(events(diary)) == 1
    assert events(diary)[0]["event"] == "opened a\n2026 ERROR \x1b[31m\u2028b"
    assert "\x1b" not in (diary.folder / LOG_NAME).read_text(encoding="utf-8")


@pytest.mark.qt_log_ignore("a warning of Qt")
def test_what_qt_says_is_kept(diary: Diary) -> None:
    qWarning("a warning of Qt")
    assert events(diary)[-1]["by"] == "cjeditor.qt"
    assert "a warning of Qt" in events(diary)[-1]["event"]


def test_a_trace_stays_in_its_event(diary: Diary) -> None:
    try:
        int("x")
    except ValueError:
        logging.getLogger("cjeditor").exception("bad")
    assert "ValueError: invalid" in events(diary)[-1]["trace"]


def test_a_full_log_makes_room_and_three_former_ones_are_kept(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    handler = diary._handler
    assert isinstance(handler, RotatingFileHandler)
    assert handler.maxBytes == LOG_SIZE == 500_000
    monkeypatch.setattr(handler, "maxBytes", 400)
    for number in range(40):
        logging.getLogger("cjeditor.x").warning("number %d", number)
    names = {each.name for each in diary.folder.iterdir()} - {FATAL_NAME}
    assert names == {LOG_NAME, *(f"{LOG_NAME}.{former}" for former in (1, 2, 3))}
    assert all(0 < (diary.folder / name).stat().st_size <= 400 for name in names)
    assert events(diary)[-1]["event"] == "number 39"


def test_faults_of_the_interpreter_have_a_file(diary: Diary) -> None:
    assert faulthandler.is_enabled()
    assert (diary.folder / FATAL_NAME).exists()


def test_a_folder_that_cannot_be_written_to_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    diary = Diary(tmp_path / "file" / "log")
    diary.open()
    diary.close()
