"""Copying cards and pasting them, on the same map or another, in the same project or another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar

from pydantic import ValidationError

from cjeditor.model import table
from cjeditor.model.cards import Card, Link, Note, Touchpoint
from cjeditor.model.edits.cards import with_cards
from cjeditor.model.edits.maps import add_asset
from cjeditor.model.edits.parts import check_free, check_nested, check_new, placed, with_map
from cjeditor.model.fields import Id, Record
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.lookup import (
    card,
    cards,
    known,
    map_of,
    next_number,
    ordered,
    ordered_steps,
    record_of,
    these_cells,
)
from cjeditor.model.problem import refused
from cjeditor.model.project import Asset, Channel, Persona, Project
from cjeditor.model.replace import make, replace
from cjeditor.model.voting import counted, without_dots

P = TypeVar("P", Channel, Persona)

NewIds = Callable[[str], str]
"""Gives a new id for a prefix (`tp`, `nt`, `lk`, `ch`, `ps`, `as`, `do`, `kp`)."""

CLIPPING_LIMIT = 60_000_000
"""Bytes; more is not even looked at."""

_PICTURES_LIMIT = 40_000_000
"""Bytes of base64; pictures beyond them stay behind."""


class Clipping(Record):
    """Copied cards with the links among them and the channels, personas and pictures that they name.

    `columns` and `rows` are the ids of the steps and lanes from the first to the last card's, in order: they say how
    the cards lay to each other, also where the steps themselves are not known. `phases`, `steps` and `lanes` are these
    places as they were, for a map that lacks them. `whole` are the phases, or the lanes, that were copied as such.
    """

    columns: tuple[Id, ...] = ()
    rows: tuple[Id, ...] = ()
    whole: tuple[Id, ...] = ()
    phases: tuple[Phase, ...] = ()
    steps: tuple[Step, ...] = ()
    lanes: tuple[Lane, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    channels: tuple[Channel, ...] = ()
    personas: tuple[Persona, ...] = ()
    assets: tuple[Asset, ...] = ()

    def to_json(self) -> bytes:
        """The clipping as UTF-8 JSON, for the clipboard."""
        return self.model_dump_json(exclude_defaults=True).encode()

    @staticmethod
    def from_json(data: bytes) -> Clipping:
        """A clipping from the clipboard. Raises EditRefused (`clipping-refused`) for anything else."""
        if len(data) > CLIPPING_LIMIT:
            raise refused("clipping-refused", reason="too_long")
        try:
            found = Clipping.model_validate_json(data)
        except ValidationError as error:
            raise refused("clipping-refused", reason=error.errors()[0]["type"]) from error
        if not found.is_sound:
            raise refused("clipping-refused", reason="reference")
        return found

    @property
    def is_sound(self) -> bool:
        """Whether nothing is in it twice, and everything that is named."""
        ends = {(link.source, link.target) for link in self.links}
        records = [*self.cards, *self.phases, *self.steps, *self.lanes]
        phases, lanes = {each.id for each in self.phases}, {each.id for each in self.lanes}
        return (
            len({each.id for each in records}) == len(records)
            and len(ends) == len(self.links)
            and all(source != target for source, target in ends)
            and {each.step for each in self.cards} <= set(self.columns)
            and {each.lane for each in self.cards} <= set(self.rows)
            and {each.phase for each in self.steps} == phases
            and set(self.whole) <= phases | lanes
        )

    @property
    def has_places(self) -> bool:
        """Whether it knows all steps and lanes that its cards lay in."""
        return set(self.columns) <= {each.id for each in self.steps} and set(self.rows) <= {
            each.id for each in self.lanes
        }

    @property
    def cards(self) -> tuple[Card, ...]:
        """The touchpoints and notes."""
        return (*self.touchpoints, *self.notes)


def copy_cards(project: Project, map_id: str, ids: Collection[str]) -> Clipping:
    """The cards of these ids, ready to be pasted: without the votes that people cast for the originals.

    Raises EditRefused (`unknown-id`).
    """
    journey_map = map_of(project, map_id)
    some = [card(journey_map, each) for each in dict.fromkeys(ids)]
    columns = _span([each.id for each in ordered_steps(journey_map)], {each.step for each in some})
    rows = _span([each.id for each in ordered(journey_map.lanes)], {each.lane for each in some})
    return _clipping(project, journey_map, some, columns, rows)


def copy_whole(project: Project, map_id: str, ids: Collection[str]) -> Clipping:
    """Whole phases, or whole lanes, with all that is in them. Raises EditRefused (`unknown-id`)."""
    journey_map = map_of(project, map_id)
    wanted = [record_of(journey_map, each).id for each in dict.fromkeys(ids)]
    columns = [each.id for each in ordered_steps(journey_map) if each.phase in wanted]
    rows = [each.id for each in ordered(journey_map.lanes) if each.id in wanted]
    some = [each for each in cards(journey_map) if each.step in columns or each.lane in rows]
    columns = columns or list(_span([each.id for each in ordered_steps(journey_map)], {each.step for each in some}))
    rows = rows or list(_span([each.id for each in ordered(journey_map.lanes)], {each.lane for each in some}))
    clipping = _clipping(project, journey_map, some, tuple(columns), tuple(rows))
    return replace(clipping, whole=tuple(wanted))


def _clipping(
    project: Project, journey_map: JourneyMap, some: Collection[Card], columns: tuple[str, ...], rows: tuple[str, ...]
) -> Clipping:
    dots = counted(journey_map.rounds)
    some = [without_dots(each, dots) for each in some]
    chosen = {each.id for each in some}
    steps = tuple(each for each in journey_map.steps if each.id in columns)
    phases = {each.phase for each in steps}
    touchpoints = table.in_order(each for each in some if isinstance(each, Touchpoint))
    persona_ids = {each.persona for each in some}
    personas = tuple(each for each in project.personas if each.id in persona_ids)
    channel_ids = {each.channel for each in touchpoints}
    channel_ids.update(channel for each in personas for channel in each.preferred_channels)
    notes = table.in_order(each for each in some if isinstance(each, Note))
    pictures = {*(each.picture for each in notes), *(each.portrait for each in personas)}
    return make(
        Clipping,
        columns=columns,
        rows=rows,
        phases=tuple(each for each in journey_map.phases if each.id in phases),
        steps=steps,
        lanes=tuple(each for each in journey_map.lanes if each.id in rows),
        touchpoints=touchpoints,
        notes=notes,
        links=tuple(each for each in journey_map.links if each.source in chosen and each.target in chosen),
        channels=tuple(each for each in project.channels if each.id in channel_ids),
        personas=personas,
        assets=tuple(_within_limit(each for each in project.assets if each.sha256 in pictures)),
    )


def _within_limit(assets: Iterable[Asset]) -> Iterator[Asset]:
    left = _PICTURES_LIMIT
    for each in assets:
        left -= len(each.data)
        if each.data and left >= 0:
            yield each


def paste(
    project: Project,
    map_id: str,
    clipping: Clipping,
    *,
    new_ids: NewIds,
    step: str,
    lane: str,
    index: int | None = None,
) -> tuple[Project, tuple[str, ...]]:
    """The clipping's cards as new ones, its upper left cell at `step` and `lane`; also returns the new cards' ids.

    The cards keep their places to each other as far as the map goes: beyond its right edge they go into the last
    step, and where a lane does not hold them into the nearest that does. In the cell of `step` and `lane` they come
    before the card at `index` (None: at the end), elsewhere at the end. Channels and personas that the project does
    not know, neither by id nor by name, come along, and so do pictures. Raises EditRefused: `unknown-id`, `no-lane`,
    `picture-refused`.
    """
    journey_map = map_of(project, map_id)
    known(journey_map.steps, step)
    known(journey_map.lanes, lane)
    target_of = _targets(journey_map, clipping, step, lane)
    return paste_at(project, map_id, clipping, target_of, new_ids=new_ids, first=(step, lane), index=index)


def paste_at(
    project: Project,
    map_id: str,
    clipping: Clipping,
    target_of: Callable[[Card], tuple[str, str]],
    *,
    new_ids: NewIds,
    first: tuple[str, str] = ("", ""),
    index: int | None = None,
) -> tuple[Project, tuple[str, ...]]:
    """The clipping's cards as new ones, each in the cell (step id, lane id) that `target_of` says; as `paste` does.

    In the cell `first` they come before the card at `index`, elsewhere at the end.
    """
    journey_map = map_of(project, map_id)
    project, replaced = _with_shared(project, clipping, new_ids)
    number = next_number(journey_map)
    new_of: dict[str, Card] = {}
    for each in _in_clipping_order(clipping):
        new_of[each.id] = _renewed(each, new_ids, replaced, target_of(each), number + len(new_of))
    check_new(project, new_of.values())
    touchpoints = [each for each in new_of.values() if isinstance(each, Touchpoint)]
    check_nested(project, {"kpis": touchpoints}, touchpoints)
    targets: defaultdict[tuple[str, str], list[Card]] = defaultdict(list)
    for new in new_of.values():
        targets[new.step, new.lane].append(new)
    added: list[Card] = []
    for cell, there in these_cells(journey_map, targets).items():
        added += placed(there, targets[cell], index if cell == first else None)
    links = []
    for link in clipping.links:
        if link.source in new_of and link.target in new_of:
            ends = {"source": new_of[link.source].id, "target": new_of[link.target].id}
            links.append(replace(link, id=new_ids("lk"), **ends))
            check_free(project, "links", links[-1].id)
    journey_map = with_cards(journey_map, added)
    journey_map = replace(journey_map, links=table.put(journey_map.links, links))
    return with_map(project, journey_map), tuple(new.id for new in new_of.values())


def _span(every: list[str], used: set[str]) -> tuple[str, ...]:
    """What lies from the first to the last used of `every`."""
    places = [position for position, each in enumerate(every) if each in used]
    return tuple(every[places[0] : places[-1] + 1]) if places else ()


def _in_clipping_order(clipping: Clipping) -> list[Card]:
    return sorted(
        clipping.cards,
        key=lambda each: (clipping.columns.index(each.step), clipping.rows.index(each.lane), each.rank, each.id),
    )


def _targets(journey_map: JourneyMap, clipping: Clipping, step: str, lane: str) -> Callable[[Card], tuple[str, str]]:
    """Gives the cell for each card, when the clipping's upper left cell comes to `step` and `lane`."""
    columns = [each.id for each in ordered_steps(journey_map)]
    lanes = ordered(journey_map.lanes)
    first_column, first_row = columns.index(step), [each.id for each in lanes].index(lane)
    fitting = {
        held: [position for position, each in enumerate(lanes) if each.holds == held]
        for held in ("touchpoints", "notes")
    }

    def target_of(each: Card) -> tuple[str, str]:
        held = "touchpoints" if isinstance(each, Touchpoint) else "notes"
        if not fitting[held]:
            raise refused("no-lane", lane, table=held)
        column = min(first_column + clipping.columns.index(each.step), len(columns) - 1)
        row = first_row + clipping.rows.index(each.lane)
        return columns[column], lanes[min(fitting[held], key=lambda position: abs(position - row))].id

    return target_of


