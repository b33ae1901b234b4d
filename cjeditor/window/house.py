"""What all windows of the running program share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cjeditor.texts import Texts
from cjeditor.window.appearance import Appearance
from cjeditor.window.icons import Icons
from cjeditor.window.own_blocks import OwnBlocks
from cjeditor.window.preferences import Preferences
from cjeditor.window.qt_words import QtWords
from cjeditor.window.window_list import WindowList


@dataclass
class House:
    """Handed to each window when it is made.

    Attributes:
        words: the language of the windows; `speak` alone replaces it, and who made parts from it makes them anew.
        log_folder: where the program's own records lie.
        now: the date and time here, with its zone.
        own_blocks: the person's own building blocks.
    """

    preferences: Preferences
    appearance: Appearance
    words: Texts
    icons: Icons
    windows: WindowList
    log_folder: Path
    now: Callable[[], datetime]
    own_blocks: OwnBlocks
    qt_words: QtWords = field(default_factory=QtWords)

    def speak(self, words: Texts) -> None:
        """Give windows that are made from now on these words, and Qt its own in the same language."""
        self.words = words
        self.qt_words.speak(words.language)

    def time(self) -> str:
        """Return the time of day as people write it: ``14:32``."""
        return f"{self.now():%H:%M}"

    def today(self) -> str:
        """Return the date: ``YYYY-MM-DD``."""
        return self.now().date().isoformat()
