"""Where a comment is written or changed: what it is about, its text, and a button that says it is done.

Each letter goes into the project at once, as those of cards do: nothing that was typed can be lost.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cjeditor.catalogue.subjects import subject_in_words
from cjeditor.model.cards import Comment
from cjeditor.model.ids import new_id
from cjeditor.texts import Texts
from cjeditor.window.comments.comment_edits import CommentEdits
from cjeditor.window.comments.comment_field import CommentField
from cjeditor.window.elided_label import ElidedLabel
from cjeditor.window.key_button import KeyButton
from cjeditor.window.plain import tooltip_text


class Composer(QWidget):
    """Writes one comment after the other.

    Signals:
        done(): a comment is complete.
    """

    done = Signal()

    def __init__(self, edits: CommentEdits, words: Texts, keys: str) -> None:
        """Make it; `keys` names those that say that a comment is done."""
        super().__init__()
        self._edits = edits
        self._words = words
        self._about = ""
        self._id = new_id("cm")
        self._is_new = True
        self._filling = False
        self.heading = ElidedLabel(self)
        self.heading.setObjectName("comment_subject")
        self.field = CommentField(words)
        self.keep = KeyButton()
        self.keep.setObjectName("comment_keep")
        self.keep.setText(words.t("Done"))
        self.keep.setToolTip(tooltip_text(words.t("Close this comment and go back to the map ({keys})", keys=keys)))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.heading, 1)
        row.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.field)
        self.field.textChanged.connect(self._take)
        self.field.done.connect(self.finish)
        self.keep.clicked.connect(self.finish)

    @property
    def about(self) -> str:
        """The id of what is commented on."""
        return self._about

    def begin(self, about: str) -> None:
        """Go over to a new comment about this; one that is being written about the same goes on."""
        if about != self._about or not self._is_new:
            self._turn_to(about, new_id("cm"), "", is_new=True)
        self.tell()

    def change(self, comment: Comment) -> None:
        """Write in a comment that is there."""
        self._turn_to(comment.about, comment.id, comment.text, is_new=False)
        self.tell()

    def finish(self) -> None:
        """Be done with this comment: the next letter begins another one."""
        self._turn_to(self._about, new_id("cm"), "", is_new=True)
        self.tell()
        self.done.emit()

    def follow(self) -> None:
        """Show what undo, redo or another field made of the comment."""
        held = self._edits.comment(self._id)
        typed = self.field.text()
        if held is not None and held.text.rstrip() != typed.rstrip() and typed.strip():
            self._fill(held.text)
        elif held is None and (typed.strip() or not self._is_new):
            self._turn_to(self._about, new_id("cm"), "", is_new=True)
        self.tell()

    def tell(self) -> None:
        """Say what the comment is about."""
        subject = subject_in_words(self._edits.map, self._about, self._words)
        self.heading.show_text(self._words.t("On: {subject}", subject=subject))
        self.keep.setEnabled(bool(self.field.text().strip()))

    def _turn_to(self, about: str, comment_id: str, text: str, *, is_new: bool) -> None:
        self._edits.end()
        self._about, self._id, self._is_new = about, comment_id, is_new
        self._fill(text)

    def _fill(self, text: str) -> None:
        self._filling = True
        self.field.set_text(text)
        self._filling = False

    def _take(self) -> None:
        if self._filling:
            return
        text = self.field.text()
        if text.strip():
            self._edits.write(self._id, self._about, text.rstrip())
        elif self._is_new:
            self._edits.take_back(self._id)
        self.keep.setEnabled(bool(text.strip()))
