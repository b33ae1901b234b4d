"""The sales funnel of a map: how many people stood in each stage, and how many went on to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from cjeditor.model.fields import FunnelStage
from cjeditor.model.journey_map import JourneyMap, Phase
from cjeditor.model.lookup import ordered
from cjeditor.model.project import FunnelCount, Project

STAGES: Final[tuple[FunnelStage, ...]] = ("suspects", "leads", "prospects", "customers", "returning")
"""From the widest to the narrowest."""

Owner = Literal["map", "project", ""]
"""Whose counts a funnel has: the map's own, those of the whole project, or nobody's."""


@dataclass(frozen=True)
class Passage:
    """The way from one counted stage to the next one that is counted.

    Attributes:
        source: the stage that is left.
        target: the stage that is reached; stages between them are not counted.
        before: people in the first, n₁.
        after: people in the second, n₂.
    """

    source: FunnelStage
    target: FunnelStage
    before: int
    after: int

    @property
    def conversion(self) -> float | None:
        """The share that goes on, n₂ / n₁, in per cent; more than 100 where the funnel grows, None where n₁ is 0."""
        return 100 * self.after / self.before if self.before else None

    @property
    def lost(self) -> int:
        """How many people leave, n₁ − n₂; negative where the funnel grows."""
        return self.before - self.after

    @property
    def drop_off(self) -> float | None:
        """The share that leaves, (n₁ − n₂) / n₁, in per cent; negative where the funnel grows, None where n₁ is 0."""
        return None if self.conversion is None else 100 - self.conversion

    @property
    def grows(self) -> bool:
        """Whether more people come out than went in."""
        return self.after > self.before


@dataclass(frozen=True)
class Funnel:
    """The funnel of a map.

    Attributes:
        owner: whose counts they are.
        counts: people by stage, of those that are counted.
        passages: from each counted stage to the next one.
        phases: the map's phases by stage, in journey order.
        unmapped: the phases that belong to no stage.
        dates: when the counts were taken, each day once, the earliest first.
        sources: where they come from, each once.
    """

    owner: Owner
    counts: Mapping[FunnelStage, int]
    passages: tuple[Passage, ...]
    phases: Mapping[FunnelStage, tuple[Phase, ...]]
    unmapped: tuple[Phase, ...]
    dates: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def overall(self) -> float | None:
        """The share of the first counted stage that reaches the last, in per cent; None below two stages or after 0."""
        if not self.passages:
            return None
        first, last = self.passages[0].before, self.passages[-1].after
        return 100 * last / first if first else None

    @property
    def weakest(self) -> Passage | None:
        """The passage with the lowest conversion, the first of equals; None where nobody is lost anywhere."""
        losing = [one for one in self.passages if one.conversion is not None and one.lost > 0]
        return min(losing, key=_conversion, default=None)


def funnel_of(project: Project, journey_map: JourneyMap) -> Funnel:
    """The funnel of a map: of its own counts where it has any, else of the whole project's."""
    own = counts_of(project, journey_map.id)
    records = own or counts_of(project, None)
    owner: Owner = "map" if own else "project" if records else ""
    counts = {stage: records[stage].count for stage in STAGES if stage in records}
    counted = list(counts)
    passages = tuple(Passage(source, target, counts[source], counts[target]) for source, target in pairwise(counted))
    phases = ordered(journey_map.phases)
    return Funnel(
        owner,
        counts,
        passages,
        {stage: tuple(one for one in phases if one.funnel_stage == stage) for stage in STAGES},
        tuple(one for one in phases if one.funnel_stage is None),
        tuple(sorted({one.date for one in records.values() if one.date})),
        tuple(dict.fromkeys(one.source for one in records.values() if one.source.strip())),
    )


def counts_of(project: Project, map_id: str | None) -> dict[FunnelStage, FunnelCount]:
    """The counts by stage that belong to a map, or with None to the whole project."""
    return {one.stage: one for one in project.funnel if one.map == map_id}


def _conversion(passage: Passage) -> float:
    return passage.conversion or 0.0
