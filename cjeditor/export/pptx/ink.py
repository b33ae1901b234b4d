"""Puts shapes on a slide: those of our own drawings, scaled to their place, and boxes with text."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from PIL import Image as Pictures
from PIL import UnidentifiedImageError
from pptx.oxml import parse_xml
from pptx.slide import Slide

from cjeditor.export.icon_paths import icon_path
from cjeditor.export.pptx import shapes
from cjeditor.export.pptx.shapes import Anchor, Box, Ends, Insets, Named, Pen, Run
from cjeditor.layout.draw_picture import missing_picture
from cjeditor.layout.primitives import Close, Cubic, Image, Line, LineTo, Move, Path, Primitive, Rect, Segment, Text
from cjeditor.layout.theme import INVITATION, Theme
from cjeditor.model.pictures import Size, content, size_of
from cjeditor.model.project import Asset

_FIRST_NUMBER: Final = 20
"""Below are the numbers of the slide's own placeholders."""
_BASELINE: Final = 0.94
"""How far the baseline of a line lies below the top of its box, as a share of the size."""
_LABEL: Final = 24.0
"""A rectangle up to this high, with a line of text right after it that lies within, is a label with its words."""
_SLACK: Final = 2.0
_BOLD: Final = frozenset({"semibold", "bold"})
_READ: Final = frozenset({"image/png", "image/jpeg", "image/gif", "image/bmp"})
"""Kinds of pictures that office programs read."""
NOTHING: Final = Named()
_OF_THEME: Final = {"text": "tx1", "card": "bg1", "heading": "tx2", "subheading": "tx2", "accent": "accent1"}
"""What may change with a house's colours; all others mean something."""


class Place:
    """Where a drawing lies on a slide: its origin, and slide pixels to one of its own.

    It may be stretched in width: `across` slide pixels lie side by side to one of its own, as many as `scale` where
    that is 0. Lines and letters keep to `scale`.
    """

    def __init__(self, x: float, y: float, scale: float, across: float = 0.0) -> None:
        self.x, self.y, self.scale, self.across = x, y, scale, across or scale

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """A box of the drawing as a box of the slide."""
        return Box(self.x + x * self.across, self.y + y * self.scale, width * self.across, height * self.scale)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the drawing as a point of the slide."""
        return self.x + x * self.across, self.y + y * self.scale

    def moved(self, dx: float, dy: float) -> Place:
        """The same further right and down, in pixels of the drawing."""
        return Place(self.x + dx * self.across, self.y + dy * self.scale, self.scale, self.across)


class Ground:
    """What all shapes of a slide share: the slide, its language and colours, the project's pictures, the numbers."""

    def __init__(self, slide: Slide, language: str, theme: Theme, pictures: Mapping[str, Asset]) -> None:
        self.slide = slide
        self.language = language
        self.theme = theme
        self.pictures = pictures
        self.numbers = iter(range(_FIRST_NUMBER, 1_000_000))


