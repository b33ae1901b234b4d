"""The field for a persona's traits: each a slider between two poles that people name themselves."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QSlider, QVBoxLayout, QWidget

from cjeditor.model.project import Slider
from cjeditor.model.replace import make
from cjeditor.texts import Texts
from cjeditor.window.key_button import KeyButton
from cjeditor.window.plain import menu_text
from cjeditor.window.properties.field import Field
from cjeditor.window.properties.text_edit import LineEdit

_MIDDLE = 50
_STEP, _PAGE = 5, 10


class SlidersField(Field):
    """Sliders from 0 (the left pole) to 100 (the right one)."""

    def __init__(self, key: str, name: str, words: Texts) -> None:
        super().__init__(key, name, words)
        self.rows: list[SliderRow] = []
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        # No button of the kind that gets a letter: the editor has more texts than letters.
        self.add_button = KeyButton()
        self.add_button.setText(menu_text(words.t("Add slider")))
        self.add_button.setObjectName("add_slider")
        self.add_button.clicked.connect(self._add)
        self.add_control(self._list)
        self.add_control(self.add_button)
        self.setFocusProxy(self.add_button)
        self._column.setAlignment(self.add_button, Qt.AlignmentFlag.AlignLeft)

    def put(self, value: object) -> None:
        """Show these sliders; where there are as many, they keep their controls."""
        sliders = value if isinstance(value, tuple) else ()
        if len(sliders) != len(self.rows):
            self._make_rows(len(sliders))
        for row, slider in zip(self.rows, sliders, strict=True):
            row.show_slider(slider)
        self._list.setVisible(bool(sliders))

    def value(self) -> object:
        """Return the sliders."""
        return tuple(row.slider() for row in self.rows)

    def session(self) -> str:
        """Return which slider is being changed; nothing when one comes or goes."""
        at = next((at for at, row in enumerate(self.rows) if row is self.sender()), -1)
        return f"{self.key}.{at}" if at >= 0 else ""

    def _make_rows(self, count: int) -> None:
        for row in self.rows:
            row.hide()
            self._lines.removeWidget(row)
            row.deleteLater()
        self.rows = [SliderRow(at + 1, self.words) for at in range(count)]
        for row in self.rows:
            row.changed.connect(self.take)
            row.removed.connect(self._remove)
            self._lines.addWidget(row)

    def _add(self) -> None:
        """Add a slider and name its left pole."""
        before = self.value()
        wanted = (*(before if isinstance(before, tuple) else ()), make(Slider, value=_MIDDLE))
        self.put(wanted)
        self.take()
        self.rows[-1].left.setFocus()

    def _remove(self) -> None:
        gone = self.sender()
        wanted = tuple(row.slider() for row in self.rows if row is not gone)
        self.put(wanted)
        self.take()
        self.add_button.setFocus()


class SliderRow(QWidget):
    """One slider with the names of its poles.

    Signals:
        changed(): a pole has another name, or the slider another value.
        removed(): it should go.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, number: int, words: Texts) -> None:
        super().__init__()
        self._words = words
        self.left = LineEdit(words.t("Left pole of slider {number}", number=number))
        self.left.setPlaceholderText(words.t("plans ahead"))
        self.right = LineEdit(words.t("Right pole of slider {number}", number=number))
        self.right.setPlaceholderText(words.t("decides at once"))
        self.bar = _Bar(Qt.Orientation.Horizontal)
        self.bar.setObjectName("persona_slider")
        self.away = KeyButton()
        self.away.setText(menu_text(words.t("Remove")))
        self.away.setAccessibleName(words.t("Remove slider {number}", number=number))
        self._number = number
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.left, 0, 0)
        grid.addWidget(self.right, 0, 1)
        grid.addWidget(self.away, 0, 2)
        grid.addWidget(self.bar, 1, 0, 1, 2)
        self.left.textEdited.connect(self._tell)
        self.right.textEdited.connect(self._tell)
        self.bar.valueChanged.connect(self._tell)
        self.away.clicked.connect(self.removed)

    def show_slider(self, slider: Slider) -> None:
        """Show the state of a slider; what stands there already keeps its cursor."""
        for field, text in ((self.left, slider.left), (self.right, slider.right)):
            if field.text() != text:
                field.setText(text)
        blocker = QSignalBlocker(self.bar)
        self.bar.setValue(slider.value)
        blocker.unblock()
        self._name()

    def slider(self) -> Slider:
        """Return what is shown."""
        return make(Slider, left=self.left.text(), right=self.right.text(), value=self.bar.value())

    def _name(self) -> None:
        words = self._words
        left = self.left.text().strip() or words.t("left")
        right = self.right.text().strip() or words.t("right")
        self.bar.setAccessibleName(words.t("From “{left}” (0) to “{right}” (100)", left=left, right=right))

    def _tell(self) -> None:
        self._name()
        self.changed.emit()


class _Bar(QSlider):
    """A slider that the wheel does not move while it scrolls the form."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setRange(0, 100)
        self.setSingleStep(_STEP)
        self.setPageStep(_PAGE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()
