"""Pictures of the templates: tiny maps of their phases in their colours; the loop a ring, the blank map a grid."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from cjeditor.catalogue.frameworks import Framework, framework
from cjeditor.layout.theme import Theme

_CARDS = (1, 2, 1, 2, 2, 1, 2, 1, 1)
"""How many cards each phase has."""
_FEELINGS = (0.45, 0.6, 0.35, 0.75, 0.2, 0.5, 0.3, 0.12, 0.25)
"""Where the curve runs in each phase: 0 is the top."""
_NOTES = ("goal", "", "thought", "pain", "opportunity", "", "pain", "", "opportunity")
_BLANK_COLUMNS = 5
_BLANK_COLOUR = "#3A7CA5"
_HEADER = 13.0
_GAP = 3.0
_TURN = 360 * 16
"""A full circle as Qt counts it."""


def paint_template(painter: QPainter, rect: QRectF, key: str, theme: Theme) -> None:
    """Paint the picture of the template `key` into `rect`, sharp at any scale."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.colour("rule")), 1))
    painter.setBrush(QColor(theme.colour("canvas")))
    painter.drawRoundedRect(rect, 4, 4)
    inside = rect.adjusted(9, 9, -9, -9)
    known = framework(key)
    if known is None:
        _paint_grid(painter, inside, theme)
    elif known.shape == "loop":
        _paint_ring(painter, inside, known, theme)
    else:
        _paint_map(painter, inside, known, theme)
    painter.restore()


class _Lanes:
    """Where the columns and lanes of a tiny map lie."""

    def __init__(self, rect: QRectF, columns: int) -> None:
        self.stub = QRectF(rect.left(), rect.top(), 20, rect.height())
        left = self.stub.right() + 6
        width = (rect.right() - left + _GAP) / columns
        self.columns = [QRectF(left + at * width, rect.top(), width - _GAP, rect.height()) for at in range(columns)]
        body, height = rect.top() + _HEADER + 6, rect.height() - _HEADER - 6
        self.cards = body
        self.card = height * 0.21
        self.curve = (body + height * 0.52, height * 0.2)
        self.notes = body + height * 0.8
        self.note = height * 0.2


def _paint_map(painter: QPainter, rect: QRectF, known: Framework, theme: Theme) -> None:
    lanes = _Lanes(rect, len(known.phases))
    _paint_stubs(painter, lanes, theme)
    for at, (phase, column) in enumerate(zip(known.phases, lanes.columns, strict=True)):
        _paint_header(painter, column, phase.colour, theme)
        painter.setPen(QPen(QColor(theme.colour("card.border")), 0.8))
        painter.setBrush(QColor(theme.colour("card")))
        for number in range(_CARDS[at]):
            top = lanes.cards + number * (lanes.card + 2)
            painter.drawRoundedRect(QRectF(column.left(), top, column.width(), lanes.card), 1.5, 1.5)
        if _NOTES[at]:
            _paint_note(painter, QRectF(column.left(), lanes.notes, column.width(), lanes.note), _NOTES[at], theme)
    _paint_curve(painter, lanes, theme)


