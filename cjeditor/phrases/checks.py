"""What is said of the rules of the journey check: what each is called, why it matters, and what was found."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from cjeditor.texts import N_


class CheckPhrase(NamedTuple):
    """What is said of one rule: English, untranslated, ``{name}`` for values.

    Attributes:
        title: what it is called.
        why: why it matters, in one or two sentences.
        says: what was found, without final full stop; by variant, the empty one for rules that say only one thing.
        fix: what mending it is called; empty where it cannot be.
    """

    title: str
    why: str
    says: Mapping[str, str]
    fix: str = ""


CHECKS: Final[Mapping[str, CheckPhrase]] = MappingProxyType(
    {
        "empty-phase": CheckPhrase(
            N_("Empty phase"),
            N_(
                "Customers live through every phase, even where you do nothing for them. "
                "A phase without cards is a blind spot, or one phase too many."
            ),
            {"": N_("Nothing lies in this phase"), "map": N_("Nothing lies on this map yet")},
        ),
        "only-purchase": CheckPhrase(
            N_("Nothing before or after the purchase"),
            N_(
                "Customers make up their minds long before they buy, and stay or leave long after. "
                "A map that begins or ends at the till shows the company’s view."
            ),
            {
                "before": N_("No phase comes before the purchase (“{phase}”)"),
                "after": N_("No phase comes after the purchase (“{phase}”)"),
            },
        ),
        "many-steps": CheckPhrase(
            N_("Too many steps in a phase"),
            N_(
                "More than four steps are hard to take in, on screen as on paper. "
                "Often two phases hide in one that was never split."
            ),
            {"": N_("This phase has {n} steps; four are a good measure")},
            fix=N_("Split the phase before “{step}”"),
        ),
        "no-persona": CheckPhrase(
            N_("No persona"),
            N_("A journey is somebody’s. Without a persona everybody in the room pictures another customer."),
            {"": N_("This map has no lead persona"), "one": N_("This map has no lead persona")},
            fix=N_("Take “{persona}”"),
        ),
        "flat-emotions": CheckPhrase(
            N_("Flat emotions"),
            N_(
                "Where everything feels the same, the map cannot show where to begin. "
                "Flat curves are mostly guessed, or politely smoothed over."
            ),
            {
                "": N_("All {n} rated touchpoints lie between {low} and {high}"),
                "same": N_("All {n} rated touchpoints feel the same: {low}"),
                "none": N_("None of the {n} touchpoints has an emotion"),
            },
        ),
        "no-moment-of-truth": CheckPhrase(
            N_("No moment of truth"),
            N_(
                "A few moments decide whether a customer stays. "
                "Whoever does not name them improves everywhere a little, and nowhere enough."
            ),
            {"": N_("None of the {n} touchpoints is marked as a moment of truth")},
        ),
        "pain-without-action": CheckPhrase(
            N_("Pain point without action"),
            N_(
                "A pain point that nobody takes on stays one. An action for the card, for a card linked with it "
                "or for what was made from it answers it."
            ),
            {"": N_("No action answers this pain point")},
            fix=N_("Make an action of it"),
        ),
        "action-unassigned": CheckPhrase(
            N_("Action without owner or date"),
            N_("What nobody owns, nobody does; what has no date, waits for ever."),
            {
                "owner": N_("Nobody owns this action"),
                "date": N_("This action has no date"),
                "both": N_("This action has neither owner nor date"),
            },
        ),
        "open-drop-off": CheckPhrase(
            N_("Drop-off point without counter-measure"),
            N_(
                "Customers leave here, and nobody has written down what is done about it. Even “we accept "
                "it” is an answer."
            ),
            {"": N_("No counter-measure for “{reason}”")},
        ),
        "future-without-kpi": CheckPhrase(
            N_("Future touchpoint without KPI"),
            N_(
                "What is new or changed in the future state should show that it works. Without a figure "
                "it stays a wish."
            ),
            {
                "": N_("New in the future state, and nothing measures it"),
                "changed": N_("Changed in the future state, and nothing measures it"),
            },
        ),
        "loyalty-from-satisfaction": CheckPhrase(
            N_("Loyalty claimed from satisfaction alone"),
            N_(
                "A satisfied customer is not yet a loyal one: behaviour counts first. Repeat purchases, "
                "length of stay, "
                "visits to the cancel page or a recommendation score say more than a smile."
            ),
            {
                "": N_("Called loyalty, but only satisfaction is measured ({kpis})"),
                "none": N_("Called loyalty, but nothing measures how customers behave"),
            },
        ),
        "waiting-gap": CheckPhrase(
            N_("Longer wait than expected"),
            N_(
                "The fastest companies set what everybody expects. "
                "Who waits longer than expected is annoyed, or gone, before you answer."
            ),
            {"": N_("Customers expect {expected} and wait {actual}")},
        ),
        "broken-hand-off": CheckPhrase(
            N_("Broken hand-off"),
            N_(
                "At a break customers tell their story again or start from scratch. Many never arrive on "
                "the other side."
            ),
            {
                "": N_("The hand-off to {target} is broken"),
                "obstacle": N_("The hand-off to {target} is broken (obstacle: {obstacle})"),
            },
        ),
        "trace-gap": CheckPhrase(
            N_("Gap on the way to the solution"),
            N_(
                "From the pain point over “how might we” and opportunity to action, future touchpoint and KPI: "
                "where the chain breaks off, the workshop’s work is lost."
            ),
            {
                "how_might_we": N_("This question leads to no opportunity and no action"),
                "opportunity": N_("No action takes this opportunity up"),
                "cardless": N_("This action is for no card"),
                "action": N_("This action leads to no touchpoint of the future state"),
            },
        ),
        "unbacked-map": CheckPhrase(
            N_("Hardly backed by research"),
            N_(
                "A map of assumptions is a hypothesis. It helps to begin with, and misleads whoever takes "
                "it for knowledge. "
                "Say so, or go and ask customers."
            ),
            {"": N_("{share} of the cards rest on research; this project asks for {below}")},
        ),
        "kpi-without-target": CheckPhrase(
            N_("KPI without target"),
            N_("A figure without a target cannot tell whether things go well."),
            {"": N_("“{kpi}” has no target"), "nameless": N_("A KPI has neither name nor target")},
        ),
        "kpi-twice": CheckPhrase(
            N_("KPI counted twice"),
            N_("A figure that stands on the map twice is looked after twice, and soon says two different things."),
            {
                "": N_("“{kpi}” stands at {other}, too"),
                "phase": N_("“{kpi}” stands at the phase “{name}”, too"),
                "here": N_("“{kpi}” stands here twice"),
            },
        ),
        "department-phase": CheckPhrase(
            N_("Phase named after a department"),
            N_("Customers do not walk through your organisation chart. Name phases after what they want to get done."),
            {
                "": N_("“{name}” is a department, not a part of anybody’s journey"),
                "known": N_("“{name}” is a department, not a part of anybody’s journey"),
            },
            fix=N_("Call it “{known}”"),
        ),
        "dead-link": CheckPhrase(
            N_("Link that leads nowhere"),
            N_("A link of the wrong form cannot be opened. Only its form is looked at; nothing is called up."),
            {"": N_("“{link}” is no web address"), "scheme": N_("“{link}” lacks its beginning, https://")},
            fix=N_("Put https:// in front"),
        ),
        "duplicate-cards": CheckPhrase(
            N_("Duplicate cards"),
            N_("What is on the map twice is counted twice, voted on twice and discussed twice."),
            {"": N_("Says the same as {other} in the same phase")},
            fix=N_("Make one card of them"),
        ),
        "too-long-to-print": CheckPhrase(
            N_("Text too long to print"),
            N_("On the map, the poster and the room view longer texts are cut off. A card holds one thought."),
            {"": N_("The printed map shows only the first {n} lines of this text")},
        ),
        "single-channel-phase": CheckPhrase(
            N_("Phase with a single channel"),
            N_(
                "Customers change between channels all along. Where there is only one, ask what happens "
                "to those who come by another."
            ),
            {"": N_("All {n} touchpoints use one channel: {channel}")},
        ),
        "realms-missing": CheckPhrase(
            N_("Realms of experience missing"),
            N_(
                "An experience is at its best where it entertains, teaches, is beautiful and carries people away. "
                "What no touchpoint offers may be your chance."
            ),
            {"": N_("No touchpoint offers {realms}")},
        ),
    }
)
"""By the key of the rule."""
