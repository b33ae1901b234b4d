"""The links of a map in their places: each a way of its own, and a place for its label where there is room.

An edit costs what it changes: ways and labels are kept where neither the link's cards nor what lies around it moved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cjeditor.layout.arrangement import CardBox, LinkBox, LinkEnds, NamePlace, Run
from cjeditor.layout.link_labels import BETWEEN, name_height
from cjeditor.layout.link_names import (
    Plates,
    Rect,
    kept_below,
    meet,
    name_area,
    place_below,
    places_astride,
    places_of_name,
)
from cjeditor.layout.link_tracks import Draft, Gutters, Point, points_of, tracks_of
from cjeditor.layout.link_ways import (
    RIGHT,
    Grid,
    common_height,
    ends_of,
    gutter_beside,
    is_free,
    runs_between,
    sides_of,
)
from cjeditor.model.cards import Link

_BESIDE = 5.0
"""Of the middle of a card's side, where links both leave and arrive there."""
_AROUND = 90.0
"""How far from a link's line and its cards a card may have something to do with it or its label."""

_Sides = tuple[int, int]


class Known(NamedTuple):
    """The links of a map, and what the next state may use again."""

    grid: Grid
    links: Sequence[Link]
    boxes: Mapping[str, LinkBox]
    crowds: Mapping[str, int]
    gutters: Gutters
    by_card: Mapping[str, Sequence[str]]


class _Pair(NamedTuple):
    """A link between two cards that are there; `crowd` tells what else leaves or arrives at the sides it uses."""

    link: Link
    source: CardBox
    target: CardBox
    sides: _Sides
    crowd: int


def link_boxes(links: Sequence[Link], cards: Mapping[str, CardBox], grid: Grid, known: Known | None = None) -> Known:
    """The links between cards that have a place, routed. What is as it was in `known` is the same object as there."""
    areas: list[Rect] | None = None
    if known is not None and _same_gutters(known.grid, grid):
        renewed, areas = _changes(known.grid, grid)
        if known.links is links and not areas:
            return known._replace(grid=grid, boxes=_renewed(known, renewed, cards))
    pairs = _pairs(links, cards)
    kept = {} if known is None or areas is None else _kept(pairs, known, areas)
    drafts = [_draft(pair, grid, kept.get(pair.link.id)) for pair in pairs]
    tracks, gutters = tracks_of(drafts, grid, known.gutters if known is not None else {})
    boxes = _placed(pairs, drafts, tracks, grid, kept)
    old = known.boxes if known is not None else {}
    same = {one: was for one, was in old.items() if one in boxes and _is_same(was, boxes[one])}
    by_card: defaultdict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        by_card[pair.source.id].append(pair.link.id)
        by_card[pair.target.id].append(pair.link.id)
    crowds = {pair.link.id: pair.crowd for pair in pairs}
    return Known(grid, links, {**boxes, **same}, crowds, gutters, by_card)


def _same_gutters(one: Grid, other: Grid) -> bool:
    return one.lefts == other.lefts and one.tops == other.tops and one.steps == other.steps and one.lanes == other.lanes


def _changes(old: Grid, new: Grid) -> tuple[list[str], list[Rect]]:
    """The cards of cells that are not the same objects, and the areas of the cells where cards moved."""
    renewed: list[str] = []
    areas: list[Rect] = []
    for cell in old.cells.keys() | new.cells.keys():
        before, after = old.cells.get(cell, ()), new.cells.get(cell, ())
        if before is not after:
            renewed += [box.id for box in after]
            if [_frame(box) for box in before] != [_frame(box) for box in after]:
                areas.append(new.area(*cell))
    return renewed, areas


def _frame(box: CardBox) -> tuple[str, float, float, float, float]:
    return box.id, box.x, box.y, box.width, box.height


