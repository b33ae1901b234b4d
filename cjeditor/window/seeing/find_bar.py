"""The slim bar above the map where people type what they look for and choose what else must hold."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from cjeditor.analysis.finding import Sought
from cjeditor.canvas.announcing import announce
from cjeditor.layout.theme import Theme, mix
from cjeditor.texts import Texts
from cjeditor.window.icons import Icons
from cjeditor.window.menu_hover import MenuHover
from cjeditor.window.search_field import SearchField
from cjeditor.window.seeing.chips import Chip, FilterChips, without
from cjeditor.window.seeing.filter_menu import FilterMenu

_ICON = 16
_FIELD, _FIELD_LEAST = 300, 150
_FIELD_MOST_CHARACTERS = 400


class FindField(SearchField):
    """Enter goes to the next match, Shift+Enter to the one before, Esc ends the search.

    Signals:
        stepped(int): on to the next match (1) or back (−1).
        ended(): Esc was pressed.
    """

    stepped = Signal(int)
    ended = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with Enter, end with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Shows what is sought and how much was found.

    Signals:
        sought(Sought): somebody looks for this now.
        stepped(int): on to the next match (1) or back (−1).
        select_wanted(): all matches should be chosen.
        filter_wanted(): the menu is about to open and wants to be filled.
        map_wanted(): people go on on the map; what is sought stays.
        ended(): the search is over.
    """

    sought = Signal(object)
    stepped = Signal(int)
    select_wanted = Signal()
    filter_wanted = Signal()
    map_wanted = Signal()
    ended = Signal()

    def __init__(self, words: Texts, icons: Icons, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._icons = icons
        self._sought = Sought()
        self.setObjectName("find_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = FindField(
            words, icons, theme, self, hint=words.t("Find on the map"), name=words.t("Find on the map")
        )
        self.field.setObjectName("find_field")
        self.field.setMaxLength(_FIELD_MOST_CHARACTERS)
        self.field.setMinimumWidth(_FIELD_LEAST)
        self.field.setMaximumWidth(_FIELD)
        self.back = self._button("find_previous", "caret-up", words.t("Previous match"))
        self.on = self._button("find_next", "caret-down", words.t("Next match"))
        self.count = QLabel(self)
        self.count.setObjectName("find_count")
        self.filter = self._button("find_filter", "funnel-simple", words.t("Filter"))
        self.filter.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.filter.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = FilterMenu(words, self)
        self.filter.setMenu(self.menu)
        MenuHover(self.filter)
        self.chips = FilterChips(words, icons, self)
        self.all = self._button("find_all", "selection-all", words.t("Select all matches"))
        self.close_button = self._button("find_close", "x", words.t("End the search"))
        self._put_in_row()
        self._connect()
        self.set_theme(theme)

    def show_sought(self, sought: Sought, chips: list[Chip], told: str) -> None:
        """Show what is looked for: `chips` are the values of its filter, `told` all of them in words."""
        self._sought = sought
        if self.field.text() != sought.text:
            self.field.setText(sought.text)
        self.chips.show_chips(chips)
        self.filter.setAccessibleDescription(told)

    def show_count(self, place: int, count: int, total: int) -> None:
        """Show that `count` of `total` cards match, and that the focus is on the match `place`, from 1; 0 for none."""
        words = self._words
        if self._sought.is_empty:
            text = ""
        elif not count:
            text = words.t("Nothing found")
        elif place:
            here, found = words.number(place), words.number(count)
            text = words.tn(
                "{place} of {count} ({n} card)", "{place} of {count} ({n} cards)", total, place=here, count=found
            )
        else:
            text = words.tn("{count} of {n} card", "{count} of {n} cards", total, count=words.number(count))
        if text != self.count.text():
            self.count.setText(text)
            announce(self.count, text)
        for button in (self.back, self.on, self.all):
            button.setEnabled(count > 0)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the icons follow the palette."""
        self.field.set_theme(theme)
        self.chips.set_theme(theme)
        hover = mix(theme.colour("text"), theme.colour("chrome"), 0.07)
        self.setStyleSheet(
            f"""
            QWidget#find_bar {{ background: {theme.colour("chrome")};
                border-bottom: 1px solid {theme.colour("rule")}; }}
            QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 4px; }}
            QToolButton#find_filter {{ padding: 4px 18px 4px 6px; }}
            QToolButton::menu-indicator {{ subcontrol-position: right center; subcontrol-origin: padding; left: -4px; }}
            QToolButton:hover {{ background: {hover}; }}
            QToolButton:focus {{ border: 1px solid {theme.colour("selection")}; }}
            """
        )

    def _button(self, name: str, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(self._icons.icon(icon))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setText(text)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _put_in_row(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 6, 5)
        row.setSpacing(3)
        row.addWidget(self.field, 2)
        for widget in (self.back, self.on):
            row.addWidget(widget)
        row.addSpacing(4)
        row.addWidget(self.count)
        row.addSpacing(6)
        row.addWidget(self.filter)
        row.addWidget(self.chips, 3)
        row.addWidget(self.all)
        row.addWidget(self.close_button)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._take_text)
        self.field.stepped.connect(self.stepped)
        self.field.ended.connect(self.ended)
        self.field.went_down.connect(self.map_wanted)
        self.back.clicked.connect(self._step_back)
        self.on.clicked.connect(self._step_on)
        self.all.clicked.connect(self.select_wanted)
        self.close_button.clicked.connect(self.ended)
        self.menu.aboutToShow.connect(self.filter_wanted)
        self.menu.chosen.connect(self._take_filter)
        self.chips.removed.connect(self._drop)
        self.chips.more_wanted.connect(self._open_menu)

    def _take_text(self, text: str) -> None:
        self._seek(replace(self._sought, text=text))

    def _take_filter(self, sought: Sought) -> None:
        self._seek(replace(sought, text=self._sought.text))

    def _open_menu(self) -> None:
        self.menu.popup(self.filter.mapToGlobal(self.filter.rect().bottomLeft()))

    def _drop(self, part: str, value: object) -> None:
        self._seek(without(self._sought, part, value))

    def _seek(self, sought: Sought) -> None:
        if sought != self._sought:
            self._sought = sought
            self.sought.emit(sought)

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the search with Esc from any of the buttons."""
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)
