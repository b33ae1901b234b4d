"""The matrix of effort and value: a dot for each action, its name beside it where there is room, else in a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil, hypot
from typing import Final

from cjeditor.analysis.effort_value import HIGHEST, LOWEST, MIDDLE, Field, Placed, placed, unplaced
from cjeditor.layout.breaking import break_lines
from cjeditor.layout.charts.boxes import Box, around
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Spot, Subject
from cjeditor.layout.charts.lettering import SMALL, SMALL_LINE, Align, label, lines
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Primitive, Rect, circle
from cjeditor.model.project import Action
from cjeditor.texts import N_, Texts

FIELDS: Final[dict[Field, str]] = {
    "quick_win": N_("Do at once"),
    "project": N_("Plan as a project"),
    "filler": N_("In passing"),
    "doubtful": N_("Think twice"),
}
"""What the quarters are called."""

_NOTHING = N_("No action has both effort and an effect on customer or business yet. Say both in the pane of actions.")
_FORMULA = N_(
    "Value is the mean of the effects on customer and business, as far as they are given; all grades are 1 to 5."
)
_RADIUS = 11.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 46.0, 14.0, 20.0, 40.0
_LEAST_HEIGHT, _MOST_HEIGHT = 300.0, 460.0
_MARGIN = 0.5
"""Grades beside the first and the last that the field is wide."""
_BORDER = (MIDDLE - 0.5, MIDDLE + 0.25)
"""The grades of effort and value at which the quarters meet."""
_GAP = 3.0
_NAME_WIDTHS = (190.0, 130.0, 90.0)
"""Of the lines of a name beside its dot, as they are tried."""
_MOST_LINES = 3
_KEY_LINES = 5
"""Of a name in the key; the table has all of it."""
_KEY_ROW = 2.0
"""Between two rows of the key."""
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Plot:
    """The field in which dots lie, in the chart's pixels: effort to the right, value upwards."""

    x: float
    y: float
    width: float
    height: float

    def at(self, effort: float, value: float) -> tuple[float, float]:
        """The place of two grades."""
        span = HIGHEST - LOWEST + 2 * _MARGIN
        across = (effort - LOWEST + _MARGIN) / span
        up = (value - LOWEST + _MARGIN) / span
        return self.x + across * self.width, self.y + (1 - up) * self.height

    def grades(self, x: float, y: float) -> tuple[int, float]:
        """The grades at a place: the effort is whole, the value in halves, both at least 1 and at most 5."""
        span = HIGHEST - LOWEST + 2 * _MARGIN
        effort = LOWEST - _MARGIN + span * (x - self.x) / self.width
        value = LOWEST - _MARGIN + span * (1 - (y - self.y) / self.height)
        return round(min(max(effort, LOWEST), HIGHEST)), round(2 * min(max(value, LOWEST), HIGHEST)) / 2


def plot_of(width: float) -> Plot:
    """The field of a chart of this width."""
    height = min(max(width * 0.5, _LEAST_HEIGHT), _MOST_HEIGHT)
    return Plot(_LEFT, _TOP, width - _LEFT - _RIGHT, height)


def drawn(subject: Subject, width: float) -> Drawn:
    """The matrix and what it says; without an action that has both grades only how to come to one."""
    words = subject.words
    some = placed(subject.project.actions)
    if not some:
        return Drawn((words.t(_NOTHING),))
    plot = plot_of(width)
    shapes = [*_ground(plot, words)]
    dots = _dots(some, plot)
    shapes += _leaders(some, dots, plot)
    named, without = _names(some, dots, plot, words.language)
    spots = []
    for number, (each, dot) in enumerate(zip(some, dots, strict=True), start=1):
        x, y = dot.x + _RADIUS, dot.y + _RADIUS
        done = each.action.status == "done"
        shapes.append(circle(x, y, _RADIUS, fill="card" if done else "primary", stroke="primary"))
        colour = "primary" if done else "on.primary"
        shapes.append(label(str(number), x, y - SMALL_LINE / 2, face="bold", colour=colour, align="middle"))
        spots.append(Spot(*dot, _tip(number, each, words), each.action.id))
    shapes += named
    height = plot.y + plot.height + _BOTTOM
    key, below = _key([(at, some[at]) for at in without], height, width, words.language)
    return Drawn(
        sentences(some, subject),
        (Chart(width, height + below, (*shapes, *key), tuple(spots), _table(some, words)),),
    )


def sentences(some: Sequence[Placed], subject: Subject) -> tuple[str, ...]:
    """What is worth doing at once, how value is counted, and what has no place."""
    words = subject.words
    best = [each for each in some if each.field == "quick_win" and each.action.status != "done"]
    said = []
    if best:
        names = ", ".join(words.quoted(_line(each.action.title)) for each in best[:3])
        said.append(words.t("Much value for little effort: {actions}.", actions=names))
    else:
        said.append(words.t("No open action brings much value for little effort."))
    said.append(words.t(_FORMULA))
    rest = unplaced(subject.project.actions)
    if rest:
        said.append(
            words.tn(
                "{n} action has no place, for effort or effects are not given: {actions}.",
                "{n} actions have no place, for effort or effects are not given: {actions}.",
                len(rest),
                actions=_some(rest, words),
            )
        )
    return tuple(said)


