"""A field that holds a day."""

from __future__ import annotations

from cjeditor.interchange import csv_values
from cjeditor.texts import Texts
from cjeditor.window.properties.field import SEVERAL, Field, Unreadable
from cjeditor.window.properties.text_edit import LineEdit
from cjeditor.wording import plain

_LONGEST_SAID = 40


class DayField(Field):
    """A day, or none where it is empty; typed as 31.12.2026 or 2026-12-31, and shown so."""

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words)
        self.edit = LineEdit(name)
        self.add_control(self.edit)
        self.edit.textChanged.connect(self.take)
        self.edit.editingFinished.connect(self.settle)

    def put(self, value: object) -> None:
        """Show a day."""
        hint = typed_day("2026-12-31", self.words)
        self.edit.setPlaceholderText(self.words.t("several values") if value is SEVERAL else hint)
        self.edit.setText(typed_day(value, self.words) if isinstance(value, str) else "")

    def draft(self) -> str | None:
        """Return what is typed."""
        return self.edit.text()

    def set_draft(self, text: str) -> None:
        """Put it back."""
        self.edit.setText(text)

    def value(self) -> object:
        """Return the day as the model has it."""
        text = self.edit.text()
        if not text.strip():
            return SEVERAL if self._shown is SEVERAL else ""
        return read_day(text, self.words)


def typed_day(day: str, words: Texts) -> str:
    """Return a day of the model as people type it in a language; what is none stays as it is."""
    parts = day.split("-")
    return ".".join(reversed(parts)) if words.language == "de" and len(parts) == 3 else day


def read_day(typed: str, words: Texts) -> str:
    """Return the day that was typed as the model has it; nothing for blanks.

    Raises:
        Unreadable: it is no day, or may be two.
    """
    if not typed.strip():
        return ""
    found = csv_values.day(typed)
    if found is None:
        said = plain(typed.strip(), _LONGEST_SAID)
        example = typed_day("2026-12-31", words)
        raise Unreadable(words.t("“{text}” is not a day. Write it like {example}.", text=said, example=example))
    return found
