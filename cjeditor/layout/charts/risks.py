"""The drop-off risks of a map: a matrix of likelihood and impact, and the list by weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cjeditor.analysis.risks import Risk, RiskFigures, risk_figures
from cjeditor.catalogue.drop_off_reasons import reason_name
from cjeditor.layout.charts.bars import Bar, bars
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Subject
from cjeditor.layout.charts.legend import Entry, legend
from cjeditor.layout.charts.matrix import Item, matrix
from cjeditor.model.cards import Touchpoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import ordered
from cjeditor.texts import N_, Texts

OPEN, COUNTERED = "warning", "shield-check"
"""Icons: of a risk that nobody does anything about, and of one with a counter-measure."""

_NOTHING = N_("There is no drop-off point yet. Drag one from the building blocks onto a touchpoint or phase.")
_MOST_BARS = 20
_LONGEST = 400


def drawn(subject: Subject, width: float) -> Drawn:
    """The matrix and the bars; without drop-off points only how to come to some."""
    words = subject.words
    found = risk_figures(subject.journey)
    if not found.risks:
        return Drawn((words.t(_NOTHING),))
    charts = [risk_matrix(found, subject, width)]
    if any(one.weighted for one in found.risks):
        charts.append(_bars(found, subject, width))
    return Drawn(sentences(found, subject), tuple(charts))


def sentences(found: RiskFigures, subject: Subject) -> tuple[str, ...]:
    """What is open, what is the greatest, what is not graded; and how the figures come about."""
    words = subject.words
    said = [
        words.tn(
            "{n} drop-off point, {open} of them without a counter-measure.",
            "{n} drop-off points, {open} of them without a counter-measure.",
            len(found.risks),
            open=words.number(len(found.open)),
        )
    ]
    greatest = next((one for one in found.open if one.weighted), None)
    if greatest is not None:
        said.append(
            words.t(
                "The greatest open one: {name} at {place}, {weighted}.",
                name=name_of(greatest, words),
                place=place_of(greatest, subject),
                weighted=words.number(greatest.weighted or 0),
            )
        )
    phases = found.of_phases()
    if phases:
        worst = max(phases, key=phases.__getitem__)
        names = phase_names(subject.journey, words)
        said.append(words.t("Most is at stake in phase {phase}: {sum}.", phase=names[worst], sum=phases[worst]))
    if found.ungraded:
        said.append(
            words.tn(
                "{n} is not graded yet and stands below the matrix.",
                "{n} are not graded yet and stand below the matrix.",
                len(found.ungraded),
            )
        )
    said.append(words.t("Risk = likelihood × impact; sorted by weight × risk. Each grade goes from 1 to 5."))
    return tuple(said)


def risk_matrix(found: RiskFigures, subject: Subject, width: float) -> Chart:
    """Likelihood across, impact up; a chip for each drop-off point, which can be dragged to other grades."""
    words = subject.words
    items = [
        Item(
            one.point.id,
            place,
            name_of(one, words),
            in_words(one, subject),
            one.point.likelihood,
            one.point.impact,
            OPEN if one.is_open else COUNTERED,
            one.is_open,
        )
        for one, place in zip(found.risks, short_places(found.risks, subject), strict=True)
    ]
    axes = words.t("Likelihood"), words.t("Impact")
    made = matrix(items, axes, words.t("Not graded yet"), _share, width, words.language)
    table = ChartTable(
        words.t("Drop-off risks"),
        (
            words.t("Weight × risk"),
            words.t("Weight × likelihood × impact"),
            words.t("Where"),
            words.t("Drop-off point"),
            words.t("Counter-measure"),
        ),
        tuple(_row(one, subject) for one in found.risks),
        numbers=(0,),
    )
    return Chart(width, made.height, made.shapes, made.spots, table, made.targets)


def name_of(risk: Risk, words: Texts) -> str:
    """What a drop-off point is called: in own words, else by its reason."""
    said = " ".join(risk.point.title.split())
    if said:
        return said
    return reason_name(risk.point.reason, words.language) if risk.point.reason else words.t("Drop-off point")


def place_of(risk: Risk, subject: Subject) -> str:
    """Where it is: the touchpoint with its number, or the phase."""
    carrier = risk.carrier
    if isinstance(carrier, Touchpoint):
        return f"{carrier.number} {' '.join(carrier.title.split())}".strip()
    return subject.words.t("phase {phase}", phase=phase_names(subject.journey, subject.words)[carrier.id])


def short_place(risk: Risk, subject: Subject) -> str:
    """The same on a chip: the number of the touchpoint, or that of the phase in brackets."""
    if isinstance(risk.carrier, Touchpoint):
        return str(risk.carrier.number)
    return f"({phase_names(subject.journey, subject.words)[risk.carrier.id].split()[0]})"


def short_places(risks: Sequence[Risk], subject: Subject) -> list[str]:
    """The places of risks on their chips; those of one place get letters, so that each is another."""
    places = [short_place(risk, subject) for risk in risks]
    found: list[str] = []
    for at, place in enumerate(places):
        letter = chr(ord("a") + places[:at].count(place) % 26) if places.count(place) > 1 else ""
        found.append(f"{place}{letter}")
    return found


def phase_names(journey: JourneyMap, words: Texts) -> dict[str, str]:
    """The phases' numbers and names by id."""
    return {
        phase.id: f"{number} {' '.join(phase.name.split()) or words.t('Unnamed phase')}"
        for number, phase in enumerate(ordered(journey.phases), start=1)
    }


