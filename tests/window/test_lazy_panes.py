"""Panes are filled when people come to see them, and what commands they have works before that."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.model.edits.workshop import add_agenda_step
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.pane_plan import PANES
from cjeditor.window.program import Program
from tests.builders import small_project
from tests.window.own_sample import own_sample

ROOT = Path(__file__).parents[2]
HIDDEN = [spec.id for spec in PANES if not spec.shown]

# The platform without a screen cannot bring windows forward and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def made(window: MainWindow) -> list[str]:
    return [spec.id for spec in PANES if spec.id in window.room.contents]


def sizes(window: MainWindow) -> tuple[list[QRect], QRect, QSize]:
    """How large all panes, the map and the window are."""
    return [window.panes[spec.id].geometry() for spec in PANES], window.room.canvas.geometry(), window.size()


def ask(window: MainWindow, row_id: str) -> None:
    window.actions_of_window[row_id].trigger()


def test_only_what_is_seen_is_made(in_front: MainWindow) -> None:
    assert made(in_front) == [spec.id for spec in PANES if spec.shown]
    assert [in_front.panes[one].content for one in HIDDEN] == [None] * len(HIDDEN)


def test_a_pane_is_made_when_it_is_shown_and_then_stays(in_front: MainWindow) -> None:
    expected = {spec.id for spec in PANES if spec.shown}
    for pane_id in HIDDEN:
        ask(in_front, f"view.{pane_id}")
        expected.add(pane_id)
        content = in_front.panes[pane_id].content
        assert content is not None, pane_id
        assert content.isVisible(), pane_id
        assert in_front.panes[pane_id].has_focus(), pane_id
        assert set(made(in_front)) == expected, "no other one"
        in_front.panes.show_pane(pane_id, False)
        ask(in_front, f"view.{pane_id}")
        assert in_front.panes[pane_id].content is content, pane_id
        in_front.panes.show_pane(pane_id, False)


def test_nothing_jumps_when_a_pane_is_filled(qtbot: QtBot, in_front: MainWindow) -> None:
    for pane_id in HIDDEN:
        pane = in_front.panes[pane_id]
        # As it would stand empty: the content is what asks for room.
        pane.wanted.disconnect(in_front.room.contents._fill_wanted)
        pane.show()
        pane.raise_()
        QApplication.processEvents()
        before = sizes(in_front)
        in_front.room.contents.fill(pane_id)
        QApplication.processEvents()
        assert sizes(in_front) == before, pane_id
        pane.hide()
        QApplication.processEvents()


def test_commands_that_ask_the_panes_make_none(in_front: MainWindow) -> None:
    before = made(in_front)
    for row_id in ("edit.paste", "edit.rename", "edit.undo", "file.save_copy"):
        ask(in_front, row_id)
        in_front.room.canvas.finish_editing()
        for dialog in QApplication.topLevelWidgets():
            if dialog.isModal():
                dialog.close()
        assert made(in_front) == before, row_id


def test_the_search_for_blocks_is_there_though_its_pane_never_was(qtbot: QtBot, house: House, program: Program) -> None:
    house.preferences.keep_flag("blocks", False)
    window = program.open_window(small_project())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert "blocks" not in made(window)
    ask(window, "view.find_block")
    assert window.room.contents.blocks.search.hasFocus()


def test_the_clock_opens_its_step_and_tells_its_end_though_the_agenda_was_never_shown(
    qtbot: QtBot, in_front: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = in_front.room
    journey_map = room.canvas.desk.map
    phase = journey_map.phases[3].id
    room.document.apply("plan", lambda p: add_agenda_step(p, step_id="ag_a", title="Write", minutes=1, phase=phase))
    beeps: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(True))
    QApplication.processEvents()  # the command is there now
    ask(in_front, "workshop.toggle")
    focus = room.canvas.selection.focus
    assert focus is not None
    assert next(one for one in journey_map.steps if one.id == focus.step).phase == phase
    room.timer.ended.emit()
    assert beeps == [True]
    assert in_front.statusBar().currentMessage() == "The time of this step is over."
    assert "agenda" not in made(in_front)


def test_what_a_pane_kept_goes_through_a_room_in_which_it_was_never_shown(qtbot: QtBot, in_front: MainWindow) -> None:
    room = in_front.room
    room.contents.blocks.search.setText("call")
    room.contents.guide.pin(True)
    in_front.panes.show_pane("blocks", False)
    for language in ("de", "en"):
        room = in_front.room
        room.settings.language_wanted.emit(language)
        qtbot.waitUntil(lambda room=room: in_front.room is not room)  # type: ignore[misc]  # bound at once
        assert made(in_front) == ["properties"]
    in_front.panes.show_pane("blocks", True)
    assert in_front.room.contents.blocks.search.text() == "call"


LOADED = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from cjeditor.window.application import Application
app = QApplication(["cjeditor"])
application = Application(app)
application.start([Path(name) for name in sys.argv[1:]])
application.furnish()
for _ in range(3):
    app.processEvents()
print(*sorted(sys.modules))
import os
sys.stdout.flush()
os._exit(0)
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the modules that a program has loaded when a map is on screen."""
    home = tmp_path_factory.mktemp("loaded")
    environment = {**os.environ, "CJEDITOR_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", LOADED, str(own_sample(home))]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True, cwd=ROOT, timeout=60)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "name",
    [
        "reportlab", "pypdfium2", "PIL", "fontTools",
        "cjeditor.window.guide.guide", "cjeditor.window.outline.dock",
        "cjeditor.window.workshop.agenda", "cjeditor.window.workshop.inbox",
        "cjeditor.window.grouping.dialog", "cjeditor.analysis.similar",
        "cjeditor.window.linking.card_dialog", "cjeditor.window.new_map.dialog",
        "cjeditor.window.transfer.dialog", "cjeditor.window.views.dialog", "cjeditor.window.voting.glass",
        "cjeditor.window.history.dialog", "cjeditor.window.history.name_dialog", "cjeditor.window.history.project_look",
        "cjeditor.window.reconciling.dialog", "cjeditor.analysis.comparing", "cjeditor.difference_wording",
    ],
)  # fmt: skip
def test_what_nobody_sees_yet_is_not_loaded(loaded: set[str], name: str) -> None:
    assert "cjeditor.window.room" in loaded
    assert name not in loaded
