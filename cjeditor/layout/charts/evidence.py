"""What a map rests on: a bar for each phase, divided by degrees of evidence, and the open assumptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import floor
from types import MappingProxyType
from typing import Final

from cjeditor.analysis.evidence import EvidenceFigures, Holding, evidence_figures
from cjeditor.catalogue import terms
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Spot, Subject
from cjeditor.layout.charts.legend import Entry, legend
from cjeditor.layout.charts.lettering import BODY, BODY_LINE, SMALL, SMALL_LINE, label, lines
from cjeditor.layout.charts.patterns import Pattern, filled
from cjeditor.layout.draw_card import evidence_mark
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Line, Primitive
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.fields import Evidence
from cjeditor.texts import N_, Texts

_NOTHING = N_("There is nothing on this map yet of which one could ask how we know.")
FILLS: Final[Mapping[Evidence, Pattern]] = MappingProxyType(
    {"quantitative": "solid", "qualitative": "rising", "anecdotal": "dots", "assumption": "empty"}
)
"""The strongest first, as in the bars."""

_COLOUR = "edge.goal"
_ROW, _BAR = 26.0, 16.0
_NAMES, _GAP = 0.28, 8.0
_INDENT, _UNDER = 18.0, 6.0
_MOST_ROWS = 16


def drawn(subject: Subject, width: float) -> Drawn:
    """The bars and the open assumptions; on an empty map that there is nothing to ask."""
    found = evidence_figures(subject.journey)
    bars = by_phase(subject, width)
    if not bars.charts:
        return bars
    if not found.open:
        return bars
    return Drawn(bars.sentences, (*bars.charts, _assumptions(found.weightiest, subject, width)))


def by_phase(subject: Subject, width: float) -> Drawn:
    """The bars alone, for where a ledger stands below."""
    found = evidence_figures(subject.journey)
    if not found.holding.total:
        return Drawn((subject.words.t(_NOTHING),))
    return Drawn(sentences(found, subject), (_bars(found, subject, width),))


def sentences(found: EvidenceFigures, subject: Subject) -> tuple[str, ...]:
    """The share and whether it is enough, the same by weight, the open assumptions, and what names no source."""
    words, below = subject.words, subject.project.settings.hypothesis_below
    share = found.holding.share or 0.0
    said = [
        words.tn(
            "{share} of {n} statement is backed by research, qualitative or quantitative.",
            "{share} of {n} statements are backed by research, qualitative or quantitative.",
            found.holding.total,
            share=words.percent(floor(share)),
        )
    ]
    if share < below:
        said.append(words.t("The map is a hypothesis: less than {below} is backed.", below=words.percent(below)))
    if found.weighted_share is not None:
        weighted = words.percent(floor(found.weighted_share))
        said.append(words.t("With phases weighed by their importance it is {share}.", share=weighted))
    if found.open:
        said.append(
            words.tn(
                "{n} open assumption, {untested} of them without an idea how to test it.",
                "{n} open assumptions, {untested} of them without an idea how to test them.",
                len(found.open),
                untested=words.number(len(found.untested)),
            )
        )
    if found.sourceless:
        said.append(
            words.tn(
                "{n} statement is called backed but names no source.",
                "{n} statements are called backed but name no source.",
                len(found.sourceless),
            )
        )
    said.append(
        words.t("Questions, ideas, pictures and what happens backstage claim nothing about customers and do not count.")
    )
    return tuple(said)


def claim_of(card: Card, words: Texts) -> str:
    """What a card claims, after its number."""
    said = " ".join((card.title if isinstance(card, Touchpoint) else card.text).split())
    return f"{card.number} {said or words.t('Untitled')}"


def _bars(found: EvidenceFigures, subject: Subject, width: float) -> Chart:
    words = subject.words
    key = legend([Entry(terms.evidence(one, words), FILLS[one], _COLOUR) for one in FILLS], 0, 0, width)
    named = [
        (each.phase.id, f"{number} {' '.join(each.phase.name.split()) or words.t('Unnamed phase')}", each.holding)
        for number, each in enumerate(found.phases, start=1)
    ]
    rows = [*named, ("", words.t("Whole map"), found.holding)]
    names = min(width * _NAMES, max(text_width(name, "regular", SMALL) for _id, name, _held in rows))
    said_room = text_width(words.t("{share} of {n}", share=words.percent(100), n=words.number(999)), "semibold", SMALL)
    left, right = names + _GAP, width - said_room - _GAP
    shapes: list[Primitive] = [*key.shapes]
    spots: list[Spot] = []
    top = key.height + 6
    for at, (record, name, held) in enumerate(rows):
        y = top + at * _ROW
        middle = y + (_ROW - SMALL_LINE) / 2
        face = "regular" if record else "bold"
        shapes.append(label(name, left - _GAP, middle, face=face, align="right", room=names))  # type: ignore[arg-type]  # both are faces
        shapes += _bar(held, left, y + (_ROW - _BAR) / 2, right - left)
        said = _share(held, words)
        shapes.append(label(said, right + _GAP, middle, face="semibold", room=said_room))
        spots.append(Spot(0, y, width, _ROW, f"{name}: {_in_words(held, words)}", record))
    bottom = top + len(rows) * _ROW
    below = subject.project.settings.hypothesis_below
    shapes.append(Line(left, top, left, bottom, "rule.strong", 1.0))
    if below:
        x = left + (right - left) * below / 100
        shapes.append(Line(x, top, x, bottom + 4, "warning", 1.2, (4.0, 3.0)))
        threshold = words.t("hypothesis below {share}", share=words.percent(below))
        half = text_width(threshold, "regular", SMALL) / 2
        middle_x = min(max(x, half), width - half)
        shapes.append(label(threshold, middle_x, bottom + 4, colour="warning", align="middle"))
    table = ChartTable(
        words.t("Evidence by phase"),
        (
            words.t("Phase"),
            *(terms.evidence(one, words) for one in FILLS),
            words.t("Statements"),
            words.t("Backed by research"),
        ),
        tuple((name, *_counts(held, words)) for _record, name, held in rows),
        numbers=(1, 2, 3, 4, 5, 6),
    )
    return Chart(width, bottom + 4 + SMALL_LINE, tuple(shapes), tuple(spots), table)


def _bar(held: Holding, left: float, top: float, width: float) -> list[Primitive]:
    """Pieces as long as their shares, the strongest evidence at the left."""
    shapes: list[Primitive] = []
    x = left
    for kind, pattern in FILLS.items():
        count = getattr(held, kind)
        if count:
            length = width * count / held.total
            shapes += filled(x, top, length, _BAR, pattern, _COLOUR)
            x += length
    return shapes


def _share(held: Holding, words: Texts) -> str:
    if held.share is None:
        return "–"
    return words.t("{share} of {n}", share=words.percent(floor(held.share)), n=words.number(held.total))


def _counts(held: Holding, words: Texts) -> tuple[str, ...]:
    counts = (*(getattr(held, kind) for kind in FILLS), held.total)
    share = "–" if held.share is None else words.percent(floor(held.share))
    return (*(words.number(count) for count in counts), share)


def _in_words(held: Holding, words: Texts) -> str:
    parts = [f"{words.number(getattr(held, kind))} {terms.evidence(kind, words)}" for kind in FILLS]
    return f"{_share(held, words)}; {', '.join(parts)}"


def _assumptions(some: Sequence[Card], subject: Subject, width: float) -> Chart:
    """A row for each of the weightiest assumptions: what it says and how it could be tested; all stand in the table.

    Each may take two lines.
    """
    words = subject.words
    untested = words.t("No idea yet how to test it") if subject.for_work else ""
    shapes: list[Primitive] = []
    spots: list[Spot] = []
    shown = some[:_MOST_ROWS]
    language, room, y = words.language, width - _INDENT, 0.0
    for card in shown:
        claim = claim_of(card, words)
        idea = " ".join(card.test_idea.split())
        test = words.t("Test: {idea}", idea=idea) if idea else untested
        shapes += evidence_mark(card.evidence, 6.0, y + 2 + BODY_LINE / 2, 4.6, "primary")
        said = lines(claim, _INDENT, y + 2, room, language, most=2, face="semibold", size=BODY, line=BODY_LINE)
        top = y + 2 + max(1, len(said)) * BODY_LINE
        tested = lines(test, _INDENT, top, room, language, most=2, colour="secondary" if idea else "warning")
        bottom = top + max(1, len(tested)) * SMALL_LINE
        shapes += (*said, *tested, Line(0, bottom + _UNDER, width, bottom + _UNDER, "rule", 1.0))
        spots.append(Spot(0, y, width, bottom - y, f"{claim}. {test}".rstrip(), card.id))
        y = bottom + _UNDER + 3
    table = ChartTable(
        words.t("Open assumptions, the weightiest first"),
        (words.t("Assumption"), words.t("How to test it")),
        tuple((claim_of(card, words), card.test_idea or untested or "–") for card in some),
    )
    return Chart(width, y, tuple(shapes), tuple(spots), table)
