"""One page of the settings: fields with their names, and sentences that explain them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from cjeditor.window.plain import label, menu_text


class Page(QWidget):
    """A column of fields. What is changed in them holds at once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(6)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(10)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column.addLayout(self._form)
        column.addStretch(1)

    def reset(self) -> None:
        """Set everything on this page as it is before anybody sets anything."""
        raise NotImplementedError

    def choice(
        self, name: str, text: str, options: Sequence[tuple[str, str]], chosen: str, hint: str = ""
    ) -> QComboBox:
        """Add and return a field to choose in.

        Args:
            name: the field's name for tests.
            text: what it is called.
            options: value and wording of each.
            chosen: the value to begin with.
            hint: a sentence below it.
        """
        field = QComboBox(self)
        field.setObjectName(name)
        for value, wording in options:
            field.addItem(wording, value)
        field.setCurrentIndex(max(0, field.findData(chosen)))
        self._add(text, field, hint)
        return field

    def line(self, name: str, text: str, value: str, limit: int, hint: str = "") -> QLineEdit:
        """Add and return a field of one line for at most `limit` characters."""
        field = QLineEdit(value, self)
        field.setObjectName(name)
        field.setMaxLength(limit)
        self._add(text, field, hint)
        return field

    def heading(self, text: str) -> None:
        """Begin a group of fields."""
        made = label(text, self)
        made.setObjectName("heading")
        made.setIndent(0)  # a style with a padding would give it one
        self._form.addRow(made)

    def below(self, hint: str, *widgets: QWidget) -> None:
        """Add a sentence and what belongs to it in the column of the fields."""
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._hint(hint))
        for widget in widgets:
            # Sentences take the whole width, to break there.
            column.addWidget(
                widget, 0, Qt.AlignmentFlag(0) if isinstance(widget, QLabel) else Qt.AlignmentFlag.AlignLeft
            )
        self._form.addRow("", column)

    def _add(self, text: str, field: QWidget, hint: str) -> None:
        name = QLabel(menu_text(text), self)
        name.setBuddy(field)
        # The line below its letter parts letters that Qt measures as a pair: “Te” is wider than it says.
        name.setContentsMargins(0, 0, 4, 0)
        # Beside the first of several lines a form puts labels lower than where they stand beside a single one.
        name.setMaximumHeight(field.sizeHint().height())
        field.setAccessibleName(text)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(field)
        if hint:
            column.addWidget(self._hint(hint))
        self._form.addRow(name, column)

    def _hint(self, text: str) -> QLabel:
        made = label(text, self)
        made.setObjectName("hint")
        made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return made
