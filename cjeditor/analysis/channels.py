"""What a map says about channels: where they are used, where customers change them, and how far they play together.

Touchpoints without contact are left out of all figures: life goes on there, and no channel is met. What leads over them
from one touchpoint to another counts as one passage.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from cjeditor.model.cards import Link, Touchpoint
from cjeditor.model.fields import Obstacle, Treatment
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import in_journey_order, ordered
from cjeditor.model.project import Channel, Project

HandOff = Literal["", "seamless", "broken"]
Level = Literal["", "single", "multi", "cross", "omni"]


@dataclass(frozen=True, slots=True)
class Usage:
    """One channel on the map.

    Attributes:
        channel: the project's.
        counts: how many touchpoints it has in each phase, in the order of the phases.
        weight: the sum of those touchpoints' weights (1 … 5 each).
    """

    channel: Channel
    counts: tuple[int, ...]
    weight: int

    @property
    def total(self) -> int:
        """How many touchpoints it has on the whole map."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Passage:
    """The way from one touchpoint with contact to the next, over one link or, past moments without contact, several.

    Attributes:
        links: from the first to the last; several only where touchpoints without contact lie between.
        source: where the customer comes from.
        target: where the customer arrives.
        left: the channel of `source`; None where it names none.
        entered: the channel of `target`; None where it names none.
    """

    links: tuple[Link, ...]
    source: Touchpoint
    target: Touchpoint
    left: Channel | None
    entered: Channel | None

    @property
    def changes_channel(self) -> bool:
        """Whether both ends name a channel, and not the same one."""
        return self.left is not None and self.entered is not None and self.left.id != self.entered.id

    @property
    def changes_mode(self) -> bool:
        """Whether the channel changes between online, offline and mobile."""
        return self.left is not None and self.entered is not None and self.left.mode != self.entered.mode

    @property
    def hand_off(self) -> HandOff:
        """`broken` where one of the links is, `seamless` where all are, otherwise not rated."""
        states = {link.hand_off for link in self.links}
        if "broken" in states:
            return "broken"
        return "seamless" if states == {"seamless"} else ""

    @property
    def obstacle(self) -> Obstacle:
        """Why it breaks: the first obstacle that its broken links name."""
        return next((link.obstacle for link in self.links if link.hand_off == "broken" and link.obstacle), "")

    @property
    def treatment(self) -> Treatment:
        """`inconsistent` where one of the links is, `consistent` where all are, otherwise not said."""
        states = {link.treatment for link in self.links}
        if "inconsistent" in states:
            return "inconsistent"
        return "consistent" if states == {"consistent"} else ""


@dataclass(frozen=True, slots=True)
class ChannelFigures:
    """The channels of one map.

    Attributes:
        phases: ids of the phases in their order.
        usages: the channels in use: those of the most touchpoints first, then by name.
        unused: channels of the project that no touchpoint with contact names, by name.
        nameless: touchpoints with contact that name no channel, in journey order.
        without_contact: how many touchpoints are left out.
        passages: the ways along the links between touchpoints with contact, in journey order.
    """

    phases: tuple[str, ...]
    usages: tuple[Usage, ...]
    unused: tuple[Channel, ...]
    nameless: tuple[Touchpoint, ...]
    without_contact: int
    passages: tuple[Passage, ...]

    @property
    def changes(self) -> tuple[Passage, ...]:
        """The passages from one channel into another."""
        return tuple(one for one in self.passages if one.changes_channel)

    @property
    def broken(self) -> tuple[Passage, ...]:
        """The passages that break, also within one channel."""
        return tuple(one for one in self.passages if one.hand_off == "broken")

    def most(self) -> int:
        """The greatest count of a channel in a phase; 0 where there is none."""
        return max((count for usage in self.usages for count in usage.counts), default=0)


@dataclass(frozen=True, slots=True)
class Reached:
    """How far the channels of a map play together, and why not further.

    The terms are used differently in the literature; here they mean, from the domain description: `single`: all
    touchpoints lie in one channel. `multi`: several channels stand side by side, and no link leads from one to another.
    `cross`: links lead from channel to channel, but not every step is worked out. `omni`: all channels are planned and
    steered together, so that the customer moves freely and tells a thing only once: links connect all channels with
    each other, each change is marked as seamless and the treatment as consistent on both sides, and each touchpoint
    with contact names its channel. Single and multi are our own lower steps. Empty: no touchpoint names a channel.

    Attributes:
        level: the step reached.
        apart: channels that no chain of links connects with those of the greatest group of channels.
        broken: changes of channel that break.
        unrated: changes of channel whose hand-off nobody has marked.
        uneven: changes of channel that are not marked as consistent in treatment.
        seamless: changes of channel that are marked as seamless.
        changes: all of them.
        nameless: touchpoints with contact without a channel.
    """

    level: Level
    apart: tuple[Channel, ...] = ()
    broken: int = 0
    unrated: int = 0
    uneven: int = 0
    seamless: int = 0
    changes: int = 0
    nameless: int = 0


