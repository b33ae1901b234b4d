"""Keys of the window's actions do in the room view what they do beside the map; bare keys lead the room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from cjeditor.model.edits.workshop import replace_agenda
from cjeditor.model.project import Project
from cjeditor.window.actions import ROWS
from tests.window.room_view.hands import Facilitator, room_views, settle

KEY, HELD = Qt.Key, Qt.KeyboardModifier
_CONTROL_SHIFT = HELD.ControlModifier | HELD.ShiftModifier


def _planned(project: Project) -> Project:
    ids = iter(("ag_1", "ag_2"))
    return replace_agenda(
        project, [{"title": "One", "minutes": 5}, {"title": "Two", "minutes": 5}], new_ids=lambda _prefix: next(ids)
    )


@pytest.fixture
def workshop(facilitator: Facilitator) -> Facilitator:
    """Return a facilitator with an agenda, whose keys go to the room view."""
    facilitator.window.room.document.apply("Plan", _planned)
    settle()
    facilitator.view.activateWindow()
    facilitator.qtbot.waitUntil(facilitator.view.isActiveWindow)
    return facilitator


def test_black_out_and_freeze_have_their_keys(workshop: Facilitator) -> None:
    showing = workshop.view.showing
    workshop.press(KEY.Key_F5, HELD.ControlModifier)
    assert showing.shown.black
    workshop.press(KEY.Key_F5, HELD.ControlModifier)
    assert not showing.shown.black
    workshop.press(KEY.Key_F5, HELD.ShiftModifier)
    assert showing.shown.frozen is not None
    workshop.press(KEY.Key_F5)
    assert room_views() == []


def test_the_clock_of_the_workshop_has_its_keys(workshop: Facilitator) -> None:
    timer, before = workshop.window.room.timer, workshop.view.showing.shown
    workshop.press(KEY.Key_Space, _CONTROL_SHIFT)
    assert (timer.running, timer.step_number) == (True, 1)
    workshop.press(KEY.Key_M, _CONTROL_SHIFT)
    assert timer.total_seconds == 360
    workshop.press(KEY.Key_PageDown, _CONTROL_SHIFT)
    assert timer.step_number == 2
    workshop.press(KEY.Key_PageUp, _CONTROL_SHIFT)
    workshop.press(KEY.Key_Space, _CONTROL_SHIFT)
    assert (timer.running, timer.step_number) == (False, 1)
    assert workshop.view.showing.shown == before


def test_a_key_that_was_chosen_leads_the_room(workshop: Facilitator) -> None:
    workshop.window._house.preferences.keys.choose("room.black", QKeySequence("Ctrl+Alt+Y"))
    workshop.press(KEY.Key_F5, HELD.ControlModifier)
    assert not workshop.view.showing.shown.black
    workshop.press(KEY.Key_Y, HELD.ControlModifier | HELD.AltModifier)
    assert workshop.view.showing.shown.black


@pytest.mark.parametrize("held", [HELD.ControlModifier, HELD.ShiftModifier, HELD.AltModifier])
def test_bare_keys_are_no_others(workshop: Facilitator, held: HELD) -> None:
    taken = {
        QKeySequence(key)[0] for row in ROWS if row.handler.startswith(("room_view.", "workshop.")) for key in row.keys
    }
    before = workshop.view.showing.shown
    for key in (KEY.Key_B, KEY.Key_F, KEY.Key_Right, KEY.Key_PageDown, KEY.Key_End, KEY.Key_F11, KEY.Key_Escape):
        if QKeyCombination(held, key) not in taken:
            workshop.press(key, held)
            assert workshop.view.showing.shown == before
            assert workshop.view.pages.number == 0
    assert not workshop.view.isFullScreen()
