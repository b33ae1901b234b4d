"""What a room knows of the features in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


def _nothing() -> None:
    """Do nothing; keep nothing."""


def _ignore(_kept: object) -> None:
    """Go on with nothing."""


@dataclass(frozen=True)
class Part:
    """What a module of this folder returns from its function `move_in`, which has connected all that it needs.

    Attributes:
        targets: what handlers in the actions table are methods of, by their names.
        begin_anew: forgets what was shown of one project, for another is in the window now.
        kept: returns what the same feature of the next room goes on with, and lets go of it.
        go_on: takes that up; with nothing where the room before kept nothing.
        close: ends what it has open, for the window closes.
    """

    targets: Mapping[str, object]
    begin_anew: Callable[[], None] = _nothing
    kept: Callable[[], object] = _nothing
    go_on: Callable[[Any], None] = _ignore
    close: Callable[[], None] = _nothing
