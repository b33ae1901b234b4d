"""Which paper something is printed on: one with a name, upright or not, or a size of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QRadioButton, QSpinBox, QWidget

from cjeditor.export.options import LONGEST_SIDE, SHORTEST_SIDE, OwnSize, Paper
from cjeditor.texts import Texts
from cjeditor.window.plain import label, tooltip_text

_OWN: Final = "own"


class PaperFields(QObject):
    """The fields for paper, size and orientation; the form that they stand in shows those that this paper needs.

    Signals:
        changed(): something else is chosen.
    """

    changed = Signal()

    def __init__(
        self, papers: Sequence[Paper], first_own: OwnSize, said: str, name: str, words: Texts, form: QWidget
    ) -> None:
        """Make the fields.

        Args:
            papers: those with a name, in the order in which they are offered.
            first_own: what a size of one's own begins with.
            said: what is chosen here.
            name: of the list among the form's widgets.
            words: the language.
            form: what they stand in.
        """
        super().__init__(form)
        self._first_own = first_own
        self.paper = listed([*((one, one) for one in papers), (words.t("Own size"), _OWN)], said, name, form)
        self.width_mm = millimetres(SHORTEST_SIDE, LONGEST_SIDE, words.t("Width"), "width_mm", form)
        self.height_mm = millimetres(SHORTEST_SIDE, LONGEST_SIDE, words.t("Height"), "height_mm", form)
        self.landscape, self.portrait = (
            QRadioButton(words.t("Landscape"), form),
            QRadioButton(words.t("Portrait"), form),
        )
        self.landscape.setObjectName("landscape")
        self.portrait.setObjectName("portrait")
        self._sides = _row(self.width_mm, QLabel("×", form), self.height_mm, widens=True)
        self._turned = _row(self.landscape, self.portrait, widens=False)
        tip = words.t(
            "From {least} to {most} mm a side. On less, what belongs together has no room on one page.",
            least=words.number(SHORTEST_SIDE),
            most=words.number(LONGEST_SIDE),
        )
        self.limits = label(tip, form)
        self.limits.setObjectName("size_limits")
        self.limits.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        # A form in an area that scrolls would give what wraps less height than it needs.
        self.limits.setMinimumHeight(2 * self.limits.fontMetrics().lineSpacing())
        self.paper.currentIndexChanged.connect(self._tell)
        for side in (self.width_mm, self.height_mm):
            side.setToolTip(tooltip_text(tip))
            side.setAccessibleDescription(tip)
            side.valueChanged.connect(self._tell)
        self.landscape.toggled.connect(self._tell)

    def add_rows(self, form: QFormLayout, paper: str, size: str, orientation: str) -> None:
        """Add the rows under these names, of which `size` may be empty."""
        form.addRow(paper, self.paper)
        form.addRow(size, self._sides)
        form.addRow("", self.limits)
        form.addRow(orientation, self._turned)

    def show_needed(self, form: QFormLayout) -> None:
        """Show the rows that this paper needs."""
        for row in (self._sides, self.limits):
            form.setRowVisible(row, self.is_own_size())
        form.setRowVisible(self._turned, not self.is_own_size())

    def show_paper(self, paper: Paper | OwnSize, *, landscape: bool) -> None:
        """Show what is chosen."""
        own = paper if isinstance(paper, OwnSize) else self._first_own
        across, upwards = (own.long, own.short) if landscape else (own.short, own.long)
        self.width_mm.setValue(across)
        self.height_mm.setValue(upwards)
        self.paper.setCurrentIndex(self.paper.findData(_OWN if isinstance(paper, OwnSize) else paper))
        (self.landscape if landscape else self.portrait).setChecked(True)

    def chosen(self) -> Paper | OwnSize:
        """Return the paper."""
        if self.is_own_size():
            return OwnSize(*sorted((self.width_mm.value(), self.height_mm.value())))
        return cast(Paper, self.paper.currentData())

    def kept(self, own: Paper) -> str:
        """Return the paper as it is remembered: empty for the project's `own`."""
        paper = self.chosen()
        if isinstance(paper, OwnSize):
            return f"{paper.short}x{paper.long}"
        return "" if paper == own else paper

    def is_landscape(self) -> bool:
        """Whether the page is wider than high."""
        if self.is_own_size():
            return self.width_mm.value() >= self.height_mm.value()
        return self.landscape.isChecked()

    def is_own_size(self) -> bool:
        """Whether the paper has no name."""
        return bool(self.paper.currentData() == _OWN)

    def _tell(self) -> None:
        self.changed.emit()


def listed(entries: Sequence[tuple[str, str | int]], said: str, name: str, form: QWidget) -> QComboBox:
    """Return a list of texts with what each stands for."""
    made = QComboBox(form)
    made.setObjectName(name)
    made.setAccessibleName(said)
    for text, data in entries:
        made.addItem(text, data)
    return made


def millimetres(least: int, most: int, said: str, name: str, form: QWidget) -> QSpinBox:
    """Return a field for a length; it tells of a number once that is typed to its end."""
    made = QSpinBox(form)
    made.setObjectName(name)
    made.setAccessibleName(said)
    made.setRange(least, most)
    made.setSuffix(" mm")
    # Less than the least is the least, not what stood there before.
    made.setCorrectionMode(QSpinBox.CorrectionMode.CorrectToNearestValue)
    made.setKeyboardTracking(False)
    return made


def _row(*widgets: QWidget, widens: bool) -> QWidget:
    """Widgets beside each other; the first takes what the others leave, or nothing does."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for at, widget in enumerate(widgets):
        row.addWidget(widget, 1 if at == 0 and widens else 0)
    if not widens:
        row.addStretch(1)
    made.setFocusProxy(widgets[0])
    return made
