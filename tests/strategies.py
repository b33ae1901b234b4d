"""Hypothesis strategies: any text that a field can hold, any record, any project that keeps the rules."""

from __future__ import annotations

import base64
import hashlib
from typing import Any, get_args

from hypothesis import strategies as st

from cjeditor.model import fields, table
from cjeditor.model.cards import Comment, DropOffPoint, Kpi, Link, Note, Touchpoint
from cjeditor.model.fields import Span
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.project import (
    Action,
    AgendaStep,
    Asset,
    Channel,
    FunnelCount,
    ParkedCard,
    Persona,
    Project,
    Settings,
    Survey,
)
from cjeditor.model.saved_view import SavedView
from tests.voting_rounds import rounds

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-"

_CONTROLS = "".join(map(chr, (*range(9), *range(0x0B, 0x20), 0x7F)))


def texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Any text that a title or description can hold, line breaks, emoji and bidirectional marks among it."""
    return st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_CONTROLS), max_size=max_size)


def choices(literal: object) -> st.SearchStrategy[Any]:
    """Any of the values of a Literal type."""
    return st.sampled_from(get_args(literal))


def emotions() -> st.SearchStrategy[int]:
    """From −2 to +2."""
    return st.integers(-2, 2)


def grades() -> st.SearchStrategy[int]:
    """From 1 to 5."""
    return st.integers(1, 5)


def spans() -> st.SearchStrategy[Span]:
    """Any length of time."""
    amounts = st.floats(0, 1_000_000, allow_nan=False).map(abs)
    return st.builds(Span, amount=amounts, unit=choices(fields.TimeUnit))


def figures() -> st.SearchStrategy[float]:
    """Any number that a figure can be."""
    return st.floats(allow_nan=False, allow_infinity=False)


def ranks() -> st.SearchStrategy[str]:
    """Ranks of which many are equal, and some odd."""
    return st.sampled_from(["a0", "a1", "a1V", "a2", "b00", "Zz", "00", "a10", "zzz"])


def colours() -> st.SearchStrategy[str]:
    """Any `#rrggbb`."""
    return st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value or None."""
    return st.none() | strategy


def tuples_of(strategy: st.SearchStrategy[Any], max_size: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """Short tuples."""
    return st.lists(strategy, max_size=max_size).map(tuple)


PHASE_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "name": texts(),
    "description": texts(),
    "framework": maybe(st.just("nine-phases")),
    "framework_phase": maybe(st.just("use")),
    "colour": colours(),
    "weight": grades(),
    "duration": texts(6),
    "funnel_stage": maybe(choices(fields.FunnelStage)),
    "collapsed": st.booleans(),
    "ticked": tuples_of(st.sampled_from(["search.where", "need.why", "q-3"]), 2),
}
"""Values for the fields of a phase that stand alone."""

STEP_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "name": texts(),
    "min_width": st.integers(120, 1600),
    "duration": maybe(spans()),
}

LANE_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "kind": choices(fields.LaneKind),
    "name": texts(),
    "question": texts(),
    "note_kind": choices(fields.NoteKind),
    "min_height": st.integers(0, 10_000),
    "collapsed": st.booleans(),
    "audience": choices(fields.Audience),
}

TOUCHPOINT_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": texts(),
    "description": texts(),
    "contact": choices(fields.Contact),
    "weight": grades(),
    "emotion": maybe(emotions()),
    "ratings": tuples_of(emotions()),
    "moment_of_truth": st.booleans(),
    "realms": tuples_of(choices(fields.Realm), 2),
    "expected_wait": maybe(spans()),
    "actual_wait": maybe(spans()),
    "evidence": choices(fields.Evidence),
    "votes": st.integers(0, 9),
    "loyalty": choices(fields.LoyaltyKind),
    "tags": tuples_of(texts(5), 2),
    "owner": texts(5),
}

NOTE_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "kind": choices(fields.NoteKind),
    "text": texts(),
    "severity": maybe(grades()),
    "frequency": maybe(grades()),
    "evidence": choices(fields.Evidence),
    "votes": st.integers(0, 9),
    "tags": tuples_of(texts(5), 2),
    "unit": texts(4),
    "target": maybe(figures()),
    "actual": maybe(figures()),
    "source": texts(6),
    "question": maybe(st.sampled_from(["search.where", "need.why"])),
}

LINK_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "label": texts(),
    "hand_off": st.sampled_from(["", "seamless", "broken"]),
}

MAP_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": texts(),
    "scenario": texts(),
    "key_finding": texts(),
    "state": st.sampled_from(["current", "future"]),
    "status": st.sampled_from(["draft", "in_review", "approved", "archived"]),
    "version": texts(5),
}


