"""Fields that hold one or some of several given values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from cjeditor.model.fields import ChannelMode
from cjeditor.model.ids import new_id
from cjeditor.texts import Texts
from cjeditor.window.evidence_icon import DiscEngine
from cjeditor.window.plain import label, menu_text, tooltip_text
from cjeditor.window.properties.choice import Choice
from cjeditor.window.properties.field import SEVERAL, Field
from cjeditor.window.properties.new_name import NewKind, NewNameDialog
from cjeditor.wording import plain

_LONGEST_NAME = 200
_LEAST_SEGMENT = 18


@dataclass(frozen=True)
class Option:
    """One of the values: what is kept, what it is called, and what more there is to say."""

    value: object
    text: str
    tip: str = ""
    name: str = ""
    """Of a record whose `text` says more than its name."""
    quarters: int | None = None
    """Of an evidence mark before the text."""


@dataclass(frozen=True)
class NewName:
    """Wanted instead of an id: a new record of this name, to be made under `id`; a channel has a `mode`, too."""

    id: str
    name: str
    mode: ChannelMode | None = None


class ChoiceField(Field):
    """One of several values, from a drop-down list.

    With `new_kind` the last entry asks for the name of a new record, such as a channel.
    """

    def __init__(self, key: str, name: str, words: Texts, *, new_kind: NewKind | None = None) -> None:
        """Make it.

        Args:
            key: the field of the record.
            name: what it is called in the person's language.
            words: the language of the window.
            new_kind: what kind of record can be made here.
        """
        super().__init__(key, name, words)
        self._new_kind = new_kind
        self._options: tuple[Option, ...] = ()
        self._now: object = None
        self._marks: list[DiscEngine] = []
        self.box = Choice(name)
        self.add_control(self.box)
        self.box.activated.connect(self._chosen)

    def offer(self, options: Sequence[Option]) -> None:
        """Offer these values from now on."""
        if tuple(options) == self._options:
            return
        self._options = tuple(options)
        blocker = QSignalBlocker(self.box)
        self.box.clear()
        for option in options:
            mark = QIcon() if option.quarters is None else QIcon(DiscEngine(option.quarters, self._marks))
            self.box.addItem(mark, plain(option.text, _LONGEST_NAME))
        if self._new_kind is not None:
            self.box.insertSeparator(self.box.count())
            self.box.addItem(self.words.t(self._new_kind.text))
        self.put(self._now)
        blocker.unblock()

    def put(self, value: object) -> None:
        """Choose the entry of a value."""
        self._now = value
        self.box.setPlaceholderText(self.words.t("several values") if value is SEVERAL else "")
        self.box.setCurrentIndex(next((at for at, one in enumerate(self._options) if one.value == value), -1))

    def value(self) -> object:
        """Return the value of the chosen entry."""
        at = self.box.currentIndex()
        return self._options[at].value if 0 <= at < len(self._options) else self._now

    def _chosen(self, at: int) -> None:
        if at >= len(self._options):
            self.put(self._now)
            self._ask_for_name()
            return
        self._now = self._options[at].value
        self.take()

    def _ask_for_name(self) -> None:
        if self._new_kind is None:
            return
        taken = {option.value: option.name or option.text for option in self._options if option.value is not None}
        dialog = NewNameDialog(self._new_kind, taken, self.words, self.window())
        dialog.named.connect(self._name_given)
        dialog.existing_chosen.connect(self._existing_chosen)
        dialog.open()

    def _name_given(self, name: str, mode: ChannelMode | None) -> None:
        if self._new_kind is not None:
            self.edited.emit(self.key, NewName(new_id(self._new_kind.prefix), name, mode))

    def _existing_chosen(self, value: object) -> None:
        self.put(value)
        self.take()


class SegmentField(Field):
    """One of a few values, each a button in a row."""

    def __init__(self, key: str, name: str, words: Texts, *, toned: bool = False) -> None:
        """Make it.

        Args:
            key: the field of the record.
            name: what it is called in the person's language.
            words: the language of the window.
            toned: whether each value has a colour of its own, as emotions have.
        """
        super().__init__(key, name, words)
        self._toned = toned
        self._options: tuple[Option, ...] = ()
        self._row = QWidget()
        self._line = QHBoxLayout(self._row)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self._several = label(words.t("several values"), self)
        self._several.setObjectName("quiet")
        self._several.setWordWrap(False)
        self._several.setMinimumWidth(1)
        self._several.hide()
        self.add_control(self._row)
        self.add_control(self._several)

    def offer(self, options: Sequence[Option]) -> None:
        """Offer these values; buttons are made once, later only their names change."""
        if tuple(options) == self._options:
            return
        first = not self._options
        self._options = tuple(options)
        for at, option in enumerate(options):
            button = self._new_button(at) if first else self._group.button(at)
            button.setText(menu_text(option.text))
            button.setToolTip(tooltip_text(option.tip))
            button.setAccessibleName(f"{self.name}: {option.tip or option.text}")
            if self._toned:
                button.setProperty("tone", str(option.value))
        if first:
            self._row.setFocusProxy(self._group.button(0))

    def button(self, value: object) -> QAbstractButton:
        """Return the button of a value; ValueError where there is none."""
        return self._group.button([option.value for option in self._options].index(value))

    def put(self, value: object) -> None:
        """Press the button of a value; none where values differ."""
        self._group.setExclusive(False)
        for at, option in enumerate(self._options):
            self._group.button(at).setChecked(value is not SEVERAL and option.value == value)
        self._group.setExclusive(True)
        pressed = self._group.checkedButton() or self._group.button(0)
        self._row.setFocusProxy(pressed)
        self._several.setVisible(value is SEVERAL)

    def value(self) -> object:
        """Return the value of the pressed button."""
        at = self._group.checkedId()
        return self._options[at].value if at >= 0 else SEVERAL

    def _clicked(self, _at: int) -> None:
        self._several.hide()
        self.take()

    def _new_button(self, at: int) -> QToolButton:
        button = _Segment()
        button.setCheckable(True)
        button.setProperty("segment", True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(_LEAST_SEGMENT)
        self._group.addButton(button, at)
        self._line.addWidget(button)
        return button


class _Segment(QToolButton):
    """A button that Enter presses, too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
