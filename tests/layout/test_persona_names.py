"""Personas of the same name are told apart by type or number."""

from __future__ import annotations

from cjeditor.layout.other_curves import curves_of
from cjeditor.layout.persona_names import persona_names
from cjeditor.model.cards import Feeling
from cjeditor.model.edits import cards, maps
from cjeditor.model.project import Persona
from cjeditor.texts import of
from cjeditor.window.properties.options import overlaid_personas
from tests.builders import MAP, small_project


def test_the_same_name_gets_the_type_or_a_number() -> None:
    some = (
        Persona(id="ps_a", name="Mia", type="Regular"),
        Persona(id="ps_b", name=" Mia\u00a0", type="Guest"),
        Persona(id="ps_c", name="Mia"),
        Persona(id="ps_d", name="Mia"),
        Persona(id="ps_e", name="Mia", type="Guest"),
        Persona(id="ps_f", name="Jo", type="Guest"),
        Persona(id="ps_g", name=""),
        Persona(id="ps_h", name=" "),
    )
    assert persona_names(some, of("en")) == {
        "ps_a": "Mia (Regular)",
        "ps_b": "Mia (Guest)",
        "ps_c": "Mia",
        "ps_d": "Mia (2)",
        "ps_e": "Mia (Guest) (2)",
        "ps_f": "Jo",
        "ps_g": "Unnamed persona",
        "ps_h": "Unnamed persona (2)",
    }


def test_the_key_to_the_curves_and_the_fields_tell_them_apart() -> None:
    project = maps.set_persona(small_project(), "ps_b", name="Mia", type="Guest")
    project = cards.set_touchpoint(project, MAP, ["tp_a"], feelings=(Feeling(persona="ps_b", emotion=1),))
    assert curves_of(project, project.maps[0], of("en")) == ("Mia", "Mia (Guest)")
    assert [each.text for each in overlaid_personas(project, project.maps[0], of("en"))] == ["Mia (Guest)"]
