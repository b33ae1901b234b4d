"""The lists that fields to choose in drop down."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from cjeditor.window.properties.pane import Properties


def test_all_entries_are_seen_at_once(qtbot: QtBot, pane: Properties, choose: Callable[..., None]) -> None:
    choose("cards", "tp_a")
    boxes = [one for one in pane.form.findChildren(QComboBox) if one.isVisible()]
    short = [one for one in boxes if one.count() <= one.maxVisibleItems()]
    assert len(short) > 4
    for box in short:
        pane.ensureWidgetVisible(box)
        box.showPopup()
        view = box.view()
        qtbot.waitExposed(view.window())
        # Arrows to scroll with, if any, come up a little later.
        qtbot.wait(20)
        name = box.accessibleName()
        last = view.visualRect(view.model().index(box.count() - 1, 0))
        assert last.bottom() <= view.viewport().height(), name
        assert view.verticalScrollBar().maximum() == 0, name
        assert last.height() >= box.fontMetrics().height() + 4, name
        # Lists that lie over their field are those that get arrows in the place of an entry.
        top = box.mapToGlobal(QPoint()).y()
        shown = view.window().geometry()
        assert shown.top() >= top + box.height() - 6 or shown.bottom() <= top + 6, name
        box.hidePopup()
