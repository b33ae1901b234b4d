"""Turns the layout's shapes into what a QPainter draws fastest: once for each look and theme, never while painting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QGlyphRun, QPainterPath, QPen, QTransform

from cjeditor.canvas.fonts import Fonts
from cjeditor.layout.direction import leads_left
from cjeditor.layout.draw_picture import GROUND, covering, missing_picture
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Close, Cubic, Image, Line, LineTo, Move, Path, Primitive, Rect, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter, QPixmap

    from cjeditor.layout.theme import Theme

FULL_FROM = 0.6
"""The zoom from which everything is drawn; below it small text and round corners go."""
FAR_BELOW = 0.35
"""The zoom below which a card is two filled rectangles."""

LARGEST_GLYPHS = 60.0
"""Device pixels per em: Qt leaves glyph runs out that are higher than 64, so that these are filled as outlines."""

_SMALL_TEXT, _SMALL_ICON, _SMALL_SHAPE = 12.5, 13.5, 12.0
_RECT, _ROUND, _LINE, _PATH, _GLYPHS, _TEXT, _IMAGE = range(7)

_Step = tuple[Any, ...]


class PictureSource(Protocol):
    """Knows the project's pictures by their sums."""

    def is_missing(self, sha256: str) -> bool:
        """Return whether there is no such picture, or it cannot be decoded."""

    def pixmap(self, sha256: str, width: float) -> QPixmap | None:
        """Return the picture at least `width` device pixels wide, as far as it is; None as long as it is not there."""


class Ink:
    """The pens, brushes and fonts of one theme, shared by everything that paints the map.

    `detail` is how much is worth drawing at the present zoom: "full", "middle" or "far"; the view sets it. `pictures`
    are the project's; without them all pictures are missing.
    """

    def __init__(self, theme: Theme, fonts: Fonts | None = None, pictures: PictureSource | None = None) -> None:
        self.theme = theme
        self.fonts = fonts or Fonts()
        self.pictures = pictures
        self.detail = "full"
        self._brushes: dict[str, QBrush] = {"": QBrush(Qt.BrushStyle.NoBrush)}
        self._pens: dict[tuple[str, float, tuple[float, ...]], QPen] = {}

    def colour(self, style: str) -> QColor:
        """Return the colour behind a style name."""
        return QColor(self.theme.colour(style))

    def brush(self, style: str) -> QBrush:
        """Return the brush of a style name; an empty name fills nothing."""
        found = self._brushes.get(style)
        if found is None:
            found = self._brushes[style] = QBrush(self.colour(style))
        return found

    def pen(self, style: str, width: float = 1.0, dash: tuple[float, ...] = ()) -> QPen:
        """Return a pen `width` layout pixels wide; `dash` are lengths on and off in layout pixels."""
        key = (style, width, dash)
        found = self._pens.get(key)
        if found is None:
            found = self._pens[key] = self._made_pen(style, width, dash)
        return found

    def picture(self, primitives: Iterable[Primitive]) -> Picture:
        """Return the shapes ready for painting."""
        return Picture(self, primitives)

    def _made_pen(self, style: str, width: float, dash: tuple[float, ...]) -> QPen:
        if not style:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(self.colour(style), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash:
            pen.setDashPattern([length / width for length in dash])
        return pen


class Picture:
    """Shapes ready for painting, in full and with less detail."""

    __slots__ = ("_full", "_middle", "_outlines")

    def __init__(self, ink: Ink, primitives: Iterable[Primitive]) -> None:
        self._full: list[_Step] = []
        self._middle: list[_Step] = []
        self._outlines: dict[int, QPainterPath] = {}
        for one in primitives:
            self._add(ink, one)

    def paint(self, painter: QPainter, detail: str) -> None:
        """Paint from the painter's present origin."""
        pixels = painter.worldTransform().m11() * painter.device().devicePixelRatioF()
        for step in self._full if detail == "full" else self._middle:
            kind = step[0]
            painter.setPen(step[1])
            if kind == _GLYPHS:
                if step[4] * pixels <= LARGEST_GLYPHS:
                    painter.drawGlyphRun(step[2], step[3])
                else:
                    painter.fillPath(self._outline(step), step[1].brush())
            elif kind == _TEXT:
                painter.setFont(step[4])
                painter.drawText(step[2], step[3])
            elif kind == _LINE:
                painter.drawLine(step[2])
            elif kind == _IMAGE:
                _paint_image(painter, detail, *step[2:])
            else:
                painter.setBrush(step[2])
                if kind == _ROUND:
                    painter.drawRoundedRect(step[3], step[4], step[4])
                elif kind == _RECT:
                    painter.drawRect(step[3])
                else:
                    painter.drawPath(step[3])

    def _outline(self, step: _Step) -> QPainterPath:
        """Return the letters of a glyph step as one shape; made when it is first as large as that."""
        run: QGlyphRun = step[3]
        found = self._outlines.get(id(run))
        if found is None:
            found = self._outlines[id(run)] = _letters(step[2], run)
        return found

    def _add(self, ink: Ink, one: Primitive) -> None:
        if isinstance(one, Text):
            step = _text(ink, one)
            self._full.append(step)
            if one.size > (_SMALL_ICON if one.face == "icon" else _SMALL_TEXT):
                self._middle.append(step)
        elif isinstance(one, Rect):
            pen, brush = ink.pen(one.stroke, one.stroke_width, one.dash), ink.brush(one.fill)
            rect = QRectF(one.x, one.y, one.width, one.height)
            plain: _Step = (_RECT, pen, brush, rect)
            self._full.append((_ROUND, pen, brush, rect, one.radius) if one.radius else plain)
            if one.height >= one.width < _SMALL_SHAPE and one.radius:
                return  # marks of evidence
            pill = one.radius >= one.height / 2
            self._middle.append(self._full[-1] if pill else plain)
        elif isinstance(one, Line):
            step = (_LINE, ink.pen(one.stroke, one.stroke_width, one.dash), QLineF(one.x1, one.y1, one.x2, one.y2))
            self._full.append(step)
            self._middle.append(step)
        elif isinstance(one, Image):
            step = (_IMAGE, ink.pen(""), one, ink.pictures, ink.brush(GROUND), Picture(ink, missing_picture(one)))
            self._full.append(step)
            self._middle.append(step)
        else:
            shape = path(one)
            step = (_PATH, ink.pen(one.stroke, one.stroke_width, one.dash), ink.brush(one.fill), shape)
            self._full.append(step)
            if shape.boundingRect().width() >= _SMALL_SHAPE or not one.fill:  # a line is no small mark
                self._middle.append(step)


def _paint_image(
    painter: QPainter, detail: str, image: Image, pictures: PictureSource | None, ground: QBrush, lost: Picture
) -> None:
    """Paint a picture cut to its box, or its quiet ground as long as it is not decoded."""
    if pictures is None or pictures.is_missing(image.sha256):
        lost.paint(painter, detail)
        return
    zoom = painter.worldTransform().m11() * painter.device().devicePixelRatioF()
    pixmap = pictures.pixmap(image.sha256, image.width * zoom)
    painter.setBrush(ground)
    if pixmap is not None:
        x, y, width, _ = covering(image, pixmap.width(), pixmap.height())
        scale = width / pixmap.width()
        # As the brush of a shape it has smooth edges, also where they are round.
        brush = QBrush(pixmap)
        brush.setTransform(QTransform(scale, 0, 0, scale, x, y))
        painter.setBrush(brush)
    smooth = painter.testRenderHint(painter.RenderHint.SmoothPixmapTransform)
    painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform, True)
    painter.drawRoundedRect(QRectF(image.x, image.y, image.width, image.height), image.radius, image.radius)
    painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform, smooth)