def in_words(risk: Risk, subject: Subject) -> str:
    """All of a risk in a sentence: what, where, its grades, and what is done about it."""
    words, point = subject.words, risk.point
    grades = (
        words.t("not graded")
        if risk.risk is None
        else words.t(
            "likelihood {likelihood} × impact {impact} × weight {weight} = {weighted}",
            likelihood=point.likelihood,
            impact=point.impact,
            weight=risk.weight,
            weighted=risk.weighted,
        )
    )
    done = words.t("open") if risk.is_open else words.t("counter-measure: {text}", text=point.counter_measure)
    return f"{name_of(risk, words)}, {place_of(risk, subject)}: {grades}; {done}"


def _share(likelihood: int, impact: int) -> float:
    return likelihood * impact / 25


def _row(risk: Risk, subject: Subject) -> tuple[str, ...]:
    words, point = subject.words, risk.point
    weighted, *grades = (
        "–" if grade is None else words.number(grade)
        for grade in (risk.weighted, risk.weight, point.likelihood, point.impact)
    )
    return (
        weighted,
        " × ".join(grades),
        place_of(risk, subject),
        name_of(risk, words),
        point.counter_measure or words.t("open"),
    )


def _bars(found: RiskFigures, subject: Subject, width: float) -> Chart:
    """The greatest weighted risks as bars: open ones solid, those with a counter-measure empty."""
    words = subject.words
    graded = [one for one in found.risks if one.weighted]
    shown = graded[:_MOST_BARS]
    rows = [
        Bar(
            f"{place} {name_of(one, words)}"[:_LONGEST],
            float(one.weighted or 0),
            words.number(one.weighted or 0),
            in_words(one, subject),
            one.point.id,
            "solid" if one.is_open else "empty",
            "warning" if one.is_open else "edge.opportunity",
        )
        for one, place in zip(shown, short_places(shown, subject), strict=True)
    ]
    key = legend(
        [
            Entry(words.t("open"), "solid", "warning"),
            Entry(words.t("with a counter-measure"), "empty", "edge.opportunity"),
        ],
        0,
        0,
        width,
    )
    made = bars(rows, 0, key.height + 4, width, words.language, most=125.0)
    table = ChartTable(
        words.t("Weight × risk"),
        (words.t("Phase"), words.t("Sum of weight × risk"), words.t("Drop-off points"), words.t("Open")),
        tuple(_phase_rows(found, subject)),
        numbers=(1, 2, 3),
    )
    return Chart(width, key.height + 4 + made.height, (*key.shapes, *made.shapes), made.spots, table)


def _phase_rows(found: RiskFigures, subject: Subject) -> Iterator[tuple[str, ...]]:
    words, sums = subject.words, found.of_phases()
    points = Counter(one.phase.id for one in found.risks)
    still_open = Counter(one.phase.id for one in found.open)
    for phase, name in phase_names(subject.journey, words).items():
        counts = (sums.get(phase, 0), points[phase], still_open[phase])
        yield (name, *(words.number(count) for count in counts))
