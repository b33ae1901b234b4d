"""What is said for the codes of the model: edits that were refused and rules that a project breaks."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cjeditor.phrases.phrase import Phrase
from cjeditor.texts import N_

PHRASES: Final[Mapping[str, Phrase]] = MappingProxyType(
    {
        "field-fixed": Phrase(N_("“{field}” cannot be changed in this way"), N_("Use the command that is made for it")),
        "unknown-id": Phrase(N_("“{id}” is not there (any more)"), N_("Choose something that is on the map")),
        "id-taken": Phrase(N_("The id “{id}” is already taken"), N_("Give the new record an id of its own")),
        "wrong-prefix": Phrase(N_("The id “{id}” does not begin with “{prefix}_”"), N_("Correct the id")),
        "unknown-reference": Phrase(
            N_("“{field}” refers to “{id}”, which does not exist"), N_("Remove the reference, or add what it refers to")
        ),
        "reference-twice": Phrase(N_("“{field}” names “{id}” more than once"), N_("Name it once")),
        "id-twice": Phrase(N_("The id “{id}” occurs more than once"), N_("Give one of the records another id")),
        "not-sorted": Phrase(N_("The list “{table}” is not sorted by id"), N_("Sort it by id")),
        "wrong-lane": Phrase(
            N_("Card {number} does not belong in the lane “{lane}”"),
            N_("Put touchpoints into a lane for touchpoints, notes into a lane for notes"),
        ),
        "number-twice": Phrase(N_("Two cards have the number {number}"), N_("Give one of them another number")),
        "not-here": Phrase(N_("Card {number} is not in the part to be split"), N_("Select only cards from that part")),
        "off-the-map": Phrase(
            N_("Some of the cards would fall off the map"),
            N_("Move them a shorter distance, or add a phase or a lane there first"),
        ),
        "no-lane": Phrase(N_("The map has no lane for {table}"), N_("Add such a lane first")),
        "no-emotion": Phrase(N_("Only touchpoints have an emotion"), N_("Select at least one touchpoint")),
        "different-cards": Phrase(
            N_("Card {number} is of another kind"), N_("Merge touchpoints with touchpoints, notes with notes")
        ),
        "figures-differ": Phrase(
            N_("Card {number} has another picture or other figures"), N_("A card holds one picture and one figure")
        ),
        "one-line": Phrase(
            N_("The text of card {number} has only one line"), N_("Write each thought in a line of its own first")
        ),
        "step-needed": Phrase(
            N_("The phase “{name}” needs at least one step"), N_("Add another step first, or delete the whole phase")
        ),
        "split-at-first": Phrase(N_("Nothing would be left in “{name}”"), N_("Split at a later step")),
        "not-adjacent": Phrase(N_("Only neighbours can be merged"), N_("Move them next to each other first")),
        "different-lanes": Phrase(N_("These lanes hold different kinds of cards"), N_("Merge lanes of the same kind")),
        "lane-not-empty": Phrase(N_("The lane “{name}” still holds cards"), N_("Move or delete its cards first")),
        "last-map": Phrase(N_("A project keeps at least one map"), N_("Add another map before you delete this one")),
        "same-map": Phrase(N_("The cards are on this map already"), N_("Choose another map")),
        "link-to-itself": Phrase(N_("A card cannot be linked to itself"), N_("Choose another card as the target")),
        "link-twice": Phrase(N_("These two cards are linked already"), N_("Change the existing link")),
        "merge-with-itself": Phrase(N_("A channel cannot be merged with itself"), N_("Choose another channel")),
        "emotion-labels": Phrase(
            N_("The emotion scale has {count} words instead of five"),
            N_("Give five words, from −2 to +2, or none at all"),
        ),
        "funnel-stage-twice": Phrase(
            N_("The funnel stage “{stage}” is counted more than once"), N_("Keep one count of it")
        ),
        "unknown-mix": Phrase(
            N_("“{id}” is no part of the marketing mix that this project uses"), N_("Choose one of its parts")
        ),
        "end-of-trace": Phrase(
            N_("Nothing follows from this on the way from pain point to KPI"),
            N_("Choose a pain point, a “how might we”, an opportunity, an action or a touchpoint"),
        ),
        "not-as-many": Phrase(
            N_("The list “{field}” does not say something of each of the {count} answers"),
            N_("Give a value for each answer, or none at all"),
        ),
        "clipping-refused": Phrase(N_("What was copied cannot be pasted here"), N_("Copy the cards again")),
        "not-parkable": Phrase(
            N_("Card {number} has no text that could wait outside the map"), N_("Write in it first, or leave it there")
        ),
        "no-thought": Phrase(N_("There is no text to keep"), N_("Write a word or two")),
        "round-open": Phrase(N_("A round of voting is still open on this map"), N_("Close it first")),
        "round-closed": Phrase(N_("This round of voting is closed"), N_("Open it again first")),
        "too-many-dots": Phrase(N_("A ballot has more than {dots} dots"), N_("Leave some of them out")),
        "too-many-on-card": Phrase(
            N_("Card {number} has more than {most} dots on one ballot"), N_("Put the others on another card")
        ),
        "wrong-card": Phrase(N_("This round of voting is not about card {number}"), N_("Choose another card")),
        "no-ballot": Phrase(N_("There is no ballot {number}"), N_("Choose one of the list")),
        "picture-refused": Phrase(N_("This picture cannot be read"), N_("Choose another picture")),
        "change-does-not-fit": Phrase(
            N_("The change does not fit the project as it is now"), N_("Nothing was changed; go on from here")
        ),
    }
)
"""By code; `field-refused` is worded by its reason, see `values`."""