def path(shape: Path) -> QPainterPath:
    """Return the layout's path as Qt's."""
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)
    for segment in shape.segments:
        match segment:
            case Move(x, y):
                made.moveTo(x, y)
            case LineTo(x, y):
                made.lineTo(x, y)
            case Cubic(x1, y1, x2, y2, x, y):
                made.cubicTo(x1, y1, x2, y2, x, y)
            case Close():
                made.closeSubpath()
    return made


def _text(ink: Ink, one: Text) -> _Step:
    """Return glyphs where the face has them all, else text for which Qt may borrow from other fonts."""
    pen, at = ink.pen(one.colour), QPointF(one.x, one.y)
    raw = ink.fonts.raw(one.face, one.size)
    indexes = raw.glyphIndexesForString(one.text)
    if 0 in indexes or len(indexes) != len(one.text):
        font = ink.fonts.full(one.face, one.size)
        if leads_left(one.text):  # it ends where the layout says, however wide the borrowed letters are
            at.setX(one.x + one.width - QFontMetricsF(font).horizontalAdvance(one.text))
        return (_TEXT, pen, at, one.text, font)
    run = QGlyphRun()
    run.setRawFont(raw)
    run.setGlyphIndexes(indexes)
    run.setPositions(_positions(one))
    return (_GLYPHS, pen, at, run, one.size)


def _letters(at: QPointF, run: QGlyphRun) -> QPainterPath:
    font = run.rawFont()
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)
    for index, place in zip(run.glyphIndexes(), run.positions(), strict=True):
        made.addPath(font.pathForGlyph(index).translated(at + place))
    return made


def _positions(one: Text) -> list[QPointF]:
    made = []
    x = 0.0
    for character in one.text:
        made.append(QPointF(x, 0.0))
        x += text_width(character, one.face, one.size)
    return made
