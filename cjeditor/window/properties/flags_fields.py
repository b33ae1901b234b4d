"""Fields with marks: yes or no, and some of several values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from cjeditor.texts import Texts
from cjeditor.window.plain import label, menu_text
from cjeditor.window.properties.choice_fields import Option
from cjeditor.window.properties.field import SEVERAL, Field
from cjeditor.window.properties.shared import Flagged, Holders
from cjeditor.wording import plain

_LONGEST_NAME = 60


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
    """Some of several values, each with a mark of its own; half a mark where only some of the records have the value.

    A mark is for all records or for none, and changes nothing of the other values.
    """

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
        self._held: Holders = ()
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
        self._options = tuple(options)
        for box in self.boxes:
            box.hide()
            self._lines.removeWidget(box)
            box.deleteLater()
        self.boxes = [self._new_box(option) for option in options]
        if self.boxes:
            self._list.setFocusProxy(self.boxes[0])
        self.put(self._held)

    def _new_box(self, option: Option) -> QCheckBox:
        name = plain(option.text, _LONGEST_NAME)
        box = QCheckBox(menu_text(name))
        box.setAccessibleName(f"{self.name}: {name}")
        box.setMinimumWidth(1)
        box.clicked.connect(self._clicked)
        self._lines.addWidget(box)
        return box

    def put(self, value: object) -> None:
        """Set the marks by what each of the records holds."""
        self._held = value if isinstance(value, tuple) else ()
        for box, option in zip(self.boxes, self._options, strict=True):
            having = sum(option.value in holder for holder in self._held)
            box.setCheckState(_mark(0 < having < len(self._held), having > 0))

    def value(self) -> object:
        """Return what each of the records holds."""
        return self._held

    def session(self) -> str:
        """Return nothing: each mark is a step of its own."""
        return ""

    def _clicked(self) -> None:
        for box, option in zip(self.boxes, self._options, strict=True):
            if box is self.sender():
                given = not all(option.value in holder for holder in self._held)
                # Qt would take half a mark for a whole one, and away.
                box.setCheckState(_mark(False, given))
                self.edited.emit(self.key, Flagged(option.value, given, tuple(one.value for one in self._options)))


def _mark(several: bool, given: bool) -> Qt.CheckState:
    if several:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Checked if given else Qt.CheckState.Unchecked
