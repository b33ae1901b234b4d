"""What tests of windows stand on: a parent for dialogues, and the whole program without its event loop."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """Return a window for dialogues, which delete themselves when closed and so are not given to the bot."""
    made = QWidget()
    qtbot.addWidget(made)
    return made
