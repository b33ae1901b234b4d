"""Opens the dialogue for similar cards and makes one step of what was done in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.model.project import Project
from cjeditor.texts import Texts
from cjeditor.window.frame import Frame
from cjeditor.wording import sentence

if TYPE_CHECKING:
    # Not before the dialogue is opened.
    from cjeditor.window.grouping.work import Joined


class GroupingFlow(QObject):
    """Groups similar cards of one canvas."""

    def __init__(self, canvas: MapCanvas, words: Texts, window: Frame, finish_editing: Callable[[], bool]) -> None:
        """Serve a canvas.

        Args:
            canvas: shows the map.
            words: the language of the window.
            window: where hints and dialogues belong.
            finish_editing: keeps what is being written anywhere; False where that was refused.
        """
        super().__init__(window)
        self._canvas = canvas
        self._words = words
        self._window = window
        self._finish_editing = finish_editing

    def can_group(self) -> bool:
        """Whether there is more than one thing to compare."""
        desk = self._canvas.desk
        return len(desk.map.touchpoints) + len(desk.map.notes) + len(desk.document.project.parked) > 1

    def open(self) -> None:
        """Look for similar cards and ask what to do with them."""
        if not self._finish_editing():
            return
        # Imported here: nobody waits for it to see the map.
        from cjeditor.window.grouping.dialog import GroupingDialog  # noqa: PLC0415

        chosen = tuple(self._canvas.desk.meant_cards())
        dialog = GroupingDialog(self._project, self._canvas.map_id, chosen, self._words, self._window)
        dialog.joined.connect(self._apply)
        dialog.open()

    def _apply(self, result: Joined, way: str) -> None:
        """Put the result into the document."""
        desk, words = self._canvas.desk, self._words
        label = {
            "merge": words.t("Merge similar cards"),
            "gather": words.t("Put similar cards together"),
            "tag": words.t("Tag similar cards"),
        }[way]

        if desk.apply(label, result.edit):
            desk.choose_cards([one for one in result.cards if one in desk.arrangement.cards])
        if result.problems:
            left = words.tn("One group stays as it was:", "{n} groups stay as they were:", len(result.problems))
            self._window.show_hint(f"{left} {sentence(result.problems[0], words)}")
        self._canvas.setFocus()

    def _project(self) -> Project:
        return self._canvas.desk.document.project
