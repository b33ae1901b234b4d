"""The small project with one text in every field that holds words."""

from __future__ import annotations

from cjeditor.model.cards import DropOffPoint, Kpi
from cjeditor.model.project import ParkedCard, Project, Settings
from cjeditor.model.replace import replace
from cjeditor.model.saved_view import SavedView
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
