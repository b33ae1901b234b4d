"""Colours can be read: contrast is computed, in light, dark and on paper."""

from __future__ import annotations

import pytest

from cjeditor.layout.theme import DARK, LIGHT, PAPER, ROOM_DARK, ROOM_LIGHT, Theme, contrast, for_room, mix

PHASES = (
    "#332288",
    "#3A7CA5",
    "#2F8F83",
    "#117733",
    "#7A7A22",
    "#A8862A",
    "#CC6677",
    "#882255",
    "#AA4499",
)

themes = pytest.mark.parametrize("theme", [LIGHT, DARK, PAPER, ROOM_LIGHT, ROOM_DARK], ids=lambda theme: theme.name)


@themes
@pytest.mark.parametrize("ground", ["canvas", "chrome", "card"])
@pytest.mark.parametrize("ink", ["text", "secondary", "primary", "warning", "placeholder", "star"])
def test_text_reads_on_every_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5


@themes
@pytest.mark.parametrize("family", ["goal", "thought", "pain", "opportunity"])
@pytest.mark.parametrize("ink", ["text", "secondary"])
def test_text_reads_on_notes(theme: Theme, family: str, ink: str) -> None:
    assert contrast(theme.colour(ink), theme.colour(f"note.{family}")) >= 4.5


@themes
@pytest.mark.parametrize("value", [-2, -1, 0, 1, 2])
def test_the_number_reads_in_its_pill(theme: Theme, value: int) -> None:
    assert contrast(theme.colour("on.emotion"), theme.colour(f"emotion.{value}")) >= 4.5


@themes
@pytest.mark.parametrize("colour", PHASES)
def test_a_phase_name_reads_on_its_tint(theme: Theme, colour: str) -> None:
    assert contrast(theme.colour("text"), theme.colour(f"tint:{colour}")) >= 4.5
    assert contrast(theme.colour("secondary"), theme.colour(f"tint:{colour}")) >= 4.5


@pytest.mark.parametrize("colour", PHASES)
def test_a_phase_band_can_be_told_from_a_dark_ground(colour: str) -> None:
    for ground in ("canvas", "chrome"):
        assert contrast(DARK.colour(f"band:{colour}"), DARK.colour(ground)) >= 3
    assert LIGHT.colour(f"band:{colour}") == colour


@themes
def test_edges_of_controls_can_be_seen(theme: Theme) -> None:
    assert contrast(theme.colour("selection"), theme.colour("canvas")) >= 3
    assert contrast(theme.colour("rule.strong"), theme.colour("canvas")) >= 3


def test_mixing_and_contrast_follow_their_formulas() -> None:
    assert mix("#ffffff", "#000000", 0.5) == "#808080"
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_projector_has_more_contrast_than_a_screen(theme: Theme) -> None:
    room = for_room(theme)
    assert room.dark == theme.dark
    for ground in ("canvas", "card", "note.goal", "note.thought", "note.pain", "note.opportunity"):
        for ink, least in (("text", 10), ("secondary", 6), ("primary", 4.5), ("warning", 4.5)):
            assert contrast(room.colour(ink), room.colour(ground)) >= least, (ink, ground)
            assert contrast(room.colour(ink), room.colour(ground)) >= contrast(theme.colour(ink), theme.colour(ground))
    assert contrast(room.colour("card.border"), room.colour("canvas")) >= 3
    for colour in PHASES:
        assert contrast(room.colour(f"band:{colour}"), room.colour("canvas")) >= 3