def _paint_stubs(painter: QPainter, lanes: _Lanes, theme: Theme) -> None:
    """Paint what stands for the names of the lanes."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colour("rule.zero")))
    for top, width in (
        (lanes.cards + 1, 1.0),
        (lanes.curve[0] + lanes.curve[1] / 2 - 1.5, 0.7),
        (lanes.notes + 2, 0.9),
    ):
        painter.drawRoundedRect(QRectF(lanes.stub.left(), top, lanes.stub.width() * width, 3), 1.5, 1.5)


def _paint_header(painter: QPainter, column: QRectF, colour: str, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colour(f"tint:{colour}")))
    painter.drawRect(QRectF(column.left(), column.top(), column.width(), _HEADER))
    painter.setBrush(QColor(theme.colour(f"band:{colour}")))
    painter.drawRect(QRectF(column.left(), column.top(), column.width(), 4))


def _paint_note(painter: QPainter, rect: QRectF, family: str, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colour(f"note.{family}")))
    painter.drawRect(rect)
    painter.setBrush(QColor(theme.colour(f"edge.{family}")))
    painter.drawRect(QRectF(rect.left(), rect.top(), 1.5, rect.height()))


def _paint_curve(painter: QPainter, lanes: _Lanes, theme: Theme) -> None:
    top, height = lanes.curve
    points = [
        QPointF(column.center().x(), top + level * height)
        for column, level in zip(lanes.columns, _FEELINGS, strict=False)
    ]
    path = QPainterPath(points[0])
    for one, other in pairwise(points):
        middle = (one.x() + other.x()) / 2
        path.cubicTo(QPointF(middle, one.y()), QPointF(middle, other.y()), other)
    colour = QColor(theme.colour("primary"))
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for point in points:
        painter.drawEllipse(point, 2, 2)


def _paint_grid(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint a map on which nothing is yet but lanes and a first phase."""
    lanes = _Lanes(rect, _BLANK_COLUMNS)
    _paint_stubs(painter, lanes, theme)
    _paint_header(painter, lanes.columns[0], _BLANK_COLOUR, theme)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.colour("rule.zero")), 0.8, Qt.PenStyle.DashLine))
    for column in lanes.columns[1:]:
        painter.drawRect(QRectF(column.left(), column.top(), column.width(), _HEADER))
    painter.setPen(QPen(QColor(theme.colour("rule")), 1))
    bottoms = (lanes.curve[0] - 3, lanes.notes - 3, rect.bottom())
    for bottom in bottoms:
        painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))
    for column in lanes.columns[1:]:
        left = column.left() - _GAP / 2
        painter.drawLine(QPointF(left, rect.top() + _HEADER + 3), QPointF(left, rect.bottom()))


def _paint_ring(painter: QPainter, rect: QRectF, known: Framework, theme: Theme) -> None:
    """Paint the phases as arrows round a ring, from the top clockwise; inside stand a few cards."""
    thickness = 10.0
    width = min(rect.width(), rect.height() * 2.1)
    oval = QRectF(0, 0, width, rect.height()).adjusted(thickness, thickness / 2, -thickness, -thickness / 2)
    oval.moveCenter(rect.center())
    share = _TURN / len(known.phases)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for at, phase in enumerate(known.phases):
        colour = QColor(theme.colour(f"band:{phase.colour}"))
        begin = _TURN / 4 - at * share
        painter.setPen(QPen(colour, thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(oval, round(begin - share * 0.1), round(-share * 0.68))
        _paint_tip(painter, oval, begin - share * 0.78, thickness, colour)
    painter.setPen(QPen(QColor(theme.colour("card.border")), 0.8))
    painter.setBrush(QColor(theme.colour("card")))
    card = QRectF(0, 0, oval.width() * 0.15, oval.height() * 0.2)
    for across in (-1, 0, 1):
        card.moveCenter(oval.center() + QPointF(across * (card.width() + 4), 0))
        painter.drawRoundedRect(card, 1.5, 1.5)


def _paint_tip(painter: QPainter, oval: QRectF, angle: float, thickness: float, colour: QColor) -> None:
    """Paint the tip of an arrow that runs clockwise along `oval` and ends about `angle`."""
    path = QPainterPath()
    path.arcMoveTo(oval, angle / 16)
    base = path.currentPosition()
    path.arcMoveTo(oval, angle / 16 - 1)
    ahead = path.currentPosition() - base
    length = (ahead.x() ** 2 + ahead.y() ** 2) ** 0.5
    along = ahead / length
    across = QPointF(-along.y(), along.x()) * (thickness / 2)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([base + across, base - across, base + along * (thickness * 0.5)]))
    painter.restore()
