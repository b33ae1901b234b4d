"""Paragraphs that are read from the right end at the right of their room, whatever their single lines begin with."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.layout.breaking import break_lines
from cjeditor.layout.direction import SetLine, aligned, leads_left
from cjeditor.layout.draw_card import note_look, touchpoint_look
from cjeditor.layout.draw_headers import draw_lane_header, draw_phase_header, draw_step_header
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Text
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.journey_map import Lane, Phase, Step

ARABIC = "تصل الطلبية متأخرة بثلاثة أيام والعميل ينتظر بلا أي رسالة من المتجر"
HEBREW = "ההזמנה מגיעה באיחור של שלושה ימים והלקוח מחכה בלי הודעה"
ROOM = 150.0


def lines_of(text: str) -> tuple[SetLine, ...]:
    return aligned(text, break_lines(text, "regular", 13.0, ROOM), "regular", 13.0, ROOM)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (ARABIC, True),
        ("12 % – «" + HEBREW, True),
        ("App: " + HEBREW, False),
        ("Plain", False),
        ("12 %", False),
        ("Ähre", False),
        ("", False),
    ],
)
def test_the_first_letter_says_from_where_a_text_is_read(text: str, left: bool) -> None:
    assert leads_left(text) is left


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_lines_end_at_the_right(text: str) -> None:
    lines = lines_of(text)
    assert len(lines) > 2
    for line, indent in lines:
        assert indent + text_width(line, "regular", 13.0) == pytest.approx(ROOM)


def test_each_paragraph_has_its_own_side_and_a_foreign_line_says_where_it_belongs() -> None:
    text = f"{HEBREW} Stieglitz App, loyalty\nAnd a second one that is in English"
    lines = lines_of(text)
    turned = [line for line in lines if line.indent]
    plain = [line for line in lines if not line.indent]
    assert [line.text for line in plain] == list(break_lines(text.split("\n")[1], "regular", 13.0, ROOM))
    assert all(leads_left(line.text) for line in turned)
    assert any(line.text.startswith("\u200f") for line in turned)  # a line of Latin letters in a Hebrew paragraph
    (*_, last) = lines_of(f"Loyalty, and what the customers say of it: {HEBREW}")
    assert (last.text[0], last.indent) == ("\u200e", 0.0)


def test_what_is_read_from_the_left_is_left_alone() -> None:
    text = "Über Nacht – und ohne ein Wort – läuft nichts mehr"
    assert [line.text for line in lines_of(text)] == list(break_lines(text, "regular", 13.0, ROOM))
    assert not any(line.indent for line in lines_of(text))


def test_cards_set_their_texts_so_and_leave_room_for_what_stands_beside() -> None:
    words = texts.of("en")
    point = Touchpoint(id="tp_a", number=1, step="st_a", lane="ln_a", rank="a0", title=HEBREW)
    note = Note(id="nt_a", number=2, step="st_a", lane="ln_a", rank="a0", text=ARABIC)
    for look in (touchpoint_look(point, None, 180.0, words), note_look(note, 180.0, words)):
        shown = [one for one in look.primitives if isinstance(one, Text) and leads_left(one.text)]
        assert len(shown) > 1
        assert len({round(one.x + one.width, 3) for one in shown}) == 1
        assert len({round(one.x, 3) for one in shown}) == len(shown)


@pytest.mark.parametrize("name", [ARABIC, HEBREW])
@pytest.mark.parametrize("width", [96.0, 148.0, 260.0])
def test_headers_set_their_names_so(name: str, width: float) -> None:
    words = texts.of("en")
    phase = Phase(id="ph_a", rank="a0", name=name)
    lane = Lane(id="ln_a", rank="a0", name=name, question=name)
    headers = (
        draw_phase_header(phase, 3, width, 64.0, words),
        draw_step_header(Step(id="st_a", rank="a0", phase="ph_a", name=name), width, words),
        draw_lane_header(lane, width, 300.0, words),
        draw_lane_header(lane, width, 20.0, words),
        draw_lane_header(Lane(id="ln_b", rank="a1", kind="separator", name=name), width, 28.0, words),
    )
    for shapes in headers:
        shown = [one for one in shapes if isinstance(one, Text) and not one.text.isdecimal()]
        ends = [one.x + text_width(one.text, one.face, one.size) for one in shown]
        assert shown
        assert max(ends) - min(ends) < 0.01
        assert width - 16 <= max(ends) <= width - 4
        assert all(one.x >= 10 for one in shown)


def test_headers_read_from_the_left_begin_where_they_did() -> None:
    words = texts.of("de")
    lane = Lane(id="ln_a", rank="a0", name="Gefühl über alle Wege", question="Wie fühlt sie sich?")
    shown = [one for one in draw_lane_header(lane, 148.0, 300.0, words) if isinstance(one, Text)]
    assert {one.x for one in shown} == {12}
