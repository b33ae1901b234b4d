"""What new projects and maps begin with: the author, the paper, the words for emotions."""

from __future__ import annotations

import re
from typing import Literal, cast, get_args

from PySide6.QtCore import QSettings

PaperChoice = Literal["A4", "A3", "A2", "A1", "A0", "Letter", "Tabloid"]
"""The papers that a project may prescribe."""

NAME_LIMIT = 200
"""Characters of the author's name."""

WORD_LIMIT = 60
"""Characters of one word for an emotion."""

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")

EMOTIONS = (-2, -1, 0, 1, 2)


class Defaults:
    """One person's part of the settings file, read and written by name; what was damaged by hand counts as not set."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def author(self) -> str:
        """Who makes the maps; empty where nobody said."""
        return self._line("author", NAME_LIMIT)

    def set_author(self, name: str) -> None:
        """Keep who makes the maps."""
        self._settings.setValue("defaults/author", name.strip())

    @property
    def paper(self) -> PaperChoice:
        """What handouts are printed on."""
        chosen = self._settings.value("defaults/paper", "")
        return cast(PaperChoice, chosen) if chosen in get_args(PaperChoice) else "A4"

    def set_paper(self, paper: PaperChoice) -> None:
        """Keep what handouts are printed on."""
        self._settings.setValue("defaults/paper", paper)

    def emotion_words(self, language: str) -> tuple[str, ...]:
        """Return the words for −2 … +2 in a language; empty ones stand for the program's own."""
        return tuple(self._line(_word_key(value, language), WORD_LIMIT) for value in EMOTIONS)

    def set_emotion_word(self, language: str, value: int, word: str) -> None:
        """Keep the word of a language for one emotion (−2 … +2)."""
        self._settings.setValue(f"defaults/{_word_key(value, language)}", word.strip())

    def give_old_words(self, language: str) -> None:
        """Give the words to `language` that were kept when there was one set for all; they were typed in it."""
        for value in EMOTIONS:
            old = f"emotion_{value + 3}"
            word = self._line(old, WORD_LIMIT)
            if word and not self._line(_word_key(value, language), WORD_LIMIT):
                self.set_emotion_word(language, value, word)
            self._settings.remove(f"defaults/{old}")

    def _line(self, key: str, limit: int) -> str:
        kept = self._settings.value(f"defaults/{key}", "")
        return kept.strip()[:limit] if isinstance(kept, str) and _UNPRINTABLE.search(kept) is None else ""


def _word_key(value: int, language: str) -> str:
    return f"emotion_{language}_{value + 3}"
