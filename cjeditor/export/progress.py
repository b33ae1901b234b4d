"""How long work tells how far it is and hears that it shall stop."""

from __future__ import annotations

from collections.abc import Callable

from cjeditor.export.problems import ExportCancelled

Progress = Callable[[int, int], None]
"""Called with how much is done, and how much there is."""

Cancelled = Callable[[], bool]
"""Says whether to stop."""


def silent(_done: int, _total: int) -> None:
    """Tell nobody."""


def never() -> bool:
    """Go on."""
    return False


def check(cancelled: Cancelled) -> None:
    """Raises `ExportCancelled` where the user wants to stop."""
    if cancelled():
        raise ExportCancelled