def _renewed(each: Card, new_ids: NewIds, replaced: dict[str, str], cell: tuple[str, str], number: int) -> Card:
    """A copy of a card with everything about it that must be new."""
    persona = replaced[each.persona] if each.persona is not None and each.persona in replaced else None
    step, lane = cell
    if isinstance(each, Note):
        picture = replaced.get(each.picture) if each.picture is not None else None
        return replace(each, id=new_ids("nt"), number=number, step=step, lane=lane, persona=persona, picture=picture)
    return replace(
        each,
        id=new_ids("tp"),
        number=number,
        step=step,
        lane=lane,
        persona=persona,
        channel=replaced[each.channel] if each.channel is not None and each.channel in replaced else None,
        drop_off_points=tuple(replace(inner, id=new_ids("do")) for inner in each.drop_off_points),
        kpis=tuple(replace(inner, id=new_ids("kp")) for inner in each.kpis),
    )


def _with_shared(project: Project, clipping: Clipping, new_ids: NewIds) -> tuple[Project, dict[str, str]]:
    """The project with what the clipping needs, and what the ids of channels and personas and pictures' sums became."""
    replaced: dict[str, str] = {}
    for channel in clipping.channels:
        same = table.find(project.channels, channel.id) or _named(project.channels, channel.name)
        if same is None:
            same = replace(channel, id=new_ids("ch"))
            check_free(project, "channels", same.id)
            project = replace(project, channels=table.put(project.channels, (same,)))
        replaced[channel.id] = same.id
    for persona in clipping.personas:
        found = table.find(project.personas, persona.id) or _named(project.personas, persona.name)
        if found is None:
            preferred = dict.fromkeys(replaced[each] for each in persona.preferred_channels if each in replaced)
            project, portrait = _with_picture(project, clipping, persona.portrait, new_ids)
            found = replace(persona, id=new_ids("ps"), preferred_channels=tuple(preferred), portrait=portrait)
            check_free(project, "personas", found.id)
            project = replace(project, personas=table.put(project.personas, (found,)))
        replaced[persona.id] = found.id
    for sha256 in dict.fromkeys(each.picture for each in clipping.notes if each.picture is not None):
        project, kept = _with_picture(project, clipping, sha256, new_ids)
        if kept is not None:
            replaced[sha256] = kept
    return project, replaced


def _with_picture(
    project: Project, clipping: Clipping, sha256: str | None, new_ids: NewIds
) -> tuple[Project, str | None]:
    """The project with that picture, and its sum; None where neither the project nor the clipping has it."""
    if sha256 is None or any(asset.sha256 == sha256 for asset in project.assets):
        return project, sha256
    brought = next((asset for asset in clipping.assets if asset.sha256 == sha256), None)
    if brought is None:
        return project, None
    return add_asset(project, asset_id=new_ids("as"), media_type=brought.media_type, data=brought.data)


def _named(records: tuple[P, ...], name: str) -> P | None:
    return next((each for each in records if each.name == name), None)
