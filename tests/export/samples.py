"""Projects that the tests of exporting print."""

from __future__ import annotations

from collections.abc import Sequence

from cjeditor.model.cards import DropOffPoint, Note, Touchpoint
from cjeditor.model.fields import Evidence, NoteKind, Span
from cjeditor.model.journey_map import JourneyMap, Lane, Phase, Step
from cjeditor.model.project import Channel, Persona, Project

PHASES = (
    ("Bedarf", "#332288"),
    ("Orientierung", "#3A7CA5"),
    ("Überlegung", "#2F8F83"),
    ("Entscheidung", "#117733"),
    ("Kauf", "#7A7A22"),
    ("Lieferung und Leistungsbeginn", "#A8862A"),
    ("Nutzung", "#CC6677"),
    ("Loyalität", "#882255"),
    ("Weiterempfehlung", "#AA4499"),
)
TITLES = (
    "Der Vermieter kündigt Eigenbedarf an",
    "Rechnet im Netz, was sie sich leisten können",
    "Liest im Forum, wie andere finanziert haben",
    "Vergleicht Zinsen von elf Banken",
    "Erstgespräch: Beraterin erklärt Eigenkapital und Förderung",
    "Lädt Unterlagen für die Kreditwürdigkeitsprüfung hoch",
    "Wartet auf die Zusage",
    "Unterschreibt den Darlehensvertrag",
)
NOTES: tuple[tuple[NoteKind, str], ...] = (
    ("goal", "Raus aus der Mietwohnung, ohne sich zu übernehmen"),
    ("quote", "Jeder rechnet anders. Wem soll ich glauben?"),
    ("pain_point", "Neun Tage lang keine Nachricht zum Stand des Antrags"),
    ("opportunity", "Statusmeldung nach jedem Schritt, auch wenn nichts geschah"),
    ("insight", "Das Finanzierungszertifikat beruhigt mehr als der Zinssatz"),
)
EVIDENCE: tuple[Evidence, ...] = ("assumption", "anecdotal", "qualitative", "quantitative")


def rank(index: int) -> str:
    """A rank that sorts as the index does."""
    return f"a{index:05d}"


def mortgage(*, phases: int = 9, per_phase: int = 3, titles: Sequence[str] = TITLES) -> Project:
    """A mortgage journey in German with every kind of mark, note and lane."""
    touchpoints = tuple(
        _touchpoint(number, f"st_{1 + number // per_phase:05d}", titles[number % len(titles)])
        for number in range(phases * per_phase)
    )
    notes = tuple(_note(number, 1 + number // 2, len(touchpoints)) for number in range(phases * 2))
    journey = JourneyMap(
        id="map_a",
        rank="a0",
        title="Wir wollen raus aus der Mietwohnung, ohne uns zu übernehmen.",
        scenario="Die Reise der Familie Brandt vom ersten Gedanken bis zur Auszahlung. Nach Interviews vom Oktober.",
        scope="Erster Gedanke bis Auszahlung",
        key_finding="Neun Tage ohne Nachricht kosten mehr Vertrauen als der Zins.",
        decision="Statusmeldung nach Antrag, Budget bis Januar",
        lead_persona="ps_a",
        owner="Team Baufinanzierung",
        version="7",
        phases=tuple(
            Phase(id=f"ph_{i:05d}", rank=rank(i), name=PHASES[(i - 1) % 9][0], colour=PHASES[(i - 1) % 9][1])
            for i in range(1, phases + 1)
        ),
        steps=tuple(Step(id=f"st_{i:05d}", phase=f"ph_{i:05d}", rank="a0") for i in range(1, phases + 1)),
        lanes=(
            Lane(id="ln_a", rank="a1", kind="touchpoints", name="Touchpoints", question="Was geschieht?"),
            Lane(id="ln_b", rank="a2", kind="notes", name="Ziele und O-Töne", question="Was geht ihr durch den Kopf?"),
            Lane(id="ln_c", rank="a3", kind="emotion", name="Gefühl", question="Wie geht es ihr dabei?"),
            Lane(id="ln_d", rank="a4", kind="separator", name="Sichtbarkeitslinie"),
            Lane(id="ln_e", rank="a5", kind="backstage", name="Hinter den Kulissen", note_kind="backstage"),
        ),
        touchpoints=touchpoints,
        notes=notes,
    )
    return Project(
        title="Erstes eigenes Zuhause",
        language="de",
        client="Musterbank",
        channels=(
            Channel(id="ch_a", name="Vergleichsportal", icon="globe"),
            Channel(id="ch_b", name="Filiale", mode="offline", icon="storefront"),
            Channel(id="ch_c", name="Kundenportal und App", icon="device-mobile"),
        ),
        personas=(Persona(id="ps_a", name="Familie Brandt", type="zwei Kinder, Bedarfskäufer"),),
        maps=(journey,),
    )


def _touchpoint(number: int, step: str, title: str) -> Touchpoint:
    late = number % 5 == 1
    return Touchpoint(
        id=f"tp_{number:05d}",
        number=number + 1,
        step=step,
        lane="ln_a",
        rank=rank(number),
        title=title,
        description="Öffnet elf Tabs, schreibt Zahlen auf einen Zettel" if number % 2 else "",
        contact=("direct", "direct", "third_party", "none")[number % 4],
        channel=("ch_a", "ch_b", "ch_c", None)[number % 4],
        emotion=(0, 1, -1, 2, -2, None)[number % 6],
        moment_of_truth=number % 7 == 4,
        drop_off_points=(DropOffPoint(id=f"do_{number:05d}", title="Angebot unklar", likelihood=3, impact=4),)
        if number % 4 == 3
        else (),
        expected_wait=Span(amount=2) if late else None,
        actual_wait=Span(amount=9) if late else None,
        evidence=EVIDENCE[number % 4],
        evidence_source="8 Interviews" if number % 4 == 2 else "",
    )


def _note(number: int, step: int, before: int) -> Note:
    kind, text = NOTES[number % len(NOTES)]
    return Note(
        id=f"nt_{number:05d}",
        number=before + number + 1,
        step=f"st_{step:05d}",
        lane="ln_b" if number % 2 == 0 else "ln_e",
        rank=rank(number),
        kind=kind if number % 2 == 0 else "backstage",
        text=text,
        severity=4 if kind == "pain_point" else None,
        frequency=5 if kind == "pain_point" else None,
        evidence=EVIDENCE[number % 4],
    )
