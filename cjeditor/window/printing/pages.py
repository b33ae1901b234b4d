"""The pages of a handout for a painter of Qt: the very shapes that its PDF is made of, as sharp as the printer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPixmap

from cjeditor.canvas.ink import Ink
from cjeditor.export.pdf.printing import size_of, views_of
from cjeditor.layout.primitives import Face, Primitive, Text
from cjeditor.model.pictures import content
from cjeditor.model.project import Asset

if TYPE_CHECKING:
    from cjeditor.export.handout import Composed
    from cjeditor.export.views import View

_EM = 100.0
"""Pixels: fonts have whole sizes only, so that all letters are drawn in one size and scaled."""


class HandoutPages:
    """The pages of a handout that is laid out. Sizes are points; pages are counted from 1."""

    def __init__(self, made: Composed) -> None:
        self._made = made
        self._ink = Ink(made.theme, pictures=_Decoded(made.pictures))
        self._fonts: dict[Face, QFont] = {}

    @property
    def count(self) -> int:
        """How many pages there are; at least one."""
        return len(self._made.sheets)

    def size(self, number: int) -> tuple[float, float]:
        """The width and height of a page."""
        return size_of(self._made.sheets[number - 1], self._made.frame)

    def paint(self, number: int, painter: QPainter, area: QRectF) -> None:
        """Paint a page as large as it fits into `area`, in the painter's own pixels, in its middle."""
        width, height = self.size(number)
        scale = min(area.width() / width, area.height() / height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(
            area.x() + (area.width() - width * scale) / 2, area.y() + (area.height() - height * scale) / 2
        )
        painter.scale(scale, scale)
        for view in views_of(self._made.sheets[number - 1], self._made.frame, number, self.count):
            self._view(view, painter)
        painter.restore()

    def _view(self, view: View, painter: QPainter) -> None:
        painter.save()
        painter.translate(view.x, view.y)
        painter.scale(view.scale, view.scale)
        if view.clip is not None:
            painter.setClipRect(QRectF(*view.clip))
        for x, y, shapes in view.placed:
            painter.translate(x, y)
            for is_text, some in groupby(shapes, _is_text):
                if is_text:
                    self._texts(some, painter)
                else:
                    self._ink.picture(some).paint(painter, "full")
            painter.translate(-x, -y)
        painter.restore()

    def _texts(self, texts: Iterable[Primitive], painter: QPainter) -> None:
        """Letters as letters: a printer's file then holds a font, and not thousands of outlines."""
        for text in texts:
            if not isinstance(text, Text) or not text.text:
                continue
            painter.save()
            painter.translate(text.x, text.y)
            painter.scale(text.size / _EM, text.size / _EM)
            painter.setPen(self._ink.pen(text.colour))
            painter.setFont(self._font(text.face))
            painter.drawText(QPointF(0, 0), text.text)
            painter.restore()

    def _font(self, face: Face) -> QFont:
        """A face as the layout measured it: without ligatures."""
        found = self._fonts.get(face)
        if found is None:
            found = self._fonts[face] = QFont(self._ink.fonts.full(face, _EM))
            found.setFeature(QFont.Tag("liga"), 0)
        return found


def _is_text(shape: Primitive) -> bool:
    return isinstance(shape, Text)


class _Decoded:
    """The project's pictures, each decoded when it is painted: whoever prints waits for them."""

    def __init__(self, assets: Mapping[str, Asset]) -> None:
        self._assets = assets
        self._pixmaps: dict[str, QPixmap] = {}

    def is_missing(self, sha256: str) -> bool:
        """Return whether there is no such picture, or it cannot be decoded."""
        return self._pixmap(sha256).isNull()

    def pixmap(self, sha256: str, width: float) -> QPixmap | None:
        """Return the picture in its own size, whatever `width` is asked for."""
        del width  # printers scale it
        found = self._pixmap(sha256)
        return None if found.isNull() else found

    def _pixmap(self, sha256: str) -> QPixmap:
        if sha256 not in self._pixmaps:
            made = QPixmap()
            asset = self._assets.get(sha256)
            if asset is not None:
                made.loadFromData(QByteArray(content(asset)))
            self._pixmaps[sha256] = made
        return self._pixmaps[sha256]


def chosen_pages(count: int, ranges: Sequence[tuple[int, int]]) -> list[int]:
    """The numbers of the pages that are printed: those in the ranges, or all where there are none."""
    return [
        number for number in range(1, count + 1) if not ranges or any(first <= number <= last for first, last in ranges)
    ]
