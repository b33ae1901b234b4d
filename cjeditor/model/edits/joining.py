"""Several cards as one, and the lines of one card as several; no text and no vote is lost either way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final, TypeVar, get_args

from cjeditor.model import table
from cjeditor.model.cards import Card, Link, Note, Touchpoint
from cjeditor.model.edits.cards import NEW_RANK, with_cards
from cjeditor.model.edits.clipping import NewIds
from cjeditor.model.edits.merging import joined, with_mentions_moved
from cjeditor.model.edits.parts import check_new, placed, with_map
from cjeditor.model.edits.removal import remove
from cjeditor.model.fields import Evidence
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import card, cell_cards, in_journey_order, map_of, next_number
from cjeditor.model.naming import named_together, naming_tags
from cjeditor.model.problem import refused
from cjeditor.model.project import Project
from cjeditor.model.replace import make, replace

T = TypeVar("T")

_FIGURES: Final = ("unit", "target", "actual", "picture", "question")
"""What a note has one of; two notes with different ones cannot be one."""
_ONE_ONLY: Final = ("emotion", "channel", "persona", "expected_wait", "actual_wait", "loyalty", "question")
_STRENGTH: Final[tuple[str, ...]] = get_args(Evidence)
"""Kinds of evidence, the weakest first."""


def merge_cards(project: Project, map_id: str, target_id: str, others: Collection[str]) -> Project:
    """The cards `others` become part of the card `target_id`, which keeps its number and place.

    Texts that it does not have are put behind its own, a touchpoint's titles as lines of its description. Votes are
    added, and so is how often each was named (`3×`); other tags, web links, ratings, drop-off points and figures
    follow its own; of evidence the stronger stays. What it has not, it takes from the first that has. Links, comments,
    surveys and actions go over to it; links between the cards go. Raises EditRefused: `unknown-id`, `different-cards`
    (a touchpoint and a note), `figures-differ`, `field-refused` (too long together).
    """
    journey_map = map_of(project, map_id)
    target = card(journey_map, target_id)
    parts = in_journey_order(journey_map, (card(journey_map, each) for each in set(others) - {target_id}))
    merged: Card = target
    for part in parts:
        merged = combined(merged, part)
    if parts:  # two by two, cards without a count would not be counted before the first that has one
        named = named_together(each.tags for each in (target, *parts))
        merged = replace(merged, tags=naming_tags(named, merged.tags))
    gone = {part.id for part in parts}
    for part in parts:
        project, journey_map = with_mentions_moved(project, journey_map, part.id, target_id)
    journey_map = replace(journey_map, links=_links_moved(journey_map, gone, target_id))
    project = with_map(_with_actions_moved(project, gone, target_id), journey_map)
    if gone:
        project = remove(project, map_id, gone)
    # The inner records go over with their ids, so they come once their old card is gone.
    return with_map(project, with_cards(map_of(project, map_id), [merged]))


def combined(first: Card, second: Card) -> Card:
    """The first card with what the second has besides, as `merge_cards` says it.

    Raises EditRefused: `different-cards`, `figures-differ`, `field-refused`.
    """
    if isinstance(first, Touchpoint) and isinstance(second, Touchpoint):
        return replace(first, **_touchpoint_fields(first, second))
    if isinstance(first, Note) and isinstance(second, Note):
        return replace(first, **_note_fields(first, second))
    raise refused("different-cards", second.id, number=second.number)


def left_out(merged: Card, parts: Iterable[Card]) -> Counter[str]:
    """How many of `parts` had another value than `merged` in a field of which a card has one, by the field's name."""
    lost: Counter[str] = Counter()
    for part in parts:
        for name in _ONE_ONLY:
            value = getattr(part, name, None)
            if value not in (None, "") and value != getattr(merged, name, None):
                lost[name] += 1
    return lost


def lines_of(one: Card) -> list[str]:
    """The lines of a card's text that are not blank: what `split_card` makes cards of."""
    text = f"{one.title}\n{one.description}" if isinstance(one, Touchpoint) else one.text
    return [line.strip() for line in text.split("\n") if line.strip()]


def split_card(project: Project, map_id: str, card_id: str, *, new_ids: NewIds) -> tuple[Project, tuple[str, ...]]:
    """Each line of a card's text as a card of its own, below it; also returns the new ones' ids.

    The first line stays where it is, with number, links and all other fields. The new cards are of the same kind and
    persona. Raises EditRefused: `unknown-id`, `one-line`.
    """
    journey_map = map_of(project, map_id)
    one = card(journey_map, card_id)
    first, *rest = lines_of(one) or [""]
    if not rest:
        raise refused("one-line", card_id, number=one.number)
    number = next_number(journey_map)
    place: dict[str, Any] = {"step": one.step, "lane": one.lane, "rank": NEW_RANK, "persona": one.persona}
    new: list[Card] = []
    for line in rest:
        numbered = {**place, "number": number + len(new)}
        if isinstance(one, Touchpoint):
            new.append(make(Touchpoint, id=new_ids("tp"), title=line, contact=one.contact, **numbered))
        else:
            new.append(make(Note, id=new_ids("nt"), text=line, kind=one.kind, **numbered))
    check_new(project, new)
    kept = replace(one, **({"title": first, "description": ""} if isinstance(one, Touchpoint) else {"text": first}))
    stay = cell_cards(journey_map, one.step, one.lane)
    changed = {each.id: each for each in placed(stay, new, stay.index(one) + 1)}
    if card_id in changed:
        kept = replace(kept, rank=changed[card_id].rank)
    return with_map(project, with_cards(journey_map, [*changed.values(), kept])), tuple(each.id for each in new)


