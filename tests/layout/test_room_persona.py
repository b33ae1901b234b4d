"""The persona on the projector's page: all inside the page, readable from afar, nothing of what is not said."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.layout.primitives import Image, Text
from cjeditor.layout.room.introduction import introduce
from cjeditor.layout.room.sheets import Box
from cjeditor.model.project import Persona

WORDS = texts.of("de")
BODY = Box(72.0, 300.0, 1776.0, 700.0)
MIA = Persona(id="ps_a", name="Mia", type="Mieterin", quote="„Jetzt oder nie“", goals="Ein Haus", frustrations="Warten")


def said(persona: Persona, body: Box = BODY) -> list[Text]:
    return [shape for shape in introduce(persona, body, WORDS) if isinstance(shape, Text)]


def test_what_is_known_is_told_and_what_is_not_takes_no_room() -> None:
    shown = said(MIA)
    assert [each.text for each in shown] == [
        "Mia", "Mieterin", "„Jetzt oder nie“", "M", "Ziele", "Ein Haus", "Frustrationen", "Warten",
    ]  # fmt: skip
    assert {each.x for each in shown if each.text in ("Warten", "Frustrationen")} == {72.0 + (1776.0 + 64.0) / 2}
    assert [each.text for each in said(Persona(id="ps_a", name=""))] == ["Persona ohne Namen"]


@pytest.mark.parametrize("body", [BODY, Box(72.0, 320.0, 1136.0, 500.0)])
def test_endless_texts_stay_on_the_page_and_are_large_enough(body: Box) -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitän und noch viel mehr. " * 200
    persona = Persona(
        id="ps_a", name=long[:200], type=long[:200], quote=long, goals=long, needs=long, frustrations=long,
        portrait="0" * 64,
    )  # fmt: skip
    shown = said(persona, body)
    assert all(body.x <= each.x and each.x + each.width <= body.x + body.width + 1 for each in shown)
    assert all(body.y < each.y <= body.y + body.height for each in shown)
    assert all(each.size >= 28 for each in shown)
    assert [each for each in introduce(persona, body, WORDS) if isinstance(each, Image)]
