"""The same shapes as our pages have, each drawn with reportlab's own calls, as one writes it first."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, get_args

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from cjeditor import resources
from cjeditor.export.glyphs import drawn
from cjeditor.export.handout import Composed
from cjeditor.export.pdf.printing import size_of, views_of
from cjeditor.export.pdf.writer import FONTS
from cjeditor.export.views import View
from cjeditor.layout.draw_picture import covering
from cjeditor.layout.primitives import Close, Cubic, Face, Image, Line, LineTo, Move, Primitive, Rect, Text
from cjeditor.layout.primitives import Path as PathShape
from cjeditor.layout.theme import PAPER, Theme
from cjeditor.model.pictures import content
from cjeditor.model.pictures import size_of as picture_size
from cjeditor.model.project import Asset


class Page(NamedTuple):
    """One page: its width and height in points, and what is painted on it."""

    width: float
    height: float
    views: tuple[View, ...]


def register_fonts() -> None:
    """Give reportlab our fonts under names of their own, so that neither way spares the other any work."""
    for face in get_args(Face):
        file = resources.icon_font_file() if face == "icon" else resources.font_file(FONTS[face])
        pdfmetrics.registerFont(TTFont(f"Plain-{face}", str(file), asciiReadable=True))


def pages_of(made: Composed) -> list[Page]:
    """What is painted on the pages of a handout, in the same order; text in the letters that are drawn."""
    count = len(made.sheets)
    return [
        Page(
            *size_of(sheet, made.frame),
            tuple(_in_letters(view) for view in views_of(sheet, made.frame, number, count)),
        )
        for number, sheet in enumerate(made.sheets, start=1)
    ]


def _in_letters(view: View) -> View:
    return view._replace(placed=[group._replace(shapes=list(_letters(group.shapes))) for group in view.placed])


def _letters(shapes: Iterable[Primitive]) -> Iterable[Primitive]:
    for shape in shapes:
        if not isinstance(shape, Text):
            yield shape
            continue
        x = shape.x
        for run in drawn(shape.text, shape.face):
            assert isinstance(run.face, str), f"no font of the house has {run.text!r}"
            yield replace(shape, x=x, text=run.text, face=run.face)
            x += run.width(shape.size)


def write(pages: Iterable[Page], path: Path, theme: Theme = PAPER, pictures: Mapping[str, Asset] | None = None) -> None:
    """Draw pages with reportlab's own calls."""
    canvas = Canvas(str(path))
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for view in page.views:
            canvas.saveState()
            canvas.setLineJoin(1)
            canvas.translate(view.x, page.height - view.y)
            canvas.scale(view.scale, view.scale)
            if view.clip is not None:
                left, top, width, height = view.clip
                _clip(canvas, Rect(left, top, width, height), 0, 0)
            for dx, dy, shapes in view.placed:
                for shape in shapes:
                    _draw(canvas, shape, dx, dy, theme, pictures or {})
            canvas.restoreState()
        canvas.showPage()
    canvas.save()


def _draw(canvas: Canvas, shape: Primitive, dx: float, dy: float, theme: Theme, pictures: Mapping[str, Asset]) -> None:
    match shape:
        case Text():
            canvas.setFillColor(HexColor(theme.colour(shape.colour)))
            canvas.setFont(f"Plain-{shape.face}", shape.size)
            canvas.drawString(shape.x + dx, -(shape.y + dy), shape.text)
        case Rect():
            paint = _style(canvas, theme, shape.fill, shape.stroke, shape.stroke_width, shape.dash)
            left, bottom = shape.x + dx, -(shape.y + dy + shape.height)
            if shape.radius:
                radius = min(shape.radius, shape.width / 2, shape.height / 2)
                canvas.roundRect(left, bottom, shape.width, shape.height, radius, **paint)
            else:
                canvas.rect(left, bottom, shape.width, shape.height, **paint)
        case Line():
            _style(canvas, theme, "", shape.stroke, shape.stroke_width, shape.dash)
            canvas.line(shape.x1 + dx, -(shape.y1 + dy), shape.x2 + dx, -(shape.y2 + dy))
        case PathShape():
            paint = _style(canvas, theme, shape.fill, shape.stroke, shape.stroke_width, shape.dash)
            canvas.drawPath(_path(canvas, shape, dx, dy), **paint)
        case Image():
            _picture(canvas, shape, dx, dy, pictures[shape.sha256])


def _path(canvas: Canvas, shape: PathShape, dx: float, dy: float) -> Any:
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
    return path


def _picture(canvas: Canvas, image: Image, dx: float, dy: float, asset: Asset) -> None:
    size = picture_size(asset)
    assert size is not None, "a picture of the sample is broken"
    x, y, width, height = covering(image, *size)
    canvas.saveState()
    _clip(canvas, Rect(image.x, image.y, image.width, image.height, radius=image.radius), dx, dy)
    reader = ImageReader(io.BytesIO(content(asset)))
    canvas.drawImage(reader, x + dx, -(y + dy + height), width, height, mask="auto")
    canvas.restoreState()


def _clip(canvas: Canvas, rect: Rect, dx: float, dy: float) -> None:
    path = canvas.beginPath()
    radius = min(rect.radius, rect.width / 2, rect.height / 2)
    path.roundRect(rect.x + dx, -(rect.y + dy + rect.height), rect.width, rect.height, radius)
    canvas.clipPath(path, stroke=0, fill=0)


def _style(
    canvas: Canvas, theme: Theme, fill: str, stroke: str, width: float, dash: tuple[float, ...]
) -> dict[str, int]:
    if fill:
        canvas.setFillColor(HexColor(theme.colour(fill)))
    if stroke:
        canvas.setStrokeColor(HexColor(theme.colour(stroke)))
        canvas.setLineWidth(width)
        canvas.setDash(list(dash))
    return {"fill": int(bool(fill)), "stroke": int(bool(stroke))}
