"""What the panes of a window know of what lies in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget


def _nothing() -> None:
    """Do nothing; keep nothing."""


def _yes() -> bool:
    return True


def _no() -> bool:
    return False


def _ignore(_kept: object) -> None:
    """Go on with nothing."""


@dataclass(frozen=True)
class Content:
    """What a module of this folder returns from its function `content_for`.

    Attributes:
        widget: fills the pane.
        line: stands above it in the place of the title.
        take_focus: gives the focus to the right part of it; without it the widget itself takes it.
        show_map: shows another project or map.
        finish_editing: keeps what is being written; False when something was refused and stays open.
        paste: pastes if its cells have the focus, and says whether it did.
        rename: writes in its cell that has the focus, if there is one, and says so.
        kept: returns what the content of the next room goes on with, made in another language perhaps.
        go_on: takes that up, once the pane has its size.
    """

    widget: QWidget
    line: QWidget | None = None
    take_focus: Callable[[], None] | None = None
    show_map: Callable[[], None] = _nothing
    finish_editing: Callable[[], bool] = _yes
    paste: Callable[[], bool] = _no
    rename: Callable[[], bool] = _no
    kept: Callable[[], object] = _nothing
    go_on: Callable[[Any], None] = _ignore
