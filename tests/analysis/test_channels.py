"""Channels counted by hand: what is met in which phase, where customers change, and how far it all plays together."""

from __future__ import annotations

from typing import Any

from cjeditor.analysis.channels import ChannelFigures, channel_figures, reached
from cjeditor.model.cards import Link, Touchpoint
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.project import Channel, Project

CHANNELS = (
    Channel(id="ch_app", name="App", mode="mobile"),
    Channel(id="ch_shop", name="Shop", mode="offline"),
    Channel(id="ch_web", name="Website", mode="online"),
)


def tp(letter: str, step: str = "a", channel: str | None = None, **fields: Any) -> Touchpoint:
    number = ord(letter) - ord("a") + 1
    return Touchpoint(
        id=f"tp_{letter}",
        number=number,
        step=f"st_{step}",
        lane="ln_a",
        rank=f"a{number}",
        channel=None if channel is None else f"ch_{channel}",
        **fields,
    )


def link(ends: str, **fields: Any) -> Link:
    return Link(id=f"lk_{ends}", source=f"tp_{ends[0]}", target=f"tp_{ends[1]}", **fields)


def figures(*touchpoints: Touchpoint, links: tuple[Link, ...] = (), channels: Any = CHANNELS) -> ChannelFigures:
    journey = JourneyMap(
        id="map_1",
        rank="a0",
        phases=(Phase(id="ph_b", rank="a0"), Phase(id="ph_a", rank="a1")),
        steps=(Step(id="st_a", phase="ph_a", rank="a0"), Step(id="st_b", phase="ph_b", rank="a0")),
        lanes=(Lane(id="ln_a", rank="a0", kind="touchpoints"),),
        touchpoints=touchpoints,
        links=links,
    )
    return channel_figures(Project(channels=channels, maps=(journey,)), journey)


def test_counts_channels_by_phase_without_moments_that_meet_none() -> None:
    found = figures(
        tp("a", "b", "web", weight=5),
        tp("b", "b", "web", contact="third_party"),
        tp("c", "a", "web"),
        tp("d", "a", "shop"),
        tp("e", "a", "app", contact="none"),
        tp("f", "a"),
    )
    assert found.phases == ("ph_b", "ph_a")
    assert [(one.channel.name, one.counts, one.total, one.weight) for one in found.usages] == [
        ("Website", (2, 1), 3, 11),
        ("Shop", (0, 1), 1, 3),
    ]
    assert [one.name for one in found.unused] == ["App"]
    assert [one.number for one in found.nameless] == [6]
    assert found.without_contact == 1
    assert found.most() == 2


def test_an_empty_map_has_no_figures_and_no_level() -> None:
    found = figures(channels=())
    assert (found.usages, found.passages, found.most(), reached(found).level) == ((), (), 0, "")


def test_follows_the_links_and_tells_changes_of_channel_from_changes_of_mode() -> None:
    other = (*CHANNELS, Channel(id="ch_x", name="Search", mode="online"))
    found = figures(
        tp("a", channel="x"),
        tp("b", channel="web"),
        tp("c", channel="shop"),
        tp("d", channel="shop"),
        tp("e"),
        links=(link("ab"), link("bc", hand_off="broken", obstacle="technical"), link("cd"), link("de")),
        channels=other,
    )
    assert [
        (one.source.number, one.target.number, one.changes_channel, one.changes_mode) for one in found.passages
    ] == [
        (1, 2, True, False),
        (2, 3, True, True),
        (3, 4, False, False),
        (4, 5, False, False),
    ]
    assert [one.obstacle for one in found.broken] == ["technical"]
    assert [one.target.number for one in found.changes] == [2, 3]


def test_a_moment_without_contact_is_passed_and_its_links_are_one_way() -> None:
    found = figures(
        tp("a", channel="web"),
        tp("b", contact="none"),
        tp("c", channel="shop"),
        links=(
            link("ab", hand_off="seamless", treatment="consistent"),
            link("bc", hand_off="broken", obstacle="legal", treatment="inconsistent"),
            link("ba"),
        ),
    )
    (way,) = found.passages
    assert (way.source.number, way.target.number, len(way.links)) == (1, 3, 2)
    assert (way.changes_mode, way.hand_off, way.obstacle, way.treatment) == (True, "broken", "legal", "inconsistent")


def test_a_circle_of_moments_without_contact_ends() -> None:
    found = figures(
        tp("a", channel="web"),
        tp("b", contact="none"),
        tp("c", contact="none"),
        links=(link("ab"), link("bc"), link("cb"), link("ca")),
    )
    assert found.passages == ()


def test_levels_from_single_to_omni_and_what_keeps_them_from_more() -> None:
    web, shop, app = tp("a", channel="web"), tp("b", channel="shop"), tp("c", channel="app")
    assert reached(figures(web)).level == "single"
    side_by_side = reached(figures(web, shop))
    assert (side_by_side.level, [one.name for one in side_by_side.apart]) == ("multi", ["Website"])
    crossed = reached(figures(web, shop, app, links=(link("ab", hand_off="broken"),)))
    assert (crossed.level, [one.name for one in crossed.apart]) == ("cross", ["App"])
    assert (crossed.broken, crossed.unrated, crossed.uneven, crossed.changes) == (1, 0, 1, 1)
    smooth = {"hand_off": "seamless", "treatment": "consistent"}
    whole = (link("ab", **smooth), link("bc", **smooth))
    assert reached(figures(web, shop, app, links=whole)).level == "omni"
    assert reached(figures(web, shop, app, tp("d"), links=whole)).level == "cross"
    told_twice = (link("ab", **smooth), link("bc", hand_off="seamless"))
    assert (reached(figures(web, shop, app, links=told_twice)).level) == "cross"
