"""The XML of native shapes: boxes with text, free forms, lines, connectors, pictures and groups.

Lengths are slide pixels, 96 to an inch. What is here knows how a shape is written, and nothing of maps.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from cjeditor.export.plain_text import clean, one_line
from cjeditor.layout.direction import leads_left
from cjeditor.layout.primitives import Close, Cubic, LineTo, Move, Segment

EMU: Final = 9_525
"""English metric units to a pixel."""
_POINT: Final = 0.75
"""Points to a pixel."""
_NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_LONGEST_ABOUT: Final = 2_000
_LONGEST_NAME: Final = 100
_SMALLEST, _LARGEST = 1.0, 400.0
"""Sizes of letters in points that the format allows."""

Anchor = Literal["t", "ctr", "b"]
Align = Literal["l", "ctr", "r"]
Arrow = Literal["", "arrow", "triangle"]


class Box(NamedTuple):
    """A place on a slide."""

    x: float
    y: float
    width: float
    height: float


class Insets(NamedTuple):
    """How far a text stays from the edges of its box."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


class Run(NamedTuple):
    """A paragraph of one look.

    `size` and `line`, the distance of lines, are pixels; `colour` is `#rrggbb` or the name of one of the theme's.
    """

    text: str
    size: float
    colour: str
    bold: bool = False
    line: float = 0.0
    """1.2 times the size where it is 0."""
    before: float = 0.0
    align: Align = "l"
    lead: str = ""
    """What stands before the text in bold."""
    href: str = ""
    """The relation of the slide's that leads elsewhere; empty for plain text."""


class Pen(NamedTuple):
    """How an outline is drawn. `colour` is as of a run, empty for none; `dash` is a pair of on and off lengths."""

    colour: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()
    head: Arrow = ""


NO_PEN: Final = Pen()


class Named(NamedTuple):
    """A shape's name in lists of shapes, and what those hear who cannot see it; empty where it only decorates."""

    name: str = ""
    about: str = ""


def text_box(
    number: int,
    box: Box,
    named: Named,
    runs: Sequence[Run],
    language: str,
    *,
    fill: str = "",
    pen: Pen = NO_PEN,
    radius: float = 0.0,
    insets: Insets = Insets(),  # noqa: B008  a tuple
    anchor: Anchor = "t",
    wrap: bool = True,
) -> str:
    """A rectangle, with round corners where it has a radius, and its text."""
    kind = ' txBox="1"' if runs and not fill and not pen.colour else ""
    text = _text(runs, language, insets, anchor, wrap=wrap) if runs else ""
    return (
        f"<p:sp {_NAMESPACES}><p:nvSpPr>{_about(number, named, 'Box', spoken=bool(runs))}<p:cNvSpPr{kind}/><p:nvPr/>"
        f"</p:nvSpPr><p:spPr>{_place(box)}{_rectangle(box, radius)}{_fill(fill)}{_line(pen)}</p:spPr>{text}</p:sp>"
    )


def free_form(number: int, segments: Sequence[Segment], named: Named, *, fill: str = "", pen: Pen = NO_PEN) -> str:
    """A free shape; nothing where it has no extent at all."""
    xs, ys = _coordinates(segments)
    box = Box(min(xs), min(ys), max(max(xs) - min(xs), 0.01), max(max(ys) - min(ys), 0.01))
    size = f'w="{_emu(box.width)}" h="{_emu(box.height)}"'
    unfilled = "" if fill else ' fill="none"'
    drawn = "".join(_segment(segment, box) for segment in segments)
    geometry = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst><a:path {size}{unfilled}>{drawn}</a:path></a:pathLst></a:custGeom>"
    )
    return (
        f"<p:sp {_NAMESPACES}><p:nvSpPr>{_about(number, named, 'Form')}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{_place(box)}{geometry}{_fill(fill)}{_line(pen)}</p:spPr></p:sp>"
    )


def line(number: int, x1: float, y1: float, x2: float, y2: float, named: Named, pen: Pen) -> str:
    """A straight line."""
    return connector(number, ((x1, y1), (x2, y2)), named, pen)


class Ends(NamedTuple):
    """The numbers of the shapes that a connector is glued to, and the sides of them: 1 is left, 3 is right."""

    source: int
    source_side: int
    target: int
    target_side: int


