"""Painting layout primitives onto a PDF page: few operators, repeated shapes written once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cjeditor.export import glyphs
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.views import Placed, View
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Close, Cubic, Line, LineTo, Move, Path, Primitive, Rect, Text
from cjeditor.layout.theme import Theme

_ROUND = 0.4477
"""1 − 0.5523: how far a Bézier handle stays from the corner of a quarter circle, as a share of the radius."""
_WORTH_A_FORM = 3
_LONGEST_FORM = 12
"""A path of more segments is a curve of its own and does not repeat."""


class PdfPainter:
    """Paints views onto the writer's current page and counts the characters that no font could draw."""

    def __init__(self, writer: PdfWriter, theme: Theme) -> None:
        self.lost: Counter[str] = Counter()
        self._writer = writer
        self._theme = theme
        self._rgb: dict[str, str] = {}
        self._forms: dict[object, str] = {}

    def paint(self, view: View, page_height: float) -> None:
        """Paint a view; y runs downwards in it, as it does in layout."""
        for repeated in self._repeated(view.placed):
            self._make_form(repeated)
        ops = _Operators()
        s = view.scale
        ops.add(f"q {_n(s, 4)} 0 0 {_n(-s, 4)} {_n(view.x)} {_n(page_height - view.y)} cm")
        if view.clip is not None:
            clip = view.clip
            ops.add(f"{_n(clip.x)} {_n(clip.y)} {_n(clip.width)} {_n(clip.height)} re W n")
        for x, y, shapes in view.placed:
            for shape in shapes:
                self._shape(ops, shape, x, y)
        ops.end_text()
        ops.add("Q")
        self._writer.addLiteral("\n".join(ops.lines))

    def _shape(self, ops: _Operators, shape: Primitive, dx: float, dy: float) -> None:
        match shape:
            case Text():
                self._text(ops, shape, dx, dy)
            case Rect():
                ops.end_text()
                form = self._forms.get(_outline(shape)) if shape.radius else None
                if form is not None:
                    self._use_form(ops, form, shape.x + dx, shape.y + dy)
                else:
                    self._styled(ops, _rectangle(shape, shape.x + dx, shape.y + dy), shape)
            case Line():
                ops.end_text()
                line = f"{_n(shape.x1 + dx)} {_n(shape.y1 + dy)} m {_n(shape.x2 + dx)} {_n(shape.y2 + dy)} l"
                self._styled(ops, line, Rect(0, 0, 0, 0, "", shape.stroke, shape.stroke_width, 0, shape.dash))
            case Path():
                ops.end_text()
                form = self._forms.get(_outline(shape)) if len(shape.segments) <= _LONGEST_FORM else None
                start = _start(shape)
                if form is not None:
                    self._use_form(ops, form, start.x + dx, start.y + dy)
                else:
                    self._styled(ops, _segments(shape, dx, dy), shape)

    def _styled(self, ops: _Operators, outline: str, style: Rect | Path) -> None:
        """Fill, stroke, or both."""
        if not style.fill and not style.stroke:
            return
        if style.fill:
            ops.fill(self._colour(style.fill))
        dash: tuple[float, ...] = ()
        if style.stroke:
            dash = style.dash if isinstance(style, Rect) else ()
            ops.stroke(self._colour(style.stroke), style.stroke_width, dash)
        ops.add(f"{outline} {'B' if style.fill and style.stroke else 'f' if style.fill else 'S'}")

    def _text(self, ops: _Operators, text: Text, dx: float, dy: float) -> None:
        if not text.text:
            return
        ops.begin_text()
        ops.fill(self._colour(text.colour))
        ops.move_text(text.x + dx, text.y + dy)
        pieces = glyphs.runs(text.text, text.face)
        squeezed = False
        if any(piece.stands_for for piece in pieces):
            self.lost.update(glyphs.missing(text.text, text.face))
            natural = sum(text_width(piece.text, piece.face, text.size) for piece in pieces)
            if natural > text.width * 1.005:
                squeezed = True
                ops.add(f"{_n(100 * text.width / natural)} Tz")
        for face, shown, stands_for in pieces:
            # Copying and searching finds what was typed: an icon is no letter, a stand-in not the text.
            marked = bool(stands_for) or face == "icon"
            if marked:
                ops.add(f"/Span<</ActualText<FEFF{stands_for.encode('utf-16-be').hex().upper()}>>>BDC")
            for font, string in self._writer.strings(face, shown):
                ops.font(font, text.size)
                ops.add(f"{string} Tj")
            if marked:
                ops.add("EMC")
        if squeezed:
            ops.add("100 Tz")

    def _colour(self, style: str) -> str:
        """The operands of a style's colour: three numbers from 0 to 1."""
        found = self._rgb.get(style)
        if found is None:
            colour = self._theme.colour(style)
            found = " ".join(_n(int(colour[i : i + 2], 16) / 255, 3) for i in (1, 3, 5))
            self._rgb[style] = found
        return found

    def _repeated(self, placed: Iterable[Placed]) -> list[Rect | Path]:
        """One of each shape that is worth being written once and used often."""
        counts: Counter[object] = Counter()
        samples: dict[object, Rect | Path] = {}
        for group in placed:
            for shape in group.shapes:
                if (isinstance(shape, Rect) and shape.radius) or (
                    isinstance(shape, Path) and len(shape.segments) <= _LONGEST_FORM
                ):
                    outline = _outline(shape)
                    counts[outline] += 1
                    samples[outline] = shape
        return [
            samples[outline]
            for outline, count in counts.items()
            if count >= _WORTH_A_FORM and outline not in self._forms
        ]

    def _make_form(self, shape: Rect | Path) -> None:
        name = f"s{len(self._forms)}"
        self._forms[_outline(shape)] = name
        ops = _Operators()
        edge = shape.stroke_width if shape.stroke else 0.0
        if isinstance(shape, Rect):
            self._styled(ops, _rectangle(shape, 0.0, 0.0), shape)
            box = (-edge, -edge, shape.width + edge, shape.height + edge)
        else:
            start = _start(shape)
            self._styled(ops, _segments(shape, -start.x, -start.y), shape)
            xs, ys = zip(*_points(shape, -start.x, -start.y), strict=True)
            box = (min(xs) - edge, min(ys) - edge, max(xs) + edge, max(ys) + edge)
        self._writer.beginForm(name, *box)  # type: ignore[arg-type]  # any numbers will do
        self._writer.addLiteral("\n".join(ops.lines))
        self._writer.endForm()

    def _use_form(self, ops: _Operators, name: str, x: float, y: float) -> None:
        ops.add(f"q 1 0 0 1 {_n(x)} {_n(y)} cm {self._writer.form_operand(name)} Do Q")


