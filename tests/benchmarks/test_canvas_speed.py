"""How fast the canvas is at 100, 1 000 and 5 000 cards, as ratios to a bare QPainter in the same run.

Goals: pan 0.35 × drawing what is visible · fit 0.2 × drawing all with level of detail · zoom gesture 1.5 × one scaled
blit · drag 2 × a bare `moveBy` · edit to repaint 2.5 × drawing what is visible.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QWidget

from cjeditor.canvas.card_item import CardItem, far_styles
from cjeditor.layout.primitives import Line, Rect, Text
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.lookup import ordered_steps
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.builders import MAP, big_project
from tests.canvas.hands import CTRL, LEFT, NONE, Hands, move_mouse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from cjeditor.layout.arrangement import CardBox

pytestmark = pytest.mark.benchmark

SIZE = (1600, 1000)
ROUNDS = 25


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median of some rounds, the first two left out."""
    times = []
    for number in range(rounds + 2):
        start = time.perf_counter()
        work()
        if number > 1:
            times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2] * 1000


class Bare(QWidget):
    """A widget that paints what it is told and nothing else: its frame reaches the screen as ours does."""

    def __init__(self) -> None:
        super().__init__()
        self.work: Callable[[QPainter], None] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def frame(self, work: Callable[[QPainter], None]) -> None:
        """Paint one frame."""
        self.work = work
        self.update()
        QApplication.processEvents()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Do what is wanted."""
        if self.work is not None:
            with QPainter(self) as painter:
                self.work(painter)


class Raw:
    """The same cards with a bare QPainter: pens, brushes and fonts made once, nothing else prepared."""

    def __init__(self, hands: Hands) -> None:
        self.theme = hands.canvas._ink.theme
        self.boxes = list(hands.canvas.desk.arrangement.cards.values())
        self.widget = Bare()
        self.widget.resize(*SIZE)
        self.widget.show()
        self.area = QRect(0, 0, *SIZE)
        self.colours: dict[str, QColor] = {}
        self.fonts: dict[tuple[str, float], QFont] = {}
        self.no_pen = QPen(Qt.PenStyle.NoPen)
        self.full = hands.canvas._ink.fonts.full

    def colour(self, style: str) -> QColor:
        if style not in self.colours:
            self.colours[style] = QColor(self.theme.colour(style)) if style else QColor(0, 0, 0, 0)
        return self.colours[style]

    def visible(self, zoom: float) -> list[CardBox]:
        width, height = SIZE[0] / zoom, SIZE[1] / zoom
        return [box for box in self.boxes if box.x < width and box.y < height]

    def draw(self) -> None:
        """Draw what is visible at 100 %."""
        self.widget.frame(self.draw_visible)

    def draw_visible(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.area, self.colour("canvas"))
        for box in self.visible(1.0):
            self.draw_card(painter, box)

    def draw_card(self, painter: QPainter, box: CardBox) -> None:
        for shape in box.look.primitives:
            if isinstance(shape, Rect):
                painter.setPen(QPen(self.colour(shape.stroke), shape.stroke_width) if shape.stroke else self.no_pen)
                painter.setBrush(self.colour(shape.fill))
                rect = QRectF(box.x + shape.x, box.y + shape.y, shape.width, shape.height)
                painter.drawRoundedRect(rect, shape.radius, shape.radius)
            elif isinstance(shape, Text):
                painter.setPen(self.colour(shape.colour))
                painter.setFont(self.full(shape.face, shape.size))
                painter.drawText(QPointF(box.x + shape.x, box.y + shape.y), shape.text)
            elif isinstance(shape, Line):
                painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))

    def draw_far(self, zoom: float) -> None:
        """Draw what is visible with level of detail: two filled rectangles a card."""
        boxes = self.visible(zoom)

        def work(painter: QPainter) -> None:
            painter.fillRect(self.area, self.colour("canvas"))
            painter.scale(zoom, zoom)
            for box in boxes:
                fill, edge = far_styles(box)
                painter.fillRect(QRectF(box.x, box.y, box.width, box.height), self.colour(fill))
                painter.fillRect(QRectF(box.x, box.y, 8, box.height), self.colour(edge))

        self.widget.frame(work)

    def blit(self, picture: QPixmap) -> None:
        """Draw one picture scaled."""

        def work(painter: QPainter) -> None:
            painter.fillRect(self.area, self.colour("canvas"))
            painter.scale(1.1, 1.1)
            painter.drawPixmap(0, 0, picture)

        self.widget.frame(work)


@pytest.fixture(params=[100, 1_000, 5_000])
def hands(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Hands]:
    made = Hands(big_project(request.param))
    qtbot.addWidget(made.canvas)
    made.canvas.resize(*SIZE)
    QApplication.processEvents()
    yield made
    made.canvas.close()


@pytest.fixture
def say(hands: Hands, capsys: pytest.CaptureFixture[str]) -> Callable[[str, float, float, float], None]:
    count = len(hands.canvas.desk.arrangement.cards)

    def told(what: str, ours: float, theirs: float, goal: float) -> None:
        verdict = "reached" if ours <= goal * theirs else "MISSED"
        with capsys.disabled():
            print(
                f"\n{what}, {count} cards: {ours:.2f} ms, bare {theirs:.2f} ms, "
                f"ratio {ours / theirs:.2f} (goal {goal}: {verdict})"
            )

    return told


Say = Callable[[str, float, float, float], None]


def paint() -> None:
    """Let everything be painted that wants to be."""
    QApplication.processEvents()


def test_pan(hands: Hands, say: Say) -> None:
    view = hands.canvas.view
    view.scroll_by(200, 0)
    paint()
    steps = iter([8, -8] * 200)

    def pan() -> None:
        view.scroll_by(next(steps), 0)
        paint()

    raw = Raw(hands)
    say("pan", milliseconds(pan), milliseconds(raw.draw), 0.35)


def test_fit(hands: Hands, say: Say) -> None:
    view = hands.canvas.view
    view.fit()
    paint()

    def repaint() -> None:
        view.viewport().update()
        paint()

    raw = Raw(hands)
    zoom = view.zoom
    if zoom >= 0.35:
        say(f"fit at {zoom:.2f} against what is visible", milliseconds(repaint), milliseconds(raw.draw), 1.0)
    else:
        say("fit", milliseconds(repaint), milliseconds(lambda: raw.draw_far(zoom)), 0.2)


def test_fit_of_a_dense_map(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    """All of 5 000 cards are in sight."""
    hands = Hands(dense_project())
    qtbot.addWidget(hands.canvas)
    hands.canvas.resize(*SIZE)
    view = hands.canvas.view
    view.fit()
    paint()

    def repaint() -> None:
        view.viewport().update()
        paint()

    raw, zoom = Raw(hands), view.zoom
    ours, theirs = milliseconds(repaint), milliseconds(lambda: raw.draw_far(zoom))
    with capsys.disabled():
        print(f"\nfit, 5000 cards in sight: {ours:.2f} ms, bare {theirs:.2f} ms, ratio {ours / theirs:.2f} (goal 0.2)")
    assert len(raw.visible(zoom)) > 4_000


def dense_project() -> Project:
    """5 000 cards in 60 steps: as many as are seen at once at the smallest zoom."""
    project = big_project(5_000)
    journey = project.maps[0]
    steps = ordered_steps(journey)
    kept = [step.id for step in steps[:60]]
    places = {step.id: kept[number % len(kept)] for number, step in enumerate(steps)}
    phases = {step.phase for step in steps[:60]}
    moved = replace(
        journey,
        touchpoints=tuple(replace(each, step=places[each.step]) for each in journey.touchpoints),
        notes=tuple(replace(each, step=places[each.step]) for each in journey.notes),
        steps=tuple(step for step in journey.steps if step.id in kept),
        phases=tuple(phase for phase in journey.phases if phase.id in phases),
        links=(),
    )
    return replace(project, maps=(moved,))


def test_zoom_gesture(hands: Hands, say: Say) -> None:
    view = hands.canvas.view
    at = QPoint(500, 400)
    hands.wheel(at, 40, CTRL)
    steps = iter([12, -12] * 200)

    def zoom() -> None:
        hands.wheel(at, next(steps), CTRL)
        paint()

    ours = milliseconds(zoom)
    picture = QPixmap(view.viewport().size())
    picture.fill(QColor("white"))
    raw = Raw(hands)
    say("zoom gesture", ours, milliseconds(lambda: raw.blit(picture)), 1.5)


def test_drag(hands: Hands, say: Say, qtbot: QtBot) -> None:
    card = hands.map.touchpoints[3].id
    start = hands.middle(card)
    hands.press(start)
    at = hands.at(start)
    places = iter([at + QPoint(10 + number % 40, 10 + number % 25) for number in range(400)])

    def drag() -> None:
        move_mouse(hands.viewport, next(places), LEFT)
        paint()

    ours = milliseconds(drag)
    hands.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(hands.viewport, LEFT, NONE, at)
    scene = QGraphicsScene()
    items: dict[str, CardItem] = {}
    for box in hands.canvas.desk.arrangement.cards.values():
        item = CardItem(box, hands.canvas._ink)
        item.show_chosen(box.id == card)
        scene.addItem(item)
        items[box.id] = item
    bare = QGraphicsView(scene)
    qtbot.addWidget(bare)
    bare.setRenderHint(QPainter.RenderHint.Antialiasing)
    bare.resize(*SIZE)
    bare.show()
    paint()
    steps = iter([(1.0, 1.0), (-1.0, -1.0)] * 200)

    def move() -> None:
        items[card].moveBy(*next(steps))
        paint()

    bare.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    bare.setSceneRect(0, 0, *SIZE)
    say("drag", ours, milliseconds(move), 2.0)


def test_edit_to_repaint(hands: Hands, say: Say) -> None:
    card = hands.map.touchpoints[3].id
    titles = iter(f"Title {number}" for number in range(400))

    def edit() -> None:
        title = next(titles)
        hands.document.apply("Edit", lambda project: set_touchpoint(project, MAP, [card], title=title))
        paint()

    raw = Raw(hands)
    say("edit to repaint", milliseconds(edit), milliseconds(raw.draw), 2.5)


def test_undo_to_repaint(hands: Hands, say: Say) -> None:
    stack = hands.document.undo_stack
    hands.drag(hands.middle(hands.map.touchpoints[3].id), hands.middle(hands.map.touchpoints[5].id))
    turns = iter([stack.undo, stack.redo] * 200)

    def undo() -> None:
        next(turns)()
        paint()

    raw = Raw(hands)
    say("undo to repaint", milliseconds(undo), milliseconds(raw.draw), 2.5)