class Ink:
    """Adds shapes to a slide, or to a group on it; each has a number of its own."""

    def __init__(self, ground: Ground, tree: Any = None, at: int | None = None) -> None:
        self._ground = ground
        self._at = at
        """Where among the shapes the next one goes; on top of all where it is None."""
        # python-pptx has no other door for ready XML.
        self._tree: Any = ground.slide.shapes._spTree if tree is None else tree  # noqa: SLF001

    def colour(self, style: str) -> str:
        """What a style is called in the slides' own theme where that has it, else its `#rrggbb`; empty for none."""
        if style in _OF_THEME:
            return _OF_THEME[style]
        return self._ground.theme.colour(style) if style else ""

    def run(self, text: str, size: float, style: str = "text", **look: Any) -> Run:
        """A paragraph in the colour of a style."""
        return Run(text, size, self.colour(style), **look)

    def group(self, box: Box, named: Named) -> Ink:
        """Begin a group and return the ink for it."""
        return Ink(self._ground, self._add(lambda number: shapes.group(number, box, named))[1])

    def here(self) -> Ink:
        """What adds shapes above those that are there now, and beneath all that are added by others from now on."""
        return Ink(self._ground, self._tree, len(self._tree))

    def box(
        self,
        box: Box,
        runs: Sequence[Run] = (),
        named: Named = NOTHING,
        *,
        fill: str = "",
        pen: Pen = shapes.NO_PEN,
        radius: float = 0.0,
        insets: Insets = Insets(),  # noqa: B008  a tuple
        anchor: Anchor = "t",
        wrap: bool = True,
    ) -> int:
        """Add a rectangle with text; `fill` is a style. Returns its number."""

        def written(number: int) -> str:
            return shapes.text_box(
                number,
                box,
                named,
                runs,
                self._ground.language,
                fill=self.colour(fill),
                pen=pen,
                radius=radius,
                insets=insets,
                anchor=anchor,
                wrap=wrap,
            )

        return self._add(written)[0]

    def pen(self, style: str, width: float = 1.0, dash: tuple[float, ...] = (), head: shapes.Arrow = "") -> Pen:
        """An outline in the colour of a style."""
        return Pen(self.colour(style), width, dash, head)

    def connector(
        self, points: Sequence[tuple[float, float]], named: Named, pen: Pen, ends: Ends | None = None
    ) -> None:
        """Add a line of level and upright stretches, glued to the shapes at its ends."""
        self._add(lambda number: shapes.connector(number, points, named, pen, ends))

    def drawing(self, drawn: Iterable[Primitive], place: Place) -> None:
        """Add the shapes of a drawing; words for those who have a mouse are left out."""
        waiting: Rect | None = None
        for shape in drawn:
            if waiting is not None:
                if isinstance(shape, Text) and _is_label(waiting, shape):
                    self._label(waiting, shape, place)
                    waiting = None
                    continue
                self._rect(waiting, place)
            waiting = shape if isinstance(shape, Rect) and shape.height <= _LABEL else None
            if waiting is None:
                self._shape(shape, place)
        if waiting is not None:
            self._rect(waiting, place)

    def picture(self, image: Image, place: Place, named: Named = NOTHING) -> None:
        """Add one of the project's pictures, or what stands in its place where it cannot be shown."""
        asset = self._ground.pictures.get(image.sha256)
        size = size_of(asset) if asset is not None else None
        stream = _readable(asset) if asset is not None and size is not None else None
        if stream is None or size is None:
            self.drawing(missing_picture(image), place)
            return
        _part, relation = self._ground.slide.part.get_or_add_image_part(stream)
        box = place.box(image.x, image.y, image.width, image.height)
        radius = image.radius * place.scale
        self._add(lambda number: shapes.picture(number, box, named, relation, _crop(image, size), radius))

    def _shape(self, shape: Primitive, place: Place) -> None:
        match shape:
            case Rect():
                self._rect(shape, place)
            case Line():
                ends = (place.point(shape.x1, shape.y1), place.point(shape.x2, shape.y2))
                self.connector(ends, NOTHING, self._stroke(shape, place))
            case Path():
                self._path(shape, place)
            case Image():
                self.picture(shape, place)
            case Text() if shape.colour != INVITATION:
                self._words(shape, place)
            case _:
                pass

    def _rect(self, shape: Rect, place: Place) -> None:
        box = place.box(shape.x, shape.y, shape.width, shape.height)
        self.box(box, fill=shape.fill, pen=self._stroke(shape, place), radius=shape.radius * place.scale)

    def _label(self, ground: Rect, text: Text, place: Place) -> None:
        box = place.box(ground.x, ground.y, ground.width, ground.height)
        look = self.run(text.text, text.size * place.scale, text.colour, bold=text.face in _BOLD, align="ctr")
        pen, radius = self._stroke(ground, place), ground.radius * place.scale
        self.box(box, [look], fill=ground.fill, pen=pen, radius=radius, anchor="ctr", wrap=False)

    def _path(self, shape: Path, place: Place) -> None:
        if not shape.segments:
            return
        segments = [_placed(segment, place) for segment in shape.segments]
        fill, pen = self.colour(shape.fill), self._stroke(shape, place)
        self._add(lambda number: shapes.free_form(number, segments, NOTHING, fill=fill, pen=pen))

    def _words(self, text: Text, place: Place) -> None:
        if text.face == "icon":
            self._path(icon_path(text), place)
        elif text.text.strip():
            top = text.y - _BASELINE * text.size
            box = place.box(text.x, top, text.width + _SLACK, text.size * 1.2)
            look = self.run(text.text, text.size * place.scale, text.colour, bold=text.face in _BOLD)
            self.box(box, [look], wrap=False)

    def _stroke(self, shape: Rect | Line | Path, place: Place) -> Pen:
        scale = place.scale
        return self.pen(shape.stroke, shape.stroke_width * scale, tuple(length * scale for length in shape.dash))

    def _add(self, written: Callable[[int], str]) -> tuple[int, Any]:
        number = next(self._ground.numbers)
        element = parse_xml(written(number))
        if self._at is None:
            self._tree.append(element)
        else:
            self._tree.insert(self._at, element)
            self._at += 1
        return number, element


def _is_label(ground: Rect, text: Text) -> bool:
    across = ground.x - 0.5 <= text.x and text.x + text.width <= ground.x + ground.width + 0.5
    return across and ground.y < text.y <= ground.y + ground.height and text.face != "icon"


def _placed(segment: Segment, place: Place) -> Segment:
    match segment:
        case Move(x, y):
            return Move(*place.point(x, y))
        case LineTo(x, y):
            return LineTo(*place.point(x, y))
        case Cubic(x1, y1, x2, y2, x, y):
            return Cubic(*place.point(x1, y1), *place.point(x2, y2), *place.point(x, y))
        case Close():
            return segment


def _crop(image: Image, size: Size) -> tuple[float, float]:
    """Which share of a picture's left and right, and of its top and bottom, does not fit into the image's box."""
    scale = max(image.width / size.width, image.height / size.height)
    return (
        max(0.0, (1 - image.width / (size.width * scale)) / 2),
        max(0.0, (1 - image.height / (size.height * scale)) / 2),
    )


def _readable(asset: Asset) -> io.BytesIO | None:
    """The picture's file in a kind that office programs read; none where it is damaged."""
    data = content(asset)
    try:
        with Pictures.open(io.BytesIO(data)) as opened:
            opened.load()
            if asset.media_type in _READ and opened.format in ("PNG", "JPEG", "GIF", "BMP"):
                return io.BytesIO(data)
            stream = io.BytesIO()
            opened.convert("RGBA").save(stream, format="PNG")
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Pictures.DecompressionBombError):
        return None
    stream.seek(0)
    return stream
