"""Rules of the journey check about the customer: who it is, what they feel, what decides, what loyalty rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cjeditor.analysis.check.found import Found
from cjeditor.analysis.check.reading import Reading
from cjeditor.analysis.folding import folded
from cjeditor.model.cards import Touchpoint

FEWEST: Final = 4
"""Touchpoints below which nothing can be said about a curve or about moments of truth."""

FLATTEST: Final = 1
"""The difference between the best and the worst emotion up to which a curve is flat."""

_SATISFACTION: Final = ("satisf", "zufried", "csat", "kundenzufr", "happiness", "smiley")


def no_persona(reading: Reading) -> Iterator[Found]:
    """A map has no lead persona; the only one of the project can be taken."""
    if reading.map.lead_persona is not None:
        return
    personas = reading.project.personas
    if len(personas) == 1:
        params = {"persona": personas[0].name, "persona_id": personas[0].id}
        yield Found(reading.map.id, "one", params, is_mendable=True)
    else:
        yield Found(reading.map.id)


def flat_emotions(reading: Reading) -> Iterator[Found]:
    """The emotions of at least four touchpoints differ by one at most, or none of so many has one."""
    touchpoints = list(reading.touchpoints)
    felt = [each.emotion for each in touchpoints if each.emotion is not None]
    if not felt:
        if len(touchpoints) >= FEWEST:
            yield Found(reading.map.id, "none", {"n": len(touchpoints)})
    elif len(felt) >= FEWEST and max(felt) - min(felt) <= FLATTEST:
        params = {"n": len(felt), "low": min(felt), "high": max(felt)}
        yield Found(reading.map.id, "" if max(felt) > min(felt) else "same", params)


def no_moment_of_truth(reading: Reading) -> Iterator[Found]:
    """None of at least four touchpoints is a moment of truth."""
    count = 0
    for each in reading.touchpoints:
        if each.moment_of_truth:
            return
        count += 1
    if count >= FEWEST:
        yield Found(reading.map.id, "", {"n": count})


def loyalty_from_satisfaction(reading: Reading) -> Iterator[Found]:
    """A touchpoint is marked as loyalty, and no figure there or in its phase tells how customers behave.

    Figures are KPIs of the touchpoint and its phase, metrics in the phase, and answers to the recommendation question
    about the touchpoint, the phase or the map. Quantitative evidence with a source counts as well.
    """
    asked = {each.about for each in reading.project.surveys if each.answers}
    if reading.map.id in asked:
        return
    for phase in reading.phases:
        cards = reading.by_phase[phase.id]
        here = [each.name for each in phase.kpis]
        here += [each.text for each in reading.notes_in(phase, "metric")]
        for each in cards:
            if not isinstance(each, Touchpoint) or not each.loyalty or asked & {each.id, phase.id}:
                continue
            if each.evidence == "quantitative" and each.evidence_source.strip():
                continue
            names = [name for name in (*(kpi.name for kpi in each.kpis), *here) if name.strip()]
            if not names:
                yield Found(each.id, "none")
            elif all(_is_satisfaction(name) for name in names):
                yield Found(each.id, "", {"kpis": tuple(dict.fromkeys(names))})


def _is_satisfaction(name: str) -> bool:
    said = folded(name)
    return any(word in said for word in _SATISFACTION)
