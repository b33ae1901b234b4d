"""A dock of the window. It stands, empty, before the first paint; its content moves in later and may be changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from cjeditor.layout.theme import Theme
from cjeditor.texts import Texts
from cjeditor.window.appearance import FONT_SIZE
from cjeditor.window.icons import Icons
from cjeditor.window.pane_bar import PaneBar
from cjeditor.window.pane_plan import AREAS, PaneSpec

_MOST_GROWTH = 1.5


class Pane(QDockWidget):
    """One pane of a window. Its content is visible exactly as long as people can see it, also among tabs.

    Signals:
        left(): Esc was pressed and nothing inside wanted it.
        close_wanted(): the pane should go, by its button or by the window system.
        wanted(): it stands empty and is to be seen; whoever fills it does so before this returns.
        menu_wanted(QPoint): the places where it could stand are asked for, at a point of the screen.
    """

    left = Signal()
    close_wanted = Signal()
    wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, spec: PaneSpec, words: Texts, icons: Icons, window: QMainWindow) -> None:
        super().__init__(words.t(spec.title), window)
        self.spec = spec
        self._words = words
        self._content: QWidget | None = None
        self._take_focus: Callable[[], None] | None = None
        self._seen = False
        # The name under which the window's state keeps its place.
        self.setObjectName(spec.id)
        self.setAllowedAreas(AREAS)
        self.bar = PaneBar(icons)
        self.bar.float_wanted.connect(self._change_floating)
        self.bar.close_wanted.connect(self.close_wanted)
        self.bar.menu_wanted.connect(self.menu_wanted)
        self.setTitleBarWidget(self.bar)
        self._place = _Place(spec)
        self.setWidget(self._place)
        self.topLevelChanged.connect(self._show_name)
        self.visibilityChanged.connect(self._take_seen)
        self._show_name()

    @property
    def content(self) -> QWidget | None:
        """What is in it; None while it stands empty."""
        return self._content

    @property
    def is_on_top(self) -> bool:
        """Whether people can see it: shown, and not behind another tab."""
        return self._seen and not self.isHidden()

    def fill(
        self, content: QWidget, *, line: QWidget | None = None, take_focus: Callable[[], None] | None = None
    ) -> None:
        """Take in what is shown; what was shown before is freed.

        Args:
            content: fills the pane.
            line: stands above it in the place of the title.
            take_focus: gives the focus to the right part of the content; without it `content` itself takes it.
        """
        if self._content is not None:
            self._place.column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content, self._take_focus = content, take_focus
        self.bar.show_line(line)
        self._place.column.addWidget(content)
        content.setVisible(not self._is_behind())

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.bar.set_theme(theme)
        self._place.setStyleSheet(f"QWidget#pane_place {{ background: {theme.colour('chrome')}; }}")

    def take_focus(self) -> None:
        """Come forward and give the focus to what is inside."""
        self.raise_()
        self._ask_for_content()
        if self.isFloating():
            self.activateWindow()
        if self._take_focus is not None:
            self._take_focus()
        else:
            (self._content or self.bar).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Scroll to what has the focus: an area does so by itself for Tab only."""
        focused = QApplication.focusWidget()
        around = focused.parentWidget() if focused is not None and self.has_focus() else None
        while focused is not None and around is not None and around is not self:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(focused)
            around = around.parentWidget()

    def has_focus(self) -> bool:
        """Whether the focus is somewhere inside."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _show_name(self) -> None:
        self.bar.show_name(self._words.t(self.spec.title), self._words, floating=self.isFloating())

    def _change_floating(self) -> None:
        self.setFloating(not self.isFloating())

    def _take_seen(self, seen: bool) -> None:
        self._seen = seen
        if seen:
            self._ask_for_content()
        if self._content is not None:
            self._content.setVisible(not self._is_behind())

    def _ask_for_content(self) -> None:
        if self._content is None:
            self.wanted.emit()

    def _is_behind(self) -> bool:
        """Whether it is shown, but behind another tab. In a hidden or minimised window nothing is decided."""
        window = self.parentWidget()
        if self._seen or self.isHidden() or not isinstance(window, QMainWindow):
            return False
        return window.isVisible() and not window.isMinimized() and bool(window.tabifiedDockWidgets(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it goes."""
        super().closeEvent(event)
        self.close_wanted.emit()


class _Place(QWidget):
    """Holds the content and says how large it should be, whatever is in it."""

    def __init__(self, spec: PaneSpec) -> None:
        super().__init__()
        growth = _growth()
        # Below the map larger letters ask for no more height: on a small screen the panes beside it need that.
        below = spec.area == Qt.DockWidgetArea.BottomDockWidgetArea
        self._size = QSize(round(spec.size.width() * growth), round(spec.size.height() * (1.0 if below else growth)))
        self.setObjectName("pane_place")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setMinimumSize(round(spec.least.width() * growth), spec.least.height())

    def sizeHint(self) -> QSize:
        """Return the size that suits the content."""
        return self._size


def _growth() -> float:
    """Return how much wider a pane is to be for larger texts, as far as the map keeps its place."""
    return min(max(1.0, QApplication.font().pixelSize() / FONT_SIZE), _MOST_GROWTH)
