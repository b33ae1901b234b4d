"""Fields that hold numbers: one, several, or a length of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cjeditor.model.cards import Touchpoint
from cjeditor.model.fields import Span
from cjeditor.model.journey_map import JourneyMap, Step
from cjeditor.model.problem import EditRefused
from cjeditor.model.replace import make
from cjeditor.texts import Texts
from cjeditor.window.properties.choice import Choice
from cjeditor.window.properties.field import SEVERAL, Field, Unreadable
from cjeditor.window.properties.numerals import read_number, show_number
from cjeditor.window.properties.text_edit import LineEdit
from cjeditor.wording import plain, sentence

UNITS = ("minutes", "hours", "days", "weeks", "months", "years")
_USUAL = "days"
_LONGEST_SAID = 40


@dataclass(frozen=True)
class InUnit:
    """Wanted: lengths of time that there are, each with its number, in this unit."""

    unit: str


class NumberField(Field):
    """A number, or none where `optional`."""

    def __init__(self, key: str, name: str, words: Texts, *, whole: bool = True, optional: bool = False) -> None:
        super().__init__(key, name, words)
        self._whole = whole
        self._optional = optional
        self.edit = LineEdit(name)
        self.add_control(self.edit)
        self.edit.textChanged.connect(self.take)
        self.edit.editingFinished.connect(self.settle)

    def put(self, value: object) -> None:
        """Show a number."""
        self.edit.setPlaceholderText(self.words.t("several values") if value is SEVERAL else "")
        shown = show_number(value, self.words.language) if isinstance(value, int | float) else ""
        self.edit.setText(shown)

    def draft(self) -> str | None:
        """Return what is typed."""
        return self.edit.text()

    def set_draft(self, text: str) -> None:
        """Put it back."""
        self.edit.setText(text)

    def value(self) -> object:
        """Return the number; an empty field holds none, or nought where there must be one."""
        text = self.edit.text()
        if not text.strip():
            return SEVERAL if self._shown is SEVERAL else None if self._optional else 0
        return _number(text, self.words, whole=self._whole)


class NumbersField(Field):
    """Several whole numbers, separated by spaces or semicolons, or by commas."""

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words)
        self.edit = LineEdit(name)
        self.add_control(self.edit)
        self.edit.textChanged.connect(self.take)

    def put(self, value: object) -> None:
        """Show the numbers."""
        numbers = value if isinstance(value, tuple) else ()
        self.edit.setPlaceholderText(self.words.t("several values") if value is SEVERAL else "")
        self.edit.setText(", ".join(self.words.signed(number) for number in numbers))

    def draft(self) -> str | None:
        """Return what is typed."""
        return self.edit.text()

    def set_draft(self, text: str) -> None:
        """Put it back."""
        self.edit.setText(text)

    def value(self) -> object:
        """Return the numbers."""
        parts = self.edit.text().replace(",", " ").replace(";", " ").split()
        if not parts and self._shown is SEVERAL:
            return SEVERAL
        return tuple(self.number_in(part) for part in parts)

    def number_in(self, part: str) -> int:
        """Return the number that stands there; raises Unreadable."""
        return int(_number(part, self.words, whole=True))


class SpanField(Field):
    """A length of time: a number and its unit; none where the number is empty."""

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words)
        self.edit = LineEdit(name)
        self.unit = Choice(words.t("{field}: unit", field=name))
        self._common = ""
        t = words.t
        names = (t("minutes"), t("hours"), t("days"), t("weeks"), t("months"), t("years"))
        for unit, shown in zip(UNITS, names, strict=True):
            self.unit.addItem(shown, unit)
        self.unit.setCurrentIndex(UNITS.index(_USUAL))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.edit, 2)
        line.addWidget(self.unit, 3)
        row.setFocusProxy(self.edit)
        self.add_control(row)
        self.edit.textChanged.connect(self.take)
        self.edit.editingFinished.connect(self.settle)
        self.unit.activated.connect(self._unit_chosen)

    def look_at(self, journey_map: JourneyMap, ids: Sequence[str]) -> None:
        """Take note of the unit that lengths of time share, though they differ themselves."""
        some: tuple[Touchpoint | Step, ...] = (*journey_map.touchpoints, *journey_map.steps)
        spans = [getattr(one, self.key, None) for one in some if one.id in ids]
        units = {span.unit for span in spans if isinstance(span, Span)}
        self._common = units.pop() if len(units) == 1 else ""

    def put(self, value: object) -> None:
        """Show a length of time; of several the unit that they share."""
        several = value is SEVERAL
        self.edit.setPlaceholderText(self.words.t("several") if several else "")
        self.unit.setPlaceholderText(self.words.t("several") if several else "")
        unit = value.unit if isinstance(value, Span) else self._common if several else _USUAL
        self.unit.setCurrentIndex(UNITS.index(unit) if unit else -1)
        self.edit.setText(show_number(value.amount, self.words.language) if isinstance(value, Span) else "")

    def draft(self) -> str | None:
        """Return what is typed."""
        return self.edit.text()

    def set_draft(self, text: str) -> None:
        """Put it back."""
        self.edit.setText(text)

    def value(self) -> object:
        """Return the length of time."""
        text = self.edit.text()
        if not text.strip():
            return SEVERAL if self._shown is SEVERAL or isinstance(self._shown, InUnit) else None
        amount = _number(text, self.words, whole=False)
        if self.unit.currentIndex() < 0:
            self.unit.setCurrentIndex(UNITS.index(_USUAL))
        try:
            return make(Span, amount=float(amount), unit=self.unit.currentData())
        except EditRefused as refused:
            raise Unreadable(sentence(refused.problem, self.words)) from refused

    def _unit_chosen(self) -> None:
        """Take another unit; for amounts that differ it alone is wanted."""
        if not self.edit.text().strip() and self.value() is SEVERAL:
            self.edited.emit(self.key, InUnit(self.unit.currentData()))
        else:
            self.take()


def _number(text: str, words: Texts, *, whole: bool) -> float | int:
    number = read_number(text, words.language)
    if number is None:
        said = plain(text.strip(), _LONGEST_SAID)
        raise Unreadable(words.t("“{text}” is not a number. Write it in digits, for example 12 or 3.5.", text=said))
    if not whole:
        return number
    if not number.is_integer():
        raise Unreadable(words.t("Only whole numbers are possible here. Leave out what follows the decimal mark."))
    return int(number)
