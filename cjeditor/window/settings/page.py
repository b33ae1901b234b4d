"""One page of the settings: fields with their names, and sentences that explain them."""

from __future__ import annotations

from collections.abc import Sequence

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

    def choice(self, name: str, text: str, options: Sequence[tuple[str, str]], chosen: str) -> QComboBox:
        """Add and return a field to choose in.

        Args:
            name: the field's name for tests.
            text: what it is called.
            options: value and wording of each.
            chosen: the value to begin with.
        """
        field = QComboBox(self)
        field.setObjectName(name)
        for value, wording in options:
            field.addItem(wording, value)
        field.setCurrentIndex(max(0, field.findData(chosen)))
        self._add(text, field)
        return field

    def line(self, name: str, text: str, value: str, limit: int) -> QLineEdit:
        """Add and return a field of one line for at most `limit` characters."""
        field = QLineEdit(value, self)
        field.setObjectName(name)
        field.setMaxLength(limit)
        self._add(text, field)
        return field

    def heading(self, text: str) -> None:
        """Begin a group of fields."""
        made = label(text, self)
        made.setObjectName("heading")
        self._form.addRow(made)

    def hint(self, text: str) -> QLabel:
        """Add and return a sentence below the last field."""
        made = label(text, self)
        made.setObjectName("hint")
        self._form.addRow("", made)
        return made

    def row(self, widget: QWidget) -> None:
        """Add something in the column of the fields."""
        self._form.addRow("", widget)

    def _add(self, text: str, field: QWidget) -> None:
        name = QLabel(menu_text(text), self)
        name.setBuddy(field)
        field.setAccessibleName(text)
        self._form.addRow(name, field)
