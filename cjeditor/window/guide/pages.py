"""The pages of the guide: chapters under headings that fold, made once and shown for one phase after another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cjeditor.texts import Texts
from cjeditor.window.guide.chapters import OPEN_AT_FIRST, TITLES, Chapter
from cjeditor.window.guide.offers import Row
from cjeditor.window.guide.prose import Prose
from cjeditor.window.guide.questions import Group, Questions
from cjeditor.window.guide.row_list import RowList
from cjeditor.window.guide.section import Count, Section
from cjeditor.window.guide.source import Source
from cjeditor.window.icons import Icons
from cjeditor.window.preferences import Preferences

LISTS = ("recognise", "methods", "instruments", "drop_offs")
"""The chapters whose entries can be put on the map."""

_MARGIN = 12
_FLAG = "guide_open_"


class Pages(QScrollArea):
    """What can be scrolled of the guide.

    Signals:
        drag_begun(Block, QPoint): a block is being dragged out; the position is global, the button still down.
        chosen(Block): a block was asked for by Enter or double click.
        told(str): what the row is for that the keys have come to.
    """

    drag_begun = Signal(object, QPoint)
    chosen = Signal(object)
    told = Signal(str)

    def __init__(self, words: Texts, icons: Icons, preferences: Preferences) -> None:
        super().__init__()
        self._words = words
        self._preferences = preferences
        self.setObjectName("guide_pages")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.source = Source(words)
        self.questions = Questions(words, icons)
        self.lists = {key: RowList(words.t(TITLES[key]), words, icons) for key in LISTS}
        self.sections: dict[str, Section] = {}
        self.invitation = Prose(words.language)
        self._stops: list[QWidget] = []
        sheet = QWidget()
        sheet.setObjectName("guide_sheet")
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(_MARGIN, 8, _MARGIN, 2 * _MARGIN)
        self._column.setSpacing(6)
        self._column.addWidget(self.invitation)
        for key, title in TITLES.items():
            self._add(Section(key, words.t(title), self._content(key), icons, words.language))
        self._column.addSpacing(8)
        self._column.addWidget(self.source)
        self._column.addStretch(1)
        self.setWidget(sheet)
        self._wanted: QWidget | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_wanted)
        self.questions.told.connect(self.show_wholly)
        for one in self.lists.values():
            one.drag_begun.connect(self.drag_begun)
            one.chosen.connect(self.chosen)
            one.told.connect(self.told)
            one.reached.connect(self._show_row)

    def show_nothing(self, invitation: str) -> None:
        """Show no guidance but a sentence."""
        self.invitation.show_text(invitation)
        self.invitation.show()
        self.source.hide()
        for section in self.sections.values():
            section.hide()

    def show_chapters(self, chapters: Sequence[Chapter]) -> None:
        """Show what there is to read about a phase; sections without anything disappear."""
        self.invitation.hide()
        self.source.show()
        told = {chapter.key: chapter.paragraphs for chapter in chapters}
        for key, section in self.sections.items():
            content = section.content
            if isinstance(content, Prose):
                content.show_paragraphs(told.get(key, ()))
                section.setVisible(key in told)

    def show_questions(self, groups: Sequence[Group]) -> None:
        """Show the questions, and how many are ticked off."""
        asked = [one for group in groups for one in group.asked]
        done = sum(1 for one in asked if one.ticked)
        text = self._words.t("{done} of {all}", done=done, all=len(asked))
        self.sections["questions"].heading.show_count(Count(text, done, len(asked)) if asked else Count())
        self.sections["questions"].setVisible(bool(asked))
        self.questions.show_groups(groups)

    def show_rows(self, rows: Mapping[str, Sequence[Row]]) -> None:
        """Show what can be put on the map, and how much there is of it."""
        for key, one in self.lists.items():
            some = rows.get(key, ())
            one.show_rows(some)
            self.sections[key].setVisible(bool(some))
            self.sections[key].heading.show_count(Count(self._words.number(len(some)) if some else ""))

    def lay_out(self) -> None:
        """Give everything its place at once, from the inside out; else people would see how heights get around."""
        inner = [*self.questions.rows, self.questions, *self.sections.values()]
        for layout in (*(one.layout() for one in inner), self._column):
            if layout is not None:
                layout.activate()

    def show_wholly(self, part: QWidget) -> None:
        """Bring a part that has just come up into view."""
        self._wanted = part
        self.lay_out()
        # Not at once: the sheet and the range of the scroll bar grow when Qt comes to it.
        self._later.start()

    def order_tabs(self, before: QWidget) -> None:
        """Let Tab go from `before` through everything from top to bottom, whenever it came into being."""
        stops: list[QWidget] = [before]
        for key, section in self.sections.items():
            stops.append(section.heading)
            if key == "questions":
                stops += [stop for row in self.questions.rows for stop in row.stops()]
            elif key in self.lists:
                stops.append(self.lists[key])
        stops.append(self.source.choice)
        if stops != self._stops:
            self._stops = stops
            for one, other in pairwise(stops):
                QWidget.setTabOrder(one, other)

    def _content(self, key: str) -> QWidget:
        if key == "questions":
            return self.questions
        return self.lists[key] if key in self.lists else Prose(self._words.language)

    def _add(self, section: Section) -> None:
        section.open(self._preferences.flag(_FLAG + section.key, section.key in OPEN_AT_FIRST))
        section.folded.connect(self._keep_folded)
        self.sections[section.key] = section
        self._column.addWidget(section)

    def _keep_folded(self, key: str, opened: bool) -> None:
        self._preferences.keep_flag(_FLAG + key, opened)

    def _show_wanted(self) -> None:
        if self._wanted is not None:
            self.ensureWidgetVisible(self._wanted, 0, _MARGIN)

    def _show_row(self, place: QRect) -> None:
        """Bring a row of a list into view."""
        one, sheet = self.sender(), self.widget()
        if isinstance(one, RowList) and sheet is not None:
            middle = one.viewport().mapTo(sheet, place.center())
            self.ensureVisible(middle.x(), middle.y(), 0, place.height() // 2 + _MARGIN)
