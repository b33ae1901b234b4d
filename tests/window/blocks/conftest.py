"""A window with its building blocks filled, and what a person does with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint
from pytestqt.qtbot import QtBot

from cjeditor.canvas.blocks import Block
from cjeditor.window.blocks.building_blocks import BuildingBlocks
from cjeditor.window.blocks.offer import Offer
from cjeditor.window.main_window import MainWindow


class Blocks:
    """The building blocks of one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.inside: BuildingBlocks = window.room.contents.blocks
        self.tree = self.inside.tree
        self.search = self.inside.search
        self.inside.refresh()

    @property
    def titles(self) -> list[str]:
        rows = self.tree.rows
        return [str(rows.index(place, 0).data()) for place in range(rows.rowCount())]

    def offers(self, key: str = "") -> list[Offer]:
        """Return what is offered in one section, or in all."""
        rows = self.tree.rows
        headings = [rows.index(place, 0) for place in range(rows.rowCount())]
        found = [
            rows.offer(rows.index(row, 0, heading))
            for heading in headings
            if key in ("", rows.section(heading).key)
            for row in range(rows.rowCount(heading))
        ]
        return [offer for offer in found if offer is not None]

    def index(self, block: Block | str) -> QModelIndex:
        """Return the row of a block, or of the block of this name."""
        offer = next(one for one in self.offers() if block in (one.block, one.name))
        return self.tree.rows.place_of(offer)

    def place(self, block: Block | str) -> QPoint:
        """Return the middle of a row in the viewport, scrolled to."""
        index = self.index(block)
        self.tree.scrollTo(index)
        return self.tree.visualRect(index).center()

    def go_to(self, block: Block | str) -> None:
        self.tree.setFocus()
        self.tree.setCurrentIndex(self.index(block))


@pytest.fixture
def blocks(qtbot: QtBot, window: MainWindow) -> Blocks:
    """Return the building blocks of a window with the nine phases, in front."""
    window.resize(1366, 768)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Blocks(window)
