"""What an empty map says to its reader, and how such a map begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from cjeditor.canvas.blocks import Block
from cjeditor.canvas.making import lane_maker, phase_maker

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.ink import Ink
    from cjeditor.layout.arrangement import Arrangement
    from cjeditor.model.project import Project
    from cjeditor.texts import Texts


class Invitation(QLabel):
    """A few words in the middle of a map without phases or lanes; they let the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setMargin(48)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_for(self, arrangement: Arrangement, words: Texts, ink: Ink) -> None:
        """Show the words that fit this map, or none."""
        text = ""
        if not arrangement.columns and not arrangement.lanes:
            text = words.t(
                "This map is empty. Type the first touchpoint, double-click here, or drag a phase and a lane onto it."
            )
        elif not arrangement.columns:
            text = words.t("This map has no phases yet. Double-click here, or drag a phase onto it.")
        elif not arrangement.lanes:
            text = words.t("This map has no lanes yet. Double-click here, or drag a lane onto it.")
        self.setText(text)
        self.setVisible(bool(text))
        if text:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.WindowText, ink.colour("secondary"))
            self.setPalette(palette)
            self.setFont(ink.fonts.full("regular", 15))
            self.raise_()

    def begin_map(self, desk: Desk) -> None:
        """Give the map the phase and the lane that its first card needs, in one step."""
        arrangement = desk.arrangement

        def edit(project: Project) -> Project:
            if not arrangement.columns:
                project = phase_maker(desk, Block("phase", title=desk.words.t("Phase 1")), None)[1](project)
            if not arrangement.lanes:
                project = lane_maker(desk, Block("lane", lane_kind="touchpoints"), None)[1](project)
            return project

        desk.apply(desk.words.t("Begin map"), edit)
