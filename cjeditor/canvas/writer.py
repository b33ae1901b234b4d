"""Writing in place: opens the text field over what is to be written, keeps it there, and goes on to the next card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPointF, QRect, Signal

from cjeditor.canvas.capture.capture import Capture
from cjeditor.canvas.drafts import CardText, Draft, LaneName, NewCard, PhaseName, Sheet, StepName
from cjeditor.canvas.duration_draft import StepDuration
from cjeditor.canvas.headers import header_scale
from cjeditor.canvas.link_draft import LinkLabel
from cjeditor.canvas.selection import Spot
from cjeditor.layout.metrics import baseline

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cjeditor.canvas.editor import InlineEditor
    from cjeditor.canvas.ink import Ink
    from cjeditor.canvas.tools.gesture import Stage

_SMALLEST_SCALE = 0.9


class Writer(QObject):
    """Writes one thing at a time.

    Signals:
        went_on(str): writing ended by a key that leads elsewhere: `right` or `left`.
        changed(): writing began or ended.
    """

    went_on = Signal(str)
    changed = Signal()

    def __init__(self, stage: Stage, editor: InlineEditor, ink: Ink, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._editor = editor
        self._ink = ink
        self._draft: Draft | None = None
        self._origin: Spot | None = None
        self._refused = False
        self._capture = Capture(stage, editor, ink, self)
        self._capture.rewritten.connect(self._write_text)
        editor.written.connect(self._write)
        editor.cleaned.connect(self._tell_of_cleaning)
        editor.ended.connect(self._end_by_key)
        editor.left.connect(self.keep)

    @property
    def active(self) -> bool:
        """Whether something is being written."""
        return self._draft is not None

    @property
    def draft(self) -> Draft | None:
        """What is being written."""
        return self._draft

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        self._capture.set_ink(ink)
        self.follow()

    def card(self, card_id: str) -> None:
        """Write a card's text."""
        self._begin(CardText(self._stage, card_id))

    def phase(self, phase_id: str) -> None:
        """Write a phase's name; a collapsed one has no room for that."""
        desk = self._stage.desk
        column = next((each for each in desk.arrangement.columns if each.phase.id == phase_id), None)
        if column is not None:
            desk.uncover(column.step.id, "")
        self._begin(PhaseName(self._stage, phase_id))

    def step(self, step_id: str) -> None:
        """Write a step's name."""
        self._begin(StepName(self._stage, step_id))

    def lane(self, lane_id: str) -> None:
        """Write a lane's name."""
        self._begin(LaneName(self._stage, lane_id))

    def link(self, link_id: str) -> None:
        """Write a link's label."""
        self._begin(LinkLabel(self._stage, link_id))

    def new_here(self) -> None:
        """Write a new card below the focused one, or in the focused free place."""
        focus = self._stage.desk.selection.focus
        if focus is not None:
            self.new(focus)

    def new(self, spot: Spot, kind: str = "", **fields: Any) -> None:
        """Write a new card below the card at `spot`, or at the end of that cell.

        Args:
            spot: the cell, and perhaps the card above.
            kind: a note's kind; empty for the lane's own.
            fields: what else the card says from its first letter on.
        """
        desk = self._stage.desk
        if not self.keep():
            return
        desk.uncover(spot.step, spot.lane)
        lane = desk.arrangement.lane_of(spot.lane)
        if lane is None:
            return
        if lane.lane.kind == "time":
            self._begin(StepDuration(self._stage, spot.step, spot.lane))
            return
        if not lane.lane.holds:
            desk.hint.emit(desk.words.t("This lane cannot hold cards. Choose a lane for touchpoints or notes."))
            return
        cell = [box.id for box in desk.arrangement.cells.get((spot.step, spot.lane), ())]
        index = cell.index(spot.card) + 1 if spot.card in cell else len(cell)
        desk.selection.put_focus(Spot(spot.step, spot.lane))
        self._origin = spot
        draft = NewCard(self._stage, spot.step, lane.lane, index, kind, fields)
        draft.take_room()
        self._begin(draft)

    def keep(self) -> bool:
        """End writing and keep the text.

        Returns:
            False when the text was refused; then the field stays open.
        """
        if self._draft is None:
            return True
        if self._capture.finish() or self._refused:
            self._write_text()
            if self._refused:
                return False
        self._draft.finish()
        self._close()
        return True

    def give_up(self) -> None:
        """Leave a duration that nobody can read: the one before comes back. Other fields stay open, with their text."""
        if isinstance(self._draft, StepDuration):
            self._draft.give_back()
            self.drop()

    def drop(self) -> None:
        """Close the field because the document went elsewhere; all that was accepted is in the document."""
        if self._draft is not None:
            self._close()

    def follow(self) -> None:
        """Put the field where the thing being written is now."""
        if self._draft is None:
            return
        sheet = self._draft.sheet()
        if sheet is None:
            self._close()
            return
        lines, room, scale = self._on_screen(sheet)
        font = self._ink.fonts.full(sheet.face, sheet.size * scale)
        self._editor.dress(self._ink, font, sheet.line * scale, sheet.fill, bad=self._refused)
        # Qt puts the baseline at four fifths of a line of fixed height.
        rise = 0.8 * sheet.line - baseline(0, sheet.line, sheet.size)
        self._editor.place(lines, round(rise * scale), room)
        self._capture.follow()

    def _tell_of_cleaning(self) -> None:
        desk = self._stage.desk
        desk.hint.emit(desk.words.t("Control characters, or text that was too long, were left out when pasting."))

    def _begin(self, draft: Draft) -> None:
        if not self.keep():
            return
        self._draft = draft
        self._refused = False
        sheet = draft.sheet()
        if sheet is not None and sheet.on == "body":
            self._stage.view.reveal(sheet.area)
        text = draft.text()
        self._editor.open(text, select=not draft.continues)
        self._capture.begin(draft if isinstance(draft, CardText | NewCard) else None)
        self.follow()
        self._editor.setFocus()
        self.changed.emit()

    def _write(self) -> None:
        self._capture.take(self._editor.toPlainText())
        self._write_text()

    def _write_text(self) -> None:
        if self._draft is not None:
            self._refused = not self._draft.write(self._editor.toPlainText())
            self.follow()

    def _close(self) -> None:
        draft, self._draft = self._draft, None
        self._stage.desk.forget_imagined()
        if isinstance(draft, NewCard) and draft.made is None and self._origin is not None:
            self._stage.desk.selection.put_focus(self._origin)
        self._refused = False
        self._capture.end()
        self._editor.shut()
        self._stage.desk.document.end_merging()
        self.changed.emit()

    def _end_by_key(self, where: str) -> None:
        draft = self._draft
        if draft is None:
            return
        if not self.keep():
            if where == "stop":
                self.give_up()
        elif where == "below" and draft.continues:
            self._go_below(draft)
        elif where in ("right", "left") and (draft.continues or isinstance(draft, StepDuration)):
            self.went_on.emit(where)

    def _go_below(self, draft: Draft) -> None:
        """After Enter: a new card below the one just written; after an empty one nothing, so that Enter also ends."""
        made = draft.made if isinstance(draft, NewCard) else draft
        spot = self._stage.desk.spot_of(made.card) if isinstance(made, CardText) else None
        if spot is not None:
            self.new(spot)

    def _on_screen(self, sheet: Sheet) -> tuple[QRect, QRect, float]:
        """Return area and room in the canvas's pixels, and the scale of the text."""
        view = self._stage.view
        if sheet.on == "body":
            scale = max(_SMALLEST_SCALE, view.zoom)
            area = view.viewportTransform().mapRect(sheet.area)
            # Where text stays larger than the map, the field does too: the lines break as on the card.
            area.setSize(sheet.area.size() * scale)
            part: QWidget = view.viewport()
        else:
            scale, area = header_scale(view.zoom), sheet.area
            part = self._stage.lane_header if sheet.on == "lanes" else self._stage.column_header
        corner = part.mapTo(self._stage.canvas, QPointF(0, 0))
        # Names of narrow columns may be longer than their headers: they are written over the map then.
        room = self._stage.canvas.rect() if sheet.on == "columns" else QRect(corner.toPoint(), part.size())
        return area.translated(corner).toRect(), room, scale