AGENDA_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "kind": choices(fields.AgendaKind),
    "title": texts(),
    "minutes": st.integers(0, 1440),
    "script": texts(),
    "question": texts(),
    "started": st.sampled_from(["", "2026-11-27T09:00:00"]),
    "ended": st.sampled_from(["", "2026-11-27T09:12:30"]),
}

PARKED_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "text": texts(),
    "description": texts(),
    "kind": maybe(choices(fields.NoteKind)),
    "count": st.integers(1, 9),
    "tags": tuples_of(texts(5), 2),
}


VIEW_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "name": texts(),
    "zoom": st.floats(0.1, 4.0),
    "x": st.floats(-500, 5000),
    "y": st.floats(-500, 5000),
    "width": st.floats(0, 4000),
    "height": st.floats(0, 4000),
    "show_order": st.booleans(),
    "text": texts(6),
    "kinds": st.just(("touchpoint", "need")),
    "tags": st.just(("late",)),
    "evidence": st.just(("assumption",)),
    "emotions": st.just((None, -2)),
    "votes": st.integers(0, 9),
    "moments_of_truth": st.booleans(),
    "drop_offs": st.booleans(),
    "comments": st.booleans(),
}


PICTURES = tuple(
    Asset(
        id=f"as_{number}",
        sha256=hashlib.sha256(content).hexdigest(),
        media_type="image/png",
        data=base64.b64encode(content).decode(),
    )
    for number, content in enumerate((b"one", b"two"))
)
"""Two pictures as far as a project knows of such."""


@st.composite
def some_of(draw: st.DrawFn, of: dict[str, st.SearchStrategy[Any]], max_size: int = 3) -> dict[str, Any]:
    """Values for a few of the fields of one of the tables above."""
    names = draw(st.lists(st.sampled_from(sorted(of)), max_size=max_size, unique=True))
    return {name: draw(of[name]) for name in names}


@st.composite
def projects(draw: st.DrawFn, max_cards: int = 8) -> Project:
    """Any project that keeps the rules, small; its first map is `map_0`."""
    channels = table.in_order(
        Channel(id=f"ch_{key}", name=draw(texts(5)), mode=draw(choices(fields.ChannelMode))) for key in draw(_keys(3))
    )
    channel_ids = [each.id for each in channels]
    personas = table.in_order(
        Persona(id=f"ps_{key}", name=draw(texts(5)), preferred_channels=draw(_some(channel_ids)))
        for key in draw(_keys(2))
    )
    persona_ids = [each.id for each in personas]
    assets = PICTURES[: draw(st.integers(0, 2))]
    sums = [each.sha256 for each in assets]
    maps = [
        draw(_maps(f"{number}", channel_ids, persona_ids, sums, max_cards)) for number in range(draw(st.integers(1, 2)))
    ]
    cards = [card.id for each in maps for card in (*each.touchpoints, *each.notes)]
    subjects = [record.id for each in maps for record in (each, *each.phases, *each.touchpoints)]
    phases = [phase.id for each in maps for phase in each.phases]
    lanes = [lane.id for each in maps for lane in each.lanes]
    stages = draw(st.lists(choices(fields.FunnelStage), max_size=2, unique=True))
    words = draw(st.just(()) | st.tuples(*[texts(5)] * 5))
    return Project(
        title=draw(texts()),
        language=draw(choices(fields.Language)),
        client=draw(texts(5)),
        channels=channels,
        personas=personas,
        maps=tuple(maps),
        actions=tuple(
            Action(id=f"ac_{number}", title=draw(texts()), cards=draw(_some(cards)), effort=draw(maybe(grades())))
            for number in range(draw(st.integers(0, 2)))
        ),
        surveys=tuple(
            Survey(
                id=f"sv_{number}", about=draw(st.sampled_from(subjects)), answers=draw(tuples_of(st.integers(0, 10)))
            )
            for number in range(draw(st.integers(0, 2)))
        ),
        funnel=tuple(FunnelCount(id=f"fn_{number}", stage=stage, count=number) for number, stage in enumerate(stages)),
        agenda=tuple(
            AgendaStep(
                id=f"ag_{number}",
                rank=draw(ranks()),
                phase=draw(maybe(st.sampled_from(phases))) if phases else None,
                lanes=draw(_some(lanes)),
                **draw(some_of(AGENDA_FIELDS)),
            )
            for number in range(draw(st.integers(0, 2)))
        ),
        parked=tuple(
            ParkedCard(
                id=f"pk_{number}",
                rank=draw(ranks()),
                place=draw(choices(fields.ParkedPlace)),
                **draw(some_of(PARKED_FIELDS)),
            )
            for number in range(draw(st.integers(0, 2)))
        ),
        views=tuple(draw(_views(maps, channel_ids, persona_ids))),
        assets=assets,
        settings=Settings(emotion_labels=words),
    )


