"""A field for a number of people."""

from __future__ import annotations

from cjeditor.interchange.csv_values import whole_number
from cjeditor.texts import Texts
from cjeditor.window.properties.number_fields import NumberField


class CountField(NumberField):
    """A number of people, or none; thousands may be separated by point or comma in any language, as in a file."""

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words, optional=True)
        self.restores = True

    def value(self) -> object:
        """Return the number; an empty field holds none."""
        found = whole_number(self.edit.text())
        return super().value() if found is None else found
