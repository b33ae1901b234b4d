"""What all windows of the running program share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cjeditor.texts import Texts
from cjeditor.window.appearance import Appearance
from cjeditor.window.icons import Icons
from cjeditor.window.preferences import Preferences
from cjeditor.window.snapshots import Snapshots
from cjeditor.window.window_list import WindowList


@dataclass(frozen=True)
class House:
    """Handed to each window when it is made.

    Attributes:
        words: the language of the windows.
        log_folder: where the program's own records lie.
        time: the time of day as people write it (``14:32``).
        today: the date, ``YYYY-MM-DD``.
    """

    preferences: Preferences
    appearance: Appearance
    words: Texts
    icons: Icons
    windows: WindowList
    snapshots: Snapshots
    log_folder: Path
    time: Callable[[], str]
    today: Callable[[], str]
