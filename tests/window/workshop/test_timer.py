"""The timer walks through the agenda by a clock that the test moves; what really happened stands in the document."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from cjeditor.document import Document
from cjeditor.model.edits.workshop import delete_agenda_steps, replace_agenda, set_agenda_step
from cjeditor.model.lookup import ordered
from cjeditor.model.project import AgendaStep, Project
from cjeditor.window.main_window import MainWindow
from cjeditor.window.workshop.timer import WorkshopTimer
from tests.builders import small_project
from tests.window.workshop.conftest import Clock


def planned() -> Project:
    ids = iter(("ag_1", "ag_2", "ag_3"))
    plan = [{"title": "Welcome", "minutes": 5}, {"title": "Write", "minutes": 10}, {"title": "Close", "minutes": 2}]
    return replace_agenda(small_project(), plan, new_ids=lambda _prefix: next(ids))


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(planned())


@pytest.fixture
def timer(document: Document, clock: Clock) -> WorkshopTimer:
    return WorkshopTimer(document, clock, document)


def steps(document: Document) -> list[AgendaStep]:
    return ordered(document.project.agenda)


def test_stands_before_the_first_step(timer: WorkshopTimer) -> None:
    assert (timer.step, timer.step_number, timer.step_count) == (None, 0, 3)
    assert (timer.running, timer.remaining_seconds) == (False, 0)


def test_counts_down_and_tells_each_second_once(timer: WorkshopTimer, clock: Clock) -> None:
    told: list[int] = []
    timer.start()
    timer.ticked.connect(lambda: told.append(timer.remaining_seconds))
    for _ in range(8):
        clock.go_on(0.25)
        timer.tick()
    assert timer.step_number == 1
    assert told == [299, 298]


def test_ends_once_and_goes_on_below_zero(timer: WorkshopTimer, clock: Clock, qtbot: QtBot) -> None:
    timer.start()
    clock.go_on(299.5)
    with qtbot.assertNotEmitted(timer.ended):
        timer.tick()
    clock.go_on(0.5)
    with qtbot.waitSignal(timer.ended, timeout=0, raising=False) as ended:
        timer.tick()
    assert ended.signal_triggered
    clock.go_on(30)
    with qtbot.assertNotEmitted(timer.ended):
        timer.tick()
    assert timer.remaining_seconds == -30
    assert timer.running


def test_stands_still_and_goes_on(timer: WorkshopTimer, clock: Clock) -> None:
    timer.start()
    clock.go_on(60)
    timer.pause()
    clock.go_on(600)
    assert (timer.running, timer.remaining_seconds) == (False, 240)
    timer.start()
    clock.go_on(10)
    assert (timer.running, timer.remaining_seconds) == (True, 230)


def test_gives_a_minute_more_also_to_a_step_that_is_over(timer: WorkshopTimer, clock: Clock, qtbot: QtBot) -> None:
    timer.start()
    clock.go_on(100)
    timer.add_minute()
    assert timer.remaining_seconds == 260
    clock.go_on(300)
    timer.tick()
    assert timer.remaining_seconds == -40
    timer.add_minute()
    assert timer.remaining_seconds == 60
    clock.go_on(60)
    with qtbot.waitSignal(timer.ended, timeout=0, raising=False) as ended:
        timer.tick()
    assert ended.signal_triggered, "the end is told once more"


def test_writes_down_when_each_step_really_began_and_ended(
    timer: WorkshopTimer, clock: Clock, document: Document
) -> None:
    timer.start()
    clock.go_on(400)
    timer.next_step()
    clock.go_on(500)
    timer.next_step()
    clock.go_on(60)
    timer.next_step()
    times = [(each.started[11:], each.ended[11:]) for each in steps(document)]
    assert times == [("09:00:00", "09:06:40"), ("09:06:40", "09:15:00"), ("09:15:00", "09:16:00")]
    assert timer.step is None
    assert not timer.running


def test_the_times_are_no_step_to_undo(timer: WorkshopTimer, clock: Clock, document: Document) -> None:
    document.apply("x", lambda p: set_agenda_step(p, "ag_1", question="What?"))
    timer.start()
    clock.go_on(60)
    timer.next_step()
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    first = steps(document)[0]
    assert (first.question, first.started[11:], first.ended[11:]) == ("", "09:00:00", "09:01:00")
    document.undo_stack.redo()
    assert steps(document)[0] == first.model_copy(update={"question": "What?"})
    assert not document.is_clean(), "no file holds the times"


def test_goes_back_with_all_the_time_and_keeps_the_first_beginning(
    timer: WorkshopTimer, clock: Clock, document: Document
) -> None:
    timer.start()
    clock.go_on(400)
    timer.next_step()
    clock.go_on(20)
    timer.previous_step()
    assert (timer.step_number, timer.remaining_seconds, timer.running) == (1, 300, True)
    clock.go_on(5)
    timer.previous_step()
    assert (timer.step_number, timer.remaining_seconds) == (1, 300)
    assert (steps(document)[0].started[11:], steps(document)[0].ended) == ("09:00:00", "")


def test_a_step_shown_while_it_stands_still_has_not_begun(timer: WorkshopTimer, document: Document) -> None:
    timer.start()
    timer.pause()
    timer.next_step()
    assert (timer.step_number, timer.running) == (2, False)
    assert steps(document)[1].started == ""


def test_a_step_begun_after_the_end_is_part_of_a_new_run(
    timer: WorkshopTimer, clock: Clock, document: Document
) -> None:
    timer.start()
    for _ in range(3):
        clock.go_on(60)
        timer.next_step()
    timer.start_step("ag_1")
    clock.go_on(60)
    timer.next_step()
    clock.go_on(60)
    timer.previous_step()
    timer.finish()
    times = [(each.started[11:], each.ended[11:]) for each in steps(document)]
    assert times == [("09:03:00", "09:05:00"), ("09:04:00", "09:05:00"), ("09:02:00", "09:03:00")]


def test_only_after_the_end_the_times_can_be_forgotten(timer: WorkshopTimer, document: Document) -> None:
    timer.start(afresh=True)
    timer.next_step()
    timer.finish()
    held = steps(document)[0].started
    timer.start(afresh=True)
    assert (timer.step_number, steps(document)[0].started) == (3, held)


def test_begins_where_people_stopped_and_afresh_after_the_end(
    timer: WorkshopTimer, clock: Clock, document: Document, qtbot: QtBot
) -> None:
    timer.start()
    clock.go_on(60)
    timer.finish()
    timer.start()
    assert timer.step_number == 2
    for _ in range(2):
        clock.go_on(60)
        timer.next_step()
    assert timer.is_over
    before = document.project
    with qtbot.waitSignal(timer.afresh_wanted, timeout=0, raising=False) as asked:
        timer.start()
    assert asked.signal_triggered
    assert (timer.step, document.project) == (None, before), "nobody has said yet that the times may go"
    timer.start(afresh=True)
    assert (timer.step_number, timer.running) == (1, True)
    assert [each.started[11:] for each in steps(document)] == ["09:03:00", "", ""]


def test_any_step_can_be_begun(timer: WorkshopTimer, document: Document) -> None:
    begun: list[int] = []
    timer.begun.connect(lambda: begun.append(timer.step_number))
    timer.start()
    timer.start_step("ag_3")
    timer.pause()
    timer.start()
    assert begun == [1, 3]
    assert steps(document)[0].ended


def test_follows_the_agenda(timer: WorkshopTimer, clock: Clock, document: Document, qtbot: QtBot) -> None:
    timer.start()
    timer.next_step()
    clock.go_on(60)
    with qtbot.waitSignal(timer.step_changed, timeout=0, raising=False) as told:
        document.apply("x", lambda p: set_agenda_step(p, "ag_2", minutes=20, question="What?"))
    assert told.signal_triggered
    assert timer.step is not None
    assert timer.step.question == "What?"
    assert timer.remaining_seconds == 19 * 60
    document.apply("x", lambda p: delete_agenda_steps(p, ["ag_2"]))
    assert (timer.step, timer.running, timer.step_count) == (None, False, 2)


def test_goes_on_when_its_step_is_back(timer: WorkshopTimer, clock: Clock, document: Document) -> None:
    timer.start()
    clock.go_on(60)
    timer.add_minute()
    document.apply("x", lambda p: delete_agenda_steps(p, ["ag_1", "ag_2", "ag_3"]))
    assert (timer.step, timer.running) == (None, False)
    clock.go_on(30)
    document.undo_stack.undo()
    assert (timer.step_number, timer.running, timer.remaining_seconds) == (1, True, 270)
    clock.go_on(10)
    timer.next_step()
    assert steps(document)[0].started[11:] == "09:00:00"
    assert steps(document)[0].ended[11:] == "09:01:40"


def test_does_not_go_on_after_it_was_ended(timer: WorkshopTimer, document: Document) -> None:
    timer.start()
    document.apply("x", lambda p: delete_agenda_steps(p, ["ag_1"]))
    timer.finish()
    document.undo_stack.undo()
    assert (timer.step, timer.running) == (None, False)


def test_without_agenda_there_is_nothing_to_start(clock: Clock, qapp: object) -> None:
    document = Document(Project(maps=small_project().maps))
    timer = WorkshopTimer(document, clock, document)
    for act in (timer.start, timer.next_step, timer.previous_step, timer.add_minute, timer.pause, timer.finish):
        act()
    assert (timer.step, timer.running, document.undo_stack.count()) == (None, False, 0)


def test_goes_on_when_the_window_is_furnished_anew(window: MainWindow, qtbot: QtBot) -> None:
    room = window.room
    room.document.apply("x", lambda p: replace_agenda(p, [{"minutes": 5}, {"minutes": 7}], new_ids=_ids()))
    room.timer.start()
    room.timer.next_step()
    room.timer.add_minute()
    state = room.timer.state
    room.settings.language_wanted.emit("de")
    qtbot.waitUntil(lambda: window.room is not room)
    assert window.room.timer.state == state
    assert (window.room.timer.step_number, window.room.timer.running) == (2, True)


def _ids() -> object:
    numbers = iter(range(100))
    return lambda prefix: f"{prefix}_{next(numbers)}"