def channel_figures(project: Project, journey_map: JourneyMap) -> ChannelFigures:
    """Count and follow the channels of one map."""
    phases = tuple(phase.id for phase in ordered(journey_map.phases))
    place = {step.id: phases.index(step.phase) for step in journey_map.steps}
    channels = {one.id: one for one in project.channels}
    touchpoints = [one for one in in_journey_order(journey_map, journey_map.touchpoints) if isinstance(one, Touchpoint)]
    met = [one for one in touchpoints if one.contact != "none"]
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0] * len(phases))
    weights: defaultdict[str, int] = defaultdict(int)
    for one in met:
        if one.channel in channels:
            counts[str(one.channel)][place[one.step]] += 1
            weights[str(one.channel)] += one.weight
    usages = [Usage(channels[key], tuple(found), weights[key]) for key, found in counts.items()]
    return ChannelFigures(
        phases,
        tuple(sorted(usages, key=_most_used)),
        tuple(sorted((one for one in project.channels if one.id not in counts), key=_by_name)),
        tuple(one for one in met if one.channel not in channels),
        len(touchpoints) - len(met),
        _passages(touchpoints, journey_map.links, channels),
    )


def reached(figures: ChannelFigures) -> Reached:
    """Tell how far the channels play together; see `Reached` for what the levels mean."""
    used = [usage.channel for usage in figures.usages]
    nameless = len(figures.nameless)
    if not used:
        return Reached("", nameless=nameless)
    if len(used) == 1:
        return Reached("single", nameless=nameless)
    changes = figures.changes
    apart = _apart(used, changes)
    if not changes:
        return Reached("multi", apart=apart, nameless=nameless)
    states = [one.hand_off for one in changes]
    uneven = sum(1 for one in changes if one.treatment != "consistent")
    seamless = states.count("seamless")
    whole = seamless == len(changes) and not (apart or uneven or nameless)
    return Reached(
        "omni" if whole else "cross",
        apart,
        states.count("broken"),
        states.count(""),
        uneven,
        seamless,
        len(changes),
        nameless,
    )


def _passages(
    touchpoints: Sequence[Touchpoint], links: Iterable[Link], channels: Mapping[str, Channel]
) -> tuple[Passage, ...]:
    known = {one.id: one for one in touchpoints}
    order = {one.id: at for at, one in enumerate(touchpoints)}
    leaving: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        # Links from and to notes are no part of the customer's way.
        if link.source in known and link.target in known:
            leaving[link.source].append(link)
    for each in leaving.values():
        each.sort(key=lambda link: order[link.target])
    found = []
    for source in touchpoints:
        if source.contact == "none":
            continue
        for way in _ways(source.id, leaving, known):
            target = known[way[-1].target]
            ends = channels.get(source.channel or ""), channels.get(target.channel or "")
            found.append(Passage(way, source, target, *ends))
    return tuple(found)


def _ways(start: str, leaving: Mapping[str, list[Link]], known: Mapping[str, Touchpoint]) -> Iterable[tuple[Link, ...]]:
    """The shortest ways from a touchpoint to the next ones with contact; each of those once."""
    reached_already = {start}
    waiting: deque[tuple[Link, ...]] = deque((link,) for link in leaving.get(start, ()))
    while waiting:
        way = waiting.popleft()
        end = way[-1].target
        if end in reached_already:
            continue
        reached_already.add(end)
        if known[end].contact == "none":
            waiting.extend((*way, link) for link in leaving.get(end, ()))
        else:
            yield way


def _apart(used: Sequence[Channel], changes: Iterable[Passage]) -> tuple[Channel, ...]:
    """The channels outside the greatest group that changes connect; of equal groups the first stays."""
    group = {one.id: one.id for one in used}
    for each in changes:
        if each.left is not None and each.entered is not None:
            old, new = group[each.left.id], group[each.entered.id]
            group = {key: new if value == old else value for key, value in group.items()}
    members = list(group.values())
    greatest = max(members, key=members.count)
    return tuple(one for one in used if group[one.id] != greatest)


def _most_used(usage: Usage) -> tuple[int, str, str]:
    return -usage.total, *_by_name(usage.channel)


def _by_name(channel: Channel) -> tuple[str, str]:
    return channel.name.casefold(), channel.id
