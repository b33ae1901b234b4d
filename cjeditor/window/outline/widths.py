"""How wide the columns of a view are: as wide as what they hold, within limits, and the texts take the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from cjeditor.window.preferences import Preferences

_PADDING = 24
"""Pixels at 100 % beside the text of a cell."""

_MOST = 280
"""Pixels at 100 %: no column but that of the texts is wider by itself."""

_LONGEST = 200
"""Characters of a cell that are measured."""


class Widths(QObject):
    """Shares the width of a view out among its columns; one that a person has set by hand stays as it is.

    Where there is too little room for all, the texts keep their usual width, the others shrink to theirs, and the view
    scrolls.
    """

    def __init__(
        self,
        view: QAbstractItemView,
        header: QHeaderView,
        text_column: int,
        usual: Sequence[int],
        name: str,
        preferences: Preferences,
    ) -> None:
        """Make it; the header has its columns already.

        Args:
            view: whose columns they are; this goes when it goes.
            header: of the view.
            text_column: takes what the others leave.
            usual: pixels of each column where there is little room.
            name: under which the preferences keep which columns were set by hand.
            preferences: keep it; the widths themselves are kept with the header's state.
        """
        super().__init__(view)
        self._view = view
        self._header = header
        self._text = text_column
        self._usual = tuple(usual)
        self._widest = tuple(usual)
        self._name = name
        self._preferences = preferences
        kept = preferences.number(name)
        self._own = {column for column in range(len(self._usual)) if kept & 1 << column}
        self._fitting = False
        header.sectionResized.connect(self._take_width)
        view.viewport().installEventFilter(self)

    def measure(self, texts: Sequence[Iterable[str]]) -> None:
        """Take what each column holds, and share the width out anew."""
        metrics = QFontMetrics(self._view.font())
        self._widest = tuple(
            max(
                self._header.sectionSizeHint(column),
                min(_MOST, max((metrics.horizontalAdvance(text[:_LONGEST]) for text in some), default=0) + _PADDING),
            )
            for column, some in enumerate(texts)
        )
        self.fit()

    def fit(self) -> None:
        """Share the width out anew."""
        header = self._header
        if header.count() != len(self._usual):
            return
        shown = [column for column in range(header.count()) if not header.isSectionHidden(column)]
        free = [column for column in shown if column not in self._own and column != self._text]
        room = self._view.viewport().width() - sum(header.sectionSize(one) for one in shown if one in self._own)
        if self._text not in self._own:
            room -= self._usual[self._text]
        least = {column: min(self._usual[column], self._widest[column]) for column in free}
        wanted = sum(self._widest[column] - least[column] for column in free)
        share = min(1.0, max(0.0, (room - sum(least.values())) / wanted)) if wanted else 0.0
        self._fitting = True
        for column in free:
            header.resizeSection(column, round(least[column] + share * (self._widest[column] - least[column])))
        if self._text not in self._own:
            others = sum(header.sectionSize(one) for one in shown if one != self._text)
            rest = self._view.viewport().width() - others
            header.resizeSection(self._text, max(self._usual[self._text], rest))
        self._fitting = False

    def _take_width(self, column: int, before: int, now: int) -> None:
        """Note a width that was set by hand; a column that was hidden or comes back is no such thing."""
        if self._fitting or not self._view.isVisible() or not before or not now:
            return
        self._own.add(column)
        self._preferences.keep_number(self._name, sum(1 << one for one in self._own))
        if column != self._text:
            self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the width out anew where there is another one."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)
