"""The small project with one text in every field that holds words."""

from __future__ import annotations

from collections.abc import Sequence

from cjeditor.model.cards import Comment, DropOffPoint, Kpi, Note, Touchpoint
from cjeditor.model.journey_map import JourneyMap, Step
from cjeditor.model.project import AgendaStep, Channel, ParkedCard, Persona, Project, Settings
from cjeditor.model.replace import replace
from cjeditor.model.saved_view import SavedView
from cjeditor.model.table import in_order
from tests.builders import MAP, small_project


def saying(text: str) -> Project:
    """`small_project` where all titles, names, descriptions, tags and comments are `text`."""
    project = small_project()
    first, second = project.maps
    touchpoints = tuple(
        replace(
            card,
            title=text,
            description=text,
            tags=(text,),
            owner=text,
            evidence_source=text,
            web_links=(text,),
            kpis=tuple(replace(kpi, name=text, unit=text, source=text) for kpi in card.kpis),
            drop_off_points=(DropOffPoint(id=f"do_{card.id[3:]}z", title=text, counter_measure=text),),
        )
        for card in first.touchpoints
    )
    first = replace(
        first,
        title=text,
        scenario=text,
        scope=text,
        key_finding=text,
        decision=text,
        owner=text,
        version=text,
        phases=tuple(
            replace(phase, name=text, description=text, duration=text, kpis=(Kpi(id=f"kp_{phase.id[3:]}z", name=text),))
            for phase in first.phases
        ),
        steps=tuple(replace(step, name=text) for step in first.steps),
        lanes=tuple(replace(lane, name=text, question=text) for lane in first.lanes),
        touchpoints=touchpoints,
        notes=tuple(replace(note, text=text, tags=(text,), owner=text, source=text) for note in first.notes),
        links=tuple(replace(link, label=text) for link in first.links),
        comments=tuple(replace(comment, author=text, text=text) for comment in first.comments),
    )
    return replace(
        project,
        title=text,
        client=text,
        channels=tuple(replace(channel, name=text) for channel in project.channels),
        personas=tuple(
            replace(one, name=text, quote=text, type=text, goals=text, needs=text, frustrations=text, demographics=text)
            for one in project.personas
        ),
        maps=(first, replace(second, title=text)),
        actions=tuple(replace(action, title=text, owner=text) for action in project.actions),
        surveys=tuple(replace(survey, title=text) for survey in project.surveys),
        agenda=tuple(replace(step, title=text, script=text, question=text) for step in project.agenda),
        parked=(ParkedCard(id="pk_a", text=text, description=text),),
        views=(SavedView(id="vw_a", rank="a0", name=text, map=MAP, text=text, tags=(text,)),),
        settings=Settings(emotion_labels=(text,) * 5, participants=text),
    )


def saying_all(some: Sequence[str]) -> Project:
    """A project with one touchpoint, note, persona, channel, comment, parked card and view for each of the texts.

    They lie in one phase of the first map, twenty to a step; the texts are the titles of further maps, too.
    """
    project = small_project()
    first = project.maps[0]
    phase = first.phases[0]
    steps = tuple(
        Step(id=f"st_x{at:03d}", phase=phase.id, rank=f"b{at:03d}", name=text) for at, text in enumerate(some[::20])
    )
    ranked = [(f"x{at:03d}", f"a{at:04d}1", text) for at, text in enumerate(some)]
    touchpoints = tuple(
        Touchpoint(
            id=f"tp_{key}", number=1_000 + at, step=steps[at // 20].id, lane="ln_a", rank=rank, title=text, tags=(text,)
        )
        for at, (key, rank, text) in enumerate(ranked)
    )
    notes = tuple(
        Note(id=f"nt_{key}", number=5_000 + at, step=steps[at // 20].id, lane="ln_b", rank=rank, kind="goal", text=text)
        for at, (key, rank, text) in enumerate(ranked)
    )
    comments = tuple(Comment(id=f"cm_{key}", about=f"tp_{key}", author=text, text=text) for key, _rank, text in ranked)
    first = replace(
        first,
        steps=in_order((*first.steps, *steps)),
        touchpoints=in_order((*first.touchpoints, *touchpoints)),
        notes=in_order((*first.notes, *notes)),
        comments=in_order((*first.comments, *comments)),
    )
    maps = (JourneyMap(id=f"map_{key}", rank=rank, title=text) for key, rank, text in ranked[:24])
    return replace(
        project,
        maps=in_order((first, *project.maps[1:], *maps)),
        personas=in_order((*project.personas, *(Persona(id=f"ps_{key}", name=text) for key, _rank, text in ranked))),
        channels=in_order((*project.channels, *(Channel(id=f"ch_{key}", name=text) for key, _rank, text in ranked))),
        parked=in_order(ParkedCard(id=f"pk_{key}", rank=rank, text=text) for key, rank, text in ranked if text.strip()),
        views=in_order(SavedView(id=f"vw_{key}", rank=rank, name=text, map=MAP) for key, rank, text in ranked),
        agenda=in_order(AgendaStep(id=f"ag_{key}", rank=rank, title=text, question=text) for key, rank, text in ranked),
    )