def connector(
    number: int, points: Sequence[tuple[float, float]], named: Named, pen: Pen, ends: Ends | None = None
) -> str:
    """A line of two, four or six corners, level first, that follows the shapes it is glued to when they are moved."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    width, height = abs(x2 - x1), abs(y2 - y1)
    preset, adjust = "line", ""
    if len(points) > 2:
        # How far the bends lie is told in shares of the box: it needs an extent.
        width, height = max(width, 1.0), max(height, 1.0)
        preset = f"bentConnector{len(points) - 1}"
        adjust = _bends(points, width, height)
    flips = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
    glue = ""
    if ends is not None:
        glue = (
            f'<a:stCxn id="{ends.source}" idx="{ends.source_side}"/><a:endCxn id="{ends.target}" '
            f'idx="{ends.target_side}"/>'
        )
    box = Box(min(x1, x2), min(y1, y2), width, height)
    return (
        f"<p:cxnSp {_NAMESPACES}><p:nvCxnSpPr>{_about(number, named, 'Line')}<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr>"
        f'<p:nvPr/></p:nvCxnSpPr><p:spPr>{_place(box, flips)}<a:prstGeom prst="{preset}"><a:avLst>{adjust}</a:avLst>'
        "</a:prstGeom>"
        f"{_line(pen)}</p:spPr></p:cxnSp>"
    )


def picture(number: int, box: Box, named: Named, relation: str, crop: tuple[float, float], radius: float) -> str:
    """A picture in its box; `crop` is the share cut off at the left and right, and at the top and bottom."""
    across, down = (round(share * 100_000) for share in crop)
    cropped = f'<a:srcRect l="{across}" t="{down}" r="{across}" b="{down}"/>'
    about = _about(number, named, "Picture")
    return (
        f'<p:pic {_NAMESPACES}><p:nvPicPr>{about}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/>{cropped}<a:stretch><a:fillRect/></a:stretch>'
        f"</p:blipFill><p:spPr>{_place(box)}{_rectangle(box, radius)}</p:spPr></p:pic>"
    )


def group(number: int, box: Box, named: Named) -> str:
    """A group without its shapes, whose places are counted from the slide's corner as elsewhere."""
    off = f'x="{_emu(box.x)}" y="{_emu(box.y)}"'
    ext = f'cx="{_emu(box.width)}" cy="{_emu(box.height)}"'
    return (
        f"<p:grpSp {_NAMESPACES}><p:nvGrpSpPr>{_about(number, named, 'Group', spoken=True)}<p:cNvGrpSpPr/><p:nvPr/>"
        f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off {off}/><a:ext {ext}/><a:chOff {off}/><a:chExt {ext}/></a:xfrm>"
        "</p:grpSpPr></p:grpSp>"
    )


def paragraphs(runs: Sequence[Run], language: str) -> str:
    """Paragraphs for the text body of a shape or a cell; a line feed within a text is a break within its paragraph."""
    return "".join(_paragraph(run, language) for run in runs) or "<a:p/>"


def _about(number: int, named: Named, kind: str, *, spoken: bool = False) -> str:
    name = one_line(named.name)[:_LONGEST_NAME] or f"{kind} {number}"
    about = one_line(named.about[: 2 * _LONGEST_ABOUT])[:_LONGEST_ABOUT]
    described = f" descr={quoteattr(about)}" if about else ""
    silent = "" if about or spoken else _DECORATIVE
    return f'<p:cNvPr id="{number}" name={quoteattr(name)}{described}>{silent}</p:cNvPr>'


def _place(box: Box, flips: str = "") -> str:
    return (
        f'<a:xfrm{flips}><a:off x="{_emu(box.x)}" y="{_emu(box.y)}"/>'
        f'<a:ext cx="{_emu(box.width)}" cy="{_emu(box.height)}"/></a:xfrm>'
    )


def _rectangle(box: Box, radius: float) -> str:
    shorter = min(box.width, box.height)
    if radius <= 0 or shorter <= 0:
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    if radius >= shorter / 2 and abs(box.width - box.height) < 0.01:
        return '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
    share = min(50_000, round(radius / shorter * 100_000))
    return f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst></a:prstGeom>'


def _fill(colour: str) -> str:
    return _solid(colour) if colour else "<a:noFill/>"


def _solid(colour: str) -> str:
    """`#rrggbb`, or the name of one of the theme's."""
    if not colour.startswith("#"):
        return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
    return f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#").upper()}"/></a:solidFill>'


