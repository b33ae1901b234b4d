"""Takes pictures in beside the GUI thread: files that were chosen or dropped, and images from the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QImage

from cjeditor.canvas.background import Background
from cjeditor.canvas.pictures_in import Source
from cjeditor.interchange.pictures import picture_in, picture_of
from cjeditor.interchange.problems import ImportRefused
from cjeditor.model.problem import Problem
from cjeditor.model.project import Asset
from cjeditor.storage import limits

_ENOUGH = 2 * limits.PICTURE_SIDE
"""Pixels of the longest side that an image from the clipboard is read with: enough to be scaled down well."""


class Refusal(NamedTuple):
    """A picture that was not taken: the name of its file (empty for one from the clipboard), and why."""

    name: str
    problem: Problem


class Taking(QObject):
    """Takes in one batch after the other.

    Signals:
        taken(object, tuple, tuple): what a batch was for, its pictures in order, and the refusals of the others.
    """

    taken = Signal(object, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._batch = 0
        self._background = Background(self)
        self._background.done.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether something is being taken in."""
        return self._background.is_busy()

    def begin(self, sources: Sequence[Source], purpose: object) -> None:
        """Take these in; `taken` follows with `purpose`."""
        self._batch += 1
        # An image is a value; the copy keeps it apart from what the GUI thread does with it.
        own = [source.copy() if isinstance(source, QImage) else source for source in sources]
        self._background.begin((self._batch, purpose), partial(_all_in, own))

    def forget(self) -> None:
        """Tell nothing of what is being taken in: nobody waits for it any more."""
        self._background.forget()

    def _tell(self, key: tuple[int, object], future: Future[tuple[tuple[Asset, ...], tuple[Refusal, ...]]]) -> None:
        self.taken.emit(key[1], *future.result())


def _all_in(sources: Sequence[Source]) -> tuple[tuple[Asset, ...], tuple[Refusal, ...]]:
    taken: list[Asset] = []
    refusals: list[Refusal] = []
    for source in sources:
        try:
            taken.append(picture_in(source) if isinstance(source, Path) else picture_of(_as_png(source)))
        except ImportRefused as refused:
            refusals.append(Refusal(source.name if isinstance(source, Path) else "", refused.problem))
    return tuple(taken), tuple(refusals)


def _as_png(image: QImage) -> bytes:
    """Return the bytes of an image; a very large one is scaled down first, else they would be too many."""
    if max(image.width(), image.height()) > _ENOUGH:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(_ENOUGH, _ENOUGH, keep, smooth)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The least compression: the bytes are read again at once.
    image.save(buffer, "PNG", 90)  # type: ignore[call-overload]  # the stubs want bytes, PySide takes text
    return bytes(buffer.data().data())