def _some(actions: Sequence[Action], words: Texts) -> str:
    """The titles of the first actions, and that there are more where there are."""
    names = ", ".join(words.quoted(_line(each.title) or words.t("Untitled")) for each in actions[:_MOST_NAMED])
    return f"{names} …" if len(actions) > _MOST_NAMED else names


def _ground(plot: Plot, words: Texts) -> list[Primitive]:
    shapes: list[Primitive] = [Rect(plot.x, plot.y, plot.width, plot.height, fill="canvas", stroke="rule.strong")]
    for grade in range(LOWEST, HIGHEST + 1):
        x, y = plot.at(grade, grade)
        shapes.append(Line(x, plot.y, x, plot.y + plot.height, "rule", 0.8))
        shapes.append(Line(plot.x, y, plot.x + plot.width, y, "rule", 0.8))
        shapes.append(label(str(grade), x, plot.y + plot.height + 3, colour="secondary", align="middle"))
        shapes.append(label(str(grade), plot.x - 6, y - SMALL_LINE / 2, colour="secondary", align="right"))
    x, y = plot.at(*_BORDER)
    shapes.append(Line(x, plot.y, x, plot.y + plot.height, "rule.strong", 1.4))
    shapes.append(Line(plot.x, y, plot.x + plot.width, y, "rule.strong", 1.4))
    half = plot.width / 2 - 12
    for field, (left, top) in {
        "quick_win": (True, True),
        "project": (False, True),
        "filler": (True, False),
        "doubtful": (False, False),
    }.items():
        at = plot.x + 6 if left else plot.x + plot.width - 6
        down = plot.y + 3 if top else plot.y + plot.height - SMALL_LINE - 3
        name = words.t(FIELDS[field])  # type: ignore[index]  # one of the four
        side = "left" if left else "right"
        shapes.append(label(name, at, down, face="semibold", colour="secondary", align=side, room=half))  # type: ignore[arg-type]  # one of the two
    shapes.append(
        label(words.t("Effort"), plot.x + plot.width, plot.y + plot.height + 20, face="semibold", align="right")
    )
    shapes.append(label(words.t("Value"), 0, 0, face="semibold"))
    return shapes


def _dots(some: Sequence[Placed], plot: Plot) -> list[Box]:
    """Where the dots lie: at their grades, or beside them as near as there is room; none hides another."""
    found: list[Box] = []
    places, inner = _around(plot), _inner(plot)
    for each in some:
        x, y = plot.at(each.effort, each.value)
        free = [
            box
            for box in (around(x + across, y + down, 2 * _RADIUS, 2 * _RADIUS) for across, down in places)
            if _inside(box, inner)
        ]
        # In another quarter a dot would say something else than its grades: only when its own is full.
        free.sort(key=_elsewhere(x, y, plot))
        found.append(next((box for box in free if not any(box.meets(other) for other in found)), free[0]))
    return found


def _elsewhere(x: float, y: float, plot: Plot) -> Callable[[Box], bool]:
    """Whether a dot would lie in another quarter than the point (`x`, `y`)."""
    quarter = _quarter(x, y, plot)

    def other(box: Box) -> bool:
        return _quarter(box.x + _RADIUS, box.y + _RADIUS, plot) != quarter

    return other


def _quarter(x: float, y: float, plot: Plot) -> tuple[bool, bool]:
    across, up = plot.at(*_BORDER)
    return x < across, y < up


def _around(plot: Plot) -> list[tuple[float, float]]:
    """Places around a point, the nearest first, as far as the field goes."""
    size = 2 * _RADIUS + 1
    wide, high = ceil(plot.width / size), ceil(plot.height / size)
    every = [(a * size, d * size) for a, d in product(range(-wide, wide + 1), range(-high, high + 1))]
    return sorted(every, key=_far)


def _far(place: tuple[float, float]) -> tuple[float, float, float]:
    return hypot(*place), abs(place[1]), -place[0]


def _leaders(some: Sequence[Placed], dots: Sequence[Box], plot: Plot) -> list[Primitive]:
    """Lines from dots that had to move to where they belong."""
    shapes: list[Primitive] = []
    for each, dot in zip(some, dots, strict=True):
        x, y = plot.at(each.effort, each.value)
        there = (dot.x + _RADIUS, dot.y + _RADIUS)
        if hypot(there[0] - x, there[1] - y) > 1:
            shapes.append(Line(x, y, *there, "secondary", 1.0, (2.0, 2.0)))
    return shapes


