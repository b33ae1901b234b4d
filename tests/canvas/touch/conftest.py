"""What the tests of fingers and pens share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import small_project
from tests.canvas.hands import Hands
from tests.canvas.touch.skin import Skin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def skin(qtbot: QtBot) -> Iterator[Skin]:
    """Return fingers and a pen on a canvas with the small project."""
    hands = Hands(small_project())
    qtbot.addWidget(hands.canvas)
    qtbot.waitExposed(hands.canvas)
    made = Skin(hands)
    yield made
    made.lift_all()
    hands.canvas.close()
