"""Which fields the rules read, and with that which changes could break one: most letters that people type cannot."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from cjeditor.model.cards import Comment, Link, Note, Touchpoint
from cjeditor.model.change import Change
from cjeditor.model.fields import Record
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
    Survey,
)
from cjeditor.model.saved_view import SavedView
from cjeditor.model.voting import VotingRound

READ_FIELDS: Mapping[type[Record], frozenset[str]] = MappingProxyType(
    {
        Project: frozenset({"settings"}),
        JourneyMap: frozenset({"lead_persona", "overlaid_personas", "origin"}),
        Phase: frozenset({"drop_off_points", "kpis"}),
        Step: frozenset({"phase"}),
        Lane: frozenset({"kind"}),
        Touchpoint: frozenset(
            {"number", "step", "lane", "channel", "persona", "drop_off_points", "kpis"},
        ),
        Note: frozenset({"number", "step", "lane", "persona", "picture"}),
        Link: frozenset({"source", "target"}),
        Comment: frozenset({"about"}),
        VotingRound: frozenset({"phase", "lane", "dots", "ballots", "closed"}),
        Channel: frozenset(),
        Persona: frozenset({"preferred_channels", "portrait"}),
        Action: frozenset({"cards", "touchpoints"}),
        Survey: frozenset({"about", "answers", "segments", "days"}),
        FunnelCount: frozenset({"map", "stage"}),
        AgendaStep: frozenset({"phase", "lanes"}),
        ParkedCard: frozenset({"touchpoint", "note"}),
        SavedView: frozenset(
            {"map", "phase", "lane", "channels", "personas", "kinds", "tags", "evidence", "emotions"},
        ),
        Asset: frozenset({"sha256"}),
    }
)
"""By kind of record the fields that a rule looks at, besides ids and tables. A test watches the rules read."""

_FEW = 40
"""Records that are looked into: of more, asking the rules takes no longer."""


def may_break(change: Change) -> bool:
    """Whether a rule could be broken after `change` that was not before: something came or went, or one reads it."""
    maps = change.maps.values()
    if READ_FIELDS[Project] & change.fields.keys() or any(READ_FIELDS[JourneyMap] & one.fields.keys() for one in maps):
        return True
    tables = (some for one in (change.project, *maps) for some in one.tables.values())
    pairs = [pair for some in tables for pair in some.values()]
    return len(pairs) > _FEW or any(None in pair or _is_read(*pair) for pair in pairs)


def _is_read(before: Any, after: Any) -> bool:
    return any(getattr(before, name) != getattr(after, name) for name in READ_FIELDS[type(after)])
