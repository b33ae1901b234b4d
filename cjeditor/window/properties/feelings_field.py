"""The field for what the personas feel that are laid over a map: a row of values for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cjeditor.model.cards import Feeling
from cjeditor.texts import Texts
from cjeditor.window.plain import label
from cjeditor.window.properties.choice_fields import Option, SegmentField
from cjeditor.window.properties.field import SEVERAL, Field
from cjeditor.window.properties.shared import Holders
from cjeditor.wording import plain

_LEVELS = (-2, -1, 0, 1, 2)
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Felt:
    """Wanted: this persona feels so at all of the chosen touchpoints; None: nobody asked."""

    persona: str
    emotion: int | None


class FeelingsField(Field):
    """A row for each persona laid over the map."""

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words)
        self._options: tuple[Option, ...] = ()
        self._held: Holders = ()
        self.rows: dict[str, SegmentField] = {}
        self._names: list[QLabel] = []
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(3)
        self._none = label(words.t("No persona is laid over this map. Choose some in the map’s properties."), self)
        self._none.setObjectName("quiet")
        self._none.setMinimumWidth(1)
        self.add_control(self._list)
        self.add_control(self._none)

    def offer(self, options: Sequence[Option]) -> None:
        """Offer these personas; rows are made anew where they are others."""
        self._none.setVisible(not options)
        self._list.setVisible(bool(options))
        if tuple(options) == self._options:
            return
        self._options = tuple(options)
        for widget in (*self._names, *self.rows.values()):
            widget.hide()
            self._lines.removeWidget(widget)
            widget.deleteLater()
        self._names, self.rows = [], {}
        for option in options:
            self._add(str(option.value), plain(option.text, _LONGEST_NAME))
        if self.rows:
            self._list.setFocusProxy(next(iter(self.rows.values())))
        self.put(self._held)

    def put(self, value: object) -> None:
        """Show what each persona feels at the touchpoints."""
        self._held = value if isinstance(value, tuple) else ()
        for persona, row in self.rows.items():
            felt = {_felt(holder, persona) for holder in self._held}
            row.begin()
            row.show_value(felt.pop() if len(felt) == 1 else SEVERAL)

    def value(self) -> object:
        """Return nothing: what is wanted is told by the rows."""
        return SEVERAL

    def holds(self, value: object) -> bool:  # noqa: ARG002 - as every field is asked
        """Return that `put` should look."""
        return False

    def session(self) -> str:
        """Return nothing: each value is a step of its own."""
        return ""

    def _add(self, persona: str, name: str) -> None:
        words = self.words
        said = label(name, self._list)
        said.setObjectName("label")
        said.setMinimumWidth(1)
        row = SegmentField(persona, words.t("{name} feels", name=name), words, toned=True)
        row.offer([Option(None, "–", words.t("No value")), *(Option(level, words.signed(level)) for level in _LEVELS)])
        row.edited.connect(self._want)
        self._names.append(said)
        self.rows[persona] = row
        self._lines.addWidget(said)
        self._lines.addWidget(row)

    def _want(self, persona: str, emotion: object) -> None:
        self.edited.emit(self.key, Felt(persona, emotion if isinstance(emotion, int) else None))


def _felt(holder: tuple[Feeling, ...], persona: str) -> int | None:
    return next((one.emotion for one in holder if one.persona == persona), None)
