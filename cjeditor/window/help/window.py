"""The window of the help: contents and search at the left, the page at the right. It stays open beside the map."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.analysis.folding import cleaned
from cjeditor.layout.theme import Theme
from cjeditor.window.appearance import FONT_SIZE
from cjeditor.window.elided_label import ElidedLabel
from cjeditor.window.fitting import fit
from cjeditor.window.help.book import FIRST_PAGE, Book
from cjeditor.window.help.contents import Contents, Results
from cjeditor.window.help.history import History, Visit
from cjeditor.window.help.page_view import PageView
from cjeditor.window.help.searching import Result, Search
from cjeditor.window.help.style import style_sheet
from cjeditor.window.house import House
from cjeditor.window.plain import label
from cjeditor.window.search_field import SearchField

_PAGE, _WIDTH, _HEIGHT = "help_page", "help_width", "help_height"
_BACK, _FORWARD = "Alt+Left", "Alt+Right"
_LETTERS = 42
"""How many letters of average width the contents have room for at first."""

_LEAST = QSize(680, 420)
_LEAST_PAGE = 420
"""Pixels at the normal size of texts: as wide as the widest table needs."""

_FIRST = QSize(1100, 700)


@dataclass(frozen=True)
class Place:
    """Where people are in the help, for a window that takes its place."""

    visit: Visit
    size: QSize
    search: str


class HelpWindow(QDialog):
    """Shows the book; Esc closes it. It remembers its size and the last page."""

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self._words = words = house.words
        self._book = Book(words, house.preferences.keys.of)
        self._search = Search(self._book)
        self._history = History()
        theme = house.appearance.theme
        self.setObjectName("help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Help"))
        self.field = SearchField(
            words, house.icons, theme, self, hint=words.t("Search the help"), name=words.t("Search the help")
        )
        self.field.setObjectName("help_search")
        self.contents = Contents(self._book, words, self)
        self.results = Results(words, self)
        self.nothing = label(words.t("Nothing found. The search knows English and German words."), self)
        self.nothing.setObjectName("hint")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.back = self._button("back", "arrow-left", words.t("Back"), _BACK)
        self.forward = self._button("forward", "arrow-right", words.t("Forward"), _FORWARD)
        self.trail = ElidedLabel(self)
        self.page = PageView(words, house.icons.family, theme, self)
        self._put_together()
        self._connect()
        self.set_theme(theme)
        larger = self.font().pixelSize() / FONT_SIZE
        self.setMinimumSize(_LEAST * larger)
        self.page.setMinimumWidth(round(_LEAST_PAGE * larger))
        self._take_size()
        self._show_buttons()
        self.field.setFocus()

    def open_at(self, page: str = "", anchor: str = "") -> None:
        """Go to a page; without one, or where it is not there any more, to the last one that was read."""
        kept = bytes(self._house.preferences.bytes_of(_PAGE).data()).decode("utf-8", "replace")
        wanted = next((key for key in (page, kept) if self._book.page(key) is not None), FIRST_PAGE)
        self._visit(Visit(wanted, anchor if wanted == page else ""))

    def place(self) -> Place:
        """Return where people are."""
        now = self._history.now() or Visit(FIRST_PAGE)
        return Place(Visit(now.page, now.anchor, self.page.verticalScrollBar().value()), self.size(), self.field.text())

    def take_place(self, place: Place) -> None:
        """Go where people were in another window."""
        self.resize(place.size)
        self.field.setText(place.search)
        self._visit(place.visit)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(style_sheet(theme))
        self.field.set_theme(theme)
        self.page.set_theme(theme)

    def _button(self, name: str, icon: str, text: str, key: str) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName(f"help_{name}")
        made.setIcon(self._house.icons.icon(icon))
        made.setAccessibleName(text)
        sequence = QKeySequence(key)
        made.setToolTip(f"{text} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def _put_together(self) -> None:
        self.left = QStackedWidget(self)
        for shown in (self.contents, self.results, self.nothing):
            self.left.addWidget(shown)
        beside, page = QWidget(self), QWidget(self)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.left, 1)
        bar = QHBoxLayout()
        bar.setSpacing(2)
        bar.addWidget(self.back)
        bar.addWidget(self.forward)
        bar.addSpacing(6)
        bar.addWidget(self.trail, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self.page, 1)
        self._halves = QSplitter(Qt.Orientation.Horizontal, self)
        self._halves.setChildrenCollapsible(False)
        self._halves.setHandleWidth(12)
        for part in (beside, page):
            self._halves.addWidget(part)
        self._halves.setStretchFactor(1, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(14, 12, 14, 14)
        whole.addWidget(self._halves)
        for first, then in (
            (self.field, self.contents),
            (self.contents, self.results),
            (self.results, self.back),
            (self.back, self.forward),
            (self.forward, self.page),
        ):
            self.setTabOrder(first, then)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._choose_current)
        self.field.went_down.connect(self._go_down)
        self.contents.wanted.connect(self._pass_by)
        self.results.looked_at.connect(self._look_at)
        self.results.chosen.connect(self._choose)
        self.results.itemClicked.connect(self._choose_clicked)
        self.results.left_at_top.connect(self.field.setFocus)
        self.page.wanted.connect(self._follow)
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._go_on)
        self._house.appearance.theme_changed.connect(self.set_theme)
        # Not the buttons' own keys: a button takes a tenth of a second to be pressed by one.
        for key, slot in ((_BACK, self._go_back), (_FORWARD, self._go_on)):
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    def _take_size(self) -> None:
        kept = QSize(self._house.preferences.number(_WIDTH), self._house.preferences.number(_HEIGHT))
        fit(self, _FIRST if kept.isEmpty() else kept)
        left = min(self.fontMetrics().averageCharWidth() * _LETTERS, self.width() * 2 // 5)
        self._halves.setSizes([left, max(1, self.width() - left)])

    def _visit(self, visit: Visit, *, passing: bool = False, sought: str = "") -> None:
        """Go to a page as a new step of the history."""
        now = self._history.now()
        if now is not None and (now.page, now.anchor) == (visit.page, visit.anchor):
            self._show(visit, sought)
            return
        self._history.leave(self.page.verticalScrollBar().value())
        self._history.go(visit, passing=passing)
        self._show(visit, sought)

    def _show(self, visit: Visit, sought: str = "") -> None:
        page = self._book.page(visit.page)
        if page is None:
            return
        self.page.show_page(page, visit.anchor, sought)
        if visit.scrolled:
            self.page.verticalScrollBar().setValue(visit.scrolled)
        self.contents.go_to(visit.page)
        self.trail.show_text(" · ".join(self._book.trail(visit.page)))
        self._house.preferences.keep_bytes(_PAGE, QByteArray(visit.page.encode()))
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.back.setEnabled(self._history.can_step(-1))
        self.forward.setEnabled(self._history.can_step(1))

    def _find(self, text: str) -> None:
        """List what the field asks for; without a word, the contents."""
        if not cleaned(text):
            self.left.setCurrentWidget(self.contents)
            return
        found = self._search.results(text)
        self.results.show_results(found)
        self.left.setCurrentWidget(self.results if found else self.nothing)

    def _choose_current(self) -> None:
        result = self.results.current()
        if result is not None and self.left.currentWidget() is self.results:
            self._choose(result)

    def _choose_clicked(self) -> None:
        result = self.results.current()
        if result is not None:
            self._look_at(result)

    def _choose(self, result: Result) -> None:
        """Show a result and go on reading there."""
        self._look_at(result)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_at(self, result: Result) -> None:
        self._visit(Visit(result.page, result.anchor), passing=True, sought=self.field.text())

    def _pass_by(self, page: str) -> None:
        self._visit(Visit(page), passing=True)

    def _follow(self, target: str) -> None:
        page, _, anchor = target.partition("#")
        self._visit(Visit(page, anchor))

    def _go_back(self) -> None:
        self._step(-1)

    def _go_on(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        self._history.leave(self.page.verticalScrollBar().value())
        visit = self._history.step(by)
        if visit is not None:
            self._show(visit)

    def _go_down(self) -> None:
        shown = self.results if self.left.currentWidget() is self.results else self.contents
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page while the field has the keyboard; Enter must not press a button."""
        bar = self.page.verticalScrollBar()
        turns = {Qt.Key.Key_PageUp: -bar.pageStep(), Qt.Key.Key_PageDown: bar.pageStep()}
        turn = turns.get(Qt.Key(event.key()), 0)
        if turn:
            bar.setValue(bar.value() + turn)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember the size."""
        super().hideEvent(event)
        self._house.preferences.keep_number(_WIDTH, self.width())
        self._house.preferences.keep_number(_HEIGHT, self.height())
