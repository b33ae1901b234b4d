"""What a map says of itself, in words: for slides and pages, which show more or less of the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from cjeditor.analysis.evidence import evidence_figures, hypothesis_share
from cjeditor.analysis.pain import pain_scores
from cjeditor.catalogue import terms
from cjeditor.export.card_words import Fact
from cjeditor.export.content import Content
from cjeditor.layout.draw_persona import hypothesis_in_words
from cjeditor.model.cards import Note, Touchpoint


class Highlights(NamedTuple):
    """What an overview names of one phase, the gravest first.

    Attributes:
        moments: its moments of truth, along the journey.
        pains: its pain points.
        counts: how much there is in it, in a few words each.
    """

    moments: tuple[Touchpoint, ...]
    pains: tuple[Note, ...]
    counts: tuple[str, ...]


def facts(content: Content) -> list[Fact]:
    """What is known of the map beside its message; only what there is."""
    journey, words = content.journey, content.words
    found = (
        Fact(words.t("State"), content.state),
        Fact(words.t("Persona"), content.persona.name if content.persona is not None else ""),
        Fact(words.t("Decision"), journey.decision),
        Fact(words.t("Scope"), journey.scope),
        Fact(words.t("Client"), content.project.client),
        Fact(words.t("Owner"), journey.owner),
        Fact(words.t("Status"), terms.map_status(journey.status, words)),
        Fact(words.t("Version"), journey.version),
        Fact(words.t("Evidence"), backed(content)),
        Fact(words.t("Date"), content.day),
    )
    return [one for one in found if one.text.strip()]


def message(content: Content) -> list[Fact]:
    """What the map is for: its title, what was found, and the story it tells; only what there is."""
    journey, words = content.journey, content.words
    found = (
        Fact(words.t("Title"), content.title),
        Fact(words.t("Key finding"), journey.key_finding),
        Fact(words.t("Scenario"), journey.scenario),
    )
    return [one for one in found if one.text.strip()]


def origin(content: Content) -> list[str]:
    """Whose map it is, in the order in which a cover says it."""
    journey, words = content.journey, content.words
    version = words.t("version {version}", version=journey.version) if journey.version else ""
    persona = content.persona.name if content.persona is not None else ""
    told = (content.state, persona, content.project.client, journey.owner, version, content.day)
    return [one for one in told if one.strip()]


def backed(content: Content) -> str:
    """How many statements rest on research; nothing where the map makes none."""
    held = evidence_figures(content.journey).holding
    if not held.total:
        return ""
    return content.words.tn(
        "{backed} of {n} statement backed by research",
        "{backed} of {n} statements backed by research",
        held.total,
        backed=content.words.number(held.backed),
    )


def doubt(content: Content) -> str:
    """That the map is a hypothesis, where it is one."""
    share = hypothesis_share(content.journey, content.project.settings.hypothesis_below)
    return hypothesis_in_words(share, content.words)


def highlights(content: Content) -> list[Highlights]:
    """What an overview names of each phase, in their order."""
    touchpoints = defaultdict[str, list[Touchpoint]](list)
    pains = defaultdict[str, list[Note]](list)
    chances = Counter[str]()
    for card in content.touchpoints():
        touchpoints[content.steps[card.step].phase].append(card)
    for score in pain_scores(content.journey):
        pains[content.steps[score.note.step].phase].append(score.note)
    for note in content.notes():
        chances[content.steps[note.step].phase] += note.kind == "opportunity"
    found = []
    for phase in content.phases:
        here, hurting = touchpoints[phase.id], pains[phase.id]
        moments = tuple(one for one in here if one.moment_of_truth)
        found.append(Highlights(moments, tuple(hurting), tuple(_counts(here, hurting, chances[phase.id], content))))
    return found


def _counts(touchpoints: list[Touchpoint], pains: list[Note], chances: int, content: Content) -> Iterator[str]:
    words = content.words
    yield words.tn("{n} touchpoint", "{n} touchpoints", len(touchpoints))
    if pains:
        yield words.tn("{n} pain point", "{n} pain points", len(pains))
    if chances:
        yield words.tn("{n} opportunity", "{n} opportunities", chances)
    left = sum(len(one.drop_off_points) for one in touchpoints)
    if left:
        yield words.tn("{n} drop-off point", "{n} drop-off points", left)