def _renewed(known: Known, renewed: Iterable[str], cards: Mapping[str, CardBox]) -> Mapping[str, LinkBox]:
    """The same ways between cards that say something else now."""
    touched = {link: None for card in renewed for link in known.by_card.get(card, ())}
    boxes = dict(known.boxes)
    for link in touched:
        was = boxes[link]
        source, target = cards[was.source.id], cards[was.target.id]
        if was.source is not source or was.target is not target:
            boxes[link] = was._replace(source=source, target=target)
    return boxes


def _kept(pairs: Iterable[_Pair], known: Known, areas: Sequence[Rect]) -> dict[str, LinkBox]:
    """The links whose way cannot be another one than before, with what is said of them now."""
    kept = {}
    for pair in pairs:
        link, source, target = pair.link, pair.source, pair.target
        was = known.boxes.get(link.id)
        if was is None or known.crowds[link.id] != pair.crowd:
            continue
        if _frame(was.source) != _frame(source) or _frame(was.target) != _frame(target):
            continue
        if areas and any(meet(reach, area) for reach in (_reach(was),) for area in areas):
            continue
        kept[link.id] = was
    return kept


def _reach(box: LinkBox) -> Rect:
    left, top, right, bottom = box.area
    source, target = box.source, box.target
    top = min(top, source.y, target.y)
    bottom = max(bottom, source.y + source.height, target.y + target.height)
    return left - _AROUND, top - _AROUND, right + _AROUND, bottom + _AROUND


