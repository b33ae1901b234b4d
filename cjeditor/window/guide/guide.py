"""The guide itself: the guidance of the current phase, in step with the map, and the edits that it asks for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from cjeditor.canvas.blocks import Block
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.catalogue import guidance
from cjeditor.catalogue.guidance import PhaseGuidance
from cjeditor.document import Document
from cjeditor.layout.theme import Theme
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import map_of, ordered
from cjeditor.window.guide.answers import answers_in
from cjeditor.window.guide.bookmark import Bookmark
from cjeditor.window.guide.chapters import chapters, part_name
from cjeditor.window.guide.current import current_phase, neighbour
from cjeditor.window.guide.drafts import Drafts
from cjeditor.window.guide.header import PhaseHead, Shown
from cjeditor.window.guide.offers import present_in, rows
from cjeditor.window.guide.on_map import OnMap
from cjeditor.window.guide.pages import Pages
from cjeditor.window.guide.question_row import Asked
from cjeditor.window.guide.questions import Group
from cjeditor.window.guide.style import style_sheet
from cjeditor.window.house import House
from cjeditor.window.own_keys import asks_for_deletion
from cjeditor.window.scrolling import scroll_to_share, scrolled_share
from cjeditor.wording import sentence


class Guide(QWidget):
    """Follows the map, or stays with the phase it is pinned to. Hidden, it does nothing.

    Attributes:
        drafts: answers that are written and not kept.
        numbers: of the guidance that is shown (1 to 9); nothing for no phase, none for one of its own making.

    Signals:
        refused(Problem): an edit was refused.
        hint(str): a sentence for the status bar.
    """

    refused = Signal(object)
    hint = Signal(str)

    def __init__(self, document: Document, canvas: MapCanvas, house: House) -> None:
        """Make it; nothing is shown before it is visible.

        Args:
            document: whose project is worked on.
            canvas: shows the map; its focus decides where answers go.
            house: what the windows share.
        """
        super().__init__()
        self._document = document
        self._canvas = canvas
        self._words = house.words
        self._phase = ""
        self._pinned = ""
        self.numbers: tuple[int, ...] | None = None
        self._parts: tuple[PhaseGuidance, ...] = ()
        self.drafts = Drafts(canvas.desk.labels.t("Answers"), self)
        self._on_map = OnMap(document, canvas, house.words, self)
        self.setObjectName("guide_inside")
        self.setAccessibleName(house.words.t("Guide"))
        self.head = PhaseHead(house.words, house.icons, house.appearance.theme)
        self.pages = Pages(house.words, house.icons, house.preferences)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.pages, 1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.refresh)
        self.set_theme(house.appearance.theme)
        self._connect()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(style_sheet(theme))
        self.head.set_theme(theme)

    def refresh_soon(self) -> None:
        """Refresh once what happens now is over."""
        if self.isVisible():
            self._later.start()

    def refresh(self) -> None:
        """Show the current phase as it is now."""
        self._later.stop()
        project = self._document.project
        if not self.isVisible() or all(one.id != self._canvas.map_id for one in project.maps):
            return
        journey_map = map_of(project, self._canvas.map_id)
        phase = self._current(journey_map)
        fresh = self._phase != (phase.id if phase is not None else "")
        self._phase = phase.id if phase is not None else ""
        self._show_head(journey_map, phase)
        if phase is None:
            self.numbers, self._parts = None, ()
            self.pages.show_nothing(
                self._words.t("As soon as the map has a phase, the guide says here what to find out about it.")
            )
            return
        self._show_phase(journey_map, phase)
        self.pages.order_tabs(self.head.pin)
        self.pages.lay_out()
        if fresh:
            self.pages.verticalScrollBar().setValue(0)

    def go(self, by: int) -> None:
        """Go to a neighbour of the phase (−1: left, +1: right), and take the focus of the map along."""
        found = neighbour(map_of(self._document.project, self._canvas.map_id), self._phase, by)
        if found is None:
            return
        inside = self._has_focus()
        if self._pinned:
            self._pinned = found.id
        self._on_map.focus_on(found.id)
        self.refresh()
        if inside and not self._has_focus():
            # What had it is not there for this phase.
            self.take_focus()

    def bookmark(self) -> Bookmark:
        """Return what was begun here, to be taken up by another guide with the same document."""
        return Bookmark(self._pinned, self.drafts.all(), scrolled_share(self.pages))

    def take_up(self, bookmark: Bookmark) -> None:
        """Go on where another guide was."""
        self._pinned = bookmark.pinned
        self.drafts.take(bookmark.drafts)
        self.refresh()
        scroll_to_share(self.pages, bookmark.scrolled)

    def pin(self, pinned: bool) -> None:
        """Stay with the phase that is shown, or follow the map again."""
        self._pinned = self._phase if pinned else ""
        self.refresh()

    def take_focus(self) -> None:
        """Give the focus to the first question, where there is one to see, else to the first heading."""
        self.refresh()
        questions = self.pages.sections["questions"]
        shown = [row for row in self.pages.questions.rows if row.isVisibleTo(self)]
        if shown and questions.is_open:
            shown[0].take_focus()
            return
        headings = [one.heading for one in self.pages.sections.values() if one.isVisibleTo(self)]
        first = headings[0] if headings else self.pages.source.choice if self._phase else self.head
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        self._document.changed.connect(self.refresh_soon)
        self._canvas.selection.changed.connect(self.refresh_soon)
        self._canvas.desk.arranged.connect(self.refresh_soon)
        # Shortcuts, for buttons would take the arrows for themselves.
        for keys, slot in (("Alt+Left", self._go_back), ("Alt+Right", self._go_on)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.head.step_wanted.connect(self.go)
        self.head.pin_wanted.connect(self.pin)
        questions = self.pages.questions
        questions.tick_wanted.connect(self._tick)
        questions.answer_wanted.connect(self._answer)
        questions.drafted.connect(self._keep_draft)
        questions.card_wanted.connect(self._on_map.show_card)
        questions.note_wanted.connect(self._add_question)
        questions.drag_begun.connect(self._on_map.drag_question)
        self.pages.source.chosen.connect(self._take_guidance)
        self.pages.drag_begun.connect(self._on_map.drag)
        self.pages.chosen.connect(self._add)
        self.pages.told.connect(self.hint)
        self._on_map.refused.connect(self.refused)

    def _go_back(self) -> None:
        self.go(-1)

    def _go_on(self) -> None:
        self.go(1)

    def _current(self, journey_map: JourneyMap) -> Phase | None:
        selection = self._canvas.selection
        phase = current_phase(journey_map, selection.kind, selection.ids, selection.focus, self._pinned)
        if self._pinned and (phase is None or phase.id != self._pinned):
            self._pinned = ""
        return phase

    def _show_head(self, journey_map: JourneyMap, phase: Phase | None) -> None:
        if phase is None:
            self.head.show_phase(Shown())
            return
        phases = ordered(journey_map.phases)
        pinned = bool(self._pinned)
        number = phases.index(phase) + 1
        self.head.show_phase(Shown(number, len(phases), phase.name, phase.colour, pinned, phase.weight))

    def _show_phase(self, journey_map: JourneyMap, phase: Phase) -> None:
        words = self._words
        numbers = guidance.numbers_of(phase.framework, phase.framework_phase)
        if numbers != self.numbers:
            self.numbers = numbers
            self._parts = tuple(guidance.guidance(number) for number in numbers)
            self.pages.show_chapters(chapters(self._parts, words))
        self.pages.source.show_source(phase.framework, phase.framework_phase, known=bool(numbers))
        self.pages.show_questions(self._groups(journey_map, phase))
        self.pages.show_rows(rows(self._parts, present_in(journey_map, phase), words, self._canvas.desk.labels))

    def _groups(self, journey_map: JourneyMap, phase: Phase) -> list[Group]:
        answers = answers_in(journey_map, phase.id)
        language = self._words.language
        groups = []
        for part in self._parts:
            asked = tuple(
                Asked(
                    question.key,
                    question.text.in_language(language),
                    question.key in phase.ticked,
                    answers.get(question.key, ()),
                    self.drafts.text((journey_map.id, phase.id, question.key)),
                )
                for question in part.questions
            )
            groups.append(Group(part_name(part, self._words) if len(self._parts) > 1 else "", asked))
        return groups

    def _tick(self, key: str, ticked: bool) -> None:
        self._on_map.tick(self._phase, key, ticked=ticked)
        # Also where it was refused: the box shows the tick already.
        self.refresh_soon()

    def _answer(self, key: str, text: str) -> None:
        problem = self._on_map.answer(self._phase, key, text)
        row = self.pages.questions.row(key)
        if row is not None:
            row.end_answer("" if problem is None else sentence(problem, self._words))

    def _take_guidance(self, framework: str, framework_phase: str) -> None:
        self._on_map.take_guidance(self._phase, framework, framework_phase)
        self.refresh_soon()

    def _add(self, block: Block) -> None:
        self._on_map.add(self._phase, block)

    def _add_question(self, key: str) -> None:
        self._on_map.add_question(self._phase, key)

    def _keep_draft(self, key: str, text: str) -> None:
        self.drafts.keep((self._canvas.map_id, self._phase, key), text)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def event(self, event: QEvent) -> bool:
        """Keep keys that would change the map while the focus is here: Del on a button deletes no card."""
        if asks_for_deletion(event):
            event.accept()
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed meanwhile."""
        super().showEvent(event)
        self.refresh()
