"""The states of pictures and personas that pictures are taken of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from cjeditor.interchange.pictures import picture_in
from cjeditor.window.main_window import MainWindow

PICTURE = Path(__file__).resolve().parent / "pictures" / "window.png"


def _personas(window: MainWindow) -> None:
    window.actions_of_window["map.personas"].trigger()


def _card(window: MainWindow) -> None:
    window.actions_of_window["map.persona"].trigger()


def _pictures(window: MainWindow) -> None:
    canvas, document = window.room.canvas, window.room.document
    canvas.view.fit()
    canvas.lanes.add("images")
    canvas.view.zoom_to(1.0)
    target = canvas.picture_cards.target()
    if target is not None:
        canvas.picture_cards.add([picture_in(PICTURE)], target)
    # The program ends with the picture: nothing unsaved is to be kept, and nobody told of steps that go.
    document.undo_stack.setClean()
    document.undo_stack.blockSignals(True)


PICTURE_STATES: Final[Mapping[str, Callable[[MainWindow], None]]] = {
    "personas": _personas,
    "persona-card": _card,
    "pictures": _pictures,
}
"""What brings a window into each state, by the state's name."""
