"""What the tests of the canvas share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import small_project
from tests.canvas.hands import Hands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    """Return a canvas on the small project, shown, with the keyboard."""
    made = Hands(small_project())
    qtbot.addWidget(made.canvas)
    yield made
    made.canvas.close()
