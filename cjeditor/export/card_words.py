"""What a card says, in words: all of it, for notes of slides, for pages and for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjeditor.analysis.kpis import verdict
from cjeditor.analysis.ratings import felt
from cjeditor.catalogue import terms
from cjeditor.catalogue.drop_off_reasons import reason_name
from cjeditor.export.content import Content
from cjeditor.layout.draw_metric import figures_in_words
from cjeditor.model.cards import Card, DropOffPoint, Kpi, Note, Touchpoint
from cjeditor.texts import Texts

_ABOUT_TITLE = 300
"""Characters of a title that a sentence about a card says."""


class Fact(NamedTuple):
    """One thing that a card says beside its text, with what it is called."""

    name: str
    text: str


def kind_of(card: Card, content: Content) -> str:
    """What the card is: a touchpoint, or the kind of a note."""
    return content.words.t("Touchpoint") if isinstance(card, Touchpoint) else content.kind_name(card.kind)


def text_of(card: Card) -> str:
    """The title of a touchpoint or the text of a note."""
    return card.title if isinstance(card, Touchpoint) else card.text


def called(card: Card, content: Content) -> str:
    """A card as lists call it: "Touchpoint 12"."""
    return f"{kind_of(card, content)} {card.number}"


def sentence_about(card: Card, content: Content) -> str:
    """The card in a sentence: what it is, what it says, how it feels."""
    words = content.words
    text = " ".join(text_of(card)[:_ABOUT_TITLE].split())
    said = words.t("{name}: {sentence}", name=called(card, content), sentence=text or "–")
    facts = [f"{fact.name}: {' '.join(fact.text.split())[:_ABOUT_TITLE]}" for fact in facts_of(card, content)[:4]]
    return ". ".join((said, *facts))


def in_full(card: Card, content: Content) -> str:
    """All that the card says, a line a fact."""
    lines = [f"{called(card, content)}: {text_of(card) or '–'}"]
    if isinstance(card, Touchpoint) and card.description.strip():
        lines.append(card.description)
    lines.extend(f"{fact.name}: {fact.text}" for fact in facts_of(card, content))
    return "\n".join(lines)


def facts_of(card: Card, content: Content) -> list[Fact]:
    """What the card says beside its text, the more telling first."""
    found = _of_touchpoint(card, content) if isinstance(card, Touchpoint) else _of_note(card, content)
    return [fact for fact in (*found, *_of_both(card, content)) if fact.text.strip()]


def _of_touchpoint(card: Touchpoint, content: Content) -> Iterator[Fact]:
    words, t = content.words, content.words.t
    emotion = felt(card)
    if emotion is not None:
        word = terms.emotion(round(emotion), content.project, words)
        yield Fact(t("Emotion"), f"{words.signed(emotion)} ({word})")
    if card.moment_of_truth:
        yield Fact(t("Moment of truth"), t("yes"))
    channel = content.channels.get(card.channel or "")
    if channel is not None:
        yield Fact(t("Channel"), f"{channel.name} ({terms.mode(channel.mode, words)})")
    if card.contact != "direct":
        yield Fact(t("Contact"), terms.contact(card.contact, words))
    yield Fact(t("Waiting time"), words.waiting(card.expected_wait, card.actual_wait))
    for point in card.drop_off_points:
        yield Fact(t("Drop-off point"), drop_off(point, words))
    for kpi in card.kpis:
        yield Fact(t("KPI"), kpi_in_words(kpi, words))
    if card.loyalty:
        yield Fact(t("Loyalty"), terms.loyalty(card.loyalty, words))
    yield Fact(t("Realms of experience"), ", ".join(terms.realm(one, words) for one in card.realms))


def _of_note(card: Note, content: Content) -> Iterator[Fact]:
    words, t = content.words, content.words.t
    if card.kind == "metric":
        yield Fact(t("Actual and target"), figures_in_words(card, words))
        yield Fact(t("Source"), card.source)
    if card.severity is not None:
        yield Fact(t("Severity"), t("{n} of 5", n=card.severity))
    if card.frequency is not None:
        yield Fact(t("Frequency"), t("{n} of 5", n=card.frequency))


def _of_both(card: Card, content: Content) -> Iterator[Fact]:
    words, t = content.words, content.words.t
    persona = content.personas.get(card.persona or "")
    if persona is not None and persona != content.persona:
        yield Fact(t("Persona"), persona.name)
    step = content.steps[card.step]
    yield Fact(t("Step"), step.name)
    yield Fact(t("Lane"), content.lanes[card.lane].name)
    source = f" ({card.evidence_source})" if card.evidence_source.strip() else ""
    yield Fact(t("Evidence"), terms.evidence(card.evidence, words) + source)
    yield Fact(t("Test idea"), card.test_idea)
    if card.votes:
        yield Fact(t("Votes"), words.number(card.votes))
    yield Fact(t("Owner"), card.owner)
    yield Fact(t("Tags"), ", ".join(card.tags))
    if isinstance(card, Touchpoint):
        yield Fact(t("Web links"), " ".join(card.web_links))


def drop_off(point: DropOffPoint, words: Texts) -> str:
    """A drop-off point in a line: what it is, how likely and bad, and what is done about it."""
    reason = reason_name(point.reason, words.language) if point.reason else words.t("Drop-off point")
    named = point.title if point.title.strip() else reason
    if point.likelihood is not None and point.impact is not None:
        grade = f"{words.number(point.likelihood)}\u00a0×\u00a0{words.number(point.impact)}"
        named = words.t("{name} ({grade})", name=named, grade=grade)
    answer = point.counter_measure if point.counter_measure.strip() else words.t("open: no counter-measure yet")
    return f"{named} – {answer}"


def kpi_in_words(kpi: Kpi, words: Texts) -> str:
    """A KPI in a line: its name, actual and target, and whether that is reached."""
    judged = verdict(kpi.target, kpi.actual, kpi.better)
    said = [kpi.name or words.t("KPI"), figures_in_words(kpi, words)]
    if judged:
        said.append(terms.kpi_status(judged, words))
    return " · ".join(said)
