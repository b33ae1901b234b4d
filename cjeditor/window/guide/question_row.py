"""One question of the guide: its tick box, its text to be dragged, its answers, and the field for another one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cjeditor.model.cards import Note
from cjeditor.model.fields import TEXT_LIMIT
from cjeditor.texts import Texts
from cjeditor.window.guide.answer_edit import AnswerEdit, AnswerLine
from cjeditor.window.guide.prose import Prose
from cjeditor.window.icons import Icons
from cjeditor.window.key_button import KeyButton
from cjeditor.window.plain import label


@dataclass(frozen=True)
class Asked:
    """A question as it stands in a project.

    Attributes:
        key: its name in the catalogue.
        text: the question.
        ticked: whether it is ticked off.
        answers: the notes that answer it.
        draft: what has been written but not kept.
    """

    key: str
    text: str
    ticked: bool = False
    answers: tuple[Note, ...] = ()
    draft: str = ""


class QuestionText(Prose):
    """The question itself: a click ticks it off, a drag takes it to the map.

    Signals:
        clicked(): pressed and let go in the same place.
        drag_begun(QPoint): it is being dragged out; the position is global, the button still down.
    """

    clicked = Signal()
    drag_begun = Signal(QPoint)

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag once the pointer has left the spot."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.drag_begun.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click."""
        if self._pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = None
            if self.rect().contains(event.position().toPoint()):
                self.clicked.emit()


