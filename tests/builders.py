"""Projects for tests: a small one that shows everything, and big ones that are the same every time."""

from __future__ import annotations

from itertools import pairwise

from cjeditor.model import table
from cjeditor.model.cards import Comment, DropOffPoint, Kpi, Link, Note, Touchpoint
from cjeditor.model.fields import Span
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.project import Action, AgendaStep, Channel, FunnelCount, Persona, Project, Survey

MAP = "map_1"
"""The id of the first map in every project made here."""

LANES = (
    Lane(id="ln_a", rank="a0", kind="touchpoints", name="Touchpoints"),
    Lane(id="ln_b", rank="a1", kind="notes", name="Goals", note_kind="goal"),
    Lane(id="ln_c", rank="a2", kind="emotion", name="Emotion"),
    Lane(id="ln_d", rank="a3", kind="notes", name="Pain points", note_kind="pain_point"),
    Lane(id="ln_e", rank="a4", kind="separator", name="Line of visibility"),
    Lane(id="ln_f", rank="a5", kind="backstage", name="Backstage", audience="team"),
)
"""One lane of each kind, ranked as their ids are."""

_TITLES = (
    "Sees the advert",
    "Asks friends which bank they went to and what they would do differently today",
    "Vergleicht Angebote im Netz",
    "Reads the forum",
    "Termin in der Filiale vereinbaren, Unterlagen zusammensuchen und hinbringen",
    "Signs",
    "Waits for the answer",
    "Calls the hotline because nobody has written for nine days",
)
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def small_project() -> Project:
    """Two maps, the first with three phases, four steps, six lanes and eight cards; one record of every kind.

    Cells of the first map: (st_a, ln_a): tp_a, tp_b · (st_b, ln_a): tp_c · (st_d, ln_a): tp_d · (st_a, ln_b): nt_a,
    nt_b · (st_c, ln_d): nt_c · (st_d, ln_f): nt_d. Phase ph_b has the steps st_b and st_c, the others have one.
    """
    first = JourneyMap(
        id=MAP,
        rank="a0",
        title="A first home",
        lead_persona="ps_a",
        overlaid_personas=("ps_b",),
        phases=(
            Phase(id="ph_a", rank="a0", name="Need", drop_off_points=(DropOffPoint(id="do_a", reason="pause"),)),
            Phase(id="ph_b", rank="a1", name="Choice", funnel_stage="prospects", weight=5),
            Phase(id="ph_c", rank="a2", name="Use", duration="years"),
        ),
        steps=(
            Step(id="st_a", phase="ph_a", rank="a0"),
            Step(id="st_b", phase="ph_b", rank="a0", name="Search", duration=Span(amount=9, unit="days")),
            Step(id="st_c", phase="ph_b", rank="a1"),
            Step(id="st_d", phase="ph_c", rank="a0"),
        ),
        lanes=LANES,
        touchpoints=(
            Touchpoint(
                id="tp_a", number=1, step="st_a", lane="ln_a", rank="a0", title="Advert", channel="ch_a", emotion=1
            ),
            Touchpoint(id="tp_b", number=2, step="st_a", lane="ln_a", rank="a1", title="Talk", contact="third_party"),
            Touchpoint(
                id="tp_c", number=3, step="st_b", lane="ln_a", rank="a0", title="Search", channel="ch_b", emotion=-2
            ),
            Touchpoint(
                id="tp_d",
                number=7,
                step="st_d",
                lane="ln_a",
                rank="a0",
                title="Moves in",
                persona="ps_b",
                moment_of_truth=True,
                realms=("escapist",),
                actual_wait=Span(amount=2.5, unit="weeks"),
                kpis=(Kpi(id="kp_a", name="Visits", target=10.0),),
                tags=("home", "keys"),
            ),
        ),
        notes=(
            Note(id="nt_a", number=4, step="st_a", lane="ln_b", rank="a0", kind="goal", text="A home of our own"),
            Note(id="nt_b", number=5, step="st_a", lane="ln_b", rank="a1", kind="quote", text="“Now or never”"),
            Note(
                id="nt_c", number=6, step="st_c", lane="ln_d", rank="a0", kind="pain_point", severity=4, persona="ps_a"
            ),
            Note(id="nt_d", number=8, step="st_d", lane="ln_f", rank="a0", kind="backstage", text="Checks the papers"),
        ),
        links=(
            Link(id="lk_a", source="tp_a", target="tp_c", label="then", hand_off="broken"),
            Link(id="lk_b", source="nt_c", target="tp_d"),
        ),
        comments=(
            Comment(id="cm_a", about="tp_a", author="Ada", text="Really?"),
            Comment(id="cm_b", about="ph_b", text="Long"),
            Comment(id="cm_c", about="st_c", text="Odd"),
            Comment(id="cm_d", about="ln_d", text="Sad"),
            Comment(id="cm_e", about=MAP, text="Good"),
        ),
    )
    second = JourneyMap(id="map_2", rank="a1", title="Later", state="future", origin=MAP)
    return Project(
        title="Sample",
        channels=(Channel(id="ch_a", name="Shop", mode="offline"), Channel(id="ch_b", name="Web", icon="globe")),
        personas=(Persona(id="ps_a", name="Mia", preferred_channels=("ch_a", "ch_b")), Persona(id="ps_b", name="Jo")),
        maps=(first, second),
        actions=(Action(id="ac_a", title="Answer sooner", cards=("nt_c", "tp_a"), effort=2, due="2026-12-01"),),
        surveys=(
            Survey(id="sv_a", about="tp_a", answers=(9, 10, 3)),
            Survey(id="sv_b", about="ph_b", answers=(7,)),
            Survey(id="sv_c", about=MAP, answers=(8,)),
        ),
        funnel=(FunnelCount(id="fn_a", stage="leads", count=120),),
        agenda=(AgendaStep(id="ag_a", rank="a0", title="Welcome", minutes=5),),
    )


