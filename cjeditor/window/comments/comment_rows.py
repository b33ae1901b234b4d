"""The comments of a map as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cjeditor.catalogue.subjects import subject_in_words
from cjeditor.model.cards import Comment
from cjeditor.model.journey_map import JourneyMap
from cjeditor.texts import Texts
from cjeditor.window.comments.comment_edits import CommentEdits
from cjeditor.window.plain import tooltip_text

SUBJECT = Qt.ItemDataRole.UserRole
"""What it is about, in words."""
WRITTEN = Qt.ItemDataRole.UserRole + 1
"""Who wrote it, and when."""

_Index = QModelIndex | QPersistentModelIndex
_LONG_TIP = 2_000


class CommentRows(QAbstractListModel):
    """One row a comment; its check box says that it is done with."""

    def __init__(self, edits: CommentEdits, words: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._edits = edits
        self._words = words
        self._comments: list[Comment] = []
        self._subjects: list[str] = []

    def show_comments(self, journey: JourneyMap, comments: Sequence[Comment]) -> bool:
        """Show these comments; return whether that made all rows anew."""
        before = [each.id for each in self._comments]
        fresh = list(comments)
        subjects = [subject_in_words(journey, each.about, self._words) for each in fresh]
        if [each.id for each in fresh] == before:
            changed = fresh != self._comments or subjects != self._subjects
            self._comments, self._subjects = fresh, subjects
            if changed and before:
                self.dataChanged.emit(self.index(0), self.index(len(before) - 1))
            return False
        self.beginResetModel()
        self._comments, self._subjects = fresh, subjects
        self.endResetModel()
        return True

    def comment(self, row: int) -> Comment | None:
        """Return the comment of a row."""
        return self._comments[row] if 0 <= row < len(self._comments) else None

    def row_of(self, comment_id: str) -> int:
        """Return where a comment stands; −1 for nowhere."""
        return next((at for at, each in enumerate(self._comments) if each.id == comment_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        """Return the number of comments."""
        return 0 if parent.isValid() else len(self._comments)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that rows can be ticked."""
        del index
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows and says."""
        comment = self.comment(index.row()) if index.isValid() else None
        if comment is None:
            return None
        subject = self._subjects[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return comment.text
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if comment.resolved else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text("\n".join((subject, comment.text[:_LONG_TIP], self._written(comment))).strip())
            case Qt.ItemDataRole.AccessibleTextRole:
                state = self._words.t("resolved") if comment.resolved else self._words.t("open")
                return ", ".join(part for part in (subject, comment.text, self._written(comment), state) if part)
        return {SUBJECT: subject, WRITTEN: self._written(comment)}.get(role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row, or take the tick away."""
        comment = self.comment(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or comment is None:
            return False
        self._edits.resolve([comment.id], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _written(self, comment: Comment) -> str:
        day = self._words.day(comment.date) if comment.date else ""
        when = ", ".join(part for part in (day, comment.time[:5]) if part)
        return " · ".join(part for part in (" ".join(comment.author.split()), when) if part)
