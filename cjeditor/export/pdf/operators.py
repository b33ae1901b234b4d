"""PDF operators as text: numbers, outlines, and a list that leaves out what is already set."""

from __future__ import annotations

from functools import lru_cache

from cjeditor.layout.primitives import Close, Cubic, LineTo, Move, Path, Rect

_HANDLE = 0.4477
"""1 − 0.5523: how far a Bézier handle stays from the corner of a quarter circle, as a share of the radius."""


class Operators:
    """The operators of one view. Text operators stand between `begin_text` and `end_text`."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.add = self.lines.append
        self._fill = ""
        self._stroke: object = None
        self._font: tuple[str, float] | None = None
        self._outer: tuple[str, object, tuple[str, float] | None] = ("", None, None)
        self._in_text = False
        self._mark_in_text = False
        self._text_x = 0.0
        self._text_y = 0.0

    def push(self, x: float, y: float) -> None:
        """Go on with (`x`, `y`) as origin until `pop`: cards then read alike, and compress well."""
        self.end_text()
        self._outer = (self._fill, self._stroke, self._font)
        self.add(f"q 1 0 0 1 {number(x)} {number(y)} cm")

    def pop(self) -> None:
        """Return to origin, colours and font before `push`; pushes do not nest."""
        self.end_text()
        self._fill, self._stroke, self._font = self._outer
        self.add("Q")

    def begin_mark(self, opening: str, *, only_text: bool = False) -> None:
        """Begin what is read as one thing with its opening operator; marks do not nest.

        What is `only_text` stands between `begin_text` and `end_text`, so that text goes on below text.
        """
        if only_text:
            self.begin_text()
        else:
            self.end_text()
        self._mark_in_text = only_text
        self.add(opening)

    def end_mark(self) -> None:
        """End it."""
        if not self._mark_in_text:
            self.end_text()
        self.add("EMC")

    def fill(self, colour: str) -> None:
        """Fill and write in a colour: three numbers from 0 to 1, or one for a grey."""
        if colour != self._fill:
            self._fill = colour
            self.add(f"{colour} {'rg' if ' ' in colour else 'g'}")

    def stroke(self, colour: str, width: float, dash: tuple[float, ...]) -> None:
        """Draw lines in a colour, so wide, with dashes."""
        if (colour, width, dash) != self._stroke:
            self._stroke = (colour, width, dash)
            operator = "RG" if " " in colour else "G"
            self.add(f"{colour} {operator} {number(width)} w [{' '.join(map(number, dash))}] 0 d")

    def begin_text(self) -> None:
        """Begin to write, upright although y runs downwards; nothing where it has begun."""
        if not self._in_text:
            self._in_text = True
            self.add("BT 1 0 0 -1 0 0 Tm")
            self._text_x = self._text_y = 0.0

    def end_text(self) -> None:
        """End writing, if it has begun."""
        if self._in_text:
            self._in_text = False
            self.add("ET")

    def move_text(self, x: float, y: float) -> None:
        """Go to a place relative to the last one: lines of one paragraph then look alike and compress well."""
        x, y = round(x, 2), round(y, 2)
        self.add(f"{number(x - self._text_x)} {number(self._text_y - y)} Td")
        self._text_x, self._text_y = x, y

    def font(self, name: str, size: float) -> None:
        """Write in a font."""
        if (name, size) != self._font:
            self._font = (name, size)
            self.add(f"{name} {number(size)} Tf")


@lru_cache(maxsize=20_000)
def number(value: float, digits: int = 2) -> str:
    """A number as PDF wants it: no exponent, no digits that nobody sees."""
    return f"{round(value, digits) + 0.0:.10g}"


def rectangle(rect: Rect, x: float, y: float) -> str:
    """The outline of a rectangle with its corner at (`x`, `y`)."""
    w, h = rect.width, rect.height
    r = min(rect.radius, w / 2, h / 2)
    if r <= 0:
        return f"{x:.2f} {y:.2f} {w:.2f} {h:.2f} re"
    k = r * _HANDLE
    left, top, right, bottom = number(x), number(y), number(x + w), number(y + h)
    parts = (
        f"{number(x + r)} {top} m {number(x + w - r)} {top} l",
        f"{number(x + w - k)} {top} {right} {number(y + k)} {right} {number(y + r)} c",
        f"{right} {number(y + h - r)} l",
        f"{right} {number(y + h - k)} {number(x + w - k)} {bottom} {number(x + w - r)} {bottom} c",
        f"{number(x + r)} {bottom} l",
        f"{number(x + k)} {bottom} {left} {number(y + h - k)} {left} {number(y + h - r)} c",
        f"{left} {number(y + r)} l",
        f"{left} {number(y + k)} {number(x + k)} {top} {number(x + r)} {top} c h",
    )
    return " ".join(parts)


def segments(path: Path, dx: float, dy: float) -> str:
    """The outline of a path, moved."""
    parts = []
    for segment in path.segments:
        match segment:
            case Move(x, y):
                parts.append(f"{x + dx:.2f} {y + dy:.2f} m")
            case LineTo(x, y):
                parts.append(f"{x + dx:.2f} {y + dy:.2f} l")
            case Cubic(x1, y1, x2, y2, x, y):
                handles = f"{x1 + dx:.2f} {y1 + dy:.2f} {x2 + dx:.2f} {y2 + dy:.2f}"
                parts.append(f"{handles} {x + dx:.2f} {y + dy:.2f} c")
            case Close():
                parts.append("h")
    return " ".join(parts)


def points(path: Path, dx: float, dy: float) -> list[tuple[float, float]]:
    """All points and handles of a path, moved."""
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
