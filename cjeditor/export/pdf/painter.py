"""Painting layout primitives onto a PDF page: few operators, repeated shapes written once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from cjeditor.export import glyphs
from cjeditor.export.pdf.operators import Operators, number, points, rectangle, segments
from cjeditor.export.pdf.structure import Element
from cjeditor.export.pdf.writer import PdfWriter
from cjeditor.export.views import Placed, View
from cjeditor.layout.direction import leads_left
from cjeditor.layout.draw_picture import covering, missing_picture
from cjeditor.layout.primitives import Image, Line, Move, Path, Primitive, Rect, Text
from cjeditor.layout.tags import Tag
from cjeditor.layout.theme import Theme
from cjeditor.model.pictures import size_of
from cjeditor.model.project import Asset

_WORTH_A_FORM = 24
"""A form costs 300 bytes for its dictionary; below this many uses the repeated outline compresses to less."""
_LONGEST_FORM = 12
"""A path of more segments is a curve of its own and does not repeat."""
_ABOVE, _BELOW = 0.95, 0.25
"""From a baseline to the edges of what can be clicked, as shares of the size."""


class PdfPainter:
    """Paints views onto the writer's current page and counts the characters that no font could draw.

    `undrawn` are the sums of pictures that could not be read.

    Frames, marks and icons that occur several times become form XObjects: written once, then only placed. `pictures`
    are the project's, by their sum.
    """

    def __init__(self, writer: PdfWriter, theme: Theme, pictures: Mapping[str, Asset]) -> None:
        self.lost: Counter[str] = Counter()
        self.undrawn: set[str] = set()
        self._writer = writer
        self._theme = theme
        self._pictures = pictures
        self._operands: dict[str, str] = {}
        self._forms: dict[object, str] = {}

    def paint(self, view: View, page_height: float) -> None:
        """Paint a view; y runs downwards in it, as it does in layout."""
        for repeated in self._repeated(view.placed):
            self._make_form(repeated)
        ops = Operators()
        structure = self._writer.structure
        if view.tag is not None:
            ops.begin_mark(structure.opening(structure.element(view.tag)))
        s = view.scale
        # Lines have round joins: a curve with narrow bends would else grow thorns.
        ops.add(f"q 1 j {number(s, 4)} 0 0 {number(-s, 4)} {number(view.x)} {number(page_height - view.y)} cm")
        if view.clip is not None:
            ops.add(f"{' '.join(map(number, view.clip))} re W n")
        for group in view.placed:
            ops.push(group.x, group.y)
            if view.tag is not None:
                for shape in group.shapes:
                    self._shape(ops, shape)
            else:
                self._read(ops, view, group, page_height)
            ops.pop()
        ops.add("Q")
        if view.tag is not None:
            ops.end_mark()
        self._writer.addLiteral("\n".join(ops.lines))

    def _read(self, ops: Operators, view: View, group: Placed, page_height: float) -> None:
        """Paint shapes and mark what each is: text that says nothing of itself is a paragraph, the rest decoration."""
        structure = self._writer.structure
        going_on = _going_on(group.shapes)
        marked: tuple[Element | None, bool] | None = None
        for i, shape in enumerate(group.shapes):
            tag = shape.tag
            worded = isinstance(shape, Text) and shape.face != "icon" and (tag is None or tag.role != "Figure")
            unsaid = structure.paragraph() if tag is None and worded else None
            element = structure.element(tag) if tag is not None else unsaid
            only_text = worded and element is not None
            if marked is None or marked[0] is not element or marked[1] != only_text:
                if marked is not None:
                    ops.end_mark()
                ops.begin_mark(structure.opening(element), only_text=only_text)
                marked = (element, only_text)
            self._shape(ops, shape)
            if i in going_on and isinstance(shape, Text):
                self._word_end(ops, shape)
            if tag is not None and tag.leads and isinstance(shape, Text):
                self._link(tag, shape, view, group, page_height)
        if marked is not None:
            ops.end_mark()

    def _word_end(self, ops: Operators, text: Text) -> None:
        """A space behind a line, which nobody sees: the next line begins with another word."""
        for font, string in self._writer.strings(text.face, " "):
            ops.font(font, text.size)
            ops.add(f"{string} Tj")

    def _link(self, tag: Tag, text: Text, view: View, group: Placed, page_height: float) -> None:
        left = view.x + view.scale * (group.x + text.x)
        baseline = page_height - view.y - view.scale * (group.y + text.y)
        size = view.scale * text.size
        self._writer.structure.click(
            tag, left, baseline - _BELOW * size, left + view.scale * text.width, baseline + _ABOVE * size
        )

    def _shape(self, ops: Operators, shape: Primitive) -> None:
        outline = _outline(shape)
        form = self._forms.get(outline) if outline is not None else None
        if form is not None:
            ops.end_text()
            x, y = _origin(shape)
            ops.add(f"q 1 0 0 1 {number(x)} {number(y)} cm {self._writer.form_operand(form)} Do Q")
        elif isinstance(shape, Text):
            self._text(ops, shape)
        elif isinstance(shape, Image):
            self._image(ops, shape)
        else:
            self._drawn(ops, shape)

    def _image(self, ops: Operators, image: Image) -> None:
        """A picture, cut to its box; where it cannot be read, what stands for it."""
        asset = self._pictures.get(image.sha256)
        size = size_of(asset) if asset is not None else None
        operand = (
            self._writer.picture_operand(asset, grey=self._theme.grey) if asset is not None and size is not None else ""
        )
        if size is None or not operand:
            self.undrawn.add(image.sha256)
            for shape in missing_picture(image):
                self._shape(ops, shape)
            return
        ops.end_text()
        x, y, width, height = covering(image, *size)
        frame = Rect(image.x, image.y, image.width, image.height, radius=image.radius)
        ops.add(f"q {rectangle(frame, frame.x, frame.y)} W n")
        # Pictures stand upright in a square of one unit, y upwards.
        ops.add(f"{number(width)} 0 0 {number(-height)} {number(x)} {number(y + height)} cm {operand} Do Q")

    def _drawn(self, ops: Operators, shape: Rect | Line | Path, dx: float = 0.0, dy: float = 0.0) -> None:
        """A shape other than text: filled, stroked, or both."""
        ops.end_text()
        fill = "" if isinstance(shape, Line) else shape.fill
        if fill:
            ops.fill(self._colour(fill))
        if shape.stroke:
            ops.stroke(self._colour(shape.stroke), shape.stroke_width, shape.dash)
        match shape:
            case Rect():
                outline = rectangle(shape, shape.x + dx, shape.y + dy)
            case Line():
                outline = f"{number(shape.x1)} {number(shape.y1)} m {number(shape.x2)} {number(shape.y2)} l"
            case _:
                outline = segments(shape, dx, dy)
        if fill or shape.stroke:
            ops.add(f"{outline} {'B' if fill and shape.stroke else 'f' if fill else 'S'}")

    def _text(self, ops: Operators, text: Text, dx: float = 0.0, dy: float = 0.0) -> None:
        if not text.text:
            return
        ops.begin_text()
        ops.fill(self._colour(text.colour))
        pieces = glyphs.drawn(text.text, text.face)
        ops.move_text(text.x + _aside(text, pieces) + dx, text.y + dy)
        replaced = len(pieces) > 1 or (pieces and pieces[0].face != text.face) or any(one.stands_for for one in pieces)
        squeezed = replaced and self._squeeze(ops, text, pieces)
        for face, shown, stands_for in pieces:
            # Copying and searching finds what was typed: an icon is a space, a stand-in the text behind it.
            marked = bool(stands_for) or face == "icon"
            if marked:
                ops.add(f"/Span<</ActualText<FEFF{(stands_for or ' ').encode('utf-16-be').hex().upper()}>>>BDC")
            for font, string in self._writer.strings(face, shown):
                ops.font(font, text.size)
                ops.add(f"{string} Tj")
            if marked:
                ops.add("EMC")
        if squeezed:
            ops.add("100 Tz")

    def _squeeze(self, ops: Operators, text: Text, pieces: tuple[glyphs.Run, ...]) -> bool:
        """Narrow a line whose stand-ins are wider than what the layout reserved; count what is lost in it."""
        self.lost.update(glyphs.missing(text.text, text.face))
        natural = sum(piece.width(text.size) for piece in pieces)
        if natural <= text.width * 1.005 or not text.width:
            return False
        ops.add(f"{number(100 * text.width / natural)} Tz")
        return True

    def _colour(self, style: str) -> str:
        """The operands of a style's colour: three numbers from 0 to 1, one where all are greys."""
        found = self._operands.get(style)
        if found is None:
            colour = self._theme.colour(style)
            parts = (1,) if self._theme.grey else (1, 3, 5)
            found = " ".join(number(int(colour[i : i + 2], 16) / 255, 3) for i in parts)
            self._operands[style] = found
        return found

    def _repeated(self, placed: Iterable[Placed]) -> list[Primitive]:
        """One of each shape that is worth being written once and used often."""
        counts: Counter[object] = Counter()
        samples: dict[object, Primitive] = {}
        for group in placed:
            for shape in group.shapes:
                outline = _outline(shape)
                if outline is not None and outline not in self._forms:
                    counts[outline] += 1
                    samples[outline] = shape
        return [samples[outline] for outline, count in counts.items() if count >= _WORTH_A_FORM]

    def _make_form(self, shape: Primitive) -> None:
        name = f"s{len(self._forms)}"
        ops = Operators()
        x, y = _origin(shape)
        if isinstance(shape, Text):
            self._text(ops, shape, -x, -y)
            ops.end_text()
        elif not isinstance(shape, Image):
            self._drawn(ops, shape, -x, -y)
        self._forms[_outline(shape)] = name
        box = _bounds(shape, -x, -y)
        self._writer.beginForm(name, *box)  # type: ignore[arg-type]  # any numbers will do
        self._writer.addLiteral("\n".join(ops.lines))
        self._writer.endForm()


