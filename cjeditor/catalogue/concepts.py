"""Terms and models of the craft that stand beside the phases, each in a sentence: what a glossary explains."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, Literal, get_args

from cjeditor.catalogue.entries import CatalogueKey, Entry, Wordings, read
from cjeditor.texts import N_

ConceptGroup = Literal[
    "term",
    "funnel",
    "expectation",
    "effect",
    "realm",
    "channel-level",
    "obstacle",
    "strategy-step",
    "trend",
    "use",
    "four-p",
    "four-c",
    "siva",
]
"""What a concept belongs to.

``term``: words of the craft; ``funnel``: stages of the sales funnel; ``expectation``: what digital customers bring to
everyone; ``effect``: what an action can claim to achieve; ``realm``: the experience realms, with the keys of
`fields.Realm`; ``channel-level``: from one channel to all as one; ``obstacle``: why a hand-off is broken;
``strategy-step``: from the persona to the recommendation; ``trend``: what an idea can be checked against; ``use``: what
a map is good for in the marketing plan; ``four-p``, ``four-c``, ``siva``: the parts of the three models of the
marketing mix.
"""

GROUP_NAMES: Final[Mapping[ConceptGroup, str]] = MappingProxyType(
    {
        "term": N_("Terms of the craft"),
        "funnel": N_("Stages of the sales funnel"),
        "expectation": N_("What digital customers expect"),
        "effect": N_("What an action can achieve"),
        "realm": N_("Realms of experience"),
        "channel-level": N_("From one channel to all as one"),
        "obstacle": N_("What stands in the way of hand-offs"),
        "strategy-step": N_("From the persona to the recommendation"),
        "trend": N_("What an idea can be checked against"),
        "use": N_("What a map is good for in the marketing plan"),
        "four-p": N_("Marketing mix: 4P"),
        "four-c": N_("Marketing mix: 4C"),
        "siva": N_("Marketing mix: SIVA"),
    }
)
"""What the groups are called; in English, to be translated."""

CONCEPT_GROUPS: tuple[ConceptGroup, ...] = get_args(ConceptGroup)


class Concept(Entry):
    """A term with what it means in a sentence or two. Keys are unique within their group."""

    key: CatalogueKey
    group: ConceptGroup
    name: Wordings
    sentence: Wordings


class _File(Entry):
    concepts: tuple[Concept, ...]


@cache
def concepts() -> tuple[Concept, ...]:
    """Return all concepts, group by group, in the order in which they are explained; raises `CatalogueBroken`."""
    return read("concepts.json", _File).concepts


def concepts_of(group: ConceptGroup) -> tuple[Concept, ...]:
    """Return the concepts of a group in their order."""
    return tuple(one for one in concepts() if one.group == group)
