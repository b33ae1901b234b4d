"""What a form is made of: specifications of fields, and rows of labels and fields made from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.plain import label
from cjeditor.window.properties.choice_fields import ChoiceField, Option, SegmentField
from cjeditor.window.properties.feelings_field import FeelingsField
from cjeditor.window.properties.field import Field
from cjeditor.window.properties.flags_fields import FlagsField
from cjeditor.window.properties.other_fields import EmotionWordsField
from cjeditor.window.properties.picture_field import PictureField

LABEL_WIDTH = 84
"""Pixels at 100 % of the labels at the left; more where a word needs more, up to the widest."""

WIDEST_LABEL = 124

Options = Callable[[Project, Texts], Sequence[Option]]
MapOptions = Callable[[Project, JourneyMap, Texts], Sequence[Option]]


@dataclass(frozen=True)
class Spec:
    """One field of a form.

    Attributes:
        key: the field of the record; `Subject` knows what it means.
        label: what it is called, untranslated.
        make: makes it from its key, its name in the language and the words.
        wide: whether it takes the whole width, below its label.
        bare: whether it needs no label, because it says itself what it is.
        alone: whether it can be edited for a single record only.
        shared: whether its values are what each of the records holds, see `shared`.
        options: what it offers, of a project.
        map_options: what it offers, of a map of a project.
    """

    key: str
    label: str
    make: Callable[[str, str, Texts], Field]
    wide: bool = False
    bare: bool = False
    alone: bool = False
    shared: bool = False
    options: Options | None = None
    map_options: MapOptions | None = None


class Rows(QWidget):
    """Labels at the left, fields at the right; wide fields below their labels."""

    def __init__(self, specs: Sequence[Spec], words: Texts) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self._words = words
        self._specs = tuple(specs)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._labels: list[QLabel] = []
        for spec in specs:
            self._add(spec, grid)
        self._widen_labels()

    def offer(self, project: Project, journey_map: JourneyMap | None = None) -> None:
        """Offer what there is to choose from in `project` and one of its maps."""
        for spec in self._specs:
            field = self.fields[spec.key]
            if isinstance(field, PictureField):
                field.offer(project.assets)
            if isinstance(field, EmotionWordsField):
                field.speak(project.language)
            if not isinstance(field, ChoiceField | SegmentField | FlagsField | FeelingsField):
                continue
            if spec.options is not None:
                field.offer(spec.options(project, self._words))
            elif spec.map_options is not None and journey_map is not None:
                field.offer(spec.map_options(project, journey_map, self._words))

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show the values of all fields."""
        for key, field in self.fields.items():
            field.show_value(values[key])

    def _add(self, spec: Spec, grid: QGridLayout) -> None:
        name = self._words.t(spec.label)
        field = spec.make(spec.key, name, self._words)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.fields[spec.key] = field
        row = grid.rowCount()
        if spec.bare:
            grid.addWidget(field, row, 0, 1, 2)
            return
        text = label(name, self)
        text.setBuddy(field)
        text.setObjectName("section" if spec.wide else "label")
        # Otherwise the style sheet's padding would move it away from the edge of its field.
        text.setIndent(0)
        text.setMinimumWidth(1)
        if spec.wide:
            grid.addWidget(text, row, 0, 1, 2)
            grid.addWidget(field, row + 1, 0, 1, 2)
        else:
            text.setContentsMargins(0, 4, 0, 0)
            self._labels.append(text)
            grid.addWidget(text, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1)

    def _widen_labels(self) -> None:
        words = [word for text in self._labels for word in text.text().split()]
        needed = max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        for text in self._labels:
            text.setFixedWidth(max(LABEL_WIDTH, min(needed + 1, WIDEST_LABEL)))
