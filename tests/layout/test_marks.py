"""Marks on the map: how much a phase or touchpoint weighs, where phases lose customers, and that it is a hypothesis."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.layout.arrange import arrange
from cjeditor.layout.draw_card import touchpoint_look
from cjeditor.layout.draw_headers import draw_phase_header, phase_header_height
from cjeditor.layout.draw_persona import hypothesis_in_words, persona_card, persona_invitation
from cjeditor.layout.draw_weight import WEIGHT_WIDTH, weight_mark
from cjeditor.layout.primitives import Primitive, Rect, Text
from cjeditor.layout.whole_map import draw_map
from cjeditor.model.cards import DropOffPoint, Touchpoint
from cjeditor.model.edits.maps import set_map, set_project
from cjeditor.model.journey_map import Phase
from cjeditor.model.project import Persona, Settings
from cjeditor.model.replace import replace
from tests.builders import MAP, small_project

WORDS = texts.of("en")


def said(shapes: tuple[Primitive, ...]) -> list[str]:
    return [one.text for one in shapes if isinstance(one, Text) and one.face != "icon"]


def dark(shapes: tuple[Primitive, ...]) -> int:
    return sum(1 for one in shapes if isinstance(one, Rect) and one.fill == "secondary")


@pytest.mark.parametrize("weight", [1, 2, 3, 4, 5])
def test_as_many_bars_are_dark_as_the_weight_says(weight: int) -> None:
    mark = weight_mark(weight, 10, 20)
    assert dark(mark) == weight
    assert len(mark) == 5
    right = max(one.x + one.width for one in mark if isinstance(one, Rect))
    assert right == pytest.approx(10 + WEIGHT_WIDTH, abs=0.5)


def test_the_usual_weight_is_not_marked_on_a_card() -> None:
    card = Touchpoint(id="tp_a", number=1, step="st_a", lane="ln_a", rank="a0", title="Buys")
    heavy = replace(card, weight=5)
    assert dark(touchpoint_look(card, None, 200, WORDS).primitives) == 0
    assert dark(touchpoint_look(heavy, None, 200, WORDS).primitives) == 5


@pytest.mark.parametrize("width", [70.0, 120.0, 400.0])
def test_a_header_shows_weight_and_drop_off_points_and_keeps_inside(width: float) -> None:
    points = (DropOffPoint(id="do_a"), DropOffPoint(id="do_b"))
    phase = Phase(id="ph_a", rank="a0", name="Purchase", weight=4, drop_off_points=points, duration="three weeks")
    height = phase_header_height(phase, 5, width, WORDS)
    shapes = draw_phase_header(phase, 5, width, height, WORDS)
    assert dark(shapes) == (4 if width > 68 else 0)
    assert "2" in said(shapes) or width < 100
    assert all(one.x + one.width <= width for one in shapes if isinstance(one, Text | Rect))
    plain = Phase(id="ph_a", rank="a0", name="Purchase")
    assert phase_header_height(plain, 5, width, WORDS) < height


def test_a_hypothesis_is_marked_beside_the_persona_without_one_and_on_paper() -> None:
    persona = Persona(id="ps_a", name="Mia", type="Luxury buyer")
    assert "Hypothesis, 37% backed" in said(persona_card(persona, 260, 60, WORDS, 37.5))
    assert "Hypothesis" in said(persona_card(persona, 148, 60, WORDS, 37.5))
    assert "Luxury buyer" not in said(persona_card(persona, 260, 40, WORDS, 37.5))
    assert "Hypothesis" in said(persona_invitation(148, 44, WORDS, 0.0))
    assert hypothesis_in_words(None, WORDS) == ""
    for lead in (None, "ps_a"):
        project = set_map(small_project(), MAP, lead_persona=lead, overlaid_personas=())
        assert arrange(project, MAP, WORDS).hypothesis == 0.0
        assert any("Hypothesis" in text for text in said(draw_map(arrange(project, MAP, WORDS), WORDS).front))
        never = set_project(project, settings=Settings(hypothesis_below=0))
        assert arrange(never, MAP, WORDS).hypothesis is None
        assert not any("Hypothesis" in text for text in said(draw_map(arrange(never, MAP, WORDS), WORDS).front))
