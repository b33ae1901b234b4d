"""A picture as SVG: real text in our font, icons as outlines, nothing that reaches outside of the file."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Protocol
from xml.sax.saxutils import escape

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from cjeditor import resources
from cjeditor.export.plain_text import clean
from cjeditor.export.views import View
from cjeditor.export.web_fonts import FILES, font_faces
from cjeditor.layout.draw_picture import missing_picture
from cjeditor.layout.primitives import Close, Cubic, Face, Image, Line, LineTo, Move, Path, Primitive, Rect, Text
from cjeditor.layout.theme import PAPER, Theme
from cjeditor.model.pictures import Size, size_of
from cjeditor.model.project import Asset

_FAMILY = "Lato, Carlito, 'Segoe UI', Arial, sans-serif"
"""Programs other than browsers do not look at the fonts in the file; Carlito is drawn after Lato."""
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_TEXT_RULES = "font-kerning:none;font-variant-ligatures:none;white-space:pre"
"""As the layout measured: sums of advances."""
_UNIT = 1000
"""Icons are drawn in a square of this many units and scaled where they are used."""


class Colours(Protocol):
    """Knows the colours behind style names."""

    def colour(self, style: str) -> str:
        """What stands for a style in the file."""


class Drawn(Protocol):
    """What can be written as SVG."""

    @property
    def width(self) -> float:
        """In pixels."""

    @property
    def height(self) -> float:
        """In pixels."""

    @property
    def views(self) -> tuple[View, ...]:
        """What is on it, one above the other."""

    @property
    def pictures(self) -> Mapping[str, Asset]:
        """The project's pictures by their sum."""

    @property
    def title(self) -> str:
        """Its name."""

    @property
    def description(self) -> str:
        """What it is about, and what it shows."""

    @property
    def language(self) -> str:
        """Of its texts, as `de`; empty where it is not known."""


def svg_of(picture: Drawn, theme: Theme = PAPER) -> str:
    """The picture as an SVG document.

    Texts are as wide as the layout measured them whatever font a viewer takes; characters that our fonts lack are left
    to the viewer's. The fonts travel along as subsets.
    """
    views, sizes = shown(picture.views, picture.pictures)
    used: dict[Face, set[str]] = {}
    for text in _texts(views):
        used.setdefault(text.face, set()).update(text.text)
    width, height = _n(picture.width), _n(picture.height)
    spoken = f' lang="{picture.language}" xml:lang="{picture.language}"' if picture.language else ""
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="{_SVG}" xmlns:xlink="{_XLINK}" version="1.1" role="img" font-family="{_FAMILY}"',
        f'aria-labelledby="title" aria-describedby="desc"{spoken}',
        'stroke-linejoin="round"',
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">',
        f'<title id="title">{_safe(picture.title)}</title>',
        f'<desc id="desc">{_safe(picture.description)}</desc>',
        f"<style>{font_faces(used)}text{{{_TEXT_RULES}}}</style>",
        f"<defs>{clips(views)}{definitions(views, picture.pictures, sizes)}</defs>",
    ]
    parts.extend(views_as_svg(views, theme))
    parts.append("</svg>\n")
    return "\n".join(part for part in parts if part)


def views_as_svg(views: Iterable[View], theme: Colours, name: str = "clip") -> Iterator[str]:
    """The views as elements; `name` begins the ids of their `clips`, which have to be in the same file."""
    for number, view in enumerate(views):
        clip = f' clip-path="url(#{name}{number})"' if view.clip is not None else ""
        scale = f" scale({_n(view.scale, 5)})" if view.scale != 1.0 else ""
        yield f'<g transform="translate({_n(view.x)} {_n(view.y)}){scale}"{clip}>'
        for x, y, shapes in view.placed:
            moved = bool(x or y)
            if moved:
                yield f'<g transform="translate({_n(x)} {_n(y)})">'
            yield from (shape_as_svg(shape, theme) for shape in shapes)
            if moved:
                yield "</g>"
        yield "</g>"


def definitions(views: Iterable[View], pictures: Mapping[str, Asset], sizes: Mapping[str, Size]) -> str:
    """What the shapes of views refer to: outlines of icons, pictures, and the round boxes that these are cut to."""
    kept = list(views)
    icons = {character for text in _texts(kept) if text.face == "icon" for character in text.text}
    return f"{_icons(icons)}{_symbols(pictures, sizes)}{_round_clips(kept)}"


def shown(every: tuple[View, ...], pictures: Mapping[str, Asset]) -> tuple[tuple[View, ...], Mapping[str, Size]]:
    """The views with something else for pictures that cannot be shown, and the sizes of the others by their sum."""
    wanted = {shape.sha256 for shape in _shapes(every) if isinstance(shape, Image)}
    found = {one: size_of(pictures[one]) for one in sorted(wanted & pictures.keys())}
    sizes = {one: size for one, size in found.items() if size is not None}
    if len(sizes) == len(wanted):
        return every, sizes
    views = []
    for view in every:
        placed = [one._replace(shapes=_with_stand_ins(one.shapes, sizes)) for one in view.placed]
        views.append(view._replace(placed=placed))
    return tuple(views), sizes


def _with_stand_ins(shapes: Iterable[Primitive], sizes: Mapping[str, Size]) -> list[Primitive]:
    result: list[Primitive] = []
    for shape in shapes:
        lost = isinstance(shape, Image) and shape.sha256 not in sizes
        result.extend(missing_picture(shape) if lost and isinstance(shape, Image) else (shape,))
    return result


def _texts(views: Iterable[View]) -> Iterator[Text]:
    return (shape for shape in _shapes(views) if isinstance(shape, Text))


def _shapes(views: Iterable[View]) -> Iterator[Primitive]:
    for view in views:
        for placed in view.placed:
            yield from placed.shapes


