"""A session without a mouse: from the template to a saved map of ten touchpoints with their properties."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.storage.load import open_file
from cjeditor.window.linking.card_dialog import CardDialog
from cjeditor.window.main_window import MainWindow
from cjeditor.window.new_map.dialog import NewDialog
from cjeditor.window.properties.field import Field
from tests.window.conftest import Start
from tests.window.dialogues import shown

STORY = (
    ("Moves to the new town", "Hears of the monthly ticket", "Asks a colleague"),
    ("Looks up the fares", "Compares with the car", "Reads the small print"),
    ("Buys at the machine", "Waits for the card", "Travels on the paper slip", "Gets the card"),
)
"""What is written, phase by phase."""


class Hands:
    """Two hands on a keyboard: they know no widget, only what has the focus."""

    def __init__(self, qtbot: QtBot) -> None:
        self._bot = qtbot

    def focused(self) -> QWidget:
        """Return what has the focus."""
        self._bot.waitUntil(lambda: QApplication.focusWidget() is not None)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, keys: str) -> None:
        """Press a key or several at once: ``Ctrl+S``."""
        key = QKeySequence(keys)[0]
        self._bot.keyClick(self.focused(), key.key(), key.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type a text."""
        self._bot.keyClicks(self.focused(), text)

    def tab_to(self, field: str) -> None:
        """Press Tab until the focus is in a field."""
        for _ in range(80):
            if self.field() == field:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {field}")

    def field(self) -> str:
        """Return the name of the field of the properties that has the focus; nothing where none has."""
        at: QWidget | None = self.focused()
        while at is not None and not isinstance(at, Field):
            at = at.parentWidget()
        return "" if at is None else at.objectName()


def _write(hands: Hands) -> None:
    for place, phase in enumerate(STORY):
        for number, title in enumerate(phase):
            hands.type(title)
            hands.press(f"Ctrl+{(place + number) % 5 + 1}")
            hands.press("Enter" if title != phase[-1] else "Tab")
    hands.press("Esc")


def _fill_in(qtbot: QtBot, hands: Hands, window: MainWindow, number: int) -> None:
    """Give a card its properties: go there by its number, then to the properties and back."""
    hands.press("Ctrl+G")
    asked = shown(qtbot, CardDialog)
    qtbot.waitUntil(asked.isActiveWindow)
    hands.type(str(number))
    hands.press("Enter")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    # What a window manager does when a dialogue closes; the offscreen platform has none.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for _ in range(8):
        if hands.field():
            break
        hands.press("F6")
    hands.tab_to("field.channel")
    hands.press("Down")
    hands.press("Down")
    hands.tab_to("field.expected_wait")
    hands.type("2")
    hands.tab_to("field.moment_of_truth")
    hands.press("Space")
    hands.tab_to("field.description")
    hands.type(f"What happens at {number}")
    hands.tab_to("field.owner")
    hands.type("Sales")
    hands.press("Esc")


def test_a_map_of_ten_touchpoints_is_made_filled_in_and_saved_by_keys(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    hands = Hands(qtbot)
    window = start([])
    dialog = shown(qtbot, NewDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.templates.choose("three-phases")
    hands.type("The season ticket")
    hands.press("Enter")
    qtbot.waitUntil(lambda: window.isActiveWindow() and len(window.room.document.project.maps[0].phases) == 3)
    _write(hands)
    assert len(window.room.document.project.maps[0].touchpoints) == 10
    for number in range(1, 11):
        _fill_in(qtbot, hands, window, number)
    hands.press("Ctrl+S")
    asked = shown(qtbot, QFileDialog)
    qtbot.waitUntil(asked.isActiveWindow)
    file = tmp_path / "ticket.cjmap"
    hands.press("Ctrl+A")
    hands.type(str(file))
    hands.press("Enter")
    qtbot.waitUntil(file.exists)
    project = open_file(file).project
    (journey_map,) = project.maps
    assert journey_map.title == "The season ticket"
    found = sorted(journey_map.touchpoints, key=lambda one: one.number)
    assert [one.title for one in found] == [title for phase in STORY for title in phase]
    assert len({one.step for one in found}) == 3
    for one in found:
        assert one.moment_of_truth
        assert one.owner == "Sales"
        assert one.emotion is not None
        assert one.description == f"What happens at {one.number}"
        assert one.channel is not None
        assert one.expected_wait is not None
        assert one.expected_wait.amount == 2
    window.room.document.undo_stack.setClean()
