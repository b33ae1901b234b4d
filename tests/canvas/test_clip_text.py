"""Copied cards are a readable and harmless table in other programs, and come back as they were."""

from __future__ import annotations

from cjeditor.canvas.clip_text import as_html, as_text, clip_table
from cjeditor.interchange.paste_plan import PasteAt, advice, plan
from cjeditor.interchange.pasted import read_pasted
from cjeditor.model.edits.cards import set_note, set_touchpoint
from cjeditor.model.lookup import cards
from tests.builders import MAP, small_project

JOURNEY = small_project().maps[0]


def test_cards_of_one_cell_are_lines() -> None:
    rows = clip_table(JOURNEY, [card for card in cards(JOURNEY) if (card.step, card.lane) == ("st_a", "ln_a")])
    assert as_text(rows) == "Advert\nTalk"


def test_cards_of_several_cells_are_a_table_that_is_read_back() -> None:
    rows = clip_table(JOURNEY, [card for card in cards(JOURNEY) if card.id != "nt_c"])
    text = as_text(rows)
    assert text.splitlines()[:2] == ["\tNeed\tChoice\tUse", "\t\tSearch\t"]
    for html in ("", as_html(rows)):
        pasted = read_pasted(text, html)
        at = PasteAt("st_c", "ln_d")
        meant = advice(pasted, JOURNEY, at)
        assert (meant.reading, meant.ask) == ("named", False)
        made = plan(pasted, JOURNEY, at, meant.reading, adds=False)
        assert {(one.step, one.lane, one.text) for one in made.texts} == {
            ("st_a", "ln_a", "Advert\nTalk"),
            ("st_b", "ln_a", "Search"),
            ("st_d", "ln_a", "Moves in"),
            ("st_a", "ln_b", "A home of our own\n“Now or never”"),
            ("st_d", "ln_f", "Checks the papers"),
        }


def test_nothing_in_it_is_run() -> None:
    project = set_touchpoint(small_project(), MAP, ["tp_a"], title="=HYPERLINK(1)")
    project = set_note(project, MAP, ["nt_a"], text="<script>alert('x')</script>\n-1+1")
    rows = clip_table(project.maps[0], [card for card in cards(project.maps[0]) if card.id in ("tp_a", "nt_a")])
    assert "'=HYPERLINK(1)" in as_text(rows)
    wide = set_touchpoint(project, MAP, ["tp_a"], title=" \uff1dHYPERLINK(1)").maps[0]
    (row,) = clip_table(wide, [card for card in cards(wide) if card.id == "tp_a"])
    assert row == ["'\uff1dHYPERLINK(1)"]
    assert read_pasted(as_text([row]), "").rows[0].cells == ("\uff1dHYPERLINK(1)",)
    assert "<script" not in as_html(rows)
    assert "&lt;script&gt;" in as_html(rows)