def _touchpoint_fields(first: Touchpoint, second: Touchpoint) -> dict[str, Any]:
    description = first.description
    if first.title.strip() and second.title.strip() != first.title.strip():
        description = _with_text(description, second.title)
    return {
        "title": first.title if first.title.strip() else second.title,
        "description": _with_text(description, second.description),
        "channel": first.channel or second.channel,
        "weight": max(first.weight, second.weight),
        "emotion": first.emotion if first.emotion is not None else second.emotion,
        "ratings": first.ratings + second.ratings,
        "moment_of_truth": first.moment_of_truth or second.moment_of_truth,
        "realms": _union(first.realms, second.realms),
        "drop_off_points": first.drop_off_points + second.drop_off_points,
        "expected_wait": first.expected_wait or second.expected_wait,
        "actual_wait": first.actual_wait or second.actual_wait,
        "kpis": first.kpis + second.kpis,
        "feelings": tuple({one.persona: one for one in (*second.feelings, *first.feelings)}.values()),
        "loyalty": first.loyalty or second.loyalty,
        "web_links": _union(first.web_links, second.web_links),
        **_shared_fields(first, second),
    }


def _note_fields(first: Note, second: Note) -> dict[str, Any]:
    for name in _FIGURES:
        one, other = getattr(first, name), getattr(second, name)
        if one not in (None, "") and other not in (None, "") and one != other and name != "question":
            raise refused("figures-differ", second.id, number=second.number)
    return {
        "text": _with_text(first.text, second.text),
        "severity": max((each for each in (first.severity, second.severity) if each is not None), default=None),
        "frequency": max((each for each in (first.frequency, second.frequency) if each is not None), default=None),
        "source": _with_source(first.source, second.source),
        **{name: getattr(first, name) or _or_none(first, second, name) for name in _FIGURES},
        **_shared_fields(first, second),
    }


def _or_none(first: Note, second: Note, name: str) -> Any:
    """The first one's value where it is a zero, else the second one's."""
    own = getattr(first, name)
    return own if own not in (None, "") else getattr(second, name)


def _shared_fields(first: Card, second: Card) -> dict[str, Any]:
    return {
        "persona": first.persona or second.persona,
        "evidence": max(first.evidence, second.evidence, key=_STRENGTH.index),
        "evidence_source": _with_source(first.evidence_source, second.evidence_source),
        "evidence_date": max(first.evidence_date, second.evidence_date),
        "test_idea": _with_text(first.test_idea, second.test_idea),
        "votes": first.votes + second.votes,
        "tags": naming_tags(named_together((first.tags, second.tags)), (*first.tags, *second.tags)),
        "owner": _with_source(first.owner, second.owner, ", "),
    }


def _with_text(text: str, more: str) -> str:
    """Both texts, one below the other; one alone where it holds the other as whole lines already."""
    return text if more.strip() and f"\n{more.strip()}\n" in f"\n{text}\n" else joined(text, more, "\n")


def _with_source(text: str, more: str, between: str = "; ") -> str:
    return text if more.strip() in text.split(between) else joined(text, more, between)


def _union(first: Sequence[T], second: Sequence[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _links_moved(journey_map: JourneyMap, gone: Collection[str], target: str) -> tuple[Link, ...]:
    """The links with the target in place of what is gone; none to itself, of two with the same ends both labels."""
    kept: dict[tuple[str, str], Link] = {}
    touched = [each for each in journey_map.links if each.source in gone or each.target in gone]
    for link in [*(each for each in journey_map.links if each not in touched), *touched]:
        moved = replace(
            link,
            source=target if link.source in gone else link.source,
            target=target if link.target in gone else link.target,
        )
        ends = (moved.source, moved.target)
        same = kept.get(ends)
        if moved.source == moved.target:
            continue
        kept[ends] = moved if same is None else _one_link(same, moved)
    return table.in_order(kept.values())


def _one_link(first: Link, second: Link) -> Link:
    states: Iterable[str] = (first.hand_off, second.hand_off)
    treatments: Iterable[str] = (first.treatment, second.treatment)
    state = "broken" if "broken" in states else first.hand_off or second.hand_off
    return replace(
        first,
        label=_with_source(first.label, second.label, " / "),
        hand_off=state,
        obstacle=first.obstacle or second.obstacle,
        treatment="inconsistent" if "inconsistent" in treatments else first.treatment or second.treatment,
    )


def _with_actions_moved(project: Project, gone: Collection[str], target: str) -> Project:
    changed = [
        replace(each, **{field: _renamed(getattr(each, field), gone, target) for field in ("cards", "touchpoints")})
        for each in project.actions
        if any(one in gone for one in (*each.cards, *each.touchpoints))
    ]
    return replace(project, actions=table.put(project.actions, changed)) if changed else project


def _renamed(ids: Sequence[str], gone: Collection[str], target: str) -> tuple[str, ...]:
    return _union([target if one in gone else one for one in ids], ())
