"""The room sees how much time is left, which step it is, and what is asked meanwhile."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cjeditor.layout.primitives import Text
from cjeditor.model.edits.workshop import replace_agenda
from cjeditor.model.project import Project
from cjeditor.window.room_view.clock import clock_shapes, time_left
from cjeditor.window.workshop.timer import WorkshopTimer
from tests.builders import small_project
from tests.window.conftest import NOON
from tests.window.room_view.hands import Facilitator, settle


def _planned() -> Project:
    ids = iter(("ag_a", "ag_b"))
    plan = [
        {"title": "Willkommen", "minutes": 5},
        {"title": "Still schreiben", "minutes": 7, "question": "Was bremst hier?"},
    ]
    return replace_agenda(small_project(), plan, new_ids=lambda _prefix: next(ids))


@pytest.fixture
def moments(facilitator: Facilitator) -> Iterator[list[datetime.datetime]]:
    """Return a list whose last entry is the time of the facilitator's timer; the project has an agenda."""
    times = [NOON]
    room = facilitator.window.room
    room.show_project(_planned(), None, None)
    room.timer._now = lambda: times[-1]
    settle()
    yield times
    room.timer.pause()


def said(facilitator: Facilitator) -> list[str]:
    view = facilitator.view
    shapes = clock_shapes(view.showing.timer, view.page.clock, view.pages.layout.words)
    return [shape.text for shape in shapes if isinstance(shape, Text)]


def test_without_a_step_there_is_no_clock(facilitator: Facilitator, moments: list[datetime.datetime]) -> None:
    assert said(facilitator) == []
    assert facilitator.view.page.clock.width == 0


def test_the_clock_runs_and_the_question_of_the_step_is_the_headline(
    facilitator: Facilitator, moments: list[datetime.datetime]
) -> None:
    timer: WorkshopTimer = facilitator.window.room.timer
    headline = facilitator.view.showing.content.headline
    timer.start()
    settle()
    assert said(facilitator) == ["5:00", "Step 1 of 2"]
    assert (facilitator.view.showing.content.headline, facilitator.view.showing.content.subline) == (
        headline,
        "Willkommen",
    )
    timer.next_step()
    settle()
    assert said(facilitator) == ["7:00", "Step 2 of 2"]
    assert facilitator.view.showing.content.headline == "Was bremst hier?"
    assert facilitator.view.showing.content.subline == "Still schreiben"
    before, layout = facilitator.view.grab().toImage(), facilitator.view.pages.layout
    moments.append(NOON + datetime.timedelta(seconds=143))
    timer.tick()
    settle()
    assert said(facilitator)[0] == "4:37"
    assert facilitator.view.grab().toImage() != before
    assert facilitator.view.pages.layout is layout
    moments.append(NOON + datetime.timedelta(minutes=7, seconds=12))
    timer.tick()
    (time, _) = clock_shapes(timer, facilitator.view.page.clock, facilitator.view.pages.layout.words)
    assert isinstance(time, Text)
    assert (time.text, time.colour) == ("−0:12", "warning")


def test_a_frozen_view_keeps_the_question_while_the_clock_runs(
    facilitator: Facilitator, moments: list[datetime.datetime]
) -> None:
    timer: WorkshopTimer = facilitator.window.room.timer
    timer.start()
    timer.next_step()
    settle()
    QTest.keyClick(facilitator.view, Qt.Key.Key_F)
    timer.finish()
    settle()
    assert facilitator.view.showing.content.headline == "Was bremst hier?"
    facilitator.press(Qt.Key.Key_F)
    assert facilitator.view.showing.content.headline != "Was bremst hier?"
    assert not facilitator.view.showing.content.timed


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(277, "4:37"), (0, "0:00"), (-12, "−0:12"), (5_999, "99:59"), (6_000, "1:40:00"), (-86_400, "−24:00:00")],
)
def test_time_is_written_as_people_read_it(seconds: int, shown: str) -> None:
    assert time_left(seconds) == shown