class TickBox(QCheckBox):
    """A tick box on which Enter means: answer.

    Signals:
        entered(): Enter was pressed.
    """

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with the space bar, answer with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class QuestionRow(QWidget):
    """Shows one question; the same row shows others later.

    Signals:
        tick_wanted(str, bool): the question of this key should be ticked off, or not any more.
        answer_wanted(str, str): this text answers the question of this key.
        drafted(str, str): this is written now, and not kept.
        card_wanted(str): the card of this id should be shown.
        note_wanted(str): the question itself should come onto the map.
        drag_begun(str, QPoint): the question is being dragged out.
        told(QWidget): a problem is told in this part, which should be in view.
    """

    tick_wanted = Signal(str, bool)
    answer_wanted = Signal(str, str)
    drafted = Signal(str, str)
    card_wanted = Signal(str)
    note_wanted = Signal(str)
    drag_begun = Signal(str, QPoint)
    told = Signal(QWidget)

    def __init__(self, words: Texts, icons: Icons) -> None:
        super().__init__()
        self._words = words
        self._asked = Asked("", "")
        self._filling = False
        self.setObjectName("guide_question")
        self.tick = TickBox()
        self.text = QuestionText(words.language)
        self.lines: list[AnswerLine] = []
        self._answers = QVBoxLayout()
        self._answers.setSpacing(3)
        self.edit: AnswerEdit | None = None
        self._problem = label("", self)
        self._problem.setObjectName("problem")
        self._problem.setMinimumWidth(1)
        self._problem.hide()
        self.answer_button = self._button("note-pencil", icons, words.t("Answer"))
        self.answer_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.note_button = self._button("note", icons, words.t("Put the question on the map"))
        self._put_together()
        self._connect()

    @property
    def asked(self) -> Asked:
        """What is shown."""
        return self._asked

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in its order."""
        field = [self.edit] if self.edit is not None else []
        return [self.tick, *self.lines, *field, self.answer_button, self.note_button]

    def show_question(self, asked: Asked) -> None:
        """Show a question; a field that is being written in stays open as long as the question is the same."""
        # Also where nothing is new: a tick that was refused shows in the box already.
        self.tick.setChecked(asked.ticked)
        if asked == self._asked:
            return
        fresh = asked.key != self._asked.key
        before, self._asked = self._asked, asked
        if asked.text != before.text:
            self.text.show_text(asked.text)
            self.tick.setAccessibleName(asked.text)
            self.answer_button.setAccessibleName(self._words.t("Answer: {question}", question=asked.text))
            self.note_button.setAccessibleName(
                self._words.t("Put the question on the map: {question}", question=asked.text)
            )
        if asked.answers != before.answers:
            self._show_answers(asked.answers)
        if fresh:
            self._tell("")
            self._open_field(opened=bool(asked.draft), text=asked.draft)

    def begin_answer(self) -> None:
        """Open the field and write."""
        self._open_field(opened=True, text=self._asked.draft)
        if self.edit is not None:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_answer(self, problem: str = "") -> None:
        """Close the field after its text was kept; with a `problem` it stays open and says so."""
        self._tell(problem)
        if problem:
            return
        focused = self.edit is not None and self.edit.hasFocus()
        self._draft("")
        self._open_field(opened=False, text="")
        if focused:
            self.answer_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Give the focus to the tick box."""
        self.tick.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _button(self, icon: str, icons: Icons, text: str) -> QToolButton:
        button = KeyButton()
        button.setIcon(icons.icon(icon, QPalette.ColorRole.PlaceholderText))
        button.setText(text)
        button.setToolTip(text)
        return button

    def _put_together(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.answer_button)
        foot.addStretch(1)
        foot.addWidget(self.note_button)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(9)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.tick, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.text, 0, 1)
        self._grid.addLayout(self._answers, 1, 1)
        self._grid.addWidget(self._problem, 3, 1)
        self._grid.addLayout(foot, 4, 1)

    def _connect(self) -> None:
        self.tick.clicked.connect(self._tick_clicked)
        self.tick.entered.connect(self.begin_answer)
        self.text.clicked.connect(self.tick.click)
        self.text.drag_begun.connect(self._drag)
        self.answer_button.clicked.connect(self.begin_answer)
        self.note_button.clicked.connect(self._want_note)

    def _show_answers(self, notes: tuple[Note, ...]) -> None:
        words = self._words
        while len(self.lines) < len(notes):
            line = AnswerLine()
            line.clicked.connect(self._want_card)
            self.lines.append(line)
            self._answers.addWidget(line)
        for at, line in enumerate(self.lines):
            if at < len(notes):
                name = words.t("Go to card {number}", number=notes[at].number)
                line.show_note(notes[at], name, words.t("(no text)"))
            line.setVisible(at < len(notes))

    def _open_field(self, *, opened: bool, text: str) -> None:
        if opened and self.edit is None:
            self.edit = AnswerEdit(self._words.t("Answer"))
            self.edit.setPlaceholderText(self._words.t("Enter keeps the answer as a note"))
            self.edit.kept.connect(self._keep)
            self.edit.left.connect(self._leave)
            self.edit.overfilled.connect(self._refuse_paste)
            self.edit.textChanged.connect(self._typed)
            self._grid.addWidget(self.edit, 2, 1)
            QWidget.setTabOrder(self.lines[-1] if self.lines else self.tick, self.edit)
        if self.edit is None:
            return
        if self.edit.text() != text:
            self._filling = True
            self.edit.set_text(text)
            self._filling = False
        self.edit.setVisible(opened)
        self.edit.setAccessibleDescription(self._asked.text)

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if problem:
            self.told.emit(self._problem)

    def _refuse_paste(self) -> None:
        most = self._words.number(TEXT_LIMIT)
        self._tell(self._words.t("An answer has at most {most} characters. Nothing was pasted.", most=most))

    def _draft(self, text: str) -> None:
        self._asked = replace(self._asked, draft=text)
        self.drafted.emit(self._asked.key, text)

    def _typed(self) -> None:
        if self.edit is not None and not self._filling:
            self._tell("")
            self._draft(self.edit.text())

    def _keep(self) -> None:
        text = "" if self.edit is None else self.edit.text().strip()
        if text:
            self.answer_wanted.emit(self._asked.key, text)
        else:
            self.end_answer()

    def _leave(self) -> None:
        """Go back to the question; what is written stays, and stays to be seen."""
        if self.edit is not None and not self.edit.text().strip():
            self._draft("")
            self._open_field(opened=False, text="")
        self.answer_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick_clicked(self, checked: bool) -> None:
        self.tick_wanted.emit(self._asked.key, checked)

    def _want_card(self) -> None:
        line = self.sender()
        if isinstance(line, AnswerLine):
            self.card_wanted.emit(line.note_id)

    def _want_note(self) -> None:
        self.note_wanted.emit(self._asked.key)

    def _drag(self, at: QPoint) -> None:
        self.drag_begun.emit(self._asked.key, at)