def _line(pen: Pen) -> str:
    if not pen.colour:
        return "<a:ln><a:noFill/></a:ln>"
    dash = ""
    if pen.dash and pen.width > 0:
        on, off = (round(length / pen.width * 100_000) for length in (pen.dash[0], pen.dash[-1]))
        dash = f'<a:custDash><a:ds d="{on}" sp="{off}"/></a:custDash>'
    head = f'<a:tailEnd type="{pen.head}" w="sm" len="sm"/>' if pen.head else ""
    return f'<a:ln w="{_emu(pen.width)}">{_solid(pen.colour)}{dash}<a:round/>{head}</a:ln>'


def _bends(points: Sequence[tuple[float, float]], width: float, height: float) -> str:
    """Where the inner stretches lie: upright ones as a share of the width, level ones of the height."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    right, down = (1 if x2 >= x1 else -1), (1 if y2 >= y1 else -1)
    found = []
    for i in range(1, len(points) - 2):
        upright = i % 2 == 1
        share = (points[i][0] - x1) * right / width if upright else (points[i][1] - y1) * down / height
        found.append(f'<a:gd name="adj{i}" fmla="val {round(share * 100_000)}"/>')
    return "".join(found)


def _coordinates(segments: Sequence[Segment]) -> tuple[list[float], list[float]]:
    xs: list[float] = []
    ys: list[float] = []
    for segment in segments:
        if isinstance(segment, Close):
            continue
        xs.append(segment.x)
        ys.append(segment.y)
        if isinstance(segment, Cubic):
            xs += (segment.x1, segment.x2)
            ys += (segment.y1, segment.y2)
    return xs or [0.0], ys or [0.0]


def _segment(segment: Segment, box: Box) -> str:
    def at(x: float, y: float) -> str:
        return f'<a:pt x="{_emu(x - box.x)}" y="{_emu(y - box.y)}"/>'

    match segment:
        case Move(x, y):
            return f"<a:moveTo>{at(x, y)}</a:moveTo>"
        case LineTo(x, y):
            return f"<a:lnTo>{at(x, y)}</a:lnTo>"
        case Cubic(x1, y1, x2, y2, x, y):
            return f"<a:cubicBezTo>{at(x1, y1)}{at(x2, y2)}{at(x, y)}</a:cubicBezTo>"
        case Close():
            return "<a:close/>"


def _text(runs: Sequence[Run], language: str, insets: Insets, anchor: Anchor, *, wrap: bool) -> str:
    around = " ".join(
        f'{name}="{_emu(inset)}"' for name, inset in zip(("lIns", "tIns", "rIns", "bIns"), insets, strict=True)
    )
    wrapped = "square" if wrap else "none"
    return (
        f'<p:txBody><a:bodyPr wrap="{wrapped}" {around} rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{paragraphs(runs, language)}</p:txBody>"
    )


def _paragraph(run: Run, language: str) -> str:
    text = clean(run.text)
    turned = ' rtl="1"' if leads_left(text) else ""
    # Right and left are sides of the reading direction.
    align = {"l": "r", "r": "l", "ctr": "ctr"}[run.align] if turned else run.align
    height = round((run.line or run.size * 1.2) * _POINT * 100)
    before = f'<a:spcBef><a:spcPts val="{round(run.before * _POINT * 100)}"/></a:spcBef>'
    properties = (
        f'<a:pPr marL="0" indent="0" algn="{align}"{turned}><a:lnSpc><a:spcPts val="{height}"/></a:lnSpc>'
        f'{before}<a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/></a:pPr>'
    )
    looks = _look(run, language, bold=run.bold)
    parts = [f"<a:r>{_look(run, language, bold=True)}<a:t>{escape(clean(run.lead))}</a:t></a:r>"] if run.lead else []
    for i, said in enumerate(text.split("\n")):
        if i:
            parts.append(f"<a:br>{looks}</a:br>")
        if said:
            parts.append(f"<a:r>{looks}<a:t>{escape(said)}</a:t></a:r>")
    return f"<a:p>{properties}{''.join(parts)}</a:p>"


def _look(run: Run, language: str, *, bold: bool) -> str:
    points = round(min(_LARGEST, max(_SMALLEST, run.size * _POINT)) * 100)
    link = f'<a:hlinkClick r:id="{run.href}"/>' if run.href else ""
    return f'<a:rPr lang="{language}" sz="{points}" b="{int(bold)}" dirty="0">{_solid(run.colour)}{link}</a:rPr>'


def _emu(pixels: float) -> int:
    return round(pixels * EMU)
