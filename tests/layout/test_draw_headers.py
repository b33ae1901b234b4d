"""Headers at widths other than those that the map was arranged for, as on a screen zoomed far out."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.layout.draw_headers import draw_lane_header, draw_phase_header, phase_header_height
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Text
from cjeditor.model.journey_map import Lane, Phase

WORDS = texts.of("en")


@pytest.mark.parametrize("width", [60, 90, 120, 150, 300])
def test_a_phase_header_narrower_than_arranged_stays_within_its_height(width: float) -> None:
    phase = Phase(id="ph_a", rank="a0", name="Payment and moving in", duration="3 months")
    height = phase_header_height(phase, 6, 500, WORDS)
    shapes = draw_phase_header(phase, 6, width, height, WORDS)
    assert all(shape.y < height - 2 for shape in shapes if isinstance(shape, Text))


def test_a_long_name_takes_two_lines_where_there_is_room() -> None:
    phase = Phase(id="ph_a", rank="a0", name="Payment and moving in", duration="3 months")
    height = phase_header_height(phase, 6, 170, WORDS)
    shown = [shape.text for shape in draw_phase_header(phase, 6, 170, height, WORDS) if isinstance(shape, Text)]
    assert "".join(shown).count("Payment") == 1
    assert any("moving in" in words for words in shown)


def test_what_has_no_name_says_so_quietly() -> None:
    phase = draw_phase_header(Phase(id="ph_a", rank="a0"), 4, 190, 60, texts.of("de"))
    lane = draw_lane_header(Lane(id="ln_a", rank="a0"), 148, 64, texts.of("de"))

    assert [(one.text, one.colour) for one in phase if isinstance(one, Text)] == [
        ("4", "text"),
        ("Phase ohne Namen", "secondary"),
    ]
    assert [(one.text, one.colour) for one in lane if isinstance(one, Text)] == [("Zeile ohne Namen", "secondary")]


@pytest.mark.parametrize("width", [70, 80, 100, 120])
@pytest.mark.parametrize("name", ["Latenter Bedarf", "Überlegung und Entscheidung", "Orientierung"])
def test_narrow_phase_headers_shorten_words_and_do_not_cut_them_into_syllables(name: str, width: float) -> None:
    phase = Phase(id="ph_a", rank="a0", name=name)
    number, *lines = (
        one.text for one in draw_phase_header(phase, 1, width, 60, texts.of("de")) if isinstance(one, Text)
    )
    assert number == "1"
    assert not any(line.endswith("-") for line in lines)
    for line in lines:
        assert name.startswith(line.rstrip("…")) or line.rstrip("…") in name.split()
        assert len(lines) == 1 or all(word in name.split() for word in lines[0].split())


def test_a_lane_header_shows_whole_lines_only() -> None:
    lane = Lane(id="ln_a", rank="a0", name="Gedanken und Gefühle der Kundschaft am Schalter", question="Was denkt sie?")
    german = texts.of("de")
    full = [one.text for one in draw_lane_header(lane, 148, 300, german) if isinstance(one, Text)]
    assert len(full) > 3
    counts = []
    for height in range(4, 130, 2):
        lines = [one for one in draw_lane_header(lane, 148, height, german) if isinstance(one, Text)]
        counts.append(len(lines))
        for one in lines:
            assert one.y - one.size * 0.8 >= -0.5, (height, one)
            assert one.y + one.size * 0.25 <= height + 0.5, (height, one)
        if lines and len(lines) < len(full):
            assert any(one.text.endswith("…") for one in lines) or lines[-1].face == "semibold", height
    assert counts == sorted(counts)
    assert set(counts) >= {0, 1, 2, 3, len(full)}


def test_a_narrow_header_takes_smaller_letters_before_it_shortens_a_name() -> None:
    phase = Phase(id="ph_x", rank="a0", name="Consideration")
    wide = text_width(phase.name, "semibold", 15.0)
    small = text_width(phase.name, "semibold", 13.0)
    around = 8 + 20 + text_width("2", "bold", 15.0) + 7
    for room, expected in ((wide + 1, 15.0), (small + 1, 13.0)):
        drawn = draw_phase_header(phase, 2, around + room, 40.0, WORDS)
        (name,) = (shape for shape in drawn if isinstance(shape, Text) and shape.face == "semibold")
        assert (name.text, name.size) == ("Consideration", expected)
    shortened = draw_phase_header(phase, 2, around + small - 10, 40.0, WORDS)
    assert any(isinstance(shape, Text) and shape.text.endswith("…") for shape in shortened)
