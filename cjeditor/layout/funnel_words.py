"""What a sales funnel says in words, the same in its chart, in its lane on the map and for screen readers."""

from __future__ import annotations

from cjeditor.analysis.funnel import STAGES, Funnel, Passage
from cjeditor.catalogue import terms
from cjeditor.texts import N_, Texts

_GROWS = N_(
    "More {target} ({after}) than {source} ({before}): the funnel grows here. Are both counted over the same time?"
)


def sentences(found: Funnel, words: Texts) -> tuple[str, ...]:
    """Where most people are lost, how many come through, and what the counts cannot say."""
    said = [*_weakest(found, words), *_overall(found, words)]
    for one in found.passages:
        if one.grows:
            said.append(
                words.t(
                    _GROWS,
                    target=terms.funnel_stage(one.target, words),
                    source=terms.funnel_stage(one.source, words),
                    after=words.number(one.after),
                    before=words.number(one.before),
                )
            )
        elif one.before == 0:
            name = terms.funnel_stage(one.source, words)
            said.append(words.t("{stage}: nobody was counted, so that there is no share of them.", stage=name))
    missing = [stage for stage in STAGES if stage not in found.counts]
    if missing:
        names = ", ".join(terms.funnel_stage(stage, words) for stage in missing)
        said.append(words.t("Not counted: {stages}.", stages=names))
    if found.unmapped:
        names = ", ".join(" ".join(one.name.split()) or words.t("Unnamed phase") for one in found.unmapped)
        said.append(words.t("Phases without a stage: {phases}.", phases=names))
    return (*said, *_origin(found, words))


def _weakest(found: Funnel, words: Texts) -> list[str]:
    weakest = found.weakest
    if weakest is None or weakest.conversion is None:
        return []
    return [
        words.t(
            "The weakest step is from {source} to {target}: {share} go on, {lost} are lost.",
            source=terms.funnel_stage(weakest.source, words),
            target=terms.funnel_stage(weakest.target, words),
            share=percent(weakest.conversion, words),
            lost=words.number(weakest.lost),
        )
    ]


def _overall(found: Funnel, words: Texts) -> list[str]:
    if found.overall is None or len(found.passages) < 2:
        return []
    first, last = found.passages[0].source, found.passages[-1].target
    return [
        words.t(
            "From {first} to {last}: {share}.",
            first=terms.funnel_stage(first, words),
            last=terms.funnel_stage(last, words),
            share=percent(found.overall, words),
        )
    ]


def _origin(found: Funnel, words: Texts) -> list[str]:
    """Whose counts they are, when they were taken and where they come from."""
    said = []
    if found.owner == "project":
        said.append(words.t("Counts of the whole project; this map has none of its own."))
    parts = [*(words.day(day) for day in found.dates), *found.sources]
    if parts:
        said.append(words.t("Source: {source}", source=", ".join(parts)))
    return said


def percent(value: float, words: Texts) -> str:
    """A share as people write it: with one decimal below ten per cent, where that tells something."""
    decimals = 0 if abs(value) >= 10 else 1 if abs(value) >= 0.1 else 9
    return words.figure(round(value, decimals), "%")


def went_on(one: Passage, words: Texts) -> str:
    """How many of a stage go on to the next one, and how many are lost or come on top."""
    if one.conversion is None:
        return words.t("no share: nobody before")
    share = percent(one.conversion, words)
    if one.lost < 0:
        return words.t("{share} · {n} more", share=share, n=words.number(-one.lost))
    return words.t("{share} go on · {n} lost", share=share, n=words.number(one.lost))
