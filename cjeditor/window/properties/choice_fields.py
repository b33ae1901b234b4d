"""Fields that hold one or some of several given values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QInputDialog,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.model.ids import new_id
from cjeditor.texts import Texts
from cjeditor.window.plain import label, menu_text, tooltip_text
from cjeditor.window.properties.choice import Choice
from cjeditor.window.properties.field import SEVERAL, Field
from cjeditor.wording import plain

_LONGEST_NAME = 60
_LEAST_SEGMENT = 18


@dataclass(frozen=True)
class Option:
    """One of the values: what is kept, what it is called, and what more there is to say."""

    value: object
    text: str
    tip: str = ""


@dataclass(frozen=True)
class NewName:
    """Wanted instead of an id: a new record of this name, to be made under `id`."""

    id: str
    name: str


class ChoiceField(Field):
    """One of several values, from a drop-down list.

    With `new_prefix` the last entry asks for the name of a new record, such as a channel.
    """

    def __init__(self, key: str, name: str, words: Texts, *, new_prefix: str = "", new_text: str = "") -> None:
        """Make it.

        Args:
            key: the field of the record.
            name: what it is called in the person's language.
            words: the language of the window.
            new_prefix: begins the ids of records that can be made here.
            new_text: what the entry for that is called.
        """
        super().__init__(key, name, words)
        self._new_prefix = new_prefix
        self._new_text = new_text
        self._options: tuple[Option, ...] = ()
        self._now: object = None
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
            self.box.addItem(plain(option.text, _LONGEST_NAME))
        if self._new_prefix:
            self.box.insertSeparator(self.box.count())
            self.box.addItem(self._new_text)
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
        dialog = QInputDialog(self.window())
        dialog.setObjectName("new_name")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self._new_text.removesuffix(" …"))
        dialog.setLabelText(self.words.t("Name"))
        dialog.textValueSelected.connect(self._name_given)
        dialog.open()

    def _name_given(self, name: str) -> None:
        if name.strip():
            self.edited.emit(self.key, NewName(new_id(self._new_prefix), name.strip()))


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
        self.add_control(self._row)

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

    def value(self) -> object:
        """Return the value of the pressed button."""
        at = self._group.checkedId()
        return self._options[at].value if at >= 0 else SEVERAL

    def _clicked(self, _at: int) -> None:
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


class FlagField(Field):
    """Yes or no."""

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words)
        self.box = QCheckBox(menu_text(name))
        self.box.setAccessibleName(name)
        self.add_control(self.box)
        self.box.clicked.connect(self._clicked)

    def put(self, value: object) -> None:
        """Set the mark; half of it where values differ."""
        self.box.setTristate(value is SEVERAL)
        self.box.setCheckState(_mark(value is SEVERAL, value is True))

    def value(self) -> object:
        """Return whether the mark is set."""
        return self.box.checkState() == Qt.CheckState.Checked

    def _clicked(self) -> None:
        if self.box.checkState() == Qt.CheckState.PartiallyChecked:
            self.box.setCheckState(Qt.CheckState.Checked)
        self.box.setTristate(False)
        self.take()


class FlagsField(Field):
    """Some of several values, each with a mark of its own."""

    def __init__(self, key: str, name: str, words: Texts, *, none: str = "") -> None:
        """Make it.

        Args:
            key: the field of the record.
            name: what it is called in the person's language.
            words: the language of the window.
            none: what is said where there is nothing to choose from.
        """
        super().__init__(key, name, words)
        self._options: tuple[Option, ...] = ()
        self.boxes: list[QCheckBox] = []
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._none = label(none, self)
        self._none.setObjectName("quiet")
        self._none.setContentsMargins(0, 4, 0, 0)
        self._none.setMinimumWidth(1)
        self.add_control(self._list)
        self.add_control(self._none)

    def offer(self, options: Sequence[Option]) -> None:
        """Offer these values; marks are made anew where there are others to choose from."""
        self._none.setVisible(not options)
        if tuple(options) == self._options:
            return
        marked = self.value()
        self._options = tuple(options)
        for box in self.boxes:
            box.hide()
            self._lines.removeWidget(box)
            box.deleteLater()
        self.boxes = [self._new_box(option) for option in options]
        if self.boxes:
            self._list.setFocusProxy(self.boxes[0])
        self.put(marked)
        self.begin()

    def _new_box(self, option: Option) -> QCheckBox:
        name = plain(option.text, _LONGEST_NAME)
        box = QCheckBox(menu_text(name))
        box.setAccessibleName(f"{self.name}: {name}")
        box.setMinimumWidth(1)
        box.clicked.connect(self._clicked)
        self._lines.addWidget(box)
        return box

    def put(self, value: object) -> None:
        """Set the marks; half of each where values differ."""
        held = value if isinstance(value, tuple) else ()
        for box, option in zip(self.boxes, self._options, strict=True):
            box.setTristate(value is SEVERAL)
            box.setCheckState(_mark(value is SEVERAL, option.value in held))

    def value(self) -> object:
        """Return the marked values in the order of the list."""
        marked = zip(self.boxes, self._options, strict=True)
        return tuple(option.value for box, option in marked if box.checkState() == Qt.CheckState.Checked)

    def _clicked(self) -> None:
        for box in self.boxes:
            if box is self.sender() and box.checkState() == Qt.CheckState.PartiallyChecked:
                box.setCheckState(Qt.CheckState.Checked)
            box.setTristate(False)
        self.take()


def _mark(several: bool, given: bool) -> Qt.CheckState:
    if several:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Checked if given else Qt.CheckState.Unchecked
