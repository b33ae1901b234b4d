from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.layout.arrange import arrange
from cjeditor.layout.draw_persona import initials, persona_card, persona_invitation
from cjeditor.layout.primitives import Image, Primitive, Rect, Text
from cjeditor.layout.whole_map import draw_map
from cjeditor.model.edits.maps import set_map
from cjeditor.model.project import Persona
from tests.builders import MAP, small_project
from tests.pictures import illustrated, sign

WORDS = texts.of("de")


def within(shapes: tuple[Primitive, ...], width: float, height: float) -> bool:
    boxes = [(one.x, one.x + one.width) for one in shapes if isinstance(one, Text | Rect | Image)]
    rows = [one.y for one in shapes if isinstance(one, Text)]
    return all(left >= 0 and right <= width for left, right in boxes) and all(0 < y <= height for y in rows)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Familie Brandt", "FB"),
        ("Deniz", "D"),
        ("jana maria  von stein", "JS"),
        ("", ""),
        ("42 Leute", "L"),
        ("ßtraße ﬁn", "SF"),
        ("<b>Ada</b>", ""),
        ("x" * 20_000, "X"),
    ],
)
def test_initials_are_those_of_the_first_and_last_word(name: str, expected: str) -> None:
    assert initials(name) == expected


@pytest.mark.parametrize("height", [40.0, 56.0, 84.0, 104.0])
@pytest.mark.parametrize(
    "name", ["Mia", "Familie Brandt-Hohenstein-Wallenberg zu Donaudampfschifffahrt", "W" * 20_000, "a " * 10_000, " "]
)
def test_the_card_never_leaves_its_box(name: str, height: float) -> None:
    persona = Persona(id="ps_a", name=name, type=name)
    assert within(persona_card(persona, 148, height, WORDS), 148, height)


def test_the_invitation_stays_in_its_box() -> None:
    for height in (40.0, 84.0):
        assert within(persona_invitation(148, height, WORDS), 148, height)


def test_the_portrait_is_a_disc() -> None:
    persona = Persona(id="ps_a", name="Mia", portrait="a" * 64)
    (image,) = (one for one in persona_card(persona, 148, 60, WORDS) if isinstance(one, Image))
    assert image.radius == image.width / 2 == image.height / 2


def test_the_drawing_of_a_map_has_its_lead_persona_in_the_corner() -> None:
    drawing = draw_map(arrange(illustrated(portrait=sign()), MAP, WORDS), WORDS)
    assert "Mia" in [one.text for one in drawing.front if isinstance(one, Text)]
    assert sign().sha256 in [one.sha256 for one in drawing.front if isinstance(one, Image)]
    nobody = draw_map(arrange(set_map(small_project(), MAP, lead_persona=None), MAP, WORDS), WORDS)
    assert "Mia" not in [one.text for one in nobody.front if isinstance(one, Text)]


def test_the_corner_follows_the_persona() -> None:
    before = arrange(small_project(), MAP, WORDS)
    assert before.persona is not None
    after = arrange(set_map(small_project(), MAP, lead_persona="ps_b"), MAP, WORDS, before)
    assert after.persona is not None
    assert (before.persona.id, after.persona.id) == ("ps_a", "ps_b")