class _Operators:
    """A list of PDF operators that leaves out what is already set."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.add = self.lines.append
        self._fill = ""
        self._stroke: object = None
        self._font: tuple[str, float] | None = None
        self._in_text = False
        self._text_x = 0.0
        self._text_y = 0.0

    def fill(self, colour: str) -> None:
        if colour != self._fill:
            self._fill = colour
            self.add(f"{colour} rg")

    def stroke(self, colour: str, width: float, dash: tuple[float, ...]) -> None:
        if (colour, width, dash) != self._stroke:
            self._stroke = (colour, width, dash)
            self.add(f"{colour} RG {_n(width)} w [{' '.join(map(_n, dash))}] 0 d")

    def begin_text(self) -> None:
        if not self._in_text:
            self._in_text = True
            self.add("BT 1 0 0 -1 0 0 Tm")
            self._text_x = self._text_y = 0.0

    def end_text(self) -> None:
        if self._in_text:
            self._in_text = False
            self.add("ET")

    def move_text(self, x: float, y: float) -> None:
        """Go to a place relative to the last one: lines of one paragraph then look alike and compress well."""
        x, y = round(x, 2), round(y, 2)
        self.add(f"{_n(x - self._text_x)} {_n(self._text_y - y)} Td")
        self._text_x, self._text_y = x, y

    def font(self, name: str, size: float) -> None:
        if (name, size) != self._font:
            self._font = (name, size)
            self.add(f"{name} {_n(size)} Tf")


def _n(number: float, digits: int = 2) -> str:
    """A number as PDF wants it: no exponent, no digits that nobody sees."""
    return f"{round(number, digits) + 0.0:.10g}"


def _outline(shape: Rect | Path) -> object:
    """What two shapes have in common that differ in their place only."""
    if isinstance(shape, Rect):
        return (
            round(shape.width, 2),
            round(shape.height, 2),
            shape.fill,
            shape.stroke,
            shape.stroke_width,
            shape.radius,
            shape.dash,
        )
    start = _start(shape)
    points = tuple((round(x, 2), round(y, 2)) for x, y in _points(shape, -start.x, -start.y))
    kinds = "".join(type(segment).__name__[0:2] for segment in shape.segments)
    return (points, kinds, shape.fill, shape.stroke, shape.stroke_width)


def _rectangle(rect: Rect, x: float, y: float) -> str:
    w, h = rect.width, rect.height
    r = min(rect.radius, w / 2, h / 2)
    if r <= 0:
        return f"{_n(x)} {_n(y)} {_n(w)} {_n(h)} re"
    k = r * _ROUND
    left, top, right, bottom = _n(x), _n(y), _n(x + w), _n(y + h)
    parts = [f"{_n(x + r)} {top} m {_n(x + w - r)} {top} l"]
    parts.append(f"{_n(x + w - k)} {top} {right} {_n(y + k)} {right} {_n(y + r)} c {right} {_n(y + h - r)} l")
    parts.append(f"{right} {_n(y + h - k)} {_n(x + w - k)} {bottom} {_n(x + w - r)} {bottom} c {_n(x + r)} {bottom} l")
    parts.append(f"{_n(x + k)} {bottom} {left} {_n(y + h - k)} {left} {_n(y + h - r)} c {left} {_n(y + r)} l")
    parts.append(f"{left} {_n(y + k)} {_n(x + k)} {top} {_n(x + r)} {top} c h")
    return " ".join(parts)


def _segments(path: Path, dx: float, dy: float) -> str:
    parts = []
    for segment in path.segments:
        match segment:
            case Move(x, y):
                parts.append(f"{_n(x + dx)} {_n(y + dy)} m")
            case LineTo(x, y):
                parts.append(f"{_n(x + dx)} {_n(y + dy)} l")
            case Cubic(x1, y1, x2, y2, x, y):
                numbers = (x1 + dx, y1 + dy, x2 + dx, y2 + dy, x + dx, y + dy)
                parts.append(" ".join(map(_n, numbers)) + " c")
            case Close():
                parts.append("h")
    return " ".join(parts)


def _points(path: Path, dx: float, dy: float) -> list[tuple[float, float]]:
    """All points and handles of a path."""
    found = []
    for segment in path.segments:
        match segment:
            case Cubic(x1, y1, x2, y2, x, y):
                found += [(x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x + dx, y + dy)]
            case Move(x, y) | LineTo(x, y):
                found.append((x + dx, y + dy))
            case Close():
                pass
    return found


def _start(path: Path) -> Move:
    """A path's first point; a path begins with a move."""
    first = path.segments[0] if path.segments else Move(0.0, 0.0)
    return first if isinstance(first, Move) else Move(0.0, 0.0)
