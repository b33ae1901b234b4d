"""A small project in which the journey check finds nothing, for tests that break one thing after the other."""

from __future__ import annotations

from cjeditor.model import rules as model_rules
from cjeditor.model.cards import Link, Note, Touchpoint
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.project import Action, Channel, Persona, Project, Settings

MAP = "map_a"
DAY = "2026-12-01"
STRICTER = ("dead-link", "duplicate-cards", "kpi-without-target", "too-long-to-print", "unbacked-map")
"""Rules that are off unless a project turns them on, and that a good map keeps."""


def good_project() -> Project:
    """A small map in which nobody finds anything."""
    phases = [
        ("ph_a", "need", "Need", "st_a"),
        ("ph_b", "purchase", "Purchase", "st_b"),
        ("ph_c", "loyalty", "Loyalty", "st_c"),
    ]
    touchpoints = []
    for number, (step, emotion) in enumerate((("st_a", -2), ("st_a", 0), ("st_b", 1), ("st_c", 2)), 1):
        touchpoints.append(
            Touchpoint(
                id=f"tp_{number}",
                number=number,
                step=step,
                lane="ln_a",
                rank=f"a{number}",
                title=f"Moment {number}",
                emotion=emotion,
                channel="ch_a" if number % 2 else "ch_b",
                moment_of_truth=number == 3,
                evidence="qualitative",
                web_links=("https://www.example.org/a?b=c#d", "mailto:a@example.org"),
            )
        )
    pain = Note(
        id="nt_1", number=5, step="st_a", lane="ln_b", rank="a1", kind="pain_point", text="Hurts", evidence="anecdotal"
    )
    journey = JourneyMap(
        id=MAP,
        rank="a0",
        title="A way",
        lead_persona="ps_a",
        phases=tuple(
            Phase(id=one, rank=f"a{at}", name=name, framework="nine-phases", framework_phase=part)
            for at, (one, part, name, _step) in enumerate(phases)
        ),
        steps=tuple(Step(id=step, phase=one, rank="a0") for one, _part, _name, step in phases),
        lanes=(
            Lane(id="ln_a", rank="a0", kind="touchpoints"),
            Lane(id="ln_b", rank="a1", note_kind="pain_point"),
            Lane(id="ln_c", rank="a2", kind="metrics", note_kind="metric"),
        ),
        touchpoints=tuple(touchpoints),
        notes=(pain,),
        links=(Link(id="lk_a", source="tp_1", target="tp_2", hand_off="seamless"),),
    )
    project = Project(
        settings=Settings(checks_on=STRICTER),
        title="P",
        channels=(Channel(id="ch_a", name="Shop"), Channel(id="ch_b", name="Web")),
        personas=(Persona(id="ps_a", name="Mia"),),
        maps=(journey,),
        actions=(Action(id="ac_a", title="Help", cards=("nt_1",), owner="Ada", due=DAY),),
    )
    assert model_rules.problems(project) == []
    return project
