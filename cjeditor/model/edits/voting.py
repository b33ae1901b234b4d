"""Edits of rounds of dot voting: open, take ballots, close, reopen, delete.

While a round is open its ballots are in the round alone: no card shows a dot of it. When it is closed its dots are
added to the cards' votes, so that a card shows **the dots of all closed rounds** together with what people typed there
themselves. Reopening or deleting the round takes them away again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from cjeditor.model import table
from cjeditor.model.cards import Card
from cjeditor.model.edits.cards import with_cards
from cjeditor.model.edits.parts import check_free, check_reference, check_settable, placed, with_map
from cjeditor.model.fields import MOST_COUNT
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import find_card, known, map_of, ordered
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import make, replace
from cjeditor.model.voting import Ballot, VotingRound

ROUND_FIXED = ("id", "rank", "ballots", "opened", "closed")
"""Fields that `set_round` leaves alone."""

_ALWAYS = frozenset({"question", "voters"})
"""What can be set when a round is closed: the rest decided how people voted."""

_NEW_RANK = "a0"  # until `placed` gives the right one


def open_round(project: Project, map_id: str, *, round_id: str, at: str, **fields: Any) -> Project:
    """A new round after the others, open since `at` (as `Moment`). `fields`: question, dots, what it is about.

    Raises EditRefused: `unknown-id`, `round-open` (another one on this map is), `id-taken`, `wrong-prefix`,
    `field-fixed`, `field-refused`, `unknown-reference`.
    """
    check_free(project, "rounds", round_id)
    check_settable(round_id, fields, ROUND_FIXED)
    journey_map = map_of(project, map_id)
    _check_none_open(journey_map)
    new = make(VotingRound, id=round_id, rank=_NEW_RANK, opened=at, **fields)
    _check_place(journey_map, new)
    return _with_rounds(project, journey_map, placed(ordered(journey_map.rounds), [new], None))


def set_round(project: Project, map_id: str, round_id: str, **fields: Any) -> Project:
    """Other field values for a round; once it is closed only question and voters.

    Raises EditRefused: `unknown-id`, `round-closed`, `field-fixed`, `field-refused`, `unknown-reference`, and
    `too-many-dots`, `too-many-on-card`, `wrong-card` where a ballot that is there would not be allowed any more.
    """
    check_settable(round_id, fields, ROUND_FIXED)
    journey_map = map_of(project, map_id)
    old = known(journey_map.rounds, round_id)
    new = replace(old, **fields)
    if not _ALWAYS.issuperset(fields):
        _check_open(old)
        _check_place(journey_map, new)
        for ballot in new.ballots:
            _check_dots(journey_map, new, ballot.dots)
    return _with_rounds(project, journey_map, [new])


def add_ballot(project: Project, map_id: str, round_id: str, dots: Sequence[str]) -> Project:
    """A ballot more: the ids of cards, one for each dot; none at all is a ballot, too.

    Raises EditRefused: `unknown-id`, `round-closed`, `too-many-dots`, `too-many-on-card`, `wrong-card`.
    """
    journey_map = map_of(project, map_id)
    one = _open_one(journey_map, round_id)
    ballot = _ballot(journey_map, one, dots)
    return _with_rounds(project, journey_map, [replace(one, ballots=(*one.ballots, ballot))])


def set_ballot(project: Project, map_id: str, round_id: str, position: int, dots: Sequence[str]) -> Project:
    """Other dots on the ballot at `position` (0-based). Raises EditRefused as `add_ballot` does, and `no-ballot`."""
    journey_map = map_of(project, map_id)
    one = _open_one(journey_map, round_id)
    _check_position(one, position)
    ballot = _ballot(journey_map, one, dots)
    ballots = (*one.ballots[:position], ballot, *one.ballots[position + 1 :])
    return _with_rounds(project, journey_map, [replace(one, ballots=ballots)])


def take_back_ballot(project: Project, map_id: str, round_id: str, position: int) -> Project:
    """The round without the ballot at `position` (0-based).

    Raises EditRefused: `unknown-id`, `round-closed`, `no-ballot`.
    """
    journey_map = map_of(project, map_id)
    one = _open_one(journey_map, round_id)
    _check_position(one, position)
    ballots = one.ballots[:position] + one.ballots[position + 1 :]
    return _with_rounds(project, journey_map, [replace(one, ballots=ballots)])


def close_round(project: Project, map_id: str, round_id: str, *, at: str) -> Project:
    """The round closed at `at` (as `Moment`), its dots added to the cards' votes.

    Raises EditRefused: `unknown-id`, `round-closed`, `field-refused`.
    """
    journey_map = map_of(project, map_id)
    one = _open_one(journey_map, round_id)
    new = replace(one, closed=at)
    if new.is_open:
        raise refused("field-refused", round_id, "closed", reason="missing")
    return _with_rounds(project, _with_votes(journey_map, one.tally(), 1), [new])


def reopen_round(project: Project, map_id: str, round_id: str) -> Project:
    """The round open again, its dots taken off the cards. Raises EditRefused: `unknown-id`, `round-open`."""
    journey_map = map_of(project, map_id)
    one = known(journey_map.rounds, round_id)
    _check_none_open(journey_map)
    return _with_rounds(project, _with_votes(journey_map, one.tally(), -1), [replace(one, closed="")])


def delete_round(project: Project, map_id: str, round_id: str) -> Project:
    """`project` without the round; of a closed one the dots leave the cards. Raises EditRefused (`unknown-id`)."""
    journey_map = map_of(project, map_id)
    one = known(journey_map.rounds, round_id)
    if not one.is_open:
        journey_map = _with_votes(journey_map, one.tally(), -1)
    return with_map(project, replace(journey_map, rounds=table.without(journey_map.rounds, [round_id])))


def _with_votes(journey_map: JourneyMap, tally: Counter[str], sign: int) -> JourneyMap:
    changed: list[Card] = []
    for card_id, dots in tally.items():
        card = find_card(journey_map, card_id)
        if card is not None:
            changed.append(replace(card, votes=min(MOST_COUNT, max(0, card.votes + sign * dots))))
    return with_cards(journey_map, changed)


def _with_rounds(project: Project, journey_map: JourneyMap, some: Collection[VotingRound]) -> Project:
    return with_map(project, replace(journey_map, rounds=table.put(journey_map.rounds, some)))


def _open_one(journey_map: JourneyMap, round_id: str) -> VotingRound:
    one = known(journey_map.rounds, round_id)
    _check_open(one)
    return one


def _check_open(one: VotingRound) -> None:
    if not one.is_open:
        raise refused("round-closed", one.id)


def _check_none_open(journey_map: JourneyMap) -> None:
    for each in journey_map.rounds:
        if each.is_open:
            raise refused("round-open", each.id)


def _check_place(journey_map: JourneyMap, one: VotingRound) -> None:
    check_reference(one.id, "phase", one.phase, journey_map.phases)
    check_reference(one.id, "lane", one.lane, journey_map.lanes)


def _check_position(one: VotingRound, position: int) -> None:
    if not 0 <= position < len(one.ballots):
        raise refused("no-ballot", one.id, number=position + 1)


def _ballot(journey_map: JourneyMap, one: VotingRound, dots: Sequence[str]) -> Ballot:
    _check_dots(journey_map, one, dots)
    return make(Ballot, dots=tuple(dots))


def _check_dots(journey_map: JourneyMap, one: VotingRound, dots: Sequence[str]) -> None:
    if len(dots) > one.dots:
        raise refused("too-many-dots", one.id, dots=one.dots)
    for card_id, count in Counter(dots).items():
        card = find_card(journey_map, card_id)
        if card is None:
            raise refused("unknown-id", card_id, id=card_id)
        step = known(journey_map.steps, card.step)
        if not one.is_about(card, step.phase):
            raise refused("wrong-card", card_id, number=card.number)
        if one.most_per_card and count > one.most_per_card:
            raise refused("too-many-on-card", card_id, number=card.number, most=one.most_per_card)
