"""The table of rules that the journey check follows, and what a project says about which of them it wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from cjeditor.analysis.check import backing, doing, feelings, fixes, leaving, offering, phases, writing
from cjeditor.analysis.check.found import Found
from cjeditor.analysis.check.reading import Reading
from cjeditor.model.project import Settings


@dataclass(frozen=True)
class Rule:
    """One rule; what is said of it stands under its key in `phrases.checks`.

    Attributes:
        key: names it in files, in reports and in the phrases.
        look: finds what breaks it on one map.
        fix: mends a finding that says that it is mendable; None where that is never possible.
        by_default: whether it is followed where the project does not say.
    """

    key: str
    look: Callable[[Reading], Iterator[Found]]
    fix: fixes.Fix | None = None
    by_default: bool = True


_TABLE: Final = (
    Rule("empty-phase", phases.empty_phase),
    Rule("only-purchase", phases.only_purchase),
    Rule("many-steps", phases.many_steps, fixes.split),
    Rule("department-phase", phases.department_phase, fixes.rename_phase),
    Rule("no-persona", feelings.no_persona, fixes.take_persona),
    Rule("flat-emotions", feelings.flat_emotions),
    Rule("no-moment-of-truth", feelings.no_moment_of_truth),
    Rule("open-drop-off", leaving.open_drop_off),
    Rule("waiting-gap", leaving.waiting_gap),
    Rule("broken-hand-off", leaving.broken_hand_off),
    Rule("pain-without-action", doing.pain_without_action, fixes.make_action),
    Rule("trace-gap", doing.trace_gap),
    Rule("action-unassigned", doing.action_unassigned),
    Rule("future-without-kpi", doing.future_without_kpi),
    Rule("kpi-without-target", backing.kpi_without_target, by_default=False),
    Rule("kpi-twice", backing.kpi_twice),
    Rule("loyalty-from-satisfaction", feelings.loyalty_from_satisfaction),
    Rule("unbacked-map", backing.unbacked_map, by_default=False),
    Rule("single-channel-phase", offering.single_channel_phase, by_default=False),
    Rule("realms-missing", offering.realms_missing, by_default=False),
    Rule("duplicate-cards", writing.duplicate_cards, fixes.join_cards, by_default=False),
    Rule("dead-link", writing.dead_link, fixes.begin_link, by_default=False),
    Rule("too-long-to-print", writing.too_long_to_print, by_default=False),
)

RULES: Final[Mapping[str, Rule]] = MappingProxyType({rule.key: rule for rule in _TABLE})
"""By key, in the order in which findings are listed."""


def is_followed(rule: Rule, settings: Settings) -> bool:
    """Whether a project follows a rule: as it says itself, else as usual."""
    if rule.key in settings.checks_off:
        return False
    return rule.by_default or rule.key in settings.checks_on
