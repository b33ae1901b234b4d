"""The canvas: one map to look at and to work on, put together from its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication

from cjeditor.canvas.beginning import Beginning
from cjeditor.canvas.blocks_in import BlocksIn
from cjeditor.canvas.commands.cards import CardCommands
from cjeditor.canvas.commands.chips import ChipCommands
from cjeditor.canvas.commands.clipboard import ClipboardCommands
from cjeditor.canvas.commands.focus import FocusCommands
from cjeditor.canvas.commands.folds import FoldCommands
from cjeditor.canvas.commands.joining import JoinCommands
from cjeditor.canvas.commands.lanes import LaneCommands
from cjeditor.canvas.commands.links import LinkCommands
from cjeditor.canvas.commands.looking import LookingCommands
from cjeditor.canvas.commands.parking import ParkingCommands
from cjeditor.canvas.commands.phases import PhaseCommands
from cjeditor.canvas.commands.picking import PickingCommands
from cjeditor.canvas.commands.pictures import PictureCommands
from cjeditor.canvas.commands.steps import StepCommands
from cjeditor.canvas.commands.tracing import TraceCommands
from cjeditor.canvas.desk import Desk
from cjeditor.canvas.editor import InlineEditor
from cjeditor.canvas.finding import Finding
from cjeditor.canvas.frame import MapFrame
from cjeditor.canvas.ink import Ink
from cjeditor.canvas.keys import Keys
from cjeditor.canvas.looks import Looks
from cjeditor.canvas.menu_place import MenuPlace
from cjeditor.canvas.outlet import Outlet
from cjeditor.canvas.pictures import Pictures
from cjeditor.canvas.pictures_in import PicturesIn
from cjeditor.canvas.reading.reader import MapReader
from cjeditor.canvas.text_in import TextIn
from cjeditor.canvas.tools.gesture import Stage
from cjeditor.canvas.tools.hand import Hand
from cjeditor.canvas.tools.held_keys import HeldKeys
from cjeditor.canvas.touch.touching import Touching
from cjeditor.canvas.writer import Writer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cjeditor.canvas.blocks import Block
    from cjeditor.canvas.selection import Selection
    from cjeditor.document import Document
    from cjeditor.layout.theme import Theme
    from cjeditor.texts import Texts


class MapCanvas(MapFrame):
    """Shows one map of a document and lets people work on it.

    Its commands, for menus: `cards`, `phases`, `steps`, `lanes`, `clipboard`, `parking`, `picking`, `joining`, `view`
    for zooming and `looking` for more of it; `picture_cards` takes what became of what `pictures_in` wanted; what
    `text_in` wants is for the window to read; `finding` is what is looked for.

    Signals:
        refused(Problem): an edit was refused; nothing happened.
        hint(str): a sentence for the status bar.
        context_menu_requested(QPoint, str, str): where on the screen; what it is about (`card`, `cell`, `phase`,
            `step`, `lane`, `map`) and its id.
        commands_changed(): what commands can do may be another now.
        remarks_wanted(str): somebody wants to read the open comments on what has this id.
    """

    refused = Signal(object)
    hint = Signal(str)
    context_menu_requested = Signal(QPoint, str, str)
    commands_changed = Signal()
    remarks_wanted = Signal(str)

    def __init__(
        self, document: Document, map_id: str, words: Texts, theme: Theme, parent: QWidget | None = None
    ) -> None:
        self.pictures = Pictures()
        super().__init__(Desk(document, map_id, words), Ink(theme, pictures=self.pictures), parent)
        self.desk.setParent(self)
        self.pictures.setParent(self)
        self._editor = InlineEditor(self._ink, self)
        self.outlet = Outlet(self)
        stage = Stage(self.desk, self._scene, self.view, self.column_header, self.lane_header, self.outlet)
        self._hand = Hand(stage, self)
        HeldKeys(stage, self._hand, self._editor)
        self._writer = Writer(stage, self._editor, self._ink, self)
        self.cards = CardCommands(self.desk, self._writer)
        self.phases = PhaseCommands(self.desk, self._writer)
        self.folds = FoldCommands(self.desk, self._writer)
        self.steps = StepCommands(self.desk, self._writer)
        self.lanes = LaneCommands(self.desk, self._writer)
        self.pictures_in = PicturesIn(stage, self._writer, self)
        self.parking = ParkingCommands(self.desk)
        self.picture_cards = PictureCommands(self.desk)
        self.text_in = TextIn(stage, self._writer, self)
        self.joining, self.tracing = JoinCommands(self.desk), TraceCommands(self.desk, self._writer)
        self.clipboard = ClipboardCommands(self.desk, self.pictures_in, self.text_in)
        self.links = LinkCommands(self.desk, self._writer)
        self.picking = PickingCommands(self.desk, self.cards, self.phases, self.steps, self.lanes, self.links)
        self._focus = FocusCommands(self.desk)
        self._chips = ChipCommands(self.desk, self._editor)
        self._keys = Keys(
            self.desk,
            self._writer,
            self._hand,
            self.view,
            self._focus,
            self.cards,
            self.phases,
            self.lanes,
            self.clipboard,
            self.picking,
            self._chips,
            self,
        )
        self._blocks = BlocksIn(
            stage, self._hand, self._writer, self.cards, self.phases, self.lanes, self.parking, self
        )
        parts = (self.view, self.column_header, self.lane_header)
        self._touching = Touching(stage, parts, self._hand, self._writer, self.picking)
        self._menus = MenuPlace(stage, self._writer, self)
        self._beginning = Beginning(self.desk, self._writer, self._invitation, self)
        self.looks = Looks(self.desk, self.view)
        self.looking = LookingCommands(self.desk, self)
        self.finding = Finding(self.desk, self._scene, self)
        self.reader = MapReader(stage, self._writer, self._editor)
        for part in (self, *parts):
            part.setFocusProxy(self._editor)
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._connect()
        self._name_parts()
        self._show_arrangement()

    @property
    def selection(self) -> Selection:
        """What is chosen, and where the keys act."""
        return self.desk.selection

    @property
    def map_id(self) -> str:
        """The map that is shown."""
        return self.desk.map_id

    def show_map(self, map_id: str) -> None:
        """Show another map of the project."""
        self._writer.drop()
        self.trail.forget()
        self.desk.show_map(map_id)

    def begin_with(self, map_id: str) -> None:
        """Show the first map of another project, as nobody has looked at it yet."""
        self.looks.forget()
        self.finding.seek(None)
        self.show_map(map_id)
        self.looks.forget()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.cancel_gesture()
        self.set_ink(Ink(theme, self._ink.fonts, self.pictures))
        self._writer.set_ink(self._ink)

    def finish_editing(self) -> bool:
        """Keep what is being written and close the field; False when the text was refused and the field stays open."""
        self.cancel_gesture()
        return self._writer.keep()

    def is_writing(self) -> bool:
        """Return whether a text is being written, or something dragged."""
        return self._writer.active or self._hand.active

    def cancel_gesture(self) -> bool:
        """Give up a drag in progress and leave everything as it was; return whether there was one."""
        return self._hand.cancel()

    def begin_block_drag(self, block: Block, at: QPoint) -> None:
        """Take a building block into the hand; the left button is down at the point `at` of the screen."""
        self._blocks.begin_drag(block, at, self.window())

    def add_block(self, block: Block) -> None:
        """Add a building block at the focus."""
        self._blocks.add(block)

    def _connect(self) -> None:
        hand, desk, editor = self._hand, self.desk, self._editor
        for part in (self.view, self.column_header, self.lane_header):
            part.pressed.connect(self._end_writing)
            part.pressed.connect(hand.press)
            part.moved.connect(hand.move)
            part.released.connect(hand.release)
            part.double_clicked.connect(hand.double_click)
            part.menu_wanted.connect(hand.menu)
            part.tip_wanted.connect(hand.tip)
        hand.edit_wanted.connect(self._beginning.by_double_click)
        hand.menu_wanted.connect(self._menus.ask_at)
        hand.fold_wanted.connect(self.folds.toggle)
        hand.remarks_wanted.connect(self.remarks_wanted)
        self.view.looked_elsewhere.connect(self._writer.follow)
        editor.idle_key.connect(self._keys.press)
        editor.override_asked.connect(self._keys.claim)
        self._keys.back_wanted.connect(self._look_back)
        editor.space_held.connect(hand.hold_space)
        editor.menu_wanted.connect(self._menus.ask_at_focus)
        editor.writing_wanted.connect(self._beginning.by_letter)
        editor.entered.connect(self._show_selection)
        editor.left.connect(self._show_selection)
        self._menus.wanted.connect(self.context_menu_requested)
        self._writer.went_on.connect(self._focus.go_on)
        self._writer.changed.connect(self._show_selection)
        desk.arranged.connect(self._show_arrangement)
        desk.refused.connect(self.refused)
        desk.hint.connect(self.hint)
        desk.document.revisited.connect(self._writer.drop)
        self.selection.changed.connect(self._show_selection)
        QGuiApplication.clipboard().dataChanged.connect(self.commands_changed)

    def _name_parts(self) -> None:
        words = self.desk.words
        self.setAccessibleName(words.t("Journey map"))
        self.view.setAccessibleName(words.t("Cards of the map"))
        self.column_header.setAccessibleName(words.t("Phases and steps"))
        self.lane_header.setAccessibleName(words.t("Lanes"))
        self.minimap.setAccessibleName(words.t("Overview of the map"))
        self._editor.setAccessibleName(words.t("Text of the card"))

    def _show_arrangement(self) -> None:
        self.cancel_gesture()
        self.show_arrangement()
        self._show_selection()
        self._writer.follow()

    def _show_selection(self) -> None:
        coming = {self.desk.coming} if self.desk.coming else frozenset()
        self._scene.show_chosen(self.selection.of("cards") | coming)
        self._scene.links.choose(self.selection.of("links"))
        in_cells = self.selection.kind in ("cards", "") and not self._writer.active
        self._scene.show_focus(self.selection.focus, active=self._editor.hasFocus() and in_cells)
        self._update_headers()
        self._tell_place()
        self._chips.tell()
        self.commands_changed.emit()

    def _tell_place(self) -> None:
        """Tell input methods where the next letter would go."""
        focus = self.selection.focus
        rect = None if focus is None else self._scene.place_of(focus)
        if rect is not None:
            seen = self.view.viewportTransform().mapRect(rect).toRect()
            self._editor.stay_near(seen.translated(self.view.pos()))

    def _look_back(self) -> None:
        self.trail.go_back()

    def _end_writing(self) -> None:
        if not self._writer.keep():
            self._writer.give_up()

    def event(self, event: QEvent) -> bool:
        """Give up a drag when the window loses the keyboard: the release may go to somebody else. Take foreign text."""
        if isinstance(event, QDropEvent):  # enter and move events are drop events too
            if not self.pictures_in.take(event):
                self.text_in.take(event)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.text_in.leave()
        if event.type() in (QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self.cancel_gesture()
        return super().event(event)
