"""How long a poster of 1 000 cards takes and how large it is, against the same shapes drawn by reportlab's own calls.

Goals, as ratios to the naive page: time 0.3, size 0.2.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from pypdf import PdfReader
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from cjeditor import resources, texts
from cjeditor.export.content import content
from cjeditor.export.handout import write_handout
from cjeditor.export.options import HandoutOptions
from cjeditor.export.pdf.poster import write_poster
from cjeditor.export.pdf.writer import FONTS
from cjeditor.export.picture import Picture, picture_of
from cjeditor.layout.primitives import Close, Cubic, Face, Line, LineTo, Move, Primitive, Rect, Text
from cjeditor.layout.primitives import Path as PathShape
from cjeditor.layout.theme import PAPER
from tests.builders import big_project

pytestmark = pytest.mark.benchmark

ROUNDS = 3


def naive(picture: Picture, path: Path) -> None:
    """The same shapes, each drawn with reportlab's own calls, as one writes it first."""
    canvas = Canvas(str(path), pagesize=(picture.width, picture.height))
    for view in picture.views:
        canvas.saveState()
        canvas.translate(view.x, picture.height - view.y)
        canvas.scale(view.scale, view.scale)
        for dx, dy, shapes in view.placed:
            for shape in shapes:
                draw(canvas, shape, dx, dy)
        canvas.restoreState()
    canvas.save()


def draw(canvas: Canvas, shape: Primitive, dx: float, dy: float) -> None:  # noqa: C901  a branch for each shape
    match shape:
        case Text():
            canvas.setFillColor(HexColor(PAPER.colour(shape.colour)))
            canvas.setFont(f"Plain-{shape.face}", shape.size)
            canvas.drawString(shape.x + dx, -(shape.y + dy), shape.text)
        case Rect():
            paint = style(canvas, shape.fill, shape.stroke, shape.stroke_width, shape.dash)
            left, bottom = shape.x + dx, -(shape.y + dy + shape.height)
            if shape.radius:
                canvas.roundRect(left, bottom, shape.width, shape.height, shape.radius, **paint)
            else:
                canvas.rect(left, bottom, shape.width, shape.height, **paint)
        case Line():
            style(canvas, "", shape.stroke, shape.stroke_width, shape.dash)
            canvas.line(shape.x1 + dx, -(shape.y1 + dy), shape.x2 + dx, -(shape.y2 + dy))
        case PathShape():
            paint = style(canvas, shape.fill, shape.stroke, shape.stroke_width, ())
            path = canvas.beginPath()
            for segment in shape.segments:
                match segment:
                    case Move(x, y):
                        path.moveTo(x + dx, -(y + dy))
                    case LineTo(x, y):
                        path.lineTo(x + dx, -(y + dy))
                    case Cubic(x1, y1, x2, y2, x, y):
                        path.curveTo(x1 + dx, -(y1 + dy), x2 + dx, -(y2 + dy), x + dx, -(y + dy))
                    case Close():
                        path.close()
            canvas.drawPath(path, **paint)


def style(canvas: Canvas, fill: str, stroke: str, width: float, dash: tuple[float, ...]) -> dict[str, int]:
    if fill:
        canvas.setFillColor(HexColor(PAPER.colour(fill)))
    if stroke:
        canvas.setStrokeColor(HexColor(PAPER.colour(stroke)))
        canvas.setLineWidth(width)
        canvas.setDash(list(dash))
    return {"fill": int(bool(fill)), "stroke": int(bool(stroke))}


def best(work: Callable[[], object]) -> float:
    """Milliseconds of the quickest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1_000


def test_a_poster_against_the_naive_page(tmp_path: Path) -> None:
    """Prints both with their ratios; both paint the same arranged shapes and embed the same fonts."""
    project = big_project(1_000)
    picture = picture_of(content(project, project.maps[0], texts.of("de"), ""))
    plain, ours = tmp_path / "naive.pdf", tmp_path / "ours.pdf"
    # Fonts are loaded outside of the measurement.
    write_poster(picture, ours, language="de", title="Poster")
    for face in get_args(Face):
        file = resources.icon_font_file() if face == "icon" else resources.font_file(FONTS[face])
        pdfmetrics.registerFont(TTFont(f"Plain-{face}", str(file), asciiReadable=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rl_config, "useA85", 1)  # as it is where nobody changes it
        naive_time = best(lambda: naive(picture, plain))
    our_time = best(lambda: write_poster(picture, ours, language="de", title="Poster"))
    naive_size, our_size = plain.stat().st_size, ours.stat().st_size
    print(
        f"\nposter of 1 000 cards: {our_time:.0f} ms against {naive_time:.0f} ms = {our_time / naive_time:.2f} "
        f"(goal 0.3); {our_size / 1024:.0f} KiB against {naive_size / 1024:.0f} KiB = {our_size / naive_size:.2f} "
        "(goal 0.2)"
    )
    assert our_size < naive_size
    assert our_time < naive_time


@pytest.mark.parametrize("cards", [100, 1_000, 5_000])
def test_a_handout(cards: int, tmp_path: Path) -> None:
    """Prints how long a whole A3 handout takes."""
    project = big_project(cards)
    path = tmp_path / "handout.pdf"
    options = HandoutOptions(paper="A3", date="2026-11-22")
    start = time.perf_counter()
    write_handout(project, project.maps[0].id, path, options)
    seconds = time.perf_counter() - start
    pages = len(PdfReader(path).pages)
    print(
        f"\nhandout of {cards} cards: {seconds * 1000:.0f} ms, {path.stat().st_size / 1024:.0f} KiB, "
        f"{pages / seconds:.0f} pages and {cards / seconds:.0f} cards a second"
    )
    assert path.stat().st_size > 1_000
