"""Pictures get onto the map: chosen from files, dropped, or pasted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.canvas.pictures_in import Source, Target
from cjeditor.model.pictures import SUFFIXES
from cjeditor.model.project import Asset
from cjeditor.texts import Texts
from cjeditor.window.pictures.files import to_choose_pictures
from cjeditor.window.pictures.taking import Refusal, Taking
from cjeditor.window.plain import message_box, shortened
from cjeditor.wording import plain, sentence

_MOST_NAMED = 6
"""Refused pictures that are named in the message itself; more are in a list below it that scrolls."""
_LONGEST_NAME = 80


class PictureFlow(QObject):
    """Takes pictures in and puts them on the map in one step.

    Signals:
        hint(str): a sentence for the status bar.
        other_dropped(Path): what was dropped onto the window is no picture.
    """

    hint = Signal(str)
    other_dropped = Signal(object)

    def __init__(self, canvas: MapCanvas, finish: Callable[[], bool], words: Texts, window: QWidget) -> None:
        """Serve a canvas.

        Args:
            canvas: shows the map.
            finish: keeps what is being written; False where that was refused.
            words: the language of the window.
            window: stands behind the dialogues.
        """
        super().__init__(window)
        self._canvas = canvas
        self._finish = finish
        self._words = words
        self._window = window
        self._folder: Path | None = None
        self._target: Target | None = None
        self._taking = Taking(self)
        self._taking.taken.connect(self._add)
        canvas.pictures_in.wanted.connect(self._begin)

    def choose(self) -> None:
        """Ask which files shall become pictures at the focus."""
        if not self._finish():
            return
        self._target = self._canvas.picture_cards.target()
        if self._target is None:
            return
        dialog = to_choose_pictures(self._window, self._words, several=True, folder=self._folder)
        dialog.filesSelected.connect(self._chosen)
        dialog.open()

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Take picture files dropped beside the map to the focus, in one step; let others have other files."""
        pictures: list[Source] = [path for path in paths if path.suffix.lower() in SUFFIXES]
        for path in paths:
            if path not in pictures:
                self.other_dropped.emit(path)
        target = self._canvas.picture_cards.target() if pictures and self._finish() else None
        if target is not None:
            self._begin(pictures, target)

    def _chosen(self, names: list[str]) -> None:
        paths: list[Source] = [Path(name) for name in names]
        if names and self._target is not None:
            self._folder = Path(names[0]).parent
            self._begin(paths, self._target)

    def _begin(self, sources: list[Source], target: Target) -> None:
        self._taking.begin(sources, (self._canvas.map_id, target))
        self.hint.emit(self._words.tn("Adding the picture…", "Adding {n} pictures…", len(sources)))

    def _add(self, purpose: tuple[str, Target], pictures: tuple[Asset, ...], refusals: tuple[Refusal, ...]) -> None:
        map_id, target = purpose
        self.hint.emit("")
        if pictures and map_id == self._canvas.map_id:
            added = self._canvas.picture_cards.add(pictures, target)
            if added and target.elsewhere:
                self._say_where(target, len(pictures))
        if refusals:
            self._tell(refusals)

    def _say_where(self, target: Target, number: int) -> None:
        """Say which lane took the pictures, since it is not the one where somebody was."""
        box = self._canvas.desk.arrangement.lane_of(target.lane)
        name = "" if box is None else shortened(box.lane.name)
        lane = name or self._words.t("Untitled")
        said = self._words.tn("The picture is in the lane {lane}.", "The pictures are in the lane {lane}.", number,
                              lane=self._words.quoted(lane))  # fmt: skip
        self.hint.emit(said)

    def _tell(self, refusals: tuple[Refusal, ...]) -> None:
        lines = [self._line(one) for one in refusals]
        few = len(refusals) <= _MOST_NAMED
        said = self._words.tn("This picture was not added.", "{n} pictures were not added.", len(refusals))
        box = message_box(
            self._window,
            icon=QMessageBox.Icon.Warning,
            text=said,
            details="\n\n".join(lines) if few else "",
            items=() if few else lines,
        )
        box.setObjectName("pictures_refused")
        box.open()

    def _line(self, refusal: Refusal) -> str:
        said = sentence(refusal.problem, self._words)
        return f"{plain(refusal.name, _LONGEST_NAME)}: {said}" if refusal.name else said