def shape_as_svg(shape: Primitive, theme: Colours) -> str:
    """A shape as an element; icons and pictures refer to `definitions`, which have to be in the same file."""
    match shape:
        case Rect():
            at = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
            radius = f' rx="{_n(shape.radius)}"' if shape.radius else ""
            return f"<rect {at}{radius}{_paint(shape, theme)}/>"
        case Line():
            at = f'x1="{_n(shape.x1)}" y1="{_n(shape.y1)}" x2="{_n(shape.x2)}" y2="{_n(shape.y2)}"'
            return f"<line {at}{_paint(shape, theme)}/>"
        case Path():
            return f'<path d="{_segments(shape)}"{_paint(shape, theme)}/>'
        case Text():
            return _text(shape, theme)
        case Image():
            return _image(shape)


def _image(image: Image) -> str:
    """A use of the picture, of which the symbol shows the middle."""
    box = f'width="{_n(image.width)}" height="{_n(image.height)}"'
    used = f'<use xlink:href="#{_symbol_id(image.sha256)}" {box}/>'
    clip = f' clip-path="url(#{_round_id(image)})"' if image.radius else ""
    return f'<g transform="translate({_n(image.x)} {_n(image.y)})"{clip}>{used}</g>'


def _symbols(pictures: Mapping[str, Asset], sizes: Mapping[str, Size]) -> str:
    """Each picture once, as data within the file."""
    return "".join(
        f'<symbol id="{_symbol_id(one)}" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice">'
        f'<image width="{width}" height="{height}" preserveAspectRatio="none" '
        f'xlink:href="data:{pictures[one].media_type};base64,{pictures[one].data}"/></symbol>'
        for one, (width, height) in sizes.items()
    )


def _round_clips(views: Iterable[View]) -> str:
    """The round boxes that pictures are cut to, each size once."""
    boxes = {_round_id(shape): shape for shape in _shapes(views) if isinstance(shape, Image) and shape.radius}
    return "".join(
        f'<clipPath id="{name}"><rect width="{_n(one.width)}" height="{_n(one.height)}" rx="{_n(one.radius)}"/>'
        "</clipPath>"
        for name, one in boxes.items()
    )


def _symbol_id(sha256: str) -> str:
    return f"p{sha256[:16]}"


def _round_id(image: Image) -> str:
    return f"r{_n(image.width)}-{_n(image.height)}-{_n(image.radius)}"


def _text(text: Text, theme: Colours) -> str:
    colour = theme.colour(text.colour)
    if text.face == "icon":
        # The character's box has its baseline at the bottom of the square.
        size = _n(text.size / _UNIT, 5)
        place = f"translate({_n(text.x)} {_n(text.y)}) scale({size} -{size})"
        return "".join(f'<use xlink:href="#i{ord(one):x}" transform="{place}" fill="{colour}"/>' for one in text.text)
    if not text.text.strip():
        return ""
    _, weight = FILES[text.face]
    return (
        f'<text x="{_n(text.x)}" y="{_n(text.y)}" font-size="{_n(text.size)}" font-weight="{weight}" fill="{colour}" '
        f'textLength="{_n(text.width)}" lengthAdjust="spacingAndGlyphs">{_safe(text.text)}</text>'
    )


def _paint(shape: Rect | Line | Path, theme: Colours) -> str:
    fill = "" if isinstance(shape, Line) else shape.fill
    found = f' fill="{theme.colour(fill)}"' if fill else ' fill="none"'
    if shape.stroke:
        found += f' stroke="{theme.colour(shape.stroke)}" stroke-width="{_n(shape.stroke_width)}"'
    return found + (f' stroke-dasharray="{" ".join(map(_n, shape.dash))}"' if shape.dash else "")


def _segments(path: Path) -> str:
    parts = []
    for segment in path.segments:
        match segment:
            case Move(x, y):
                parts.append(f"M{_n(x)} {_n(y)}")
            case LineTo(x, y):
                parts.append(f"L{_n(x)} {_n(y)}")
            case Cubic(x1, y1, x2, y2, x, y):
                parts.append(f"C{_n(x1)} {_n(y1)} {_n(x2)} {_n(y2)} {_n(x)} {_n(y)}")
            case Close():
                parts.append("Z")
    return "".join(parts)


def clips(views: Iterable[View], name: str = "clip") -> str:
    """The boxes that views are cut to, with ids of their own."""
    return "".join(
        f'<clipPath id="{name}{number}"><rect x="{_n(view.clip.x)}" y="{_n(view.clip.y)}" '
        f'width="{_n(view.clip.width)}" height="{_n(view.clip.height)}"/></clipPath>'
        for number, view in enumerate(views)
        if view.clip is not None
    )


def _icons(characters: set[str]) -> str:
    return "".join(f'<path id="i{ord(one):x}" d="{_outline(one)}"/>' for one in sorted(characters))


@cache
def _outline(character: str) -> str:
    """An icon's outline, y upwards, as path data; empty for one that the font lacks."""
    font = _icon_font()
    name = font.getBestCmap().get(ord(character))
    if name is None:
        return ""
    glyphs = font.getGlyphSet()
    pen = SVGPathPen(glyphs, ntos=_n)
    scale = _UNIT / font["head"].unitsPerEm
    glyphs[name].draw(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
    return str(pen.getCommands())


@cache
def _icon_font() -> TTFont:
    """The icon font, read from memory: it stays open."""
    return TTFont(io.BytesIO(resources.icon_font_file().read_bytes()), lazy=True)


def _safe(text: str) -> str:
    """A text as XML and pages may have it: markup escaped, and no turn of direction left open."""
    return escape(clean(text))


def _n(number: float, digits: int = 2) -> str:
    return f"{round(number, digits) + 0.0:.10g}"
