"""Takes the marks out of what is typed into a card, gives them to the card, and takes them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence

from cjeditor.canvas.capture.chip_row import Chip, ChipRow
from cjeditor.canvas.capture.completion import Completion
from cjeditor.canvas.capture.giving import patch_for
from cjeditor.canvas.capture.marking import NAMING, Mark, Split, Vocabulary, asked, split
from cjeditor.canvas.capture.offers import Offers, exactly, offers_for, one_of
from cjeditor.canvas.capture.said import chip_of, heading, said

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from cjeditor.canvas.capture.marking import MarkKind
    from cjeditor.canvas.capture.offers import Offer
    from cjeditor.canvas.drafts import CardText, NewCard
    from cjeditor.canvas.editor import InlineEditor
    from cjeditor.canvas.ink import Ink
    from cjeditor.canvas.patch import Patch
    from cjeditor.canvas.tools.gesture import Stage

_NOTHING = Offers({}, values=False)


class _Given(NamedTuple):
    """A mark that the card has, the way back, and the words that stood there when it was given."""

    mark: Mark
    back: Patch
    words: str
    chip: Chip


class Capture(QObject):
    """The marks of the card that is being written.

    What was typed is taken apart anew with each letter: marks behind which other words follow become text again. Those
    chosen from the list, and those of a line that is ended, stay.

    Signals:
        rewritten(): the field holds another text now that nobody typed; it is to be put into the document.
    """

    rewritten = Signal()

    def __init__(self, stage: Stage, editor: InlineEditor, ink: Ink, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._editor = editor
        self._draft: CardText | NewCard | None = None
        self._offers = _NOTHING
        self._vocabulary = Vocabulary()
        self._split = Split("")
        self._settled = 0
        self._pasting = False
        self._soft: list[_Given] = []
        self._firm: list[_Given] = []
        self._undone: list[tuple[Mark, str, str]] = []
        self._list = Completion(ink, stage.canvas)
        self._row = ChipRow(ink, stage.canvas)
        editor.key_offered.connect(self._take_key)
        editor.pasting.connect(self._settle)
        self._list.chosen.connect(self._choose)
        self._list.current_told.connect(self._editor.setAccessibleDescription)

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._list.set_ink(ink)
        self._row.set_ink(ink)

    def begin(self, draft: CardText | NewCard | None) -> None:
        """A card is opened to be written: what it says already is text. None: something without marks is."""
        self.end()
        box = None if draft is None else draft.box()
        if draft is None or box is None:
            return
        self._draft = draft
        text = draft.text()
        self._split, self._settled = Split(text), len(text)
        self._look_up()

    def end(self) -> None:
        """Nothing is written any more."""
        self._draft = None
        self._split, self._settled, self._pasting = Split(""), 0, False
        self._soft, self._firm, self._undone = [], [], []
        self._list.hide()
        self._row.hide()

    def take(self, shown: str) -> None:
        """The field holds `shown` now: find the marks in it, and take them out of the field."""
        if self._draft is None:
            return
        before = self._split
        if shown == before.shown:
            return
        self._settled = len(shown) if self._pasting else min(self._settled, _word_begun(before.shown, shown))
        self._pasting = False
        if self._soft and not shown.startswith(before.words):
            self._make_firm()
            before = self._split
        marks = "".join(mark.typed for mark in before.marks)
        at = len(before.words) if marks else len(shown)
        typed = shown[:at] + marks + shown[at:]
        if self._editor.is_composing:
            self._split = before._replace(pending=shown[len(before.words) :]) if marks else Split(shown)
        else:
            self._show(split(typed, self._vocabulary, settled=self._settled), shown)
        self._offer()

    def finish(self) -> bool:
        """The line ends: give the marks that end it. Without a word they are text; return whether the text is new."""
        if self._draft is None:
            return False
        shown = self._split.shown
        self._list.hide()
        self._end_line()
        words = self._split.words
        if (self._firm or self._soft) and not words.strip():
            words = "".join(given.mark.typed for given in [*self._firm, *self._soft])
            for given in reversed([*self._firm, *self._soft]):
                self._draft.give(given.back)
            self._firm, self._soft = [], []
            words = words.rstrip()
        elif self._firm:
            words = words.rstrip()
        if words.strip() in NAMING and not self._draft.text():
            words = ""  # a sign that was to begin a name, and nothing else, is no card
        self._split, self._settled = Split(words), len(words)
        if words != self._editor.toPlainText():
            self._editor.rewrite(words)
        return words != shown

    def follow(self) -> None:
        """Put list and chips where the card is now."""
        box = None if self._draft is None else self._draft.box()
        if box is None:
            return
        self._list.stay_at(self._editor.caret())
        view = self._stage.view
        corner = view.viewport().mapTo(self._stage.canvas, view.viewport().rect().topLeft())
        area = view.viewportTransform().mapRect(QRectF(box.x, box.y, box.width, box.height))
        self._row.stay_at(
            area.toAlignedRect().translated(corner), QRect(corner, view.viewport().size()), self._editor.geometry()
        )

    def _settle(self) -> None:
        """What is pasted next is text, as is all that stands before it."""
        if self._draft is not None:
            self._make_firm()
            self._pasting = True

    def _look_up(self) -> None:
        box = None if self._draft is None else self._draft.box()
        if box is not None:
            self._offers = offers_for(box.record, self._stage.desk.document.project)
            self._vocabulary = self._offers.vocabulary()

    def _show(self, found: Split, shown: str) -> None:
        """Give the card the marks that are found, take back those that are none any more, and rewrite the field."""
        same = 0
        while same < min(len(found.marks), len(self._soft)) and found.marks[same] == self._soft[same].mark:
            same += 1
        while len(self._soft) > same:
            self._take_off(self._soft)
        for mark in found.marks[same:]:
            if not self._give(mark, found.words, self._soft):
                self._settled = len(found.typed)
                found = split(found.typed, self._vocabulary, settled=self._settled)
                while self._soft:
                    self._take_off(self._soft)
                break
        self._split = found
        if found.shown != shown:
            self._editor.rewrite(found.shown)
        self._show_chips()

    def _give(self, mark: Mark, words: str, to: list[_Given]) -> bool:
        """Give the card a mark; return whether it was accepted."""
        box = None if self._draft is None else self._draft.box()
        if box is None or self._draft is None:
            return False
        offer = self._offers.named(mark.kind, mark.value)
        patch, back = patch_for(mark, offer, box.record)
        if not self._draft.give(patch):
            return False
        to.append(_Given(mark, back, words, chip_of(mark, offer, patch.fields.get("severity"), self._stage.desk.words)))
        if patch.made is not None:
            self._look_up()
        return True

    def _take_off(self, given: list[_Given]) -> Mark:
        last = given.pop()
        if self._draft is not None:
            self._draft.give(last.back)
            if last.back.unmade:
                self._look_up()
        return last.mark

    def _make_firm(self) -> None:
        """Let the marks stay, whatever follows."""
        self._firm.extend(self._soft)
        self._soft = []
        self._split = Split(self._split.words, (), self._split.pending)
        self._settled = max(self._settled, len(self._split.words)) if self._firm else self._settled

    def _end_line(self) -> None:
        self._make_firm()  # a name that nobody knows ends the line as text and takes no chip along
        found = split(self._split.typed, self._vocabulary, settled=self._settled, ended=True)
        self._show(found, self._editor.toPlainText())
        self._make_firm()

    def _take_key(self, event: QKeyEvent) -> None:
        """Accept a key that chooses from the list or turns a chip into text; leave the others to the field."""
        if self._draft is None:
            return
        key, plain = Qt.Key(event.key()), _is_plain(event)
        if plain and (self._list.isVisible() and self._takes_in_list(key)):
            event.accept()
            return
        if plain and key == Qt.Key.Key_Backspace:
            event.setAccepted(self._take_back())
        elif event.matches(QKeySequence.StandardKey.Undo):
            event.setAccepted(self._undo_chip())
        elif event.matches(QKeySequence.StandardKey.Redo) or _is_ctrl_y(event):
            event.setAccepted(self._redo_chip())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._end_line()
            self.rewritten.emit()
            self._show_chips()

    def _takes_in_list(self, key: Qt.Key) -> bool:
        match key:
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._list.step(1 if key == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                if self._is_spelled_out():
                    return False
                # Behind words Enter ends the line with it: who writes as fast as people talk presses once, not twice.
                goes_on = key != Qt.Key.Key_Tab and not self._list.walked and bool(self._split.words.strip())
                return self._list.choose_current() and not goes_on
            case Qt.Key.Key_Escape:
                self._make_firm()
                self._settled = len(self._split.shown)
                self._split = Split(self._split.shown)
                self._list.hide()
            case _:
                return False
        return True

    def _is_spelled_out(self) -> bool:
        """Whether the name that the keys are on is typed in full: then there is nothing to choose any more."""
        wanted, offer = asked(self._split.pending), self._list.current()
        if wanted is None or offer is None or offer not in self._offers.by_kind.get(wanted[0], ()):
            return False
        return exactly(offer, wanted[1])

    def _take_back(self) -> bool:
        """Turn the chip before the cursor into text; return whether there was one."""
        shown = self._split.shown
        cursor = self._editor.textCursor()
        if self._split.pending or cursor.hasSelection() or cursor.position() < len(shown):
            return False
        return self._last_to_text(shown) is not None

    def _last_to_text(self, shown: str) -> tuple[Mark, str, str] | None:
        """Turn the last chip into text if it was given behind what is shown.

        Returns:
            Its mark, the words before it, and the text that there is now; None where there is no such chip.
        """
        self._make_firm()
        if not self._firm or self._firm[-1].words != shown:
            return None
        mark = self._take_off(self._firm)
        text = shown + mark.typed.rstrip()
        self._hold(text)
        return mark, shown, text

    def _undo_chip(self) -> bool:
        """Once no letter is left to be undone in the field: turn the last chip into text; whether there was one."""
        if self._editor.document().isUndoAvailable():
            return False
        undone = self._last_to_text(self._split.shown)
        if undone is not None:
            self._undone.append(undone)
        return undone is not None

    def _redo_chip(self) -> bool:
        """Make the chip again that was undone last, as long as its text stands as it was; whether there was one."""
        if self._editor.document().isRedoAvailable() or not self._undone or self._undone[-1][2] != self._split.shown:
            return False
        mark, words, _text = self._undone.pop()
        given = self._give(mark, words, self._firm)
        if given:
            self._hold(words)
        return given

    def _hold(self, text: str) -> None:
        """Let the field hold a text that nobody typed, and look for no marks in it."""
        self._split, self._settled = Split(text), len(text)
        self._editor.rewrite(text)
        self.rewritten.emit()
        self._show_chips()

    def _choose(self, offer: Offer) -> None:
        """Give the card what was chosen from the list."""
        wanted = asked(self._split.pending)
        if self._draft is None or wanted is None:
            return
        self._make_firm()
        mark = Mark(wanted[0], offer.name, self._split.pending)
        words = self._split.words
        self._list.hide()
        if not self._give(mark, words, self._firm):
            return
        self._hold(words)

    def _offer(self) -> None:
        """Show the names that fit what is being typed, or no list."""
        wanted = asked(self._split.pending) if not self._editor.is_composing else None
        if wanted is None:
            self._list.hide()
            return
        kind, typed = wanted
        words = self._stage.desk.words
        offers = self._offers.matching(kind, typed)
        new = _new(kind, typed, offers)
        if not new and (not offers or (len(offers) == 1 and exactly(offers[0], typed))):
            self._list.hide()
            return
        self._list.show_offers(offers, new, heading(kind, words), words, begun=bool(typed.strip()))
        self._list.stay_at(self._editor.caret())

    def _show_chips(self) -> None:
        chips = [given.chip for given in (*self._firm, *self._soft)]
        words = self._stage.desk.words
        self._row.show_chips(chips, said(chips, words))
        self._editor.setAccessibleDescription(said(chips, words))
        self.follow()


def _new(kind: MarkKind, typed: str, offers: list[Offer]) -> str:
    """Return the name of the channel or persona that can be made of what is typed; empty where there is none."""
    name = " ".join(typed.split())
    made = kind in ("channel", "persona") and any(letter.isalnum() for letter in name)
    return name if made and not one_of(offers, name) else ""


def _word_begun(before: str, now: str) -> int:
    """Return up to where two texts are the same, less the word that was cut or grew there."""
    same = 0
    while same < min(len(before), len(now)) and before[same] == now[same]:
        same += 1
    if same == len(before):
        return same
    while same > 0 and not now[same - 1].isspace():
        same -= 1
    return same


def _is_ctrl_y(event: QKeyEvent) -> bool:
    """Return whether this is the key for redo that some systems do not know as such."""
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _is_plain(event: QKeyEvent) -> bool:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