def _area(points: Sequence[Point]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _placed(
    pairs: Sequence[_Pair],
    drafts: Sequence[Draft],
    tracks: Mapping[tuple[str, int], float],
    grid: Grid,
    kept: Mapping[str, LinkBox],
) -> dict[str, LinkBox]:
    """The lines and labels of all links."""
    found: dict[str, LinkBox] = {}
    for pair, draft in zip(pairs, drafts, strict=True):
        link, was = pair.link, kept.get(pair.link.id)
        beside = tuple(tracks.get((link.id, i), 0.0) for i in range(len(draft.runs)))
        if was is not None and was.beside == beside:
            points, places, area = was.points, was.name_places, was.area
            if was.link.label != link.label:
                places = _places(pair, points, draft.runs, grid)
        else:
            points = points_of(draft, beside)
            area = _area(points)
            places = _places(pair, points, draft.runs, grid)
        found[link.id] = LinkBox(
            link, pair.source, pair.target, draft.ends, draft.runs, points, None, beside, places, area
        )
    named = _names([box for box in found.values() if box.name_places])
    return {one: box._replace(name_at=named[one]) if one in named else box for one, box in found.items()}


def _names(boxes: Sequence[LinkBox]) -> dict[str, NamePlace]:
    """A place for each label, by link: the best that is free, at last the one that is kept below its card."""
    plates = Plates()
    below: defaultdict[str, list[LinkBox]] = defaultdict(list)
    for box in boxes:
        below[box.source.id].append(box)
    for card, some in below.items():
        plates.keep(kept_below(some[0].source, [box.name_places[-1] for box in some]), card)
    found: dict[str, NamePlace] = {}
    used: defaultdict[str, float] = defaultdict(float)
    for box in boxes:
        card = box.source.id
        *better, last = box.name_places
        place = next((one for one in better if plates.take(name_area(one), card)), None)
        if place is None:
            place = last._replace(y=last.y + used[card])
            used[card] += name_height(len(last.lines)) + BETWEEN
            plates.take(name_area(place), card)
        found[box.link.id] = place
    return found


def _places(pair: _Pair, points: Sequence[Point], runs: Sequence[Run], grid: Grid) -> tuple[NamePlace, ...]:
    """Where the label may be, the best first: where it hides no card, astride two cards, below the first of them."""
    label = pair.link.label
    below = place_below(label, pair.source, points, grid)
    if below is None:
        return ()
    free = places_of_name(label, runs, points, grid)
    return (*free, *places_astride(label, pair.source, pair.target, points, grid), below)


def _is_same(one: LinkBox, other: LinkBox) -> bool:
    records = one.link is other.link and one.source is other.source and one.target is other.target
    return records and one[3:] == other[3:]


def _pairs(links: Iterable[Link], cards: Mapping[str, CardBox]) -> list[_Pair]:
    """The links that can be drawn, with a count of those at the same sides of the same cards."""
    found = []
    out: Counter[tuple[str, int]] = Counter()
    into: Counter[tuple[str, int]] = Counter()
    for link in links:
        source, target = cards.get(link.source), cards.get(link.target)
        if source is None or target is None:
            continue
        sides = sides_of(source, target)
        out[source.id, sides[0]] += 1
        into[target.id, sides[1]] += 1
        found.append((link, source, target, sides))
    return [
        _Pair(link, source, target, sides, _crowd(out, into, (source.id, sides[0]), (target.id, sides[1])))
        for link, source, target, sides in found
    ]


_CROSSED_SOURCE, _CROSSED_TARGET, _ALONE = 1, 2, 4


def _crowd(
    out: Counter[tuple[str, int]], into: Counter[tuple[str, int]], start: tuple[str, int], end: tuple[str, int]
) -> int:
    """Whether others arrive where it leaves, or leave where it arrives; and whether it has both sides to itself."""
    crowd = (_CROSSED_SOURCE if into[start] else 0) | (_CROSSED_TARGET if out[end] else 0)
    return _ALONE if not crowd and out[start] == into[end] == 1 else crowd


def _draft(pair: _Pair, grid: Grid, kept: LinkBox | None) -> Draft:
    link = pair.link
    if kept is not None:
        return Draft(link.id, link.source, link.target, kept.ends, kept.runs)
    straight = _straight(pair, grid) if pair.crowd == _ALONE else None
    ends = straight or ends_of(pair.source, pair.target, *_heights(pair), pair.sides)
    runs = () if straight else runs_between(grid, pair.source, pair.target, ends, pair.sides)
    return Draft(link.id, link.source, link.target, ends, runs)


def _straight(pair: _Pair, grid: Grid) -> LinkEnds | None:
    """Where a link that has both sides for itself leads straight on to a neighbour in its lane."""
    if pair.sides[0] == pair.sides[1] or pair.source.lane != pair.target.lane:
        return None
    y = common_height(pair.source, pair.target)
    if y is None:
        return None
    left, right = sorted(gutter_beside(grid, box, side).x for box, side in zip(pair[1:3], pair.sides, strict=True))
    forwards = pair.sides[0] == RIGHT
    if right - left > 1.0 and not (forwards and is_free(grid, pair.source.lane, y, left, right)):
        return None
    return ends_of(pair.source, pair.target, y, y, pair.sides)


def _heights(pair: _Pair) -> tuple[float, float]:
    """Where on their sides a link leaves and arrives: branches of a card share a trunk."""
    source, target = pair.source, pair.target
    y1, y2 = source.y + source.height / 2, target.y + target.height / 2
    if pair.crowd != _ALONE:
        y1 -= _BESIDE if pair.crowd & _CROSSED_SOURCE else 0.0
        y2 += _BESIDE if pair.crowd & _CROSSED_TARGET else 0.0
    return y1, y2


def rough_box(box: LinkBox, source: CardBox, target: CardBox) -> LinkBox:
    """The link while its cards are carried: from side to side without regard to what lies between."""
    sides = sides_of(source, target)
    ends = ends_of(source, target, source.y + source.height / 2, target.y + target.height / 2, sides)
    middle = (ends.x1 + ends.x2) / 2 if sides[0] != sides[1] else max(ends.x1, ends.x2) + 4.0
    runs = (Run(upright=True, at=middle, shared=False),)
    draft = Draft(box.link.id, source.id, target.id, ends, runs)
    return LinkBox(box.link, source, target, ends, runs, points_of(draft, (0.0,)))
