"""The trace as a grid: a row for each chain, a column for each of its parts, a dashed field where one is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cjeditor.analysis.tracing import LINKS, Chain, Link, chains
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Spot, Subject
from cjeditor.layout.charts.lettering import SMALL_LINE, label, lines
from cjeditor.layout.primitives import Line, LineTo, Move, Path, Primitive, Rect
from cjeditor.layout.theme import note_style
from cjeditor.texts import N_, Texts

NAMES: Final[dict[Link, str]] = {
    "pain_point": N_("Pain point"),
    "how_might_we": N_("How might we"),
    "opportunity": N_("Opportunity"),
    "action": N_("Action"),
    "touchpoint": N_("Future touchpoint"),
    "kpi": N_("KPI"),
}
"""What the parts are called."""

_NOTHING = N_(
    "There is no trace yet. Select a pain point and make the next step: a “how might we”, then an opportunity, an "
    "action, a future touchpoint, a KPI."
)
_NOTES = ("pain_point", "how_might_we", "opportunity")
_MOST_LINES = 12
"""Of a field; what a longer text says stands in the table."""
_PADDING = 5.0
_GAP = 8.0
_ROW_GAP = 8.0
_BAND = 3.0


def drawn(subject: Subject, width: float) -> Drawn:
    """The grid and what it says; without a chain only how to begin one."""
    words = subject.words
    found = of_map(subject)
    if not found:
        return Drawn((words.t(_NOTHING),))
    return Drawn(sentences(found, words), tuple(grids(found, width, subject.tallest, words)))


def of_map(subject: Subject) -> tuple[Chain, ...]:
    """The chains that begin or end on the map, and those of actions that are for no card.

    Those that begin with the original of a card of the map begin with that card here.
    """
    here = subject.journey
    ends = {each.id for each in here.touchpoints}
    originals = {each.origin for each in here.notes if each.origin is not None}
    return tuple(
        each
        for each in chains(subject.project)
        if each.map in ("", here.id)
        or (each.touchpoint is not None and each.touchpoint.id in ends and _first(each) not in originals)
    )


def _first(chain: Chain) -> str:
    """The id of the note that a chain begins with; empty for none."""
    note = chain.pain_point or chain.how_might_we or chain.opportunity
    return "" if note is None else note.id


def sentences(found: Sequence[Chain], words: Texts) -> tuple[str, ...]:
    """How many chains are whole, and what is missing most."""
    whole = sum(not each.gaps for each in found)
    said = [
        words.tn(
            "{n} of {all} chains is whole, from pain point to KPI.",
            "{n} of {all} chains are whole, from pain point to KPI.",
            whole,
            all=len(found),
        )
    ]
    counts = {part: sum(part in each.gaps for each in found) for part in LINKS}
    missing = [f"{words.t(NAMES[part])} {words.number(count)}×" for part, count in counts.items() if count]
    if missing:
        said.append(words.t("Missing: {parts}.", parts=", ".join(missing)))
    return tuple(said)


def said_of(chain: Chain, part: Link, words: Texts) -> str:
    """What a part of a chain says on one line; nothing where it is missing."""
    if not chain.has(part):
        return ""
    if part == "action":
        return _line(chain.action.title) if chain.action is not None else ""
    if part == "kpi":
        kpis = chain.touchpoint.kpis if chain.touchpoint is not None else ()
        return ", ".join(_line(each.name) for each in kpis if each.name.strip())
    if part == "touchpoint" and chain.touchpoint is not None:
        return f"{chain.touchpoint.number} {_line(chain.touchpoint.title) or words.t('Untitled')}"
    note = getattr(chain, part)
    return f"{note.number} {_line(note.text) or words.t('Untitled')}"


def grids(found: Sequence[Chain], width: float, tallest: float, words: Texts, *, with_gaps: bool = True) -> list[Chart]:
    """One grid of some chains, or as many as it takes where none may be higher than `tallest` (0: any height).

    `with_gaps` says whether what is missing is marked; else its place is empty.
    """
    charts: list[Chart] = []
    rest = list(found)
    while rest:
        count = len(rest)
        chart = _grid(rest, width, words, with_gaps=with_gaps)
        while tallest and chart.height > tallest and count > 1:
            count = min(count - 1, max(1, int(count * tallest / chart.height)))
            chart = _grid(rest[:count], width, words, with_gaps=with_gaps)
        charts.append(chart)
        rest = rest[count:]
    return charts


def _grid(found: Sequence[Chain], width: float, words: Texts, *, with_gaps: bool) -> Chart:
    across = (width - _GAP * (len(LINKS) - 1)) / len(LINKS)
    room = across - 2 * _PADDING - _BAND
    heads = [lines(words.t(NAMES[part]), 0, 0, across, words.language, most=2, face="semibold") for part in LINKS]
    y = max(len(one) for one in heads) * SMALL_LINE + 6
    shapes: list[Primitive] = []
    for at, part in enumerate(LINKS):
        x = at * (across + _GAP)
        name = words.t(NAMES[part])
        shapes += lines(name, x, 0, across, words.language, most=2, face="semibold", colour="secondary")
    spots: list[Spot] = []
    for chain in found:
        told = [said_of(chain, part, words) for part in LINKS]
        broken = [lines(one, 0, 0, room, words.language, most=_MOST_LINES) for one in told]
        height = max(1, *(len(one) for one in broken)) * SMALL_LINE + 2 * _PADDING
        for at, part in enumerate(LINKS):
            x = at * (across + _GAP)
            if not (told[at] or with_gaps):
                continue
            shapes += _field(part, told[at], x, y, across, height, words)
            spots.append(Spot(x, y, across, height, _tip(part, told[at], words), _record(chain, part)))
            if at and chain.has(part) and chain.has(LINKS[at - 1]):
                shapes += _arrow(x - _GAP, y + height / 2, x)
        y += height + _ROW_GAP
    table = ChartTable(
        words.t("From pain point to KPI"),
        (*(words.t(NAMES[part]) for part in LINKS), *((words.t("Missing"),) if with_gaps else ())),
        tuple(
            (
                *(said_of(chain, part, words) or "–" for part in LINKS),
                *((_gaps(chain, words),) if with_gaps else ()),
            )
            for chain in found
        ),
    )
    return Chart(width, y - _ROW_GAP, tuple(shapes), tuple(spots), table)


def _gaps(chain: Chain, words: Texts) -> str:
    return ", ".join(words.t(NAMES[part]) for part in chain.gaps) or words.t("nothing")


def _field(part: Link, told: str, x: float, y: float, width: float, height: float, words: Texts) -> list[Primitive]:
    if not told:
        middle = y + (height - SMALL_LINE) / 2
        return [
            Rect(x, y, width, height, stroke="warning", radius=4, dash=(4.0, 3.0)),
            label(
                words.t("missing"), x + width / 2, middle, colour="warning", align="middle", room=width - 2 * _PADDING
            ),
        ]
    if part in _NOTES:
        family = note_style(part)
        shapes: list[Primitive] = [
            Rect(x, y, width, height, fill=f"note.{family}"),
            Rect(x, y, _BAND, height, fill=f"edge.{family}"),
        ]
    else:
        shapes = [Rect(x, y, width, height, fill="card", stroke="card.border", radius=4)]
    room = width - 2 * _PADDING - _BAND
    shapes += lines(told, x + _BAND + _PADDING, y + _PADDING, room, words.language, most=_MOST_LINES)
    return shapes


def _arrow(left: float, y: float, right: float) -> list[Primitive]:
    return [
        Line(left, y, right, y, "secondary", 1.2),
        Path(
            (Move(right - 4, y - 3), LineTo(right, y), LineTo(right - 4, y + 3)), stroke="secondary", stroke_width=1.2
        ),
    ]


def _tip(part: Link, told: str, words: Texts) -> str:
    name = words.t(NAMES[part])
    return words.t("{part}: {text}", part=name, text=told or words.t("missing"))


def _record(chain: Chain, part: Link) -> str:
    """The card that a field stands for; of an action the action itself, of a KPI its touchpoint."""
    found = chain.touchpoint if part == "kpi" else getattr(chain, part)
    return str(found.id) if found is not None and chain.has(part) else ""


def _line(text: str) -> str:
    return " ".join(text.split())
