"""The list of the agenda's steps: written in place, moved by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cjeditor.texts import Texts
from cjeditor.window.own_keys import asks_for, asks_for_deletion
from cjeditor.window.row_grip import RowGrip
from cjeditor.window.workshop.agenda_rows import HEADINGS, MINUTES, TIME, TITLE, AgendaRows

_PADDING = 10
_LONGEST = 1_440
_LONGEST_TITLE = 300
_BESIDE, _ABOVE_AND_BELOW = 42, 8
"""Pixels of a title's cell that its icon and the edges take."""
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AgendaList(QTableView):
    """Shows `AgendaRows`.

    Signals:
        chosen(str): another step is the current one, by its id; empty for none.
        move_wanted(str, int): the step should stand at this place among the others.
        shift_wanted(str, int): the step should go up (−1) or down (+1).
        start_wanted(str): the step should begin.
        removal_wanted(str): the step should go.
        addition_wanted(): a new step is wanted behind the current one.
        menu_wanted(str, QPoint): what can be done with a step is asked for, at a point of the screen.
    """

    chosen = Signal(str)
    move_wanted = Signal(str, int)
    shift_wanted = Signal(str, int)
    start_wanted = Signal(str)
    removal_wanted = Signal(str)
    addition_wanted = Signal()
    menu_wanted = Signal(str, QPoint)

    def __init__(self, rows: AgendaRows, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = rows
        self._grip = RowGrip(self)
        self._carried = ""
        self._gap = -1
        self.setObjectName("agenda_list")
        self.setAccessibleName(words.t("Steps of the agenda"))
        self.setModel(rows)
        self.setItemDelegateForColumn(TITLE, _TitleDelegate(self))
        self.setItemDelegateForColumn(MINUTES, _MinutesDelegate(words, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().height() + 11)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._least = [
            self._width(words.t(HEADINGS[TIME]), "00:00"),
            0,
            self._width(words.t(HEADINGS[MINUTES]), "−00:00"),
        ]
        self._share_width()

    @property
    def current_id(self) -> str:
        """The step that the keys mean; empty for none."""
        step = self.rows.step(self.currentIndex().row())
        return step.id if step is not None else ""

    def go_to(self, step_id: str) -> None:
        """Make a step the current one, or none where there is no such step."""
        row = self.rows.row_of(step_id)
        self.setCurrentIndex(self.rows.index(row, TITLE) if row >= 0 else QModelIndex())
        if row >= 0:
            self.scrollTo(self.rows.index(row, TITLE))

    def write(self, column: int = TITLE) -> None:
        """Let the title or minutes of the current step be written."""
        index = self.currentIndex()
        if index.isValid():
            self.edit(self.rows.index(index.row(), column))

    def _width(self, *texts: str) -> int:
        font = self.font()
        font.setBold(True)
        return max(QFontMetrics(font).horizontalAdvance(text) for text in texts) + 2 * _PADDING

    def _share_width(self) -> None:
        room = self.viewport().width() - self._least[TIME] - self._least[MINUTES]
        for column, width in ((TIME, self._least[TIME]), (TITLE, max(60, room)), (MINUTES, self._least[MINUTES])):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()

    def _gap_at(self, at: QPoint) -> int:
        """Return before which row a step dropped at this point would stand."""
        row = self.rowAt(at.y())
        if row < 0:
            return self.rows.rowCount() if at.y() > 0 else 0
        middle = self.visualRect(self.rows.index(row, TITLE)).center().y()
        return row + 1 if at.y() > middle else row

    def _show_gap(self, gap: int) -> None:
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    def _end_carrying(self, *, drop: bool) -> None:
        carried, gap = self._carried, self._gap
        self._carried = ""
        self._grip.let_go()
        self._show_gap(-1)
        if drop and carried and gap >= 0:
            own = self.rows.row_of(carried)
            self.move_wanted.emit(carried, gap - 1 if gap > own else gap)

    def currentChanged(  # noqa: N802  as Qt calls it
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell which step is the current one."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.chosen.emit(self.current_id)

    def event(self, event: QEvent) -> bool:
        """Keep keys that would change the map while the focus is here."""
        if asks_for(event, Qt.Key.Key_F2, Qt.Key.Key_Up, Qt.Key.Key_Down) or asks_for_deletion(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write with Enter and F2, begin with Space, move with Ctrl and arrows, add with Ins, delete with Del."""
        key, current = event.key(), self.current_id
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Escape and self._carried:
            self._end_carrying(drop=False)
        elif self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.write(MINUTES if self.currentIndex().column() == MINUTES else TITLE)
        elif key == Qt.Key.Key_Space and current:
            self.start_wanted.emit(current)
        elif key in _ARROWS and control and current:
            self.shift_wanted.emit(current, _ARROWS[Qt.Key(key)])
        elif key == Qt.Key.Key_Insert:
            self.addition_wanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and current:
            self.removal_wanted.emit(current)
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a step may be taken up."""
        super().mousePressEvent(event)
        self._grip.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the step once the pointer has left the spot."""
        if self._grip.move(event):
            self._carried = self._carried or self.current_id
            self._show_gap(self._gap_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the step down."""
        carrying = self._grip.is_carrying
        self._end_carrying(drop=True)
        if not carrying:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for what can be done with a step."""
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.visualRect(self.currentIndex()).center() if keyboard else event.pos()
        if self.indexAt(at).isValid():
            self.menu_wanted.emit(self.current_id, self.viewport().mapToGlobal(at))
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps, and the line where a carried one would go."""
        super().paintEvent(event)
        if self._gap < 0:
            return
        last = self.rows.rowCount() - 1
        row: QRect = self.visualRect(self.rows.index(min(self._gap, last), TITLE))
        y = row.top() if self._gap <= last else row.bottom()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().highlight(), 2))
        painter.drawLine(4, y, self.viewport().width() - 4, y)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the titles what the others leave."""
        super().resizeEvent(event)
        self._share_width()


class _TitleDelegate(QStyledItemDelegate):
    """Gives titles of several lines the height that they need; Qt forgets what the style takes at the sides."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of the title, broken in the width that the column has."""
        font = QFont(option.font)
        font.setBold(True)
        room = max(30, self._view.columnWidth(TITLE) - _BESIDE)
        flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
        text = str(index.data())[:_LONGEST_TITLE]
        height = QFontMetrics(font).boundingRect(0, 0, room, 10_000, flags, text).height()
        return QSize(self._view.columnWidth(TITLE), height + _ABOVE_AND_BELOW)


class _MinutesDelegate(QStyledItemDelegate):
    """Lets minutes be written in a field for numbers."""

    def __init__(self, words: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return the field."""
        del option, index
        field = QSpinBox(parent)
        field.setRange(0, _LONGEST)
        field.setFrame(False)
        field.setAccessibleName(self._words.t("Minutes"))
        return field