@st.composite
def _views(draw: st.DrawFn, maps: list[JourneyMap], channels: list[str], personas: list[str]) -> list[SavedView]:
    found = []
    for number in range(draw(st.integers(0, 2))):
        seen = draw(st.sampled_from(maps))
        phases, lanes = [each.id for each in seen.phases], [each.id for each in seen.lanes]
        found.append(
            SavedView(
                id=f"vw_{number}",
                rank=draw(ranks()),
                map=seen.id,
                phase=draw(maybe(st.sampled_from(phases))) if phases else None,
                lane=draw(maybe(st.sampled_from(lanes))) if lanes else None,
                channels=draw(_some(["", *channels])),
                personas=draw(_some(["", *personas])),
                **draw(some_of(VIEW_FIELDS)),
            )
        )
    return found


def _keys(max_size: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.text(LETTERS, min_size=1, max_size=3), max_size=max_size, unique=True)


def _some(ids: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(ids), max_size=3, unique=True).map(tuple) if ids else st.just(())


@st.composite
def _maps(
    draw: st.DrawFn, key: str, channels: list[str], personas: list[str], pictures: list[str], max_cards: int
) -> JourneyMap:
    """A map with ids that end in `key`, so that no two maps share one."""
    phases, steps = [], []
    for number in range(draw(st.integers(0, 3))):
        phases.append(Phase(id=f"ph_{number}_{key}", rank=draw(ranks()), **draw(some_of(PHASE_FIELDS))))
        steps += [
            Step(id=f"st_{number}_{extra}_{key}", phase=phases[-1].id, rank=draw(ranks()), **draw(some_of(STEP_FIELDS)))
            for extra in range(draw(st.integers(1, 3)))
        ]
    lanes = [
        Lane(id=f"ln_{number}_{key}", rank=draw(ranks()), **draw(some_of(LANE_FIELDS)))
        for number in range(draw(st.integers(0, 4)))
    ]
    touchpoints: list[Touchpoint] = []
    notes: list[Note] = []
    for number in range(draw(st.integers(0, max_cards))):
        lane = draw(st.sampled_from(lanes)) if lanes else None
        if lane is None or not steps or not lane.holds:
            continue
        place = {
            "number": 2 * number + 1,
            "step": draw(st.sampled_from(steps)).id,
            "lane": lane.id,
            "rank": draw(ranks()),
        }
        persona = draw(maybe(st.sampled_from(personas))) if personas else None
        if lane.holds == "touchpoints":
            channel = draw(maybe(st.sampled_from(channels))) if channels else None
            inner = draw(_inner(f"{number}_{key}"))
            named = {"channel": channel, "persona": persona, **inner, **draw(some_of(TOUCHPOINT_FIELDS))}
            touchpoints.append(Touchpoint.model_validate({"id": f"tp_{number}_{key}", **place, **named}))
        else:
            picture = draw(maybe(st.sampled_from(pictures))) if pictures else None
            named = {"persona": persona, "picture": picture, **draw(some_of(NOTE_FIELDS))}
            notes.append(Note.model_validate({"id": f"nt_{number}_{key}", **place, **named}))
    cards = [each.id for each in (*touchpoints, *notes)]
    pairs = st.tuples(st.sampled_from(cards), st.sampled_from(cards)).filter(lambda ends: ends[0] != ends[1])
    ends = draw(st.lists(pairs, max_size=3, unique=True)) if len(cards) > 1 else []
    subjects = [f"map_{key}", *cards, *(each.id for each in (*phases, *steps, *lanes))]
    return JourneyMap(
        id=f"map_{key}",
        rank=draw(ranks()),
        **draw(some_of(MAP_FIELDS)),
        lead_persona=draw(maybe(st.sampled_from(personas))) if personas else None,
        overlaid_personas=draw(_some(personas)),
        phases=table.in_order(phases),
        steps=table.in_order(steps),
        lanes=table.in_order(lanes),
        touchpoints=table.in_order(touchpoints),
        notes=table.in_order(notes),
        links=tuple(
            Link(id=f"lk_{number}_{key}", source=source, target=target, **draw(some_of(LINK_FIELDS, 1)))
            for number, (source, target) in enumerate(ends)
        ),
        comments=tuple(
            Comment(id=f"cm_{number}_{key}", about=draw(st.sampled_from(subjects)), text=draw(texts()))
            for number in range(draw(st.integers(0, 2)))
        ),
        rounds=draw(rounds(key, cards)),
    )


@st.composite
def _inner(draw: st.DrawFn, key: str) -> dict[str, Any]:
    """Now and then a drop-off point and a KPI."""
    if draw(st.integers(0, 3)):
        return {}
    return {
        "drop_off_points": (DropOffPoint(id=f"do_{key}", title=draw(texts()), impact=draw(maybe(grades()))),),
        "kpis": (
            Kpi(id=f"kp_{key}", name=draw(texts()), target=draw(maybe(figures())), actual=draw(maybe(figures()))),
        ),
    }
