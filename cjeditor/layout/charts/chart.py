"""What a chart is: shapes, places in it that stand for something, and its numbers as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cjeditor.layout.primitives import Primitive
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.project import Project
from cjeditor.texts import Texts


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle of a chart that stands for something.

    Attributes:
        x: of its left edge, in layout pixels as all lengths.
        y: of its upper edge.
        width: of the rectangle.
        height: of the rectangle.
        tip: what it says, as plain text; whoever cannot see the chart hears it.
        record: id of the card, phase, step or lane of the map that it stands for; empty for none.
    """

    x: float
    y: float
    width: float
    height: float
    tip: str
    record: str = ""


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The numbers of a chart in words.

    Attributes:
        title: what the chart is called.
        head: a heading for each column.
        rows: as many texts in each as there are columns.
        numbers: the columns, counted from 0, that hold numbers and are set flush right.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """One picture of figures, `width` by `height` layout pixels, with nothing of it outside.

    `targets` are where spots can be dragged to; the `record` of each is what that means to whoever drew it.
    One that `tells_all` has every number of its table in plain sight: on paper the table would say it twice.
    """

    width: float
    height: float
    shapes: tuple[Primitive, ...]
    spots: tuple[Spot, ...]
    table: ChartTable
    targets: tuple[Spot, ...] = ()
    tells_all: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure: what it says in sentences, and its charts. Without data there are no charts, and the sentences say why.

    The sentences begin with what matters most.
    """

    sentences: tuple[str, ...]
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is about.

    Attributes:
        project: all that the file holds.
        journey: the map on screen or in the handout.
        words: the language of the figure.
        today: `YYYY-MM-DD`; empty where no date is to be told.
        tallest: how high a chart should be at most that can choose, as on a page; 0 for any height.
        for_work: whether those who see it work on the map: then it also says what nobody answered yet.
    """

    project: Project
    journey: JourneyMap
    words: Texts
    today: str = ""
    tallest: float = 0.0
    for_work: bool = True


Drawing = Callable[[Subject, float], Drawn]
"""Draws a figure so many layout pixels wide; the height follows."""
