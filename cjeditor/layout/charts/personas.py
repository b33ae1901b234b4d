"""A sheet for each persona of a map: who it is, where it stands between its poles, and the strategy for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Spot, Subject
from cjeditor.layout.charts.lettering import BODY, BODY_LINE, SMALL_LINE, label, lines
from cjeditor.layout.draw_persona import portrait, slider_in_words
from cjeditor.layout.primitives import Line, Primitive, Rect, circle
from cjeditor.model.project import Persona, Project, Slider
from cjeditor.model.table import find
from cjeditor.texts import N_, Texts

SECTIONS: Final[tuple[tuple[str, str], ...]] = (
    ("demographics", N_("Demographics")),
    ("goals", N_("Goals")),
    ("needs", N_("Needs")),
    ("frustrations", N_("Frustrations")),
)
STRATEGY: Final[tuple[tuple[str, str], ...]] = (
    ("channel_strategy", N_("Channel strategy")),
    ("contents", N_("Contents")),
    ("campaigns", N_("Campaigns")),
)

_NOTHING = N_("The map has no persona yet. Describe one in the editor of personas.")
_DISC = 52.0
_GAP = 12.0
_COLUMN_GAP = 20.0
_NARROW = 520.0
_PADDING = 12.0
_MOST_LINES = 40
_SLIDER = 40.0
_LONGEST = 4_000
"""Characters of a text that a sheet shows."""


def drawn(subject: Subject, width: float) -> Drawn:
    """A chart for each persona of the map; without one only how to come to one."""
    words = subject.words
    found = of_map(subject)
    if not found:
        return Drawn((words.t(_NOTHING),))
    return Drawn((), tuple(_sheet(each, subject.project, width, words) for each in found))


def of_map(subject: Subject) -> tuple[Persona, ...]:
    """The lead persona of the map, then those that are laid over it."""
    ids = dict.fromkeys((subject.journey.lead_persona or "", *subject.journey.overlaid_personas))
    return tuple(one for each in ids if (one := find(subject.project.personas, each)) is not None)


def texts_of(persona: Persona, project: Project, words: Texts) -> Iterator[tuple[str, str]]:
    """What is written of a persona, each with its heading; nothing of what is empty."""
    channels = (find(project.channels, one) for one in persona.preferred_channels)
    named = ", ".join(_line(one.name) for one in channels if one is not None)
    found = [(words.t(name), getattr(persona, key)) for key, name in SECTIONS]
    found.append((words.t("Preferred channels"), named))
    found += [(words.t(name), getattr(persona, key)) for key, name in STRATEGY]
    yield from ((name, " ".join(text[:_LONGEST].split())) for name, text in found if text.strip())


def _sheet(persona: Persona, project: Project, width: float, words: Texts) -> Chart:
    name = _line(persona.name) or words.t("Unnamed persona")
    room = width - 2 * _PADDING
    shapes: list[Primitive] = [*portrait(persona, _PADDING, _PADDING, _DISC)]
    left, y = _PADDING + _DISC + _GAP, _PADDING + 4
    beside = width - left - _PADDING
    shapes.append(label(name, left, y, face="bold", size=BODY + 2, line=BODY_LINE + 2, room=beside))
    y += BODY_LINE + 2
    if persona.type.strip():
        shapes.append(label(persona.type, left, y, colour="secondary", room=beside))
        y += SMALL_LINE
    quote = lines(_line(persona.quote), left, y + 2, beside, words.language, most=6, size=BODY, line=BODY_LINE)
    shapes += quote
    y = max(y + len(quote) * BODY_LINE, _PADDING + _DISC) + _GAP
    count = 1 if width < _NARROW else 2
    column = (room - (count - 1) * _COLUMN_GAP) / count
    ends = [y] * count
    for slider in persona.sliders:
        at = ends.index(min(ends))
        shapes += _slider(slider, _PADDING + at * (column + _COLUMN_GAP), ends[at], column, words)
        ends[at] += _SLIDER
    for heading, text in texts_of(persona, project, words):
        at = ends.index(min(ends))
        x = _PADDING + at * (column + _COLUMN_GAP)
        shapes.append(label(heading, x, ends[at], face="semibold", colour="secondary", room=column))
        body = lines(
            text, x, ends[at] + SMALL_LINE, column, words.language, most=_MOST_LINES, size=BODY, line=BODY_LINE
        )
        shapes += body
        ends[at] += SMALL_LINE + len(body) * BODY_LINE + _GAP
    height = max(ends) + _PADDING - 4
    frame = Rect(0.5, 0.5, width - 1, height - 1, fill="card", stroke="card.border", radius=8)
    tip = f"{name}, {_line(persona.type)}" if persona.type.strip() else name
    spots = (Spot(0, 0, width, height, tip),)
    return Chart(width, height, (frame, *shapes), spots, _table(persona, project, name, words))


def _slider(slider: Slider, x: float, y: float, width: float, words: Texts) -> list[Primitive]:
    """Both poles, and the value as a disc on the line between them."""
    half = width / 2 - 6
    middle = y + SMALL_LINE + 9
    at = x + 6 + (width - 12) * slider.value / 100
    left = _line(slider.left) or words.t("left")
    right = _line(slider.right) or words.t("right")
    return [
        label(left, x, y, room=half),
        label(right, x + width, y, align="right", room=half),
        Line(x, middle, x + width, middle, "rule.strong", 1.5),
        Line(x + width / 2, middle - 3, x + width / 2, middle + 3, "rule.strong", 1.0),
        circle(at, middle, 6, fill="primary", stroke="card", stroke_width=1.5),
    ]


def _table(persona: Persona, project: Project, name: str, words: Texts) -> ChartTable:
    rows = [(words.t("Name"), name), (words.t("Type"), _line(persona.type)), (words.t("Quote"), _line(persona.quote))]
    rows += [(words.t("Traits"), slider_in_words(one)) for one in persona.sliders]
    rows += texts_of(persona, project, words)
    return ChartTable(name, (words.t("Field"), words.t("Text")), tuple(row for row in rows if row[1]))


def _line(text: str) -> str:
    return " ".join(text[:_LONGEST].split())
