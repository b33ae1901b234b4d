"""What the map is filtered by, as chips in a row: each says one value and takes it away when it is pressed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from cjeditor.analysis.finding import Sought
from cjeditor.layout.theme import Theme, mix
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.icons import Icons
from cjeditor.window.plain import menu_text, shortened, tooltip_text
from cjeditor.window.seeing.filter_menu import TITLES, choices

_GAP = 4
_ICON = 12
_MOST = 32
"""Characters of a chip."""


class Chip(NamedTuple):
    """One value of a filter: the field of `Sought`, the value, what it is called, and of what kind it is."""

    part: str
    value: Any
    name: str
    kind: str


def chips_of(sought: Sought, project: Project, words: Texts) -> Iterator[Chip]:
    """Yield what a filter keeps, value by value, in the order of its menu."""
    for part, title in TITLES:
        wanted = getattr(sought, part)
        names = {choice.value: choice.name for choice in choices(part, project, (), words)}
        known = [value for value in names if value in wanted]
        for value in (*known, *sorted(wanted - names.keys(), key=str)):
            yield Chip(part, value, names.get(value, str(value)), words.t(title))
    if sought.votes:
        yield Chip("votes", sought.votes, words.tn("at least {n} vote", "at least {n} votes", sought.votes), "")
    if sought.moments_of_truth:
        yield Chip("moments_of_truth", True, words.t("Moments of truth"), "")
    if sought.drop_offs:
        yield Chip("drop_offs", True, words.t("Drop-off points"), "")
    if sought.comments:
        yield Chip("comments", True, words.t("Open comments"), "")


def without(sought: Sought, part: str, value: object) -> Sought:
    """Return what is looked for less one value of its filter."""
    held = getattr(sought, part)
    rest: dict[str, Any] = {part: held - {value} if isinstance(held, frozenset) else type(held)()}
    return replace(sought, **rest)


class FilterChips(QWidget):
    """Shows the chips that have room, and behind them how many have not.

    Signals:
        removed(str, object): this value of this part shall no longer be filtered by.
        more_wanted(): somebody wants to see what has no room.
    """

    removed = Signal(str, object)
    more_wanted = Signal()

    def __init__(self, words: Texts, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filter_chips")
        self._words = words
        self._icons = icons
        self._chips: list[tuple[Chip, QToolButton]] = []
        self._more = QToolButton(self)
        self._more.setObjectName("more_chips")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.clicked.connect(self.more_wanted)
        self._more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def buttons(self) -> list[QToolButton]:
        """The chips in their order, those without room too."""
        return [button for _, button in self._chips]

    def show_chips(self, chips: list[Chip]) -> None:
        """Show these; the focus stays in the row where its chip goes."""
        if chips == [chip for chip, _ in self._chips]:
            return
        focused = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), None)
        for _, button in self._chips:
            button.hide()
            button.deleteLater()
        self._chips = [(chip, self._button(chip)) for chip in chips]
        self._place()
        shown = [button for button in self.buttons if not button.isHidden()]
        if focused is not None and shown:
            shown[min(focused, len(shown) - 1)].setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        ground = mix(theme.colour("selection"), theme.colour("chrome"), 0.14)
        self.setStyleSheet(
            f"""
            QToolButton {{ background: {ground}; color: {theme.colour("text")}; border: 1px solid transparent;
                border-radius: 10px; padding: 2px 8px; }}
            QToolButton:hover, QToolButton:focus {{ border: 1px solid {theme.colour("selection")}; }}
            """
        )

    def _button(self, chip: Chip) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setText(menu_text(shortened(chip.name, _MOST)))
        button.setIcon(self._icons.icon("x"))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the name
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        whole = self._words.t("{what}: {values}", what=chip.kind, values=chip.name) if chip.kind else chip.name
        said = self._words.t("Do not filter by this any more: {name}", name=whole)
        button.setToolTip(tooltip_text(said))
        button.setAccessibleName(said)
        button.clicked.connect(self._remove)
        return button

    def _remove(self) -> None:
        sender = self.sender()
        for chip, button in self._chips:
            if button is sender:
                self.removed.emit(chip.part, chip.value)
                return

    def _place(self) -> None:
        """Give each chip its place from the left on, as long as it has room before the count of the rest."""
        widths = [button.sizeHint().width() for button in self.buttons]
        left, shown = 0, 0
        for at, width in enumerate(widths):
            rest = len(widths) - at - 1
            room = self.width() - (self._more_width(rest) if rest else 0)
            if left + width > room:
                break
            left += width + _GAP
            shown = at + 1
        left = 0
        for at, button in enumerate(self.buttons):
            height = button.sizeHint().height()
            button.setGeometry(left, (self.height() - height) // 2, widths[at], height)
            button.setVisible(at < shown)
            left += widths[at] + _GAP if at < shown else 0
        rest = len(widths) - shown
        self._more.setVisible(rest > 0)
        if rest:
            self._more_width(rest)
            height = self._more.sizeHint().height()
            self._more.setGeometry(left, (self.height() - height) // 2, self._more.sizeHint().width(), height)

    def _more_width(self, count: int) -> int:
        """Let the button behind the chips say this count; return how wide that is."""
        self._more.setText(self._words.t("+{n} more", n=self._words.number(count)))
        said = self._words.tn("{n} more filter", "{n} more filters", count)
        self._more.setToolTip(said)
        self._more.setAccessibleName(said)
        return self._more.sizeHint().width() + _GAP

    def sizeHint(self) -> QSize:
        """Return the room of all chips."""
        widths = [button.sizeHint().width() + _GAP for button in self.buttons]
        return QSize(sum(widths), self._more.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the room of the count alone: nothing is cut, the count tells the rest."""
        return QSize(self._more_width(len(self._chips)) if self._chips else 0, self._more.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as have room now."""
        super().resizeEvent(event)
        self._place()
