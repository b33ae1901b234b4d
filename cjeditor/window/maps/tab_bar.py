"""The tabs themselves: chosen by click, moved by dragging, renamed in place. What is done about it is for others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QTabBar, QToolButton, QWidget

from cjeditor.model.fields import LINE_LIMIT
from cjeditor.window.appearance import FONT_SIZE

WIDEST = 220
"""Pixels of a tab; a longer title is cut with an ellipsis."""

NARROWEST = 110
"""Pixels to which tabs shrink where there are many, before they are scrolled."""

_FIELD = 160
"""Pixels that a name being written has at least."""
_TAB_MARGIN = 2
"""Pixels right of and below a tab, as the style has it."""

_KEPT_KEYS = (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TabBar(QTabBar):
    """A row of tabs below what they show.

    Signals:
        dropped(int): the tab now at this place was dragged there.
        name_wanted(int): the tab at this place should be renamed.
        named(int, str): the person wrote this name for it; `close_field` when it is kept.
        menu_wanted(QPoint): what can be done with the current tab, asked at this point of the screen.
        left(): the person is done here, by Esc.
    """

    dropped = Signal(int)
    name_wanted = Signal(int)
    named = Signal(int, str)
    menu_wanted = Signal(QPoint)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("map_tabs")
        self.setShape(QTabBar.Shape.RoundedSouth)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)  # copies differ at the end
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._order: list[object] = []
        self._aimed = -1
        self._field: NameField | None = None
        self._named = -1

    def aim_at(self, place: int) -> None:
        """Mark the tab at `place` as one that takes what is carried over it; -1 marks none."""
        if place != self._aimed:
            self._aimed = place
            self.update()

    def write_name(self, place: int, name: str, caption: str) -> None:
        """Open a field for the name of the tab at `place`; `caption` is what screen readers call it."""
        self.close_field()
        self.setCurrentIndex(place)
        if self.currentIndex() != place:
            return  # a text that is being written elsewhere was refused
        line = self.parentWidget() or self
        layout = line.layout()
        if layout is not None:
            layout.activate()  # the tab may have come just now
        rect = self.tabRect(place)
        rect.setWidth(max(rect.width(), _FIELD))
        rect.moveTopLeft(self.mapTo(line, rect.topLeft()))
        rect.moveLeft(max(0, min(rect.left(), line.width() - rect.width())))
        self._field, self._named = NameField(name, line), place
        self._field.setAccessibleName(caption)
        # Over the stripe of the tab, too: beside the field's own edge it would look like a mistake.
        self._field.setGeometry(rect.adjusted(0, 0, -_TAB_MARGIN, -_TAB_MARGIN))
        self._field.kept.connect(self._tell_name)
        self._field.given_up.connect(self.close_field)
        self._field.show()
        self._field.setFocus()

    def close_field(self) -> None:
        """Close the field without more."""
        field, self._field = self._field, None
        if field is not None:
            had_focus = field.hasFocus()
            field.hide()
            field.deleteLater()
            if had_focus:
                self.setFocus()

    def keep_name(self) -> bool:
        """Keep the name being written; False when it was refused and the field stays open."""
        if self._field is not None:
            self._tell_name()
        return self._field is None

    def _tell_name(self) -> None:
        if self._field is not None:
            self.named.emit(self._named, self._field.text())

    def _ids(self) -> list[object]:
        return [self.tabData(place) for place in range(self.count())]

    def _grown(self, width: int) -> int:
        """Return how wide that is in the letters of this window."""
        return round(width * max(1.0, self.font().pixelSize() / FONT_SIZE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tabs, and a frame around the one that is aimed at."""
        super().paintEvent(event)
        if 0 <= self._aimed < self.count():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(QRectF(self.tabRect(self._aimed)).adjusted(1, 1, -_TAB_MARGIN - 1, -1), 4, 4)

    def tabSizeHint(self, index: int) -> QSize:
        """Return the size of a tab, not wider than `WIDEST`, or as much as that holds in larger letters."""
        return super().tabSizeHint(index).boundedTo(QSize(self._grown(WIDEST), 1000))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return how small a tab may become: still with some words of its title."""
        return self.tabSizeHint(index).boundedTo(QSize(self._grown(NARROWEST), 1000))

    def event(self, event: QEvent) -> bool:
        """Keep keys that menus know: F2 here renames the map, and Del deletes no card."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _KEPT_KEYS
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename with F2 and leave with Esc."""
        if event.key() == Qt.Key.Key_F2:
            self.name_wanted.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the tabs stand before one is dragged."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self.keep_name()
        if event.button() == Qt.MouseButton.LeftButton:
            self._order = self._ids()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where a dragged tab has come to: once, however many others it passed."""
        super().mouseReleaseEvent(event)
        order, self._order = self._order, []
        if event.button() == Qt.MouseButton.LeftButton and order and order != self._ids():
            self.dropped.emit(self.currentIndex())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename the tab under the pointer."""
        place = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self.name_wanted.emit(place)
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Go to the tab under the pointer and ask for what can be done with it."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.currentIndex() if by_key else self.tabAt(event.pos())
        if place >= 0:
            self.setCurrentIndex(place)
        # Going there may have been refused, since a text that is being written was.
        if place >= 0 and self.currentIndex() == place:
            at = self.tabRect(place).center() if by_key else event.pos()
            self.menu_wanted.emit(self.mapToGlobal(at))
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll where there are more tabs than room; never go to another map by accident."""
        delta = event.angleDelta()
        back = (delta.y() or delta.x()) > 0
        button = self.findChild(QToolButton, "ScrollLeftButton" if back else "ScrollRightButton")
        if button is not None and button.isVisible() and button.isEnabled():
            button.click()
        event.accept()


class NameField(QLineEdit):
    """The field in which a tab's name is written.

    Signals:
        kept(): the name should be kept, by Enter or by going elsewhere.
        given_up(): it should stay as it was.
    """

    kept = Signal()
    given_up = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setObjectName("map_name")
        self.setMaxLength(LINE_LIMIT)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the name with Enter, give it up with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the name, unless only a menu or another window has the keyboard for a while."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.kept.emit()