def _names(some: Sequence[Placed], dots: Sequence[Box], plot: Plot, language: str) -> tuple[list[Primitive], list[int]]:
    """The names that find room beside their dots, whole and on nothing else; and which dots stay without."""
    across, up = plot.at(*_BORDER)
    # The lines between the quarters would run through the letters.
    taken = [*dots, Box(across - 2, plot.y, 4, plot.height), Box(plot.x, up - 1, plot.width, 2)]
    shapes: list[Primitive] = []
    without: list[int] = []
    for at, (each, dot) in enumerate(zip(some, dots, strict=True)):
        for said in _broken(_line(each.action.title), language):
            found = next((one for one in _beside(dot, said) if _fits(one[0], taken, plot)), None)
            if found is not None:
                box, align = found
                taken.append(box)
                shapes += _set(said, box, align)
                break
        else:
            without.append(at)
    return shapes, without


def _broken(name: str, language: str) -> Iterator[tuple[str, ...]]:
    """A name in few long lines, then in more and shorter ones; nothing of it is left out."""
    before: tuple[str, ...] = ()
    for width in _NAME_WIDTHS:
        said = break_lines(name, "regular", SMALL, width, max_lines=_MOST_LINES + 1, language=language)
        if len(said) <= _MOST_LINES and said != before:
            yield said
            before = said


def _beside(dot: Box, said: Sequence[str]) -> list[tuple[Box, Align]]:
    """The places for a name, and how its lines are set: right of its dot, left of it, below, above.

    A name beside its dot has its middle there, or its first or last line.
    """
    width = max(text_width(line, "regular", SMALL) for line in said)
    height = len(said) * SMALL_LINE
    middle = dot.y + (dot.height - height) / 2
    centre = dot.x + (dot.width - width) / 2
    first_line = dot.y + (dot.height - SMALL_LINE) / 2
    right, left = dot.x + dot.width + _GAP, dot.x - _GAP - width
    places: tuple[tuple[float, float, Align], ...] = (
        (right, middle, "left"),
        (left, middle, "right"),
        (right, first_line, "left"),
        (left, first_line, "right"),
        (right, first_line + SMALL_LINE - height, "left"),
        (centre, dot.y + dot.height, "middle"),
        (centre, dot.y - height, "middle"),
    )
    return [(Box(x, y, width + 0.5, height), align) for x, y, align in places]


def _set(said: Sequence[str], box: Box, align: Align) -> Iterator[Primitive]:
    x = box.x + (box.width - 0.5) * {"left": 0.0, "middle": 0.5, "right": 1.0}[align]
    for at, line in enumerate(said):
        yield label(line, x, box.y + at * SMALL_LINE, align=align)


def _fits(box: Box, taken: Sequence[Box], plot: Plot) -> bool:
    return _inside(box, _inner(plot)) and not any(box.meets(other) for other in taken)


def _inner(plot: Plot) -> Plot:
    """The field without the lines that the names of the quarters keep for themselves."""
    line = SMALL_LINE + 3
    return Plot(plot.x, plot.y + line, plot.width, plot.height - 2 * line)


def _inside(box: Box, plot: Plot) -> bool:
    across = plot.x <= box.x and box.x + box.width <= plot.x + plot.width
    return across and plot.y <= box.y and box.y + box.height <= plot.y + plot.height


def _key(
    without: Sequence[tuple[int, Placed]], top: float, width: float, language: str
) -> tuple[list[Primitive], float]:
    """The names that found no room, by the numbers of their dots, in two columns where they fit."""
    shapes: list[Primitive] = []
    columns = 2 if width >= 600 else 1
    room = width / columns - 34
    y = top
    for first in range(0, len(without), columns):
        most = 1
        for column, (number, each) in enumerate(without[first : first + columns]):
            x = column * width / columns
            shapes.append(label(str(number + 1), x + 16, y, face="bold", align="right"))
            said = lines(_line(each.action.title), x + 24, y, room, language, most=_KEY_LINES)
            shapes += said
            most = max(most, len(said))
        y += most * SMALL_LINE + _KEY_ROW
    return shapes, y - top


def _tip(number: int, each: Placed, words: Texts) -> str:
    return words.t(
        "{number} {action}: effort {effort}, value {value}. {field}",
        number=number,
        action=_line(each.action.title),
        effort=words.number(each.effort),
        value=words.number(each.value),
        field=words.t(FIELDS[each.field]),
    )


def _table(some: Sequence[Placed], words: Texts) -> ChartTable:
    head = (
        words.t("No."),
        words.t("Action"),
        words.t("Effort"),
        words.t("Customer"),
        words.t("Business"),
        words.t("Value"),
        words.t("Field"),
    )
    rows = tuple(
        (
            str(number),
            _line(each.action.title),
            words.number(each.effort),
            _grade(each.action.effect_on_customer),
            _grade(each.action.effect_on_business),
            words.number(each.value),
            words.t(FIELDS[each.field]),
        )
        for number, each in enumerate(some, start=1)
    )
    return ChartTable(words.t("Effort and value"), head, rows, numbers=(0, 2, 3, 4, 5))


def _grade(grade: int | None) -> str:
    return "–" if grade is None else str(grade)


def _line(text: str) -> str:
    return " ".join(text.split())
