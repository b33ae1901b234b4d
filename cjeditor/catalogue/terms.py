"""The names of the model's fixed values: kinds of contact, evidence, states and the like."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cjeditor.model.fields import (
    Audience,
    ChannelMode,
    Contact,
    Direction,
    Evidence,
    FunnelStage,
    KpiStatus,
    LaneKind,
    LoyaltyKind,
    Realm,
    Treatment,
)
from cjeditor.model.project import Project
from cjeditor.phrases.places import STAGES
from cjeditor.texts import N_, Texts

CONTACTS: Final[Mapping[Contact, str]] = MappingProxyType(
    {
        "direct": N_("Direct contact"),
        "third_party": N_("Through third parties"),
        "none": N_("No contact"),
    }
)
EVIDENCE: Final[Mapping[Evidence, str]] = MappingProxyType(
    {
        "assumption": N_("Assumption"),
        "anecdotal": N_("Anecdotal"),
        "qualitative": N_("Qualitative"),
        "quantitative": N_("Quantitative"),
    }
)
MODES: Final[Mapping[ChannelMode, str]] = MappingProxyType(
    {
        "online": N_("online"),
        "offline": N_("offline"),
        "mobile": N_("mobile"),
    }
)
HAND_OFFS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "": N_("Hand-off not rated"),
        "seamless": N_("Seamless hand-off"),
        "broken": N_("Broken hand-off"),
    }
)
TREATMENTS: Final[Mapping[Treatment, str]] = MappingProxyType(
    {
        "": N_("Treatment not rated"),
        "consistent": N_("Treated alike"),
        "inconsistent": N_("Treated differently"),
    }
)
MAP_STATES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "current": N_("Current state"),
        "future": N_("Future state"),
    }
)
MAP_STATUSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "draft": N_("Draft"),
        "in_review": N_("In review"),
        "approved": N_("Approved"),
        "archived": N_("Archived"),
    }
)
REALMS: Final[Mapping[Realm, str]] = MappingProxyType(
    {
        "entertainment": N_("Entertainment"),
        "education": N_("Education"),
        "esthetic": N_("Aesthetic"),
        "escapist": N_("Escapist"),
    }
)
LOYALTY_KINDS: Final[Mapping[LoyaltyKind, str]] = MappingProxyType(
    {
        "": N_("No loyalty tie"),
        "transactional": N_("Transactional loyalty"),
        "emotional": N_("Emotional loyalty"),
    }
)
DIRECTIONS: Final[Mapping[Direction, str]] = MappingProxyType(
    {"": N_("Not said"), "higher": N_("Higher"), "lower": N_("Lower")}
)
KPI_STATUSES: Final[Mapping[KpiStatus, str]] = MappingProxyType(
    {
        "": N_("No status"),
        "planned": N_("Planned"),
        "measuring": N_("Being measured"),
        "reached": N_("Reached"),
        "missed": N_("Missed"),
    }
)
AUDIENCES: Final[Mapping[Audience, str]] = MappingProxyType(
    {
        "everyone": N_("Everyone"),
        "team": N_("Team"),
        "facilitator": N_("Facilitator"),
    }
)
LANE_KINDS: Final[Mapping[LaneKind, str]] = MappingProxyType(
    {
        "touchpoints": N_("Touchpoints"),
        "notes": N_("Notes"),
        "backstage": N_("Backstage"),
        "emotion": N_("Emotion"),
        "separator": N_("Separator"),
        "channels": N_("Channels"),
        "time": N_("Time"),
        "metrics": N_("Metrics"),
        "images": N_("Pictures"),
        "funnel": N_("Sales funnel"),
    }
)
_EMOTIONS: Final = (N_("very negative"), N_("negative"), N_("neutral"), N_("positive"), N_("very positive"))


def contact(value: Contact, words: Texts) -> str:
    """Return what a touchpoint's kind of contact is called."""
    return words.t(CONTACTS[value])


def evidence(value: Evidence, words: Texts) -> str:
    """Return what a degree of evidence is called."""
    return words.t(EVIDENCE[value])


def mode(value: ChannelMode, words: Texts) -> str:
    """Return ``online``, ``offline`` or ``mobile`` in the language."""
    return words.t(MODES[value])


def funnel_stage(value: FunnelStage, words: Texts) -> str:
    """Return what a stage of the sales funnel is called."""
    return words.t(STAGES[value])


def hand_off(value: str, words: Texts) -> str:
    """Return what the state of a link's hand-off is called (``""``, ``seamless``, ``broken``)."""
    return words.t(HAND_OFFS[value])


def treatment(value: Treatment, words: Texts) -> str:
    """Return how customers are treated on both sides of a hand-off (``""``, ``consistent``, ``inconsistent``)."""
    return words.t(TREATMENTS[value])


def map_state(value: str, words: Texts) -> str:
    """Return what ``current`` or ``future`` is called."""
    return words.t(MAP_STATES[value])


def map_status(value: str, words: Texts) -> str:
    """Return what a map's status is called (``draft``, ``in_review``, ``approved``, ``archived``)."""
    return words.t(MAP_STATUSES[value])


def realm(value: Realm, words: Texts) -> str:
    """Return what an experience realm is called."""
    return words.t(REALMS[value])


def loyalty(value: LoyaltyKind, words: Texts) -> str:
    """Return what a kind of loyalty is called."""
    return words.t(LOYALTY_KINDS[value])


def kpi_status(value: KpiStatus, words: Texts) -> str:
    """Return how far a KPI is; nothing where nobody said so."""
    return words.t(KPI_STATUSES[value]) if value else ""


def direction(value: Direction, words: Texts) -> str:
    """Return which way a figure is better; nothing where nobody said so."""
    return words.t(DIRECTIONS[value]) if value else ""


def audience(value: Audience, words: Texts) -> str:
    """Return who may see a lane."""
    return words.t(AUDIENCES[value])


def lane_kind(value: LaneKind, words: Texts) -> str:
    """Return what a kind of lane is called."""
    return words.t(LANE_KINDS[value])


def emotion(value: int, project: Project, words: Texts) -> str:
    """Return the word for an emotion from −2 to +2: the project's own where it has five, else ours."""
    own = project.settings.emotion_labels
    return own[value + 2] if len(own) == len(_EMOTIONS) else words.t(_EMOTIONS[value + 2])
