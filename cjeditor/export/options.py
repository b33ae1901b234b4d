"""What a handout or a booklet is asked to hold: parts, paper, language, date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from cjeditor.export.brand import Brand
from cjeditor.export.parts import USUAL_KEYS
from cjeditor.model.fields import Language
from cjeditor.model.project import Project

Audience = Literal["team", "client", "facilitator"]
Paper = Literal["A4", "A3", "A2", "A1", "A0", "Letter", "Tabloid"]

NoteSize = Literal[51, 76]
"""The side of a square sticky note in millimetres, as they are sold."""


class OwnSize(NamedTuple):
    """A paper that has no name: its sides in millimetres, each from `SHORTEST_SIDE` to `LONGEST_SIDE`."""

    short: int
    long: int


AUDIENCES: Final[tuple[Audience, ...]] = ("team", "client", "facilitator")
"""For whom a handout is made; what that leaves out and adds, `export.audience` says."""

NOTE_SIZES: Final[tuple[NoteSize, ...]] = (51, 76)
MOST_PARTICIPANTS: Final = 200
"""For more nobody cuts paper."""

MARKDOWN_SUFFIX: Final = ".md"
"""Of minutes that are written as text."""

_MM = 72 / 25.4
PAPERS: Final[dict[Paper, tuple[float, float]]] = {
    "A4": (210 * _MM, 297 * _MM),
    "A3": (297 * _MM, 420 * _MM),
    "A2": (420 * _MM, 594 * _MM),
    "A1": (594 * _MM, 841 * _MM),
    "A0": (841 * _MM, 1189 * _MM),
    "Letter": (612.0, 792.0),
    "Tabloid": (792.0, 1224.0),
}
"""Width and height of each paper in points, upright."""

SHORTEST_SIDE: Final = 210
"""Millimetres: on less what belongs together, such as a message or a list of assumptions, has no room on one page."""

LONGEST_SIDE: Final = 5_000
"""Millimetres: what viewers of PDF show at most."""


def points_of(paper: Paper | OwnSize) -> tuple[float, float]:
    """The width and height of a paper in points, upright."""
    if isinstance(paper, OwnSize):
        return min(paper) * _MM, max(paper) * _MM
    return PAPERS[paper]


def own_size(text: str) -> OwnSize | None:
    """The paper that a text such as `500x700` names; None where it names none, or one that cannot be printed on."""
    sides = text.lower().replace("×", "x").split("x")
    if len(sides) != 2 or not all(side.strip().isdecimal() and len(side.strip()) <= 5 for side in sides):
        return None
    short, long = sorted(int(side) for side in sides)
    return OwnSize(short, long) if short >= SHORTEST_SIDE and long <= LONGEST_SIDE else None


@dataclass(frozen=True, slots=True)
class HandoutOptions:
    """The wishes for one handout.

    Attributes:
        language: of the labels; the project's own where empty.
        paper: the project's own where empty; one with a name, or of a size of its own.
        landscape: whether the long side lies at the bottom.
        parts: the keys of what to print, in that order.
        date: printed on every page, `YYYY-MM-DD`; none where empty. With a date the same project gives the same bytes.
        author: of the file; the map's owner, else the client, where empty.
        audience: for whom it is.
        brand: logo, colours and footer of those who hand it out; none where None.
        grey: whether it is printed without colours.
        note_size: the side in millimetres of the sticky notes that the grid has fields for; large ones on a wall and
            small ones on a table where None.
        participants: how many take part in the workshop, for the sheets that each of them gets; as many as the project
            names where None.
        since: the project as it was once, to say what has changed; nothing is said of that where None.
    """

    language: Language | None = None
    paper: Paper | OwnSize | None = None
    landscape: bool = True
    parts: tuple[str, ...] = USUAL_KEYS
    date: str = ""
    author: str = ""
    audience: Audience = "team"
    brand: Brand | None = None
    grey: bool = False
    note_size: NoteSize | None = None
    participants: int | None = None
    since: Project | None = None


@dataclass(frozen=True, slots=True)
class BookletOptions:
    """The wishes for one guide booklet.

    Attributes:
        language: of all its text.
        paper: its paper.
        landscape: whether the long side lies at the bottom.
        date: printed on its pages, `YYYY-MM-DD`; none where empty. With a date the same catalogue gives the same bytes.
    """

    language: Language = "en"
    paper: Paper | OwnSize = "A4"
    landscape: bool = True
    date: str = ""


@dataclass(frozen=True, slots=True)
class PublishOptions:
    """The wishes for slides or for a page of the web.

    Attributes:
        language: of the labels; the project's own where empty.
        date: shown in it, `YYYY-MM-DD`; none where empty. With a date the same project gives the same bytes.
        author: of the file; the map's owner, else the client, where empty.
        audience: who will read it.
        brand: of those who hand it out: their logo, colours and footer.
        grey: whether it is without colours.
    """

    language: Language | None = None
    date: str = ""
    author: str = ""
    audience: Audience = "team"
    brand: Brand | None = None
    grey: bool = False


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """The wishes for a picture.

    Attributes:
        width: of a PNG in pixels; as sharp as the size of the map allows where None.
        transparent: whether what is behind the picture shows between its cards.
        language: of the labels; the project's own where None.
        audience: who will see it.
        brand: of those who show it: their logo, colours and footer.
        grey: whether it is without colours.
    """

    width: int | None = None
    transparent: bool = False
    language: Language | None = None
    audience: Audience = "team"
    brand: Brand | None = None
    grey: bool = False


AS_IT_IS: Final = PictureOptions()
"""A picture without any wishes."""
