"""What a new project can start from: each framework, or lanes without a framework."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from cjeditor.catalogue.channels import channels
from cjeditor.catalogue.entries import Entry, Wordings, read
from cjeditor.catalogue.frameworks import Framework, framework
from cjeditor.catalogue.lanes import standard_lanes
from cjeditor.model.fields import Language, MapState
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.project import Channel, Persona, Project
from cjeditor.model.ranks import place
from cjeditor.model.replace import make
from cjeditor.model.table import in_order

DEFAULT_TEMPLATE: Final = "nine-phases"
BLANK: Final = "blank"
TEMPLATE_KEYS: Final = ("three-phases", "five-phases", DEFAULT_TEMPLATE, "loyalty-loop", BLANK)
"""The names of the templates on the command line, in its order."""

NewId = Callable[[str], str]
"""Makes an id for a prefix (``ph``): `cjeditor.model.ids.new_id`, or a test's own."""


class Template(NamedTuple):
    """A template as people choose it."""

    key: str
    name: Wordings
    sentence: Wordings


class _File(Entry):
    """The template without a framework, and what a new map and its first phase are called."""

    blank_name: Wordings
    blank_sentence: Wordings
    first_phase: Wordings
    untitled: Wordings


class UnknownTemplate(LookupError):
    """There is no template of this name."""


@cache
def templates() -> tuple[Template, ...]:
    """Return the templates, the default one first and the blank one last; raises `CatalogueBroken`."""
    keys = sorted(TEMPLATE_KEYS, key=lambda key: (key != DEFAULT_TEMPLATE, key == BLANK, TEMPLATE_KEYS.index(key)))
    return tuple(_template(key) for key in keys)


def new_project(
    template: str,
    *,
    language: Language,
    title: str,
    new_id: NewId,
    persona: str = "",
    state: MapState = "current",
) -> Project:
    """Return a project with one map made from `template`.

    Args:
        template: one of `TEMPLATE_KEYS`.
        language: of the project; names of phases, lanes and channels are in it.
        title: of project and map; where it is empty the map is called what new maps are called.
        new_id: makes the records' ids.
        persona: the name of the one whose journey it is; empty for nobody yet.
        state: whether the map shows what is or what shall be.

    Raises:
        UnknownTemplate: there is no such template.
        EditRefused: the title or name cannot be kept in a file (control characters, too long).
        CatalogueBroken: the program's own data is damaged.
    """
    people = (make(Persona, id=new_id("ps"), name=persona.strip()),) if persona.strip() else ()
    lead = people[0].id if people else None
    journey_map = new_map(template, language=language, title=title, new_id=new_id, lead_persona=lead, state=state)
    own_channels = in_order(_channels(language, new_id))
    return make(
        Project,
        title=journey_map.title,
        language=language,
        channels=own_channels,
        personas=people,
        maps=(journey_map,),
    )


def new_map(
    template: str,
    *,
    language: Language,
    title: str,
    new_id: NewId,
    lead_persona: str | None = None,
    state: MapState = "current",
) -> JourneyMap:
    """Return a map made from `template`, to be the only one of a project or one more.

    Args:
        template: one of `TEMPLATE_KEYS`.
        language: of the project; names of phases and lanes are in it.
        title: where it is empty the map is called what new maps are called.
        new_id: makes the records' ids.
        lead_persona: the id of the persona of the project whose journey it is.
        state: whether the map shows what is or what shall be.

    Raises:
        UnknownTemplate: there is no such template.
        EditRefused: the title cannot be kept in a file (control characters, too long).
        CatalogueBroken: the program's own data is damaged.
    """
    if template not in TEMPLATE_KEYS:
        raise UnknownTemplate(template)
    phases, steps = _phases(framework(template), language, new_id)
    return make(
        JourneyMap,
        id=new_id("map"),
        rank=_ranks(1)[0],
        title=title.strip() or untitled(language),
        lead_persona=lead_persona,
        state=state,
        framework=None if template == BLANK else template,
        phases=in_order(phases),
        steps=in_order(steps),
        lanes=in_order(_lanes(language, new_id)),
    )


def untitled(language: Language) -> str:
    """Return what a map is called as long as nobody has named it; raises `CatalogueBroken`."""
    return _own().untitled.in_language(language)


def first_phase_names() -> tuple[str, ...]:
    """Return what the lone phase of a map without framework is called until somebody names it, in each language."""
    named = _own().first_phase
    return (named.en, named.de)


def _template(key: str) -> Template:
    known = framework(key)
    if known is None:
        return Template(key, _own().blank_name, _own().blank_sentence)
    return Template(key, known.name, known.sentence)


@cache
def _own() -> _File:
    return read("templates.json", _File)


def _phases(source: Framework | None, language: Language, new_id: NewId) -> tuple[list[Phase], list[Step]]:
    """Return the phases of a framework, or a single one without, each with the step it must have."""
    if source is None:
        phases = [Phase(id=new_id("ph"), rank=_ranks(1)[0], name=_own().first_phase.in_language(language))]
    else:
        phases = [
            Phase(
                id=new_id("ph"),
                rank=rank,
                name=phase.name.in_language(language),
                framework=source.key,
                framework_phase=phase.key,
                colour=phase.colour,
                funnel_stage=phase.funnel_stage,
            )
            for rank, phase in zip(_ranks(len(source.phases)), source.phases, strict=True)
        ]
    return phases, [Step(id=new_id("st"), phase=phase.id, rank=_ranks(1)[0]) for phase in phases]


def _lanes(language: Language, new_id: NewId) -> list[Lane]:
    chosen = [lane for lane in standard_lanes() if lane.in_new_map]
    return [
        Lane(
            id=new_id("ln"),
            rank=rank,
            kind=lane.kind,
            name=lane.name.in_language(language),
            question=lane.question.in_language(language) if lane.question else "",
            note_kind=lane.note_kind,
        )
        for rank, lane in zip(_ranks(len(chosen)), chosen, strict=True)
    ]


def _channels(language: Language, new_id: NewId) -> list[Channel]:
    return [
        Channel(id=new_id("ch"), name=channel.name.in_language(language), mode=channel.mode, icon=channel.icon)
        for channel in channels()
    ]


def _ranks(count: int) -> list[str]:
    return place((), 0, count).new
