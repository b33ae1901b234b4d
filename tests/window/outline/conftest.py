"""A window on the small project with its outline open."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from cjeditor.window.program import Program
from tests.builders import small_project
from tests.window.outline.hands import Outline


@pytest.fixture
def outline(qtbot: QtBot, program: Program) -> Outline:
    window = program.open_window(small_project())
    qtbot.waitExposed(window)
    window.actions_of_window["view.outline"].trigger()
    return Outline(window)
