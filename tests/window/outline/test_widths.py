"""How wide the columns of tree and table are."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QTreeView

from cjeditor.model.edits.lanes import set_lane
from cjeditor.window.outline.columns import COLUMNS, WIDTHS
from tests.builders import MAP
from tests.window.outline.hands import Outline


def header_of(outline: Outline) -> QHeaderView:
    view = outline.view
    assert isinstance(view, QTableView | QTreeView)
    return view.horizontalHeader() if isinstance(view, QTableView) else view.header()


def test_the_texts_take_the_room_that_is_there_and_scroll_where_there_is_none(outline: Outline) -> None:
    header = header_of(outline)
    text = COLUMNS.index("text")
    outline.window.resize(1366, 768)
    QApplication.processEvents()
    assert header.length() == outline.view.viewport().width()
    assert header.sectionSize(text) > WIDTHS["text"]
    outline.window.resize(700, 600)
    QApplication.processEvents()
    assert header.sectionSize(text) == WIDTHS["text"]
    outline.go_to("tp_a", "evidence")
    assert outline.view.viewport().rect().contains(outline.view.visualRect(outline.index("tp_a", "evidence")))


def test_no_cell_is_cut_while_the_texts_have_room_left(outline: Outline) -> None:
    name = "Everything that the customer sees and hears"
    outline.room.document.apply("", lambda project: set_lane(project, MAP, "ln_a", name=name))
    outline.window.resize(1366, 768)
    QApplication.processEvents()
    lane = COLUMNS.index("lane")
    for at, column in (("table", lane), ("tree", 1)):
        outline.show(at)
        view = outline.view
        header = header_of(outline)
        assert header.length() == view.viewport().width()
        needed = view.fontMetrics().horizontalAdvance(name)
        assert header.sectionSize(column) > needed
        header.resizeSection(column, 60)
        outline.window.resize(1300, 768)
        QApplication.processEvents()
        assert header.sectionSize(column) == 60, "set by hand"
        assert header.length() == view.viewport().width()
        outline.window.resize(1366, 768)