def _aside(text: Text, pieces: Sequence[glyphs.Run]) -> float:
    """How far a line that is read from the right begins later, since its letters are narrower than was reckoned."""
    if not leads_left(text.text):
        return 0.0
    return max(0.0, text.width - sum(piece.width(text.size) for piece in pieces))


def _going_on(shapes: Sequence[Primitive]) -> set[int]:
    """The places of the lines after which another one of the same thing begins with a word of its own."""
    found: set[int] = set()
    later: set[Tag] = set()
    for i in range(len(shapes) - 1, -1, -1):
        shape = shapes[i]
        tag = shape.tag
        if isinstance(shape, Text) and tag is not None and shape.text and tag.role not in ("Figure", "Artifact"):
            if tag in later and not shape.text.endswith("-"):
                found.add(i)
            later.add(tag)
    return found


def _outline(shape: Primitive) -> object:
    """What two shapes have in common that differ in their place only; None for one that does not repeat."""
    match shape:
        case Text():
            return (shape.text, shape.size, shape.colour) if shape.face == "icon" else None
        case Rect():
            if not shape.radius:
                return None
            size = (round(shape.width, 2), round(shape.height, 2), shape.radius)
            return (size, shape.fill, shape.stroke, shape.stroke_width, shape.dash)
        case Path():
            if len(shape.segments) > _LONGEST_FORM:
                return None
            x, y = _origin(shape)
            corners = tuple((round(px, 2), round(py, 2)) for px, py in points(shape, -x, -y))
            kinds = tuple(map(type, shape.segments))
            return (corners, kinds, shape.fill, shape.stroke, shape.stroke_width, shape.dash)
        case Line() | Image():
            return None


def _origin(shape: Primitive) -> tuple[float, float]:
    """The point a form is placed by."""
    match shape:
        case Path():
            first = shape.segments[0] if shape.segments else None
            return (first.x, first.y) if isinstance(first, Move) else (0.0, 0.0)
        case Line():
            return shape.x1, shape.y1
        case Rect() | Text() | Image():
            return shape.x, shape.y


def _bounds(shape: Primitive, dx: float, dy: float) -> tuple[float, float, float, float]:
    """A box around all that a moved shape paints."""
    match shape:
        case Rect():
            edge = shape.stroke_width
            return (-edge, -edge, shape.width + edge, shape.height + edge)
        case Text():
            return (-1.0, -shape.size * 1.2, shape.width + 1.0, shape.size * 0.4)
        case Path():
            edge = shape.stroke_width
            xs, ys = zip(*points(shape, dx, dy), strict=True)
            return (min(xs) - edge, min(ys) - edge, max(xs) + edge, max(ys) + edge)
        case Image():
            return (0.0, 0.0, shape.width, shape.height)
        case Line():
            return (-1.0, -1.0, 1.0, 1.0)
