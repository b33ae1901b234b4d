"""Forms that stand in a pane: names beside fields, above them where the pane is narrow."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout


def narrow_form(between: int) -> QFormLayout:
    """Return an empty form with so many pixels between its rows."""
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(8)
    form.setVerticalSpacing(between)
    return form
