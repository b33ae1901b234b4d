"""What the pane of figures knows of a view in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from cjeditor.layout.theme import Theme


def _yes() -> bool:
    return True


@dataclass(frozen=True)
class FigureView:
    """What a module of the folder `views` returns from its function `view_for`.

    Attributes:
        widget: the view.
        refresh: shows project and map as they are now; asked for only while the view is seen.
        choose: marks what is chosen on the map.
        set_theme: takes other colours.
        take_focus: gives the focus to the right part of it.
        finish_editing: keeps what is being written in it; False when something was refused and stays open.
    """

    widget: QWidget
    refresh: Callable[[], None]
    choose: Callable[[], None]
    set_theme: Callable[[Theme], None]
    take_focus: Callable[[], None]
    finish_editing: Callable[[], bool] = _yes
