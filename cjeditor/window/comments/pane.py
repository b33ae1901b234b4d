"""The pane of the comments on the map: those that are open, all, or those on what is chosen."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.document import Document
from cjeditor.layout.theme import Theme
from cjeditor.model.cards import Comment
from cjeditor.model.change import Change
from cjeditor.model.remarks import Order, sorted_comments
from cjeditor.window.comments.comment_edits import CommentEdits
from cjeditor.window.comments.comment_list import CommentList
from cjeditor.window.comments.comment_look import CommentLook
from cjeditor.window.comments.comment_rows import CommentRows
from cjeditor.window.comments.composer import Composer
from cjeditor.window.comments.style import style_sheet
from cjeditor.window.comments.subject import chosen_subject
from cjeditor.window.going import go_to
from cjeditor.window.house import House
from cjeditor.window.key_button import KeyButton, icon_button
from cjeditor.window.plain import label, tooltip_text

Part = Literal["open", "all", "chosen"]
PARTS: Final[tuple[Part, ...]] = ("open", "all", "chosen")


class Comments(QWidget):
    """Shows comments and what can be done with them.

    Signals:
        refused(Problem): an edit was refused.
        left(): the person is done here and goes on with the map.
    """

    refused = Signal(object)
    left = Signal()

    def __init__(self, document: Document, canvas: MapCanvas, house: House) -> None:
        """Make it.

        Args:
            document: holds the comments.
            canvas: shows the map that they are about.
            house: what the windows share.
        """
        super().__init__()
        self._canvas = canvas
        self._house = house
        self._words = words = house.words
        self._chosen_since = False
        self.setObjectName("comments_inside")
        self.setAccessibleName(words.t("Comments"))
        self.edits = CommentEdits(document, canvas, house, self)
        self.rows = CommentRows(self.edits, words, self)
        self.list = CommentList(self.rows, words.t("Comments on this map"), self)
        self.list.setObjectName("comment_list")
        self._look = CommentLook(self.list, house.icons, house.appearance.theme)
        self.list.setItemDelegate(self._look)
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self.composer = Composer(self.edits, words, keys)
        self.empty = label("", self)
        self.empty.setObjectName("quiet")
        self.parts = QButtonGroup(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self._put_together()
        self._connect(document)
        self.set_theme(house.appearance.theme)
        self._follow_choice()
        self.refresh()

    @property
    def part(self) -> Part:
        """Which comments are shown."""
        return PARTS[self.parts.checkedId()]

    @property
    def order(self) -> Order:
        """In which order."""
        return "time" if self.newest.isChecked() else "place"

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._look.set_theme(theme)
        self.setStyleSheet(style_sheet(theme))

    def take_focus(self) -> None:
        """Give the focus to the field."""
        self.composer.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_about(self, about: str) -> None:
        """Show the comments on this, and go to the last one that is open."""
        self.turn_to("chosen")
        self.composer.begin(about)
        self.refresh()
        held = [each for each in self.edits.map.comments if each.about == about and not each.resolved]
        if held:
            self.list.choose([sorted_comments(self.edits.map, held, "place")[-1].id])

    def turn_to(self, part: Part) -> None:
        """Show other comments."""
        self.parts.button(PARTS.index(part)).setChecked(True)
        self.refresh()

    def refresh(self) -> None:
        """Show the comments as they are now."""
        words, journey = self._words, self.edits.map
        chosen, current = self.list.ids, self.list.currentIndex().row()
        shown = {part: self._those_in(part) for part in PARTS}
        fresh = self.rows.show_comments(journey, sorted_comments(journey, shown[self.part], self.order))
        if fresh and chosen:
            self.list.choose(chosen, current)
        names = {"open": words.t("Open"), "all": words.t("All"), "chosen": words.t("Selected")}
        for at, part in enumerate(PARTS):
            count = len(shown[part])
            self.parts.button(at).setText(f"{names[part]} {words.number(count)}" if count else names[part])
        none = {
            "open": words.t("No comment is open."),
            "all": words.t("Nobody has commented on this map yet."),
            "chosen": words.t("No comments on what is selected."),
        }
        self.empty.setText(none[self.part])
        self.empty.setVisible(not shown[self.part])
        self.list.setVisible(bool(shown[self.part]))
        self.composer.tell()
        self._show_buttons()

    def _those_in(self, part: Part) -> list[Comment]:
        every = self.edits.map.comments
        if part == "open":
            return [each for each in every if not each.resolved]
        return [each for each in every if part == "all" or each.about == self.composer.about]

    def _put_together(self) -> None:
        words = self._words
        tabs = QHBoxLayout()
        tabs.setContentsMargins(8, 4, 8, 4)
        tabs.setSpacing(2)
        for at, part in enumerate(PARTS):
            button = self._button(f"comments_{part}", "", "")
            button.setCheckable(True)
            button.setChecked(at == 0)
            button.setProperty("part", True)
            self.parts.addButton(button, at)
            tabs.addWidget(button)
        tabs.addStretch(1)
        self.newest = self._button("comments_newest", "sort-descending", words.t("Newest first"))
        self.newest.setCheckable(True)
        tabs.addWidget(self.newest)
        self.go = self._button("comment_go", "map-pin", words.t("Show on the map"))
        self.write = self._button("comment_write", "pencil-simple", words.t("Edit text"))
        self.turn = self._button("comment_turn", "check", "")
        self.drop = self._button("comment_drop", "trash", words.t("Delete"))
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.setSpacing(2)
        for button in (self.turn, self.go, self.write):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.drop)
        self.empty.setContentsMargins(12, 8, 12, 8)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tabs)
        column.addWidget(self.composer)
        column.addWidget(self.empty, 1)
        column.addWidget(self.list, 1)
        column.addLayout(bar)

    def _button(self, name: str, icon: str, tip: str) -> KeyButton:
        return icon_button(self._house.icons, name, icon, tip, self)

    def _connect(self, document: Document) -> None:
        document.changed.connect(self._take_change)
        self._canvas.selection.changed.connect(self._take_choice)
        self._canvas.desk.arranged.connect(self._refresh_soon)
        self.edits.refused.connect(self.refused)
        self.composer.done.connect(self.left)
        self.parts.idClicked.connect(self.refresh)
        self.newest.clicked.connect(self.refresh)
        self.list.chosen.connect(self._show_buttons)
        self.list.going_wanted.connect(self._go)
        self.list.writing_wanted.connect(self._write)
        self.list.turning_wanted.connect(self._turn)
        self.list.removal_wanted.connect(self._drop)
        self.go.clicked.connect(self._go)
        self.write.clicked.connect(self._write)
        self.turn.clicked.connect(self._turn)
        self.drop.clicked.connect(self._drop)

    def _show_buttons(self) -> None:
        words, ids = self._words, self.list.ids
        for button in (self.go, self.write, self.turn, self.drop):
            button.setEnabled(bool(ids))
            button.setVisible(self.rows.rowCount() > 0)
        self.write.setEnabled(len(ids) == 1)
        again = bool(ids) and not self._any_open(ids)
        said = words.t("Reopen") if again else words.t("Resolve")
        self.turn.setIcon(self._house.icons.icon("arrow-counter-clockwise" if again else "check"))
        self.turn.setAccessibleName(said)
        self.turn.setToolTip(tooltip_text(said))

    def _any_open(self, ids: list[str]) -> bool:
        held = (self.edits.comment(each) for each in ids)
        return any(each is not None and not each.resolved for each in held)

    def _take_change(self, change: Change) -> None:
        if change.touched(self._canvas.map_id, "comments"):
            self.composer.follow()
            self._refresh_soon()

    def _refresh_soon(self) -> None:
        """Refresh once what happens now is over; where nobody sees it, when it is shown."""
        if self.isVisible():
            self._soon.start()

    def _take_choice(self) -> None:
        self._chosen_since = True
        if self.isVisible():
            self._follow_choice()
            self._soon.start()

    def _follow_choice(self) -> None:
        self._chosen_since = False
        self.composer.begin(chosen_subject(self.edits.map, self._canvas.selection))

    def _go(self) -> None:
        comment = self.edits.comment(self.list.ids[0]) if self.list.ids else None
        if comment is None or not self._canvas.finish_editing():
            return
        go_to(self._canvas, comment.about)
        self.left.emit()

    def _write(self) -> None:
        comment = self.edits.comment(self.list.ids[0]) if len(self.list.ids) == 1 else None
        if comment is not None:
            self.composer.change(comment)
            self.take_focus()

    def _turn(self) -> None:
        ids = self.list.ids
        if ids:
            self.edits.resolve(ids, self._any_open(ids))

    def _drop(self) -> None:
        if self.list.ids:
            self.edits.delete(self.list.ids)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what there is now."""
        super().showEvent(event)
        if self._chosen_since:
            self._follow_choice()
        self.refresh()