def big_project(cards: int) -> Project:
    """A project whose one map has exactly `cards` cards: 5 phases per 100 of them, 6 lanes, every third a note."""
    phases = [_phase(number) for number in range(max(3, cards // 20))]
    steps = [
        Step(
            id=f"st_{2 * number + extra:06d}",
            phase=phase.id,
            rank=f"a{extra}",
            name="" if number % 3 else f"Part {extra + 1}",
        )
        for number, phase in enumerate(phases)
        for extra in range(1 if number % 3 else 2)
    ]
    touchpoints: list[Touchpoint] = []
    notes: list[Note] = []
    for number in range(cards):
        step = steps[number * len(steps) // cards]
        if number % 3 == 2:
            notes.append(_note(number, step.id))
        else:
            touchpoints.append(_touchpoint(number, step.id))
    links = [
        Link(id=f"lk_{number:06d}", source=one.id, target=other.id)
        for number, (one, other) in enumerate(pairwise(touchpoints))
        if number % 10 == 0
    ]
    journey_map = JourneyMap(
        id=MAP,
        rank="a0",
        title=f"A journey of {cards} cards",
        lead_persona="ps_a",
        phases=table.in_order(phases),
        steps=table.in_order(steps),
        lanes=LANES,
        touchpoints=table.in_order(touchpoints),
        notes=table.in_order(notes),
        links=table.in_order(links),
    )
    channels = [Channel(id=f"ch_{number}", name=f"Channel {number}") for number in range(8)]
    return Project(
        title="Big", channels=tuple(channels), personas=(Persona(id="ps_a", name="Mia"),), maps=(journey_map,)
    )


def _rank(number: int) -> str:
    """The rank of the `number`-th sibling, counted from 0, up to 3 843."""
    return f"a{_DIGITS[number]}" if number < 62 else f"b{_DIGITS[(number - 62) // 62]}{_DIGITS[(number - 62) % 62]}"


def _phase(number: int) -> Phase:
    colour = ("#3A7CA5", "#2A9D8F", "#8AB17D", "#E9C46A", "#F4A261", "#E76F51")[number % 6]
    return Phase(id=f"ph_{number:06d}", rank=_rank(number), name=f"Phase {number + 1}", colour=colour)


def _touchpoint(number: int, step: str) -> Touchpoint:
    return Touchpoint(
        id=f"tp_{number:06d}",
        number=number + 1,
        step=step,
        lane="ln_a",
        rank=_rank(number % 3000),
        title=_TITLES[number % len(_TITLES)],
        description="As told in the interviews." if number % 7 == 0 else "",
        channel=f"ch_{number % 8}",
        weight=number % 5 + 1,
        emotion=number % 5 - 2,
        moment_of_truth=number % 20 == 0,
        tags=("interview",) if number % 9 == 0 else (),
    )


def _note(number: int, step: str) -> Note:
    lane, kind = (("ln_b", "goal"), ("ln_d", "pain_point"), ("ln_f", "backstage"))[number // 3 % 3]
    text = _TITLES[(number + 3) % len(_TITLES)]
    return Note.model_validate(
        {
            "id": f"nt_{number:06d}",
            "number": number + 1,
            "step": step,
            "lane": lane,
            "rank": _rank(number % 3000),
            "kind": kind,
            "text": text,
            "votes": number % 4,
        }
    )
