"""The capture script: a map of twenty touchpoints over five phases and four lanes, by real key events alone, counted.

What is counted, and how other programs were counted on paper, stands in tests/benchmarks/README.md.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from cjeditor.model.lookup import known, ordered, ordered_steps
from cjeditor.window.main_window import MainWindow
from cjeditor.window.new_map.dialog import NewDialog
from tests.window.conftest import Start
from tests.window.dialogues import shown
from tests.window.test_by_keyboard import Hands

PAPER = Path(__file__).parent.parent / "benchmarks" / "README.md"
PER_PHASE = 4
TOUCHPOINTS = (
    ("Sees the poster", "Outdoor advertising", 1),
    ("Hears of it from a colleague", "Family and friends", 2),
    ("Follows the account", "Social media", 0),
    ("Reads the first news", "E-mail", 1),
    ("Compares three offers", "Comparison site", -1),
    ("Reads what others say", "Review site", 1),
    ("Asks in the chat", "Live chat", 2),
    ("Calculates the costs", "Website", -1),
    ("Creates an account", "App", -1),
    ("Enters the bank details", "App", -2),
    ("Gets the confirmation", "E-mail", 1),
    ("Unpacks the card", "Parcel", 2),
    ("Uses it on the first day", "App", 2),
    ("Shows it to the inspector", "Partner", 1),
    ("Is charged twice", "App", -2),
    ("Calls the hotline", "Phone", -1),
    ("Gets the money back", "Letter", 1),
    ("Is asked for a rating", "App", 0),
    ("Recommends it at lunch", "Family and friends", 2),
    ("Brings a friend along", "Store", 2),
)
"""Title, channel, emotion: four in each phase."""

PAINS = ("Nobody explains the zones", "Too many forms", "Two charges for one ride")
"""Of the three phases before the last, from the back."""

GOALS = ("To be on time", "To pay a fair price")
"""Of the last two phases, from the back."""


class Count(NamedTuple):
    """What was pressed: letters that stand on the map, signs in the flow of typing, and all else."""

    letters: int
    signs: int
    presses: int


class CountingHands(Hands):
    """Hands that count. A key pressed together with Ctrl or Shift is one press."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self._letters = self._signs = self._presses = 0

    @property
    def count(self) -> Count:
        return Count(self._letters, self._signs, self._presses)

    def press(self, keys: str) -> None:
        super().press(keys)
        self._presses += 1

    def type(self, text: str) -> None:
        for letter in text:
            super().type(letter)
        self._letters += len(text)

    def sign(self, signs: str) -> None:
        """Type what does not stand on the map afterwards."""
        for sign in signs:
            super().type(sign)
        self._signs += len(signs)


def _begin(qtbot: QtBot, hands: CountingHands, window: MainWindow) -> None:
    """Make a project of the template with five phases."""
    dialog = shown(qtbot, NewDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    hands.type("The city card")
    hands.press("Shift+Tab")
    while dialog.choice().template != "five-phases":
        hands.press("Right")
    hands.press("Enter")
    qtbot.waitUntil(lambda: window.isActiveWindow() and len(window.room.document.project.maps[0].phases) == 5)


def _write_touchpoints(hands: CountingHands) -> None:
    for number, (title, channel, emotion) in enumerate(TOUCHPOINTS, start=1):
        hands.type(title)
        hands.sign(" @")
        hands.type(channel)
        hands.sign(f" {emotion:+}")
        last = number == len(TOUCHPOINTS)
        hands.press("Esc" if last else "Enter" if number % PER_PHASE else "Tab")


def _write_notes(hands: CountingHands, notes: tuple[str, ...]) -> None:
    """Go down a lane and write from the back to the front."""
    hands.press("Down")
    for note in notes:
        hands.type(note)
        hands.press("Esc" if note == notes[-1] else "Shift+Backtab")


def _sums() -> dict[str, int]:
    """Return the sum of presses of each table on paper, under its heading; every table adds up."""
    found = {}
    for part in PAPER.read_text(encoding="utf-8").split("\n## ")[1:]:
        heading = part.splitlines()[0]
        steps = [int(number) for number in re.findall(r"^\| [^*|].*\| (\d+) \|$", part, flags=re.MULTILINE)]
        total = re.search(r"\*\*sum\*\* \| \*\*(\d+)\*\*", part)
        if total is not None:
            assert sum(steps) == int(total[1]), heading
            found[heading] = int(total[1])
    return found


def test_the_map_is_captured_with_less_than_half_of_the_presses(
    qtbot: QtBot, start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    hands = CountingHands(qtbot)
    window = start([])
    _begin(qtbot, hands, window)
    _write_touchpoints(hands)
    _write_notes(hands, GOALS)
    _write_notes(hands, PAINS)
    project = window.room.document.project
    (journey,) = project.maps
    steps = [step.id for step in ordered_steps(journey)]
    lanes = [lane.id for lane in ordered(journey.lanes)]
    touchpoints = sorted(journey.touchpoints, key=lambda one: one.number)
    assert [(one.title, known(project.channels, one.channel or "").name, one.emotion) for one in touchpoints] == list(
        TOUCHPOINTS
    )
    assert [one.step for one in touchpoints] == [step for step in steps for _ in range(PER_PHASE)]
    notes = [(one.text, one.step, one.lane) for one in sorted(journey.notes, key=lambda one: one.number)]
    assert notes == [
        *((text, step, lanes[1]) for text, step in zip(GOALS, steps[:2:-1], strict=True)),
        *((text, step, lanes[3]) for text, step in zip(PAINS, steps[3:0:-1], strict=True)),
    ]
    window.room.document.undo_stack.setClean()

    paper = _sums()
    others = {name: presses for name, presses in paper.items() if name != "cjeditor"}
    with capsys.disabled():
        sys.stdout.write(f"\ncaptured by {hands.count}\n")
        for name, presses in others.items():
            sys.stdout.write(f"  {name}: {presses} presses on paper\n")
    assert hands.count.presses == paper["cjeditor"]
    assert hands.count.signs == 5 * len(TOUCHPOINTS)
    assert hands.count.presses * 2 < min(presses for name, presses in others.items() if "draw.io" in name)
